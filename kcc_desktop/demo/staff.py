"""Who works at the invented municipality: agents with a login, and colleagues, departments and partners."""

from dataclasses import dataclass

from kcc_desktop.demo.numbers import MAIL
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.folding import words
from kcc_desktop.domain.work import ColleagueKind

# Who starts the demo; the picture's agent.
ME = "Noor Jansen"
MY_CLUSTER = "KCC"
MY_DEPARTMENT = "Burgerzaken"
CLUSTERS = (MY_CLUSTER, "Burgerzaken", "Samenleving", "Ruimte")

# Name, cluster, roles, how often they record something, on which channels (empty: those of the contact centre).
AGENTS: tuple[tuple[str, str, tuple[Role, ...], int, str], ...] = (
    ("Ruben Smit", "KCC", (Role.AGENT,), 10, ""),
    ("Iris Mulder", "KCC", (Role.AGENT,), 10, ""),
    ("Lotte Bakker", "KCC", (Role.AGENT,), 9, ""),
    ("Yusuf Kaya", "KCC", (Role.AGENT,), 9, ""),
    ("Daan Hofman", "KCC", (Role.AGENT,), 8, ""),
    ("Anouk de Wit", "KCC", (Role.AGENT,), 8, ""),
    ("Petra Veenstra", "KCC", (Role.AGENT,), 6, ""),
    ("Marieke Brouwer", "KCC", (Role.TEAM_LEAD,), 2, ""),
    ("Samir Aydin", "Burgerzaken", (Role.COUNTER,), 10, "counter"),
    ("Willeke Terpstra", "Burgerzaken", (Role.COUNTER,), 8, "counter"),
    ("Henk Dekker", "Burgerzaken", (Role.BACK_OFFICE,), 3, "letter"),
    ("Karin Postma", "Samenleving", (Role.VISITOR,), 6, "visit"),
    ("Jelle Boersma", "Ruimte", (Role.NEIGHBOURHOOD,), 4, "visit"),
)

# The names are those that products name as their owner.
DEPARTMENTS = (
    "Burgerzaken",
    "Afval en milieu",
    "Openbare ruimte",
    "Vergunningen",
    "Belastingen",
    "Sociaal Loket",
    "Financieel Loket",
    "Onderwijs",
    "Wonen",
    "Samenleving",
    "Ondernemersloket",
    "Bestuur",
    "KCC",
)
_PEOPLE = (
    "Noor Jansen,KCC,medewerker;Ruben Smit,KCC,medewerker;Iris Mulder,KCC,medewerker;Marieke Brouwer,KCC,teamleider;"
    "Samir Aydin,Burgerzaken,medewerker balie;Willeke Terpstra,Burgerzaken,medewerker balie;"
    "Henk Dekker,Burgerzaken,specialist naturalisatie;Sanne de Boer,Burgerzaken,ambtenaar burgerlijke stand;"
    "Bram Visser,Afval en milieu,planner inzameling;Ilse Kroes,Afval en milieu,medewerker containers;"
    "Jelle Boersma,Openbare ruimte,wijkbeheerder;Tjitske Faber,Openbare ruimte,groenbeheerder;"
    "Mark Oosting,Openbare ruimte,toezichthouder wegen;Ferdi Çelik,Openbare ruimte,opzichter riolering;"
    "Ruben Hoogland,Vergunningen,behandelaar bouwen;Esmée Drost,Vergunningen,behandelaar evenementen;"
    "Wim Zuidema,Vergunningen,jurist;Anja Luten,Vergunningen,behandelaar parkeren;"
    "Rianne Mol,Belastingen,medewerker kwijtschelding;Pieter Haarsma,Belastingen,taxateur WOZ;"
    "Nadia Benali,Belastingen,medewerker invordering;Karin Postma,Sociaal Loket,Wmo-consulent;"
    "Joke van Dalen,Sociaal Loket,Wmo-consulent;Mohamed Tahiri,Sociaal Loket,consulent jeugd;"
    "Femke Anema,Financieel Loket,schuldhulpverlener;Gerard Pool,Financieel Loket,consulent inkomen;"
    "Lianne Mooij,Financieel Loket,consulent inkomen;Thea Bleeker,Onderwijs,leerplichtambtenaar;"
    "Arno Snijder,Onderwijs,coördinator leerlingenvervoer;Yvonne Kamp,Wonen,adviseur wonen;"
    "Sjoerd Bijlsma,Wonen,adviseur duurzaamheid;Corine Albers,Samenleving,adviseur subsidies;"
    "Dick Hartman,Ondernemersloket,accountmanager bedrijven;Els Beukema,Bestuur,klachtencoördinator;"
    "Hugo van Andel,Bestuur,secretaris bezwaarcommissie;Olga Rutten,Bestuur,privacyfunctionaris"
)
_GROUPS = (
    ("Team Vergunningen", "Vergunningen", "casemanagers"),
    ("Team Balie", "Burgerzaken", "balie en ophalen"),
    ("Wijkteam Emmeloord", "Sociaal Loket", "wijkteam"),
    ("Wijkteam Dorpen", "Sociaal Loket", "wijkteam"),
    ("Wacht openbare ruimte", "Openbare ruimte", "storingen buiten kantoortijd"),
    ("Piket crisisopvang", "Sociaal Loket", "dag en nacht"),
)
_PARTNERS = (
    ("Omgevingsdienst", "toezicht milieu"),
    ("Woningcorporatie", "huur en onderhoud"),
    ("Afvalinzamelaar", "ophalen en legen"),
    ("Regiotaxi", "vervoer Wmo"),
    ("GGD", "keuring en jeugdgezondheid"),
    ("Leverancier hulpmiddelen", "rolstoel, scootmobiel, traplift"),
)
_DAYS = ("ma t/m vr", "ma, di, do", "di, wo, vr", "ma t/m do", "wo, do, vr", "ma t/m vr ochtend")


@dataclass(frozen=True, slots=True)
class ColleagueEntry:
    kind: ColleagueKind
    name: str
    department: str
    function: str
    phone: str
    availability: str

    @property
    def email(self) -> str:
        return f"{'.'.join(words(self.name))}@{MAIL}"


def login_of(name: str) -> str:
    return ".".join(words(name))


def colleagues() -> tuple[ColleagueEntry, ...]:
    """Persons, departments, groups and partners; phones are extensions, which nobody outside can dial."""
    people = (person.split(",") for person in _PEOPLE.split(";"))
    found = [
        ColleagueEntry(ColleagueKind.DEPARTMENT, name, name, "", "", "ma t/m vr 8:30-17:00") for name in DEPARTMENTS
    ]
    found += [ColleagueEntry(ColleagueKind.PERSON, name, where, what, "", "") for name, where, what in people]
    found += [ColleagueEntry(ColleagueKind.GROUP, name, where, what, "", "") for name, where, what in _GROUPS]
    found += [ColleagueEntry(ColleagueKind.PARTNER, name, "", what, "", "") for name, what in _PARTNERS]
    return tuple(
        ColleagueEntry(
            one.kind,
            one.name,
            one.department,
            one.function,
            f"{1200 + place}",
            one.availability or _DAYS[place % len(_DAYS)],
        )
        for place, one in enumerate(found)
    )
