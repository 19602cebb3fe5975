"""The form of one entry, at the right of its list: checked while typing, and what was typed stays.

Knows no service: `save_wanted` and `remove_wanted` tell what the agent wants, and its panel tells what came of it.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from kcc_desktop.domain.citizen_texts import PLACES, fill
from kcc_desktop.domain.list_kinds import FIELDS, check, new_cells
from kcc_desktop.domain.lists import CellProblem, Cells, EntryChanged, ListEntry, ListKind, ListNames, OutsideHours
from kcc_desktop.ui.lists import words
from kcc_desktop.ui.lists.cell_fields import CellField, cell_field
from kcc_desktop.ui.lists.outside_list import OutsideList
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, Restyled, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import card
from kcc_desktop.ui.shared.fields import beside

_FIXED = {ListKind.TEXTS: ("text", "audience", "language")}
_PAIRS = (
    ("from", "until"),
    ("valid_from", "valid_until"),
    ("from_on", "until_on"),
    ("latitude", "longitude"),
    ("minutes", "extra_minutes"),
    ("consent_below", "authority_below"),
    ("year", "amount"),
)
_REMOVED = (ListKind.FEES, ListKind.HOURS, ListKind.CLOSURES, ListKind.WORKER_HOURS, ListKind.TEXTS)
_EXAMPLE = {
    "aanhef": "Beste Fatima de Vries,",
    "opening": "U heeft een afspraak bij de gemeente.",
    "gemeente": "de gemeente",
    "datum": "woensdag 25 november 2026",
    "begin": "09:00",
    "einde": "09:15",
    "plaats": "Gemeentehuis, Voorbeeldplein 1",
    "waarvoor": "Paspoort aanvragen",
    "code": "B C D F G H",
    "meenemen": "Neem dit mee:\n- Pasfoto\n- Oude paspoort",
    "afzender": "De gemeente",
}


class EntryForm(Restyled, QWidget):
    """One list's entry, an existing or a new one. Its fields are made once and filled for each entry."""

    save_wanted = Signal()
    remove_wanted = Signal()
    edited = Signal()

    def __init__(self, kind: ListKind, names: Callable[[], ListNames]) -> None:
        super().__init__()
        self.kind, self._names = kind, names
        self._entry: ListEntry | None = None
        self._shown: dict[str, str] = {}
        self._touched: set[str] = set()
        self._title = Text("", theme.LEAD, strong=True, elided=True)
        self._hint = Paragraph("", "muted", theme.CAPTION)
        self.fields = {
            one.name: cell_field(one, self._options_of(one.of))
            for one in FIELDS[kind]
            if one.name not in _FIXED.get(kind, ())
        }
        self._preview = Paragraph("", size=theme.BODY)
        self._preview_card = card(column(Text(self.tr("With an example"), theme.CAPTION, tone="muted"), self._preview))
        self._problem = Paragraph("", "over")
        self.outside = OutsideList()
        self.save_button = Button(
            self.tr("Save"),
            icon="check",
            keys=keys.shown("save_entry"),
            rank="primary",
            height=theme.CONTROL_PRIMARY,
            wide=True,
        )
        away = self.tr("Back to the standard text") if kind is ListKind.TEXTS else self.tr("Take away")
        self.remove_button = Button(away, icon="trash", rank="quiet", keys=keys.shown("remove_entry"))
        self._lay_out()
        for field in self.fields.values():
            field.edited.connect(self._on_edited)
        self.save_button.clicked.connect(self.save_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        self.show_entry(None)
        self.follow_theme()

    def _lay_out(self) -> None:
        body = QWidget()
        parts: list[QWidget] = [self._hint, *self._placed(), self._preview_card, self.outside]
        body.setLayout(column(*parts, None, gap=theme.M, margins=(theme.L, 0, theme.L, theme.L)))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        head = row(self._title, self.remove_button, margins=(theme.L, theme.L, theme.M, theme.M))
        head.setStretch(0, 1)
        foot = column(self._problem, self.save_button, gap=theme.S, margins=(theme.L, theme.M, theme.L, theme.L))
        self.setLayout(column(head, self._scroll, foot, gap=0))

    def _placed(self) -> list[QWidget]:
        """The fields in their order, those that belong together beside each other."""
        placed: list[QWidget] = []
        for name, field in self.fields.items():
            pair = next((pair for pair in _PAIRS if name in pair and set(pair) <= set(self.fields)), None)
            if pair is None:
                placed.append(field)
            elif name == pair[0]:
                placed.append(beside(*(self.fields[one] for one in pair), shares=(1, 1)))
        return placed

    # What it shows

    def show_entry(self, entry: ListEntry | None, typed: Cells | None = None) -> None:
        """An entry, None for a new one; `typed` is what was typed for it before and not saved."""
        self._entry = entry
        self._shown = dict(entry.cells) if entry else new_cells(self.kind)
        cells = dict(typed) if typed is not None else self._shown
        self._touched = {name for name in self.fields if cells.get(name) != self._shown.get(name)}
        for name, field in self.fields.items():
            field.set_cell(cells.get(name, ""))
            field.accept()
        shown = words.entry_row(self.kind, entry) if entry else None
        self._title.setText(shown.title if shown else words.say(words.LISTS[self.kind][2]))
        self._hint.set_text(self._hint_words(shown.detail if shown else ""))
        self._hint.setVisible(bool(self._hint.text()))
        self.remove_button.setVisible(entry is not None and self._can_go(entry))
        self.outside.show_outside(())
        self.say("")
        self._show_preview()
        self._scroll.verticalScrollBar().setValue(0)
        for name in sorted(self._touched):
            self._check_one(name)

    def follow(self, entry: ListEntry) -> None:
        """The entry was read again: what was not touched here follows."""
        for name, field in self.fields.items():
            if name not in self._touched:
                field.set_cell(entry.cells.get(name, ""))
        self._entry, self._shown = entry, dict(entry.cells)
        self._touched = {name for name in self._touched if self.cells().get(name) != self._shown.get(name)}
        self._show_preview()

    def entry(self) -> ListEntry | None:
        """The one that is shown; None for a new one."""
        return self._entry

    def shown(self) -> dict[str, str]:
        """Its cells as they were when they were last read."""
        return dict(self._shown)

    def cells(self) -> dict[str, str]:
        """As typed now."""
        return {**self._shown, **{name: field.cell() for name, field in self.fields.items()}}

    def is_typed_in(self) -> bool:
        """Whether saving would do something."""
        return bool(self._touched)

    def first(self) -> QWidget:
        return next(iter(self.fields.values())).first()

    # Saving

    def problems(self) -> tuple[CellProblem, ...]:
        """What is wrong with what is typed now, all of it."""
        return check(self.kind, self.cells())[1]

    def refuse(self, problems: tuple[CellProblem, ...]) -> None:
        """Each at its field, the focus on the first."""
        first: CellField | None = None
        for one in problems:
            field = self.fields.get(one.name)
            if field is None:
                self.say(words.problem(one))
                continue
            field.refuse(words.problem(one))
            first = first or field
        if first is not None:
            first.first().setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(first)

    def changed_by_colleague(self, refused: EntryChanged) -> None:
        """What was typed stays, the rest follows; saving again keeps it."""
        self.follow(refused.entry)
        self.say(self.tr("A colleague changed this first. What you typed is still here: save again to keep it."))

    def say(self, text: str) -> None:
        """What is wrong with the whole of it; "" for nothing."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def problem(self) -> str:
        return self._problem.text()

    def show_outside(self, outside: tuple[OutsideHours, ...]) -> None:
        """Whom somebody has to call now."""
        self.outside.show_outside(outside)
        if outside:
            self._scroll.ensureWidgetVisible(self.outside)

    def set_busy(self, busy: bool) -> None:
        self.save_button.setEnabled(not busy)

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        if self.fields[name].cell() == self._shown.get(name, ""):
            self._touched.discard(name)
        else:
            self._touched.add(name)
        self.say("")
        for touched in self._touched | {name}:
            self._check_one(touched)
        self._show_preview()
        self.edited.emit()

    def _check_one(self, name: str) -> None:
        """Only what was touched is refused while typing: an empty form is no mistake yet."""
        wrong = next((one for one in self.problems() if one.name == name), None)
        if wrong is None:
            self.fields[name].accept()
        else:
            self.fields[name].refuse(words.problem(wrong))

    def _options_of(self, of: str) -> Callable[[], tuple[str, ...]]:
        def options() -> tuple[str, ...]:
            names = self._names()
            if of == "counter":
                return names.counters.get(self.fields["location"].cell(), ())
            offered = {
                "location": names.locations,
                "cluster": names.clusters,
                "department": names.departments,
                "worker": names.workers,
                "login": names.logins,
                "product": names.products,
                "queue": names.queues,
            }
            return offered.get(of, ())

        return options

    def _hint_words(self, detail: str) -> str:
        if self.kind is not ListKind.TEXTS:
            return ""
        places = " ".join(f"{{{name}}}" for name in PLACES)
        return f"{detail}\n" + self.tr("The program fills these places: {places}").format(places=places)

    def _can_go(self, entry: ListEntry) -> bool:
        """Nothing refers to it; of a text: it is not the program's own already."""
        return self.kind in _REMOVED and not (self.kind is ListKind.TEXTS and words.is_standard(entry.cells))

    def _show_preview(self) -> None:
        is_text = self.kind is ListKind.TEXTS
        self._preview_card.setVisible(is_text)
        if is_text:
            self._preview.set_text(fill(self.fields["body"].cell(), _EXAMPLE))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(400))
