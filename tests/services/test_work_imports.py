"""Work of other systems comes in once, counted from when it was received, and each line that stays out is named."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import insert, select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.change_log import ChangeRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.parties import OrganisationRow, PersonRow
from kcc_desktop.data.work import TaskRow, TaskTextRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.work import CloseWork, WorkOutcome
from kcc_desktop.domain.work_lists import ListKind, WorkList, in_queue, last_night
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.work import WorkService
from kcc_desktop.services.work_imports import WorkImportService
from tests.integrations.importing import EXAMPLES
from tests.services.office import roles
from tests.services.test_work import make_queue

HEADER = "kenmerk;wachtrij;kanaal;ontvangen;product;bsn;kvk_nummer;naam;telefoon;e-mail;tekst"
FRIDAY = datetime(2026, 3, 6, 16, 0, tzinfo=HERE)


@pytest.fixture
def service(database):
    roles(database, Role.AGENT, Role.ADMINISTRATOR)
    return WorkImportService(database)


@pytest.fixture
def written(tmp_path):
    def write(*lines):
        file = tmp_path / "work.csv"
        file.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
        return file

    return write


def said(report):
    refused = [(one.line, one.problem.name, one.problem.reason) for one in report.refused]
    return report.added, report.unchanged, refused


def tasks(database):
    statement = select(TaskRow.__table__, TaskTextRow.explanation, TaskTextRow.phone).join(
        TaskTextRow, TaskTextRow.task_id == TaskRow.id
    )
    return database.unguarded_read(lambda c: c.execute(statement.order_by(TaskRow.reference)).all())


def count(database, table):
    return database.unguarded_read(lambda c: len(c.execute(select(table.__table__)).all()))


def known(database, bsn="999993653"):
    """Somebody of the register, as the desk knows them."""
    party = new_id()
    PartyService(database).register_person(RegisterPerson(party, PersonName(surname="Moulin")))
    database.unguarded_write(lambda c: c.execute(PersonRow.__table__.update().values(bsn=bsn)))
    return party


def test_the_example_comes_in_and_a_second_time_changes_nothing(database, service):
    assert said(service.bring_in(EXAMPLES / "work.csv")) == (2, 0, [])
    before = tasks(database), count(database, ChangeRow)
    assert said(service.bring_in(EXAMPLES / "work.csv")) == (0, 2, [])
    assert (tasks(database), count(database, ChangeRow)) == before
    container, extract = before[0]
    assert container.explanation == (
        "Mijn container is niet geleegd.\nKan dat morgen nog?\n\nSuzanne Moulin, s.moulin@voorbeeld.nl"
    )
    assert (container.kind, container.phone, container.channel_code) == ("callback", "+31612345678", "e-form")
    assert (container.queue_code, container.party_id, container.state) == ("general", None, "open")
    assert (extract.kind, extract.explanation) == ("task", "Wat kost een uittreksel?")
    assert extract.created_at == datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def test_looking_writes_nothing(database, service):
    lines = count(database, AuditLineRow)
    assert said(service.look_at(EXAMPLES / "work.csv")) == (2, 0, [])
    assert (tasks(database), count(database, AuditLineRow)) == ([], lines)


def test_the_norm_counts_from_when_it_was_received_while_this_office_is_open(database, written):
    """Four open hours from Friday 16:00: one of them on Friday, the others on Monday; longer days end sooner."""
    roles(database, Role.AGENT, Role.ADMINISTRATOR)
    make_queue(database)
    file = written("A1;vergunningen;e-form;06-03-2026 16:00;;;;;;;Mag dit?")
    assert said(WorkImportService(database).bring_in(file)) == (1, 0, [])
    late = written("A2;vergunningen;e-form;06-03-2026 16:00;;;;;;;Mag dit ook?")
    until_eight = ((time(8), time(20)),) * 5 + (None, None)
    assert said(WorkImportService(database, until_eight).bring_in(late)) == (1, 0, [])
    usual, longer = tasks(database)
    assert usual.due_at == datetime(2026, 3, 9, 11, 30, tzinfo=HERE)
    assert longer.due_at == datetime(2026, 3, 6, 20, 0, tzinfo=HERE)
    assert usual.created_at == FRIDAY


def test_what_came_in_at_night_stands_with_the_night(database, service, written):
    closed, opened = last_night(datetime.now(UTC))
    at = (closed + (opened - closed) / 2).astimezone(HERE)
    service.bring_in(written(f"N1;general;e-form;{at:%d-%m-%Y %H:%M};;;;;;;Om middernacht"))
    (item,) = WorkService(database).listed(WorkList(ListKind.NIGHT)).items
    assert item.task.title == "Om middernacht"


def test_it_stands_on_the_timeline_of_who_is_known(database, service, written):
    party = known(database)
    product = new_id()
    database.unguarded_write(lambda c: c.execute(insert(ProductRow).values(id=product, name="Paspoort aanvragen")))
    line = "B1;general;e-form;06-03-2026 16:00;paspoort aanvragen;999993653;;S. Moulin;0612345678;s@x.nl;Wanneer klaar?"
    assert said(service.bring_in(written(line))) == (1, 0, [])
    (task,) = tasks(database)
    assert (task.party_id, task.product_id) == (party, product)
    (entry,) = TimelineService(database).page(party).entries
    assert (entry.id, entry.at) == (task.id, FRIDAY)
    assert TaskService(database).open(task.id).explanation.endswith("S. Moulin, s@x.nl")
    changes = database.unguarded_read(lambda c: c.execute(select(ChangeRow.entity, ChangeRow.entity_id)).all())
    assert ("party", str(party)) in {(entity, str(told)) for entity, told in changes}


def test_a_company_is_known_by_its_number(database, service, written):
    ImportService(database).organisations(EXAMPLES / "organisations.csv")
    number = database.unguarded_read(lambda c: c.scalar(select(OrganisationRow.kvk_number).limit(1)))
    assert said(service.bring_in(written(f"K1;general;e-form;06-03-2026 16:00;;;{number};;;;Vergunning?"))) == (
        1,
        0,
        [],
    )
    assert tasks(database)[0].party_id is not None


def test_contact_details_that_are_covered_are_kept_out_of_the_words(database, service, written):
    known(database)
    database.unguarded_write(lambda c: c.execute(PersonRow.__table__.update().values(restriction=7)))
    line = "G1;general;e-form;06-03-2026 16:00;;999993653;;S. Moulin;0612345678;s@x.nl;Wanneer klaar?"
    service.bring_in(written(line))
    (task,) = tasks(database)
    assert task.explanation == "Wanneer klaar?"
    detail = TaskService(database).open(task.id)
    assert (detail.summary.phone, detail.explanation) == ("", "Wanneer klaar?")


TOMORROW = f"{datetime.now(HERE) + timedelta(days=1):%d-%m-%Y %H:%M}"


@pytest.mark.parametrize(
    ("line", "name", "reason"),
    [
        (";general;e-form;06-03-2026 16:00;;;;;;;Tekst", "kenmerk", "required"),
        ("1;nergens;e-form;06-03-2026 16:00;;;;;;;Tekst", "wachtrij", "unknown"),
        ("1;dicht;e-form;06-03-2026 16:00;;;;;;;Tekst", "wachtrij", "unknown"),
        ("1;general;duif;06-03-2026 16:00;;;;;;;Tekst", "kanaal", "unknown"),
        ("1;general;e-form;gisteren;;;;;;;Tekst", "ontvangen", "moment_characters"),
        ("1;general;e-form;31-02-2026 16:00;;;;;;;Tekst", "ontvangen", "moment_range"),
        (f"1;general;e-form;{TOMORROW};;;;;;;Tekst", "ontvangen", "moment_ahead"),
        ("1;general;e-form;;;;;;;;Tekst", "ontvangen", "required"),
        ("1;general;e-form;06-03-2026 16:00;Maanreis;;;;;;Tekst", "product", "product_unknown"),
        ("1;general;e-form;06-03-2026 16:00;;999993653;;;;;Tekst", "bsn", "number_of_nobody"),
        ("1;general;e-form;06-03-2026 16:00;;123456789;;;;;Tekst", "bsn", "bsn_checksum"),
        ("1;general;e-form;06-03-2026 16:00;;999993653;12345678;;;;Tekst", "kvk_nummer", "one_party"),
        ("1;general;e-form;06-03-2026 16:00;;;;;;; ", "tekst", "required"),
        ("1;general;e-form;06-03-2026 16:00", "", "ragged"),
    ],
)
def test_a_line_that_is_wrong_is_named_and_the_others_come_in(database, service, written, line, name, reason):
    make_queue(database, "dicht", is_in_use=False)
    report = service.bring_in(written("0;general;e-form;06-03-2026 16:00;;;;;;;Goed", line))
    assert said(report) == (1, 0, [(3, name, reason)])
    assert [task.explanation for task in tasks(database)] == ["Goed"]


def test_two_systems_that_number_alike_do_not_hide_each_others_work(database, service, written):
    one, other = "7;general;e-form;06-03-2026 16:00;;;;;;;Een", "7;general;e-mail;06-03-2026 16:00;;;;;;;Twee"
    assert said(service.bring_in(written(one, one))) == (1, 0, [(3, "kenmerk", "twice_in_file")])
    assert said(service.bring_in(written(other))) == (0, 0, [(2, "kenmerk", "other_work")])


def test_what_was_done_with_it_here_stays(database, service):
    service.bring_in(EXAMPLES / "work.csv")
    work = WorkService(database)
    for item in work.listed(in_queue("general")).items:
        work.close(CloseWork(new_id(), item.task.id, WorkOutcome.ANSWERED))
    assert said(service.bring_in(EXAMPLES / "work.csv")) == (0, 2, [])
    assert work.listed(in_queue("general")).items == ()


@pytest.mark.parametrize("wanted", [(Role.AGENT,), (Role.ADMINISTRATOR,), (Role.AUDITOR,)])
def test_it_takes_an_administrator_who_also_records_contacts(database, written, wanted):
    roles(database, *wanted)
    with pytest.raises(NotAllowed):
        WorkImportService(database).bring_in(EXAMPLES / "work.csv")
    assert tasks(database) == []


def test_a_file_with_another_header_is_refused_whole(service, tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("kenmerk;kleur\n1;rood\n", encoding="utf-8")
    with pytest.raises(BadFile, match="columns_missing"):
        service.bring_in(file)
