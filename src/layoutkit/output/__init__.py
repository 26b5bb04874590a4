"""Display list -> files."""
