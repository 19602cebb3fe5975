"""A desk that types a number every 20 ms, keeps it in its journal, and tells what it typed; it waits to be killed."""

import sys
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer

from kcc_desktop.background.journal import DraftJournal
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.services.drafts import DraftService


def main(path: str, key: str, conversation: str) -> None:
    application = QCoreApplication([])
    journal = DraftJournal(DraftService(DraftStore(Path(path), key)), TaskRunner(application), application)
    typed: list[str] = []

    def type_one() -> None:
        typed.append(str(len(typed)))
        journal.touch(UUID(conversation), lambda: " ".join(typed))
        print(typed[-1], flush=True)

    typing = QTimer(application, interval=20)
    typing.timeout.connect(type_one)
    typing.start()
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
