"""Property tests draw the same examples on every machine, and are never timed."""

from hypothesis import settings

settings.register_profile("kamlab", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("kamlab")
