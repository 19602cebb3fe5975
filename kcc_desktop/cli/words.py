"""What the commands say, in Dutch and English; KCC_LANGUAGE=en switches. Knows no Qt translator."""

import os

_WORDS: dict[str, tuple[str, str]] = {
    "help.program": ("Het bureau van het klantcontactcentrum", "The desk of the contact centre"),
    "help.demo": ("Start op een verzonnen gemeente", "Start on an invented municipality"),
    "help.database": ("Zorg voor de database", "Take care of the database"),
    "help.upgrade": ("Maak de database, of maak hem gelijk met dit programma", "Make or upgrade the database"),
    "help.check": ("Kijk of de database in orde is", "Check the database"),
    "help.backup": ("Maak een kopie in FILE", "Copy into FILE"),
    "help.restore": ("Zet de kopie FILE terug", "Put the copy FILE back"),
    "database.upgraded": ("De database is bijgewerkt.", "The database is up to date."),
    "database.backed_up": ("De kopie staat in {file}.", "The copy is in {file}."),
    "database.restored": (
        "De kopie is teruggezet. Elk bureau laadt opnieuw wat het toont.",
        "The copy was put back. Every desk reloads what it shows.",
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
    "WrongDatabaseKey": (
        "De database gaat niet open met deze sleutel. Kijk KCC_DATABASE_KEY of de sleutelbos na.",
        "The database does not open with this key. Check KCC_DATABASE_KEY or the keyring.",
    ),
    "PassphraseNeeded": (
        "Op deze computer is geen sleutelbos. Zet een wachtwoordzin in KCC_DATABASE_KEY en probeer het opnieuw.",
        "This machine has no keyring. Put a passphrase in KCC_DATABASE_KEY and try again.",
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
    "no_window": (
        "Het venster is er nog niet. Wat wel werkt: kcc-desktop database --help",
        "There is no window yet. What works: kcc-desktop database --help",
    ),
}


def say(key: str) -> str:
    """The sentence for `key`; unknown keys are a bug."""
    dutch, english = _WORDS[key]
    return english if os.environ.get("KCC_LANGUAGE", "nl").lower().startswith("en") else dutch


def knows(key: str) -> bool:
    return key in _WORDS
