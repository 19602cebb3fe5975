"""Which fields each list has, and what must hold between the fields of one entry."""

from collections.abc import Callable, Iterable
from datetime import date

from kcc_desktop.domain.approaches import Approach, FeeChannel
from kcc_desktop.domain.citizen_texts import Audience, TextKind, TextLanguage, unknown_places
from kcc_desktop.domain.list_fields import NO, YES, CellKind, ListField, Unfit, parse, show
from kcc_desktop.domain.lists import CellProblem, Cells, ListKind, Values
from kcc_desktop.domain.work import NormUnit

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS_NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAY_WORDS = {
    **dict(zip(WEEKDAYS, WEEKDAYS, strict=True)),
    **dict(zip(_WEEKDAYS_NL, WEEKDAYS, strict=True)),
    **{name[:2]: day for name, day in zip(_WEEKDAYS_NL, WEEKDAYS, strict=True)},
}
_NORM_WORDS = {
    **{unit.value: unit.value for unit in NormUnit},
    "working days": NormUnit.WORKING_DAYS.value,
    "werkdagen": NormUnit.WORKING_DAYS.value,
    "uren": NormUnit.HOURS.value,
    "uur": NormUnit.HOURS.value,
    "minuten": NormUnit.MINUTES.value,
}
_TEXT_WORDS = {
    **{kind.value: kind.value for kind in TextKind},
    "bevestiging": TextKind.CONFIRMATION.value,
    "herinnering": TextKind.REMINDER.value,
    "brief": TextKind.LETTER.value,
}
_AUDIENCE_WORDS = {
    **{audience.value: audience.value for audience in Audience},
    "inwoner": Audience.RESIDENT.value,
    "bedrijf": Audience.ORGANISATION.value,
}
_LANGUAGE_WORDS = {
    **{language.value: language.value for language in TextLanguage},
    "nederlands": TextLanguage.DUTCH.value,
    "dutch": TextLanguage.DUTCH.value,
    "engels": TextLanguage.ENGLISH.value,
    "english": TextLanguage.ENGLISH.value,
}
ANY = "any"  # channel
_CHANNEL_WORDS = {
    FeeChannel.DIGITAL.value: FeeChannel.DIGITAL.value,
    "digitaal": FeeChannel.DIGITAL.value,
    FeeChannel.COUNTER.value: FeeChannel.COUNTER.value,
    "balie": FeeChannel.COUNTER.value,
    ANY: ANY,
    "alle": ANY,
}
_APPROACH_WORDS = {
    **{approach.value: approach.value for approach in Approach},
    "gestandaardiseerd": Approach.STANDARDISED.value,
    "individuele ondersteuning": Approach.INDIVIDUAL_SUPPORT.value,
    "infrastructuur": Approach.INFRASTRUCTURE.value,
    "leefbaarheid": Approach.LIVEABILITY.value,
}
ALWAYS = "01-01-2020"
_IN_USE = ListField("in_use", ("in_gebruik",), CellKind.YES_NO, limit=5, empty=YES)

FIELDS: dict[ListKind, tuple[ListField, ...]] = {
    ListKind.PRODUCTS: (
        ListField("name", ("naam", "product"), needed=True, of_key=True),
        ListField("keywords", ("trefwoorden",), limit=2000),
        ListField("owner", ("eigenaar",), limit=120, of="department"),
        ListField("answer", ("antwoord",), CellKind.LETTER, limit=20_000),
        ListField("link", ("adres", "webadres"), CellKind.WEB, limit=300),
        ListField("street_report", ("melding_buiten",), CellKind.YES_NO, limit=5, empty=NO),
        ListField("approach", ("aanpak",), CellKind.CHOICE, words=_APPROACH_WORDS),
        ListField("advises_contact", ("adviseert_contact",), CellKind.YES_NO, limit=5, empty=NO),
        ListField("queue", ("wachtrij",), limit=120, of="queue"),
        ListField("minutes", ("minuten", "base_minutes"), CellKind.WHOLE, least=5, most=480),
        ListField(
            "extra_minutes", ("minuten_per_extra_persoon",), CellKind.WHOLE, least=0, most=240, needed=True, empty="0"
        ),
        ListField("most_persons", ("meeste_personen",), CellKind.WHOLE, least=1, most=12, needed=True, empty="1"),
        ListField("bring", ("meenemen",), CellKind.LINES, limit=4000),
        ListField("bring_child", ("meenemen_kind",), CellKind.LINES, limit=4000),
        ListField("combines", ("combineert",), limit=40),
        ListField("consent_below", ("toestemming_onder",), CellKind.WHOLE, least=0, most=21, needed=True, empty="0"),
        ListField("authority_below", ("gezag_onder",), CellKind.WHOLE, least=0, most=21, needed=True, empty="0"),
        ListField("in_person", ("zelf_komen",), CellKind.YES_NO, limit=5, empty=NO),
        ListField("skill", ("vaardigheid",), limit=40),
        ListField("locations", ("locaties",), CellKind.NAMES, limit=2000, of="location"),
        ListField("digital_from", ("digitaal_vanaf",), CellKind.DAY, limit=20),
        ListField("digital_link", ("digitaal_adres",), CellKind.WEB, limit=300),
        _IN_USE,
    ),
    ListKind.FEES: (
        ListField("product", ("naam",), needed=True, of_key=True, of="product"),
        ListField("year", ("jaar",), CellKind.WHOLE, needed=True, least=2000, most=2199, of_key=True),
        ListField("channel", ("kanaal",), CellKind.CHOICE, needed=True, words=_CHANNEL_WORDS, empty=ANY, of_key=True),
        ListField("label", ("voor_wie",), limit=60, of_key=True),
        ListField("amount", ("bedrag",), CellKind.MONEY, needed=True, limit=12),
        ListField("example", ("voorbeeld",), CellKind.YES_NO, limit=5, empty=NO),
    ),
    ListKind.QUEUES: (
        ListField("code", (), CellKind.CODE, needed=True, limit=40, of_key=True),
        ListField("name", ("naam",), needed=True, limit=120),
        ListField("cluster", ("team",), limit=120, of="cluster"),
        ListField("skills", ("vaardigheden",), CellKind.WORDS, limit=400),
        ListField("languages", ("talen",), CellKind.WORDS, limit=200),
        ListField("norm", ("norm_waarde",), CellKind.WHOLE, needed=True, least=1, most=9999),
        ListField("norm_unit", ("norm_eenheid",), CellKind.CHOICE, needed=True, words=_NORM_WORDS),
        ListField("position", ("volgorde",), CellKind.WHOLE, least=0, most=999, needed=True, empty="0"),
        _IN_USE,
    ),
    ListKind.LOCATIONS: (
        ListField("code", (), CellKind.CODE, needed=True, limit=40, of_key=True),
        ListField("name", ("naam",), needed=True, limit=120),
        ListField("address", ("adres",), limit=300),
        ListField("zone", ("tijdzone",), CellKind.ZONE, needed=True, limit=60, empty="Europe/Amsterdam"),
        ListField("step", ("stap", "step_minutes"), CellKind.WHOLE, needed=True, least=5, most=60, empty="5"),
        ListField("latitude", ("breedtegraad",), CellKind.NUMBER, least=-90, most=90),
        ListField("longitude", ("lengtegraad",), CellKind.NUMBER, least=-180, most=180),
        _IN_USE,
    ),
    ListKind.HOURS: (
        ListField("location", ("locatie",), needed=True, limit=120, of_key=True, of="location"),
        ListField("counter", ("balie",), limit=40, of_key=True, of="counter"),
        ListField("weekday", ("weekdag", "dag"), CellKind.CHOICE, needed=True, words=_DAY_WORDS, of_key=True),
        ListField("from", ("van",), CellKind.CLOCK, needed=True, limit=5, of_key=True),
        ListField("until", ("tot",), CellKind.CLOCK, needed=True, limit=5),
        ListField("valid_from", ("geldig_vanaf",), CellKind.DAY, needed=True, limit=20, empty=ALWAYS, of_key=True),
        ListField("valid_until", ("geldig_tot_en_met",), CellKind.DAY, limit=20),
    ),
    ListKind.COUNTERS: (
        ListField("location", ("locatie",), needed=True, limit=120, of_key=True, of="location"),
        ListField("name", ("naam", "balie"), needed=True, limit=40, of_key=True),
        ListField("position", ("volgorde",), CellKind.WHOLE, least=0, most=999, needed=True, empty="0"),
        ListField("skills", ("vaardigheden",), CellKind.WORDS, limit=400),
        _IN_USE,
    ),
    ListKind.CLOSURES: (
        ListField("location", ("locatie",), limit=120, of_key=True, of="location"),
        ListField("from_on", ("vanaf",), CellKind.DAY, needed=True, limit=20, of_key=True),
        ListField("until_on", ("tot_en_met",), CellKind.DAY, limit=20),
        ListField("from", ("van",), CellKind.CLOCK, limit=5, of_key=True),
        ListField("until", ("tot",), CellKind.CLOCK, limit=5),
        ListField("reason", ("reden",), needed=True, limit=120),
    ),
    ListKind.WORKERS: (
        ListField("code", (), CellKind.CODE, needed=True, limit=40, of_key=True),
        ListField("name", ("naam",), needed=True, limit=120),
        ListField("cluster", ("team",), limit=120, of="cluster"),
        ListField("login", ("account",), limit=120, of="login"),
        ListField("skills", ("vaardigheden",), CellKind.WORDS, limit=400),
        ListField("areas", ("gebieden",), CellKind.WORDS, limit=400),
        ListField("start_address", ("startadres",), limit=300),
        ListField("latitude", ("breedtegraad",), CellKind.NUMBER, needed=True, least=-90, most=90),
        ListField("longitude", ("lengtegraad",), CellKind.NUMBER, needed=True, least=-180, most=180),
        ListField("position", ("volgorde",), CellKind.WHOLE, least=0, most=999, needed=True, empty="0"),
        _IN_USE,
    ),
    ListKind.WORKER_HOURS: (
        ListField("worker", ("medewerker",), needed=True, limit=120, of_key=True, of="worker"),
        ListField("weekday", ("weekdag", "dag"), CellKind.CHOICE, needed=True, words=_DAY_WORDS, of_key=True),
        ListField("from", ("van",), CellKind.CLOCK, needed=True, limit=5, of_key=True),
        ListField("until", ("tot",), CellKind.CLOCK, needed=True, limit=5),
        ListField("valid_from", ("geldig_vanaf",), CellKind.DAY, needed=True, limit=20, empty=ALWAYS, of_key=True),
        ListField("valid_until", ("geldig_tot_en_met",), CellKind.DAY, limit=20),
    ),
    ListKind.TEXTS: (
        ListField("text", ("soort",), CellKind.CHOICE, needed=True, words=_TEXT_WORDS, of_key=True),
        ListField("audience", ("voor",), CellKind.CHOICE, needed=True, words=_AUDIENCE_WORDS, of_key=True),
        ListField("language", ("taal",), CellKind.CHOICE, needed=True, words=_LANGUAGE_WORDS, of_key=True),
        ListField("body", ("tekst",), CellKind.LETTER, needed=True, limit=8000),
    ),
}


def field_of(kind: ListKind, name: str) -> ListField:
    return next(one for one in FIELDS[kind] if one.name == name)


def check(kind: ListKind, cells: Cells, given: Iterable[str] | None = None) -> tuple[Values, tuple[CellProblem, ...]]:
    """What is kept for the cells that are `given` (all, unless said), and what is wrong with them, field by field."""
    names = set(given) if given is not None else {one.name for one in FIELDS[kind]}
    values: Values = {}
    problems: list[CellProblem] = []
    for one in FIELDS[kind]:
        if one.name not in names:
            continue
        try:
            values[one.name] = parse(one, cells.get(one.name, ""))
        except Unfit as unfit:
            problems.append(CellProblem(one.name, unfit.reason, unfit.detail))
    if not problems:
        problems.extend(_BETWEEN[kind](values) if kind in _BETWEEN else ())
    return values, tuple(problems)


def cells_of(kind: ListKind, values: Values) -> dict[str, str]:
    """All cells of an entry, as this program writes them."""
    return {one.name: show(one, values[one.name]) for one in FIELDS[kind]}


def new_values(kind: ListKind) -> Values:
    """What a new entry has where a file has no such column; a needed one without such a value is not in it."""
    return {one.name: parse(one, one.empty) for one in FIELDS[kind] if one.empty or not one.needed}


def new_cells(kind: ListKind) -> dict[str, str]:
    """What an empty form shows."""
    return {one.name: one.empty for one in FIELDS[kind]}


def key_of(kind: ListKind, values: Values) -> tuple[object, ...]:
    """What makes two entries of a list the same one."""
    return tuple(_folded(values[one.name]) for one in FIELDS[kind] if one.of_key)


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _of_hours(values: Values) -> Iterable[CellProblem]:
    yield from _in_order(values, "from", "until", "ends_before_begin")
    yield from _in_order(values, "valid_from", "valid_until", "ends_before_start", may_be_same=True)


def _of_closure(values: Values) -> Iterable[CellProblem]:
    yield from _in_order(values, "from_on", "until_on", "ends_before_start", may_be_same=True)
    begin, end = values.get("from"), values.get("until")
    if (begin is None) != (end is None):
        yield CellProblem("until" if end is None else "from", "both_or_none")
    else:
        yield from _in_order(values, "from", "until", "ends_before_begin")


def _of_product(values: Values) -> Iterable[CellProblem]:
    if values.get("digital_link") and not values.get("digital_from") and "digital_from" in values:
        yield CellProblem("digital_from", "digital_since")
    needed = [name for name in ("bring", "bring_child", "skill", "locations", "digital_from") if values.get(name)]
    if needed and "minutes" in values and values["minutes"] is None:
        yield CellProblem("minutes", "minutes_needed")


def _of_location(values: Values) -> Iterable[CellProblem]:
    if isinstance(values.get("step"), int) and int(str(values["step"])) % 5:
        yield CellProblem("step", "five_minutes")
    if ("latitude" in values and "longitude" in values) and (
        (values["latitude"] is None) != (values["longitude"] is None)
    ):
        yield CellProblem("longitude" if values["longitude"] is None else "latitude", "both_or_none")


def _of_text(values: Values) -> Iterable[CellProblem]:
    unknown, known = unknown_places(str(values.get("body", "")))
    if unknown:
        yield CellProblem("body", "unknown_place", ", ".join(known))


def _in_order(
    values: Values, first: str, last: str, reason: str, *, may_be_same: bool = False
) -> Iterable[CellProblem]:
    begin, end = values.get(first), values.get(last)
    if begin is None or end is None:
        return
    fits = (
        (begin < end or (may_be_same and begin == end))
        if isinstance(begin, int) and isinstance(end, int)
        else isinstance(begin, date) and isinstance(end, date) and (begin < end or (may_be_same and begin == end))
    )
    if not fits:
        yield CellProblem(last, reason)


_BETWEEN: dict[ListKind, Callable[[Values], Iterable[CellProblem]]] = {
    ListKind.HOURS: _of_hours,
    ListKind.WORKER_HOURS: _of_hours,
    ListKind.CLOSURES: _of_closure,
    ListKind.PRODUCTS: _of_product,
    ListKind.LOCATIONS: _of_location,
    ListKind.TEXTS: _of_text,
}
