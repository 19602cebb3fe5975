"""When work was received, as other systems write it: by the clock here, or by the one they name."""

from datetime import UTC, datetime

import pytest

from kcc_desktop.domain.list_fields import Unfit
from kcc_desktop.domain.work_imports import parse_moment


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("20-07-2026 14:05", 12),
        ("2026-07-20 14.05", 12),
        ("2026-07-20T14:05", 12),
        ("2026-07-20T14:05:00.250Z", 14),
        ("2026-07-20T14:05:00+0530", 8),
        ("20-01-2026 14:05", 13),
    ],
)
def test_a_moment_is_an_instant(text, hour):
    at = parse_moment(text)
    assert (at.tzinfo, at.hour, at.minute) == (UTC, hour, 35 if "0530" in text else 5)


def test_the_hour_that_comes_twice_is_the_first_unless_its_offset_is_named():
    assert parse_moment("25-10-2026 02:30") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert parse_moment("2026-10-25T02:30+01:00") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("gisteren", "characters"),
        ("20-07-2026", "characters"),
        ("14:05", "characters"),
        ("20-07-2026 ١٤:٠٥", "characters"),
        ("20-07-2026 25:05", "range"),
        ("31-02-2026 14:05", "range"),
        ("20-07-2026T14:05+99:00", "range"),
    ],
)
def test_what_is_no_moment_is_refused(text, reason):
    with pytest.raises(Unfit) as refused:
        parse_moment(text)
    assert refused.value.reason == f"moment_{reason}"
