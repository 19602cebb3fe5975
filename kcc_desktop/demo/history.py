"""Years of contacts over all channels, with what they left behind. Knows the catalogue and the calendar, no table."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kcc_desktop.demo.calendar import MINUTE, Calendar
from kcc_desktop.demo.catalogue import CatalogueEntry, Story
from kcc_desktop.demo.draws import Weighted, one_of
from kcc_desktop.demo.happened import Promise, Told


@dataclass(frozen=True, slots=True)
class Desk:
    """An agent as the history needs one."""

    id: bytes
    cluster_id: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Caller:
    """Who makes contact, on whose timeline it comes, and in which capacity."""

    party_id: bytes
    name: str
    street: str
    phone: str
    language: str
    speaker_id: bytes
    speaker_name: str
    capacity: str = "resident"
    is_restricted: bool = False


_CHANNELS = Weighted.of(
    [
        ("phone", 45),
        ("counter", 13),
        ("chat", 10),
        ("e-form", 15),
        ("e-mail", 9),
        ("letter", 3),
        ("whatsapp", 3),
        ("social", 1),
        ("visit", 1),
    ]
)
_OFFICE = frozenset({"phone", "counter", "chat", "whatsapp", "visit", "letter"})
_TALKS = {"phone": 6, "counter": 12, "chat": 9, "whatsapp": 7, "visit": 45}  # minutes at most
_IDENTITY = {
    "phone": Weighted.of(
        [
            (("questions_answered", "geboortedatum en adres"), 62),
            (("self_declared", ""), 20),
            (("not_established", ""), 16),
            (("called_back", "teruggebeld op bekend nummer"), 2),
        ]
    ),
    "counter": Weighted.of(
        [
            (("document_seen", "paspoort"), 45),
            (("document_seen", "identiteitskaart"), 35),
            (("document_seen", "rijbewijs"), 20),
        ]
    ),
    "e-form": Weighted.of([(("digid", "DigiD"), 88), (("self_declared", ""), 12)]),
    "visit": Weighted.of([(("document_seen", "identiteitskaart"), 80), (("self_declared", ""), 20)]),
}
_OTHERWISE = Weighted.of([(("self_declared", ""), 70), (("not_established", ""), 30)])
_KINDS = {"task": ("request", "request", "signal"), "answered": ("question",), "appointment": ("request",)}
_SIGNALS = ("Openbare ruimte", "Afval en milieu")
_PRIVATE = ("Jeugdhulp", "Schuldhulp", "Eerste gesprek over schulden")
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
_ENDS = ("Neemt zelf weer contact op.", "Had haast.", "Vriendelijk gesprek.", "Belde al eerder.", "", "", "", "", "")
_HANDED = {"transferred": "warm_transfer", "answered_after_consult": "consult"}
_PROMISES = 0.55  # of what the catalogue says: most questions are answered at once
_INTO_OUTCOMES = Weighted.of(
    [("", 90), ("answered_after_consult", 5), ("calls_again", 2), ("disconnected", 1), ("transferred", 2)]
)


class History:
    """Thinks up what somebody asked and when; the same for the same seed."""

    def __init__(
        self,
        seed: int,
        calendar: Calendar,
        products: list[tuple[bytes, CatalogueEntry]],
        desks: dict[str, list[tuple[Desk, int]]],
        owners: dict[str, list[bytes]],
        ids: Iterator[bytes],
    ) -> None:
        """`desks`: who records on which channel ("" is any), and how often; `owners`: a department's colleagues."""
        self._chance = Random(f"history {seed}")
        self._calendar = calendar
        self._ids = ids
        self._owners = owners
        self._desks = {channel: Weighted.of(some) for channel, some in desks.items()}
        stories = [
            (
                product_id,
                entry,
                story,
                entry.weight / len(entry.stories) * (_PROMISES if story.outcome == "task" else 1),
            )
            for product_id, entry in products
            for story in entry.stories
        ]
        self._stories = Weighted.of(
            [((product_id, entry, story), weight) for product_id, entry, story, weight in stories]
        )

    def contact(self, caller: Caller) -> tuple[Told, Promise | None, list[tuple[str, bytes | None, str]]]:
        """One contact somewhere in the last years, what it promised, and who was there."""
        chance, calendar = self._chance, self._calendar
        product_id, entry, story = self._stories.pick(chance)
        channel = _CHANNELS.pick(chance)
        days_ago = calendar.some_day(chance)
        if channel in _OFFICE:
            days_ago = calendar.open_day(days_ago)
            minute = calendar.office_minute(chance)
        else:
            minute = int(7 * 60 + 960 * chance.random())
        at = calendar.at(days_ago, minute)
        told = self._told(caller, channel, at, product_id, entry, story)
        promise = None
        if told.outcome == "task":
            promise = self._promise(caller, told, entry, story, days_ago)
        speakers: list[tuple[str, bytes | None, str]] = []
        if told.identity != "not_established":
            speakers.append(("speaker", caller.speaker_id, caller.speaker_name))
            if caller.speaker_id != caller.party_id:
                speakers.append(("subject", caller.party_id, caller.name))
        return told, promise, speakers

    def _told(
        self, caller: Caller, channel: str, at: int, product_id: bytes, entry: CatalogueEntry, story: Story
    ) -> Told:
        chance = self._chance
        desk = self._desks.get(channel, self._desks[""]).pick(chance)
        identity, how = _IDENTITY.get(channel, _OTHERWISE).pick(chance)
        if caller.capacity == "for_organisation" and channel == "e-form":
            identity, how = "eherkenning", "eHerkenning"
        if caller.is_restricted and channel == "phone":
            identity, how = "called_back", "teruggebeld op bekend nummer"
        outcome = story.outcome
        if outcome == "answered":
            outcome = _INTO_OUTCOMES.pick(chance) or outcome
        minutes = _TALKS.get(channel, 0)
        seconds = 40 + int(chance.random() * minutes * 60) if minutes else 0
        is_private = (story.title in _PRIVATE or entry.name in _PRIVATE) and chance.random() < 0.8
        told = Told(
            next(self._ids),
            next(self._ids),
            channel,
            at,
            min(at + seconds * 1_000_000, self._calendar.now_at),
            desk.id,
            desk.cluster_id,
            outcome,
            product_id,
            _filled(f"{story.title}\n{story.rest}", caller, chance),
            _filled(f"{story.note} {one_of(chance, _ENDS)}".strip(), caller, chance),
            capacity=caller.capacity,
            identity=identity,
            identity_how=how,
            language=caller.language,
            kind=one_of(chance, _KINDS.get(story.outcome, ("question",))),
            authority=story.authority if outcome == "referred" else "",
            secrecy="confidential" if is_private else "open",
        )
        if channel == "phone":
            told.caller_number = caller.phone
            told.wait_seconds = int(95 * chance.random() ** 2)
            told.hold_seconds = int(60 * chance.random()) if chance.random() < 0.2 else 0
            if chance.random() < 0.05:
                told.direction = "outbound"
        if entry.owner in _SIGNALS and outcome == "task":
            told.kind, told.role, told.place = "signal", "manager", caller.street
            if chance.random() < 0.02:
                told.role, told.secrecy = "enforcement", "enforcement"
        if (how_handed := _HANDED.get(outcome)) is not None:
            told.handed = (next(self._ids), how_handed, one_of(chance, self._owners[entry.owner]))
        return told

    def question(self) -> tuple[bytes, int, bytes, str, bytes]:
        """An anonymous one that is only counted: its id, when, who took it, the channel, and what about."""
        chance, calendar = self._chance, self._calendar
        product_id, _, _ = self._stories.pick(chance)
        channel = "phone" if chance.random() < 0.7 else "chat"
        at = calendar.at(calendar.open_day(calendar.some_day(chance)), calendar.office_minute(chance))
        return next(self._ids), at, self._desks[""].pick(chance).id, channel, product_id

    def _promise(self, caller: Caller, told: Told, entry: CatalogueEntry, story: Story, days_ago: int) -> Promise:
        chance, calendar = self._chance, self._calendar
        due_at = calendar.due(days_ago)
        state, closed_at = "open", None
        if days_ago > 6 or chance.random() < 0.45:
            # A few were forgotten, so that a red number is there to be found.
            if days_ago < 30 and chance.random() < 0.04:
                state = "open"
            else:
                state = "done" if chance.random() < 0.97 else "withdrawn"
                closed_at = min(told.ended_at + int(chance.random() * 40 * 60 + 20) * MINUTE, calendar.now_at - MINUTE)
        return Promise(
            next(self._ids),
            "callback" if "belt" in story.rest else "task",
            state,
            told.contact_id,
            caller.party_id,
            one_of(chance, self._owners[entry.owner]),
            told.product_id,
            due_at,
            told.ended_at,
            closed_at,
            told.agent_id,
            told.cluster_id,
            caller.phone,
            told.summary,
            calendar.year_of(days_ago),
            told.secrecy,
        )


def _filled(text: str, caller: Caller, chance: Random) -> str:
    if "{" not in text:
        return text.strip()
    return text.replace("{straat}", caller.street).replace("{dag}", one_of(chance, _DAYS)).strip()
