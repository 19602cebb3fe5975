"""Words for what did not happen: each refusal and outage as a title and a sentence that says what would be right.

Knows the names of the classes and their stable words (`field`, `reason`, `needed`), never anybody's data. Classes of
floors that a screen may not import are known by name. The command line has words of its own (cli/words.py).
"""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.ui.shared import (
    appointment_wording,
    counter_wording,
    door_wording,
    incoming_wording,
    list_wording,
    message_wording,
    visit_wording,
    wording_agenda,
)
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_CONTEXT = "Wording"

# By the class's name: what is so, and why or what to do.
OF_CLASS: dict[str, tuple[str, str]] = {
    "Refusal": (
        QT_TRANSLATE_NOOP("Wording", "This cannot be done"),
        QT_TRANSLATE_NOOP("Wording", "A rule of the desk says no. Nothing was changed."),
    ),
    "Outage": (
        QT_TRANSLATE_NOOP("Wording", "This does not work just now"),
        QT_TRANSLATE_NOOP("Wording", "Try again in a moment. What you typed is kept."),
    ),
    "DatabaseAway": (
        QT_TRANSLATE_NOOP("Wording", "No connection with the database"),
        QT_TRANSLATE_NOOP("Wording", "You can go on. What you type is kept on this computer and goes along by itself."),
    ),
    "DatabaseDamaged": (
        QT_TRANSLATE_NOOP("Wording", "The database is damaged"),
        QT_TRANSLATE_NOOP("Wording", "Ask the administrator to put a copy back. What you typed is kept here."),
    ),
    "RegisterAway": (
        QT_TRANSLATE_NOOP("Wording", "Another system does not answer"),
        QT_TRANSLATE_NOOP("Wording", "You can go on without it. Try again in a moment."),
    ),
    "NoFolder": (
        QT_TRANSLATE_NOOP("Wording", "There is no folder to keep things in"),
        QT_TRANSLATE_NOOP("Wording", "Ask the administrator for a folder that can be written: KCC_DATA_DIR names it."),
    ),
    "NotAllowed": (
        QT_TRANSLATE_NOOP("Wording", "You may not do this"),
        QT_TRANSLATE_NOOP("Wording", "Your role does not have this right. A colleague or your team lead can help."),
    ),
    "NotFound": (
        QT_TRANSLATE_NOOP("Wording", "This is not there, or it is not yours to see"),
        QT_TRANSLATE_NOOP("Wording", "Search again, or hand it over to the team that may see it."),
    ),
    "AlreadyDone": (
        QT_TRANSLATE_NOOP("Wording", "A colleague was first"),
        QT_TRANSLATE_NOOP("Wording", "This changed in the meantime. You now see how it stands."),
    ),
    "InvalidValue": (
        QT_TRANSLATE_NOOP("Wording", "This value is not right"),
        QT_TRANSLATE_NOOP("Wording", "Check what is typed here."),
    ),
    "UnknownLogin": (
        QT_TRANSLATE_NOOP("Wording", "The desk does not know you yet"),
        QT_TRANSLATE_NOOP("Wording", "Ask the administrator to add you, or to lift the block."),
    ),
    "ContactChanged": (
        QT_TRANSLATE_NOOP("Wording", "A colleague corrected this contact first"),
        QT_TRANSLATE_NOOP("Wording", "What you typed is still here. Compare it with the newer version."),
    ),
    "ReasonNeeded": (
        QT_TRANSLATE_NOOP("Wording", "Say why"),
        QT_TRANSLATE_NOOP("Wording", "A correction needs a reason, so that a colleague understands it later."),
    ),
    "WrongTimeline": (
        QT_TRANSLATE_NOOP("Wording", "Private and company do not mix"),
        QT_TRANSLATE_NOOP("Wording", "Choose another resident, or another company, to move this contact to."),
    ),
    "AuthorityNeeded": (
        QT_TRANSLATE_NOOP("Wording", "Name the other authority"),
        QT_TRANSLATE_NOOP("Wording", "Say to which authority you referred, such as UWV or Belastingdienst."),
    ),
    "PurposeNeeded": (
        QT_TRANSLATE_NOOP("Wording", "What do you look this up for?"),
        QT_TRANSLATE_NOOP("Wording", "Covered details are shown once you say what for. That is logged."),
    ),
    "AddressKnown": (
        QT_TRANSLATE_NOOP("Wording", "This is already there"),
        QT_TRANSLATE_NOOP("Wording", "This phone number or e-mail address already stands with this person."),
    ),
    "AddressChanged": (
        QT_TRANSLATE_NOOP("Wording", "A colleague changed this first"),
        QT_TRANSLATE_NOOP("Wording", "You now see the newer phone number or e-mail address."),
    ),
    "PreferencesChanged": (
        QT_TRANSLATE_NOOP("Wording", "A colleague changed this first"),
        QT_TRANSLATE_NOOP("Wording", "You now see the newer preferences."),
    ),
    "ConsentNeeded": (
        QT_TRANSLATE_NOOP("Wording", "Ask for consent first"),
        QT_TRANSLATE_NOOP("Wording", "Note that somebody needs digital help only when they agree to it."),
    ),
    "OwnerNeeded": (
        QT_TRANSLATE_NOOP("Wording", "Who will do this?"),
        QT_TRANSLATE_NOOP("Wording", "Choose a colleague or a department, so that the promise is kept."),
    ),
    "NothingToRecord": (
        QT_TRANSLATE_NOOP("Wording", "There is nothing to record yet"),
        QT_TRANSLATE_NOOP("Wording", "Type a note, or choose a product or an outcome."),
    ),
    "BadDocument": (
        QT_TRANSLATE_NOOP("Wording", "This draft cannot be read"),
        QT_TRANSLATE_NOOP("Wording", "It was made by another version of the program. It stays kept."),
    ),
    "BadFile": (
        QT_TRANSLATE_NOOP("Wording", "This file is not right"),
        QT_TRANSLATE_NOOP("Wording", "Nothing of it was taken over. Correct the file and try again."),
    ),
    "WrongField": (
        QT_TRANSLATE_NOOP("Wording", "A field in this file is not right"),
        QT_TRANSLATE_NOOP("Wording", "Nothing of it was taken over. Correct the file and try again."),
    ),
    "DraftsSetAside": (
        QT_TRANSLATE_NOOP("Wording", "The file of drafts was damaged"),
        QT_TRANSLATE_NOOP("Wording", "It was put aside untouched, and a new one was begun."),
    ),
    "DraftsAway": (
        QT_TRANSLATE_NOOP("Wording", "What you type cannot be kept on this computer"),
        QT_TRANSLATE_NOOP("Wording", "The disk is full or read-only. Make room; until then, finish before you close."),
    ),
    "TooManyConversations": (
        QT_TRANSLATE_NOOP("Wording", "There is no room for another conversation"),
        QT_TRANSLATE_NOOP("Wording", "Finish one of the running conversations first."),
    ),
    "DraftsTooNew": (
        QT_TRANSLATE_NOOP("Wording", "The drafts are of a newer program"),
        QT_TRANSLATE_NOOP("Wording", "Start the newest version of the desk to see them."),
    ),
    "PassphraseNeeded": (
        QT_TRANSLATE_NOOP("Wording", "Type the passphrase"),
        QT_TRANSLATE_NOOP("Wording", "This computer has no keyring that holds the key of the database."),
    ),
    "WrongKey": (
        QT_TRANSLATE_NOOP("Wording", "The database does not open with this key"),
        QT_TRANSLATE_NOOP("Wording", "Check the passphrase and try again. Nothing was changed."),
    ),
    "KeyLost": (
        QT_TRANSLATE_NOOP("Wording", "The key of the database is gone"),
        QT_TRANSLATE_NOOP("Wording", "Only somebody who kept the key can open it. Ask the administrator."),
    ),
    "KeyringAway": (
        QT_TRANSLATE_NOOP("Wording", "The keyring of this computer is locked"),
        QT_TRANSLATE_NOOP("Wording", "Unlock it and try again."),
    ),
    "SettingsRefused": (
        QT_TRANSLATE_NOOP("Wording", "The settings are not right"),
        QT_TRANSLATE_NOOP("Wording", "Ask the administrator to correct the file of settings."),
    ),
    "OwnBackupNeeded": (
        QT_TRANSLATE_NOOP("Wording", "The owner of the database makes its copies"),
        QT_TRANSLATE_NOOP("Wording", "A team's database is copied with the tools of PostgreSQL."),
    ),
    "FileInTheWay": (
        QT_TRANSLATE_NOOP("Wording", "That file exists already"),
        QT_TRANSLATE_NOOP("Wording", "Choose another name; nothing is overwritten."),
    ),
    "NotSound": (
        QT_TRANSLATE_NOOP("Wording", "This file is damaged, or no copy of this database"),
        QT_TRANSLATE_NOOP("Wording", "Choose another copy. Nothing was changed."),
    ),
    "SchemaTooNew": (
        QT_TRANSLATE_NOOP("Wording", "A newer program made this database"),
        QT_TRANSLATE_NOOP("Wording", "Install the newest version of the desk."),
    ),
    "SchemaTooOld": (
        QT_TRANSLATE_NOOP("Wording", "The database is of an older program"),
        QT_TRANSLATE_NOOP("Wording", "Ask the administrator to upgrade it: kcc-desktop database upgrade"),
    ),
    "SlotTaken": (
        QT_TRANSLATE_NOOP("Wording", "Somebody was first"),
        QT_TRANSLATE_NOOP("Wording", "The time is taken by now. The nearest times that are free stand in the list."),
    ),
    "NoTimeLeft": (
        QT_TRANSLATE_NOOP("Wording", "Nothing is free"),
        QT_TRANSLATE_NOOP(
            "Wording", "No time is free for this in the coming weeks. Try another location, or fewer persons."
        ),
    ),
    "OutsideHours": (
        QT_TRANSLATE_NOOP("Wording", "The counter closes too early"),
        QT_TRANSLATE_NOOP("Wording", "It takes longer than the counter is open then. Choose an earlier time."),
    ),
    "PastMoment": (
        QT_TRANSLATE_NOOP("Wording", "That moment is over"),
        QT_TRANSLATE_NOOP("Wording", "Choose a time that is still to come."),
    ),
    "NotOffered": (
        QT_TRANSLATE_NOOP("Wording", "This is not done at this location"),
        QT_TRANSLATE_NOOP("Wording", "Choose a location that does this."),
    ),
    "UnlessNeeded": (
        QT_TRANSLATE_NOOP("Wording", "This is done online, unless"),
        QT_TRANSLATE_NOOP("Wording", "Say why it is done at the counter all the same."),
    ),
    "TableOwnerNeeded": (
        QT_TRANSLATE_NOOP("Wording", "The owner of the database does this"),
        QT_TRANSLATE_NOOP("Wording", "Ask the administrator of the database."),
    ),
    "GroupMissing": (
        QT_TRANSLATE_NOOP("Wording", "The database does not know the group of desks"),
        QT_TRANSLATE_NOOP("Wording", "With CREATE ROLE kcc_desk NOLOGIN the administrator of the database makes it."),
    ),
    "LoginTaken": (
        QT_TRANSLATE_NOOP("Wording", "This login belongs to somebody else"),
        QT_TRANSLATE_NOOP("Wording", "A login never passes on. Choose another one."),
    ),
    "LastAdministrator": (
        QT_TRANSLATE_NOOP("Wording", "This is the last administrator"),
        QT_TRANSLATE_NOOP("Wording", "Make somebody else an administrator first."),
    ),
    "TakenByColleague": (
        QT_TRANSLATE_NOOP("Wording", "A colleague is working on this"),
        QT_TRANSLATE_NOOP("Wording", "Nothing was changed. Take the next one, or ask your colleague to give it back."),
    ),
    "UnknownCluster": (
        QT_TRANSLATE_NOOP("Wording", "There is no such cluster"),
        QT_TRANSLATE_NOOP("Wording", "Choose a cluster that exists, or say that it is a new one."),
    ),
    "NotOurDatabase": (
        QT_TRANSLATE_NOOP("Wording", "This is another program's database"),
        QT_TRANSLATE_NOOP("Wording", "Choose another file. Nothing was changed."),
    ),
    **visit_wording.OF_CLASS,
}

# By InvalidValue's (field, reason): what would be right. ("", reason) is for every other field.
OF_VALUE: dict[tuple[str, str], str] = {
    ("phone", "too_short"): QT_TRANSLATE_NOOP(
        "Wording", "This number is too short. A mobile number has 10 digits: 06-12 34 56 78."
    ),
    ("phone", "too_long"): QT_TRANSLATE_NOOP(
        "Wording", "This number is too long. A Dutch number has 10 digits: 0527-12 34 56."
    ),
    ("phone", "not_a_number"): QT_TRANSLATE_NOOP(
        "Wording", "This is no phone number. Type only digits, such as 06-12 34 56 78."
    ),
    ("phone", "unknown"): QT_TRANSLATE_NOOP(
        "Wording", "This number does not exist. Check the area code; a foreign number begins with + or 00."
    ),
    ("phone", "missing"): QT_TRANSLATE_NOOP("Wording", "Type the number to call back, such as 06-12 34 56 78."),
    ("email", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "This is no e-mail address. It looks like name@example.nl, without spaces."
    ),
    ("email", "length"): QT_TRANSLATE_NOOP("Wording", "This e-mail address is too long. At most 254 characters fit."),
    ("bsn", "characters"): QT_TRANSLATE_NOOP("Wording", "A BSN has digits only: 9 of them."),
    ("bsn", "length"): QT_TRANSLATE_NOOP("Wording", "A BSN has 9 digits."),
    ("bsn", "checksum"): QT_TRANSLATE_NOOP("Wording", "This BSN cannot exist. A digit is wrong or two were swapped."),
    ("rsin", "characters"): QT_TRANSLATE_NOOP("Wording", "An RSIN has digits only: 9 of them."),
    ("rsin", "length"): QT_TRANSLATE_NOOP("Wording", "An RSIN has 9 digits."),
    ("rsin", "checksum"): QT_TRANSLATE_NOOP("Wording", "This RSIN cannot exist. A digit is wrong or two were swapped."),
    ("kvk_number", "characters"): QT_TRANSLATE_NOOP("Wording", "A KVK number has digits only: 8 of them."),
    ("kvk_number", "length"): QT_TRANSLATE_NOOP("Wording", "A KVK number has 8 digits."),
    ("branch_number", "characters"): QT_TRANSLATE_NOOP("Wording", "A branch number has digits only: 12 of them."),
    ("branch_number", "length"): QT_TRANSLATE_NOOP("Wording", "A branch number has 12 digits."),
    ("a_number", "characters"): QT_TRANSLATE_NOOP("Wording", "An A-number has digits only: 10 of them."),
    ("a_number", "length"): QT_TRANSLATE_NOOP("Wording", "An A-number has 10 digits."),
    ("date", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no date. Type it as 12-07-1987."),
    ("date", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("birth_date", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "This is no date. Type it as 12-07-1987, or only the year."
    ),
    ("birth_date", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("birth_date", "future"): QT_TRANSLATE_NOOP("Wording", "A birth date cannot be in the future."),
    ("day", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no date. Type it as 12-07-1987."),
    ("day", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("postcode", "characters"): QT_TRANSLATE_NOOP("Wording", "A postcode has 4 digits and 2 letters: 8302 XK."),
    ("house_number", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "A house number has digits only; what comes after it stands beside it."
    ),
    ("house_number", "range"): QT_TRANSLATE_NOOP("Wording", "A house number has at most five digits, and is not zero."),
    ("house_number", "missing"): QT_TRANSLATE_NOOP("Wording", "A postcode needs a house number with it."),
    ("represented", "same"): QT_TRANSLATE_NOOP("Wording", "Nobody speaks for themselves. Choose somebody else."),
    ("represented", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose for whom they speak."),
    ("ground", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose why they may speak for the other."),
    ("valid_until", "range"): QT_TRANSLATE_NOOP("Wording", "The end comes before the begin, or is no day."),
    ("representation", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose who no longer speaks for whom."),
    ("ended_on", "future"): QT_TRANSLATE_NOOP(
        "Wording", "That day is still to come. Note the end when it is there, or today when it holds no more."
    ),
    ("ended_on", "outside"): QT_TRANSLATE_NOOP(
        "Wording", "On that day it did not hold. Choose a day between its begin and its end."
    ),
    ("ended_on", "characters"): QT_TRANSLATE_NOOP("Wording", "Type a whole day: 12-07-2026."),
    ("asked", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what was asked, so that a colleague knows it too."),
    ("surname", "empty"): QT_TRANSLATE_NOOP("Wording", "Type a surname, or at least a first name."),
    ("note", "too_long"): QT_TRANSLATE_NOOP(
        "Wording", "This note is too long. At most 100,000 characters fit; put the rest in a second question."
    ),
    ("attempt", "too_long"): QT_TRANSLATE_NOOP(
        "Wording", "At most 1,000 characters fit with an attempt. Shorten the note, or finish the conversation."
    ),
    ("attempt", "confidential"): QT_TRANSLATE_NOOP(
        "Wording", "The note is confidential and this work is not. Take it out, or finish the conversation."
    ),
    ("passphrase", "too_short"): QT_TRANSLATE_NOOP(
        "Wording", "This passphrase is too short. Choose at least 12 characters."
    ),
    ("number", "not_a_number"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a number that is none."),
    ("number", "missing"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a call without a number."),
    ("id", "characters"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a call with a name that cannot be."),
    ("id", "reserved"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a call under a name of the desk itself."),
    ("to", "characters"): QT_TRANSLATE_NOOP("Wording", "The telephone reported an extension that cannot be."),
    ("at", "no_zone"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a time without its zone."),
    ("at", "not_an_instant"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a time that is none."),
    ("state", "unknown"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a state that the desk does not know."),
    ("reason", "empty"): QT_TRANSLATE_NOOP("Wording", "Say why, in a few words."),
    ("task", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what is asked, so that a colleague can go on with it."),
    ("task", "too_long"): QT_TRANSLATE_NOOP("Wording", "This is too long. Say in short what is asked."),
    ("queue", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such queue. Choose one from the list."),
    ("colleague", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such colleague. Choose one from the list."),
    ("queue", "empty"): QT_TRANSLATE_NOOP("Wording", "Say to whom or to which queue."),
    ("next_try_at", "past"): QT_TRANSLATE_NOOP("Wording", "This moment is over. Choose a later one."),
    ("link", "not_ours"): QT_TRANSLATE_NOOP("Wording", "This is no link of the desk. It begins with kccdesk:"),
    ("link", "unknown_action"): QT_TRANSLATE_NOOP("Wording", "The desk does not know what this link asks for."),
    ("link", "twice"): QT_TRANSLATE_NOOP("Wording", "This link says one thing twice."),
    ("message", "not_ours"): QT_TRANSLATE_NOOP("Wording", "Another program sent something the desk does not know."),
    ("message", "unknown_kind"): QT_TRANSLATE_NOOP("Wording", "Another program sent something the desk does not know."),
    ("", "characters"): QT_TRANSLATE_NOOP("Wording", "There are characters in this that do not belong here."),
    ("", "length"): QT_TRANSLATE_NOOP("Wording", "This does not have the right length."),
    ("", "checksum"): QT_TRANSLATE_NOOP("Wording", "This number cannot exist. A digit is wrong or two were swapped."),
    ("", "range"): QT_TRANSLATE_NOOP("Wording", "This lies outside what is possible."),
    ("", "too_short"): QT_TRANSLATE_NOOP("Wording", "This is too short."),
    ("", "too_long"): QT_TRANSLATE_NOOP("Wording", "This is too long."),
    ("roles", "empty"): QT_TRANSLATE_NOOP("Wording", "Choose at least one role."),
    ("role", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such role."),
    ("roles", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such role."),
    ("report", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose which report it is about."),
    ("told", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what everybody who reported it is to be told."),
    ("told", "too_long"): QT_TRANSLATE_NOOP("Wording", "This is too long. A few sentences are enough."),
    ("skills", "characters"): QT_TRANSLATE_NOOP("Wording", "A skill is one word of letters, digits, - and _."),
    ("name", "empty"): QT_TRANSLATE_NOOP("Wording", "Type the name."),
    ("postcode", "pattern"): QT_TRANSLATE_NOOP("Wording", "A postcode has 4 digits and 2 letters: 8302 XK."),
    ("channel", "unknown"): QT_TRANSLATE_NOOP("Wording", "Choose one of the channels in the list."),
    ("language", "characters"): QT_TRANSLATE_NOOP("Wording", "Choose one of the languages in the list."),
    ("text", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what does not work, so that every desk knows it."),
    ("text", "too_long"): QT_TRANSLATE_NOOP("Wording", "This notice is too long. One sentence is enough."),
    ("until", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00."),
    ("time", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00."),
    ("time", "range"): QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00."),
    ("until", "past"): QT_TRANSLATE_NOOP("Wording", "This moment is over. Choose one that is still to come."),
    ("product", "no_appointments"): QT_TRANSLATE_NOOP("Wording", "There are no appointments for this product."),
    ("attendees", "empty"): QT_TRANSLATE_NOOP("Wording", "There must be somebody who comes."),
    ("attendees", "too_many"): QT_TRANSLATE_NOOP("Wording", "This is more persons than fit in one appointment."),
    ("", "empty"): QT_TRANSLATE_NOOP("Wording", "This still has to be filled in."),
    ("", "missing"): QT_TRANSLATE_NOOP("Wording", "This still has to be filled in."),
    ("", "unknown"): QT_TRANSLATE_NOOP("Wording", "The desk does not know this."),
    **visit_wording.OF_VALUE,
}
for feature in (counter_wording, incoming_wording, wording_agenda):
    OF_CLASS |= feature.OF_CLASS
    OF_VALUE |= feature.OF_VALUE
OF_CLASS |= door_wording.OF_CLASS | list_wording.OF_CLASS | message_wording.OF_CLASS

OF_CLASS |= appointment_wording.OF_CLASS
OF_VALUE |= appointment_wording.OF_VALUE


def sentence(error: Exception) -> tuple[str, str]:
    """(what is so, why or what to do) for a refusal or an outage, in the language that holds.

    A bug is neither and refuses with TypeError: it has its own dialog.
    """
    if not isinstance(error, (Refusal, Outage)):
        raise TypeError(f"no refusal and no outage: {type(error).__name__}")
    title, why = next(OF_CLASS[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in OF_CLASS)
    if isinstance(error, InvalidValue):
        return QCoreApplication.translate(_CONTEXT, title), value_reason(error)
    return QCoreApplication.translate(_CONTEXT, title), QCoreApplication.translate(_CONTEXT, why)


def value_reason(error: InvalidValue) -> str:
    """What would be right in the field: the sentence under it."""
    words = OF_VALUE.get((error.field, error.reason)) or OF_VALUE.get(("", error.reason)) or OF_CLASS["InvalidValue"][1]
    return QCoreApplication.translate(_CONTEXT, words)


def fill(text: str, **values: str) -> str:
    """`text` with its `{words}` filled in. Where a value ends in a full stop ("V.O.F.") and the sentence does too,
    one stop stands there."""
    for name, value in values.items():
        if value.endswith("."):
            text = text.replace(f"{{{name}}}.", f"{{{name}}}")
    return text.format(**values)


def sentences(*parts: str) -> str:
    """What stands below each other as one text to be read out: one full stop after each, empty parts left out."""
    said = [part for part in parts if part]
    return " ".join([part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in said[:-1]] + said[-1:])
