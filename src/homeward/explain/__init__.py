"""Explaining the rules to one person: from when, why, what is missing, what to do next."""
