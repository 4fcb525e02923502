"""What can go wrong with law as data.

LawError   a rule, a parameter or an offense list cannot be used as it is written
"""


class LawError(Exception):
    """A body of law is written in a way that cannot be used; the message says where and why."""
