"""What products cost, and how contacts were handled, as rows."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, one_of
from kcc_desktop.domain.approaches import Approach, DigitalOffer, FeeChannel, OverrideReason


class ProductFeeRow(Base):
    """Fees change every first of January and by channel."""

    __tablename__ = "product_fee"
    __table_args__ = (one_of("channel", FeeChannel), CheckConstraint("cents >= 0", name="cents"))

    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel: Mapped[str] = mapped_column(String(8), primary_key=True, default="")
    label: Mapped[str] = mapped_column(String(60), primary_key=True, default="")
    cents: Mapped[int]
    is_example: Mapped[bool] = mapped_column(default=False)


class ContactApproachRow(Base):
    """Of a contact that something was chosen or offered in; written once."""

    __tablename__ = "contact_approach"
    __table_args__ = (
        one_of("approach", Approach, empty=True),
        one_of("proposed", Approach, empty=True),
        one_of("reason", OverrideReason, empty=True),
        one_of("digital", DigitalOffer, empty=True),
        CheckConstraint("approach = proposed OR reason <> ''", name="says_why"),
    )

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    approach: Mapped[str] = mapped_column(String(20), default="")
    proposed: Mapped[str] = mapped_column(String(20), default="")
    reason: Mapped[str] = mapped_column(String(12), default="")
    digital: Mapped[str] = mapped_column(String(8), default="")
