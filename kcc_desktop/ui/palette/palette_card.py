"""What one sees of the palette: the field, the rows, a message where there are none, and the keys.

Shows results and tells what is pressed. Knows no service and no conversation.
"""

from uuid import UUID

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from kcc_desktop.domain.errors import Outage
from kcc_desktop.ui.palette.field import PaletteField
from kcc_desktop.ui.palette.foot import PaletteFoot
from kcc_desktop.ui.palette.palette_model import PaletteDelegate, PaletteModel
from kcc_desktop.ui.palette.results import Results
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Icon, KeyHint, column, hairline, row
from kcc_desktop.ui.shared.cards import Floating, Message
from kcc_desktop.ui.shared.rows import ListView

WIDTH, TOP = 680, 104


class PaletteCard(Floating):
    """`foot` says what the keys do to the row that `current_changed` told of."""

    typed = Signal(str)
    moved = Signal()  # the agent chose another row
    current_changed = Signal()
    entered = Signal(Qt.KeyboardModifier)
    clicked = Signal(object, Qt.KeyboardModifier)  # the thing its row stands for
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        self.field = PaletteField("", "")
        self.list = ListView("")
        self.foot = PaletteFoot()
        self._model = PaletteModel(self.list)
        self._message = Message("magnifying-glass", "", "")
        self._escape = KeyHint("Esc")
        head = row(
            Icon("magnifying-glass", "brand", theme.ICON_LARGE),
            self.field,
            self._escape,
            gap=theme.M,
            margins=(theme.L, 0, theme.L, theme.S),
        )
        found = column(self.list, gap=0, margins=(theme.S, 0, theme.S, theme.S))
        self._told = column(self._message)
        self._foot_line = hairline()
        self._ground = _Ground(column(head, hairline(), found, self._told, self._foot_line, self.foot, gap=0))
        super().__init__(column(self._ground, margins=(1, theme.S, 1, theme.S)), parent, "")
        self.setAccessibleName(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search people, organisations, products, cases and actions"))
        self.field.setPlaceholderText(self.tr("Search person, company, case, product or action"))
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # only a click beside the card closes it
        self.field.textChanged.connect(self.typed)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self.left)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def show_results(self, results: Results, chosen_product: UUID | None, keep: object = None) -> None:
        """Other rows; the current one is that of `keep` where it still is, else the first that can be chosen."""
        self._model.show(results, chosen_product)
        line = self._model.line_of(keep) if keep is not None else -1
        self._choose(line if line >= 0 else self._model.next_choice(-1, 1))

    def current(self) -> object:
        """The thing that the current row stands for."""
        found = self.list.current_row()
        return found.key if found is not None else None

    def tell_nothing_found(self, text: str) -> None:
        self._tell(
            "magnifying-glass",
            self.tr("Nothing found for ‘{text}’").format(text=text[:60]),
            self.tr(
                "Try a birth date, postcode with house number, BSN, KVK number, phone number, e-mail address or "
                "reference."
            ),
        )

    def tell_failure(self, error: Exception) -> None:
        """Why people and cases are missing; what is typed is searched anew with the next letter."""
        if isinstance(error, Outage):
            title = self.tr("No connection: people and cases cannot be found now")
            why = self.tr("Type on or try again in a moment. Actions and products are still here.")
            self._tell("cloud-slash", title, why, "near")
        else:
            self._tell("warning", self.tr("Searching failed"), self.tr("Change a letter to try again."), "near")

    def tell_nothing(self) -> None:
        """The rows speak for themselves."""
        self._message.hide()
        self._told.setContentsMargins(0, 0, 0, 0)

    def told(self) -> str:
        """The message below the rows, empty for none."""
        return "" if self._message.isHidden() else self._message.accessibleName()

    def settle(self) -> None:
        """Take the place for what is shown: as high as the rows, at most to the bottom of the parent."""
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else QRect()
        width = min(theme.px(WIDTH), room.width() - 2 * theme.L)
        top = min(TOP, max(theme.L, room.height() // 8))
        self._message.setFixedWidth(max(1, width - 2 * theme.L))
        has_foot = self.current() is not None
        self._foot_line.setVisible(has_foot)
        self.foot.setVisible(has_foot)
        self.list.setFixedHeight(0)
        for layout in (self._ground.layout(), self.layout()):
            if layout is not None:
                layout.activate()
        rest = self.card_size().height()
        height = self._whole_rows(room.height() - top - theme.L - rest)
        self.list.setFixedHeight(height)
        self.place(QRect((room.width() - width) // 2, top, width, rest + height))

    def _whole_rows(self, room: int) -> int:
        """The height of as many rows as `room` has place for, none of them cut through."""
        height = 0
        for line in range(self._model.rowCount()):
            step = self.list.sizeHintForRow(line)
            if height + step > room:
                break
            height += step
        return height

    def _tell(self, icon: str, title: str, why: str, tone: str = "muted") -> None:
        self._message.set_message(icon, title, why, tone)
        self._message.show()
        self._told.setContentsMargins(theme.L, theme.M, theme.L, theme.M)

    def _choose(self, line: int) -> None:
        self.list.choose(line)
        if line == self._model.next_choice(-1, 1):
            self.list.scrollToTop()  # with its heading

    @Slot(int)
    def _move(self, step: int) -> None:
        self._choose(self._model.next_choice(self.list.currentIndex().row(), step))
        self.moved.emit()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        found = self._model.row_at(index)
        if found is not None and self._model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.clicked.emit(found.key, QApplication.keyboardModifiers())

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        found = self.list.current_row()
        spoken = found.spoken() if found is not None else ""
        self.field.setAccessibleDescription(spoken)
        if spoken and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, spoken))
        self.current_changed.emit()


class _Ground(QWidget):
    """Covers what is behind it, so that a letter typed here paints nothing of the screen below again."""

    def __init__(self, content: QLayout) -> None:
        super().__init__()
        self.setLayout(content)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.ink("raised"))
