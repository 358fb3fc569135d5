"""The files of an `add`: paths, folders and standard input, each as bytes or as a problem."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimtrack.ingest.reader import MOST_BYTES, problem
from claimtrack.models import Problem

SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml"})
"""What is read from a folder; a file that is named is always tried."""


def inputs(paths: Iterable[str]) -> Iterator[tuple[str, bytes | Problem]]:
    """Name and bytes of every input; one that can't be read does not stop the others."""
    for path in paths:
        if path == "-":
            yield "standard input", sys.stdin.buffer.read(MOST_BYTES + 1)
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield path, _bytes(Path(path))


def _folder(folder: Path) -> Iterator[tuple[str, bytes | Problem]]:
    shut: list[OSError] = []
    walked = [Path(inside) / name for inside, _, names in os.walk(folder, onerror=shut.append) for name in names]
    found = sorted(p for p in walked if p.suffix.lower() in SUFFIXES and not _is_hidden(p, folder) and _is_plain(p))
    for error in shut:
        yield (
            error.filename,
            problem(error.filename, f"the folder can't be read: {error.strerror}", "Check its permissions."),
        )
    if not found and not shut:
        yield (
            str(folder),
            problem(
                str(folder), "the folder holds no articles", f"Files ending in {', '.join(sorted(SUFFIXES))} are read."
            ),
        )
    for path in found:
        yield str(path), _bytes(path)


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _is_plain(path: Path) -> bool:
    """Whether it is a file, or a link that leads nowhere and is worth telling; no pipe, which would wait for ever."""
    return path.is_file() or not path.exists()


def _bytes(path: Path) -> bytes | Problem:
    """At most one byte more than an article may have, so that a huge file is not read whole."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return problem(str(path), "there is no such file", "Check the path.")
    except OSError as error:
        return problem(str(path), f"the file can't be read: {error.strerror}", "Check its permissions.")
