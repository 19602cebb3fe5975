"""The key of the embedded file for a command: found, or asked from whoever sits at the terminal."""

import getpass
import sys
from pathlib import Path

from kcc_desktop.cli.words import say
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.keys import PassphraseNeeded, WrongKey
from kcc_desktop.services.keys import KeyService

_TRIES = 3


def key_for(file: Path) -> str:
    """The key of `file`, 64 hex digits. Without a terminal nobody is asked: then PassphraseNeeded is the answer.

    A wrong passphrase is asked for again, the third time refused with WrongKey; a new one is asked twice.
    """
    keys = KeyService(file)
    try:
        return keys.find()
    except PassphraseNeeded as needed:
        if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
            raise  # a program without a console has no streams at all
        is_new = needed.is_new
    for left in reversed(range(_TRIES)):
        try:
            return keys.unlock(_ask_new(file) if is_new else _ask(say("key.ask").format(file=file.name)))
        except (WrongKey, InvalidValue) as refused:
            if not left:
                raise
            print(say("key.too_short" if isinstance(refused, InvalidValue) else "key.wrong"), file=sys.stderr)
    raise AssertionError("the loop above always returns or raises")


def _ask_new(file: Path) -> str:
    while True:
        chosen = _ask(say("key.choose").format(file=file.name))
        if chosen == _ask(say("key.repeat")):
            return chosen
        print(say("key.not_the_same"), file=sys.stderr)


def _ask(question: str) -> str:
    try:
        return getpass.getpass(f"{question} ", sys.stderr)
    except EOFError:  # the terminal was closed instead
        raise PassphraseNeeded(is_new=False) from None
