"""The town's own lists: a file twice is once, wrong lines are named, what is used stays, who must be called is told."""

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.calendars import CounterRow, ProductFactsRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import NoTimeLeft
from kcc_desktop.domain.citizen_texts import own_words
from kcc_desktop.domain.errors import InvalidValue, NotAllowed
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.list_kinds import WEEKDAYS, new_cells
from kcc_desktop.domain.lists import (
    CellProblem,
    EntryChanged,
    EntryGone,
    EntryRefused,
    ListKind,
    RefusedLine,
    SaveEntry,
)
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visits import VisitProposal
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.work import WorkService
from tests.integrations.importing import EXAMPLES
from tests.services.field_team import FieldTeam
from tests.services.importing import rows
from tests.services.office import roles, told
from tests.services.town_hall import TownHall

LISTS = EXAMPLES / "lists"
IN_ORDER = {
    ListKind.LOCATIONS: ("locations.csv", 2),
    ListKind.COUNTERS: ("counters.csv", 3),
    ListKind.HOURS: ("hours.csv", 8),
    ListKind.CLOSURES: ("closures.csv", 2),
    ListKind.PRODUCTS: ("product-facts.csv", 2),
    ListKind.FEES: ("fees.csv", 3),
    ListKind.QUEUES: ("queues.csv", 2),
    ListKind.WORKERS: ("workers.csv", 2),
    ListKind.WORKER_HOURS: ("worker-hours.csv", 3),
    ListKind.TEXTS: ("texts.csv", 0),
}


@pytest.fixture
def service(database):
    roles(database, Role.AGENT, Role.EDITOR)
    return ListService(database)


@pytest.fixture
def written(tmp_path):
    def write(text, encoding="utf-8"):
        file = tmp_path / "list.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return write


def visit_at(team, hour):
    begin = quantum_at(team.at(hour))
    promised = quantum_at(team.at(9)), quantum_at(team.at(17))
    proposal = VisitProposal(team.workers[0], "", team.tomorrow, begin, 6, promised, 0, 0, 0, TravelSource.DISTANCE)
    return team.booked(None, proposal, minutes=30)


def entry(service, kind, **cells):
    """The only entry with these cells."""
    (found,) = [one for one in service.entries(kind) if cells.items() <= dict(one.cells).items()]
    return found


def save(service, kind, before, **cells):
    wanted = {**(before.cells if before else new_cells(kind)), **cells}
    return service.save(SaveEntry(kind, before.id if before else "", wanted, before.cells if before else None))


def problems(refused):
    return [(one.name, one.reason) for one in refused.value.problems]


def test_every_example_comes_in_once(service):
    for kind, (name, many) in IN_ORDER.items():
        file = LISTS / name
        looked = service.look_at(kind, file)
        assert service.look_at(kind, file) == looked  # looking writes nothing
        report = service.bring_in(kind, file)
        assert (report, report.refused) == (looked, ())
        assert report.added == many
        assert report.added + report.changed == max(many, 1)
        again = service.bring_in(kind, file)
        assert (again.added, again.changed, again.unchanged) == (0, 0, max(many, 1))


def test_what_is_brought_in_stands_as_it_was_written(service):
    for kind, (name, _many) in IN_ORDER.items():
        service.bring_in(kind, LISTS / name)
    passport = entry(service, ListKind.PRODUCTS, name="Paspoort aanvragen").cells
    assert (passport["minutes"], passport["bring"]) == ("15", "Pasfoto\nOude paspoort")
    assert passport["locations"] == "Gemeentehuis | Servicepunt Marknesse"
    late = entry(service, ListKind.HOURS, weekday="thursday", counter="Balie 1").cells
    assert (late["from"], late["until"], late["valid_from"]) == ("13:00", "20:00", "01-01-2026")
    assert entry(service, ListKind.CLOSURES, reason="Oudjaarsdag").cells["until_on"] == "31-12-2026"
    assert entry(service, ListKind.LOCATIONS, code="gemeentehuis").cells["latitude"] == "52.7105"
    assert (
        "Morgen verwachten"
        in entry(service, ListKind.TEXTS, text="reminder", audience="resident", language="nl").cells["body"]
    )
    assert [queue.name for queue in WorkService(service._database).queues()] == ["Algemeen", "Terugbellen", "Klachten"]


def test_a_wrong_line_is_named_and_the_others_come_in(service, written):
    file = written(
        "code;naam;stap\nhal;Hal;5\nbad;Zwembad;7\n;Zonder code;5\nhal;Nog een;5\n"
        "plein;Hal;5\nte;veel;5;cellen\nloods;Loods;10\n"
    )
    report = service.bring_in(ListKind.LOCATIONS, file)
    assert report.added == 2
    assert report.refused == (
        RefusedLine(3, CellProblem("stap", "five_minutes")),
        RefusedLine(4, CellProblem("code", "required")),
        RefusedLine(5, CellProblem("code", "twice_in_file", "2")),
        RefusedLine(6, CellProblem("naam", "twice")),
        RefusedLine(7, CellProblem("", "ragged", "4, 3")),
    )
    assert {one.cells["code"] for one in service.entries(ListKind.LOCATIONS)} == {"hal", "loods"}


def test_a_wrong_header_refuses_the_file(service, written):
    with pytest.raises(BadFile, match="columns_unknown"):
        service.look_at(ListKind.LOCATIONS, written("code;naam;kleur\nhal;Hal;rood\n"))
    with pytest.raises(BadFile, match="columns_missing"):
        service.bring_in(ListKind.HOURS, written("locatie;van\nhal;08:00\n"))


def test_what_the_file_has_no_column_for_stays(service, written):
    service.bring_in(ListKind.LOCATIONS, LISTS / "locations.csv")
    report = service.bring_in(ListKind.LOCATIONS, written("code,name\ngemeentehuis,Stadhuis\nnieuw,Nieuw\n"))
    assert (report.added, report.changed, report.refused) == (1, 1, ())
    hall = entry(service, ListKind.LOCATIONS, code="gemeentehuis").cells
    assert (hall["name"], hall["address"]) == ("Stadhuis", "Voorbeeldplein 1, 8302 AB Emmeloord")
    assert entry(service, ListKind.LOCATIONS, code="nieuw").cells["zone"] == "Europe/Amsterdam"


def test_a_file_of_an_old_spreadsheet_keeps_its_accents(service, written):
    service.bring_in(ListKind.LOCATIONS, written("code;naam\ncafe;Café “De Één”\n", "cp1252"))
    assert entry(service, ListKind.LOCATIONS, code="cafe").cells["name"] == "Café “De Één”"


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (ListKind.HOURS, "locatie;dag;van;tot\nHal;ma;17:00;09:00\n", ("tot", "ends_before_begin")),
        (ListKind.HOURS, "locatie;dag;van;tot\nHal;ma;09:02;12:00\n", ("van", "clock_step")),
        (ListKind.HOURS, "locatie;dag;van;tot\nNergens;ma;09:00;12:00\n", ("locatie", "unknown")),
        (ListKind.HOURS, "locatie;balie;dag;van;tot\nHal;9;ma;09:00;12:00\n", ("balie", "none_yet")),
        (ListKind.HOURS, "locatie;dag;van;tot\nHal;feestdag;09:00;12:00\n", ("dag", "choice")),
        (ListKind.CLOSURES, "vanaf;tot_en_met;reden\n2-1-2027;1-1-2027;Dag\n", ("tot_en_met", "ends_before_start")),
        (ListKind.CLOSURES, "vanaf;van;tot;reden\n02-01-2027;09:00;;Feest\n", ("tot", "both_or_none")),
        (ListKind.LOCATIONS, "code;naam;tijdzone\nx;X;Europe/Nergens\n", ("tijdzone", "zone")),
        (ListKind.LOCATIONS, "code;naam;breedtegraad\nx;X;95\n", ("breedtegraad", "number")),
        (ListKind.PRODUCTS, "naam;minuten;locaties\nPas;15;Nergens\n", ("locaties", "unknown")),
        (ListKind.PRODUCTS, "naam;meenemen\nPas;Foto\n", ("minutes", "minutes_needed")),
        (ListKind.PRODUCTS, "naam;link\nPas;ftp://x\n", ("link", "no_web_address")),
        (ListKind.FEES, "naam;jaar;bedrag\nNiets;2026;1,00\n", ("naam", "none_yet")),
        (ListKind.FEES, "naam;jaar;bedrag\nNiets;2026;veel\n", ("bedrag", "money")),
        (ListKind.QUEUES, "code;naam;norm_waarde;norm_eenheid;team\na;A;2;werkdagen;Niemand\n", ("team", "unknown")),
        (ListKind.QUEUES, "code;naam;norm_waarde\na;A;2\n", ("norm_unit", "required")),
        (ListKind.TEXTS, "soort;voor;taal;tekst\nbrief;inwoner;nl;Dag {naam}\n", ("tekst", "unknown_place")),
        (ListKind.TEXTS, "soort;voor;taal;tekst\nbezoek;inwoner;nl;{meenemen}\n", ("tekst", "unknown_place")),
        (ListKind.TEXTS, "soort;voor;taal;tekst\nbrief;inwoner;nl;\n", ("tekst", "required")),
    ],
)  # fmt: skip
def test_bad_lines_say_what_is_wrong(service, written, kind, text, expected):
    save(service, ListKind.LOCATIONS, None, code="hal", name="Hal")
    report = service.look_at(kind, written(text))
    assert [(one.problem.name, one.problem.reason) for one in report.refused] == [expected]
    assert (report.added, report.changed) == (0, 0)


def test_an_entry_is_changed_in_place_and_told(service, database):
    made = save(service, ListKind.LOCATIONS, None, code="hal", name="Hal").entry
    changed = save(service, ListKind.LOCATIONS, made, name="Grote hal").entry
    assert (changed.id, changed.cells["name"]) == (made.id, "Grote hal")
    assert {entity for entity, _id in told(database)} == {"location"}
    actions = database.unguarded_read(lambda c: list(c.scalars(select(AuditLineRow.action))))
    assert actions == ["add_location", "change_location"]
    save(service, ListKind.LOCATIONS, changed)  # the same again is no change
    assert database.unguarded_read(lambda c: len(list(c.scalars(select(AuditLineRow.action))))) == 2


def test_a_colleagues_change_is_not_lost(service):
    made = save(service, ListKind.LOCATIONS, None, code="hal", name="Hal").entry
    save(service, ListKind.LOCATIONS, made, name="Van de collega")
    with pytest.raises(EntryChanged) as refused:
        save(service, ListKind.LOCATIONS, made, address="Plein 1")
    assert refused.value.entry.cells["name"] == "Van de collega"


def test_two_of_one_key_are_refused(service):
    save(service, ListKind.LOCATIONS, None, code="hal", name="Hal")
    with pytest.raises(EntryRefused) as refused:
        save(service, ListKind.LOCATIONS, None, code="HAL", name="Ander")
    assert problems(refused) == [("code", "twice")]


def test_hours_and_closures_go_and_counters_do_not(service):
    for kind in (ListKind.LOCATIONS, ListKind.COUNTERS, ListKind.HOURS):
        service.bring_in(kind, LISTS / IN_ORDER[kind][0])
    rule = entry(service, ListKind.HOURS, weekday="friday")
    assert service.remove(ListKind.HOURS, rule.id) == ()
    assert service.remove(ListKind.HOURS, rule.id) == ()  # gone already
    with pytest.raises(EntryGone):
        save(service, ListKind.HOURS, rule, until="16:00")
    with pytest.raises(KeyError):
        service.remove(ListKind.COUNTERS, entry(service, ListKind.COUNTERS, name="Balie 1").id)


def test_a_shorter_day_names_who_must_be_called(service, database, written):
    hall = TownHall(database)
    early, offers = hall.booked(), hall.service.offers(hall.wish(), 200)
    late = hall.booked(None, [one for one in offers if one.starts_at.date() == offers[0].starts_at.date()][-1])
    rule = entry(service, ListKind.HOURS, counter="", weekday=WEEKDAYS[hall.tomorrow.weekday()])
    saved = save(service, ListKind.HOURS, rule, until="12:00")
    assert [one.reference for one in saved.outside] == [late.reference]
    assert saved.outside[0].starts_at == late.starts_at
    again = save(service, ListKind.HOURS, saved.entry, until="11:00")
    assert again.outside == ()  # told already
    file = written(f"vanaf;reden\n{hall.tomorrow.isoformat()};Storing\n")
    closed = service.look_at(ListKind.CLOSURES, file)
    assert [one.reference for one in closed.outside] == [early.reference]
    assert hall.wrong_owners() == ([], {})  # nothing that was promised is taken


def test_hours_and_areas_of_workers_name_the_visits_that_now_lie_outside(service, database, written):
    team = FieldTeam(database, 2, skills=("wmo", "wmo"))
    early, late = (visit_at(team, hour) for hour in (10, 15))
    outside_w0 = written("code;gebieden\nw0;8316\n")
    looked = service.look_at(ListKind.WORKERS, outside_w0)
    assert [one.reference for one in looked.outside] == [early.reference, late.reference]
    rule = entry(service, ListKind.WORKER_HOURS, worker="Werker 1", weekday=WEEKDAYS[team.tomorrow.weekday()])
    saved = save(service, ListKind.WORKER_HOURS, rule, until="14:00")
    assert [(one.reference, one.worker, one.starts_at) for one in saved.outside] == [
        (late.reference, "Werker 1", late.starts_at)
    ]
    assert save(service, ListKind.WORKER_HOURS, saved.entry, until="13:00").outside == ()  # told already
    elsewhere = save(service, ListKind.WORKERS, entry(service, ListKind.WORKERS, code="w0"), areas="8316")
    assert [one.reference for one in elsewhere.outside] == [early.reference]
    team.service.unplan(early.id)
    back = save(service, ListKind.WORKERS, elsewhere.entry, areas="")
    assert back.outside == ()
    assert [one.reference for one in service.remove(ListKind.WORKER_HOURS, saved.entry.id)] == []
    assert team.service.open(late.id).starts_at == late.starts_at  # nothing that was promised is taken
    assert team.wrong_owners() == ([], {})


def test_a_counter_out_of_use_keeps_its_bookings_and_gets_no_more(service, database):
    hall = TownHall(database, counters=1)
    booked = hall.booked()
    counter = service.entries(ListKind.COUNTERS)[0]
    saved = save(service, ListKind.COUNTERS, counter, in_use="no")
    assert [one.reference for one in saved.outside] == [booked.reference]
    assert rows(database, CounterRow.is_in_use) == [(False,)]
    with pytest.raises(NoTimeLeft):
        hall.first()


def test_a_product_out_of_use_is_planned_no_more(service, database):
    hall = TownHall(database)
    hall.booked()
    passport = entry(service, ListKind.PRODUCTS, name="Paspoort")
    with pytest.raises(EntryRefused) as refused:
        save(service, ListKind.PRODUCTS, passport, minutes="", bring="", skill="")
    assert problems(refused) == [("minutes", "out_of_use_instead")]
    save(service, ListKind.PRODUCTS, passport, in_use="no")
    with pytest.raises(InvalidValue):
        hall.first()
    assert hall.passport not in hall.service.facts([hall.passport])
    assert len(rows(database, ProductFactsRow.product_id)) == 2


def test_a_counter_does_not_move_and_a_queue_keeps_its_code(service):
    for kind in (ListKind.LOCATIONS, ListKind.COUNTERS, ListKind.QUEUES):
        service.bring_in(kind, LISTS / IN_ORDER[kind][0])
    for kind, cells, changed, field in (
        (ListKind.COUNTERS, {"name": "Balie 1"}, {"location": "marknesse"}, "location"),
        (ListKind.QUEUES, {"code": "klachten"}, {"code": "anders"}, "code"),
        (ListKind.QUEUES, {"code": "general"}, {"in_use": "no"}, "in_use"),
    ):
        with pytest.raises(EntryRefused) as refused:
            save(service, kind, entry(service, kind, **cells), **changed)
        assert [one.name for one in refused.value.problems] == [field]


def test_a_fee_is_that_of_a_year_and_stands_as_an_amount(service):
    for kind in (ListKind.LOCATIONS, ListKind.PRODUCTS, ListKind.FEES):
        service.bring_in(kind, LISTS / IN_ORDER[kind][0])
    fee = entry(service, ListKind.FEES, label="18 jaar en ouder", year="2026")
    assert (fee.cells["amount"], fee.cells["channel"], fee.cells["example"]) == ("89,00", "counter", "yes")
    assert save(service, ListKind.FEES, fee, amount="€ 90,-").entry.cells["amount"] == "90,00"
    with pytest.raises(EntryRefused) as refused:
        save(service, ListKind.FEES, entry(service, ListKind.FEES, year="2026", label="18 jaar en ouder"), year="2030")
    assert problems(refused) == [("year", "another_fee")]
    service.remove(ListKind.FEES, fee.id)
    assert len(service.entries(ListKind.FEES)) == 2


def test_a_queue_out_of_use_is_shown_while_something_waits(service, database):
    service.bring_in(ListKind.QUEUES, LISTS / "queues.csv")
    save(service, ListKind.QUEUES, entry(service, ListKind.QUEUES, code="klachten"), in_use="no")
    assert [queue.code for queue in WorkService(database).queues()] == ["general", "terugbellen"]


def test_a_text_of_the_town_goes_back_to_the_programs_own(service):
    before = entry(service, ListKind.TEXTS, text="confirmation", audience="resident", language="nl")
    save(service, ListKind.TEXTS, before, body="Tot dan!")
    service.remove(ListKind.TEXTS, before.id)
    after = entry(service, ListKind.TEXTS, text="confirmation", audience="resident", language="nl")
    assert after.cells["body"] == before.cells["body"] == own_words("confirmation", "nl")


def test_who_may_not_keep_the_lists_reads_and_writes_none(service, database):
    roles(database, Role.AGENT)
    with pytest.raises(NotAllowed):
        service.entries(ListKind.QUEUES)
    with pytest.raises(NotAllowed):
        service.bring_in(ListKind.QUEUES, LISTS / "queues.csv")
    with pytest.raises(NotAllowed):
        save(service, ListKind.LOCATIONS, None, code="hal", name="Hal")
    with pytest.raises(NotAllowed):
        service.remove(ListKind.HOURS, "x")


def test_texts_about_visits_come_from_a_file_too(service, written):
    file = written(
        "soort;voor;taal;tekst\nbezoek;inwoner;nl;{wie} komt {wanneer}\n"
        "bezoek herinnering;bedrijf;nl;Morgen\nvisit letter;resident;en;Dear\n"
    )
    report = service.bring_in(ListKind.TEXTS, file)
    assert (report.changed, report.refused) == (3, ())
    assert entry(service, ListKind.TEXTS, text="visit", audience="resident", language="nl").cells["body"] == (
        "{wie} komt {wanneer}"
    )
    reminder = entry(service, ListKind.TEXTS, text="visit_remind", audience="organisation", language="nl")
    assert reminder.cells["body"] == "Morgen"
