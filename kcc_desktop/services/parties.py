"""Use cases of residents and organisations: finding and looking. Each call is one transaction."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import (
    appointment_reads,
    case_reads,
    covering,
    disclosures,
    party_cards,
    party_contact_details,
    party_reads,
    search,
    task_reads,
    timeline,
    visit_reads,
)
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.data.search_correction import Vocabulary
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import PartyCard, PartyOverview, PartySummary, PurposeNeeded
from kcc_desktop.domain.party_answers import Consent, DisclosureRefused, Revealed, SearchAnswer
from kcc_desktop.domain.phone import is_anonymous, parse_phone
from kcc_desktop.domain.purposes import Purpose
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.domain.work import TaskSummary
from kcc_desktop.services.party_changes import PartyChanges

FIRST_PAGE = 50


class PartyService(PartyChanges):
    """Finding and looking; what changes is in `PartyChanges`."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._vocabulary = Vocabulary()

    def search(self, text: str, limit: int = 20) -> SearchAnswer:
        """At most `limit` parties that have every word of `text`, most likely first."""

        def work(look: Look) -> SearchAnswer:
            look.agent.require(Permission.READ_PARTY)
            hits = search.find(look.connection, text, limit, self._vocabulary, local_day(look.now))
            found = party_reads.summaries(look, hits.ids)
            return SearchAnswer(tuple(found[party_id] for party_id in hits.ids), hits.more, hits.corrected)

        return self._database.read(work)

    def with_number(self, number: str) -> tuple[PartySummary, ...]:
        """Who can be reached at this number: open promises first, then the last contact. A number is no proof.

        Companies too, through whoever speaks for them: `via` names that person. Refuses with InvalidValue.
        """
        if is_anonymous(number):
            return ()
        value = parse_phone(number)

        def work(look: Look) -> tuple[PartySummary, ...]:
            look.agent.require(Permission.READ_PARTY)
            via = party_reads.with_number(look.connection, value, local_day(look.now))
            found = party_reads.summaries(look, via.keys())
            named = (replace(party, via=via[party.id]) for party in found.values())
            return tuple(sorted(named, key=party_reads.most_likely))

        return self._database.read(work)

    def summary(self, party_id: UUID) -> PartySummary:
        """One party's line. Refuses with NotFound."""

        def work(look: Look) -> PartySummary:
            look.agent.require(Permission.READ_PARTY)
            found = party_reads.summaries(look, [party_id])
            if party_id not in found:
                raise NotFound
            return found[party_id]

        return self._database.read(work)

    def overview(self, party_id: UUID, size: int = FIRST_PAGE) -> PartyOverview:
        """All that the screen shows of somebody, in one transaction; audited like opening the card.

        Refuses with NotAllowed and NotFound.
        """

        def work(unit: Work) -> PartyOverview:
            unit.agent.require(Permission.READ_PARTY)
            unit.agent.require(Permission.READ_CONTACT)
            look = Look(unit.connection, unit.agent, unit.now)
            card = _opened(unit, party_id)
            return PartyOverview(
                card,
                case_reads.open_of(unit.connection, party_id),
                task_reads.open_of(look, party_id, covered=card.is_covered),
                timeline.counts(look, party_id),
                timeline.page(look, party_id, TimelineFilter(), None, size),
                appointment_reads.coming_lines(look, party_id),
                visit_reads.coming_lines(look, party_id),
            )

        return self._database.write(work)

    def open_card(self, party_id: UUID) -> PartyCard:
        """The card; audited. What a restriction covers is not in it. Refuses with NotAllowed, NotFound."""

        def work(unit: Work) -> PartyCard:
            unit.agent.require(Permission.READ_PARTY)
            return _opened(unit, party_id)

        return self._database.write(work)

    def reveal(self, party_id: UUID, purpose: str) -> Revealed:
        """BSN, addresses and contact details for one stated purpose; audited.

        Refuses with PurposeNeeded what is no `Purpose`: the audit holds no free text.
        """
        if purpose not in set(Purpose):
            raise PurposeNeeded

        def work(unit: Work) -> Revealed:
            unit.agent.require(Permission.REVEAL)
            revealed = party_cards.uncovered(unit.connection, party_id)
            if revealed is None:
                raise NotFound
            unit.audit("reveal", "party", party_id, purpose=Purpose(purpose).value)
            return revealed

        return self._database.write(work)

    def open_cases(self, party_id: UUID) -> tuple[CaseSummary, ...]:
        """The nearest decision first."""

        def work(look: Look) -> tuple[CaseSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return case_reads.open_of(look.connection, party_id)

        return self._database.read(work)

    def open_promises(self, party_id: UUID) -> tuple[TaskSummary, ...]:
        """The nearest due moment first; without the number to call where contact details are covered."""

        def work(look: Look) -> tuple[TaskSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            covered = covering.is_covered(look.connection, party_id)
            return task_reads.open_of(look, party_id, covered=covered)

        return self._database.read(work)

    def consents(self, address_ids: Collection[UUID]) -> dict[UUID, tuple[Consent, ...]]:
        """What somebody agreed to at these addresses and took back: when, how they said so and who noted it.

        The newest first; an address at which nothing was ever said is left out.
        """

        def work(look: Look) -> dict[UUID, tuple[Consent, ...]]:
            look.agent.require(Permission.READ_PARTY)
            return party_contact_details.consents(look.connection, address_ids)

        return self._database.read(work)

    def refusal(self, refusal_id: UUID) -> DisclosureRefused:
        """What was asked, from the timeline; audited. Refuses with NotFound."""

        def work(unit: Work) -> DisclosureRefused:
            unit.agent.require(Permission.READ_CONTACT)
            found = disclosures.refusal(unit.connection, refusal_id)
            if found is None:
                raise NotFound
            unit.audit("open", "disclosure_refusal", refusal_id)
            return found

        return self._database.write(work)


def _opened(unit: Work, party_id: UUID) -> PartyCard:
    card = party_cards.card(unit.connection, party_id)
    if card is None:
        raise NotFound
    unit.audit("open", "party", party_id)
    return card
