"""Promises and colleagues in the right column: filled in, refused in place, read out, recorded."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from sqlalchemy import insert

from kcc_desktop.data.contacts import ContactRow, ContactTextRow, HandoverRow
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow, WorkEventTextRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import CloseWork, WorkOutcome
from kcc_desktop.services.work import WorkService
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.buttons import Button
from tests.ui.desks import register
from tests.ui.window_desk import contacts_of, emptied, focused, rows, shared, watched

PERSON = {"kind": "person", "name": "Jan Smit", "function": "Vergunningverlener", "phone": "+31527633911"}


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("desk")) as (database, hands):
        row = {"id": new_id(), "department": "Vergunningen", "source_key": "smit", **PERSON}
        database.unguarded_write(lambda c: c.execute(insert(ColleagueRow).values(**row)))
        yield database, hands


@pytest.fixture
def database(desk):
    return desk[0]


@pytest.fixture
def hands(desk, qtbot, monkeypatch):
    fresh = emptied(desk[1], qtbot)
    with watched(monkeypatch) as waits:
        yield fresh
    assert waits.found == []


@pytest.fixture
def form(hands):
    return hands.window.contact.callback


def talk(hands):
    return hands.running.desk.conversations.active()


def answer(hands, number="anonymous"):
    hands.telephone("answered", number=number, call_id=f"call-{new_id()}")
    return talk(hands).id


def tasks_of(database, conversation, *columns):
    where = (ContactRow.conversation_id == conversation) & (TaskRow.contact_id == ContactRow.id)
    where &= (TaskTextRow.task_id == TaskRow.id) & (ColleagueRow.id == TaskRow.owner_colleague_id)
    return rows(database, *columns, where=where)


def trash(widget):
    return next(one for one in widget.findChildren(Button) if one._icon == "trash")


# Calling back


def test_the_department_of_the_product_does_it_unless_told_otherwise(hands, form, database):
    conversation = answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    assert form.isVisible()
    assert form.owner._choice.text() == "Afval en milieu"
    assert form._phone.text() == "0527-63 39 11"
    assert form.owner._picker is None or not form.owner._picker.isVisible()
    promise = hands.window.contact.promise
    due = talk(hands).question.tasks[0].due_at
    assert promise.isVisible()
    assert promise.text() == f"“Afval en milieu belt u uiterlijk {formatting.promise_moment(due)} terug.”"
    assert hands.window.contact._finish.text() == "Afronden met belofte"
    hands.key("finish")
    columns = (ColleagueRow.name, TaskTextRow.phone, TaskTextRow.explanation, TaskRow.due_at)
    assert tasks_of(database, conversation, *columns) == [
        ("Afval en milieu", "+31527633911", "De matras is niet opgehaald", due)
    ]
    ((reference,),) = tasks_of(database, conversation, TaskRow.reference)
    idle = hands.window.contact.idle
    assert idle._last.isVisible()
    assert reference in idle.promise_text()
    assert "Afval en milieu" in idle.promise_text()
    assert formatting.promise_moment(due) in idle.promise_text()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06-1234 5678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("14 0527", "+31140527"),
        ("0800-1234", "+318001234"),
        ("+49 30 123456", "+4930123456"),
    ],
)
def test_a_number_is_taken_in_any_notation(hands, form, database, typed, kept):
    conversation = answer(hands)
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    form._phone.setFocus()
    hands.type(typed)
    hands.key("finish")
    assert tasks_of(database, conversation, TaskTextRow.phone) == [(kept,)]


@pytest.mark.parametrize(("typed", "word"), [("", "06-12 34 56 78"), ("06-123", "te kort"), ("abc", "geen telefoon")])
def test_a_number_that_cannot_be_called_is_refused_in_place(hands, form, database, typed, word):
    conversation = answer(hands)
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    form._phone.setFocus()
    hands.type(typed)
    hands.key("next_question")
    hands.type("Tweede vraag")
    hands.key("finish")
    # The question it is about is in front again, with the hand in the field and what was typed in it.
    assert form._phone.isVisible()
    assert form._phone.hasFocus()
    assert word in form._phone_field.reason()
    assert form._phone.text() == typed
    assert contacts_of(database, conversation, ContactRow.id) == []
    form._phone.clear()
    hands.type("0527-633911")
    assert form._phone_field.reason() == ""
    hands.key("finish")
    assert tasks_of(database, conversation, TaskTextRow.phone) == [("+31527633911",)]


def test_a_task_asks_for_its_number_in_a_field_that_is_seen(hands, form, database):
    """The kind changed after a wrong number was typed: what refuses must not be hidden."""
    conversation = answer(hands)
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    form._phone.setFocus()
    hands.type("12")
    hands.click(form._kind.segments()[1])
    hands.key("finish")
    assert form._phone.isVisible()
    assert form._phone_field.reason() != ""
    form._phone.setFocus()
    form._phone.selectAll()
    hands.chord("Backspace")
    hands.key("finish")  # a task needs no number
    assert tasks_of(database, conversation, TaskRow.kind, TaskTextRow.phone) == [("task", "")]


def test_another_moment_is_chosen_from_the_list(hands, form, database):
    conversation = answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    usual = talk(hands).question.tasks[0].due_at
    hands.click(form._due)
    shown = [form._picker._list.model().index(line, 0) for line in range(form._picker._list.model().rowCount())]
    moments = [form._picker._list.row_at(index).key for index in shown]
    assert len(moments) >= 3
    assert moments == sorted(set(moments))
    assert all(moment > hands.running.desk.now() for moment in moments)
    assert usual in moments
    hands.row(*[""] * (len(moments) - 1))
    assert talk(hands).question.tasks[0].due_at == moments[-1]
    assert form._due.text() == f"{formatting.day(moments[-1])} {formatting.time(moments[-1])}"
    hands.key("finish")
    assert tasks_of(database, conversation, TaskRow.due_at) == [(moments[-1],)]


def test_a_promise_is_withdrawn(hands, form, database):
    conversation = answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    hands.click(trash(form))
    assert not form.isVisible()
    assert not hands.window.contact.promise.isVisible()
    assert hands.window.contact._finish.text() == "Afronden"
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.outcome_code) == [("answered",)]
    assert tasks_of(database, conversation, TaskRow.id) == []
    assert not hands.window.contact.idle._promise.isVisible()


def test_nobody_to_do_it_is_refused_in_place_with_the_list_open(hands, form, database):
    hands.running.desk.editing._last_owner = None
    conversation = answer(hands, "0527-633911")
    hands.type("Iets waar geen product bij hoort")
    hands.key("callback")
    hands.chord("Esc")
    hands.key("finish")
    assert form.owner.is_refused()
    assert form.owner._picker.isVisible()
    assert contacts_of(database, conversation, ContactRow.id) == []
    hands.row(typed="burger")
    assert not form.owner.is_refused()
    hands.key("finish")
    assert tasks_of(database, conversation, ColleagueRow.name) == [("Burgerzaken",)]


def test_what_is_to_be_done_is_the_note_unless_something_else_is_typed(hands, form, database):
    conversation = answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    form._explanation.setFocus()
    hands.type("Graag na vijven bellen")
    hands.key("finish")
    assert tasks_of(database, conversation, TaskTextRow.explanation) == [("Graag na vijven bellen",)]


def test_the_number_on_the_card_is_filled_in_when_the_call_has_none(hands, form, database):
    party = register(database, given="Karel", surname="Postma", phone="0527-654321")
    answer(hands)
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.running.desk.viewing.attach()
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    assert form._phone.text() == "0527-65 43 21"


# Asked again


@pytest.fixture
def promised(hands, database):
    """A citizen in a second call, who was promised in the first one to be called back about the matras."""
    party = register(database, given="Yara", surname=f"Idrissi{new_id().hex[-6:]}", phone="0527-654321")
    answer(hands)
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.running.desk.viewing.attach()
    hands.type("Grofvuil is niet opgehaald")
    hands.key("callback")
    hands.key("finish")
    (task,) = rows(database, TaskRow.id, TaskRow.reference, where=TaskRow.party_id == party)
    second = answer(hands)
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.running.desk.viewing.attach()
    hands.settle()
    return party, task, second


def test_a_second_call_about_an_open_promise_is_a_rappel_on_it(promised, hands, database):
    party, task, conversation = promised
    hands.type("Grofvuil ligt er nog steeds")
    hands.count = 0
    hands.key("callback")
    offer = hands.window.contact.rappel
    assert offer.isVisible()
    assert task.reference in offer._when.text()
    assert focused().text() == "Herinner"
    hands.chord("Return")
    assert hands.count == 2
    assert rows(database, TaskRow.rappels, where=TaskRow.id == task.id) == [(1,)]
    said = (WorkEventTextRow.task_id == task.id, WorkEventTextRow.text)
    assert rows(database, said[1], where=said[0]) == [("Grofvuil ligt er nog steeds",)]
    assert not offer.isVisible()
    assert focused() is hands.window.contact.note.edit
    assert "Ik heb een herinnering gestuurd." in hands.window.contact.promise.text_shown()
    assert "1 keer herinnerd" in " ".join(shown_texts_of_rows(hands.window.who))
    hands.key("finish")
    assert rows(database, TaskRow.id, where=TaskRow.party_id == party) == [(task.id,)]  # no new item
    assert contacts_of(database, conversation, ContactRow.outcome_code) == [("task",)]


def shown_texts_of_rows(widget):
    for view in widget.findChildren(QAbstractItemView):
        for number in range(view.model().rowCount()):
            yield str(view.model().index(number, 0).data())


def test_the_same_key_once_more_is_a_new_promise(promised, hands, form, database):
    party, task, _conversation = promised
    hands.type("Grofvuil ligt er nog steeds")
    hands.key("callback")
    hands.key("callback")
    assert not hands.window.contact.rappel.isVisible()
    assert form.isVisible()
    hands.key("finish")
    assert len(rows(database, TaskRow.id, where=TaskRow.party_id == party)) == 2
    assert rows(database, TaskRow.rappels, where=TaskRow.id == task.id) == [(0,)]


def test_about_another_product_nothing_is_offered(promised, hands, form, database):
    hands.type("Paspoort aanvragen")
    hands.key("callback")
    assert not hands.window.contact.rappel.isVisible()
    assert form.isVisible()


def test_escape_puts_the_offer_away_and_leaves_everything(promised, hands, form, database):
    _party, task, _conversation = promised
    hands.type("Grofvuil ligt er nog steeds")
    hands.key("callback")
    hands.chord("Escape")
    assert not hands.window.contact.rappel.isVisible()
    assert not form.isVisible()
    assert focused() is hands.window.contact.note.edit
    assert rows(database, TaskRow.rappels, where=TaskRow.id == task.id) == [(0,)]


def test_a_promise_that_was_kept_meanwhile_takes_no_rappel(promised, hands, database):
    _party, task, _conversation = promised
    hands.type("Grofvuil ligt er nog steeds")
    hands.key("callback")
    WorkService(database).close(CloseWork(new_id(), task.id, WorkOutcome.ANSWERED))
    hands.chord("Return")
    assert rows(database, TaskRow.rappels, where=TaskRow.id == task.id) == [(0,)]
    assert talk(hands).question.rappels == ()
    assert hands.window.contact._refusal.isVisible()


# Colleagues


def test_a_colleague_is_asked_and_the_outcome_follows(hands, database):
    conversation = answer(hands)
    hands.type("Mag mijn schuur hoger")
    hands.key("transfer")
    hands.row(typed="smit")
    handover = hands.window.contact.handover
    assert handover.isVisible()
    assert handover.colleague._choice.text() == "Jan Smit"
    assert "0527-63 39 11" in handover._reach.text()
    assert not handover._consequence.isVisible()
    assert talk(hands).question.outcome == "answered"  # asked is not yet answered
    hands.click(handover._state.segments()[0])
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.outcome_code) == [("answered_after_consult",)]
    where = (HandoverRow.contact_id == ContactRow.id) & (ContactRow.conversation_id == conversation)
    assert rows(database, HandoverRow.kind, HandoverRow.state, where=where) == [("consult", "answered")]


def test_nobody_reached_says_what_follows_and_becomes_a_callback(hands, database):
    conversation = answer(hands, "0527-633911")
    hands.type("Mag mijn schuur hoger")
    hands.key("transfer")
    hands.row(typed="vergunn")
    handover = hands.window.contact.handover
    hands.click(handover._kind.segments()[1])
    hands.click(handover._state.segments()[1])
    assert handover._consequence.isVisible()
    assert "terugbelverzoek" in handover._consequence.text()
    due = talk(hands).question.handovers[0].due_at
    promise = f"“Vergunningen belt u uiterlijk {formatting.promise_moment(due)} terug.”"
    assert hands.window.contact.promise.text_shown() == promise
    handover._note.setFocus()
    hands.type("Bouwtekening ligt klaar")
    hands.key("finish")
    where = (HandoverRow.contact_id == ContactRow.id) & (ContactRow.conversation_id == conversation)
    assert rows(database, HandoverRow.kind, HandoverRow.state, where=where) == [("warm_transfer", "unanswered")]
    assert tasks_of(database, conversation, TaskRow.kind, ColleagueRow.name, TaskTextRow.phone, TaskRow.due_at) == [
        ("callback", "Vergunningen", "+31527633911", due)
    ]
    ((reference,),) = tasks_of(database, conversation, TaskRow.reference)
    assert reference in hands.window.contact.idle.promise_text()


def test_a_handover_is_taken_back(hands, database):
    conversation = answer(hands)
    hands.type("Toch zelf geweten")
    hands.key("transfer")
    hands.row(typed="smit")
    hands.click(trash(hands.window.contact.handover))
    assert not hands.window.contact.handover.isVisible()
    hands.key("finish")
    assert contacts_of(database, conversation, ContactRow.outcome_code) == [("answered",)]


def test_choosing_nobody_leaves_nothing_behind(hands):
    answer(hands)
    hands.key("transfer")
    assert hands.window.contact._colleague.isVisible()
    hands.chord("Esc")
    assert not hands.window.contact._colleague.isVisible()
    assert hands.window.contact.note.edit.hasFocus()


def test_the_newest_search_of_a_colleague_is_shown(hands):
    answer(hands)
    hands.key("transfer")
    hands.type("smit")
    picker = hands.window.contact._colleague._picker
    assert picker._list.model().rowCount() == 1
    hands.type("xyz")
    assert picker._list.model().rowCount() == 0
    assert picker._nothing.text() == "Niemand met deze naam."
    for _ in range(7):
        hands.chord("Backspace")
    assert picker._list.model().rowCount() == 3
    hands.chord("Esc")


def test_a_promise_stands_with_its_own_question(hands, form, database):
    conversation = answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    hands.key("next_question")
    assert not form.isVisible()
    assert hands.window.contact.promise.isVisible()  # it was promised in this conversation
    hands.type("En iets anders")
    hands.key("callback")
    assert talk(hands).questions[0].tasks != talk(hands).questions[1].tasks
    hands.chord("Esc")
    hands.key("finish")
    assert len(tasks_of(database, conversation, TaskRow.id)) == 2
    texts = tasks_of(database, conversation, TaskTextRow.explanation)
    assert sorted(texts) == [("De matras is niet opgehaald",), ("En iets anders",)]
    assert contacts_of(database, conversation, ContactTextRow.summary) != []


def test_the_owner_of_a_promise_is_filled_in_from_this_conversation_only(hands, form):
    """Nobody else's call decides who does it: only the product, or what was promised in this one."""
    owner = form.owner
    answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    assert (owner._choice.text(), owner._choice._note) == ("Afval en milieu", "van het product")
    owner.pick()
    hands.row(typed="vergunningen")
    assert (owner._choice.text(), owner._choice._note) == ("Vergunningen", "")
    hands.key("next_question")
    hands.type("En nog iets zonder product")
    hands.key("callback")
    assert (owner._choice.text(), owner._choice._note) == ("Vergunningen", "uit je andere vraag")
    assert not owner._picker.isVisible()
    hands.key("finish")
    assert talk(hands) is None
    answer(hands, "0527-633911")
    hands.type("Een ander met een vraag zonder product")
    hands.key("callback")
    assert talk(hands).question.tasks[0].owner_colleague_id is None
    assert (owner._choice.text(), owner._choice._note) == ("", "")
    assert owner._picker.isVisible()  # the hand goes to what is still to be chosen
    hands.chord("Esc")


def test_a_moment_that_passed_while_talking_is_not_promised(hands, form):
    """Every moment the list proposes is still to come, however late it is."""
    answer(hands, "0527-633911")
    hands.type("De matras is niet opgehaald")
    hands.key("callback")
    now = hands.running.desk.now()
    assert all(moment > now - timedelta(seconds=5) for moment in hands.running.desk.editing.moments())
    assert focused().focusPolicy() & Qt.FocusPolicy.TabFocus
