"""Untrusted text made safe to look at; what is stored stays as it is.

Control characters, marks that reverse the direction of text, and invisible ones become visible
pictures or escapes, so that an article can neither drive a terminal nor hide its words. The
joiners that Persian, Hindi and emoji need stay.
"""

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


def safe(text: str) -> str:
    r"""The text with every unsafe character as an escape that shows what it is ("\x1b", "\u202e")."""
    return _UNSAFE.sub(_shown, text)


def one_line(text: str) -> str:
    """Safe, with all white space as single blanks."""
    return " ".join(safe(text).split())


def shortened(words: str, longest: int) -> str:
    """Words cut between two of them, with " …", if they have more characters than the longest may."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def quote_marks(quote: str) -> tuple[str, str]:
    """The marks to set a quotation in; none where it brings its own."""
    has_own = len(quote) > 1 and quote[0] in '"“„«' and quote[-1] in '"”»'
    return ("", "") if has_own else ("“", "”")


def counted(number: int, noun: str) -> str:
    """For example "1 article", "2 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
