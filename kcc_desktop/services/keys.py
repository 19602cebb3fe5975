"""The front door to the key of the embedded file, for whoever asks a person for it. Knows no way of asking."""

from pathlib import Path

from kcc_desktop.data import keys
from kcc_desktop.domain.keys import KeyPlace


class KeyService:
    """One file's key: 64 hex digits, and a secret. Its calls take up to a second: not for the main thread."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def is_file_there(self) -> bool:
        """Whether there is anything yet that a key opens."""
        return keys.holds_something(self.file)

    def find(self) -> str:
        """From KCC_DATABASE_KEY or the keyring; made when the file is still to come.

        Refuses with PassphraseNeeded (then `unlock`), KeyLost and, for a passphrase in the variable, InvalidValue.
        """
        return keys.find_key(self.file)

    def unlock(self, passphrase: str) -> str:
        """The key that `passphrase` gives, tried on the file; for a new file the passphrase is being chosen.

        Refuses with WrongKey, KeyLost, and InvalidValue("passphrase", "too_short") under 12 new characters.
        """
        key = keys.key_from_passphrase(self.file, passphrase)
        keys.check_key(self.file, key)
        return key

    def check(self, key: str) -> None:
        """Refuses with WrongKey when `key` does not open the file."""
        keys.check_key(self.file, key)

    def place(self) -> KeyPlace:
        """Where the key is kept; KeyLost when the key file cannot be understood."""
        return keys.key_place(self.file)
