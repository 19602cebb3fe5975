"""What an agent may uncover a BSN or covered details for. Knows no law article and no screen.

A municipality's bodies get personal data only as far as their task needs it (Wet BRP 3.8): the purpose is asked before
anything is shown, from a short list, and stands in the audit. A code, never free text: the audit holds no words.
"""

from enum import StrEnum


class Purpose(StrEnum):
    IDENTITY_CHECK = "identity_check"
    ADDRESS_CHECK = "address_check"
    CALLBACK = "callback"
    CASE = "case"
    CORRECTION = "correction"  # a reasonable doubt about the register's datum is to be reported back
