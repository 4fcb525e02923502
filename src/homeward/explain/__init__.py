"""One person: every answer with its reasons, its plan, and what to do next.

>>> from homeward.explain import explain
>>> explain({"person": {}, "cases": []}, as_of="2026-11-23").answers
[]
"""

from homeward.explain.explainer import Explainer, explain
from homeward.explain.explanation import Explanation

__all__ = ["Explainer", "Explanation", "explain"]
