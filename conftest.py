"""What pytest leaves alone: the room for Spark where Spark is not installed."""

import importlib.util

collect_ignore = [] if importlib.util.find_spec("pyspark") else ["src/homeward/spark"]
