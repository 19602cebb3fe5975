"""What the commands say, in Dutch and English; KCC_LANGUAGE=en switches. Knows no Qt translator."""

import os

from kcc_desktop.cli.agent_words import WORDS as AGENT_WORDS
from kcc_desktop.cli.calendar_words import WORDS as CALENDAR_WORDS
from kcc_desktop.cli.call_words import WORDS as CALL_WORDS
from kcc_desktop.cli.desk_words import WORDS as DESK_WORDS
from kcc_desktop.cli.form_words import WORDS as FORM_WORDS
from kcc_desktop.cli.import_words import WORDS as IMPORT_WORDS
from kcc_desktop.cli.list_words import WORDS as LIST_WORDS
from kcc_desktop.cli.message_words import WORDS as MESSAGE_WORDS
from kcc_desktop.cli.report_words import WORDS as REPORT_WORDS
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal

_WORDS: dict[str, tuple[str, str]] = {
    "help.program": ("Het bureau van het klantcontactcentrum", "The desk of the contact centre"),
    "help.demo": ("Start op een verzonnen gemeente", "Start on an invented municipality"),
    "help.database": ("Zorg voor de database", "Take care of the database"),
    "help.upgrade": ("Maak de database, of maak hem gelijk met dit programma", "Make or upgrade the database"),
    "help.check": ("Kijk of de database in orde is", "Check the database"),
    "help.backup": ("Maak een kopie in FILE", "Copy into FILE"),
    "help.restore": ("Zet de kopie FILE terug", "Put the copy FILE back"),
    "database.upgraded": ("De database is bijgewerkt.", "The database is up to date."),
    "help.key": ("Vertel waar de sleutel van de database is", "Tell where the database's key is"),
    "help.show": (
        "Toon de sleutel, om een kopie op een andere computer te openen",
        "Show the key, to open a copy on another computer",
    ),
    "database.backed_up": ("De kopie staat in {file}.", "The copy is in {file}."),
    "copy.keyring": (
        "De sleutel van de kopie zit in de sleutelbos van dit account. Op een andere computer heb je de sleutel zelf "
        "nodig: kcc-desktop database key --show",
        "The copy's key is in this account's keyring. On another computer you need the key itself: "
        "kcc-desktop database key --show",
    ),
    "copy.passphrase": (
        "De kopie gaat open met dezelfde wachtwoordzin. Bewaar {file}.key.json erbij: zonder dat bestand past de "
        "wachtwoordzin niet.",
        "The same passphrase opens the copy. Keep {file}.key.json with it: without that file the passphrase "
        "does not fit.",
    ),
    "copy.environment": (
        "De kopie gaat open met wat nu in KCC_DATABASE_KEY staat. Hoort er een {file}.key.json bij, bewaar dat ook.",
        "What is in KCC_DATABASE_KEY now opens the copy. If there is a {file}.key.json beside it, keep that too.",
    ),
    "copy.nowhere": (
        "Bewaar de sleutel apart: hij staat niet bij de kopie.",
        "Keep the key elsewhere: it is not with the copy.",
    ),
    "key.none": (
        "De database van een team heeft geen sleutel: PostgreSQL regelt wie erin mag.",
        "A team's database has no key: PostgreSQL decides who may enter.",
    ),
    "key.keyring": (
        "De sleutel zit in de sleutelbos van dit account.",
        "The key is in this account's keyring.",
    ),
    "key.passphrase": (
        "De sleutel volgt uit een wachtwoordzin en staat nergens.",
        "The key follows from a passphrase and is kept nowhere.",
    ),
    "key.environment": (
        "De sleutel of de wachtwoordzin staat in KCC_DATABASE_KEY.",
        "The key or the passphrase is in KCC_DATABASE_KEY.",
    ),
    "key.nowhere": (
        "Niets wijst naar de sleutel. Heb je hem bewaard, zet hem dan in KCC_DATABASE_KEY.",
        "Nothing leads to the key. If you kept it, put it in KCC_DATABASE_KEY.",
    ),
    "key.warning": (
        "Let op: wie deze sleutel heeft, leest alles in de database. Bewaar hem in een kluis en mail hem nooit.",
        "Careful: whoever has this key reads everything in the database. Keep it in a safe and never mail it.",
    ),
    "key.ask": ("Wachtwoordzin voor {file}:", "Passphrase for {file}:"),
    "key.choose": (
        "Op deze computer is geen sleutelbos. Kies een wachtwoordzin voor {file}, minstens 12 tekens:",
        "This computer has no keyring. Choose a passphrase for {file}, at least 12 characters:",
    ),
    "key.repeat": ("Nog een keer dezelfde wachtwoordzin:", "The same passphrase again:"),
    "key.not_the_same": ("Dat is niet twee keer hetzelfde.", "Those are not the same."),
    "key.wrong": ("Dat is niet de juiste wachtwoordzin.", "That is not the right passphrase."),
    "key.too_short": (
        "Deze wachtwoordzin is te kort. Kies minstens 12 tekens.",
        "This passphrase is too short. Choose at least 12 characters.",
    ),
    "database.restored": (
        "De kopie is teruggezet. Elk bureau laadt opnieuw wat het toont.",
        "The copy was put back. Every desk reloads what it shows.",
    ),
    "database.audit_gaps": (
        "Let op: in het logboek van deze kopie volgen regels niet op elkaar. Laat de beheerder dit uitzoeken:",
        "Note: in the audit of this copy some lines do not follow. Have the administrator look into it:",
    ),
    "database.sound": ("De database is in orde.", "The database is sound."),
    "database.current": (
        "De database is niet in orde. Zet een kopie terug.",
        "The database is damaged. Restore a copy.",
    ),
    "database.empty": (
        "Er is nog geen database. Voer uit: kcc-desktop database upgrade",
        "There is no database yet. Run: kcc-desktop database upgrade",
    ),
    "database.older": (
        "De database is ouder dan dit programma. Voer uit: kcc-desktop database upgrade",
        "The database is older than this program. Run: kcc-desktop database upgrade",
    ),
    "database.newer": (
        "Een nieuwer programma maakte deze database. Installeer dat programma.",
        "A newer program made this database. Install that program.",
    ),
    "SchemaTooNew": (
        "Een nieuwer programma maakte deze database. Installeer dat programma.",
        "A newer program made this database. Install that program.",
    ),
    "database.foreign": (
        "Dit bestand is de database van een ander programma. Er is niets veranderd.",
        "This file is another program's database. Nothing was changed.",
    ),
    "database.damaged": (
        "De database is zo beschadigd dat hij niet opengaat. Zet een kopie terug: kcc-desktop database restore FILE",
        "The database is too damaged to be opened. Put a copy back: kcc-desktop database restore FILE",
    ),
    "NotOurDatabase": (
        "Dit bestand is de database van een ander programma. Er is niets veranderd.",
        "This file is another program's database. Nothing was changed.",
    ),
    "DatabaseDamaged": (
        "Het bestand van de database is beschadigd. Zet een kopie terug: kcc-desktop database restore FILE",
        "The file of the database is damaged. Put a copy back: kcc-desktop database restore FILE",
    ),
    "WrongKey": (
        "Het bestand gaat niet open met deze sleutel, of het is geen database van dit programma. Er is niets "
        "veranderd. Kijk de wachtwoordzin, KCC_DATABASE_KEY of de sleutelbos na.",
        "The file does not open with this key, or it is no database of this program. Nothing was changed. "
        "Check the passphrase, KCC_DATABASE_KEY or the keyring.",
    ),
    "PassphraseNeeded": (
        "De database heeft een wachtwoordzin nodig. Start dit in een terminal, dan wordt erom gevraagd, of zet de "
        "wachtwoordzin in KCC_DATABASE_KEY.",
        "The database needs a passphrase. Run this in a terminal and you are asked for it, or put the passphrase "
        "in KCC_DATABASE_KEY.",
    ),
    "KeyLost": (
        "De database is er, maar niets wijst meer naar de sleutel. Zet het bestand dat eindigt op .key.json terug "
        "naast de database, of zet de bewaarde sleutel in KCC_DATABASE_KEY. Er is niets veranderd.",
        "The database is there, but nothing leads to its key any more. Put the file that ends in .key.json back "
        "beside the database, or put the key that was kept in KCC_DATABASE_KEY. Nothing was changed.",
    ),
    "KeyringAway": (
        "De sleutelbos van deze computer is er niet of blijft op slot. Ontgrendel hem en probeer het opnieuw.",
        "This computer's keyring is not there or stays locked. Unlock it and try again.",
    ),
    "InvalidValue.passphrase.too_short": (
        "Deze wachtwoordzin is te kort. Kies minstens 12 tekens.",
        "This passphrase is too short. Choose at least 12 characters.",
    ),
    "DatabaseAway": (
        "De database is niet te bereiken, of de schijf is vol of alleen-lezen. Er is niets veranderd.",
        "The database cannot be reached, or the disk is full or read-only. Nothing was changed.",
    ),
    "FileInTheWay": ("Dat bestand bestaat al. Kies een andere naam.", "That file exists. Choose another name."),
    "NotSound": (
        "Dit bestand is beschadigd of geen kopie van deze database. Er is niets veranderd.",
        "This file is damaged or no copy of this database. Nothing was changed.",
    ),
    "OwnBackupNeeded": (
        "Een PostgreSQL-database kopieer je met pg_dump en pg_restore.",
        "Copy a PostgreSQL database with pg_dump and pg_restore.",
    ),
    "SchemaTooOld": (
        "De database past nog niet bij dit programma. Voer uit: kcc-desktop database upgrade",
        "The database does not fit this program yet. Run: kcc-desktop database upgrade",
    ),
    "UnknownLogin": (
        "Deze login hoort bij geen medewerker. Vraag de beheerder om je toe te voegen.",
        "This login belongs to no agent. Ask the administrator to add you.",
    ),
    "NotAllowed": ("Hier heb je de rol niet voor.", "You do not have the role for this."),
    **AGENT_WORDS,
    **CALENDAR_WORDS,
    **CALL_WORDS,
    **DESK_WORDS,
    **FORM_WORDS,
    **IMPORT_WORDS,
    **LIST_WORDS,
    **MESSAGE_WORDS,
    **REPORT_WORDS,
}


def say(key: str) -> str:
    """The sentence for `key`; unknown keys are a bug."""
    dutch, english = _WORDS[key]
    return english if os.environ.get("KCC_LANGUAGE", "nl").lower().startswith("en") else dutch


def knows(key: str) -> bool:
    return key in _WORDS


def sentence(error: Refusal | Outage) -> str:
    """The sentence for a refusal or outage, as exactly as there is one; the name of its class when there is none."""
    name = type(error).__name__
    if isinstance(error, InvalidValue):
        exact = f"{name}.{error.field}.{error.reason}"
        return say(exact) if knows(exact) else str(error)
    return say(name) if knows(name) else name
