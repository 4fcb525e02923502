"""Days by which staff have to act under the made-up policy."""

from homeward.therapy.policies.care import Section, within
from homeward.therapy.policies.sample.body import BODY, FIRST_DAY


def _due(part: str, name: str, says: str, event: str) -> None:
    """Enter one day of section 4."""
    section = Section(BODY, f"Sample policy 4({part})", FIRST_DAY)
    section.due(name, says, within(event, f"{name}.days"))


_due("a", "screen", "staff have to screen you", "arrived_on")
_due("b", "evaluation", "a trained person has to see you in full", "screened_positive_on")
_due("c", "decision", "staff have to look at this decision again", "decided_on")
