"""Migration 1: facts (captures, statements, judgements) and what is derived from them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_FACTS = ("capture", "statement", "judgement")
_APPLICATION_ID = 0x434C5452  # "CLTR"


def upgrade() -> None:
    """Make the tables, and the triggers that keep facts as they are."""
    op.create_table(
        "capture",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(40), nullable=False, unique=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("original", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("date", sa.String(10)),
        sa.Column("captured_at", sa.String(40)),
        sa.Column("url", sa.Text),
        sa.Column("media_type", sa.String(40), nullable=False),
        sa.Column("layout", sa.JSON, nullable=False),
    )
    op.create_table(
        "statement",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(40), nullable=False, unique=True),
        sa.Column("capture_id", sa.String(40), sa.ForeignKey("capture.id"), nullable=False, index=True),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("source", "cue", "content")),
        *(
            sa.Column(name, sa.String(10), nullable=False)
            for name in ("quote_type", "kind", "stance", "hedge", "polarity")
        ),
        sa.Column("party", sa.JSON, nullable=False),
        sa.Column("in_heading", sa.Boolean, nullable=False),
    )
    op.create_table(
        "judgement",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(40), nullable=False, unique=True),
        sa.Column("target", sa.String(40), sa.ForeignKey("statement.id"), nullable=False, index=True),
        sa.Column("axis", sa.String(10), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("undoes", sa.String(40), nullable=False),
    )
    op.create_table(
        "derived",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False, index=True),
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        _keep_facts()


def _keep_facts() -> None:
    op.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    for table in _FACTS:
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} rows are facts and are only ever added'); END"
            )
