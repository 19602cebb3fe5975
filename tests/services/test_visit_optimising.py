"""A better day by the real solver: promises are kept, no visit is lost, and nothing is applied to a day that moved."""

import builtins

import pytest

from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.travel import Point, TravelSource
from kcc_desktop.domain.visit_days import WhyNot
from kcc_desktop.domain.visits import DayMoved, SolverMissing, VisitProposal, VisitState
from tests.services.field_team import FAR, NEAR, FieldTeam
from tests.services.office import roles, to_another_cluster

SECONDS = 0.3


@pytest.fixture
def team(database):
    return FieldTeam(database, 2, skills=("wmo", ""))


def put(team, worker, hour, minute, point, **changes):
    """A visit at exactly that time, promised from nine until five."""
    second = team.workers[1 - worker] if changes.get("with_second") else None
    proposal = exact(team, worker, quantum_at(team.at(hour, minute)), 6, (team.at(9), team.at(17)), second)
    return team.booked(None, proposal, point, 30, **changes)


def exact(team, worker, begin, quanta, window, second=None):
    promised = quantum_at(window[0]), quantum_at(window[1])
    return VisitProposal(
        team.workers[worker], "", team.tomorrow, begin, quanta, promised, 0, 0, 0, TravelSource.DISTANCE, second
    )


def criss_cross(team):
    """Near, far, near, far: nobody would drive like that."""
    return [
        put(team, 0, 9 + number * 2, 0, Point((NEAR, FAR)[number % 2].latitude, NEAR.longitude + number / 1000))
        for number in range(4)
    ]


def test_a_day_gets_better_and_keeps_its_promises(team):
    visits = criss_cross(team)
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    assert better.driving_minutes < better.driving_minutes_now
    assert {stop.visit_id for stop in better.stops} == {visit.id for visit in visits}
    assert better.left == ()
    assert [team.service.open(visit.id).starts_at for visit in visits] == [visit.starts_at for visit in visits]
    days = team.service.apply(better)
    assert sum(day.driving_minutes for day in days) == better.driving_minutes
    for visit in visits:
        now = team.service.open(visit.id)
        assert now.state is VisitState.PLANNED
        assert (now.window_from, now.window_until) == (visit.window_from, visit.window_until)
        assert now.window_from <= now.starts_at < now.ends_at <= now.window_until
    assert team.wrong_owners() == ([], {})
    assert team.late() == []
    again = team.service.optimise(team.tomorrow, seconds=SECONDS)
    assert again.driving_minutes == again.driving_minutes_now


def test_what_is_applied_was_read_of_this_very_day(team):
    visits = criss_cross(team)
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    team.service.unplan(visits[0].id)
    with pytest.raises(DayMoved):
        team.service.apply(better)
    assert [team.service.open(visit.id).starts_at for visit in visits[1:]] == [one.starts_at for one in visits[1:]]


def test_a_hold_that_ran_out_is_in_no_better_days_way(team):
    waiting = team.requested(None, NEAR, 30, window=(team.at(9), team.at(9, 30)), worker_ids=frozenset(team.workers))
    held = [
        team.held(exact(team, worker, quantum_at(team.at(9)), 6, (team.at(9), team.at(11))), NEAR, 30)
        for worker in (0, 1)
    ]
    for one in held:
        team.run_out(one.id)
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    assert [stop.visit_id for stop in better.stops] == [waiting.id]
    team.service.apply(better)
    assert team.service.open(waiting.id).state is VisitState.PLANNED
    assert VisitState.RELEASED in {team.service.open(one.id).state for one in held}
    assert team.wrong_owners()[0] == []


def test_what_may_not_move_stays_with_the_reason(team, database):
    sent = criss_cross(team)[0]
    secret = put(team, 1, 15, 0, NEAR, words={"secrecy": Confidentiality.CONFIDENTIAL})
    pair = put(team, 1, 12, 0, NEAR, with_second=True)
    team.service.dispatch(sent.id)
    to_another_cluster(database)
    held = team.held(
        VisitProposal(
            team.workers[1],
            "",
            team.tomorrow,
            quantum_at(team.at(10)),
            6,
            (quantum_at(team.at(10)), quantum_at(team.at(11))),
            0,
            0,
            0,
            TravelSource.DISTANCE,
        ),
        NEAR,
        30,
    )
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    why = {sent.id: WhyNot.UNDER_WAY, held.id: WhyNot.HELD, secret.id: WhyNot.NOT_SEEN, pair.id: WhyNot.WITH_SECOND}
    assert {one.visit_id: one.why for one in better.left} == why
    assert {stop.visit_id for stop in better.stops}.isdisjoint(why)
    team.service.apply(better)
    assert team.service.open(sent.id).starts_at == sent.starts_at
    assert team.late() == []


def test_promised_and_unplanned_is_put_in_when_it_fits(team):
    morning = (team.at(8, 30), team.at(14))
    asked = {team.requested(None, NEAR, 300, window=morning).id for _ in range(3)}
    team.requested(None, NEAR, 30)  # nothing was promised: that is to be talked about first
    team.requested(None, NEAR, 30, window=(team.at(9, days=2), team.at(12, days=2)))
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    (cannot,) = better.left
    assert (cannot.visit_id in asked, cannot.why) == (True, WhyNot.NO_PROMISE_FITS)
    team.service.apply(better)
    states = {visit_id: team.service.open(visit_id).state for visit_id in asked}
    assert states == {one: VisitState.BOOKED if one == cannot.visit_id else VisitState.PLANNED for one in asked}
    assert team.late() == []


def two_days_around_a_pair(team):
    """Both workers criss-cross, and at noon they are together far away."""
    alone = [
        put(team, worker, hour, 0, Point((FAR, NEAR)[(hour // 2 + worker) % 2].latitude, NEAR.longitude + hour / 1000))
        for worker in (0, 1)
        for hour in (9, 10, 14, 15)
    ]
    return alone, put(team, 0, 12, 0, FAR, with_second=True)


def test_both_days_are_made_around_an_hour_together(team):
    alone, pair = two_days_around_a_pair(team)
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    assert better.driving_minutes < better.driving_minutes_now
    assert [(one.visit_id, one.why) for one in better.left] == [(pair.id, WhyNot.WITH_SECOND)]
    assert {stop.visit_id for stop in better.stops} == {one.id for one in alone}
    days = team.service.apply(better)
    assert sum(day.driving_minutes for day in days) == better.driving_minutes
    now = team.service.open(pair.id)
    assert (now.starts_at, now.worker_id, now.second_worker_id) == (pair.starts_at, *team.workers)
    for day in days:
        (there,) = [stop for stop in day.stops if stop.visit is not None and stop.visit.id == pair.id]
        assert (there.starts_at, there.ends_at) == (pair.starts_at, pair.ends_at)
    for visit in (team.service.open(one.id) for one in alone):
        assert visit.state is VisitState.PLANNED
        assert visit.window_from <= visit.starts_at < visit.ends_at <= visit.window_until
    assert team.late() == []
    assert team.wrong_owners() == ([], {})


def test_what_two_have_to_do_and_nobody_has_is_told(team):
    window = (team.at(9), team.at(12))
    waiting = team.requested(None, NEAR, 30, window=window, with_second=True)
    team.requested(None, NEAR, 30, window=(team.at(9, days=2), team.at(12, days=2)), with_second=True)
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    assert [(one.visit_id, one.why) for one in better.left] == [(waiting.id, WhyNot.WITH_SECOND)]
    team.service.apply(better)
    assert team.service.open(waiting.id).state is VisitState.BOOKED


def test_an_hour_together_in_a_day_that_does_not_work_out_is_told_once(team):
    alone, pair = two_days_around_a_pair(team)
    team.works(1, 11 * 60, 17 * 60)  # the visits at nine and ten now lie outside
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    why = {one.visit_id: one.why for one in better.left}
    assert len(why) == len(better.left)
    assert why == {pair.id: WhyNot.DAY_BROKEN, **dict.fromkeys([one.id for one in alone[4:]], WhyNot.DAY_BROKEN)}
    team.service.apply(better)
    assert team.service.open(pair.id).starts_at == pair.starts_at


def test_skills_are_kept(team):
    skilled = [put(team, 0, hour, 0, NEAR, skills=frozenset({"wmo"})) for hour in (9, 11, 13)]
    better = team.service.optimise(team.tomorrow, seconds=SECONDS)
    assert {stop.worker_id for stop in better.stops if stop.visit_id in {one.id for one in skilled}} == {
        team.workers[0]
    }


def test_the_solver_is_an_extra_and_planning_is_not_anybodys(team, database, monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **named):
        if name.split(".")[0] == "pyvrp":
            raise ImportError(name)
        return real(name, *rest, **named)

    criss_cross(team)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SolverMissing):
        team.service.optimise(team.tomorrow, seconds=SECONDS)
    roles(database, Role.VISITOR)
    with pytest.raises(NotAllowed):
        team.service.optimise(team.tomorrow, seconds=SECONDS)
