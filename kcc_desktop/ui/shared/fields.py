"""Form fields: a label above, the field, and below it why it was refused. Knows no rule, only how a refusal looks."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import FROM_TOP, Icon, Paragraph, Restyled, Text, column, row

_LONGEST_WORD = 2_000  # characters that Qt can break well; a longer one costs it the square of its length at each key
_BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def _mark_refused(control: QWidget, reason: str) -> None:
    control.setProperty("refused", bool(reason))
    control.setAccessibleDescription(reason)
    control.style().unpolish(control)
    control.style().polish(control)
    control.update()


class NoteField(Restyled, QTextEdit):
    """Plain text of many lines on our own line height (QPlainTextEdit cannot set one).

    It is `lines` high and grows with what is typed up to `most` lines; then it scrolls. Tab leaves it.
    """

    refused = Signal(str)  # the reason; "" when accepted again

    def __init__(self, name: str, lines: int = 4, most: int = 12, placeholder: str = "") -> None:
        super().__init__()
        self._fewest, self._most = lines, max(lines, most)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().contentsChange.connect(self._keep_line_height)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._space(0, 0)
        self.follow_theme()

    def setPlainText(self, text: str) -> None:
        super().setPlainText(text)
        self._space(0, len(text))
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def refuse(self, reason: str) -> None:
        """What was typed stays; `reason` says what would be right."""
        _mark_refused(self, reason)
        self.refused.emit(reason)

    def accept(self) -> None:
        """It is right (again)."""
        if self.property("refused"):
            _mark_refused(self, "")
            self.refused.emit("")

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.document().setDefaultFont(theme.font())
        self._fit()

    @Slot(int, int, int)
    def _keep_line_height(self, position: int, _removed: int, added: int) -> None:
        self._choose_wrapping()
        self._space(position, added)

    def _choose_wrapping(self) -> None:
        """Between words; anywhere while there is a word that is none: a file somebody pasted, a key that stuck.

        To break between words Qt looks for the word's end anew at each line: 0.3 s a key in 99,000 characters.
        """
        is_long = self.document().characterCount() > _LONGEST_WORD
        longest = max(map(len, self.toPlainText().split()), default=0) if is_long else 0
        mode = QTextOption.WrapMode.WrapAnywhere if longest > _LONGEST_WORD else _BETWEEN_WORDS
        if self.wordWrapMode() is not mode:
            self.setWordWrapMode(mode)

    def _space(self, position: int, length: int) -> None:
        """Give the blocks there the line height; typing, pasting and undo come here too."""
        block = self.document().findBlock(position)
        bare = []
        while block.isValid() and block.position() <= position + length:
            if block.blockFormat().lineHeightType() != _PROPORTIONAL:
                bare.append(block)
            block = block.next()
        if not bare:
            return
        # Proportional, so that another text scale need not touch the document and its undo.
        spaced = QTextBlockFormat()
        spaced.setLineHeight(100 * theme.LINE_HEIGHT[theme.BODY] / (theme.BODY * 1.21), _PROPORTIONAL)
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        for block in bare:
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(spaced)
        cursor.endEditBlock()

    def _height_of(self, lines: int) -> int:
        return lines * theme.line_height() + 18

    @Slot()
    def _fit(self) -> None:
        wanted = round(self.document().size().height()) + 14
        height = max(self._height_of(self._fewest), min(self._height_of(self._most), wanted))
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        fits = wanted <= self._height_of(self._most)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)


class TextField(Restyled, QLineEdit):
    """One line to type in; `refuse` marks it and says why."""

    refused = Signal(str)  # the reason; "" when accepted again

    def __init__(self, name: str = "", placeholder: str = "", text: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        if name:
            self.setAccessibleName(name)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.setFixedHeight(theme.grown(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.grown(theme.CONTROL))

    def refuse(self, reason: str) -> None:
        """What was typed stays; `reason` says what would be right."""
        _mark_refused(self, reason)
        self.refused.emit(reason)

    def accept(self) -> None:
        """It is right (again)."""
        if self.property("refused"):
            _mark_refused(self, "")
            self.refused.emit("")


class Field(Restyled, QWidget):
    """A control under its label, with the reason below it while it is refused."""

    def __init__(self, label: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self.setProperty(FROM_TOP, True)
        self._caption = Text(label, theme.CAPTION, tone="muted", elided=True)
        self._caption.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self._why = Paragraph("", "over", theme.CAPTION)
        self._warning = QWidget()
        below = row(column(1, Icon("warning", "over", theme.ICON_SMALL), None, gap=0), self._why, gap=6)
        below.setStretch(1, 1)
        self._warning.setLayout(below)
        self._warning.hide()
        self.setLayout(column(self._caption, control, self._warning, gap=theme.XS))
        if isinstance(control, (TextField, NoteField)):
            control.refused.connect(self._show)
        self.follow_theme()

    def set_label(self, label: str) -> None:
        """Another label above it."""
        self._caption.setText(label)

    def reason(self) -> str:
        """Why it is refused; "" when it is not."""
        return self._why.text()

    def refuse(self, reason: str) -> None:
        """Mark the control and say below it what would be right; what was typed stays."""
        if isinstance(self.control, (TextField, NoteField)):
            self.control.refuse(reason)
        else:
            _mark_refused(self.control, reason)
            self._show(reason)

    def accept(self) -> None:
        """It is right (again)."""
        if isinstance(self.control, (TextField, NoteField)):
            self.control.accept()
        else:
            _mark_refused(self.control, "")
            self._show("")

    @Slot(str)
    def _show(self, reason: str) -> None:
        self._why.set_text(reason)
        self._warning.setVisible(bool(reason))


def field(label: str, control: QWidget) -> Field:
    """A control under its label."""
    return Field(label, control)


def beside(*fields: Field, shares: tuple[int, ...]) -> QWidget:
    """Fields beside each other, each with its share of the width."""
    holder = QWidget()
    box = row(*fields, gap=theme.S)
    for number, share in enumerate(shares):
        box.setStretch(number, share)
    holder.setLayout(box)
    return holder
