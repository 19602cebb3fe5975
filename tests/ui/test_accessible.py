"""For keys and ears alone: names, the order of Tab, nothing for the mouse only, in every state of the window."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from kcc_desktop.background.crash import describe
from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import (
    Capacity,
    ContactDraft,
    ContactKind,
    Direction,
    IdentityLevel,
    Participant,
    ParticipantRole,
)
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.notices import Notice
from kcc_desktop.ui.calls.ring_card import RingCard
from kcc_desktop.ui.frame.rail import RailButton
from tests.ui.desks import PHONE, register
from tests.ui.window_desk import emptied, focused, shared


def fill(hands, database):
    """Two people with one number, and a contact of the first, whose id comes back."""
    party = register(database)
    register(database, given="Willem", surname="Bakker", prefix="", phone=PHONE)
    now = hands.running.desk.now()
    contact = ContactDraft(new_id(), ContactKind.QUESTION, "answered", "Paspoort kwijt", "", party)
    hands.running.services.contacts.record(
        RecordConversation(
            new_id(),
            "phone",
            Direction.INBOUND,
            now,
            now,
            Capacity.RESIDENT,
            IdentityLevel.QUESTIONS_ANSWERED,
            "",
            "nld",
            participants=(Participant(ParticipantRole.SPEAKER, party, ""),),
            contacts=(contact,),
        )
    )
    return party


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("desk")) as (database, hands):
        yield fill(hands, database), hands


def nothing(hands, party):
    pass


def looked_up(hands, party):
    hands.running.desk.viewing.look_at(party)
    hands.settle()


def talking(hands, party):
    looked_up(hands, party)
    hands.key("new_conversation")
    hands.type("Paspoort kwijt")


def unknown_caller(hands, party):
    hands.telephone("answered", number="0527-999888", call_id=f"call-{new_id()}")


def promising(hands, party):
    talking(hands, party)
    hands.key("callback")


def everything_unfolded(hands, party):
    promising(hands, party)
    hands.key("transfer")
    hands.row(typed="vergunn")
    hands.key("outcome")
    hands.row(typed="verwezen")
    hands.key("next_question")
    hands.type("Tweede")
    hands.key("question_1")
    hands.click(hands.window.contact.details._fold)


def refused(hands, party):
    talking(hands, party)
    hands.window.tell(NotAllowed("x"))


def aside(hands, party):
    unknown_caller(hands, party)
    looked_up(hands, party)


def palette(hands, party):
    hands.key("palette")
    hands.type("vries")


def key_sheet(hands, party):
    talking(hands, party)
    hands.key("help")


def ringing(hands, party):
    hands.telephone("ringing", call_id=f"ring-{new_id()}")


def opened_row(hands, party):
    looked_up(hands, party)
    hands.key("timeline")
    hands.chord("Return")
    hands.qtbot.waitUntil(lambda: hands.window.timeline.opening.detail() is not None)


def searching(hands, party):
    looked_up(hands, party)
    hands.key("search_timeline")


def details_form(hands, party):
    looked_up(hands, party)
    hands.key("edit_details")


def register_form(hands, party):
    hands.key("register_person")


def refusal_form(hands, party):
    looked_up(hands, party)
    hands.key("refuse_disclosure")


def behalf_form(hands, party):
    talking(hands, party)
    hands.window.who.add_representation()
    hands.settle()


def identity_list(hands, party):
    talking(hands, party)
    hands.key("identity")
    hands.key("identity")


def product_list(hands, party):
    talking(hands, party)
    hands.key("product")


def trouble(hands, party):
    hands.window.trouble.show_report(describe(ValueError("x")))


def notices(hands, party):
    now = hands.running.desk.now()
    both = [Notice(new_id(), f"Formulier {number} is stuk", None, now, None) for number in (1, 2)]
    hands.window.frame.notice_line.set_notices(both)


STATES = (
    nothing,
    looked_up,
    talking,
    unknown_caller,
    promising,
    everything_unfolded,
    refused,
    aside,
    palette,
    key_sheet,
    ringing,
    opened_row,
    searching,
    details_form,
    register_form,
    refusal_form,
    behalf_form,
    identity_list,
    product_list,
    trouble,
    notices,
)


def put_back(hands):
    hands.window.trouble.hide()
    hands.window.frame.notice_line.set_notices([])
    for _ in range(4):
        hands.key("later")


@pytest.fixture(params=STATES, ids=lambda state: state.__name__)
def window(request, desk, qtbot):
    party, shared_hands = desk
    hands = emptied(shared_hands, qtbot)
    request.param(hands, party)
    yield hands.window
    put_back(hands)


def all_in(window):
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def test_everything_that_takes_keys_has_a_name(window):
    takers = [one for one in all_in(window) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert takers
    assert [described(one) for one in takers if not spoken(one)] == []


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def described(widget):
    names, parent = [], widget
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(names)


def stops(window):
    """Where Tab comes, until it is round; each with its place in what scrolls, or in the window."""
    found = []
    for _ in range(200):
        QTest.keyClick(focused() or window, Qt.Key.Key_Tab)
        at = focused()
        if at is None or any(at is one for one, *_ in found):
            return found
        holder = holder_of(at, window)
        found.append((at, holder, QRect(at.mapTo(holder, QPoint(0, 0)), at.size()), is_seen(at)))
    raise AssertionError("Tab never comes round")


def holder_of(widget, window):
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        above = parent.parentWidget()
        if above is not None and isinstance(above.parentWidget(), QScrollArea):
            return parent
        parent = above
    return window


def is_seen(widget):
    return not widget.visibleRegion().isEmpty()


def region(window, widget):
    """In which order the parts of the window come; what floats is one part."""
    frame = window.frame
    parts = (frame.rail, frame.top_bar, frame.running_bar, frame.notice_line, window.who, window.timeline)
    parts = (*parts, window.contact._talk, window.contact.idle, window.contact._foot, frame.status_bar)
    return next((number for number, part in enumerate(parts) if part.isAncestorOf(widget)), -1)


def test_tab_goes_as_one_reads(window):
    walk = stops(window)
    assert walk
    # Begin where it wraps: at what stands first in the first part.
    corners = [one.mapTo(window, QPoint(0, 0)) for one, *_ in walk]
    order = [(region(window, one), at.y(), at.x()) for (one, *_), at in zip(walk, corners, strict=True)]
    first = order.index(min(order))
    walk = walk[first:] + walk[:first]
    places = [region(window, one) for one, *_ in walk]
    assert places == sorted(places), [(spoken(one), place) for (one, *_), place in zip(walk, places, strict=True)]
    for (one, holder, before, _), (other, next_holder, after, _) in pairwise(walk):
        if holder is not next_holder or region(window, one) != region(window, other):
            continue
        same_line = before.top() < after.bottom() and after.top() < before.bottom()
        right = after.left() > before.left() if same_line else after.top() >= before.bottom() - 1
        assert right, f"{spoken(other)} comes after {spoken(one)}"


def test_tab_leads_to_nothing_that_is_hidden(window):
    assert [spoken(one) for one, _, _, seen in stops(window) if not seen] == []


def test_nothing_is_for_the_mouse_only(window):
    """A button is reached by Tab, or by the arrows of its row, or its key stands in it."""
    reached = {id(one) for one, *_ in stops(window)}
    silent = [
        one
        for one in all_in(window)
        if isinstance(one, QAbstractButton) and one.isEnabled() and id(one) not in reached and not _has_another_way(one)
    ]
    if window.palette_card.is_open() or window.frame.key_sheet.isVisible() or on_top(window):
        silent = [one for one in silent if not window.frame.isAncestorOf(one)]  # behind what has the keys now
    assert [(described(one), spoken(one)) for one in silent] == []


def on_top(window):
    return window.trouble.isVisible() or window.who.forms.shown() is not None or floating_list(window)


def floating_list(window):
    at = focused()
    return at is not None and not window.frame.isAncestorOf(at)


def _has_another_way(button):
    if isinstance(button, RailButton):
        return True  # the arrows, and a key of its own
    group = button.group()
    if group is not None and group.exclusive():
        return True  # the arrows
    if isinstance(button, RailButton):
        return True  # the arrows too: Tab reaches the open door, Enter opens the one they lead to
    if button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return True  # it only tells
    above = button
    while above is not None:
        if isinstance(above, RingCard):
            return bool(button.keys())  # the card takes no focus; the key does it
        above = above.parentWidget()
    return False


def test_shift_tab_is_the_way_back(window):
    forth = [one for one, *_ in stops(window)]
    back = []
    for _ in range(len(forth)):
        back.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert {id(one) for one in back} == {id(one) for one in forth}
