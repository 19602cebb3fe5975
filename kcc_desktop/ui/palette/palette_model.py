"""The rows of the palette: results in words, under headings that cannot be chosen. Knows no service."""

from uuid import UUID

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kcc_desktop.domain.appointments import STATE_LABELS, Appointment
from kcc_desktop.domain.bookings_elsewhere import STATE_LABELS as ELSEWHERE_LABELS
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.visits import STATE_LABELS as VISIT_LABELS
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.work import TaskKind, TaskSummary
from kcc_desktop.ui.palette.results import MOST_PARTIES, Action, Results
from kcc_desktop.ui.shared import formatting, paint, theme, visit_words
from kcc_desktop.ui.shared.row_model import ROW_ROLE, Index, Row, RowModel
from kcc_desktop.ui.shared.rows import RowDelegate
from kcc_desktop.ui.shared.translation import LANGUAGES, language


class PaletteModel(RowModel):
    """`show` gives it other results; a row's `key` is the thing itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([], parent)

    def show(self, results: Results, chosen_product: UUID | None) -> None:
        """`chosen_product` is what the question in front is about already."""
        made: list[Row] = []
        match = results.text
        self._group(made, self.tr("Actions"), "", [_action_row(action, match) for action in results.actions])
        products = [self._product_row(product, match, chosen_product) for product in results.products]
        self._group(made, self.tr("Products"), "", products)
        lit = f"{match} {results.corrected}"
        people = [self._party_row(party, lit) for party in results.parties]
        heading = self.tr("People and organisations") if match else self.tr("Looked at just now")
        self._group(made, heading, self._about_people(results), people)
        work = [self._case_row(case, match) for case in results.cases]
        work += [self._task_row(task, match) for task in results.tasks]
        self._group(made, self.tr("Cases and tasks"), "", work)
        planned = [_appointment_row(appointment, match) for appointment in results.appointments]
        self._group(made, self.tr("Appointments"), "", planned)
        visits = [_visit_row(visit, match) for visit in results.visits]
        self._group(made, self.tr("Visits on location"), "", visits)
        # A reset, not row by row: whatever is typed, the list is another one, and its first row is the current one.
        self.beginResetModel()
        self._rows = made
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or not can_be_chosen(row):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def next_choice(self, line: int, step: int) -> int:
        """The line that can be chosen `step` lines from `line`, over headings; `line` where there is none."""
        rows = self._rows
        lines = [at for at, row in enumerate(rows) if can_be_chosen(row)]
        if not lines:
            return -1
        if line < 0:
            return lines[0]
        wanted = min(max(line + step, 0), len(rows) - 1)
        if step > 0:
            return next((at for at in lines if at >= wanted), lines[-1])
        return next((at for at in reversed(lines) if at <= wanted), lines[0])

    def line_of(self, key: object) -> int:
        """Where that thing stands; -1 when it does not."""
        return next((at for at, row in enumerate(self._rows) if row.key is not None and row.key == key), -1)

    @staticmethod
    def _group(made: list[Row], title: str, trailing: str, rows: list[Row]) -> None:
        if rows:
            made.append(Row(title, heading=True, trailing=trailing))
            made.extend(rows)

    def _about_people(self, results: Results) -> str:
        said = []
        if results.corrected:
            said.append(self.tr("searched for ‘{text}’").format(text=results.corrected))
        if results.more:
            said.append(self.tr("more than 200: type on"))
        elif results.text and len(results.parties) >= MOST_PARTIES:
            said.append(self.tr("the first {count}: type on").format(count=MOST_PARTIES))
        return " · ".join(said)

    def _product_row(self, product: Product, match: str, chosen: UUID | None) -> Row:
        if product.id == chosen:
            trailing = self.tr("chosen already")
        elif product.link:
            trailing = self.tr("online too")
        else:
            trailing = product.owner
        return Row(product.name, icon="tag", match=match, trailing=trailing, key=product)

    def _party_row(self, party: PartySummary, match: str) -> Row:
        told = []
        if party.is_deceased:
            told.append(self.tr("deceased"))
        if party.via:
            told.append(self.tr("through {name}").format(name=party.via))
        if party.place:
            told.append(party.place)
        if party.born is not None:
            told.append(formatting.partial_date(party.born))
        if party.number_masked:
            told.append(self.tr("KVK {number}").format(number=party.number_masked))
        return Row(
            party.title,
            icon="user" if party.kind is PartyKind.PERSON else "buildings",
            match=_in_name(match, party),
            trailing=" · ".join(told),
            badge=self.tr("Disclosure restricted") if party.disclosure_restricted else "",
            badge_tone="over",
            badge_icon="eye-slash",
            key=party,
        )

    def _case_row(self, case: CaseSummary, match: str) -> Row:
        title = f"{case.reference} · {case.case_type}"
        state = case.status if case.is_open else self.tr("ended")
        return Row(title, icon="folder-simple", match=match, trailing=state, key=case)

    def _task_row(self, task: TaskSummary, match: str) -> Row:
        icon = "phone-outgoing" if task.kind is TaskKind.CALLBACK else "check-square"
        due = formatting.promise_moment(task.due_at)
        return Row(f"{task.reference} · {task.title}", icon=icon, match=match, trailing=due, key=task)


def can_be_chosen(row: Row) -> bool:
    """Not a heading, and not an action that cannot be done now."""
    return row.key is not None and (not isinstance(row.key, Action) or row.key.is_enabled)


def _in_name(match: str, party: PartySummary) -> str:
    """What may light up in a name: the words of it, not the digits of a birth date or a postcode."""
    return " ".join(word for word in match.split() if not word.isdigit() or word in party.title)


def _action_row(action: Action, match: str) -> Row:
    return Row(
        action.text, icon=action.icon or "lightning", match=match, trailing=action.note, keys=action.key, key=action
    )


def _appointment_row(appointment: Appointment | BookingElsewhere, match: str) -> Row:
    when = f"{formatting.day(appointment.starts_at)} {formatting.time(appointment.starts_at)}"
    if isinstance(appointment, BookingElsewhere):
        labels = ELSEWHERE_LABELS[appointment.state]
    else:
        labels = STATE_LABELS[appointment.state]
    state = labels[LANGUAGES.index(language())]
    return Row(
        f"{appointment.reference} · {appointment.title}",
        icon="calendar-blank",
        match="".join(match.split()),
        trailing=" · ".join((when, appointment.location, state)),
        key=appointment,
    )


def _visit_row(visit: Visit, match: str) -> Row:
    state = VISIT_LABELS[visit.state][LANGUAGES.index(language())]
    return Row(
        f"{visit.reference} · {visit.title}",
        icon="car-simple",
        match="".join(match.split()),
        trailing=" · ".join(part for part in (visit_words.promised(visit), visit.worker, state) if part),
        key=visit,
    )


class PaletteDelegate(RowDelegate):
    """A heading tells at its right what is special about what is below it; what cannot be done now is faint."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(theme.S, compact=True, parent=parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        if row.heading:
            area: QRect = option.rect.adjusted(theme.S, 6, -theme.S, 0)
            width = paint.draw_text(painter, area, row.title, size=theme.CAPTION, strong=True, tone="muted")
            rest = area.adjusted(width + theme.M, 0, 0, 0)
            paint.draw_text(painter, rest, row.trailing, size=theme.CAPTION, tone="muted", align=paint.RIGHT)
            return
        faint = row.key is not None and not can_be_chosen(row)
        painter.setOpacity(0.6 if faint else 1.0)
        super().paint(painter, option, index)
        painter.setOpacity(1.0)
