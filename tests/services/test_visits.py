"""Visits from the first proposal to the report, on both databases and as a plain login."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kcc_desktop.data.visits import VisitEventRow
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visit_commands import (
    BookVisit,
    CancelVisit,
    HoldVisit,
    MoveVisit,
    PlanVisit,
    VisitWords,
)
from kcc_desktop.domain.visits import (
    AddressNotLocated,
    NoWorkerAble,
    NoWorkerThere,
    OutsidePromise,
    OutsideWorkingHours,
    PointQuality,
    VisitInPast,
    VisitState,
    VisitTimeTaken,
    WindowTooShort,
)
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import make_party
from tests.services.field_team import FAR, NEAR, FieldTeam, place
from tests.services.office import to_another_cluster


@pytest.fixture
def team(database):
    return FieldTeam(database)


@pytest.fixture
def party(database):
    return make_party(database)


def states(team, visit_id):
    return team.database.unguarded_read(
        lambda c: c.scalars(
            select(VisitEventRow.to_state).where(VisitEventRow.visit_id == visit_id).order_by(VisitEventRow.number)
        ).all()
    )


def test_proposals_say_who_when_how_much_driving_and_what_to_promise(team):
    found = team.service.propose(team.need(skills=frozenset({"wmo"})))
    assert len(found) >= 3
    best = found[0]
    assert best.worker.startswith("Werker")
    assert (best.before_minutes, best.after_minutes, best.extra_minutes) == (3, 3, 6)
    assert best.source is TravelSource.DISTANCE
    assert best.starts_at.astimezone(HERE).strftime("%H:%M") == "08:35"
    assert best.window_from <= best.starts_at < best.ends_at <= best.window_until
    assert best.window_until - best.window_from == timedelta(hours=2)
    assert len({one.on for one in found}) >= 2
    assert len({one.worker_id for one in found}) == 2  # the third lacks the skill


def test_from_a_hold_to_everybodys_timeline(team, party):
    neighbour = make_party(team.database, "Jan Bakker")
    unread = {"phone": "", "contact_phone": "", "contact_name": "", "access": "", "note": ""}
    held = team.held()
    assert held.state is VisitState.HELD
    assert held.expires_at is not None
    words = VisitWords(
        party,
        "Fatima de Vries",
        invited=(neighbour,),
        phone="+31612345678",
        contact_name="Dochter Samira",
        contact_phone="+31687654321",
        access="Bel  twee keer",
        materials=("Rolmaat", " ", "Folder"),
        interpreter="Tigrinya",
        note="keukentafelgesprek",
    )
    booked = team.service.book(BookVisit(held.id, words))
    assert team.service.book(BookVisit(held.id, words)) == booked
    assert (booked.state, booked.title, booked.minutes) == (VisitState.PLANNED, "Keukentafelgesprek", 60)
    assert (booked.materials, booked.interpreter) == (("Rolmaat", "Folder"), "Tigrinya")
    assert [one.name for one in booked.invited] == ["Fatima de Vries", "Jan Bakker"]
    for who in (party, neighbour):
        (entry,) = TimelineService(team.database).page(who).entries
        assert (entry.kind, entry.id, entry.at) == (EntryKind.VISIT, booked.id, booked.window_from)
        assert entry.title == "Keukentafelgesprek"
        assert booked.worker in entry.detail
        assert team.service.coming_of(who) == (replace(booked, **unread),)
    assert team.occupied(booked.id) == 12
    assert states(team, booked.id) == ["held", "booked", "planned"]
    assert team.service.find(booked.reference.lower()) == replace(booked, **unread)
    (in_day,) = team.service.day(booked.worker_id, booked.starts_at.astimezone(HERE).date()).stops
    assert in_day.visit == replace(booked, **unread)
    assert team.service.open(booked.id) == booked


def test_the_day_tells_the_drives(team, party):
    first = team.booked(party)
    second = team.booked(party, point=FAR, worker_ids=frozenset({first.worker_id}), from_on=team.tomorrow)
    day = team.service.day(first.worker_id, first.starts_at.astimezone(HERE).date())
    assert [stop.visit.id for stop in day.stops if stop.visit] in ([first.id, second.id], [first.id])
    assert day.working == ((team.at(8, 30), team.at(17)),)
    assert day.stops[0].drive.minutes == 3
    assert day.home is not None
    assert day.driving_minutes >= 6
    days = team.service.days(team.tomorrow)
    assert [one.worker.id for one in days] == list(team.workers)
    week = team.service.week(first.worker_id, team.tomorrow)
    assert sum(len(one.stops) for one in week) == 2
    with pytest.raises(NotFound):
        team.service.day(new_id(), team.tomorrow)


def test_a_hold_is_held_once_and_let_go_once(team):
    command = HoldVisit(new_id(), team.need(), team.first())
    held = team.service.hold(command)
    assert team.service.hold(command) == held
    assert team.service.extend(held.id).state is VisitState.HELD
    team.service.let_go(held.id)
    team.service.let_go(held.id)
    with pytest.raises(AlreadyDone):
        team.service.extend(held.id)
    with pytest.raises(AlreadyDone):
        team.service.hold(command)
    assert team.occupied(held.id) == 0
    assert team.wrong_owners() == ([], {})


def test_the_second_at_one_time_hears_what_is_next_best(team):
    proposal = team.first()
    team.held(proposal)
    with pytest.raises(VisitTimeTaken) as refused:
        team.held(proposal)
    assert len(refused.value.next_best) == 3
    assert team.held(refused.value.next_best[0]).state is VisitState.HELD


def test_the_drive_between_two_promises_must_fit(team):
    """Both times are free by themselves; nobody gets from the one to the other in five minutes."""
    first = team.booked(None, team.first())
    close = replace(team.first(FAR, worker_ids=frozenset({first.worker_id})), quantum=0)
    begin = int(first.ends_at.timestamp()) // 300 + 1
    close = replace(close, worker_id=first.worker_id, on=team.tomorrow, quantum=begin, window=(begin, begin + 12))
    with pytest.raises(VisitTimeTaken):
        team.held(close, point=FAR)
    assert team.held(replace(close, quantum=begin + 8, window=(begin + 8, begin + 20)), point=FAR)
    assert team.late() == []


def test_a_hold_that_ran_out_blocks_nobody(team):
    proposal = team.first()
    gone = team.held(proposal)
    team.run_out(gone.id)
    assert team.first() == proposal
    other = team.booked(None, proposal)
    with pytest.raises(VisitTimeTaken):
        team.service.book(BookVisit(gone.id, VisitWords(None, "Te laat")))
    assert states(team, gone.id) == ["held", "released"]
    assert (team.occupied(gone.id), team.occupied(other.id)) == (0, 12)


def test_a_confidential_hold_that_ran_out_is_not_in_another_clusters_way(team):
    proposal = team.first()
    secret = HoldVisit(new_id(), team.need(), proposal, secrecy=Confidentiality.CONFIDENTIAL)
    gone = team.service.hold(secret)
    to_another_cluster(team.database)
    with pytest.raises(VisitTimeTaken):
        team.held(proposal)
    team.run_out(gone.id)
    assert team.held(proposal).state is VisitState.HELD
    assert states(team, gone.id) == ["held", "released"]
    assert team.wrong_owners() == ([], {})


def test_a_hold_that_ran_out_and_nobody_wanted_is_booked(team):
    held = team.held()
    team.run_out(held.id)
    assert team.service.book(BookVisit(held.id, VisitWords(None, "Net op tijd"))).state is VisitState.PLANNED


def test_unplanned_is_planned_unplanned_and_planned_elsewhere(team, party):
    visit = team.requested(party)
    assert (visit.state, visit.worker_id, visit.window_from) == (VisitState.BOOKED, None, None)
    assert [one.id for one in team.service.unplanned()] == [visit.id]
    proposals = team.service.propose_for(visit.id)  # one with room to go a quarter later, at whatever hour this runs
    proposal = next(one for one in proposals if one.window_until - one.ends_at >= timedelta(minutes=15))
    planned = team.service.plan(PlanVisit(visit.id, proposal))
    assert team.service.plan(PlanVisit(visit.id, proposal)) == planned
    assert (planned.window_from, planned.worker_id) == (proposal.window_from, proposal.worker_id)
    (entry,) = TimelineService(team.database).page(party).entries
    assert entry.at == planned.window_from
    back = team.service.unplan(visit.id)
    assert team.service.unplan(visit.id) == back
    assert (back.state, back.window_from, back.worker_id) == (VisitState.BOOKED, planned.window_from, None)
    assert team.occupied(visit.id) == 0
    other = next(one for one in team.workers if one != proposal.worker_id)
    there = team.service.propose_at(visit.id, other, planned.starts_at + timedelta(minutes=15))
    assert (there.worker_id, there.starts_at) == (other, planned.starts_at + timedelta(minutes=15))
    assert team.service.plan(PlanVisit(visit.id, there)).worker_id == other
    third = team.service.propose_at(visit.id, proposal.worker_id, planned.starts_at)
    assert team.service.plan(PlanVisit(visit.id, third)).worker_id == proposal.worker_id
    assert team.wrong_owners() == ([], {})


def test_what_was_promised_is_not_planned_otherwise(team):
    visit = team.booked()
    with pytest.raises(OutsidePromise) as refused:
        team.service.propose_at(visit.id, visit.worker_id, visit.window_until)
    assert refused.value.window_from == visit.window_from
    elsewhere = team.service.propose_for(visit.id, as_promised=False)[-1]
    assert elsewhere.window_from != visit.window_from
    with pytest.raises(OutsidePromise):
        team.service.plan(PlanVisit(visit.id, elsewhere))


def test_another_time_is_promised_in_one_moment(team, party):
    old = team.booked(party, words={"note": "hond in de tuin"})
    proposal = next(
        one
        for one in team.service.propose_for(old.id, as_promised=False)
        if one.on > team.tomorrow and one.window[0] == one.quantum
    )
    command = MoveVisit(old.id, new_id(), proposal, "kan niet")
    new = team.service.move(command)
    assert team.service.move(command) == new
    before = team.service.open(old.id)
    assert (before.state, before.moved_to, before.reason) == (VisitState.RESCHEDULED, new.id, "kan niet")
    assert (new.reference, new.note, new.invited) == (old.reference, "hond in de tuin", old.invited)
    assert (team.occupied(old.id), team.occupied(new.id)) == (0, 12)
    (entry,) = TimelineService(team.database).page(party).entries
    assert entry.id == new.id
    with pytest.raises(AlreadyDone):
        team.service.move(replace(command, new_id=new_id()))
    # By five minutes, over its own time.
    shifted = replace(proposal, quantum=proposal.quantum + 1, window=(proposal.window[0] + 1, proposal.window[1] + 1))
    assert team.service.move(MoveVisit(new.id, new_id(), shifted)).starts_at == new.starts_at + timedelta(minutes=5)
    taken = team.booked()
    with pytest.raises(VisitTimeTaken):
        team.service.move(
            MoveVisit(
                team.service.find(old.reference).id,
                new_id(),
                replace(
                    proposal,
                    worker_id=taken.worker_id,
                    quantum=int(taken.starts_at.timestamp()) // 300,
                    window=(int(taken.starts_at.timestamp()) // 300, int(taken.ends_at.timestamp()) // 300),
                ),
            )
        )
    assert team.service.find(old.reference).state is VisitState.PLANNED
    assert team.wrong_owners() == ([], {})


def test_cancelled_once_its_time_is_free(team, party):
    visit = team.booked(party)
    command = CancelVisit(visit.id, CancelledBy.CITIZEN, "ziek")
    gone = team.service.cancel(command)
    assert team.service.cancel(command) == gone
    assert (gone.state, gone.reason) == (VisitState.CANCELLED, "ziek")
    assert team.occupied(visit.id) == 0
    assert team.service.coming_of(party) == ()
    assert team.first().quantum == int(visit.starts_at.timestamp()) // 300


def test_two_visitors_are_there_at_the_same_time(team):
    visit = team.booked(with_second=True, skills=frozenset({"wmo"}))
    assert visit.second_worker_id not in (None, visit.worker_id)
    assert team.occupied(visit.id) == 24
    day = team.service.day(visit.second_worker_id, team.tomorrow)
    assert [stop.is_second for stop in day.stops] == [True]
    assert team.service.cancel(CancelVisit(visit.id, CancelledBy.CITIZEN)).state is VisitState.CANCELLED
    assert team.wrong_owners() == ([], {})


def test_refusals_name_what_would_do(team, database):
    with pytest.raises(NoWorkerAble) as no_skill:
        team.first(skills=frozenset({"wmo", "gebaren"}))
    assert (no_skill.value.missing, len(no_skill.value.able)) == (frozenset({"gebaren"}), 2)
    with pytest.raises(WindowTooShort) as short:
        team.first(window=(team.at(10), team.at(10, 30)))
    assert short.value.minutes == 60
    with pytest.raises(VisitInPast):
        team.first(window=(team.at(10, days=-3), team.at(12, days=-3)))
    with pytest.raises(OutsideWorkingHours) as closed:
        team.first(window=(team.at(19), team.at(21)))
    assert closed.value.next_from == team.at(8, 30, days=2)
    with pytest.raises(OutsideWorkingHours):
        team.first(part=PartOfDay.EVENING, minutes=480, window=(team.at(12), team.at(22)))
    with pytest.raises(InvalidValue, match="product: unknown"):
        team.first(product_id=new_id())
    with pytest.raises(InvalidValue, match="minutes"):
        team.first(minutes=0)
    with pytest.raises(AddressNotLocated):
        team.service.propose(replace(team.need(), place=place(None)))
    elsewhere = FieldTeam(database, 1, skills=("boom",), areas=("8316 8317",), code="x")
    with pytest.raises(NoWorkerThere) as there:
        elsewhere.service.propose(replace(elsewhere.need(skills=frozenset({"boom"})), place=place()))
    assert there.value.areas == ("8316", "8317")


def test_what_cannot_be_is_not_held(team):
    proposal, need = team.first(), team.need()

    def hold(proposal, need=need):
        team.service.hold(HoldVisit(new_id(), need, proposal))

    past = proposal.quantum - 3 * 288
    with pytest.raises(VisitInPast):
        hold(replace(proposal, quantum=past, window=(past, past + 12)))
    night = proposal.quantum + 12 * 12
    with pytest.raises(OutsideWorkingHours):
        hold(replace(proposal, quantum=night, window=(night, night + 12)))
    with pytest.raises(WindowTooShort):
        hold(replace(proposal, window=(proposal.quantum, proposal.quantum + 11)))
    with pytest.raises(NotFound):
        hold(replace(proposal, worker_id=new_id()))
    with pytest.raises(NoWorkerAble):
        hold(replace(proposal, worker_id=team.workers[2]), replace(need, skills=frozenset({"wmo"})))
    with pytest.raises(InvalidValue, match="product"):
        hold(proposal, replace(need, product_id=None))
    assert team.wrong_owners() == ([], {})


def test_a_point_of_the_agent_is_marked_as_such(team):
    need = replace(team.need(), place=replace(place(), quality=PointQuality.AGENT))
    held = team.service.hold(HoldVisit(new_id(), need, team.first()))
    assert held.place == replace(place(NEAR), quality=PointQuality.AGENT, address=held.place.address)
