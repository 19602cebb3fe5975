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
    "database.backed_up": (
        "De kopie staat in {file}. Bewaar ook de sleutel; bij een wachtwoordzin hoort {file}.salt.",
        "The copy is in {file}. Keep the key too; with a passphrase {file}.salt belongs to it.",
    ),
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
    "SaltMissing": (
        "Naast de database hoort een bestand dat eindigt op .salt. Zonder dat bestand past geen wachtwoordzin. "
        "Zet het terug. Er is niets veranderd.",
        "A file ending in .salt belongs beside the database. Without it no passphrase fits. "
        "Put it back. Nothing was changed.",
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
    "help.import": ("Lees gegevens uit een bestand", "Read data from a file"),
    "help.persons": ("Personen uit de BRP (JSON)", "Persons of the BRP (JSON)"),
    "import.refused": (
        "Het bestand is geweigerd, er is niets veranderd. Persoon {line}: {reason}.",
        "The file was refused, nothing was changed. Person {line}: {reason}.",
    ),
    "import.done": (
        "{added} nieuw, {changed} gewijzigd, {unchanged} hetzelfde.",
        "{added} new, {changed} changed, {unchanged} the same.",
    ),
    "doubt.same_bsn": ("Hetzelfde BSN: personen {lines}", "The same BSN: persons {lines}"),
    "doubt.no_bsn": ("Geen BSN: persoon {lines}", "No BSN: person {lines}"),
    "doubt.odd_death_date": (
        "Geen leesbare datum van overlijden: persoon {lines}",
        "No readable date of death: person {lines}",
    ),
    "file.not_found": ("dit bestand is er niet", "there is no such file"),
    "file.unreadable": ("dit bestand is niet te lezen", "this file cannot be read"),
    "file.no_json": ("dit is geen JSON", "this is not JSON"),
    "file.no_persons": ("hier staat geen lijst met personen in", "this holds no list of persons"),
    "file.no_person": ("dit is geen persoon met naam en A-nummer", "this is no person with name and A-number"),
    "file.bsn_checksum": ("het BSN klopt niet (elfproef)", "the BSN fails its 11-test"),
    "file.bsn_length": ("een BSN heeft 9 cijfers", "a BSN has 9 digits"),
    "file.bsn_characters": ("een BSN heeft alleen cijfers", "a BSN has digits only"),
    "file.a_number_length": ("een A-nummer heeft 10 cijfers", "an A-number has 10 digits"),
    "file.a_number_twice": (
        "dit A-nummer staat al eerder in het bestand",
        "this A-number stands earlier in the file",
    ),
    "file.a_number_characters": ("een A-nummer heeft alleen cijfers", "an A-number has digits only"),
    "file.date_range": ("deze datum bestaat niet", "there is no such date"),
    "file.date_characters": ("een datum heeft 8 cijfers (JJJJMMDD)", "a date has 8 digits (YYYYMMDD)"),
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
