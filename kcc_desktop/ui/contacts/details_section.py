"""What is right by itself in most contacts: kind, channel, language, role, secrecy, place. Folded to one line."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import ContactKind, Direction, MunicipalRole, Place
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.contacts import words
from kcc_desktop.ui.contacts.beside import Beside
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Button, Choice, Segment, SegmentRow
from kcc_desktop.ui.shared.check import Check
from kcc_desktop.ui.shared.fields import Field, NoteField, TextField, field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_KINDS = tuple(ContactKind)


class DetailsSection(QWidget):
    """`question_edited` carries changes of the question in front, `conversation_edited` of the conversation."""

    question_edited = Signal(object)  # dict[str, object]
    conversation_edited = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._shown: object = None
        self._fold = Button("", icon="caret-right", rank="quiet", height=theme.CONTROL_SMALL, wide=True)
        self._fold.clicked.connect(self.toggle)
        self._inside = QWidget()
        self._inside.hide()
        self._kind = SegmentRow(
            *(Segment(words.kind(kind), height=theme.CONTROL_SMALL) for kind in _KINDS), name=self.tr("Kind")
        )
        self._kind.chosen.connect(self._on_kind)
        self._channel = self._choice(self.tr("Channel"), self._pick_channel)
        self._direction = self._choice(self.tr("Direction"), self._pick_direction)
        self._language = self._choice(self.tr("Language"), self._pick_language)
        self._role = self._choice(self.tr("Role of the municipality"), self._pick_role)
        self._place = TextField(self.tr("Place it is about"), self.tr("Street and number, or a spot"))
        self._place.textEdited.connect(self._on_place)
        self._internal = NoteField(self.tr("Internal note, not for the citizen"), 2)
        self._internal.textChanged.connect(self._on_internal)
        self._secret = Check(self.tr("Confidential"))
        self._secret.toggled.connect(self._on_secret)
        self._count_only = Check(self.tr("Count only"))
        self._count_only.toggled.connect(self._on_count_only)
        self._secret.setToolTip(self.tr("Only your cluster and the team lead see it."))
        self._count_only.setToolTip(self.tr("Nothing is kept but that somebody asked, and the product."))
        self._internal_field = field(self.tr("Internal note (not for the citizen)"), self._internal)
        self._place_field = field(self.tr("Place it is about"), self._place)
        self._picker: Picker | None = None
        self._options: list[tuple[str, object]] = []
        self._option_field = ""
        one = Beside(field(self.tr("Channel"), self._channel), field(self.tr("Direction"), self._direction))
        two = Beside(field(self.tr("Language"), self._language), field(self.tr("Role of the municipality"), self._role))
        self._inside.setLayout(
            column(
                self._kind,
                self._internal_field,
                one,
                two,
                self._place_field,
                self._secret,
                self._count_only,
                gap=theme.S,
            )
        )
        self.setLayout(column(self._fold, self._inside, gap=theme.XS))

    def show_ongoing(self, ongoing: Ongoing) -> None:
        question = ongoing.question
        if question.id != self._shown:
            self._shown = question.id
            self._internal_field.accept()
            self._place_field.accept()
            self._internal.document().clearUndoRedoStacks()
        channel = self._catalogue.channel(ongoing.channel_code)
        channel_word = label(channel) if channel else ongoing.channel_code
        parts = [words.kind(question.kind), channel_word, words.language(ongoing.language)]
        if question.municipal_role is not MunicipalRole.SERVICE:
            parts.append(words.role(question.municipal_role))
        if question.is_confidential:
            parts.append(self.tr("confidential"))
        if ongoing.count_only and ongoing.party is None:
            parts.append(self.tr("count only"))
        self._fold.setText(" · ".join(parts))
        self._fold.set_name(self.tr("More about this contact: {what}").format(what=", ".join(parts)))
        self._kind.choose(_KINDS.index(question.kind))
        self._channel.setText(channel_word)
        self._direction.setText(words.direction(ongoing.direction))
        self._language.setText(words.language(ongoing.language))
        self._role.setText(words.role(question.municipal_role))
        place = question.place.text if question.place else ""
        if self._place.text() != place:
            self._place.setText(place)
        if self._internal.toPlainText() != question.internal:
            self._internal.blockSignals(True)
            self._internal.setPlainText(question.internal)
            self._internal.blockSignals(False)
        for box, on in ((self._secret, question.is_confidential), (self._count_only, ongoing.count_only)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self._count_only.setVisible(ongoing.party is None)

    def fold(self) -> None:
        """Back to its one line: another conversation came to the front."""
        if not self._inside.isHidden():
            self.toggle()

    @Slot()
    def toggle(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        self._fold.set_icon("caret-right" if self._inside.isHidden() else "caret-down")
        if not self._inside.isHidden():
            self._internal.setFocus()

    def focus_place(self) -> None:
        """Unfolded when it was folded away."""
        if self._inside.isHidden():
            self.toggle()
        self._place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse_internal(self, reason: str) -> None:
        self._refuse(self._internal_field, reason)

    def refuse_place(self, reason: str) -> None:
        self._refuse(self._place_field, reason)

    def _refuse(self, refused: Field, reason: str) -> None:
        """Said in the field, unfolded when it was folded away."""
        if self._inside.isHidden():
            self.toggle()
        refused.refuse(reason)
        refused.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choice(self, name: str, pick: object) -> Choice:
        choice = Choice("", name=name)
        choice.clicked.connect(pick)
        return choice

    @Slot()
    def _pick_channel(self) -> None:
        self._open(self._channel, "channel_code", [(label(c), c.code) for c in self._catalogue.channels])

    @Slot()
    def _pick_direction(self) -> None:
        self._open(self._direction, "direction", [(words.direction(way), way) for way in Direction])

    @Slot()
    def _pick_language(self) -> None:
        self._open(self._language, "language", [(words.language(code), code) for code in words.LANGUAGES])

    @Slot()
    def _pick_role(self) -> None:
        self._open(self._role, "municipal_role", [(words.role(role), role) for role in MunicipalRole])

    def _open(self, anchor: Choice, name: str, options: list[tuple[str, object]]) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Choose"), self.tr("Type a few letters"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._options, self._option_field = options, name
        self._picker.open_at(anchor, self._rows(""))

    def _rows(self, text: str) -> list[Row]:
        return [Row(word, match=text, key=value) for word, value in self._options if text.casefold() in word.casefold()]

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(text))

    @Slot(object)
    def _on_picked(self, value: object) -> None:
        signal = self.question_edited if self._option_field == "municipal_role" else self.conversation_edited
        signal.emit({self._option_field: value})

    @Slot(int)
    def _on_kind(self, number: int) -> None:
        self.question_edited.emit({"kind": _KINDS[number]})

    @Slot(str)
    def _on_place(self, text: str) -> None:
        self._place_field.accept()
        self.question_edited.emit({"place": Place(text) if text.strip() else None})

    @Slot()
    def _on_internal(self) -> None:
        self._internal_field.accept()
        self.question_edited.emit({"internal": self._internal.toPlainText()})

    @Slot(bool)
    def _on_secret(self, on: bool) -> None:
        self.question_edited.emit({"is_confidential": on})

    @Slot(bool)
    def _on_count_only(self, on: bool) -> None:
        self.conversation_edited.emit({"count_only": on})
