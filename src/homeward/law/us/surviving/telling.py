"""Whether a record tells of abuse at all: nobody else is asked these questions."""

from homeward.rules import charge, either, person

tells_of_abuse = either(person("abuse.claimed").is_stated, person("trafficking_victim").is_stated)
"""A gate. Whether there was abuse is never judged here."""

convicted = charge("disposition").stated("convicted", "sis")
"""A gate: there is a sentence that could be changed."""

MAY_APPLY = "you can ask for a lighter sentence because of abuse"
