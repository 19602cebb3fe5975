"""A loaded card: name, as what, how sure, warnings, facts, lists. It asks, and changes nothing itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.parties import PartyCard, PartyOverview
from kcc_desktop.ui.parties import entries, words
from kcc_desktop.ui.parties.behalf import Standing
from kcc_desktop.ui.parties.behalf_row import BehalfRow
from kcc_desktop.ui.parties.facts import facts, has_covered
from kcc_desktop.ui.parties.flow import Flow
from kcc_desktop.ui.parties.identity_line import IdentityLine
from kcc_desktop.ui.parties.revealing import Uncovered
from kcc_desktop.ui.parties.sections import Section
from kcc_desktop.ui.parties.states import OnlookerLine
from kcc_desktop.ui.parties.warnings import Caution, warnings
from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, Text, column
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Banner
from kcc_desktop.ui.shared.facts import Facts


@dataclass(frozen=True, slots=True)
class Speaking:
    """What the conversation says of whoever is shown; there is none while somebody is only looked at."""

    level: IdentityLevel
    how: str
    restricted: bool
    standings: tuple[Standing, ...]
    standing: int
    speaker: str  # named while the card shows whom they speak for
    number: str  # the caller's number when it does not stand on the card yet


@dataclass(frozen=True, slots=True)
class Shown:
    overview: PartyOverview
    speaking: Speaking | None
    uncovered: Uncovered | None
    today: date
    now: datetime


class _Snug(Button):
    """As narrow as its word and its key: two stand beside each other in the column."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() - QSize(theme.M if self.keys() else 0, 0)


class CardView(QWidget):
    """`opened` carries an `entries.Target`, `standing_chosen` a `Standing` or None for the whole list."""

    identity_pressed = Signal()
    standing_chosen = Signal(object)
    number_pressed = Signal()
    reveal_pressed = Signal()
    edit_pressed = Signal()
    refuse_pressed = Signal()
    represent_pressed = Signal()
    call_off_pressed = Signal()
    end_pressed = Signal(object)  # the `entries.Target` of the representation that is to end; None: which is asked
    opened = Signal(object)

    def __init__(self, channel: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel = channel
        self._reveals_alone: bool | None = None
        self._name = Text("", theme.TITLE, strong=True, elided=True)
        self._spoken = Text("", tone="muted", elided=True)
        self.onlookers = OnlookerLine()
        self._behalf = BehalfRow()
        self._behalf.chosen.connect(self.standing_chosen)
        self._behalf.rebuilt.connect(self._order_tabs)
        self.identity = IdentityLine()
        self.identity.clicked.connect(self.identity_pressed)
        self._number = Button("", icon="link-simple", height=theme.CONTROL_SMALL, wide=True)
        self._number.clicked.connect(self.number_pressed)
        self._warnings = column(gap=theme.S)
        self._banners: list[Banner] = []
        self._refuse = Button(self.tr("Disclosure refused"), icon="prohibit", height=theme.CONTROL_SMALL, wide=True)
        self._refuse.clicked.connect(self.refuse_pressed)
        self._call_off = Button("", icon="prohibit", height=theme.CONTROL_SMALL, wide=True)
        self._call_off.clicked.connect(self.call_off_pressed)
        self._facts = Facts()
        self._uncovered = Paragraph("", "near", theme.CAPTION)
        self.reveal = _Snug("", rank="quiet", height=theme.CONTROL_SMALL, wide=True)
        self.reveal.clicked.connect(self.reveal_pressed)
        self._edit = _Snug(self.tr("Change"), rank="quiet", height=theme.CONTROL_SMALL, wide=True)
        self._edit.clicked.connect(self.edit_pressed)
        add, end = self.tr("Keep for whom they speak too"), self.tr("Somebody no longer speaks for the other")
        self.behalf_list = Section(self.tr("On behalf of"), add=add, end=end)
        self.behalf_list.add_pressed.connect(self.represent_pressed)
        self.represented_by = Section(self.tr("Represented by"), end=end)
        self.contact_persons = Section(self.tr("Contact persons"), end=end)
        for section in (self.behalf_list, self.represented_by, self.contact_persons):
            section.end_pressed.connect(self.end_pressed)
        self.family = Section(self.tr("Family and housemates"))
        self.branches = Section(self.tr("Branches"), counted=True)
        self.cases = Section(self.tr("Running cases"), counted=True)
        self.promises = Section(self.tr("Promised"), counted=True)
        self.appointments = Section(self.tr("Appointments"))
        self._lay_out()

    def sections(self) -> tuple[Section, ...]:
        """From top to bottom."""
        represented = (self.behalf_list, self.represented_by, self.contact_persons)
        return (*represented, self.family, self.branches, self.cases, self.promises, self.appointments)

    def _lay_out(self) -> None:
        for section in self.sections():
            section.pressed_row.connect(self.opened)
        self._actions = Flow(self._edit)
        self._uncovering = column(self.reveal, gap=0)
        self.setLayout(
            column(
                column(self._name, self._spoken, self.onlookers, gap=2),
                self._behalf,
                self.identity,
                self._number,
                self._warnings,
                self._refuse,
                self._call_off,
                theme.XS,
                self._facts,
                self._uncovered,
                self._uncovering,
                self._actions,
                *self.sections(),
            )
        )

    def show_card(self, shown: Shown) -> None:
        """Everything anew; what stays the same does not move."""
        card = shown.overview.card
        self.setAccessibleName(card.title)
        self._name.setText(card.title)
        self._show_spoken(card)
        self._show_speaking(shown)
        self._show_warnings(warnings(card))
        self._show_call_off(shown.overview)
        self._show_facts(shown)
        self._show_lists(shown)

    def show_time(self, shown: Shown) -> None:
        """Only what changes while the clock goes on."""
        self.promises.show_rows(entries.promise_rows(shown.overview.promises, shown.now))
        found, visits = shown.overview.appointments, shown.overview.visits
        self.appointments.show_rows(entries.appointment_rows(found, shown.now, visits))

    def name(self) -> str:
        return self._name.text()

    def warnings(self) -> list[str]:
        """The banners as they are read out."""
        return [banner.accessibleName() for banner in self._banners]

    def fact_pairs(self) -> list[tuple[str, str]]:
        """Label and value, as shown."""
        return [(pair[0], pair[1]) for pair in self._facts.pairs()]

    def behalf(self) -> BehalfRow:
        return self._behalf

    def behalf_anchor(self) -> QWidget:
        """Where the list of ways to speak opens."""
        return self.identity if self._behalf.isHidden() else self._behalf

    def _show_spoken(self, card: PartyCard) -> None:
        if card.person is None:
            self._spoken.setText(self.tr("company or organisation"))
        elif not card.warnings.is_deceased:
            self._spoken.setText(self.tr("Say: {name}").format(name=card.spoken))
        self._spoken.setVisible(card.person is None or not card.warnings.is_deceased)

    def _show_speaking(self, shown: Shown) -> None:
        speaking = shown.speaking
        self.identity.setVisible(speaking is not None)
        self._number.setVisible(bool(speaking and speaking.number))
        if speaking is None:
            self._behalf.show_standings((), 0, "", shown.today)
            return
        self._behalf.show_standings(speaking.standings, speaking.standing, speaking.speaker, shown.today)
        self.identity.show_identity(
            speaking.level,
            speaking.how,
            restricted=speaking.restricted,
            speaker=speaking.speaker,
            keys=keys.shown("identity"),
        )
        if speaking.number:
            number = formatting.phone(speaking.number)
            self._number.setText(self.tr("Keep {number}").format(number=number))
            self._number.set_name(self.tr("Keep the number {number} with this person").format(number=number))
            self._number.set_keys(keys.shown("attach_number"))

    def _show_warnings(self, found: list[Caution]) -> None:
        while len(self._banners) > len(found):
            gone = self._banners.pop()
            self._warnings.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number, one in enumerate(found):
            if number < len(self._banners):
                self._banners[number].set_banner(one.tone, one.icon, one.title, one.text)
            else:
                self._banners.append(Banner(one.tone, one.icon, one.title, one.text))
                self._warnings.addWidget(self._banners[number])
        self._refuse.set_keys(keys.shown("refuse_disclosure"))
        self._refuse.setVisible(any(one.refusable for one in found))

    def _show_call_off(self, overview: PartyOverview) -> None:
        """Who died does not come: what is planned is called off with one key."""
        number = len(overview.appointments) if overview.card.warnings.is_deceased else 0
        self._call_off.setVisible(bool(number))
        if number:
            self._call_off.setText(self.tr("Call off %n appointment(s)", "", number))
            self._call_off.set_keys(keys.shown("death"))

    def _show_facts(self, shown: Shown) -> None:
        card, uncovered = shown.overview.card, shown.uncovered
        self._facts.set_pairs(facts(card, uncovered.details if uncovered else None, shown.today, self._channel))
        self._edit.set_keys(keys.shown("edit_details"))
        self._place_reveal(is_alone=card.is_covered)
        self.reveal.setVisible(has_covered(card))
        self.reveal.set_keys(keys.shown("reveal"))
        self._uncovered.setVisible(uncovered is not None)
        if uncovered is not None:
            self._uncovered.set_text(
                self.tr("Visible until {time} · {purpose}").format(
                    time=formatting.time(uncovered.until, seconds=True), purpose=words.purpose(uncovered.purpose)
                )
            )
            self.reveal.setText(self.tr("Cover"))
            self.reveal.set_name(self.tr("Cover the details again"))
        else:
            text = self.tr("What do you look this up for?") if card.is_covered else self.tr("Show BSN")
            self.reveal.setText(text)
            self.reveal.set_name(self.tr("Show what is covered: what do you look this up for?"))

    def _place_reveal(self, *, is_alone: bool) -> None:
        """Where much is covered the way to it has a line of its own."""
        if is_alone == self._reveals_alone:
            return
        self._reveals_alone = is_alone
        self._uncovering.removeWidget(self.reveal)
        self._actions.removeWidget(self.reveal)
        (self._uncovering if is_alone else self._actions).addWidget(self.reveal)
        self.reveal.set_rank("plain" if is_alone else "quiet")
        self.reveal.set_icon("eye" if is_alone else "")
        self._order_tabs()

    @Slot()
    def _order_tabs(self) -> None:
        """From top to bottom, whatever was made when."""
        last = (self.reveal, self._edit) if self._reveals_alone else (self._edit, self.reveal)
        lists = [stop for section in self.sections() for stop in (section.end, section.add, section.list)]
        stops = [*self._behalf.stops(), self.identity, self._number, self._refuse, self._call_off, *last, *lists]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    def _show_lists(self, shown: Shown) -> None:
        card = shown.overview.card
        speaks = shown.speaking is not None and not shown.speaking.standing
        behalf_keys = keys.shown("on_behalf") if speaks else ""
        endable = {one.outgoing for one in entries.endable(card, shown.today)}
        outgoing = entries.represented_rows(card, shown.today, behalf_keys)
        self.behalf_list.show_rows(outgoing, can_end=True in endable)
        incoming = entries.representative_rows(card, shown.today)
        self.represented_by.show_rows(incoming if card.organisation is None else [], can_end=False in endable)
        self.contact_persons.show_rows(incoming if card.organisation is not None else [], can_end=False in endable)
        covered = card.is_covered and shown.uncovered is None
        family = entries.family_rows(card, shown.today)
        self.family.show_rows(family, covered=self.tr("covered") if covered and family else "")
        self.branches.show_rows(entries.branch_rows(card))
        self.cases.show_rows(entries.case_rows(shown.overview.cases, shown.today))
        self.show_time(shown)

    @Slot()
    def focus_first(self) -> None:
        """Where the keys go when somebody wants the card."""
        (self.identity if self.identity.isVisibleTo(self) else self._edit).setFocus()
