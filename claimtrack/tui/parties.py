"""The tree of parties."""

from textual.screen import Screen


class PartiesScreen(Screen[None]):
    """To come."""
