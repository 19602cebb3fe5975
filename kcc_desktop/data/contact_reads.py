"""Reads recorded contacts as values, hiding what is not the agent's to see."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Connection, and_, bindparam, func, or_, select, true

from kcc_desktop.data import doors
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.approaches import ContactApproachRow
from kcc_desktop.data.cases import CasePartyRow, CaseRow, ContactCaseRow
from kcc_desktop.data.columns import Id
from kcc_desktop.data.contacts import (
    ChannelRow,
    ContactCorrectionRow,
    ContactMoveRow,
    ContactRow,
    ContactTextRow,
    ConversationRow,
    HandoverRow,
    HandoverTextRow,
    LookedUpRow,
    OutcomeRow,
    ParticipantRow,
    ProductRow,
)
from kcc_desktop.data.database import Look
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.work import ColleagueRow, TaskRow
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.approaches import Approach, ChosenApproach, DigitalOffer, OverrideReason
from kcc_desktop.domain.contacts import (
    Capacity,
    Channel,
    Confidentiality,
    ContactDetail,
    ContactKind,
    ContactVersion,
    Direction,
    Handover,
    HandoverKind,
    HandoverState,
    IdentityLevel,
    LookedUp,
    LookedUpKind,
    MunicipalRole,
    Outcome,
    OutcomeNeeds,
    Participant,
    ParticipantRole,
    Place,
)


def channels(connection: Connection) -> tuple[Channel, ...]:
    rows = connection.execute(
        select(ChannelRow.code, ChannelRow.label_nl, ChannelRow.label_en, ChannelRow.icon, ChannelRow.is_live).order_by(
            ChannelRow.position
        )
    )
    return tuple(Channel(*row) for row in rows)


def recorded_among(connection: Connection, conversation_ids: frozenset[UUID]) -> frozenset[UUID]:
    return frozenset(
        connection.scalars(select(ConversationRow.id).where(ConversationRow.id.in_(sorted(conversation_ids))))
    )


def outcomes(connection: Connection) -> tuple[Outcome, ...]:
    rows = connection.execute(
        select(
            OutcomeRow.code, OutcomeRow.label_nl, OutcomeRow.label_en, OutcomeRow.needs, OutcomeRow.is_quick
        ).order_by(OutcomeRow.position)
    )
    return tuple(Outcome(code, nl, en, OutcomeNeeds(needs), quick) for code, nl, en, needs, quick in rows)


def visible_to(confidentiality: Any, owner_cluster_id: Any) -> ColumnElement[bool]:
    """Which rows an agent may see: open ones, the own cluster's confidential ones, the rest by role.

    Its parameters stay open, for statements that are built once: `sight` fills them in.
    """
    secret, enforced = Confidentiality.CONFIDENTIAL.value, Confidentiality.ENFORCEMENT.value
    return or_(
        confidentiality == Confidentiality.OPEN.value,
        and_(
            confidentiality == secret,
            or_(bindparam("sees_confidential", type_=Boolean), owner_cluster_id == bindparam("own_cluster", type_=Id)),
        ),
        and_(confidentiality == enforced, bindparam("sees_enforcement", type_=Boolean)),
    )


def sight(agent: Agent) -> dict[str, Any]:
    """What `visible_to` asks of the agent."""
    return {
        "sees_confidential": agent.may(Permission.READ_CONFIDENTIAL),
        "sees_enforcement": agent.may(Permission.READ_ENFORCEMENT),
        "own_cluster": agent.cluster_id,
    }


_DETAIL = (
    select(
        ContactRow.__table__,
        ConversationRow.channel_code,
        ConversationRow.direction,
        ConversationRow.capacity,
        ConversationRow.identity,
        ConversationRow.identity_how,
        ConversationRow.language,
        AgentRow.name.label("agent_name"),
    )
    .join(ConversationRow, ConversationRow.id == ContactRow.conversation_id)
    .join(AgentRow, AgentRow.id == ContactRow.recorded_by)
)


def may_see(agent: Agent, confidentiality: str, owner_cluster_id: UUID | None) -> bool:
    """The same rule as `visible_to`, for one row at hand."""
    if confidentiality == Confidentiality.ENFORCEMENT:
        return agent.may(Permission.READ_ENFORCEMENT)
    if confidentiality == Confidentiality.CONFIDENTIAL:
        own = agent.cluster_id is not None and owner_cluster_id == agent.cluster_id
        return own or agent.may(Permission.READ_CONFIDENTIAL)
    return True


def detail(look: Look, contact_id: UUID) -> ContactDetail | None:
    """The contact in its newest version with its history, or None when there is none to see."""
    connection = look.connection
    row = connection.execute(_DETAIL.where(ContactRow.id == contact_id)).first()
    if row is None:
        return None
    corrections = connection.execute(
        select(ContactCorrectionRow.__table__, AgentRow.name.label("agent_name"))
        .join(AgentRow, AgentRow.id == ContactCorrectionRow.made_by)
        .where(ContactCorrectionRow.contact_id == contact_id)
        .order_by(ContactCorrectionRow.version)
    ).all()
    newest = corrections[-1] if corrections else row
    if not may_see(look.agent, newest.confidentiality, row.owner_cluster_id):
        return None
    return _assemble(look, row, corrections)


def _assemble(look: Look, row: Any, corrections: Sequence[Any]) -> ContactDetail:
    connection = look.connection
    labels = {outcome.code: (outcome.label_nl, outcome.label_en) for outcome in outcomes(connection)}
    versions = _versions(look, row, corrections, labels)
    party_id = standing_on(connection, row.id, row.party_id)
    wrong = wrong_parties(connection, [row.id]) - {party_id}
    newest = corrections[-1] if corrections else row
    product = connection.scalar(select(ProductRow.name).where(ProductRow.id == newest.product_id)) or ""
    return ContactDetail(
        id=row.id,
        version=len(versions),
        conversation_id=row.conversation_id,
        party_id=party_id,
        channel_code=row.channel_code,
        direction=Direction(row.direction),
        occurred_at=row.occurred_at,
        recorded_at=row.recorded_at,
        recorded_by=row.agent_name,
        kind=ContactKind(newest.kind),
        outcome_code=newest.outcome_code,
        outcome=labels[newest.outcome_code][0],
        authority=newest.authority,
        product_id=newest.product_id,
        product=product,
        place=Place(row.place, row.latitude, row.longitude) if row.place or row.latitude is not None else None,
        summary=versions[-1].summary,
        note=versions[-1].note,
        confidentiality=Confidentiality(newest.confidentiality),
        municipal_role=MunicipalRole(row.municipal_role),
        capacity=Capacity(row.capacity),
        identity=IdentityLevel(row.identity),
        identity_how=row.identity_how,
        language=row.language,
        participants=tuple(p for p in _participants(connection, row.conversation_id) if p.party_id not in wrong),
        looked_up=_looked_up(connection, row.id, party_id, wrong),
        case_references=tuple(
            connection.scalars(
                select(CaseRow.reference)
                .join(ContactCaseRow, ContactCaseRow.case_id == CaseRow.id)
                .where(ContactCaseRow.contact_id == row.id, not_only_of(wrong, party_id))
                .order_by(CaseRow.reference)
            )
        ),
        task_references=tuple(
            connection.scalars(
                select(TaskRow.reference).where(TaskRow.contact_id == row.id).order_by(TaskRow.reference)
            )
        ),
        versions=versions,
        labels=labels[newest.outcome_code],
        handovers=_handovers(connection, row.id),
        handling=_handling(connection, row.id),
    )


def _handling(connection: Connection, contact_id: UUID) -> ChosenApproach:
    row = connection.execute(
        select(ContactApproachRow.__table__).where(ContactApproachRow.contact_id == contact_id)
    ).first()
    if row is None:
        return ChosenApproach()
    return ChosenApproach(
        Approach(row.approach) if row.approach else None,
        Approach(row.proposed) if row.proposed else None,
        OverrideReason(row.reason) if row.reason else None,
        DigitalOffer(row.digital) if row.digital else None,
    )


def _versions(
    look: Look, row: Any, corrections: Sequence[Any], labels: dict[str, tuple[str, str]]
) -> tuple[ContactVersion, ...]:
    """What was recorded and each correction after it.

    Text that retention destroyed is empty, and that of a version which was confidential, for whoever may not see it.
    """
    every = select(ContactTextRow.__table__).where(ContactTextRow.contact_id == row.id)
    parts = dict(enumerate([row, *corrections], 1))
    texts = {
        text.version: text
        for text in look.connection.execute(every)
        if may_see(look.agent, parts[text.version].confidentiality, row.owner_cluster_id)
    }
    return tuple(
        ContactVersion(
            version=number,
            made_at=part.recorded_at if number == 1 else part.made_at,
            made_by=part.agent_name,
            reason="" if number == 1 else part.reason,
            kind=ContactKind(part.kind),
            outcome=labels[part.outcome_code][0],
            summary=texts[number].summary if number in texts else "",
            note=texts[number].note if number in texts else "",
            labels=labels[part.outcome_code],
        )
        for number, part in parts.items()
    )


def standing_on(connection: Connection, contact_id: UUID, recorded_on: UUID | None) -> UUID | None:
    """On whose timeline the contact stands now: the newest move's target, else where it was recorded."""
    move = connection.execute(
        select(ContactMoveRow.into_party_id)
        .where(ContactMoveRow.contact_id == contact_id)
        .order_by(ContactMoveRow.number.desc())
        .limit(1)
    ).first()
    return move.into_party_id if move is not None else recorded_on


def wrong_parties(connection: Connection, contact_ids: Collection[UUID]) -> frozenset[UUID]:
    """Whose these contacts were taken for before they were moved."""
    rows = connection.scalars(
        select(ContactMoveRow.from_party_id).where(
            ContactMoveRow.contact_id.in_(list(contact_ids)), ContactMoveRow.from_party_id.is_not(None)
        )
    )
    return frozenset(party_id for party_id in rows if party_id is not None)


def not_only_of(wrong: Collection[UUID], right: UUID | None) -> ColumnElement[bool]:
    """Cases (`CaseRow`) in which nobody of `wrong` has a part, or `right` has one too."""
    if not wrong:
        return true()
    part = select(CasePartyRow.case_id).where(CasePartyRow.case_id == CaseRow.id)
    return or_(
        ~part.where(CasePartyRow.party_id.in_(list(wrong))).exists(),
        part.where(CasePartyRow.party_id == right).exists(),
    )


def _participants(connection: Connection, conversation_id: UUID) -> tuple[Participant, ...]:
    rows = connection.execute(
        select(ParticipantRow.role, ParticipantRow.party_id, ParticipantRow.name, PartyRow.title)
        .outerjoin(PartyRow, PartyRow.id == ParticipantRow.party_id)
        .where(ParticipantRow.conversation_id == conversation_id)
        .order_by(ParticipantRow.position)
    )
    return tuple(
        Participant(ParticipantRole(role), party_id, name or title or "") for role, party_id, name, title in rows
    )


def _looked_up(
    connection: Connection, contact_id: UUID, right: UUID | None, wrong: Collection[UUID]
) -> tuple[LookedUp, ...]:
    """By their names of today; a contact has none of its own. Without what was looked up of `wrong` people."""
    rows = connection.execute(
        select(
            LookedUpRow.kind,
            LookedUpRow.object_id,
            func.coalesce(PartyRow.title, CaseRow.reference, ProductRow.name, ""),
        )
        .outerjoin(PartyRow, and_(LookedUpRow.kind == LookedUpKind.PARTY.value, PartyRow.id == LookedUpRow.object_id))
        .outerjoin(CaseRow, and_(LookedUpRow.kind == LookedUpKind.CASE.value, CaseRow.id == LookedUpRow.object_id))
        .outerjoin(
            ProductRow, and_(LookedUpRow.kind == LookedUpKind.PRODUCT.value, ProductRow.id == LookedUpRow.object_id)
        )
        .where(LookedUpRow.contact_id == contact_id, or_(CaseRow.id.is_(None), not_only_of(wrong, right)))
        .order_by(LookedUpRow.kind, LookedUpRow.object_id)
    ).all()
    theirs = set(wrong)
    if wrong:
        theirs.update(doors.standing_with(connection, [row.object_id for row in rows], theirs))
    return tuple(
        LookedUp(LookedUpKind(kind), object_id, title) for kind, object_id, title in rows if object_id not in theirs
    )


def _handovers(connection: Connection, contact_id: UUID) -> tuple[Handover, ...]:
    rows = connection.execute(
        select(HandoverRow.kind, HandoverRow.state, ColleagueRow.name, HandoverTextRow.note)
        .join(ColleagueRow, ColleagueRow.id == HandoverRow.colleague_id)
        .outerjoin(HandoverTextRow, HandoverTextRow.handover_id == HandoverRow.id)
        .where(HandoverRow.contact_id == contact_id)
        .order_by(HandoverRow.id)
    )
    return tuple(
        Handover(HandoverKind(kind), HandoverState(state), name, note or "") for kind, state, name, note in rows
    )
