"""Every kind of node of the language can be compiled, and is among those that are made up."""

import importlib
import inspect
import pkgutil

import pytest

import homeward.rules
from homeward.rules.limit import Kind
from homeward.rules.logic import Const
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.screen.nodes import BUILDERS
from tests.screen import made_up_rules

for module in pkgutil.walk_packages(homeward.rules.__path__, "homeward.rules."):
    importlib.import_module(module.name)

PARTS_OF_NODES = {Rows, Kind, Const}
"""Nodes that others read for themselves, and yes and no, which are made up by those names."""


def kinds(of=Node):
    for kind in of.__subclasses__():
        yield from kinds(kind) if kind.__subclasses__() else [kind]


@pytest.mark.parametrize("kind", sorted(set(kinds()) - PARTS_OF_NODES, key=str), ids=str)
def test_a_kind_of_node_can_be_compiled_and_is_made_up(kind):
    assert kind in BUILDERS
    made_up = inspect.getsource(made_up_rules)
    assert kind.__name__.lower() in made_up.lower()
