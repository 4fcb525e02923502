"""What a page says, taken out of its HTML."""

import json
from html.parser import HTMLParser
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def example_records():
    """Every record that is shipped as an example, by its name."""
    found = {path.stem: json.loads(path.read_text()) for path in EXAMPLES.glob("*.json")}
    for path in EXAMPLES.glob("*.jsonl"):
        lines = filter(None, path.read_text().splitlines())
        found |= {f"{path.stem}-{n}": json.loads(line) for n, line in enumerate(lines, 1)}
    return dict(sorted(found.items()))


class Parts(HTMLParser):
    """Every tag of a page with its attributes, and the text under it."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.open = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        part = {"tag": tag, "text": "", **dict(attributes)}
        self.found.append(part)
        if tag not in ("input", "meta", "link", "br", "img", "hr"):
            self.open.append(part)

    def handle_startendtag(self, tag, attributes):
        self.found.append({"tag": tag, "text": "", **dict(attributes)})

    def handle_endtag(self, tag):
        while self.open and self.open.pop()["tag"] != tag:
            pass

    def handle_data(self, data):
        for part in self.open:
            part["text"] += data


def parts(text, **wanted):
    """The tags of a page that have some attributes; True asks only that one is there."""
    return [
        part
        for part in Parts(text).found
        if all(
            name in part if value is True else part.get(name) == value
            for name, value in wanted.items()
        )
    ]


def hidden_record(text):
    """The record that a page carries on."""
    return json.loads(parts(text, name="record")[0]["value"])


def send(client, record, language="en", path="answers", **fields):
    """Send a record in a form."""
    data = {"record": json.dumps(record), "place": "", "wish": "", **fields}
    return client.post(f"/{language}/{path}", data=data)
