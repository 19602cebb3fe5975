"""Parties as rows: persons, organisations, addresses, who speaks for whom."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, Instant, one_of
from kcc_desktop.domain.parties import (
    AddressKind,
    DigitalAddressKind,
    MessageKind,
    PartyKind,
    Relation,
    RepresentationGround,
)


class PartyRow(Base):
    """`sort_key` orders lists the Dutch way; `title` is the name as lists show it."""

    __tablename__ = "party"
    __table_args__ = (one_of("kind", PartyKind),)

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    title: Mapped[str] = mapped_column(String(300))
    sort_key: Mapped[str] = mapped_column(String(300), index=True)
    preferred_channel: Mapped[str] = mapped_column(String(20), default="")
    preferred_moment: Mapped[str] = mapped_column(String(100), default="")
    language: Mapped[str] = mapped_column(String(3), default="nld")
    needs_digital_help: Mapped[bool] = mapped_column(default=False)
    digital_help_agreed_on: Mapped[date | None] = mapped_column(Day)
    preferences_version: Mapped[int] = mapped_column(default=1, server_default="1")
    source: Mapped[str] = mapped_column(String(40), default="")
    source_on: Mapped[date | None] = mapped_column(Day)


class PersonRow(Base):
    """A BSN is searched and never unique: five test BSNs belong to two people each. The A-number carries them."""

    __tablename__ = "person"
    __table_args__ = (
        Index(
            "uq_person_a_number",
            "a_number",
            unique=True,
            sqlite_where=text("a_number <> ''"),
            postgresql_where=text("a_number <> ''"),
        ),
    )

    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    a_number: Mapped[str] = mapped_column(String(10), default="")
    bsn: Mapped[str] = mapped_column(String(9), default="", index=True)
    given_names: Mapped[str] = mapped_column(String(200), default="")
    prefix: Mapped[str] = mapped_column(String(20), default="")
    surname: Mapped[str] = mapped_column(String(200))
    title: Mapped[str] = mapped_column(String(20), default="")
    partner_prefix: Mapped[str] = mapped_column(String(20), default="")
    partner_surname: Mapped[str] = mapped_column(String(200), default="")
    name_usage: Mapped[str] = mapped_column(String(1), default="E")
    preferred_name: Mapped[str] = mapped_column(String(200), default="")
    gender: Mapped[str] = mapped_column(String(1), default="O")
    birth_date: Mapped[str] = mapped_column(String(8), default="")  # YYYYMMDD, incomplete ones kept as they are
    birth_place: Mapped[str] = mapped_column(String(80), default="")
    death_date: Mapped[str] = mapped_column(String(8), default="")
    is_deceased: Mapped[bool] = mapped_column(default=False)
    restriction: Mapped[int] = mapped_column(default=0)
    under_investigation: Mapped[bool] = mapped_column(default=False)
    under_curatorship: Mapped[bool] = mapped_column(default=False)
    suspension: Mapped[str] = mapped_column(String(1), default="")


class OrganisationRow(Base):
    """The registered organisation, or a branch besides its main one.

    The main branch is no row of its own: it is the organisation, which bears its number, so that a
    firm with one shop is found once and its history stands in one place.
    """

    __tablename__ = "organisation"

    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(300))
    trade_names: Mapped[str] = mapped_column(Text, default="")  # one a line
    legal_form: Mapped[str] = mapped_column(String(80), default="")
    kvk_number: Mapped[str] = mapped_column(String(8), default="", index=True)
    branch_number: Mapped[str] = mapped_column(String(12), default="", index=True)
    rsin: Mapped[str] = mapped_column(String(9), default="")
    is_main: Mapped[bool] = mapped_column(default=True)
    is_active: Mapped[bool] = mapped_column(default=True)


class PartyAddressRow(Base):
    __tablename__ = "party_address"
    __table_args__ = (
        one_of("kind", AddressKind),
        Index(None, "postcode", "house_number"),
        Index("ix_party_address_house_number_street", "house_number", "street"),
    )

    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(14), primary_key=True)
    street: Mapped[str] = mapped_column(String(100), default="")
    house_number: Mapped[int | None]
    letter: Mapped[str] = mapped_column(String(1), default="")
    addition: Mapped[str] = mapped_column(String(20), default="")
    designation: Mapped[str] = mapped_column(String(10), default="")
    postcode: Mapped[str] = mapped_column(String(7), default="")
    place: Mapped[str] = mapped_column(String(80), default="")
    country: Mapped[str] = mapped_column(String(60), default="")
    foreign_lines: Mapped[str] = mapped_column(Text, default="")  # one a line


class DigitalAddressRow(Base):
    """An ended address keeps its row: what was sent there stays explicable."""

    __tablename__ = "digital_address"
    __table_args__ = (
        one_of("kind", DigitalAddressKind),
        Index(None, "value"),
        Index(None, "party_id"),
        Index(
            "uq_digital_address_in_use",
            "party_id",
            "kind",
            "value",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "uq_digital_address_preferred",
            "party_id",
            "kind",
            unique=True,
            sqlite_where=text("is_preferred AND ended_at IS NULL"),
            postgresql_where=text("is_preferred AND ended_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"))
    kind: Mapped[str] = mapped_column(String(5))
    value: Mapped[str] = mapped_column(String(254))
    label: Mapped[str] = mapped_column(String(60), default="")
    is_preferred: Mapped[bool] = mapped_column(default=False)
    verified_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    source: Mapped[str] = mapped_column(String(40), default="")
    source_on: Mapped[date | None] = mapped_column(Day)


class AgreedMessageRow(Base):
    """What somebody agrees to receive at an address now, and since when; who noted it stands in ConsentRow."""

    __tablename__ = "agreed_message"
    __table_args__ = (one_of("kind", MessageKind),)

    address_id: Mapped[UUID] = mapped_column(Id, ForeignKey("digital_address.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(14), primary_key=True)
    agreed_at: Mapped[datetime] = mapped_column(Instant)


class ConsentRow(Base):
    """Each time somebody agreed, or took it back, how they said so, and who noted that. Written once.

    The conversation may still go on, or never be recorded: no foreign key leads to it.
    """

    __tablename__ = "consent"
    __table_args__ = (one_of("kind", MessageKind),)

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    address_id: Mapped[UUID] = mapped_column(Id, ForeignKey("digital_address.id"), index=True)
    kind: Mapped[str] = mapped_column(String(14))
    is_given: Mapped[bool]
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    channel_code: Mapped[str | None] = mapped_column(String(20))
    conversation_id: Mapped[UUID | None] = mapped_column(Id)


class PartyRelationRow(Base):
    """Family as the register names it; `related_id` only when that person is here too."""

    __tablename__ = "party_relation"
    __table_args__ = (one_of("relation", Relation),)

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), index=True)
    relation: Mapped[str] = mapped_column(String(10))
    related_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"), index=True)
    name: Mapped[str] = mapped_column(String(300), default="")
    birth_date: Mapped[str] = mapped_column(String(8), default="")


class RepresentationRow(Base):
    __tablename__ = "representation"
    __table_args__ = (one_of("ground", RepresentationGround),)

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    representative_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), index=True)
    represented_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), index=True)
    ground: Mapped[str] = mapped_column(String(22))
    function: Mapped[str] = mapped_column(String(80), default="")
    valid_from: Mapped[date | None] = mapped_column(Day)
    valid_until: Mapped[date | None] = mapped_column(Day)


class RepresentationEndRow(Base):
    """Somebody speaks for another no longer. Written once; the representation itself keeps its row.

    `ended_on` is the first day on which it does not hold; rows from before there was one ended on the day of `at`.
    """

    __tablename__ = "representation_end"

    representation_id: Mapped[UUID] = mapped_column(Id, ForeignKey("representation.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    ended_on: Mapped[date | None] = mapped_column(Day)


class PartyActivityRow(Base):
    """When there was last contact: recent people stand first among equal search results."""

    __tablename__ = "party_activity"

    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    last_contact_at: Mapped[datetime] = mapped_column(Instant)
