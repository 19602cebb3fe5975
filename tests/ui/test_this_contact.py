"""The right column through the real window: product, outcome, questions, what one can type, what is refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert, text

from kcc_desktop.data.contacts import AnonymousCountRow, ContactRow, ContactTextRow, OutcomeRow, ProductRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.notes import LONGEST, clean
from tests.services.office import roles
from tests.ui.desks import register
from tests.ui.window_desk import contacts_of, emptied, focused, rows, shared, watched


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture
def database(desk):
    return desk[0]


@pytest.fixture
def hands(desk, qtbot, monkeypatch):
    fresh = emptied(desk[1], qtbot)
    with watched(monkeypatch) as waits:
        yield fresh
    assert waits.found == []


def talk(hands):
    return hands.running.desk.conversations.active()


def answer(hands, number="anonymous", **more):
    hands.telephone("answered", number=number, call_id=f"call-{new_id()}", **more)
    return talk(hands).id


def choice_text(hands):
    return hands.window.contact.product._choice.text()


def paste(edit, words):
    QApplication.clipboard().setText(words)
    edit.paste()
    QApplication.clipboard().clear()


# Product


def test_a_product_is_read_from_the_note_and_once_taken_away_never_again(hands, database):
    conversation = answer(hands)
    hands.type("Mijn paspoort is weg")
    assert (choice_text(hands), hands.window.contact.product._choice._note) == ("Paspoort", "uit je notitie")
    hands.key("product")
    hands.row("", "")  # the two products, then: none
    assert choice_text(hands) == ""
    hands.type(", het paspoort")
    assert choice_text(hands) == ""
    hands.key("next_question")
    hands.type("en mijn matras moet weg")
    assert choice_text(hands) == "Grofvuil ophalen"
    hands.key("question_1")
    assert choice_text(hands) == ""
    hands.key("finish")
    hands.settle()
    assert dict(contacts_of(database, conversation, ContactTextRow.summary, ContactRow.product_id)) == {
        "Mijn paspoort is weg, het paspoort": None,
        "en mijn matras moet weg": rows(database, ProductRow.id, where=ProductRow.name == "Grofvuil ophalen")[0][0],
    }


def test_a_product_that_was_picked_is_not_replaced_by_what_is_typed(hands):
    answer(hands)
    hands.key("product")
    hands.row(typed="grof")
    assert hands.window.contact.note.edit.hasFocus()
    hands.type("paspoort paspoort")
    assert (choice_text(hands), hands.window.contact.product._choice._note) == ("Grofvuil ophalen", "")


# Outcome


def test_outcomes_come_from_data_and_the_chosen_one_is_among_the_segments(hands, database):
    contact = hands.window.contact
    values = {"code": "advised", "label_nl": "Advies gegeven", "label_en": "Advised", "needs": "nothing"}
    database.unguarded_write(lambda c: c.execute(insert(OutcomeRow).values(**values, is_quick=False, position=99)))
    hands.running.desk.catalogue.load()
    conversation = answer(hands)
    hands.type("Wil weten hoe het moet")
    hands.key("outcome")
    hands.row(typed="advies")
    words = [segment.text() for segment in contact.outcome._row.segments()]
    assert words[contact.outcome._row.index()] == "Advies gegeven"
    assert "Advies gegeven" in words
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.outcome_code) == [("advised",)]


def test_the_usual_outcomes_stand_beside_each_other(hands):
    answer(hands)
    segments = hands.window.contact.outcome._row.segments()
    assert [one.text() for one in segments] == ["Beantwoord", "Taak", "Doorgezet", "Verwezen", ""]
    hands.running.desk.editing.pick_outcome("calls_again")
    words = [one.text() for one in hands.window.contact.outcome._row.segments()]
    assert "Neemt zelf weer contact op" in words


def test_referred_asks_for_the_authority_in_place(hands, database):
    section = hands.window.contact.outcome
    conversation = answer(hands)
    hands.type("Vraag over een uitkering")
    assert not section._authority_field.isVisible()
    hands.key("outcome")
    hands.row(typed="verwezen")
    assert section._authority_field.isVisible()
    assert section._authority.hasFocus()
    hands.key("next_question")
    hands.type("Nog iets heel anders")
    hands.key("finish")
    # Said at the question it is about, with the hand there.
    assert talk(hands).id == conversation
    assert talk(hands).current == 0
    assert section._authority.hasFocus()
    assert "UWV" in section._authority_field.reason()
    assert contacts_of(database, conversation, ContactRow.id) == []
    hands.type("UWV Emmeloord")
    assert section._authority_field.reason() == ""
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.outcome_code, ContactRow.authority) == [
        ("referred", "UWV Emmeloord"),
        ("answered", ""),
    ]


def test_an_authority_that_is_too_long_is_refused_in_its_field(hands, database):
    section = hands.window.contact.outcome
    conversation = answer(hands)
    hands.type("Vraag over een uitkering")
    hands.key("outcome")
    hands.row(typed="verwezen")
    paste(section._authority, "x" * 121)
    hands.key("finish")
    assert section._authority_field.reason() != ""
    assert section._authority.text() == "x" * 121
    section._authority.setText("")
    hands.type("Politie")
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.authority) == [("Politie",)]


# Questions and their details


def test_each_question_keeps_everything_of_its_own(hands, database):
    contact = hands.window.contact
    conversation = answer(hands)
    hands.type("Paspoort kwijt")
    hands.click(contact.details._fold)
    assert contact.details._internal.hasFocus()
    hands.type("klinkt gespannen")
    hands.click(contact.details._secret)
    contact.details._place.setFocus()
    hands.type("Deel 21, Emmeloord")
    hands.key("next_question")
    assert contact.note.edit.hasFocus()
    details = contact.details
    assert (details._internal.toPlainText(), details._secret.isChecked(), details._place.text()) == ("", False, "")
    hands.type("Melding losse stoeptegel")
    hands.click(details._kind.segments()[2])
    hands.chord("Ctrl+1")
    assert details._internal.toPlainText() == "klinkt gespannen"
    assert (details._secret.isChecked(), details._place.text()) == (True, "Deel 21, Emmeloord")
    assert details._kind.index() == 0
    hands.key("finish")
    columns = (ContactTextRow.note, ContactRow.confidentiality, ContactRow.place, ContactRow.kind)
    assert contacts_of(database, conversation, *columns) == [
        ("klinkt gespannen", "confidential", "Deel 21, Emmeloord", "question"),
        ("", "open", "", "signal"),
    ]


def test_channel_language_role_and_direction_are_recorded(hands, database):
    details = hands.window.contact.details
    conversation = answer(hands)
    hands.type("Overlast van geluid")
    hands.click(details._fold)
    for choice, typed in (
        (details._channel, "whats"),
        (details._language, "pools"),
        (details._role, "handhaver"),
        (details._direction, "wij"),
    ):
        hands.click(choice)
        hands.row(typed=typed)
    assert "WhatsApp" in details._fold.text()
    assert "Pools" in details._fold.text()
    hands.key("finish")
    query = text("SELECT channel_code, language, direction FROM conversation WHERE id = :id")
    row = database.unguarded_read(lambda c: c.execute(query, {"id": conversation.bytes}).one())
    assert tuple(row) == ("whatsapp", "pol", "outbound")
    assert contacts_of(database, conversation, ContactRow.confidentiality) == [("enforcement",)]


def test_a_place_that_is_too_long_is_refused_in_its_field(hands, database):
    details = hands.window.contact.details
    conversation = answer(hands)
    hands.type("Losse stoeptegel")
    hands.click(details._fold)
    details._place.setFocus()
    paste(details._place, "p" * 301)
    hands.click(details._fold)  # folded away: the refusal opens it
    hands.key("finish")
    assert details._place.isVisible()
    assert details._place.hasFocus()
    assert details._place_field.reason() != ""
    details._place.clear()
    hands.type("Beursstraat")
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.place) == [("Beursstraat",)]


def test_only_an_anonymous_question_can_be_counted_only(hands, database):
    details = hands.window.contact.details
    register(database, given="Anna", surname="Bos", phone="0527-123456")
    conversation = answer(hands)
    hands.click(details._fold)
    assert details._count_only.isVisible()
    hands.click(details._count_only)
    hands.key("product")
    hands.row(typed="paspoort")
    before = len(rows(database, AnonymousCountRow.id))
    hands.key("finish")
    assert len(rows(database, AnonymousCountRow.id)) == before + 1
    assert contacts_of(database, conversation, ContactRow.id) == []
    answer(hands, number="0527-123456")
    assert talk(hands).speaker is not None
    if details._inside.isHidden():
        hands.click(details._fold)
    assert details._secret.isVisible()
    assert not details._count_only.isVisible()


def test_what_was_to_be_counted_only_is_kept_whole_once_somebody_is_known(hands, database):
    party = register(database, given="Berend", surname="Bos", phone="0527-123457")
    details = hands.window.contact.details
    conversation = answer(hands)
    hands.click(details._fold)
    hands.click(details._count_only)
    assert "alleen tellen" in details._fold.text()
    hands.window.contact.focus_note()
    hands.type("Toch een echte vraag")
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.running.desk.viewing.attach()
    hands.settle()
    assert "alleen tellen" not in details._fold.text()
    hands.key("finish")
    assert contacts_of(database, conversation, ContactTextRow.summary, ContactRow.party_id) == [
        ("Toch een echte vraag", party)
    ]


# What can be typed


ODD = {
    "long": ("woord " * LONGEST)[: LONGEST - 1] + "n",
    "many lines": "regel\n" * 5000 + "einde",
    "NUL": "voor\0na",
    "emoji": "👩‍👩‍👧‍👦 blij 🇳🇱 é e\u0301",
    "right to left": "שלום عليكم \u202eomgekeerd\u202c",
    "HTML": '<b onclick="x()">vet</b> &amp; <script>alert(1)</script>',
    "SQL": "'); DROP TABLE contact; --",
    "format": "{0} %n %1 {naam}",
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_anything_typed_is_kept_and_recorded_as_it_is(hands, database, words):
    conversation = answer(hands)
    edit = hands.window.contact.note.edit
    paste(edit, words)
    hands.settle()
    assert clean(talk(hands).question.summary) == clean(words)
    hands.key("next_question")
    assert edit.toPlainText() == ""
    hands.key("question_1")
    assert clean(edit.toPlainText()) == clean(words)
    hands.key("finish")
    assert contacts_of(database, conversation, ContactTextRow.summary) == [(clean(words),)]


def test_a_note_that_is_too_long_stays_and_says_by_how_much(hands, database):
    conversation = answer(hands)
    edit = hands.window.contact.note.edit
    whole = ("een woord " * LONGEST)[:LONGEST]
    paste(edit, f"{whole}zeven x")
    assert "7 tekens" in edit.accessibleDescription()
    hands.key("finish")
    assert talk(hands).id == conversation
    assert edit.toPlainText() == f"{whole}zeven x"
    assert "7 tekens" in edit.accessibleDescription()
    assert contacts_of(database, conversation, ContactRow.id) == []
    for _ in range(7):
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    hands.settle()
    hands.key("finish")
    assert contacts_of(database, conversation, ContactTextRow.summary) == [(whole.strip(),)]


def test_an_internal_note_that_is_too_long_is_refused_in_its_field(hands, database):
    details = hands.window.contact.details
    conversation = answer(hands)
    hands.type("Korte vraag")
    hands.click(details._fold)
    paste(details._internal, ("een woord " * LONGEST)[: LONGEST + 1])
    hands.click(details._fold)
    hands.key("finish")
    assert talk(hands).id == conversation
    assert details._internal.isVisible()
    assert details._internal.hasFocus()
    assert details._internal.property("refused")
    details._internal.clear()
    hands.key("finish")
    assert contacts_of(database, conversation, ContactTextRow.note) == [("",)]


# Several conversations, on hold, ended


def test_the_column_follows_the_conversation_in_front(hands):
    contact = hands.window.contact
    answer(hands)
    hands.type("Eerste over het paspoort")
    hands.chord("Home")
    answer(hands)
    hands.type("Tweede")
    assert (contact.note.edit.toPlainText(), choice_text(hands)) == ("Tweede", "")
    hands.key("conversation_1")
    cursor = contact.note.edit.textCursor().position()
    assert (contact.note.edit.toPlainText(), choice_text(hands), cursor) == ("Eerste over het paspoort", "Paspoort", 0)
    hands.key("conversation_2")
    assert contact.note.edit.textCursor().position() == len("Tweede")


def test_undo_never_reaches_into_another_conversation(hands):
    edit = hands.window.contact.note.edit
    answer(hands)
    hands.type("Van de eerste")
    answer(hands)
    hands.type("Van de tweede")
    for _ in range(40):
        hands.chord("Ctrl+Z")
    assert "eerste" not in edit.toPlainText()
    hands.key("conversation_1")
    assert edit.toPlainText() == "Van de eerste"


def test_undo_brings_back_no_word_of_another_conversation_that_was_wiped(hands):
    edit = hands.window.contact.note.edit
    answer(hands)
    hands.type("Ja")
    for _ in range(2):
        hands.chord("Backspace")
    answer(hands)  # its note is empty too
    hands.chord("Ctrl+Z")
    assert edit.toPlainText() == ""
    assert talk(hands).question.summary == ""


def test_hold_and_resume(hands):
    answer(hands)
    hands.type("Een ogenblik")
    hands.key("hold")
    assert talk(hands).on_hold_since is not None
    tab = hands.window.frame.running_bar.tabs()[0]
    assert "in de wacht" in tab.accessibleName() or tab.shown.is_on_hold
    hands.key("hold")
    assert talk(hands).on_hold_since is None
    assert not hands.window.frame.running_bar.tabs()[0].shown.is_on_hold


def test_hanging_up_starts_the_wrap_up(hands, database):
    hands.telephone("answered", number="0527-633911", call_id="ended-1")
    conversation = talk(hands).id
    hands.type("Wil een container")
    assert hands.window.frame.top_bar.presence.text() == "In gesprek"
    hands.telephone("ended", number="0527-633911", call_id="ended-1")
    assert talk(hands).ended_at is not None
    assert hands.window.frame.top_bar.presence.text() == "Nawerk"
    assert hands.window.frame.running_bar.tabs()[0].shown.note == "nawerk"
    hands.window.contact.focus_note()
    hands.type(" voor papier")
    hands.key("finish")
    assert contacts_of(database, conversation, ContactTextRow.summary) == [("Wil een container voor papier",)]
    assert hands.window.frame.top_bar.presence.text() == "Beschikbaar"


def test_the_tenth_conversation_is_refused_with_a_sentence(hands):
    for _ in range(9):
        hands.key("new_conversation")
    before = talk(hands)
    hands.key("new_conversation")
    banner = hands.window.contact._refusal
    assert banner.isVisible()
    assert banner.accessibleName().startswith("Er lopen al negen gesprekken")
    assert len(hands.running.desk.conversations.all()) == 9
    assert talk(hands).id == before.id
    hands.telephone("ringing", number="0527-633911", call_id="tenth")
    assert not hands.window.ring_card._answer.isEnabled()
    hands.key("answer")
    assert len(hands.running.desk.conversations.all()) == 9
    hands.telephone("ended", number="0527-633911", call_id="tenth")


# While it is being recorded, and refused


class SlowWriter:
    """Somebody else writes and takes long: from `hold` on nothing can be recorded until `release`, which may write
    something too."""

    def __init__(self, database):
        self.connection = database.engine.raw_connection()

    def hold(self):
        self.connection.execute("BEGIN IMMEDIATE")

    def release(self, statement="ROLLBACK"):
        if self.connection.in_transaction:
            self.connection.execute(statement)
        if self.connection.in_transaction:
            self.connection.execute("COMMIT")


@pytest.fixture
def blocked(database):
    writer = SlowWriter(database)
    yield writer
    writer.release()
    writer.connection.close()


def test_while_it_is_recorded_nothing_more_can_be_typed_into_it_and_others_go_on(hands, database, blocked, qtbot):
    contact = hands.window.contact
    first = answer(hands)
    hands.type("Duurt even")
    other = hands.running.desk.conversations
    blocked.hold()
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hands.running.desk.finishing.is_busy(first)
    assert not contact._finish.isEnabled()
    QTest.keyClicks(contact.note.edit, " dit zou verloren gaan")
    assert contact.note.edit.toPlainText() == "Duurt even"
    assert focused() is contact  # no button that a blank would press
    contact.call_back()
    hands.running.desk.editing.pick_outcome("referred")
    assert other.active().question.tasks == ()
    assert other.active().question.outcome == "answered"
    contact.finish()
    hands.window.new_conversation()
    assert contact._finish.isEnabled()
    assert contact.note.edit.hasFocus()
    QTest.keyClicks(contact.note.edit, "Het volgende gesprek")
    second = other.active().id
    blocked.release()
    hands.settle()
    assert other.get(first) is None
    assert contacts_of(database, first, ContactTextRow.summary) == [("Duurt even",)]
    assert other.active().id == second
    assert contact.note.edit.toPlainText() == "Het volgende gesprek"
    assert contact._finish.isEnabled()


def test_a_refusal_is_said_and_nothing_is_lost(hands, database):
    contact = hands.window.contact
    conversation = answer(hands)
    hands.type("Mag ik dit vastleggen")
    roles(database)
    hands.key("finish")
    assert contact._refusal.isVisible()
    assert contact._refusal.accessibleName().startswith("Je mag dit niet")
    assert contact._finish.isEnabled()
    hands.chord("Left")  # moving about takes no sentence away
    assert contact._refusal.isVisible()
    assert contact.note.edit.toPlainText() == "Mag ik dit vastleggen"
    roles(database, Role.AGENT)
    contact.focus_note()
    hands.key("finish")
    assert contacts_of(database, conversation, ContactTextRow.summary) == [("Mag ik dit vastleggen",)]


def test_a_bug_has_a_card_with_a_code_and_nothing_is_lost(hands, database, qtbot):
    contact = hands.window.contact
    answer(hands)
    hands.type("Al eens anders vastgelegd")
    ongoing = talk(hands)
    desk = hands.running.desk
    # The same id was recorded with other content: no rule says how that can be.
    other = ongoing.with_question(summary="Iets anders").hung_up(desk.now())
    desk.services.contacts.record(other.to_command(desk.now()))
    with qtbot.waitSignal(hands.running.unexpected) as told:
        hands.key("finish")
    assert isinstance(told.args[0], ValueError)
    assert contact._refusal.isVisible()
    assert contact._refusal.accessibleName().startswith("Dit contact is nog niet vastgelegd")
    assert contact.note.edit.toPlainText() == "Al eens anders vastgelegd"
    assert talk(hands).id == ongoing.id


def test_a_sentence_is_seen_while_no_conversation_goes_on(hands):
    hands.window.tell(NotAllowed("see"))
    assert hands.window.contact.isVisible()
    assert hands.window.contact._refusal.isVisible()
    assert hands.window.contact._refusal.accessibleName().startswith("Je mag dit niet doen")


def test_many_questions_keep_the_words_of_the_one_in_front(hands):
    answer(hands)
    for words in ("Paspoort kwijt", "Grofvuil ophalen", "Losse tegel", "Hond loopt los"):
        hands.type(words)
        hands.key("next_question")
    hands.key("question_2")
    segments = hands.window.contact.subjects._row.segments()
    assert [one.text() for one in segments[:-1]] == ["1", "2  Grofvuil ophalen", "3", "4", "5"]
    assert segments[0].accessibleName() == "1  Paspoort kwijt"
    assert segments[4].accessibleName() == "5  nieuw"


# Refused while something else is typed in


def test_a_refusal_steals_nothing_from_the_conversation_that_is_typed_in(hands, database, blocked, qtbot):
    contact, bar = hands.window.contact, hands.window.frame.running_bar
    first = answer(hands)
    hands.type("Mag ik dit vastleggen")
    blocked.hold()
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.window.new_conversation()
    QTest.keyClicks(contact.note.edit, "Het volgende")
    second = talk(hands).id
    blocked.release("DELETE FROM agent_role")
    hands.settle()
    QTest.keyClicks(focused(), " gesprek")
    assert (talk(hands).id, talk(hands).question.summary) == (second, "Het volgende gesprek")
    assert contact.note.edit.hasFocus()
    assert not contact._refusal.isVisible()
    marked, other = bar.tabs()
    assert (marked.shown.is_refused, other.shown.is_refused) == (True, False)
    assert "niet vastgelegd" in marked.accessibleName()
    # Going there says why.
    hands.key("conversation_1")
    assert (talk(hands).id, contact.note.edit.toPlainText()) == (first, "Mag ik dit vastleggen")
    assert contact._refusal.accessibleName().startswith("Je mag dit niet doen")
    hands.key("conversation_2")
    assert not contact._refusal.isVisible()
    hands.key("conversation_1")
    assert contact._refusal.isVisible()
    hands.type("!")
    assert not contact._refusal.isVisible()
    assert not bar.tabs()[0].shown.is_refused
    roles(database, Role.AGENT)
    hands.key("finish")
    assert contacts_of(database, first, ContactTextRow.summary) == [("Mag ik dit vastleggen!",)]


def test_a_field_that_was_refused_meanwhile_waits_for_the_hand(hands, database, blocked):
    section = hands.window.contact.outcome
    first = answer(hands)
    hands.type("Vraag over een uitkering")
    hands.running.desk.editing.pick_outcome("referred")
    blocked.hold()
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.window.new_conversation()
    blocked.release()
    hands.settle()
    assert hands.window.contact.note.edit.hasFocus()
    hands.key("conversation_1")
    assert talk(hands).id == first
    assert section._authority.hasFocus()
    assert "UWV" in section._authority_field.reason()
