"""Migration 2: decisions about parties, relations and events too, and several made at once."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_OLD = "seq, id, target, axis, verdict, reviewer, at, why, evidence, undoes"


def upgrade() -> None:
    """Make the table of judgements anew, wider, with every row in it; its facts stay facts."""
    op.rename_table("judgement", "judgement_1")
    op.drop_index("ix_judgement_target", table_name="judgement_1")
    op.create_table(
        "judgement",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(40), nullable=False, unique=True),
        sa.Column("target", sa.Text, nullable=False, index=True),
        sa.Column("axis", sa.String(10), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reviewer", "at", "why", "evidence", "undoes")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("other", "value", "made_with")),
    )
    op.execute(
        f"INSERT INTO judgement ({_OLD}, other, value, made_with) SELECT {_OLD}, '', '', '' FROM judgement_1"  # noqa: S608
    )
    op.drop_table("judgement_1")
    if op.get_bind().dialect.name == "sqlite":
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER judgement_no_{action.lower()} BEFORE {action} ON judgement "
                "BEGIN SELECT RAISE(ABORT, 'judgement rows are facts and are only ever added'); END"
            )
