"""Settings that every test shares."""

import os

from hypothesis import settings

# Speed is measured in benchmarks/, never asserted: a busy machine must not fail a test.
settings.register_profile("homeward", deadline=None)
# In CI the same examples every time, so that a failure is always somebody's change.
settings.register_profile("homeward-ci", deadline=None, derandomize=True)
settings.load_profile("homeward-ci" if os.environ.get("CI") else "homeward")
