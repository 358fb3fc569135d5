"""Migration 5: a word that every entry has, for filters that only exclude; one narrow index for days.

What is derived goes, as in migration 3: an older database is linked again when it is next looked at.
"""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the full-text index anew, with one column more, and empty what is derived."""
    for table in ("derived", "entry", "member", "state"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 our own names
    op.execute("DROP TABLE entry_text")
    op.execute(
        "CREATE VIRTUAL TABLE entry_text USING fts5(text, party, side, outlet, event, type, stance, every, "
        "content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    op.drop_index("ix_entry_first_day", "entry")
    op.drop_index("ix_entry_last_day", "entry")
    op.create_index("ix_entry_days", "entry", ["seq", "first_day", "last_day"])
