"""An error nobody expected: one card with a code to quote. Nothing personal is in it."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.background.crash import CrashReport
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Icon, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.focus import give_back

_WIDTH, _TOP = 440, 104


class Trouble(Floating):
    """Made once; the newest report stands on it."""

    def __init__(self, window: QWidget) -> None:
        self._back_to: QWidget | None = None
        self._title = Text("", theme.LEAD, strong=True, elided=True)
        self._why = Paragraph("", "muted")
        self._code = Text("", theme.TITLE, strong=True)
        self._copy = Button("", icon="copy-simple")
        self._close = Button("", rank="primary")
        head = row(Icon("warning", "over", theme.ICON_LARGE), self._title, None)
        buttons = row(self._close, self._copy, None)
        super().__init__(column(head, self._why, self._code, buttons, gap=theme.M, margins=(theme.L,)), window, "")
        self._title.setText(self.tr("Something went wrong in the program"))
        self._why.set_text(self.tr("What you typed is kept. Go on, and give this code to the administrator:"))
        self._copy.setText(self.tr("Copy code"))
        self._close.setText(self.tr("Go on"))
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.close_card)

    @Slot(object)
    def show_report(self, report: CrashReport) -> None:
        if not self.isVisible():
            self._back_to = self.window().focusWidget()
        self._code.setText(report.id)
        self.setAccessibleName(f"{self._title.text()}. {report.id}")
        width = theme.px(_WIDTH)
        height = self.layout_height(width)
        self.place(QRect((self.window().width() - width) // 2, _TOP, width, height))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def layout_height(self, width: int) -> int:
        box = self.layout()
        whole = box.heightForWidth(width + 2 * self.MARGIN) if box is not None and box.hasHeightForWidth() else 0
        return max(whole, self.sizeHint().height()) - 2 * self.MARGIN

    @Slot()
    def close_card(self) -> None:
        """Away, with the focus where it was."""
        self.hide()
        give_back(self._back_to)
        self._back_to = None

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._code.text())
