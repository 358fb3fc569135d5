"""The inward edge: files and pages become captures."""

from claimtrack.ingest.files import inputs
from claimtrack.ingest.reader import NOTHING_GIVEN, Given, doubts, read

__all__ = ["NOTHING_GIVEN", "Given", "doubts", "inputs", "read"]
