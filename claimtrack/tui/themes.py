"""The looks of the desk: dark, light, and of high contrast; blue and orange, never red against green."""

from textual.theme import Theme

_BLUE, _ORANGE = "#56B4E9", "#E69F00"  # Okabe and Ito's palette, which colour-blind people can tell apart

THEMES = (
    Theme(
        name="claimtrack-dark",
        primary=_BLUE,
        secondary="#8fa3b8",
        accent=_ORANGE,
        warning=_ORANGE,
        error=_ORANGE,
        success=_BLUE,
        foreground="#e4e7eb",
        background="#14181d",
        surface="#1b2027",
        panel="#242b34",
        dark=True,
    ),
    Theme(
        name="claimtrack-light",
        primary="#0072B2",
        secondary="#55606b",
        accent="#B35900",
        warning="#B35900",
        error="#B35900",
        success="#0072B2",
        foreground="#1a1d21",
        background="#fbfbf9",
        surface="#f1f1ee",
        panel="#e2e3df",
        dark=False,
    ),
    Theme(
        name="claimtrack-contrast",
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffd24d",
        warning="#ffd24d",
        error="#ffd24d",
        success="#ffffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#303030",
        dark=True,
    ),
)
NAMES = tuple(theme.name for theme in THEMES)


def after(name: str) -> str:
    """The theme that follows one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]
