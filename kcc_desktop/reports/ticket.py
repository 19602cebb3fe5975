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
        "watch": "Let op het scherm: daar staat uw nummer met de balie.",
    },
    "en": {
        "yours": "Your number",
        "since": "{day} at {time}",
        "range": "You will probably wait {low} to {high} minutes",
        "watch": "Watch the screen: your number is shown there with the counter.",
    },
}


def ticket(number: str, came_at: datetime, location: str, estimate: Estimate | None, language: str) -> bytes:
    """The paper as PDF, the same bytes each time. `language`: a code of three letters; other than Dutch is English."""
    register()
    said = _WORDS["nl" if language == _DUTCH else "en"]
    made = BytesIO()
    page = Canvas(made, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    page.setTitle(number)
    here = came_at.astimezone(HERE)
    lines = [
        (78 * mm, 10.0, location),
        (66 * mm, 11.0, said["yours"]),
        (44 * mm, 54.0, number),
        (32 * mm, 10.0, said["since"].format(day=here.strftime("%d-%m-%Y"), time=here.strftime("%H:%M"))),
    ]
    if estimate is not None:
        lines.append((24 * mm, 9.0, said["range"].format(low=estimate.from_minutes, high=estimate.until_minutes)))
    first, _, rest = said["watch"].partition(": ")
    lines += [(14 * mm, 9.0, f"{first}:"), (10 * mm, 9.0, rest)]
    for height, size, text in lines:
        page.setFont(FONT, _fitting(page, text, size))
        page.drawCentredString(_MIDDLE, height, text)
    page.showPage()
    page.save()
    return made.getvalue()


def _fitting(page: Canvas, text: str, size: float) -> float:
    """Smaller where the text would not fit on the paper."""
    wide = page.stringWidth(text, FONT, size)
    room = _WIDTH - 8 * mm
    return size if wide <= room else size * room / wide
