"""Origins are the author's frames alone."""

from __future__ import annotations

from layoutkit.origin import Origin, caller_origin, locations


def origin_from(file: str, around: str) -> Origin:
    """The origin that a call in ``file`` has, called by code of ``around``."""
    names: dict[str, object] = {"caller_origin": caller_origin}
    exec(compile("def inner():\n    return caller_origin()\n", file, "exec"), names)  # noqa: S102 - our own text
    exec(compile("def outer():\n    return inner()\n", around, "exec"), names)  # noqa: S102 - our own text
    return names["outer"]()  # type: ignore[operator,no-any-return]  # the function made above


def test_modules_of_the_interpreter_are_no_place_of_the_author() -> None:
    assert [str(place.path) for place in locations(origin_from("mine.py", "<frozen runpy>"))] == ["mine.py"]
    assert "<frozen runpy>" not in {str(place.path) for place in locations(origin_from("<frozen runpy>", "mine.py"))}
