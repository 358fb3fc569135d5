"""The inward edge: files and pages become captures."""

from claimtrack.ingest.files import inputs
from claimtrack.ingest.reader import Given, read

__all__ = ["Given", "inputs", "read"]
