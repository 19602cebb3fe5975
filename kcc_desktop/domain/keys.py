"""What can go wrong with the key of an encrypted file. Knows no keyring and no file."""

from enum import StrEnum

from kcc_desktop.domain.errors import Outage, Refusal


class KeyPlace(StrEnum):
    """Where the key of a file is kept; NOWHERE: the file is still to come, or its key file is gone."""

    ENVIRONMENT = "environment"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    NOWHERE = "nowhere"


class PassphraseNeeded(Refusal):
    """No keyring holds the key, so somebody types a passphrase. `is_new`: it is being chosen, ask twice."""

    def __init__(self, *, is_new: bool) -> None:
        super().__init__("new" if is_new else "known")
        self.is_new = is_new


class WrongKey(Refusal):
    """The file does not open with this key. Nothing was changed."""


class KeyLost(Refusal):
    """The file is there, and what leads to its key is not: only somebody who kept the key itself can open it."""


class KeyringAway(Outage):
    """The key is in a keyring that is not there now, or stays locked."""
