"""Who is asked under which law, found on Spark: people whose cases name the same places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyspark.sql import Column, DataFrame, functions

from homeward.screen.asked import Asked, Group, asked_by, masks_of, worth_asking
from homeward.screen.wish import Wish, bodies_of
from homeward.sources.mapping import JURISDICTION, ColumnMap
from homeward.sources.reading_sql import Column as Matched
from homeward.spark.gathering import WHOSE, Tables, column_of, matched, quoted

_PLACES = (JURISDICTION, "tenancy.jurisdiction")
_PLACE, _MASK = "place", "mask"


def asked_on_spark(tables: Tables, mapping: ColumnMap, wish: Wish) -> Asked:
    """Find the groups of people, as :func:`homeward.screen.asked.who_is_asked` does of a store."""
    people = _people(tables, mapping)
    if wish.laws:
        laws = tuple(body.id for body in bodies_of(wish.laws))
        return Asked((Group(laws, people, 0),), {}, {}, 0)
    worth = worth_asking(wish, _held(tables, mapping))
    told = list(_told(tables, mapping))
    if not told:
        return asked_by({}, {}, people, worth)
    whole = told[0]
    for one in told[1:]:
        whole = whole.unionByName(one)
    counted = whole.groupBy(_PLACE).agg(functions.countDistinct(WHOSE).alias("people"))
    named = {row[_PLACE]: row["people"] for row in counted.collect() if row[_PLACE]}
    masks = _masks(whole, masks_of(named, worth))
    return asked_by(dict(sorted(named.items())), masks, people, worth)


def _people(tables: Tables, mapping: ColumnMap) -> int:
    name = "people" if "people" in tables else "charges"
    column = column_of(name, tables[name], mapping, "person")
    people: int = tables[name].select(quoted(column)).distinct().count()
    return people


def _held(tables: Tables, mapping: ColumnMap) -> set[str]:
    """The facts for which there is a column, or a constant."""
    columns = {fact for name, frame in tables.items() for fact in matched(name, frame, mapping)}
    return columns | set(mapping.constants)


def _told(tables: Tables, mapping: ColumnMap) -> Iterator[DataFrame]:
    """Each row's place beside whose it is, for every table that tells places."""
    for name, frame in tables.items():
        for fact in _PLACES:
            column = matched(name, frame, mapping).get(fact)
            if column is not None:
                yield _column_told(name, frame, mapping, column)
    constant = mapping.constants.get(JURISDICTION)
    if constant is not None:
        yield _constant_told(tables, mapping, str(constant.value))


def _column_told(name: str, frame: DataFrame, mapping: ColumnMap, column: Matched) -> DataFrame:
    """The places in a column, read as loading reads them."""
    written = functions.col(quoted(column.name)).cast("string")
    whose = functions.col(quoted(column_of(name, frame, mapping, "person"))).cast("string")
    rows = frame.select(whose.alias(WHOSE), written.alias(_PLACE))
    raw = [row[_PLACE] for row in rows.select(_PLACE).distinct().collect()]
    read = {one: column.reading.read(one) for one in raw if one is not None}
    meant = {one: place for one, place in read.items() if isinstance(place, str)}
    return rows.withColumn(_PLACE, _looked_up(meant))


def _constant_told(tables: Tables, mapping: ColumnMap, place: str) -> DataFrame:
    column = column_of("charges", tables["charges"], mapping, "person")
    whose = functions.col(quoted(column)).cast("string")
    return tables["charges"].select(whose.alias(WHOSE), functions.lit(place).alias(_PLACE))


def _masks(whole: DataFrame, places: Mapping[str, int]) -> dict[int, int]:
    """How many people have each mask."""
    mask = _looked_up({place: str(mask) for place, mask in places.items()}).cast("long")
    masks = whole.withColumn(_MASK, functions.coalesce(mask, functions.lit(0)))
    each = masks.groupBy(WHOSE).agg(functions.bit_or(_MASK).alias(_MASK))
    return {row[_MASK]: row["count"] for row in each.groupBy(_MASK).count().collect()}


def _looked_up(meant: Mapping[str, str]) -> Column:
    found = functions.lit(None).cast("string")
    for written, meaning in meant.items():
        found = functions.when(functions.col(_PLACE) == written, meaning).otherwise(found)
    return found
