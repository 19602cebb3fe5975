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
            Key("panel_administration", "Ctrl+F8", QT_TRANSLATE_NOOP("Keys", "To Settings")),
            Key("panel_work", "Ctrl+F2", QT_TRANSLATE_NOOP("Keys", "To Work")),
            Key("panel_agenda", "Ctrl+F3", QT_TRANSLATE_NOOP("Keys", "To the agenda")),
            Key("report_notice", "Ctrl+Shift+S", QT_TRANSLATE_NOOP("Keys", "Report an outage")),
            Key("text_bigger", "Ctrl++", QT_TRANSLATE_NOOP("Keys", "Larger text")),
            Key("text_smaller", "Ctrl+-", QT_TRANSLATE_NOOP("Keys", "Smaller text")),
            Key("dark", "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Keys", "Light or dark")),
            Key("panel_location", "Ctrl+F5", QT_TRANSLATE_NOOP("Keys", "To On location")),
            Key("panel_counter", "Ctrl+F4", QT_TRANSLATE_NOOP("Keys", "To the counter")),
            Key(
                "street_reports",
                "Ctrl+Shift+M",
                QT_TRANSLATE_NOOP("Keys", "A report about the street: in progress, solved"),
            ),
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
            Key("not_reached", "Alt+N", QT_TRANSLATE_NOOP("Keys", "Nobody picks up: try again later")),
            Key("callback", "F6", QT_TRANSLATE_NOOP("Keys", "Call back")),
            Key("appointment", "F7", QT_TRANSLATE_NOOP("Keys", "Plan an appointment")),
            Key("finish", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Finish")),
            Key("visit", "F8", QT_TRANSLATE_NOOP("Keys", "Plan a visit on location")),
            Key("place", "Alt+L", QT_TRANSLATE_NOOP("Keys", "To the place it is about")),
            Key("join_report", "Alt+M", QT_TRANSLATE_NOOP("Keys", "Reported already: join, or not after all")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "Settings"),
        "administration",
        (
            Key("new_entry", "N", QT_TRANSLATE_NOOP("Keys", "New entry in this list")),
            Key("filter_entries", "F", QT_TRANSLATE_NOOP("Keys", "Search in this list")),
            Key("import_list", "I", QT_TRANSLATE_NOOP("Keys", "Bring in a file")),
            Key("remove_entry", "Ctrl+Del", QT_TRANSLATE_NOOP("Keys", "Take this entry away")),
            Key("next_list", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Keys", "Next list")),
            Key("list_before", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Keys", "List before")),
            Key("try_connection", "T", QT_TRANSLATE_NOOP("Keys", "Try the connection")),
            Key("save_entry", "", QT_TRANSLATE_NOOP("Keys", "Save"), instead_of="finish"),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "Work"),
        "work",
        (
            Key("work_next", "", QT_TRANSLATE_NOOP("Keys", "Next item that fits me"), "finish"),
            Key("work_take", "T", QT_TRANSLATE_NOOP("Keys", "Take the item")),
            Key("work_call", "B", QT_TRANSLATE_NOOP("Keys", "Call about the item")),
            Key("work_plan", "", QT_TRANSLATE_NOOP("Keys", "Plan an appointment for the item"), "appointment"),
            Key("work_visit", "", QT_TRANSLATE_NOOP("Keys", "Plan a visit for the item"), "visit"),
            Key("work_hand_over", "O", QT_TRANSLATE_NOOP("Keys", "Hand the item over")),
            Key("work_not_reached", "N", QT_TRANSLATE_NOOP("Keys", "Not reached: try again later")),
            Key("work_close", "S", QT_TRANSLATE_NOOP("Keys", "Close the item")),
            Key("work_give_back", "G", QT_TRANSLATE_NOOP("Keys", "Give the item back")),
            Key("work_new", "W", QT_TRANSLATE_NOOP("Keys", "New work")),
            Key("work_queues", "", QT_TRANSLATE_NOOP("Keys", "To the queues"), "timeline"),
            Key("work_show_1", "1", QT_TRANSLATE_NOOP("Keys", "Show all")),
            Key("work_show_2", "2", QT_TRANSLATE_NOOP("Keys", "Show what fits me")),
            Key("work_show_3", "3", QT_TRANSLATE_NOOP("Keys", "Show what is free")),
            Key("work_show_4", "4", QT_TRANSLATE_NOOP("Keys", "Show what is past its norm")),
            Key("work_show_5", "5", QT_TRANSLATE_NOOP("Keys", "Show who was not reached")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "Agenda"),
        "agenda",
        (
            Key("agenda_reveal", "", QT_TRANSLATE_NOOP("Keys", "Show what is covered"), instead_of="reveal"),
            Key("agenda_first_free", "V", QT_TRANSLATE_NOOP("Keys", "To the first free times")),
            Key("agenda_day", "D", QT_TRANSLATE_NOOP("Keys", "One day")),
            Key("agenda_week", "W", QT_TRANSLATE_NOOP("Keys", "A week")),
            Key("agenda_today", ".", QT_TRANSLATE_NOOP("Keys", "To today")),
            Key("agenda_previous", "<", QT_TRANSLATE_NOOP("Keys", "Earlier")),
            Key("agenda_next", ">", QT_TRANSLATE_NOOP("Keys", "Later on")),
            Key("agenda_move", "M", QT_TRANSLATE_NOOP("Keys", "Move the chosen appointment")),
            Key("agenda_cancel", "X", QT_TRANSLATE_NOOP("Keys", "Call the chosen appointment off")),
            Key("agenda_block", "B", QT_TRANSLATE_NOOP("Keys", "Block time")),
            Key("agenda_overbook", "O", QT_TRANSLATE_NOOP("Keys", "One more than there is room for")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "On location"),
        "location",
        (
            Key("visit_unplanned", "U", QT_TRANSLATE_NOOP("Keys", "To the visits that are not planned yet")),
            Key("visit_lanes", "L", QT_TRANSLATE_NOOP("Keys", "To the day")),
            Key("visit_previous_day", "PgUp", QT_TRANSLATE_NOOP("Keys", "The day before")),
            Key("visit_today", ".", QT_TRANSLATE_NOOP("Keys", "Today")),
            Key("visit_next_day", "PgDown", QT_TRANSLATE_NOOP("Keys", "The day after")),
            Key("visit_place", "P", QT_TRANSLATE_NOOP("Keys", "Where could it go?")),
            Key("visit_unplan", "Del", QT_TRANSLATE_NOOP("Keys", "Take it out of the day")),
            Key("visit_optimise", "O", QT_TRANSLATE_NOOP("Keys", "Look for a better order of this day")),
            Key("visit_forward", "W", QT_TRANSLATE_NOOP("Keys", "One step on: sent out, on the way, on location")),
            Key("visit_safety", "S", QT_TRANSLATE_NOOP("Keys", "Read the safety note")),
            Key("visit_warn", "Shift+S", QT_TRANSLATE_NOOP("Keys", "Write a safety note")),
            Key("visit_end_safety", "E", QT_TRANSLATE_NOOP("Keys", "End a safety note")),
            Key("visit_outcome", "R", QT_TRANSLATE_NOOP("Keys", "How did it go?")),
            Key("visit_follow_up", "V", QT_TRANSLATE_NOOP("Keys", "Plan another visit after it")),
            Key("visit_navigate", "N", QT_TRANSLATE_NOOP("Keys", "Navigate there")),
            Key("visit_sheet", "D", QT_TRANSLATE_NOOP("Keys", "Day sheet (PDF)")),
            Key("visit_calendar", "K", QT_TRANSLATE_NOOP("Keys", "Day as a calendar file")),
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Keys", "Counter"),
        "counter",
        (
            Key("counter_reveal", "", QT_TRANSLATE_NOOP("Keys", "Show what is covered"), instead_of="reveal"),
            Key(
                "counter_primary",
                "",
                QT_TRANSLATE_NOOP("Keys", "Call the next, help, finish: what comes now"),
                "finish",
            ),
            Key("counter_next", "V", QT_TRANSLATE_NOOP("Keys", "Call the next one")),
            Key("counter_serve", "H", QT_TRANSLATE_NOOP("Keys", "Help, identity document seen")),
            Key("counter_serve_unseen", "Shift+H", QT_TRANSLATE_NOOP("Keys", "Help without a document")),
            Key("counter_call", "R", QT_TRANSLATE_NOOP("Keys", "Call the chosen one")),
            Key("counter_again", "O", QT_TRANSLATE_NOOP("Keys", "Call again")),
            Key("counter_back", "T", QT_TRANSLATE_NOOP("Keys", "Back in the row")),
            Key("counter_not_come", "N", QT_TRANSLATE_NOOP("Keys", "Did not come")),
            Key("counter_left", "W", QT_TRANSLATE_NOOP("Keys", "Went away without help")),
            Key("counter_hold", "", QT_TRANSLATE_NOOP("Keys", "On hold, or go on with the chosen one"), "hold"),
            Key("counter_transfer", "", QT_TRANSLATE_NOOP("Keys", "Send on to a colleague"), "transfer"),
            Key("counter_check_in", "A", QT_TRANSLATE_NOOP("Keys", "Check somebody in")),
            Key("counter_walk_in", "I", QT_TRANSLATE_NOOP("Keys", "Ticket without an appointment")),
            Key("counter_tickets", "", QT_TRANSLATE_NOOP("Keys", "To who waits"), "timeline"),
            Key("counter_told", "M", QT_TRANSLATE_NOOP("Keys", "The host knows of the visitor")),
            Key("counter_collected", "Shift+M", QT_TRANSLATE_NOOP("Keys", "The visitor was collected")),
            Key("counter_mine", "B", QT_TRANSLATE_NOOP("Keys", "My counter: choose, pause, close")),
            Key("counter_place", "L", QT_TRANSLATE_NOOP("Keys", "Another location")),
            Key("counter_print", "P", QT_TRANSLATE_NOOP("Keys", "Print the ticket")),
            Key("counter_room", "Z", QT_TRANSLATE_NOOP("Keys", "Screen for the waiting room")),
        ),
    ),
)
SERIES = {
    "conversation": QT_TRANSLATE_NOOP("Keys", "Conversations 1 to 9"),
    "question": QT_TRANSLATE_NOOP("Keys", "Questions 1 to 3"),
    "work_show": QT_TRANSLATE_NOOP("Keys", "Show all … who was not reached"),
}
