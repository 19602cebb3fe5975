"""A desk in a process of its own, which types into its note and then waits to be killed. Prints a line a step."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.settings import Settings
from kcc_desktop.ui.application import make_application
from tests.conftest import SQLITE_KEY
from tests.ui.desks import open_desk


def main(folder, text):
    app = make_application(Settings())
    database = Database(open_sqlite(folder / "kcc.db", SQLITE_KEY))
    running = open_desk(app, database, folder)
    running.start()
    running.window.activateWindow()

    def type_it():
        running.window.new_conversation()
        QTest.keyClicks(running.window.contact.note.edit, text)
        print("typed", flush=True)

    QTimer.singleShot(300, type_it)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
