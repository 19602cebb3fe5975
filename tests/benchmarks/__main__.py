"""`make bench`: the speed table, all sizes and both databases in one, and the same as JSON in `bench/results.json`.

10,000 and 100,000 residents; SCALE=full adds 1,000,000 with 5,000,000 contacts. Then a calendar of twenty counters with
5 years behind it; SCALE=full adds 1 and 20 years, to see that nothing grows with them. All are made once and kept (see
`towns`). A section is a function from a Bench to its figures; memory and the window run apart, each in a process of
its own, the window on a copy of the encrypted file.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import agenda, counter, services, visits
from tests.benchmarks.calendar_history import History
from tests.benchmarks.callers import Callers
from tests.benchmarks.measuring import Bench, Figure, Timing
from tests.benchmarks.report import Measured, as_json, as_table
from tests.benchmarks.towns import ADDRESSES, Size, Town, folder, opened

SIZES = (10_000, 100_000)
FULL = 1_000_000
LONGEST = 10_000
SECTIONS: tuple[Callable[[Bench], Iterator[Figure]], ...] = (services.figures, visits.figures, counter.figures)
MEMORY_MB = 200.0
CALLERS = 600
WINDOW = (
    ("start to usable", "start_to_usable_ms", 1500.0),
    ("ring to painted card", "ring_to_card_ms", 100.0),
    ("key to painted results", "key_to_results_ms", 50.0),
    ("timeline in hand to painted", "timeline_paint_ms", 50.0),
    ("wish to painted timeline", "timeline_from_wish_ms", None),
    ("main thread held over 50 ms at a stretch", "held_over_50_ms", 50.0),
)


def main() -> int:
    asked = _asked()
    measured: list[Measured] = []
    for residents in asked.sizes:
        for kind in asked.databases:
            started = time.perf_counter()
            with opened(kind, Size(residents, longest=LONGEST)) as town:
                _say(f"{kind}, {residents:,} residents: ready after {time.perf_counter() - started:.0f} s")
                if town.made_in is not None:
                    measured.append(
                        Measured(kind, residents, Figure("making the municipality", Timing((town.made_in,)), unit="s"))
                    )
                for section in SECTIONS:
                    for figure in section(town.bench()):
                        measured.append(Measured(kind, residents, figure))
                        _say(f"  {figure.name}: p95 {figure.product.p95:.1f} {figure.unit}")
                measured.extend(Measured(kind, residents, figure) for figure in _memory(town))
                callers = services.callers(town.bench(), CALLERS) if kind == "sqlite" else None
            if callers is not None:  # closed by now, so that the file holds everything
                measured.extend(Measured(kind, residents, figure) for figure in _window(Path(town.address), callers))
    if measured:
        print(as_table(measured))
    measured += (planned := list(_calendars(asked)))
    if planned:
        print(f"\n{as_table(planned)}")
    results = folder() / "results.json"
    results.write_text(json.dumps(as_json(measured), indent=1), encoding="utf-8")
    print(f"\n{results}")
    return 1 if asked.strict and not all(one.figure.is_within for one in measured) else 0


def _calendars(asked: argparse.Namespace) -> Iterator[Measured]:
    """Twenty counters and their years, in databases of their own."""
    for years in asked.years:
        for kind in asked.databases:
            history = History(years)
            with opened(kind, history) as town:
                if town.made_in is not None:
                    yield Measured(kind, years, Figure("making it", Timing((town.made_in,)), unit="s"), "years")
                _say(f"{kind}, {years} years of a calendar")
                for figure in agenda.figures(town, history):
                    yield Measured(kind, years, figure, "years")
                    _say(f"  {figure.name}: p95 {figure.product.p95:.1f} {figure.unit}")


def _memory(town: Town) -> Iterator[Figure]:
    outcome = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.memory", town.address],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    before, half, after = json.loads(outcome.stdout)
    yield Figure("memory of the services at their start", Timing((before,)), unit="MB")
    yield Figure("memory of the services after 1,000 calls", Timing((after,)), budget_p95=MEMORY_MB, unit="MB")
    yield Figure("its growth in the second half", Timing((after - half,)), budget_p95=5.0, unit="MB")


def _window(file: Path, callers: Callers) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="kcc-bench-", dir=file.parent) as place:
        copy = shutil.copy(file, place)
        outcome = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.window", copy, str(callers.write(Path(place) / "callers.json"))],
            capture_output=True,
            encoding="utf-8",
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            check=True,
        )
    told = json.loads(outcome.stdout)
    (_, _), (half, own_half), (after, own) = told["memory_mb"]
    for name, key, budget in WINDOW:
        yield Figure(f"window: {name}", Timing(tuple(told[key]) or (0.0,)), budget_p95=budget)
    yield Figure("window: memory after 1,000 calls", Timing((after,)), budget_p95=MEMORY_MB, unit="MB")
    yield Figure("window: of it shared with nobody", Timing((own,)), unit="MB")
    yield Figure("window: growth in the second half", Timing((max(after - half, own - own_half),)), None, 5.0, "MB")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks")
    sizes = (*SIZES, FULL) if os.environ.get("SCALE") == "full" else SIZES
    parser.add_argument("--sizes", type=_numbers, default=sizes, help="residents, with commas between")
    parser.add_argument("--databases", type=lambda text: text.split(","), default=ADDRESSES, help="sqlite,postgresql")
    years = (1, 5, 20) if os.environ.get("SCALE") == "full" else (5,)
    parser.add_argument("--years", type=_numbers, default=years, help="of the calendar, with commas between")
    parser.add_argument("--strict", action="store_true", help="end with 1 when a figure is over its budget")
    return parser.parse_args()


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",") if number)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
