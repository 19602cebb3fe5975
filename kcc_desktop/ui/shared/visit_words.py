"""Words for visits: proposals as lines, minutes of driving, why something stayed where it was."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.travel import SOURCE_LABELS, TravelSource
from kcc_desktop.domain.visits import Visit, VisitProposal
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.labels import of_labels
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.translation import Plural

_WORDS_UNTIL = 120  # percent of text: larger than this a line has room for the times and not for the words between


class VisitWords(Plural):
    """The words here that depend on a number."""

    def minutes(self, number: int) -> str:
        return self.tr("%n minute(s)", "", number)

    def driving(self, number: int) -> str:
        return self.tr("%n min driving", "", number)

    def more_driving(self, number: int) -> str:
        return self.tr("+%n min driving", "", number)

    def visits(self, number: int) -> str:
        return self.tr("%n visit(s)", "", number)

    def visitors(self, number: int) -> str:
        return self.tr("%n visitor(s)", "", number)

    def added(self, number: int) -> str:
        return self.tr("%n visit(s) that waited get a place", "", number)

    def moved(self, number: int) -> str:
        return self.tr("%n visit(s) get another place in the day", "", number)

    def left(self, number: int) -> str:
        return self.tr("%n visit(s) stay where they are", "", number)


def more_driving(minutes: int) -> str:
    """ "+7 min rijden"; on the way it costs nothing more."""
    if minutes <= 0:
        return QCoreApplication.translate("Visits", "on the way")
    return VisitWords().more_driving(minutes)


def between(proposal: VisitProposal) -> str:
    """ "tussen 10:15 en 11:40"."""
    return QCoreApplication.translate("Visits", "between {begin} and {end}").format(
        begin=formatting.time(proposal.window_from), end=formatting.time(proposal.window_until)
    )


def who(proposal: VisitProposal) -> str:
    """Who comes, both of them when two do."""
    if not proposal.second_worker:
        return proposal.worker
    return QCoreApplication.translate("Visits", "{one} and {other}").format(
        one=proposal.worker, other=proposal.second_worker
    )


def proposal_row(proposal: VisitProposal, number: int) -> Row:
    """ "do 5 mrt tussen 10:15 en 11:40" over "+7 min rijden · Karin Bos"."""
    span = f"{formatting.time(proposal.window_from)}–{formatting.time(proposal.window_until)}"
    is_large = theme.text_scale() > _WORDS_UNTIL
    title = f"{formatting.day(proposal.on)} {span if is_large else between(proposal)}"
    detail = f"{more_driving(proposal.extra_minutes)} · {who(proposal)}"
    return Row(title, detail=detail, keys=str(number), key=(proposal.worker_id, proposal.quantum))


def source(source: TravelSource) -> str:
    """Where driving times come from, as a sentence's end."""
    return of_labels(SOURCE_LABELS[source])


def promised(visit: Visit) -> str:
    """ "do 5 mrt 10:15–11:40"; "" when nothing was promised yet."""
    if visit.window_from is None or visit.window_until is None:
        return ""
    span = f"{formatting.time(visit.window_from)}–{formatting.time(visit.window_until)}"
    return f"{formatting.day(visit.window_from)} {span}"


def window(visit: Visit) -> str:
    """ "do 5 mrt, tussen 10:15 en 11:40"; "" when nothing was promised yet."""
    if visit.window_from is None or visit.window_until is None:
        return ""
    return QCoreApplication.translate("Visits", "{day}, between {begin} and {end}").format(
        day=formatting.day(visit.window_from),
        begin=formatting.time(visit.window_from),
        end=formatting.time(visit.window_until),
    )


def was_unplanned() -> str:
    return QCoreApplication.translate("Visits", "was not planned yet")


def was_at(when: str, with_another: bool) -> str:
    """Where it stood before."""
    if with_another:
        return QCoreApplication.translate("Visits", "was at {time}, with another visitor").format(time=when)
    return QCoreApplication.translate("Visits", "was at {time}").format(time=when)
