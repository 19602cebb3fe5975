"""What the people of the pictures asked, when and how it ended: only words and moments."""

from dataclasses import dataclass

_ASKED = ("questions_answered", "geboortedatum en adres")
_CALLED_BACK = ("called_back", "teruggebeld op bekend nummer")
_DIGID = ("digid", "DigiD")
_SEEN = ("document_seen", "paspoort")


@dataclass(frozen=True, slots=True)
class Line:
    """One contact. `due` (with `owner`): minutes from now, or 0 and the minute of today; without it, kept already."""

    days_ago: int
    minute: int
    channel: str
    who: str
    outcome: str
    product: str
    title: str
    rest: str = ""
    note: str = ""
    identity: tuple[str, str] = _ASKED
    minutes: int = 4
    owner: str = ""
    promise: str = ""
    due: tuple[int, int] | None = None


FATIMA_LATELY = (
    Line(
        0, 9 * 60 + 15, "e-form", "Noor Jansen", "calls_again", "Paspoort na vermissing",
        "Vermissing paspoort gemeld",
        "Ik ben mijn paspoort kwijt, waarschijnlijk in de trein van Lelystad naar Zwolle. Ik ga over 17 dagen op reis. "
        "Kan ik nog op tijd een nieuw paspoort krijgen?",
        "Formulier: Vermissing reisdocument. Nog bellen voor een afspraak.", _DIGID, 0,
    ),
    Line(
        1, 16 * 60 + 22, "chat", "Ruben Smit", "answered", "Reisdocument ophalen", "Kan ik zonder afspraak langskomen?",
        "Voor een rijbewijs wel, voor een paspoort niet.", "", _CALLED_BACK, 6,
    ),
    Line(
        1, 10 * 60 + 58, "phone", "Ruben Smit", "task", "Parkeervergunning", "Parkeerplaats dichter bij huis",
        "Team Vergunningen belt terug over een parkeerplaats in de straat.", "Slecht ter been na operatie.",
        _CALLED_BACK, 7, "Team Vergunningen", "Terugbellen over parkeerplaats", (78, 0),
    ),
    Line(
        5, 14 * 60, "visit", "Karin Postma", "answered", "Hulp in huis (Wmo)", "Gesprek thuis over hulp in huis",
        "Bij mevrouw thuis, 45 minuten. Verslag volgt binnen 2 weken.", "Zoon was erbij. Huis is netjes.", _SEEN, 45,
    ),
    Line(
        6, 11 * 60 + 20, "counter", "Samir Aydin", "appointment", "Rijbewijs verlengen", "Rijbewijs aangevraagd",
        "Balie 2. Ophalen kan na 5 werkdagen.", "", _SEEN, 9,
    ),
    Line(
        9, 15 * 60 + 40, "phone", "Iris Mulder", "answered", "Kwijtschelding belastingen",
        "Hoe lang duurt kwijtschelding?", "Beantwoord in één keer: binnen 8 weken een besluit.", "", _CALLED_BACK, 3,
    ),
    Line(
        16, 9 * 60 + 10, "phone", "Noor Jansen", "task", "Verhuizing doorgeven", "Verhuizing wacht op huurcontract",
        "Huurcontract is opgevraagd bij de verhuurder. Burgerzaken belt als het binnen is.", "", _CALLED_BACK, 6,
        "Burgerzaken",
    ),
    Line(
        23, 20 * 60 + 12, "e-form", "Noor Jansen", "answered", "Kwijtschelding belastingen",
        "Kwijtschelding aangevraagd",
        "Aanvraag met bijlagen ontvangen.", "", _DIGID, 0,
    ),
    Line(
        25, 21 * 60 + 3, "e-form", "Noor Jansen", "answered", "Verhuizing doorgeven", "Verhuizing doorgegeven",
        "Naar een ander huis in Emmeloord, samen met zoon.", "", _DIGID, 0,
    ),
)  # fmt: skip

# (channel, how many, titles and rests in turn): the years before, spread evenly.
_BEFORE: tuple[tuple[str, int, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "phone",
        14,
        (
            ("Afvalpas", "Afvalpas werkt niet", "Pas was geblokkeerd na verhuizing. Opnieuw aangezet."),
            ("Stadspas en meedoenregeling", "Zwemles voor zoon", "Valt onder de meedoenregeling. Aanvraag gedaan."),
            ("Betaling in delen", "Betalingsregeling aanvragen", "Aangevraagd. Antwoord binnen 2 weken."),
            ("Grofvuil ophalen", "Bank en kast ophalen", "Wordt vrijdag opgehaald. Vóór 7:30 uur aan de weg."),
            ("Leerplicht en verlof", "Verlof voor zoon", "Via de school aanvragen. Uitgelegd."),
        ),
    ),
    (
        "chat",
        8,
        (
            ("Afvalkalender", "Wanneer wordt papier opgehaald?", "Eerste woensdag van de maand."),
            ("Energietoeslag", "Is er dit jaar energietoeslag?", "Nu niet. Gewezen op het Financieel Loket."),
            ("Reisdocument ophalen", "Is de identiteitskaart van mijn zoon klaar?", "Ja, ophalen zonder afspraak."),
        ),
    ),
    (
        "counter",
        5,
        (
            ("Identiteitskaart aanvragen", "Identiteitskaart voor zoon", "Toestemming van beide ouders gezien."),
            ("Uittreksel uit de basisregistratie", "Uittreksel voor huurwoning", "Meteen meegegeven."),
        ),
    ),
    (
        "e-form",
        8,
        (
            ("Kapotte straatverlichting", "Lantaarnpaal kapot", "Ter hoogte van nummer 30."),
            ("Hondenbelasting", "Hond afgemeld", "Hond is naar mijn zus."),
            ("Leerlingenvervoer", "Leerlingenvervoer aangevraagd", "Voor zoon, nieuw schooljaar."),
        ),
    ),
)
_WHO = ("Ruben Smit", "Iris Mulder", "Yusuf Kaya", "Anouk de Wit", "Noor Jansen", "Daan Hofman")
_HOW = {"phone": _CALLED_BACK, "chat": _CALLED_BACK, "counter": _SEEN, "e-form": _DIGID}
_KEPT_ON = (3, 7, 11)  # of the calls: these left a promise that was kept


def _before() -> tuple[Line, ...]:
    lines = []
    for start, (channel, number, stories) in enumerate(_BEFORE):
        for place in range(number):
            product, title, rest = stories[place % len(stories)]
            is_kept = channel == "phone" and place in _KEPT_ON
            lines.append(
                Line(
                    45 + start * 9 + place * (1200 // number),
                    8 * 60 + 45 + (place * 97 + start * 31) % 470,
                    channel,
                    "Samir Aydin" if channel == "counter" else _WHO[(place + start) % len(_WHO)],
                    "task" if is_kept else "answered",
                    product,
                    title,
                    rest,
                    identity=_HOW[channel],
                    minutes=0 if channel == "e-form" else 5,
                    owner="Financieel Loket" if is_kept else "",
                )
            )
    return tuple(lines)


FATIMA_LONG_AGO = _before()

# Given names, particle, surname, partner's surname, gender, born, street, postcode, village: and what they asked.
OTHERS: dict[tuple[str, ...], Line | None] = {
    ("Hendrik", "", "Bosma", "", "M", "19590422", "Voorbeeldweg", "8312 QX", "Creil"): Line(
        2, 13 * 60 + 20, "phone", "Lotte Bakker", "task", "Parkeervergunning", "Bezwaar tegen naheffing parkeren",
        "Vindt de naheffing niet terecht. Collega belt over het bezwaar.", "Was boos, later rustig.",
        owner="Vergunningen", due=(-125, 0),
    ),
    ("Yara", "", "El Idrissi", "", "V", "19910830", "Voorbeeldstraat", "8304 QX", "Emmeloord"): Line(
        1, 9 * 60 + 5, "phone", "Ruben Smit", "task", "Bijstand", "Wil weten waarom toeslag is gestopt",
        "Consulent belt terug met uitleg.", owner="Financieel Loket", due=(-40, 0),
    ),
    ("Anna", "", "Wiersma", "", "V", "19890117", "Voorbeeldhof", "8308 QX", "Nagele"): Line(
        0, 8 * 60 + 2, "e-form", "Noor Jansen", "task", "Paspoort aanvragen",
        "Paspoort voor mij en mijn dochter, vóór de voorjaarsvakantie", "Wil graag samen op één afspraak komen.",
        identity=_DIGID, minutes=0, owner="Noor Jansen", due=(38, 0),
    ),
    ("Thijs", "van der", "Molen", "", "M", "19970604", "Voorbeeldpad", "8307 QX", "Ens"): Line(
        0, 9 * 60 + 12, "chat", "Daan Hofman", "task", "Rijbewijs verlengen",
        "Rijbewijs verlopen tijdens verblijf buitenland", "Burgerzaken belt terug hoe het kan.", minutes=8,
        owner="Burgerzaken", due=(190, 0),
    ),
    ("Pascal", "", "Timmerman", "", "M", "19791103", "Voorbeeldakker", "8309 QX", "Tollebeek"): Line(
        12, 10 * 60 + 15, "phone", "Petra Veenstra", "answered", "Afval en containers", "Container niet geleegd",
        "Stond te laat buiten. Volgende ronde is over 2 weken.",
    ),
    ("Geertje", "", "Vos", "Paster", "V", "19540621", "Voorbeelddreef", "8314 QX", "Bant"): Line(
        30, 14 * 60 + 30, "counter", "Willeke Terpstra", "answered", "Legalisatie van een handtekening",
        "Handtekening voor pensioen", "Meteen geregeld.", identity=_SEEN,
    ),
    ("Wiebe", "", "Pasman", "", "M", "19750209", "Voorbeeldkavel", "8317 QX", "Kraggenburg"): None,
}  # fmt: skip
