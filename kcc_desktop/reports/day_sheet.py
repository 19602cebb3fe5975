"""The day sheet of a worker's visits on A4, as PDF: what one needs on the road when no desk is at hand.

Times down the left side, the driving between them; of a safety note only that there is one. It says when it was
printed: paper does not know what changed since.
"""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from kcc_desktop.domain.day_sheets import DaySheet, SheetStop
from kcc_desktop.reports.day_sheet_words import SheetWords, clock
from kcc_desktop.reports.letter import FONT, register

_SIDE, _TOP, _BOTTOM = 18 * mm, 18 * mm, 20 * mm
_TIME, _LABEL = 24 * mm, 30 * mm
_PAD = 6  # of the frame, inside the margins
_WIDTH = A4[0] - 2 * (_SIDE + _PAD)
_PIECE = 1_500  # characters; a cell is as high as the page at most
_TEXT, _MUTED, _LINE = HexColor("#17212B"), HexColor("#52606D"), HexColor("#C6D0DA")
_NEAR, _NEAR_SOFT, _GOOD = HexColor("#8A5200"), HexColor("#FDF1DC"), HexColor("#17734A")


def _style(size: float, leading: float, colour: HexColor = _TEXT) -> ParagraphStyle:
    return ParagraphStyle("", fontName=FONT, fontSize=size, leading=leading, textColor=colour)


def day_sheet(sheet: DaySheet, language: str) -> bytes:
    """One day, in `language` ("nl" or "en"); the same sheet is the same bytes each time."""
    register()
    words = SheetWords(language)
    _, pages = _built(sheet, words, 0)  # how many there are is known when all of them are laid out
    return _built(sheet, words, pages)[0]


def _built(sheet: DaySheet, words: SheetWords, pages: int) -> tuple[bytes, int]:
    """The document and how many pages it has; `pages` is what its feet say."""
    made = BytesIO()
    page = SimpleDocTemplate(
        made,
        pagesize=A4,
        leftMargin=_SIDE,
        rightMargin=_SIDE,
        topMargin=_TOP,
        bottomMargin=_BOTTOM,
        title=f"{words.say('title')} {words.heading(sheet)}",
        invariant=1,
    )
    printed = words.printed(sheet)

    def foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 8.5)
        canvas.setFillColor(_MUTED)
        canvas.drawString(_SIDE + _PAD, 12 * mm, printed)
        counted = words.say("page", page=document.page, pages=pages)
        canvas.drawRightString(A4[0] - _SIDE - _PAD, 12 * mm, counted)

    page.build(_story(sheet, words), onFirstPage=foot, onLaterPages=foot)
    return made.getvalue(), page.page


def _story(sheet: DaySheet, words: SheetWords) -> list[Flowable]:
    small = _style(9, 13, _MUTED)
    story: list[Flowable] = [
        Paragraph(escape(words.say("title")), _style(18, 24)),
        Paragraph(escape(words.heading(sheet)), _style(13, 18)),
        Paragraph(escape(words.sum(sheet)), small),
        Paragraph(escape(words.start(sheet)), small),
        Spacer(1, 4 * mm),
    ]
    for number, stop in enumerate(sheet.stops, 1):
        story.append(KeepTogether([_drive(words.say("drive", minutes=stop.drive_minutes)), _stop(number, stop, words)]))
    if sheet.stops:
        story.append(_drive(words.say("back", minutes=sheet.back_minutes, point=sheet.start_point)))
    else:
        story.append(Paragraph(escape(words.say("empty")), _style(11, 16)))
    said = f"{words.source(sheet)} {words.say('later')}".strip()
    return [*story, Spacer(1, 5 * mm), Paragraph(escape(said), small)]


def _drive(text: str) -> Table:
    """The way to the next door: a dotted thread with the minutes beside it."""
    table = Table([["", Paragraph(escape(text), _style(9, 12, _MUTED))]], colWidths=[_TIME, _WIDTH - _TIME])
    table.setStyle(
        TableStyle(
            [
                ("LINEAFTER", (0, 0), (0, 0), 1.2, _MUTED, "round", (0.1, 3)),
                ("LEFTPADDING", (1, 0), (1, 0), 4 * mm),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return table


def _stop(number: int, stop: SheetStop, words: SheetWords) -> Table:
    """One row a line, so that a stop longer than the page goes on on the next one."""
    body, label = _style(10, 14), _style(9, 14, _MUTED)
    times = [
        Paragraph(clock(stop.arrives_at), _style(14, 18)),
        Paragraph(f"– {clock(stop.leaves_at)}", _style(9, 12, _MUTED)),
    ]
    title = f"{number}. {stop.title} · {words.say('code', code=' '.join(stop.reference))}"
    window = words.say("window", begin=clock(stop.window_from), end=clock(stop.window_to))
    wide: list[Flowable] = [
        Paragraph(escape(title), _style(9, 13, _MUTED)),
        Paragraph("<br/>".join(escape(line) for line in stop.address), _style(12, 16)),
        Paragraph(escape(window), _style(9.5, 14, _GOOD)),
    ]
    if stop.is_estimated:
        wide.append(Paragraph(escape(words.say("estimated")), _style(9, 13, _NEAR)))
    if stop.has_safety_note:
        wide.append(_warning(words.say("safety")))
    rows: list[list[object]] = [[times, wide, ""]]
    rows += [["", Paragraph(escape(name), label), _lines(value, body)] for name, value in words.facts(stop)]
    table = Table(rows, colWidths=[_TIME, _LABEL, _WIDTH - _TIME - _LABEL], splitInRow=1)
    table.setStyle(
        TableStyle(
            [
                ("SPAN", (1, 0), (2, 0)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEAFTER", (0, 0), (0, -1), 2.5, _GOOD),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (1, -1), 4 * mm),
                ("LEFTPADDING", (2, 0), (2, -1), 0),
                ("RIGHTPADDING", (1, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, 0), 4),
            ]
        )
    )
    return table


def _lines(text: str, style: ParagraphStyle) -> list[Flowable]:
    """Long words in pieces that a page can hold: a note may be a pasted letter."""
    pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
    return [Paragraph(escape(piece).replace("\n", "<br/>"), style) for piece in pieces]


def _warning(text: str) -> Table:
    table = Table([[Paragraph(f"! {escape(text)}", _style(10, 14, _NEAR))]], colWidths=[_WIDTH - _TIME - 4 * mm])
    table.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), _NEAR_SOFT), ("BOX", (0, 0), (-1, -1), 0.75, _NEAR)]))
    return table
