"""The whole main job by itself, a sentence a step: for a machine without a screen, and to see that it works."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kcc_desktop.ui.tour.scenes import NOTE, SHARED_NUMBER, look_up
from kcc_desktop.ui.tour.stage import Stage


class Stuck(Exception):
    """A step of the main job did not come to what it should. `step` names it."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


def play(stage: Stage, say: Callable[[str], None]) -> None:
    """Play it to the end; `say` is told each step with its picture. Raises Stuck."""
    desk = stage.desk
    call = stage.ring(SHARED_NUMBER)
    _expect(stage.window.ring_card.isVisible(), "ring")
    _tell(
        say, stage, "1-rings", QCoreApplication.translate("Play", "The telephone rings: three people may be calling.")
    )
    stage.press("answer")
    stage.chord("1")
    talk = desk.conversations.active()
    _expect(talk is not None and talk.speaker is not None, "answer")
    text = QCoreApplication.translate("Play", "Answered with two keys: {name}, with everything that went before.")
    _tell(say, stage, "2-answered", text.format(name=talk.speaker.title if talk and talk.speaker else ""))
    stage.press("identity")
    stage.press("note")
    stage.type(NOTE)
    talk = desk.conversations.active()
    _expect(talk is not None and talk.question.product is not None, "product")
    text = QCoreApplication.translate(
        "Play", "Identity established, note typed; the product was read from it: {product}."
    )
    product = talk.question.product.name if talk and talk.question.product else ""
    _tell(say, stage, "3-noted", text.format(product=product))
    stage.press("callback")
    stage.chord("Esc")
    text = QCoreApplication.translate("Play", "A call-back request is filled in; the promise can be read out.")
    _tell(say, stage, "4-promised", text)
    stage.ring(SHARED_NUMBER, "ended", call)
    before = talk.party.id if talk and talk.party else None
    title = talk.party.title if talk and talk.party else ""
    stage.press("finish")
    _expect(stage.until(lambda: desk.conversations.active() is None), "finish")
    _tell(say, stage, "5-recorded", QCoreApplication.translate("Play", "Recorded with one key; ready for the next."))
    look_up(stage, title)
    viewed = desk.viewing.now()
    _expect(viewed.overview is not None and viewed.party_id == before, "found")
    entries = viewed.overview.first_page.entries if viewed.overview else ()
    _expect(bool(entries) and any(NOTE[:20] in f"{entry.title} {entry.detail}" for entry in entries), "timeline")
    text = QCoreApplication.translate("Play", "A colleague who looks {name} up finds the contact on top.")
    _tell(say, stage, "6-found", text.format(name=title))


def _tell(say: Callable[[str], None], stage: Stage, name: str, sentence: str) -> None:
    picture = stage.picture(name)
    say(f"{sentence}  [{picture}]")


def _expect(holds: bool, step: str) -> None:
    if not holds:
        raise Stuck(step)
