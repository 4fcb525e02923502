"""Written policies on care, as rules: facts, the level of care, and the days by which to act.

Each policy is a body of rules in the same language as the law, in a folder of its own, with
its numbers in ``parameters.toml`` and its levels in ``policy.toml``. A policy that is not public
is not here; ``sample`` shows how one is written.

>>> [one.name for one in policies()]
['ncchc', 'sample', 'us-bop', 'us-ca']
"""

from homeward.therapy.policies.policy import Level, Policy, folders, policies, policy, vocabulary

__all__ = ["Level", "Policy", "folders", "policies", "policy", "vocabulary"]
