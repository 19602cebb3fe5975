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
    field_wording,
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

OF_VALUE: dict[tuple[str, str], str] = {**field_wording.OF_VALUE, **visit_wording.OF_VALUE}
for feature in (counter_wording, incoming_wording, wording_agenda):
    OF_CLASS |= feature.OF_CLASS
    OF_VALUE |= feature.OF_VALUE
OF_CLASS |= door_wording.OF_CLASS | list_wording.OF_CLASS | message_wording.OF_CLASS

OF_CLASS |= appointment_wording.OF_CLASS
OF_VALUE |= appointment_wording.OF_VALUE | door_wording.OF_VALUE


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
