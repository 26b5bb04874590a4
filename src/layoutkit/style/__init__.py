"""Node x Theme -> Styled."""
