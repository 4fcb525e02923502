"""Responses for tests: every form, with each answer missing and wrong in turn, and odd heads."""

import itertools

from hypothesis import strategies as st

from homeward.therapy import instruments

WRONG = [99, -1, True, False, "1", 1.0, 0.5, [1], {"a": 1}, "", "NaN"]
HEADS = [
    {"version": "reversed-3"}, {"version": "plain-3"}, {"version": "x"}, {"version": 3},
    {"sex": "female"}, {"sex": "male"}, {"sex": "unknown"}, {"sex": "x"},
    {"status": "completed"}, {"status": "amended"}, {"status": "entered-in-error"},
    {"status": "in-progress"}, {"status": "final"}, {"status": []},
    {"coding": "0-4"}, {"coding": "1-5"}, {"coding": {}},
    {"reported_total": 3}, {"reported_total": "4"}, {"reported_total": 5.0},
    {"reported_total": 10**30}, {"reported_total": True}, {"reported_total": "many"},
    {"instrument": "PHQ 9"}, {"instrument": None}, {"answers": None}, {"answers": [1]},
]  # fmt: skip


def each_in_turn(form):
    """A form low, high and empty; then each answer missing, and wrong, and each head, in turn."""
    ends = [{name: pick(item.allowed) for name, item in form.items.items()} for pick in (min, max)]
    for answers in (*ends, {}):
        yield {"answers": answers}
    for answers, name in itertools.product(ends, form.items):
        yield {"answers": answers | {name: None}}
        yield {"answers": {key: own for key, own in answers.items() if key != name}}
        yield from ({"answers": answers | {name: value}} for value in WRONG)
        yield from ({"answers": answers | {name: value}} for value in form.items[name].allowed)
    for answers, head in itertools.product((*ends, {}), HEADS):
        yield {"answers": answers} | head
    yield {"answers": ends[1] | {"no such item": 1, "a/b~c": 2, 'é"': None, "": 3, "\n": 1}}


def numbered(responses):
    """With an id each, and the form's own name where none is given."""
    return [{"id": f"r{n}", **own} for n, own in enumerate(responses)]


def every_response():
    """All of the above for every form that is shipped."""
    return numbered(
        {"instrument": form.id, **own} for form in instruments() for own in each_in_turn(form)
    )


def _answers(form):
    values = {
        name: st.sampled_from([None, *item.allowed, *item.allowed, *item.allowed, 7, "1", True])
        for name, item in form.items.items()
    }
    extra = st.dictionaries(st.text(max_size=3), st.none() | st.integers(0, 1), max_size=1)
    return st.builds(dict.__or__, extra, st.fixed_dictionaries({}, optional=values))


@st.composite
def responses(draw):
    """One response, mostly sound, on any form; ids come again."""
    form = draw(st.sampled_from(instruments()))
    head = draw(st.sampled_from([{}, {}, {}, {}, *HEADS]))
    own = draw(
        st.none() | st.integers(0, 9) | st.sampled_from([0.5, "a", "é", "\x00", [1], {"b": 1}])
    )
    return {"id": own, "instrument": form.id, "answers": draw(_answers(form))} | head
