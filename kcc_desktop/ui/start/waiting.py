"""Says what takes so long while the database opens, or the practice town is made."""

from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.start.door import Door


class Waiting(Door):
    def __init__(self, *, is_demo: bool) -> None:
        message = Message("hourglass", "", "")
        super().__init__(column(message), "KCC Desktop")
        if is_demo:
            message.set_message(
                "hourglass",
                self.tr("The practice town is being made"),
                self.tr("Invented residents with years of contacts. This takes a few seconds, once a day."),
            )
        else:
            message.set_message(
                "hourglass", self.tr("Opening the database"), self.tr("This takes longer than usual. Nothing is lost.")
            )
