from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from kcc_desktop.data.schema import REVISION
from kcc_desktop.data.upgrade import SchemaState, differences, downgrade, schema_state, upgrade
from kcc_desktop.resources import migrations


def test_the_migrated_database_equals_the_rows(engine):
    with engine.connect() as connection:
        assert differences(connection) == []


def test_migrations_run_down_and_up_again(engine):
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    upgrade(engine)
    assert schema_state(engine) is SchemaState.CURRENT


def test_the_program_knows_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION
