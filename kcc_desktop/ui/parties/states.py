"""What the left column shows when there is no card: nobody, an unknown caller, refused, away. Each says what to do."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.domain.errors import NotAllowed, NotFound, Outage
from kcc_desktop.domain.looking import Onlooker
from kcc_desktop.domain.parties import PartyCard
from kcc_desktop.ui.shared import formatting, keys, theme, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message


class Nobody(QWidget):
    """No conversation, or one with somebody nobody knows yet."""

    search_pressed = Signal()
    number_pressed = Signal()
    register_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = Message("user", "", "")
        self.search = Button(self.tr("Search"), icon="magnifying-glass", wide=True)
        self.search.clicked.connect(self.search_pressed)
        self.number = Button(self.tr("Keep this number"), icon="link-simple", wide=True)
        self.number.clicked.connect(self.number_pressed)
        self.register = Button(self.tr("New person"), icon="user-plus", wide=True)
        self.register.clicked.connect(self.register_pressed)
        self.setLayout(column(self._message, self.search, self.number, self.register))

    def show_nobody(self) -> None:
        """No conversation goes on."""
        why = self.tr("Search with {key} for a person or company. Looking up needs no conversation.")
        self._message.set_message("user", self.tr("Nobody yet"), why.format(key=keys.shown("palette")))
        self._show_buttons(number=False)

    def show_unknown(self, number: str, *, searched_for_number: bool, unreadable: str = "") -> None:
        """A conversation without a person; `number` may be withheld (""), or `unreadable`, as it came.
        `searched_for_number`: the agent wants to keep it with whoever is found now."""
        if searched_for_number:
            title = formatting.phone(number)
            why = self.tr("Find the person first, then {key} keeps this number there.")
            self._message.set_message("link-simple", title, why.format(key=keys.shown("attach_number")), "brand")
        elif number:
            why = self.tr("Not known who this is. Type a name; the number stays here.")
            self._message.set_message("phone", formatting.phone(number), why)
        elif unreadable:
            why = self.tr("This cannot be read as a phone number. Ask for the name, or help without a name.")
            self._message.set_message("phone", unreadable, why)
        else:
            why = self.tr("No number came along. Ask for the name, or help without a name.")
            self._message.set_message("phone", self.tr("Unknown caller"), why)
        self._show_buttons(number=bool(number))

    def title(self) -> str:
        """What is so, as shown."""
        return self._message.accessibleName()

    def _show_buttons(self, *, number: bool) -> None:
        self.number.setVisible(number)
        for button, key in (
            (self.search, "palette"),
            (self.number, "attach_number"),
            (self.register, "register_person"),
        ):
            button.set_keys(keys.shown(key))


class Trouble(QWidget):
    """There is no card to show, and why."""

    back_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = Message("lock-key", "", "")
        self._back = Button(self.tr("Back"), icon="arrow-left", wide=True)
        self._back.clicked.connect(self.back_pressed)
        self.retry = Button(self.tr("Try now"), icon="arrows-clockwise", wide=True)
        self.retry.clicked.connect(self.retry_pressed)
        self.setLayout(column(self._message, self.retry, self._back))

    def show_error(self, error: Exception) -> None:
        self.retry.setVisible(not isinstance(error, (NotAllowed, NotFound)))
        self._back.set_keys(keys.shown("later"))
        if isinstance(error, NotAllowed):
            why = self.tr("Your role does not give you this card. A colleague or your team lead can help.")
            self._message.set_message("lock-key", self.tr("You may not see this card"), why, "over")
        elif isinstance(error, NotFound):
            why = self.tr("This person or company is not there, or it is not yours to see. Search again.")
            self._message.set_message("user", self.tr("No such card"), why)
        elif isinstance(error, Outage):
            why = self.tr("You can go on. What you type is on this computer and goes along by itself.")
            self._message.set_message("wifi-slash", self.tr("No connection"), why, "near")
        else:
            why = self.tr("Something went wrong here. What you typed is safe.")
            self._message.set_message("warning", self.tr("This card does not load"), why, "over")

    def title(self) -> str:
        """What is so, as shown."""
        return self._message.accessibleName()


class AsideBar(Layer):
    """Somebody else is shown than the conversation is with."""

    attach_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = Paragraph("")
        self._attach = Button("", icon="user-plus", height=theme.CONTROL_SMALL, wide=True)
        self._back = Button("", icon="arrow-left", height=theme.CONTROL_SMALL, wide=True)
        head = row(column(1, Icon("eye", "brand"), None, gap=0), self._words)
        head.setStretch(1, 1)
        super().__init__("brand", column(head, self._attach, self._back, margins=(theme.S + 2,)))
        self.setParent(parent)
        self._attach.clicked.connect(self.attach_pressed)
        self._back.clicked.connect(self.back_pressed)
        self.hide()

    def show_aside(self, card: PartyCard, speaker: str, number: str) -> None:
        """`speaker` empty: the conversation is with nobody known yet."""
        if speaker:
            text = self.tr("You look at {title}. This conversation is with {speaker}.")
        elif number:
            text = self.tr("You look at {title}. This conversation is with {number}, not known yet.")
        else:
            text = self.tr("You look at {title}. Not known yet who this conversation is with.")
        said = wording.fill(text, title=card.title, speaker=speaker, number=formatting.phone(number))
        self._words.set_text(said)
        self.setAccessibleName(said)
        about = self.tr("This conversation is about them")
        self._attach.setText(about if card.warnings.is_deceased else self.tr("Put with this conversation"))
        self._back.setText(self.tr("Back"))
        self._back.set_keys(keys.shown("later"))

    def show_keys(self, has_focus: bool) -> None:
        """Beside the note the key that puts together would finish: here it is shown where it does what it says."""
        self._attach.set_keys(keys.shown("finish") if has_focus else "")


class StaleLine(Layer):
    """The card is as it was when the connection was lost."""

    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = Paragraph("")
        name = QCoreApplication.translate("Trouble", "Try now")
        retry = Button("", icon="arrows-clockwise", rank="quiet", height=theme.CONTROL_SMALL, name=name)
        head = row(column(4, Icon("wifi-slash", "near"), None, gap=0), self._words, retry, margins=(theme.S,))
        head.setStretch(1, 1)
        super().__init__("near", head)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setParent(parent)
        retry.clicked.connect(self.retry_pressed)
        self.hide()

    def show_since(self, at: str) -> None:
        """`at`: the clock when the card was read; "" when that is not known."""
        text = self.tr("No connection. As it was at {time}.").format(time=at) if at else self.tr("No connection.")
        self._words.set_text(text)
        self.setAccessibleName(text)
        self.show()

    def text(self) -> str:
        return self._words.text()


class OnlookerLine(QWidget):
    """Colleagues who have the same open: quiet while they look, and not so quiet when one of them changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("eye", "muted", theme.ICON_SMALL)
        self._words = Text("", theme.CAPTION, tone="muted", elided=True)
        box = row(self._icon, self._words, gap=theme.XS)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.hide()

    def show_onlookers(self, others: tuple[Onlooker, ...]) -> None:
        """Who changes something first."""
        self.setVisible(bool(others))
        if not others:
            return
        is_edited = others[0].is_editing
        tone = "near" if is_edited else "muted"
        self._icon.set_icon("pencil-simple" if is_edited else "eye", tone)
        self._words.set_tone(tone)
        self._words.setText(self._sentence(others))
        self.setAccessibleName(self._words.text())

    def text(self) -> str:
        """What is said now; "" when nobody else is there."""
        return "" if self.isHidden() else self._words.text()

    def _sentence(self, others: tuple[Onlooker, ...]) -> str:
        name = others[0].name
        if others[0].is_editing:
            return self.tr("{name} is changing this").format(name=name)
        if len(others) == 1:
            return self.tr("{name} is looking too").format(name=name)
        if len(others) == 2:
            return self.tr("{name} and {other} are looking too").format(name=name, other=others[1].name)
        return self.tr("{name} and %n other(s) are looking too", "", len(others) - 1).format(name=name)


class NoticeLine(Layer):
    """What one key just did, or why it did not; `undo_pressed` takes it back."""

    undo_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._icon = Icon("check", "good")
        self._words = Paragraph("")
        self.undo = Button("", icon="arrow-u-up-left", height=theme.CONTROL_SMALL, wide=True)
        head = row(column(2, self._icon, None, gap=0), self._words)
        head.setStretch(1, 1)
        super().__init__("brand", column(head, self.undo, margins=(theme.S,)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setParent(parent)
        self.undo.setText(self.tr("Undo"))
        self.undo.clicked.connect(self.undo_pressed)
        self.hide()

    def tell(self, text: str, tone: str = "good", *, undoable: bool = False) -> None:
        """tone: good (done), near (not now), over (refused)."""
        self._icon.set_icon({"good": "check", "near": "info"}.get(tone, "warning"), tone)
        self.set_layer(tone)
        self._words.set_text(text)
        self.setAccessibleName(text)
        self.undo.setVisible(undoable)
        self.show()

    def text(self) -> str:
        """As shown; "" when nothing is told."""
        return "" if self.isHidden() else self._words.text()
