"""Runs the migrations on the connection the program hands over; knows no URL of its own."""

from alembic import context

from kcc_desktop.data.schema import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
