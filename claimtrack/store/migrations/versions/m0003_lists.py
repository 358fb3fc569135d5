"""Migration 3: the lists of the review desk, with their full-text index; what is derived knows its event.

All of it can be derived anew, and is: an older database is linked again when it is next opened.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; what was derived before goes."""
    op.drop_table("derived")
    op.create_table(
        "derived",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("id", sa.String(40), nullable=False, index=True),
        sa.Column("event_id", sa.String(40), nullable=False, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "entry",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("listed", sa.String(10), nullable=False, index=True),
        sa.Column("key", sa.Text, nullable=False, index=True),
        sa.Column("event_id", sa.String(40), nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "title", "detail", "event")),
        sa.Column("first_day", sa.String(10), nullable=False, index=True),
        sa.Column("last_day", sa.String(10), nullable=False, index=True),
        sa.Column("pairs", sa.JSON, nullable=False),
    )
    op.create_table(
        "member",
        sa.Column("entry", sa.Integer, primary_key=True),
        sa.Column("statement_id", sa.String(40), primary_key=True, index=True),
        sa.Column("claim_id", sa.String(40), nullable=False),
    )
    op.create_table(
        "state",
        sa.Column("entry", sa.Integer, primary_key=True),
        sa.Column("reviewer", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("so", "said", "marks")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE entry_text USING fts5(text, party, side, outlet, event, type, stance, "
        "content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
