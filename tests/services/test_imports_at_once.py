"""Two imports at the same time: one after the other, so that the second finds what the first one made."""

import json
import threading

import pytest
from sqlalchemy import event, func, select

from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.parties import OrganisationRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.services.imports import ImportService
from tests.conftest import SQLITE_KEY
from tests.services.office import roles

COMPANIES = 60


@pytest.fixture(params=["sqlite", "postgresql", "desk"])
def two_desks(request, tmp_path):
    """Two desks of administrators."""
    owner = request.getfixturevalue("sqlite_engine" if request.param == "sqlite" else "postgresql_engine")
    if request.param == "sqlite":
        logins = ("bea", "cas")
        engines = [open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login=login) for login in logins]
    elif request.param == "desk":
        logins = ("bea", "cas")
        engines = [request.getfixturevalue("plain_engine")(login) for login in logins]
    else:
        logins = ("",)
        engines = [owner, owner]
    for login in logins:
        make_first_agent(Database(owner), f"Beheer {login}", "KCC", {Role.ADMINISTRATOR}, login=login)
    yield Database(owner), [Database(engine) for engine in engines]
    for engine in engines:
        engine.dispose()


def at_once(calls, engines, table):
    """Each in a thread of its own; none writes to the table before all have read, or one waits for another."""
    together, reports, errors = threading.Barrier(len(calls)), [], []
    met = set()

    def meet(_connection, _cursor, statement, _parameters, _context, _many):
        if statement.startswith(f"INSERT INTO {table} ") and threading.get_ident() not in met:
            met.add(threading.get_ident())
            try:
                together.wait(1.5)
            except threading.BrokenBarrierError:
                return  # the other one waits

    def work(call):
        try:
            reports.append(call())
        except BaseException as error:
            errors.append(error)

    for engine in {id(engine): engine for engine in engines}.values():
        event.listen(engine, "before_cursor_execute", meet)
    threads = [threading.Thread(target=work, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    return sorted((report.added, report.unchanged) for report in reports)


def test_no_organisation_is_doubled(two_desks, tmp_path):
    owner, desks = two_desks
    file = tmp_path / "kvk.csv"
    lines = [f"{90000000 + n};Bedrijf {n}" for n in range(COMPANIES)]
    file.write_text("\n".join(["kvk_nummer;naam", *lines]), encoding="utf-8")
    done = at_once(
        [lambda desk=desk: ImportService(desk).organisations(file) for desk in desks],
        [desk.engine for desk in desks],
        "organisation",
    )
    assert done == [(0, COMPANIES), (COMPANIES, 0)]
    assert owner.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(OrganisationRow))) == COMPANIES


def test_no_product_is_doubled(two_desks, tmp_path):
    owner, desks = two_desks
    file = tmp_path / "products.csv"
    file.write_text("naam\nPaspoort\nRijbewijs\n", encoding="utf-8")
    done = at_once(
        [lambda desk=desk: ImportService(desk).products(file) for desk in desks],
        [desk.engine for desk in desks],
        "product",
    )
    assert done == [(0, 2), (2, 0)]
    assert owner.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ProductRow))) == 2


def written(folder, kind):
    """A file of each kind with one record."""
    person = [{"aNummer": "8940402024", "naam": {"geslachtsnaam": "Moulin"}}]
    texts = {
        "persons": json.dumps(person),
        "organisations": "kvk_nummer;naam\n90000044;Pulp\n",
        "products": "naam\nPaspoort\n",
        "cases": "zaaknummer;zaaktype;startdatum;bsn\nZ1;Vergunning;2026-03-02;\n",
        "colleagues": "sleutel;soort;naam\n1;afdeling;Burgerzaken\n",
    }
    file = folder / f"{kind}.{'json' if kind == 'persons' else 'csv'}"
    file.write_text(texts[kind], encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", ["persons", "organisations", "products", "cases", "colleagues"])
@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_import_what(team_database, tmp_path, kind, role):
    """On a plain login the database allows what the services allow, and nothing of a refused one stays."""
    roles(team_database, role)
    importing = getattr(ImportService(team_database), kind)
    allowed = role is Role.ADMINISTRATOR or (role is Role.EDITOR and kind == "products")
    if allowed:
        assert importing(written(tmp_path, kind)).added == 1
        assert importing(written(tmp_path, kind)).unchanged == 1
    else:
        with pytest.raises(NotAllowed):
            importing(written(tmp_path, kind))


def test_an_administrators_cases_stand_on_timelines_whose_contacts_they_do_not_read(team_database, tmp_path):
    roles(team_database, Role.ADMINISTRATOR)
    service, file = ImportService(team_database), tmp_path / "cases.csv"
    service.persons(written(tmp_path, "persons"))
    for started, done in (("2026-03-02", "added"), ("2026-03-03", "changed")):
        file.write_text(
            f"zaaknummer;zaaktype;startdatum;a_nummer\nZ1;Vergunning;{started};8940402024\n", encoding="utf-8"
        )
        assert getattr(service.cases(file), done) == 1
    kinds = team_database.unguarded_read(lambda c: c.scalars(select(TimelineEntryRow.kind)).all())
    assert kinds == ["case"]
