"""Every key of the desktop: what it does and its default. A table; `keys` says which holds and how it is shown."""

from dataclasses import dataclass

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Key:
    """One action's key: `default` as QKeySequence writes it, `text` in English as the key sheet shows it.

    `instead_of`: a panel that answers another action's key in its own way. It has that key, and no `default`.
    """

    id: str
    default: str
    text: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together; `panel` is the door they work behind, "" for everywhere.

    The keys of the Contact panel are the window's: pressed elsewhere they go there first. Those of another panel work
    while it has the focus, and may be single letters: a text field takes those for itself.
    """

    title: str
    panel: str
    keys: tuple[Key, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        QT_TRANSLATE_NOOP("Keys", "Everywhere"),
        "",
        (
            Key("palette", "Ctrl+K", QT_TRANSLATE_NOOP("Keys", "Search or do something")),
            Key("help", "F1", QT_TRANSLATE_NOOP("Keys", "All keys")),
            Key("later", "Esc", QT_TRANSLATE_NOOP("Keys", "Later, or close")),
            Key("presence", "F9", QT_TRANSLATE_NOOP("Keys", "What you are doing: available, break …")),
            Key("panel_contact", "Ctrl+F1", QT_TRANSLATE_NOOP("Keys", "To Contact")),
            Key("report_notice", "Ctrl+Shift+S", QT_TRANSLATE_NOOP("Keys", "Report an outage")),
            Key("text_bigger", "Ctrl++", QT_TRANSLATE_NOOP("Keys", "Larger text")),
            Key("text_smaller", "Ctrl+-", QT_TRANSLATE_NOOP("Keys", "Smaller text")),
            Key("dark", "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Keys", "Light or dark")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "Conversations"),
        "",
        (
            Key("answer", "F2", QT_TRANSLATE_NOOP("Keys", "Answer the call")),
            Key("new_conversation", "Ctrl+N", QT_TRANSLATE_NOOP("Keys", "New conversation")),
            Key("hold", "Ctrl+H", QT_TRANSLATE_NOOP("Keys", "Put on hold, or resume")),
            Key("transfer", "F5", QT_TRANSLATE_NOOP("Keys", "Consult or transfer")),
            Key("take_back", "Ctrl+Shift+G", QT_TRANSLATE_NOOP("Keys", "Take back what was refused, to mend it")),
            Key("throw_away", "Ctrl+Shift+Del", QT_TRANSLATE_NOOP("Keys", "Throw this conversation away")),
            Key("conversation_1", "Alt+1", QT_TRANSLATE_NOOP("Keys", "First conversation")),
            Key("conversation_2", "Alt+2", QT_TRANSLATE_NOOP("Keys", "Second conversation")),
            Key("conversation_3", "Alt+3", QT_TRANSLATE_NOOP("Keys", "Third conversation")),
            Key("conversation_4", "Alt+4", QT_TRANSLATE_NOOP("Keys", "Fourth conversation")),
            Key("conversation_5", "Alt+5", QT_TRANSLATE_NOOP("Keys", "Fifth conversation")),
            Key("conversation_6", "Alt+6", QT_TRANSLATE_NOOP("Keys", "Sixth conversation")),
            Key("conversation_7", "Alt+7", QT_TRANSLATE_NOOP("Keys", "Seventh conversation")),
            Key("conversation_8", "Alt+8", QT_TRANSLATE_NOOP("Keys", "Eighth conversation")),
            Key("conversation_9", "Alt+9", QT_TRANSLATE_NOOP("Keys", "Ninth conversation")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "Who"),
        "contact",
        (
            Key("identity", "Ctrl+I", QT_TRANSLATE_NOOP("Keys", "Identity established; pressed again: how")),
            Key("on_behalf", "Ctrl+W", QT_TRANSLATE_NOOP("Keys", "On behalf of")),
            Key("end_representation", "Ctrl+Shift+W", QT_TRANSLATE_NOOP("Keys", "No longer on behalf of")),
            Key("attach_number", "Ctrl+M", QT_TRANSLATE_NOOP("Keys", "Keep this number with this person")),
            Key("register_person", "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Keys", "New person or company")),
            Key("edit_details", "Ctrl+D", QT_TRANSLATE_NOOP("Keys", "Change contact details")),
            Key("reveal", "Ctrl+B", QT_TRANSLATE_NOOP("Keys", "Show what is covered")),
            Key("refuse_disclosure", "Ctrl+G", QT_TRANSLATE_NOOP("Keys", "Disclosure refused")),
            Key("death", "Ctrl+Shift+O", QT_TRANSLATE_NOOP("Keys", "Somebody died: keep it, then call off")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "All contacts"),
        "contact",
        (
            Key("timeline", "Ctrl+J", QT_TRANSLATE_NOOP("Keys", "To the contacts")),
            Key("search_timeline", "Ctrl+Shift+F", QT_TRANSLATE_NOOP("Keys", "Search in the contacts")),
            Key("to_note", "Alt+K", QT_TRANSLATE_NOOP("Keys", "Opened contact to the note")),
            Key("attach_contact", "Alt+H", QT_TRANSLATE_NOOP("Keys", "Opened contact belongs to this conversation")),
            Key("correct_contact", "Alt+E", QT_TRANSLATE_NOOP("Keys", "Correct the opened contact")),
            Key("move_contact", "Alt+V", QT_TRANSLATE_NOOP("Keys", "Move the opened contact to somebody else")),
            Key("reschedule", "Alt+T", QT_TRANSLATE_NOOP("Keys", "Another time for the opened appointment")),
            Key("cancel_appointment", "Alt+A", QT_TRANSLATE_NOOP("Keys", "Call the opened appointment off")),
            Key("confirm_appointment", "Alt+B", QT_TRANSLATE_NOOP("Keys", "Confirmation of the opened appointment")),
            Key("came_after_all", "Alt+G", QT_TRANSLATE_NOOP("Keys", "They came after all: the opened appointment")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "This contact"),
        "contact",
        (
            Key("note", "Ctrl+E", QT_TRANSLATE_NOOP("Keys", "To the note")),
            Key("next_question", "Ctrl+T", QT_TRANSLATE_NOOP("Keys", "Next question")),
            Key("question_1", "Ctrl+1", QT_TRANSLATE_NOOP("Keys", "First question")),
            Key("question_2", "Ctrl+2", QT_TRANSLATE_NOOP("Keys", "Second question")),
            Key("question_3", "Ctrl+3", QT_TRANSLATE_NOOP("Keys", "Third question")),
            Key("product", "Ctrl+P", QT_TRANSLATE_NOOP("Keys", "Product")),
            Key("approach", "Ctrl+Shift+P", QT_TRANSLATE_NOOP("Keys", "What fits here?")),
            Key("digital", "Ctrl+L", QT_TRANSLATE_NOOP("Keys", "Online: offered, accepted, sent")),
            Key("neighbourhood", "Ctrl+Shift+T", QT_TRANSLATE_NOOP("Keys", "Hand over to the neighbourhood team")),
            Key("outcome", "Ctrl+R", QT_TRANSLATE_NOOP("Keys", "Outcome")),
            Key("callback", "F6", QT_TRANSLATE_NOOP("Keys", "Call back")),
            Key("appointment", "F7", QT_TRANSLATE_NOOP("Keys", "Plan an appointment")),
            Key("finish", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Finish")),
        ),
    ),
)
SERIES = {
    "conversation": QT_TRANSLATE_NOOP("Keys", "Conversations 1 to 9"),
    "question": QT_TRANSLATE_NOOP("Keys", "Questions 1 to 3"),
}
