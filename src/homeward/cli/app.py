"""The commands of homeward. Each command loads its part of the house only when it runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from homeward import __version__
from homeward.cli.shipped import list_shipped
from homeward.cli.therapy import guide, therapy

DISCLAIMER = "Information, not legal advice."


class Day(click.ParamType[date]):
    """A day written as YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the day, as a record would have it."""
        from homeward.facts.checking import BadValue, typed
        from homeward.facts.reading import AS_OF

        try:
            day: date = typed(AS_OF, value)[0]
        except BadValue as bad:
            example = str(AS_OF.example)
            fix = bad.fix if example in bad.fix else f"{bad.fix}; a day is written {example}"
            self.fail(f"{str(value)!r} {bad}. {fix}", param, ctx)
        return day


@contextmanager
def engine_at_hand(extra: str = "screen") -> Iterator[None]:
    """Say what to install where a package of an extra is not there."""
    try:
        yield
    except ModuleNotFoundError as missing:
        lacking = str(missing.name).partition(".")[0]
        if lacking in {"jinja2", "vl_convert"} and extra == "screen":
            extra = "pictures"
        click.echo(f"homeward: this needs {lacking}: pip install 'homeward[{extra}]'", err=True)
        raise SystemExit(2) from None


def words(_ctx: click.Context, _param: click.Parameter, value: str | None) -> tuple[str, ...]:
    """A comma-separated option as its words."""
    return tuple(word.strip() for word in (value or "").split(",") if word.strip())


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="homeward")
def main() -> None:
    """Second-chance rules as code: explained for one person, with reasons and citations.

    Information, not legal advice.
    """


@main.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--question", "questions", callback=words, help="Only these questions, with commas.")
@click.option("--law", "laws", callback=words, help="Bodies of law, such as us-mo, with commas.")
@click.option("--with", "changes", multiple=True, metavar="FILE",
              help="Change the law for this run: a TOML file, or the name of one.")  # fmt: skip
@click.option(
    "--as-of",
    type=Day(),
    help="The day to answer for (YYYY-MM-DD); by default the record's own (as_of), else today.",
)
@click.option("--law-known-on", type=Day(), help="Count only law enacted by this day.")
@click.option("--on", type=Day(), help="Show what will stand on this day, by the law known now.")
@click.option(
    "--compare",
    "places",
    callback=words,
    help="Put places side by side, with commas between: what moving would change.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON.")  # fmt: skip
@click.option("--language", type=click.Choice(["en", "es"]), default="en",
              help="English (default) or Spanish; JSON is always in English.")  # fmt: skip
@click.option("--why", is_flag=True, help="Show every condition with its dates and facts.")
@click.option("--strict", is_flag=True, help="Unknown fields and odd dates are errors.")
def explain(  # noqa: PLR0913  one argument an option
    record: Path,
    questions: tuple[str, ...],
    laws: tuple[str, ...],
    changes: tuple[str, ...],
    as_of: date | None,
    law_known_on: date | None,
    form: str,
    *,
    language: str,
    on: date | None,
    places: tuple[str, ...],
    why: bool,
    strict: bool,
) -> None:
    """Explain one RECORD (.json), or many, one a line (.jsonl).

    A record may ask for changes to the law itself (its field "with"); --with comes before it.
    """
    from homeward.cli.explain import Form, explain_file, explainer_with

    if language != "en" and (on or places or form == "json"):
        message = "--on, --compare and --format json are in English only: leave --language out"
        raise click.UsageError(message)
    explainer = explainer_with(
        changes, as_of=as_of, known_on=law_known_on, laws=laws, questions=questions, strict=strict
    )
    shown = Form(json=form == "json", why=why, on=on, places=places, language=language)
    raise SystemExit(explain_file(record, explainer, shown))


@main.command()
@click.argument("results", type=click.Path(path_type=Path))
@click.option("--question", help="The question; the only one with days of conditions by default.")
@click.option("--small", type=click.IntRange(1), default=11, show_default=True,
              help="The fewest people that a shown count may have.")  # fmt: skip
@click.option("--pictures", type=click.Path(path_type=Path),
              help="A folder for the picture, with its data and words.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Readable text (default) or JSON.")  # fmt: skip
def barriers(
    results: Path, question: str | None, small: int, pictures: Path | None, form: str
) -> None:
    """Show what holds people back: how many charges would open if one condition fell.

    RESULTS is the folder of a homeward screen with --reasons.
    """
    with engine_at_hand():
        from homeward.cli.barriers import show_barriers

        raise SystemExit(show_barriers(results, question, form, pictures, small))


@main.command()
@click.argument("kind", required=False)
@click.argument("record", type=click.Path(path_type=Path), required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="A file that ends in .pdf, .md, .txt or .json; for all, a folder of PDFs.",
)
@click.option("--law", "laws", callback=words, help="Bodies of law, such as us-mo, with commas.")
@click.option(
    "--as-of",
    type=Day(),
    help="The day of the letter (YYYY-MM-DD); by default the record's own (as_of), else today.",
)
@click.option("--large-print", "large", is_flag=True, help="Set a PDF in large letters.")
@click.option(
    "--language",
    type=click.Choice(["en", "es"]),
    default="en",
    help="English (default), or a copy in Spanish for the person; what is sent is sent in English.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Readable text (default), or JSON with the ground of each sentence.",
)
def letter(  # noqa: PLR0913  a command has as many parameters as options
    kind: str | None,
    record: Path | None,
    out: Path | None,
    laws: tuple[str, ...],
    as_of: date | None,
    language: str,
    form: str,
    *,
    large: bool,
) -> None:
    """Write a letter of this KIND from a RECORD (.json); without a kind, list the letters.

    A letter says only what the record holds and what the rules answer. What is not known is left
    blank. Nothing is sent: you read it, fill in the blanks, and send it yourself.
    """
    from homeward.cli.letter import Form, list_letters, write_letters
    from homeward.explain import Explainer

    if kind in (None, "list") and record is None:
        raise SystemExit(list_letters(language, as_json=form == "json"))
    if kind is None or record is None:
        message = f"give the record too: homeward letter {kind} RECORD.json"
        raise click.UsageError(message)
    explainer = Explainer(as_of=as_of, laws=laws)
    wanted = Form(out, json=form == "json", large=large, language=language)
    raise SystemExit(write_letters(kind, record, explainer, wanted))


@main.command()
@click.argument("name", required=False)
@click.option("--as-of", type=Day(), help="The law as it stands on this day; today by default.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              help="Text to read (default), or JSON for machines.")  # fmt: skip
def law(name: str | None, as_of: date | None, form: str) -> None:
    """List what is covered and how sure it is, or print a place or a rule (us-mo/expungement)."""
    from homeward.cli.law import print_law

    raise SystemExit(print_law(name, as_of, form))


@main.command()
@click.argument("place")
@click.option("--people", type=int, required=True, help="How many people.")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed, the same people."
)
@click.option("--heavy", type=int, default=0, help="Give the first K people thousands of charges.")
@click.option("--format", "form", type=click.Choice(["parquet", "csv", "jsonl"]), default="parquet",
              help="Tables (default parquet), or a person a line (jsonl).")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path),
              help="The folder to write into; jsonl goes to the screen without it.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Tell nothing of how far it is.")
def sample(
    place: str, people: int, seed: int, heavy: int, form: str, out: Path | None, *, quiet: bool
) -> None:
    """Make a synthetic PLACE (us-mo): people, cases and charges of which none exists."""
    from homeward.cli.sample import make

    raise SystemExit(make(place, people, seed, heavy, form, out, quiet=quiet))


@main.command()
@click.argument("data", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True,
              help="The folder that the answers go into.")  # fmt: skip
@click.option("--mapping", type=click.Path(path_type=Path),
              help="A TOML file that says what the columns are.")  # fmt: skip
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb",
              show_default=True, help="What works the answers out.")  # fmt: skip
@click.option("--question", "questions", callback=words, help="Only these questions, with commas.")
@click.option("--law", "laws", callback=words,
              help="Bodies of law, with commas; by default those of a person's cases.")  # fmt: skip
@click.option("--with", "changes", multiple=True, metavar="FILE",
              help="Change the law for this run: a TOML file, or the name of one.")  # fmt: skip
@click.option("--as-of", type=Day(), help="The day to answer for (YYYY-MM-DD); today by default.")
@click.option("--law-known-on", type=Day(), help="Count only law enacted by this day.")
@click.option("--reasons", is_flag=True, help="Write the dates of every condition too.")
@click.option("--long", is_flag=True, help="Write one row a question.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True,
              help="How many partitions to work on side by side.")  # fmt: skip
@click.option("--memory-limit", "memory", type=click.IntRange(min=200), metavar="MB",
              default=1_000, show_default=True,
              help="How much may be used, about, by all workers together.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")
def screen(  # noqa: PLR0913  one argument an option
    data: tuple[str, ...],
    out: Path,
    engine: str,
    questions: tuple[str, ...],
    laws: tuple[str, ...],
    as_of: date | None,
    law_known_on: date | None,
    *,
    changes: tuple[str, ...],
    mapping: Path | None,
    reasons: bool,
    long: bool,
    workers: int,
    memory: int,
    quiet: bool,
) -> None:
    """Answer every question for everyone in DATA: a store, or files as for "homeward load".

    A run that was stopped goes on where it stopped. A run over data that has
    changed asks only those people again who have changed.
    """
    with engine_at_hand():
        from homeward.cli.screen import Call, screen_into
        from homeward.cli.spark import screen_on_spark

        call = Call(questions, laws, as_of, law_known_on, reasons=reasons, long=long,
                    workers=workers, memory=memory, mapping=mapping, quiet=quiet,
                    changes=changes)  # fmt: skip
        on_engine = screen_on_spark if engine == "spark" else screen_into
        raise SystemExit(on_engine(data, out, call))


@main.command()
@click.argument("reforms", nargs=-1, metavar="[REFORM.toml]...")
@click.option("--data", multiple=True, required=True,
              help="A store, or files as for homeward load; may be repeated.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), required=True,
              help="The folder that everything goes into.")  # fmt: skip
@click.option("--shipped", is_flag=True, is_eager=True, expose_value=False, callback=list_shipped,
              help="List the reforms that come with homeward, with their status.")  # fmt: skip
@click.option("--stack", is_flag=True, help="Lay the files one over the other, as one reform.")
@click.option("--against", "changes", multiple=True, metavar="FILE",
              help="Compare with the law changed so, not with the law as it stands.")  # fmt: skip
@click.option("--mapping", type=click.Path(path_type=Path),
              help="A TOML file that says what the columns are.")  # fmt: skip
@click.option("--question", "questions", callback=words, help="Only these questions, with commas.")
@click.option("--law", "laws", callback=words,
              help="Bodies of law, with commas; by default those of a person's cases.")  # fmt: skip
@click.option("--as-of", type=Day(), help="The day to answer for (YYYY-MM-DD); today by default.")
@click.option("--counts-only", is_flag=True,
              help="Write no row of anyone: only counts, and the report.")  # fmt: skip
@click.option("--small", type=click.IntRange(1), default=11, show_default=True,
              help="The fewest people that a shown count may have.")  # fmt: skip
@click.option("--workload", "work", type=click.Path(path_type=Path), metavar="FILE.toml",
              help="How much of what opens becomes work for courts.")  # fmt: skip
@click.option("--page", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.html",
              help="Write the report as one page to read and print, with pictures.")  # fmt: skip
@click.option("--pictures", is_flag=True,
              help="Write the pictures as files too, with their data and words.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True,
              help="How many partitions to work on side by side.")  # fmt: skip
@click.option("--memory-limit", "memory", type=click.IntRange(min=200), metavar="MB",
              default=1_000, show_default=True,
              help="How much may be used, about, by all workers together.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")
def reform(  # noqa: PLR0913  one argument an option
    reforms: tuple[str, ...],
    data: tuple[str, ...],
    out: Path,
    changes: tuple[str, ...],
    mapping: Path | None,
    questions: tuple[str, ...],
    laws: tuple[str, ...],
    *,
    as_of: date | None,
    stack: bool,
    counts_only: bool,
    small: int,
    work: Path | None,
    page: Path | None,
    pictures: bool,
    workers: int,
    memory: int,
    quiet: bool,
) -> None:
    """Show what each REFORM would change for everyone in the data: who, how many and when.

    A reform is a file of changes to the law, or the name of one that is shipped. Without any,
    the law as it stands is compared with what --against says.
    """
    with engine_at_hand():
        from homeward.cli.reform import Wanted, reform_into
        from homeward.cli.screen import Call

        call = Call(questions, laws, as_of, workers=workers, memory=memory, mapping=mapping,
                    quiet=quiet, changes=changes)  # fmt: skip
        wanted = Wanted(small, page, pictures, work, counts_only)
        raise SystemExit(reform_into(reforms, data, out, call, wanted, stack=stack))


@main.command()
@click.argument("results", type=click.Path(path_type=Path))
@click.option("--between", nargs=2, type=Day(), required=True, help="The first and the last day.")
@click.option("--question", "questions", callback=words,
              help="Only these questions, with commas; by default clear.")  # fmt: skip
@click.option("--perhaps", is_flag=True, help="Also those whose day depends on a missing fact.")
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text",
              help="Readable text (default) or CSV.")  # fmt: skip
def due(
    results: Path,
    between: tuple[date, date],
    questions: tuple[str, ...],
    form: str,
    *,
    perhaps: bool,
) -> None:
    """List who becomes eligible between two days, from the RESULTS of a screening."""
    with engine_at_hand():
        from homeward.cli.due import print_due

        raise SystemExit(print_due(results, between, questions, form, perhaps=perhaps))


@main.command()
@click.argument("results", type=click.Path(path_type=Path))
def summary(results: Path) -> None:
    """Show the RESULTS of a screening on one screen."""
    with engine_at_hand():
        from homeward.cli.summary import print_summary

        raise SystemExit(print_summary(results))


@main.command()
@click.argument("form", metavar="FORMAT")
@click.argument("files", metavar="IN... [OUT]", nargs=-1, required=True,
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path),
              help="The folder to write; without it the last path is that folder.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="No totals.")
def convert(form: str, files: tuple[Path, ...], out: Path | None, *, quiet: bool) -> None:
    """Turn files of a published FORMAT into a folder that "homeward load" reads.

    The formats are ca-doj, suffolk-da and va-courts. "homeward load" and "homeward screen" read
    such files as they are, too: this shows what becomes of each row.
    """
    from homeward.cli.convert import convert_into

    if out is None:
        *files, out = files  # type: ignore[assignment]
    if not files:
        click.echo("homeward: name a file to convert, and a folder to write with --out", err=True)
        raise SystemExit(2)
    raise SystemExit(convert_into(form, files, out, quiet=quiet))


@main.command()
@click.argument("data", nargs=-1, required=True)
@click.option("--out", type=click.Path(path_type=Path), help="The folder of the store to write.")
@click.option("--mapping", type=click.Path(path_type=Path),
              help="A TOML file that says what the columns are.")  # fmt: skip
@click.option(
    "--propose-mapping", is_flag=True, help="Print a mapping to check and edit; load nothing."
)
@click.option("--partitions", type=click.IntRange(min=1), help="How many; by default by the size.")
@click.option("--memory-limit", "memory_mb", type=click.IntRange(min=256), metavar="MB",
              default=300, show_default=True, help="How much may be used, about.")  # fmt: skip
@click.option("--encoding", default="utf-8", show_default=True,
              help="Of text files; several, with commas, are tried line by line.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="No progress, no totals.")
def load(  # noqa: PLR0913  one argument an option
    data: tuple[str, ...],
    out: Path | None,
    mapping: Path | None,
    partitions: int | None,
    memory_mb: int,
    encoding: str,
    *,
    propose_mapping: bool,
    quiet: bool,
) -> None:
    """Load DATA (CSV, Parquet, Arrow, JSON lines, DuckDB; files, globs, folders) into a store.

    The store is what the other commands on many people read. docs/data.md tells the rest.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # its own keeps 40 MB for later
    from homeward.cli import load as command
    from homeward.sources import LoadWish

    encodings = command.encodings_of(encoding)
    if propose_mapping:
        raise SystemExit(command.propose(data, encodings))
    if out is None:
        raise SystemExit(command.no_store())
    wish = LoadWish(out, mapping, partitions, memory_mb, encodings)
    raise SystemExit(command.load_into(data, wish, quiet=quiet))


@main.command()
@click.option("--port", type=click.IntRange(1, 65_535), default=8_000, show_default=True,
              help="Where to listen.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True,
              help="The address to listen on; only this machine reaches the default.")  # fmt: skip
@click.option("--hosted", is_flag=True,
              help="For strangers: limit how often one address may ask.")  # fmt: skip
@click.option("--proxies", default="", metavar="ADDRESSES",
              help="Proxies, with commas, whose word on who is calling is taken.")  # fmt: skip
@click.option("--wording", multiple=True, type=click.Path(path_type=Path),
              help="Your own words of a screening form, to show it too.")  # fmt: skip
def serve(port: int, host: str, proxies: str, wording: tuple[Path, ...], *, hosted: bool) -> None:
    """Open the site on this machine. Nothing that is typed there is kept.

    docs/site.md tells how to host it for others.
    """
    with engine_at_hand("web"):
        from homeward.cli.serve import serve_on

        raise SystemExit(serve_on(host, port, proxies, wording, hosted=hosted))


main.add_command(therapy)
main.add_command(guide)
