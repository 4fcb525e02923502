"""Screening on Spark, for those who have outgrown one machine.

Spark only brings each person's rows together; every partition is then loaded and
screened by the very same code as on one machine, so the answers are the same.
"""

from homeward.spark.screening import SparkAnswers, SparkTerms, screen_tables

__all__ = ["SparkAnswers", "SparkTerms", "screen_tables"]
