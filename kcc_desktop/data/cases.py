"""Cases as rows: imported, shown, linked to; handled elsewhere."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, one_of
from kcc_desktop.domain.cases import CaseRole


class CaseRow(Base):
    __tablename__ = "case_file"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    reference: Mapped[str] = mapped_column(String(60), unique=True)
    case_type: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(String(120), default="")
    started_on: Mapped[date] = mapped_column(Day)
    decide_by: Mapped[date | None] = mapped_column(Day)
    ended_on: Mapped[date | None] = mapped_column(Day)
    handler: Mapped[str] = mapped_column(String(200), default="")
    department: Mapped[str] = mapped_column(String(120), default="")
    result: Mapped[str] = mapped_column(String(120), default="")


class CaseStepRow(Base):
    __tablename__ = "case_step"

    case_id: Mapped[UUID] = mapped_column(Id, ForeignKey("case_file.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(120))
    reached_on: Mapped[date | None] = mapped_column(Day)


class CasePartyRow(Base):
    __tablename__ = "case_party"
    __table_args__ = (one_of("role", CaseRole),)

    case_id: Mapped[UUID] = mapped_column(Id, ForeignKey("case_file.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(String(14))


class ContactCaseRow(Base):
    __tablename__ = "contact_case"

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Id, ForeignKey("case_file.id"), primary_key=True, index=True)
