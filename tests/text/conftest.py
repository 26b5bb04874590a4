"""Property tests of the text pass run without a clock: how long an example takes depends on the machine."""

from hypothesis import settings

settings.register_profile("text", deadline=None)
settings.load_profile("text")
