"""Many desks that want the same at the same moment, each a process of its own, round by round.

A desk answers a line to each line it is given. Nobody leaves before all are through: fifty programs that end at once
take the processors from those that still wait.
"""

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite

SIZES = (2, 5, 10, 20, 50)


class Desks:
    """Running programs, in order; `rounds` of them are told to whoever they are for."""

    def __init__(self, programs):
        self._programs = programs
        self.hear(len(programs), "ready")

    def tell(self, size, line):
        for program in self._programs[:size]:
            program.stdin.write(f"{line}\n")
            program.stdin.flush()

    def hear(self, size, word):
        heard = {program.stdout.readline() for program in self._programs[:size]}
        assert heard == {f"{word}\n"}, [program.stderr.read() for program in self._programs if program.poll()]

    def together(self, size, *, afterwards=False):
        """The next round of the first `size`, all at the same moment; `afterwards` when they do something then."""
        self.tell(size, time.time() + 0.5 + size / 100)
        self.hear(size, "through")
        if afterwards:
            self.tell(size, "")
            self.hear(size, "after")

    def answers(self, sizes):
        """What they tell at the end: for each round a list with the answer of each desk in it."""
        self.tell(len(self._programs), "")
        told = [iter(json.loads(program.stdout.read())) for program in self._programs]
        assert [program.wait() for program in self._programs] == [0] * len(told)
        return [[next(told[desk]) for desk in range(size)] for size in sizes]


@contextmanager
def desks(module, arguments):
    """One program `module` of this folder per list of `arguments`; none is left behind, whatever happens."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    programs = []
    try:
        for own in arguments:
            command = [sys.executable, "-m", f"tests.services.{module}", *map(str, own)]
            programs.append(subprocess.Popen(command, encoding="utf-8", **pipes))
        yield Desks(programs)
    finally:
        for program in programs:
            program.kill()
            program.communicate()


def opened(kind, where, key, login=None):
    """In a program: its database."""
    return Database(open_sqlite(Path(where), key, login=login) if kind == "sqlite" else open_postgresql(where))


def rounds(text, afterwards=None):
    """In a program: the rounds of JSON, each when its moment is there; ends when all are through all of theirs.

    `afterwards` is called after each round, when all are through that one.
    """
    print("ready", flush=True)
    for own in json.loads(text):
        time.sleep(max(0.0, float(sys.stdin.readline()) - time.time()))
        yield own
        print("through", flush=True)
        if afterwards is not None:
            sys.stdin.readline()
            afterwards()
            print("after", flush=True)
    sys.stdin.readline()


def address(database, folder):
    """How a program reaches a test's database as its owner: kind, where and key."""
    if database.dialect == "sqlite":
        return database.dialect, str(folder / "kcc.db"), "ab" * 32
    return database.dialect, database.engine.url.render_as_string(hide_password=False), "-"
