"""The same random cases on every run; `HYPOTHESIS_PROFILE=explore make test` looks for new ones."""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
os.environ.pop("TIMELINE_MODEL", None)  # the shipped model is tested, whatever this machine uses
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
