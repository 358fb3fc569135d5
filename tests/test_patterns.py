"""No pattern of the program can take exponential time: article text is not to be trusted."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import claimtrack

_REPEATS = {c.MAX_REPEAT, c.MIN_REPEAT}


def _patterns() -> Iterator[tuple[str, str]]:
    """Every pattern compiled by a module, and every one written as a plain string where it is used."""
    for module in pkgutil.walk_packages(claimtrack.__path__, "claimtrack."):
        if re.search(r"\.train|__main__|\.migrations", module.name):
            continue
        loaded = importlib.import_module(module.name)
        compiled = (value for value in vars(loaded).values() if isinstance(value, re.Pattern))
        yield from ((module.name, found.pattern) for found in compiled if isinstance(found.pattern, str))
    for path in Path(claimtrack.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                first = node.args[0]
                if of_re and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield path.name, first.value


def _is_nullable(item: tuple) -> bool:  # type: ignore[type-arg]
    kind, value = item
    if kind in _REPEATS:
        return value[0] == 0 or all(map(_is_nullable, value[2]))
    if kind == c.SUBPATTERN:
        return all(map(_is_nullable, value[3]))
    if kind == c.BRANCH:
        return any(all(map(_is_nullable, branch)) for branch in value[1])
    return kind in {c.AT, c.ASSERT, c.ASSERT_NOT}


def _holds_a_repeat_alone(items: list) -> bool:  # type: ignore[type-arg]
    """Whether some items can be one unbounded repeat and nothing else: "(a+ ?)" repeated can be parted anyhow."""
    for place, (kind, value) in enumerate(items):
        others = [*items[:place], *items[place + 1 :]]
        is_free = kind in _REPEATS and value[1] == c.MAXREPEAT
        inner = [value[3]] if kind == c.SUBPATTERN else value[1] if kind == c.BRANCH else []
        if all(map(_is_nullable, others)) and (is_free or any(map(_holds_a_repeat_alone, inner))):
            return True
    return False


def _can_explode(items: list) -> bool:  # type: ignore[type-arg]
    for kind, value in items:
        if kind in _REPEATS:
            if value[1] == c.MAXREPEAT and _holds_a_repeat_alone(list(value[2])):
                return True
            below = [value[2]]
        elif kind == c.SUBPATTERN:
            below = [value[3]]
        elif kind == c.BRANCH:
            below = value[1]
        elif kind in {c.ASSERT, c.ASSERT_NOT}:
            below = [value[1]]
        else:
            continue
        if any(_can_explode(list(part)) for part in below):
            return True
    return False


def test_the_check_sees_what_explodes_and_nothing_else() -> None:
    for bad in (r"(?:\w+ ?)+", r"(a+)+b", r"x(?:(?!that)[a-z]+ ?)*", r"(?:a*|b)+"):
        assert _can_explode(list(parser.parse(bad))), bad
    for good in (r"\w+(?: \w+)*", r"(?:\w+ )+", r"(?:\w+ ?){1,4}", r"[a-z]+"):
        assert not _can_explode(list(parser.parse(good))), good


def test_no_pattern_repeats_a_repeat() -> None:
    found = {(where, pattern) for where, pattern in _patterns() if _can_explode(list(parser.parse(pattern)))}
    assert not found
