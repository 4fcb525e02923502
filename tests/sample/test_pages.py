"""The page of shares is what the file of distributions says now, in plain words."""

import pytest
from scripts.docs_sample import PAGE, page

from homeward import law
from homeward.sample import read_distributions

MISSOURI = read_distributions("us-mo")


def test_the_page_of_shares_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/docs, and commit what changed"


@pytest.mark.parametrize("name", sorted(MISSOURI.entries.keys() - {"missing"}))
def test_every_entry_says_in_words_what_it_is_about(name):
    fact = name.removeprefix("facts.")
    says = law.vocabulary()[fact].says if fact != name else MISSOURI.entries[name]["says"]
    assert says in page()


@pytest.mark.parametrize(
    "row",
    [
        # 4 of 100 in the file.
        "| the year of the first case | 1978-1984: 4 %, 1985-1994: 14 %",
        # 3, 62 and 35 in the file.
        "yes: 3 %, no: 62 %, not known: 35 % | assumed | court extracts seldom say |",
        # The lognormal of median 122 and spread 0.74: 122 * exp(0.74) = 255.7.
        "| half are above 122, one in six is above 256, none above 2,500 | medium |",
        "| `charge.offense_date` | 0.8 % |",
        "(for: guilty; told of 0.3 % of them)",
        "| 579.015 (before 2017: 195.202) | possession of a controlled substance | felony D |",
    ],
)
def test_numbers_are_shown_as_shares(row):
    assert row in page()
