"""Fixtures of the browser's desk."""

from tests.web.serving import database

__all__ = ["database"]
