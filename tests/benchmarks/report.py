"""The figures as a table, sizes side by side so that growth shows, and as JSON."""

from dataclasses import dataclass
from typing import Any

from tests.benchmarks.measuring import Figure


@dataclass(frozen=True)
class Measured:
    """`size` residents, or years of history of the calendar: `of` says which."""

    database: str
    size: int
    figure: Figure
    of: str = "residents"


def as_table(measured: list[Measured]) -> str:
    """A line for each figure and database; for each size the 50th and 95th percentile, the most, and the bare 50th."""
    of = measured[0].of
    sizes = sorted({one.size for one in measured})
    names = list(dict.fromkeys((one.figure.name, one.database) for one in measured))
    by_place = {(one.figure.name, one.database, one.size): one.figure for one in measured}
    wide = max(len(name) for name, _ in names)
    head = f"{'':{wide}}  {'':10}" + "".join(f"  {f'{size:,} {of}':^36}" for size in sizes)
    under = f"{'':{wide}}  {'':10}" + f"  {'p50':>7}{'p95':>8}{'most':>8}{'bare':>8}{'':5}" * len(sizes)
    lines = [head, under]
    before = ""
    for name, database in names:
        cells = [_cell(by_place.get((name, database, size))) for size in sizes]
        lines.append(f"{name if name != before else '':{wide}}  {database:10}" + "".join(cells))
        before = name
    return "\n".join([*lines, "", "ms unless told; ! is over its budget, or over the bare driver by more than allowed"])


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return f"  {'':36}"
    ours, bare = figure.product, figure.bare
    mark = "" if figure.is_within else "!"
    if len(ours.samples) == 1:
        return f"  {_number(ours.p50):>7}{figure.unit:>4}{mark:1}{'':24}"
    beside = _number(bare.p50) if bare is not None else ""
    return f"  {_number(ours.p50):>7}{_number(ours.p95):>8}{_number(ours.most):>8}{beside:>8}{mark:>2}{'':3}"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def as_json(measured: list[Measured]) -> list[dict[str, Any]]:
    return [
        {
            "figure": one.figure.name,
            "database": one.database,
            one.of: one.size,
            "unit": one.figure.unit,
            "runs": len(one.figure.product.samples),
            "p50": round(one.figure.product.p50, 3),
            "p95": round(one.figure.product.p95, 3),
            "max": round(one.figure.product.most, 3),
            "bare_p50": round(one.figure.bare.p50, 3) if one.figure.bare else None,
            "bare_p95": round(one.figure.bare.p95, 3) if one.figure.bare else None,
            "budget_p95": one.figure.budget_p95,
            "is_within": one.figure.is_within,
        }
        for one in measured
    ]
