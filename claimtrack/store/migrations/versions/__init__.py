"""Alembic's migrations; only ever added to."""
