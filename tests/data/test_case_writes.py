"""Cases as an import puts them in place: whole, once, on everybody's timeline."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event, select, update

from kcc_desktop.data.case_writes import put_all, put_case, unmatched
from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow
from kcc_desktop.data.change_log import ChangeRow
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.cases import CaseRole, CaseStep, ImportedCase, ImportedCaseParty
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import start_of
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterOrganisation, RegisterPerson
from kcc_desktop.domain.timeline import EntryKind, Tone
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService

STEPS = (CaseStep(1, "Ontvangen", date(2026, 3, 2)), CaseStep(2, "In behandeling", None))


@pytest.fixture
def parties(database):
    return PartyService(database)


def resident(parties, bsn="", surname="Vries"):
    return parties.register_person(RegisterPerson(new_id(), PersonName("Fatima", "de", surname), bsn=bsn))


def case(*named, **changes):
    made = ImportedCase(
        "Z2026-000117",
        "Omgevingsvergunning",
        date(2026, 3, 2),
        "Dakkapel aan de voorzijde",
        decide_by=date(2026, 4, 27),
        status="Ontvangen",
        handler="Jan Smit",
        steps=STEPS,
        parties=named,
    )
    return replace(made, **changes)


def put(database, wanted):
    return database.write(lambda unit: put_case(unit, wanted))


def test_a_case_stands_on_the_timeline_of_who_has_a_part_in_it(database, parties):
    party = resident(parties, "999990019")
    assert put(database, case(ImportedCaseParty(CaseRole.APPLICANT, bsn="999990019"))) == "added"
    (entry,) = TimelineService(database).page(party).entries
    assert (entry.kind, entry.title, entry.detail, entry.who) == (
        EntryKind.CASE,
        "Omgevingsvergunning",
        "Z2026-000117 · Dakkapel aan de voorzijde",
        "Jan Smit",
    )
    assert (entry.state, entry.labels, entry.at) == ("open", ("Ontvangen", "Ontvangen"), start_of(date(2026, 3, 2)))


def test_the_same_case_again_changes_nothing(database, parties):
    resident(parties, "999990019")
    wanted = case(ImportedCaseParty(CaseRole.APPLICANT, bsn="999990019"))
    put(database, wanted)
    lines = database.unguarded_read(lambda c: len(c.execute(select(ChangeRow.sequence)).all()))
    assert put(database, wanted) == "unchanged"
    assert database.unguarded_read(lambda c: len(c.execute(select(ChangeRow.sequence)).all())) == lines


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "In behandeling"},
        {"ended_on": date(2026, 4, 1)},
        {"started_on": date(2026, 3, 3)},
        {"steps": (STEPS[0], CaseStep(2, "In behandeling", date(2026, 3, 9)))},
    ],
)
def test_what_changed_is_changed_once(database, parties, changes):
    party = resident(parties, "999990019")
    wanted = case(ImportedCaseParty(CaseRole.APPLICANT, bsn="999990019"))
    put(database, wanted)
    changed = replace(wanted, **changes)
    assert put(database, changed) == "changed"
    assert put(database, changed) == "unchanged"
    (entry,) = TimelineService(database).page(party).entries
    assert (entry.at, entry.labels[0]) == (start_of(changed.started_on), changed.status)
    steps = database.unguarded_read(
        lambda c: [tuple(row) for row in c.execute(select(CaseStepRow.ordinal, CaseStepRow.reached_on))]
    )
    assert sorted(steps) == [(step.ordinal, step.reached_on) for step in changed.steps]


def test_who_is_no_longer_named_loses_the_case(database, parties):
    first, second = resident(parties, "999990019"), resident(parties, surname="Bakker")
    put(database, case(ImportedCaseParty(CaseRole.APPLICANT, bsn="999990019")))
    put(database, case(ImportedCaseParty(CaseRole.APPLICANT, party_id=second)))
    timeline = TimelineService(database)
    assert timeline.page(first).entries == ()
    assert len(timeline.page(second).entries) == 1
    told = database.unguarded_read(lambda c: set(c.scalars(select(ChangeRow.entity_id))))
    assert {first, second} <= told


def test_a_company_has_a_case_by_its_number_and_a_branch_by_its_own(database, parties):
    company = parties.register_organisation(RegisterOrganisation(new_id(), "Hoekstra", "90004471"))
    branch = parties.register_organisation(RegisterOrganisation(new_id(), "Hoekstra Oost", "90004471", "000012345678"))
    put(database, case(ImportedCaseParty(CaseRole.APPLICANT, kvk_number="90004471")))
    named = ImportedCaseParty(CaseRole.APPLICANT, kvk_number="90004471", branch_number="000012345678")
    put(database, case(named, reference="Z2026-000118"))
    timeline = TimelineService(database)
    assert [e.detail[:12] for e in timeline.page(company).entries] == ["Z2026-000117"]
    assert [e.detail[:12] for e in timeline.page(branch).entries] == ["Z2026-000118"]


def test_a_bsn_of_two_people_is_nobodys_and_is_named(database, parties):
    first, second = resident(parties, "999990019"), resident(parties, "999990019", "Bakker")
    named = ImportedCaseParty(CaseRole.APPLICANT, bsn="999990019")
    unknown = ImportedCaseParty(CaseRole.INTERESTED, kvk_number="90004471")
    wanted = case(named, unknown, ImportedCaseParty(CaseRole.REPRESENTATIVE, party_id=second))
    assert put(database, wanted) == "added"
    assert database.unguarded_read(lambda c: unmatched(c, wanted)) == (named, unknown)
    kept = database.unguarded_read(lambda c: c.execute(select(CasePartyRow.party_id, CasePartyRow.role)).all())
    assert [tuple(row) for row in kept] == [(second, "representative")]
    database.unguarded_write(lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == second).values(bsn="")))
    assert put(database, wanted) == "changed"
    assert len(TimelineService(database).page(first).entries) == 1


def test_a_late_decision_shows(database, parties):
    party = resident(parties)
    named = ImportedCaseParty(CaseRole.APPLICANT, party_id=party)
    put(database, case(named, decide_by=date(2020, 1, 1)))
    put(database, case(named, reference="Z2", decide_by=date(2020, 1, 1), ended_on=date(2019, 12, 1)))
    put(database, case(named, reference="Z3", decide_by=date(2999, 1, 1)))
    tones = {entry.detail.split(" ")[0]: entry.tone for entry in TimelineService(database).page(party).entries}
    assert tones == {"Z2026-000117": Tone.OVER, "Z2": Tone.QUIET, "Z3": Tone.GOOD}
    assert database.unguarded_read(lambda c: len(c.execute(select(CaseRow.id)).all())) == 3


def test_many_cases_are_a_handful_of_statements(database, parties):
    party = resident(parties)
    named = ImportedCaseParty(CaseRole.APPLICANT, party_id=party)
    said = []
    event.listen(database.engine, "before_cursor_execute", lambda *_: said.append(1))

    def statements(number, **changes):
        said.clear()
        many = [case(named, reference=f"Z{number}-{n}", **changes) for n in range(number)]
        done = database.write(lambda unit: put_all(unit, many))
        return set(done), len(said)

    few, many = statements(3), statements(100)
    assert few[0] == many[0] == {"added"}
    assert many[1] == few[1]
    assert statements(100)[0] == {"unchanged"}
    assert statements(100, status="Besloten", steps=())[0] == {"changed"}
    assert TimelineService(database).counts(party).total == 103


def test_a_case_that_a_file_names_twice_is_as_it_was_said_last(database):
    done = database.write(lambda unit: put_all(unit, [case(), case(status="Besloten"), case(status="Besloten")]))
    assert done == ["added", "changed", "unchanged"]
    assert database.unguarded_read(lambda c: c.scalars(select(CaseRow.status)).all()) == ["Besloten"]
