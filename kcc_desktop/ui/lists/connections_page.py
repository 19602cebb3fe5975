"""Other systems the town has, and whether they answer: now the calendar. Nothing is asked before somebody presses."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import NETWORK, TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.town_calendar import JCC, CalendarCheck, TownCalendar
from kcc_desktop.ui.shared import keys, theme, wording
from kcc_desktop.ui.shared.basics import Icon, Paragraph, Restyled, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import card


class ConnectionsPage(Restyled, QWidget):
    """A card for each system: what it is, and what came of the last try."""

    def __init__(self, calendar: TownCalendar, tasks: TaskRunner) -> None:
        super().__init__()
        self._calendar, self._tasks = calendar, tasks
        choice = calendar.choice()
        is_jcc = choice.kind == JCC
        about = (
            self.tr("Appointments are kept by JCC at {address}.").format(address=choice.url)
            if is_jcc
            else self.tr("Appointments are kept in this program. A town that has JCC chooses that in settings.toml.")
        )
        self._icon = Icon("circle-dashed", "muted")
        self.result = Paragraph(self.tr("Not tried yet."), "muted")
        self.try_button = Button(self.tr("Try the connection"), icon="link-simple", keys=keys.shown("try_connection"))
        answer = row(column(1, self._icon, None, gap=0), self.result)
        answer.setStretch(1, 1)
        name = self.tr("JCC appointments") if is_jcc else self.tr("Our own calendar")
        box = column(
            Text(self.tr("The town's calendar"), theme.CAPTION, tone="muted"),
            Text(name, theme.LEAD, strong=True),
            Paragraph(about, "muted"),
            answer,
            row(self.try_button, None),
            gap=theme.S,
        )
        self.setLayout(
            column(
                Text(self.tr("Connections"), theme.TITLE, strong=True),
                Paragraph(self.tr("Other systems, and whether they answer"), "muted", theme.CAPTION),
                theme.S,
                card(box, name, pad=theme.L),
                None,
                gap=theme.XS,
                margins=(theme.XL, theme.L, theme.L, theme.M),
            )
        )
        self.try_button.clicked.connect(self.try_connection)
        self.follow_theme()

    @Slot()
    def try_connection(self) -> None:
        """Ask the calendar something; what it answers stands in its card."""
        if not self.try_button.isEnabled():
            return
        self.try_button.setEnabled(False)
        self._say("circle-dashed", "muted", self.tr("Trying …"))
        task = self._tasks.run(self._calendar.check, self, pool=NETWORK)
        task.succeeded.connect(self._on_answered)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_answered(self, found: CalendarCheck) -> None:
        self.try_button.setEnabled(True)
        many = self.tr("%n product(s) with appointments", "", found.products)
        self._say("check-circle", "good", self.tr("It answers: {many}.").format(many=many))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.try_button.setEnabled(True)
        if not isinstance(error, (Refusal, Outage)):
            raise error
        self._say("warning", "over", wording.sentences(*wording.sentence(error)))

    def _say(self, icon: str, tone: str, text: str) -> None:
        self._icon.set_icon(icon, tone)
        self.result.set_text(text, "text" if tone == "over" else "muted")
