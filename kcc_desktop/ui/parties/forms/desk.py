"""The forms of the left column, each made when it is first wanted. One is open at a time."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import DigitalAddress, PartyCard
from kcc_desktop.domain.party_commands import Heard
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.parties.forms.death import DeathForm
from kcc_desktop.ui.parties.forms.details import DetailsForm
from kcc_desktop.ui.parties.forms.end_representation import EndRepresentationForm
from kcc_desktop.ui.parties.forms.refusal import RefusalForm
from kcc_desktop.ui.parties.forms.register import RegisterForm
from kcc_desktop.ui.parties.forms.represent import RepresentForm
from kcc_desktop.ui.shared.form_panel import FormPanel


class Forms(QObject):
    """Tells what was saved; what follows from it is the column's."""

    changed = Signal(object)  # the id of a party that changed
    registered = Signal(object)  # (conversation id or None, PartyRef)
    refused = Signal(object)  # the party's id
    represented = Signal(object)  # (conversation id or None, speaker's id, Standing)
    died = Signal(object)  # the party's id
    ended = Signal(object)  # (the card's id, its title, Representation)
    editing = Signal(object)  # the id of the party whose details are open to be changed; None: of nobody

    def __init__(
        self,
        column_widget: QWidget,
        parties: PartyService,
        catalogue: Catalogue,
        tasks: TaskRunner,
        today: Callable[[], date],
    ) -> None:
        super().__init__(column_widget)
        self._column, self._parties, self._catalogue = column_widget, parties, catalogue
        self._tasks, self._today = tasks, today
        self.details: DetailsForm | None = None
        self.register: RegisterForm | None = None
        self.refusal: RefusalForm | None = None
        self.represent: RepresentForm | None = None
        self.end: EndRepresentationForm | None = None
        self.death: DeathForm | None = None

    def open_details(
        self, card: PartyCard, known: tuple[DigitalAddress, ...] | None, heard: Heard | None = None
    ) -> None:
        """`known` None: what is there is covered now. `heard`: the conversation in which it is said."""
        if self.details is None:
            self.details = DetailsForm(self._column, self._parties, self._tasks)
            self.details.changed.connect(self.changed)
            self.details.closed.connect(self._on_details_closed)
        self.put_away()
        self.details.open_for(card, known, self._catalogue.channels, heard)
        self.editing.emit(card.id)

    @Slot()
    def _on_details_closed(self) -> None:
        self.editing.emit(None)

    def show_newer(self, card: PartyCard, known: tuple[DigitalAddress, ...] | None) -> None:
        """The card was read again while its form may be open. `known` None: what is there is covered now."""
        if self.details is not None:
            self.details.rebase(card, known)

    def let_go(self) -> None:
        """What was uncovered is covered again."""
        if self.details is not None and self.details.holds_covered:
            self.details.let_go()

    def open_register(self, conversation: UUID | None, number: str) -> None:
        if self.register is None:
            self.register = RegisterForm(self._column, self._parties, self._tasks, self._today)
            self.register.saved.connect(self.registered)
        self.put_away()
        self.register.open_for(conversation, number)

    def open_refusal(self, card: PartyCard, conversation: UUID | None) -> None:
        if self.refusal is None:
            self.refusal = RefusalForm(self._column, self._parties, self._tasks)
            self.refusal.saved.connect(self.refused)
        self.put_away()
        self.refusal.open_for(card.id, card.title, conversation)

    def open_represent(self, conversation: UUID | None, speaker: PartyRef, represented: PartyRef | None) -> None:
        if self.represent is None:
            self.represent = RepresentForm(self._column, self._parties, self._tasks, self._today)
            self.represent.saved.connect(self.represented)
        self.put_away()
        self.represent.open_for(conversation, speaker, represented)

    def open_end(self, card: PartyCard, representation: UUID | None) -> None:
        """`representation` None: which one is asked."""
        if self.end is None:
            self.end = EndRepresentationForm(self._column, self._parties, self._tasks, self._today)
            self.end.saved.connect(self.ended)
        self.put_away()
        self.end.open_for(card, representation)

    def open_death(self, card: PartyCard) -> None:
        if self.death is None:
            self.death = DeathForm(self._column, self._parties, self._tasks, self._today)
            self.death.saved.connect(self.died)
        self.put_away()
        self.death.open_for(card)

    def shown(self) -> FormPanel | None:
        """The one that is open."""
        return next((form for form in self._all() if not form.isHidden()), None)

    @Slot()
    def put_away(self) -> None:
        for form in self._all():
            form.put_away()

    @Slot()
    def settle(self) -> None:
        """The window has another size."""
        form = self.shown()
        if form is not None:
            form.settle()

    def _all(self) -> list[FormPanel]:
        forms = (self.details, self.register, self.refusal, self.represent, self.end, self.death)
        return [form for form in forms if form is not None]
