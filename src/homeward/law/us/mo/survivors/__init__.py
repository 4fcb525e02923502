"""Relief for survivors of abuse in Missouri."""

from homeward.law.us.mo.survivors import old_life_terms

__all__ = ["old_life_terms"]
