"""A ticket on paper, as wide as a receipt: the number, when and where, and how long it may take. Never a name."""

from datetime import datetime
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kcc_desktop.domain.counter import Estimate
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.reports.letter import FONT, register

_WIDTH, _HEIGHT, _MIDDLE = 80 * mm, 90 * mm, 40 * mm
_DUTCH = "nld"
_WORDS = {
    "nl": {
        "yours": "Uw volgnummer",
        "since": "{day} om {time} uur",
        "range": "U wacht naar verwachting {low} tot {high} minuten",
        "watch": "Let op het scherm.",
        "where": "Daar staat uw nummer met de balie.",
    },
    "en": {
        "yours": "Your number",
        "since": "{day} at {time}",
        "range": "You will probably wait {low} to {high} minutes",
        "watch": "Watch the screen.",
        "where": "Your number is shown there with the counter.",
    },
}


# Of each line, its height on the paper and its size; the range may be left out.
_PLACES = {"location": (78, 10.0), "yours": (66, 11.0), "number": (44, 54.0), "since": (32, 10.0), "range": (24, 9.0)}
_PLACES |= {"watch": (14, 9.0), "where": (10, 9.0)}


def ticket(number: str, came_at: datetime, location: str, estimate: Estimate | None, language: str) -> bytes:
    """The paper as PDF, the same bytes each time. `language`: a code of three letters; other than Dutch is English."""
    register()
    made = BytesIO()
    page = Canvas(made, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    page.setTitle(number)
    for place, text in _said(number, came_at, location, estimate, language).items():
        height, size = _PLACES[place]
        page.setFont(FONT, _fitting(page, text, size))
        page.drawCentredString(_MIDDLE, height * mm, text)
    page.showPage()
    page.save()
    return made.getvalue()


def lines(number: str, came_at: datetime, location: str, estimate: Estimate | None, language: str) -> tuple[str, ...]:
    """What it says, from top to bottom."""
    return tuple(_said(number, came_at, location, estimate, language).values())


def _said(number: str, came_at: datetime, location: str, estimate: Estimate | None, language: str) -> dict[str, str]:
    words, here = _WORDS["nl" if language == _DUTCH else "en"], came_at.astimezone(HERE)
    said = {
        "location": location,
        "yours": words["yours"],
        "number": number,
        "since": words["since"].format(day=here.strftime("%d-%m-%Y"), time=here.strftime("%H:%M")),
    }
    if estimate is not None:
        said["range"] = words["range"].format(low=estimate.from_minutes, high=estimate.until_minutes)
    return {**said, "watch": words["watch"], "where": words["where"]}


def _fitting(page: Canvas, text: str, size: float) -> float:
    """Smaller where the text would not fit on the paper."""
    wide = page.stringWidth(text, FONT, size)
    room = _WIDTH - 8 * mm
    return size if wide <= room else size * room / wide
