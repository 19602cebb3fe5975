"""What is to be seen of the desk, scene by scene, on the practice town. Each begins on an empty desk."""

from collections.abc import Callable

from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.ui.tour import agenda_scenes, work_scenes
from kcc_desktop.ui.tour.family_scenes import family
from kcc_desktop.ui.tour.lists_scenes import lists, lists_refused
from kcc_desktop.ui.tour.stage import Stage

SHARED_NUMBER = "0527123456"  # three candidates: the family that shares a telephone
NOBODYS_NUMBER = "0687654321"
PERSON, COMPANY, ALONE = "Fatima de Vries", "Hoekstra Akkerbouw", "Jan Willem Hoekstra"
NOTE = (
    "Paspoort kwijt sinds het weekend, thuis gezocht. Reist 21 maart naar Marokko. "
    "Wil zo snel mogelijk een nieuw paspoort, komt samen met zoon (9)."
)


def ready(stage: Stage) -> None:
    stage.picture("01-ready")


def ring_many(stage: Stage) -> None:
    begin_with(stage, PERSON)
    call = stage.ring(SHARED_NUMBER)
    stage.picture("02-ring-many")
    stage.press("answer")
    stage.picture("02-ring-many-choosing")
    stage.ring(SHARED_NUMBER, "ended", call)


def ring_nobody(stage: Stage) -> None:
    call = stage.ring(NOBODYS_NUMBER)
    stage.picture("03-ring-nobody")
    stage.press("answer")
    stage.picture("03-ring-nobody-answered")
    stage.ring(NOBODYS_NUMBER, "ended", call)


def ring_anonymous(stage: Stage) -> None:
    call = stage.ring("anonymous")
    stage.picture("04-ring-anonymous")
    stage.ring("anonymous", "ended", call)


def contact(stage: Stage) -> None:
    """The screen of the pictures: a call, a second one that waits, a third that rings."""
    first = stage.ring(NOBODYS_NUMBER, "answered")
    begin_with(stage, PERSON)
    stage.press("identity")
    stage.chord("2")  # with a restriction only calling back or a document counts
    stage.press("note")
    stage.type(NOTE)
    stage.picture("05-contact")
    call = stage.ring(SHARED_NUMBER)
    stage.picture("05-contact-ringing")
    stage.ring(SHARED_NUMBER, "ended", call)
    stage.ring(NOBODYS_NUMBER, "ended", first)


def palette(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.press("palette")
    stage.picture("06-palette-empty")
    stage.type("pas")
    stage.picture("06-palette")
    stage.type("zzqx")
    stage.picture("06-palette-nothing")


def promise(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.press("note")
    stage.type("Wil weten of het paspoort al klaar is.")
    stage.press("callback")
    stage.chord("Esc")
    stage.picture("07-promise")


def appointment(stage: Stage) -> None:
    """Two passports at the counter: the first free time is held, then promised."""
    begin_with(stage, ALONE)
    stage.press("note")
    stage.type("Paspoort aanvragen voor zichzelf en zijn vrouw.")
    stage.press("appointment")
    stage.chord("+")
    stage.picture("07-appointment")
    stage.chord("Return")
    stage.picture("07-appointment-booked")


def appointment_online(stage: Stage) -> None:
    begin_with(stage, ALONE)
    stage.press("note")
    stage.type("Verhuizing doorgeven, komt liever langs.")
    stage.press("appointment")
    stage.picture("07-appointment-online")
    stage.press("later")


def passing_on(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.type("Vraagt naar de kwijtschelding.")
    stage.press("transfer")
    stage.type("ruben")
    stage.picture("08-colleague")
    stage.chord("Return")
    stage.picture("08-handover")


def more(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.type("Losse stoeptegel bij de school.")
    stage.window.contact.details.toggle()
    stage.picture("09-details")


def two_questions(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.type("Paspoort kwijt")
    stage.press("next_question")
    stage.type("Verhuizing doorgeven naar Ens")
    stage.picture("10-second-question")


def opened(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.press("identity")
    stage.chord("2")
    stage.press("timeline")
    for _ in range(4):
        stage.chord("Down")
    stage.chord("Return")
    stage.picture("11-opened")
    stage.press("search_timeline")
    stage.type("zzqx")
    stage.picture("11-nothing-found")


def covered(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.press("reveal")
    stage.picture("12-purpose")
    stage.chord("Esc")
    stage.press("refuse_disclosure")
    stage.picture("12-disclosure-refused")
    stage.chord("Esc")
    stage.press("edit_details")
    stage.picture("12-edit")


def register(stage: Stage) -> None:
    call = stage.ring(NOBODYS_NUMBER, "answered")
    stage.press("register_person")
    stage.picture("13-register")
    stage.chord("Ctrl+Return")
    stage.picture("13-register-refused")
    stage.chord("Esc")
    stage.ring(NOBODYS_NUMBER, "ended", call)


def company(stage: Stage) -> None:
    look_up(stage, COMPANY)
    stage.picture("14-company")
    look_up(stage, ALONE)
    stage.picture("14-resident")


def refused(stage: Stage) -> None:
    begin_with(stage, ALONE)
    stage.press("finish")
    stage.picture("15-refused")


def offline(stage: Stage) -> None:
    begin_with(stage, PERSON)
    stage.type("Belt over de verhuizing.")
    stage.desk.background.connection.tell(DatabaseAway("practice"))
    stage.window.grab()
    stage.picture("16-offline")


def all_keys(stage: Stage) -> None:
    stage.press("help")
    stage.picture("17-keys")
    stage.press("help")


def recorded(stage: Stage) -> None:
    begin_with(stage, ALONE)
    stage.type("Wil weten wanneer het grofvuil wordt opgehaald.")
    stage.press("callback")
    stage.chord("Esc")
    stage.press("finish")
    stage.picture("18-recorded")


SCENES: tuple[Callable[[Stage], None], ...] = (
    ready,
    ring_many,
    ring_nobody,
    ring_anonymous,
    contact,
    palette,
    promise,
    appointment,
    appointment_online,
    passing_on,
    more,
    two_questions,
    opened,
    covered,
    register,
    company,
    refused,
    offline,
    all_keys,
    recorded,
    family,
    lists,
    lists_refused,
    *work_scenes.SCENES,
    *agenda_scenes.SCENES,
)


def begin_with(stage: Stage, name: str) -> None:
    """A call with this person, found by name."""
    stage.press("new_conversation")
    look_up(stage, name)
    stage.press("note")


def look_up(stage: Stage, name: str) -> None:
    stage.press("palette")
    stage.type(name)
    stage.chord("Return")
