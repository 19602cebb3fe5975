"""The best order of one day's visits, by PyVRP (the extra `routes`). The only module that knows the solver.

Skills, and visits that stay with their worker, are edges that a worker's own matrix does not have; as loads they gave
poor solutions (facts, 2.2). What stands in a day is required, what is new is worth more than any way there.
"""

from collections.abc import Sequence
from typing import Any

from kcc_desktop.domain.day_schedule import Job, Shift
from kcc_desktop.domain.quanta import quanta_for
from kcc_desktop.domain.travel import Point, TravelTimes
from kcc_desktop.domain.visits import SolverMissing

_PRIZE = 10_000  # minutes of driving that a visit more is worth
_SEED = 1  # the same day gets the same answer


def best_orders(
    shifts: Sequence[Shift], jobs: Sequence[Job], travel: TravelTimes, seconds: float
) -> tuple[tuple[int, ...], ...] | None:
    """For each shift its jobs in order; None when nothing was found that keeps every promise.

    Refuses with SolverMissing.
    """
    try:
        import pyvrp
        from pyvrp.stop import MaxRuntime
    except ImportError:
        raise SolverMissing from None
    model = pyvrp.Model()
    places, clients = _places(shifts, jobs), []
    locations = [model.add_location(0, 0) for _ in places]
    depots = [model.add_depot(locations[number]) for number in range(len(shifts))]
    for job, location in zip(jobs, locations[len(shifts) :], strict=False):
        model.add_client(
            location,
            service_duration=job.quanta,
            tw_early=job.earliest,
            tw_late=job.latest,
            required=not job.is_new,
            prize=_PRIZE if job.is_new else 0,
        )
        clients.append(job.workers)
    for number, (begin, end) in _holes(shifts):
        location = locations[len(clients) + len(shifts)]
        model.add_client(location, service_duration=end - begin, tw_early=begin, tw_late=begin)
        clients.append(frozenset({number}))
    minutes = [[travel.leg(here, there).minutes for there in places] for here in places]
    for number, shift in enumerate(shifts):
        profile = model.add_profile()
        own = [number] + [len(shifts) + place for place, workers in enumerate(clients) if number in workers]
        for here in own:
            for there in own:
                if here != there:
                    drive = minutes[here][there]
                    model.add_edge(locations[here], locations[there], drive, quanta_for(drive), profile)
        begin, end = shift.span
        model.add_vehicle_type(
            start_depot=depots[number], end_depot=depots[number], tw_early=begin, tw_late=end, profile=profile
        )
    data = model.data()
    now = _now(pyvrp, data, shifts, len(jobs))
    solved = pyvrp.solve(
        data, MaxRuntime(seconds), seed=_SEED, collect_stats=False, display=False, initial_solution=now
    ).best
    if not solved.is_feasible():
        return None
    orders: list[tuple[int, ...]] = [()] * len(shifts)
    for route in solved.routes():
        orders[route.vehicle_type()] = tuple(
            one.idx for one in route.schedule() if one.is_client() and one.idx < len(jobs)
        )
    return tuple(orders)


def _places(shifts: Sequence[Shift], jobs: Sequence[Job]) -> list[Point]:
    """Where each shift starts, each job, and each hole of a shift at where it starts."""
    return (
        [shift.start for shift in shifts]
        + [job.point for job in jobs]
        + [shifts[number].start for number, _ in _holes(shifts)]
    )


def _holes(shifts: Sequence[Shift]) -> list[tuple[int, tuple[int, int]]]:
    return [(number, hole) for number, shift in enumerate(shifts) for hole in shift.holes]


def _now(pyvrp: Any, data: Any, shifts: Sequence[Shift], jobs: int) -> Any:
    """The day as it stands, which keeps every promise: the solver only ever finds better ones."""
    holes = list(enumerate(_holes(shifts), jobs))
    routes = []
    for number, shift in enumerate(shifts):
        stops = [(begin, place) for place, begin in zip(shift.jobs, shift.begins, strict=True)]
        stops += [(hole[0], place) for place, (of, hole) in holes if of == number]
        if stops:
            routes.append(pyvrp.Route(data, [place for _, place in sorted(stops)], number))
    return pyvrp.Solution(data, routes)
