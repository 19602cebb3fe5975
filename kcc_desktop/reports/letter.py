"""A letter on A4 with an address block, as PDF. In Inter, which has the letters of every name in Europe.

Written without the date of making in the file, so that one letter is the same bytes each time.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from threading import Lock
from xml.sax.saxutils import escape

from fontpkg_inter import ROOT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

FONT = "Inter"
_SIDE, _TOP, _BOTTOM = 25 * mm, 45 * mm, 25 * mm
_ADDRESS = 35 * mm  # room for the address, so that the text begins at one height on every letter
_registering = Lock()


def letter(address: Sequence[str], heading: str, text: str) -> bytes:
    """Blank lines in `text` part its paragraphs; a text of any length goes on on the next page."""
    register()
    body = ParagraphStyle("body", fontName=FONT, fontSize=10.5, leading=16)
    head = ParagraphStyle("head", fontName=FONT, fontSize=16, leading=22, spaceAfter=6 * mm)
    block = [Paragraph(escape(line), body) for line in address]
    story = [*block, Spacer(1, max(0, _ADDRESS - len(block) * body.leading)), Paragraph(escape(heading), head)]
    for part in text.split("\n\n"):
        lines = "<br/>".join(escape(line) for line in part.split("\n"))
        story += [Paragraph(lines, body), Spacer(1, body.leading / 2)]
    made = BytesIO()
    page = SimpleDocTemplate(
        made,
        pagesize=A4,
        leftMargin=_SIDE,
        rightMargin=_SIDE,
        topMargin=_TOP,
        bottomMargin=_BOTTOM,
        title=heading,
        invariant=1,
    )
    page.build(story)
    return made.getvalue()


def register() -> None:
    """Once a program: reading the font takes its time, and no letter needs it before the first."""
    with _registering:
        if FONT not in pdfmetrics.getRegisteredFontNames():
            file = next((Path(ROOT) / "files").glob("Inter[[]*.ttf"))
            pdfmetrics.registerFont(TTFont(FONT, str(file)))
