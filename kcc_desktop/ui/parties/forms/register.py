"""Somebody, or a company, that no register knows yet: from what the caller says."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName, full_name
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import Gender, PartyKind
from kcc_desktop.domain.party_commands import RegisterOrganisation, RegisterPerson
from kcc_desktop.domain.written_dates import parse_birth_date
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.parties.forms.checks import organisation_problems, person_problems, register
from kcc_desktop.ui.parties.forms.names import AddressFields, reach_fields
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.buttons import Segment, SegmentRow
from kcc_desktop.ui.shared.fields import TextField, beside, field
from kcc_desktop.ui.shared.form_panel import FormPanel

_GENDERS = (Gender.FEMALE, Gender.MALE, Gender.UNKNOWN)


class RegisterForm(FormPanel):
    """`saved` carries (conversation id or None, `PartyRef`)."""

    def __init__(
        self, column_widget: QWidget, parties: PartyService, tasks: TaskRunner, today: Callable[[], date]
    ) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.set_title(self.tr("New person or company"))
        self.save_button.setText(self.tr("Register"))
        self._parties, self._today = parties, today
        self._conversation: UUID | None = None
        self._party_id, self._prefilled = new_id(), ""
        self.kinds = SegmentRow(
            Segment(self.tr("Person"), icon="user", on=True, height=theme.CONTROL_SMALL),
            Segment(self.tr("Company"), icon="buildings", height=theme.CONTROL_SMALL),
            name=self.tr("Who is it?"),
        )
        self.kinds.chosen.connect(self._on_kind)
        self.given, self.prefix, self.surname = TextField(), TextField(), TextField()
        self.born, self.bsn = TextField(placeholder="12-07-1987"), TextField()
        self.gender = SegmentRow(
            Segment(self.tr("Ms"), height=theme.CONTROL_SMALL),
            Segment(self.tr("Mr"), height=theme.CONTROL_SMALL),
            Segment(self.tr("neither, or not known"), on=True, height=theme.CONTROL_SMALL),
            name=self.tr("How to address them"),
        )
        self.name, self.kvk, self.branch, self.rsin = TextField(), TextField(), TextField(), TextField()
        self.address = AddressFields()
        self.phone, self.email, self._phone_field, self._email_field = reach_fields()
        self._source = Paragraph("", "muted", theme.CAPTION)
        self._person, self._organisation = self._person_part(), self._organisation_part()
        self._lay_out(
            self.kinds,
            self._person,
            self._organisation,
            self.address,
            column(beside(self._phone_field, self._email_field, shares=(1, 1)), self._source, gap=theme.XS),
        )
        self._known_as(phone=self._phone_field, email=self._email_field, **self.address.fields)
        self._known_as(letter=self.address.fields["addition"])
        self._on_kind(0)

    def _person_part(self) -> QWidget:
        given, prefix = field(self.tr("First names"), self.given), field(self.tr("Prefix"), self.prefix)
        surname, born = field(self.tr("Surname"), self.surname), field(self.tr("Date of birth"), self.born)
        bsn = field(self.tr("BSN (if given)"), self.bsn)
        self._known_as(given_names=given, prefix=prefix, surname=surname, birth_date=born, bsn=bsn)
        part = QWidget()
        part.setLayout(
            column(
                beside(given, prefix, shares=(3, 1)),
                surname,
                field(self.tr("How to address them"), self.gender),
                beside(born, bsn, shares=(1, 1)),
                gap=theme.M,
            )
        )
        return part

    def _organisation_part(self) -> QWidget:
        name, kvk = field(self.tr("Name of the company"), self.name), field(self.tr("KVK number"), self.kvk)
        branch, rsin = field(self.tr("Branch number"), self.branch), field(self.tr("RSIN"), self.rsin)
        self._known_as(name=name, kvk_number=kvk, branch_number=branch, rsin=rsin)
        part = QWidget()
        part.setLayout(column(name, kvk, beside(branch, rsin, shares=(1, 1)), gap=theme.M))
        return part

    def open_for(self, conversation: UUID | None, number: str) -> None:
        """`number`, the caller's, is filled in. What was typed for this conversation before is still there."""
        if conversation != self._conversation or not self._is_typed_in():
            self.reset()
            self._conversation, self._prefilled = conversation, formatting.phone(number) if number else ""
            self.phone.setText(self._prefilled)
            self._source.set_text(self.tr("Phone: the number of this conversation") if number else "")
            self._source.setVisible(bool(number))
        self.appear()

    def reset(self) -> None:
        """Empty, for somebody else."""
        for edit in self._edits():
            edit.clear()
        self.address.clear()
        self.gender.choose(_GENDERS.index(Gender.UNKNOWN))
        self.kinds.choose(0)
        self._on_kind(0)
        self._party_id = new_id()
        for one in self._fields.values():
            one.accept()
        self._say("")

    def _edits(self) -> tuple[TextField, ...]:
        who = (self.given, self.prefix, self.surname, self.born, self.bsn)
        return (*who, self.name, self.kvk, self.branch, self.rsin, self.phone, self.email)

    def _is_typed_in(self) -> bool:
        return any(edit.text() for edit in self._edits() if edit is not self.phone)

    def _is_person(self) -> bool:
        return self.kinds.index() == 0

    def _first(self) -> QWidget:
        return self.given if self._is_person() else self.name

    @Slot(int)
    def _on_kind(self, number: int) -> None:
        self._person.setVisible(number == 0)
        self._organisation.setVisible(number == 1)
        if self.isVisible():
            self.settle()

    def _save(self) -> None:
        if self._is_person():
            self._save_person()
        else:
            self._save_organisation()

    def _save_person(self) -> None:
        problems: list[InvalidValue] = []
        born = address = None
        try:
            born = parse_birth_date(self.born.text(), self._today()) if self.born.text().strip() else None
        except InvalidValue as error:
            problems.append(error)
        try:
            address = self.address.address()
        except InvalidValue as error:
            problems.append(error)
        name = PersonName(
            self.given.text(), self.prefix.text(), self.surname.text(), gender=_GENDERS[self.gender.index()].value
        )
        command = RegisterPerson(
            self._party_id, name, born, self.bsn.text(), address, self.phone.text().strip(), self.email.text().strip()
        )
        ref = PartyRef(self._party_id, PartyKind.PERSON, full_name(name))
        self._hand_in(partial(person_problems, command), problems, partial(self._parties.register_person, command), ref)

    def _save_organisation(self) -> None:
        problems: list[InvalidValue] = []
        address = None
        try:
            address = self.address.address()
        except InvalidValue as error:
            problems.append(error)
        command = RegisterOrganisation(
            self._party_id,
            self.name.text(),
            self.kvk.text(),
            self.branch.text(),
            self.rsin.text(),
            address,
            self.phone.text().strip(),
            self.email.text().strip(),
        )
        ref = PartyRef(self._party_id, PartyKind.ORGANISATION, self.name.text().strip())
        do = partial(self._parties.register_organisation, command)
        self._hand_in(partial(organisation_problems, command), problems, do, ref)

    def _hand_in(
        self,
        check: Callable[[], list[InvalidValue]],
        problems: list[InvalidValue],
        do: Callable[[], object],
        ref: PartyRef,
    ) -> None:
        self._submit(partial(register, check, tuple(problems), do), (self._conversation, ref))

    def _on_saved(self) -> None:
        super()._on_saved()
        self.reset()
