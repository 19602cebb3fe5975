"""When a norm runs out: working days, opening hours and holidays of the desk, by the local clock."""

from datetime import UTC, date, datetime, time

import pytest

from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.promises import open_minutes_later
from kcc_desktop.domain.work import NormState, NormUnit, QueueNorm, WorkMove, WorkOutcome, norm_state


def at(*moment):
    return datetime(*moment, tzinfo=HERE)


@pytest.mark.parametrize(
    ("since", "minutes", "until"),
    [
        (at(2026, 3, 4, 9, 0), 30, at(2026, 3, 4, 9, 30)),
        (at(2026, 3, 4, 16, 30), 30, at(2026, 3, 4, 17, 0)),  # to closing time is still today
        (at(2026, 3, 4, 16, 30), 31, at(2026, 3, 5, 8, 31)),
        (at(2026, 3, 4, 3, 0), 30, at(2026, 3, 4, 9, 0)),  # before opening
        (at(2026, 3, 4, 20, 0), 30, at(2026, 3, 5, 9, 0)),  # after closing
        (at(2026, 3, 6, 16, 45), 30, at(2026, 3, 9, 8, 45)),  # over a weekend
        (at(2026, 4, 2, 16, 45), 30, at(2026, 4, 7, 8, 45)),  # Good Friday to Easter Monday
        (at(2026, 5, 4, 16, 45), 30, at(2026, 5, 6, 8, 45)),  # 5 May, each year
        (at(2026, 3, 27, 16, 45), 30, at(2026, 3, 30, 8, 45)),  # the clock goes forward
        (at(2026, 10, 23, 16, 45), 30, at(2026, 10, 26, 8, 45)),  # and back
        (at(2028, 2, 28, 16, 30), 540, at(2028, 2, 29, 17, 0)),
    ],
)
def test_minutes_count_while_the_desk_is_open(since, minutes, until):
    assert open_minutes_later(since, minutes) == until
    assert QueueNorm(minutes, NormUnit.MINUTES).runs_out(since) == until


def test_hours_are_open_hours_and_days_are_working_days():
    since = at(2026, 3, 6, 16, 0)
    assert QueueNorm(2, NormUnit.HOURS).runs_out(since) == at(2026, 3, 9, 9, 30)
    assert QueueNorm(2, NormUnit.WORKING_DAYS).runs_out(since) == at(2026, 3, 10, 17, 0)


def test_own_hours_and_own_closed_days():
    only_evenings = ((time(18), time(20)),) * 7
    closed = {date(2026, 3, 4)}
    assert open_minutes_later(at(2026, 3, 4, 9, 0), 150, only_evenings, closed) == at(2026, 3, 6, 18, 30)


def test_a_desk_that_never_opens():
    with pytest.raises(ValueError, match="not open"):
        open_minutes_later(at(2026, 3, 4, 9, 0), 1, (None,) * 7)


def test_how_it_stands_goes_by_the_local_day():
    now = datetime(2026, 3, 4, 22, 30, tzinfo=UTC)  # half past eleven at night here
    assert norm_state(None, now) is NormState.LATER
    assert norm_state(datetime(2026, 3, 4, 22, 29, tzinfo=UTC), now) is NormState.OVER
    assert norm_state(now, now) is NormState.TODAY
    assert norm_state(datetime(2026, 3, 4, 23, 1, tzinfo=UTC), now) is NormState.LATER


def test_what_is_not_needed_any_more_is_withdrawn_and_the_rest_done():
    assert {outcome for outcome in WorkOutcome if outcome.move is WorkMove.WITHDRAWN} == {WorkOutcome.NOT_NEEDED}
