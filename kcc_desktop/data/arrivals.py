"""What arrived by itself, as rows: where it came from, who sent it by their own word, and the files that came along."""

from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, one_of
from kcc_desktop.domain.incoming import LeftOut, MatchedBy


class ArrivalRow(Base):
    """Of a contact that nobody at a desk typed. The source's own id is there once."""

    __tablename__ = "arrival"
    __table_args__ = (UniqueConstraint("source", "outside_id"), one_of("matched_by", MatchedBy))

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    source: Mapped[str] = mapped_column(String(40))
    outside_id: Mapped[str] = mapped_column(String(200))
    product: Mapped[str] = mapped_column(String(300), default="")  # as the source calls it
    matched_by: Mapped[str] = mapped_column(String(10))
    matches: Mapped[int]


class ArrivalTextRow(Base):
    """The sender as they gave themselves: personal text."""

    __tablename__ = "arrival_text"

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("arrival.contact_id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(300))
    phone: Mapped[str] = mapped_column(String(40))
    email: Mapped[str] = mapped_column(String(254))
    reference: Mapped[str] = mapped_column(String(100))


class AttachmentRow(Base):
    """A file that came along; its name may tell of somebody, so that it goes through the contact's door too."""

    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("contact_id", "position"), one_of("left_out", LeftOut, empty=True))

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("arrival.contact_id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]  # bytes
    left_out: Mapped[str] = mapped_column(String(10), default="")


class AttachmentContentRow(Base):
    """What is in it, read only when somebody opens it."""

    __tablename__ = "attachment_content"

    attachment_id: Mapped[UUID] = mapped_column(Id, ForeignKey("attachment.id"), primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("arrival.contact_id"), index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
