"""What a person wants to know, and which rules answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from homeward.explain import Explanation
from homeward.rules.rule import Rule
from homeward.web.language import marked as _


@dataclass(frozen=True)
class Wish:
    """Something to know: its questions by how they begin, or its rules by what they are about."""

    id: str
    title: str
    about: str
    begins: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    harm: bool = False
    homes: bool = False

    def fits(self, rule: Rule) -> bool:
        """Whether a rule answers it."""
        name = rule.name.partition("/")[2]
        asked = (rule.family or rule.question, rule.question)
        return any(question.startswith(self.begins) for question in asked) or any(
            name.startswith(word) for word in self.rules
        )

    def narrowed(self, explanation: Explanation) -> Explanation:
        """An explanation with no more than the answers to this."""
        answers = [one for one in explanation.answers if one.source and self.fits(one.source)]
        plans = [one for one in explanation.plans if one["limit"].startswith(self.begins)]
        return replace(explanation, answers=answers, plans=plans)


WISHES = (
    Wish("clear", _("Can I clear my record?"), _("Seal, close or dismiss a charge, and from when."),
         ("clear", "closed", "interim", "limit", "refile")),
    Wish("dates", _("What are my dates?"), _("Parole, release, the end of supervision."),
         ("release", "parole", "supervision", "sentence", "violent_offender"), harm=True),
    Wish("check", _("Will I pass a background check?"),
         _("What a report may show, and what a landlord may use."),
         ("federal_report_barred", "state_report_barred", "report.", "ask.", "landlord_use_barred",
          "may_inquire", "denial", "notice_due", "dispute", "mandatory", "housing", "closed"),
         homes=True),
    Wish("survivor", _("Is there relief for survivors?"),
         _("A lighter sentence, or a cleared record, for people who were abused or trafficked."),
         ("may_apply", "new_range", "application_complete", "denial_prohibited_vawa",
          "violent_offender"),
         ("survivor", "abuse", "battering", "trafficking", "prostitution"), harm=True),
)  # fmt: skip
"""In the order in which the first page asks; therapy has pages of its own."""


def wish_named(name: str | None) -> Wish | None:
    """A wish by its id; None is all that can be answered."""
    return next((wish for wish in WISHES if wish.id == name), None)
