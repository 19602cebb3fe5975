"""Says why a conversation was not recorded, at the place where it is to be mended. Knows fields by their spot only."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.contacts import OutcomeNeeds
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts import mending
from kcc_desktop.ui.contacts.editing import Editing
from kcc_desktop.ui.contacts.mending import Spot
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.shared import wording


class Refusing:
    """One a column. `say` takes a tone, what is so and why; `fields` refuse in place, and take the focus."""

    def __init__(
        self,
        finishing: Finishing,
        editing: Editing,
        catalogue: Catalogue,
        say: Callable[[str, str, str], None],
        fields: Mapping[Spot, Callable[[str], None]],
    ) -> None:
        self._finishing, self._editing, self._catalogue = finishing, editing, catalogue
        self._say, self._fields = say, fields

    def say(self, ongoing: Ongoing) -> None:
        """Of the conversation in front: its question comes to the front, the hand to its field."""
        error = self._finishing.refusal_of(ongoing.id)
        if error is None:
            return
        question_id, spot = self._spot(error, ongoing)
        self._editing.bring_to_front(question_id)
        refuse = self._fields.get(spot)
        if refuse is None or not isinstance(error, Refusal | Outage):
            self._say_above_the_last_key(error)
        else:
            title, why = wording.sentence(error)
            refuse(why or title)

    def say_again(self, ongoing: Ongoing) -> None:
        """Something changed that has nothing to do with it; fields keep their own sentence, and nothing moves."""
        error = self._finishing.refusal_of(ongoing.id)
        if error is not None and self._spot(error, ongoing)[1] not in self._fields:
            self._say_above_the_last_key(error)

    def _say_above_the_last_key(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self._say("over", *wording.sentence(error))
            return
        # A bug has its own dialog with a code; here it is enough that nothing is lost.
        title = QCoreApplication.translate("ThisContact", "This contact is not recorded yet")
        self._say("over", title, QCoreApplication.translate("ThisContact", "What you typed is kept. Try again."))

    def _spot(self, error: Exception, ongoing: Ongoing) -> tuple[UUID, Spot]:
        if isinstance(error, Refusal | Outage):
            return mending.find(error, ongoing, self._needs)
        return ongoing.question.id, Spot.COLUMN

    def _needs(self, code: str) -> OutcomeNeeds:
        outcome = self._catalogue.outcome(code)
        return outcome.needs if outcome is not None else OutcomeNeeds.NOTHING
