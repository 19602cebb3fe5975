"""What was written by any desktop, as ids. Needs no role: an id is not content, and each screen asks for its own."""

from kcc_desktop.data import change_log
from kcc_desktop.data.change_feed import ChangeFeed
from kcc_desktop.data.database import Database
from kcc_desktop.domain.changes import Change, Position

__all__ = ["MOST", "ChangeFeed", "ChangeService"]

MOST = 5000  # more than this at once, and whoever shows anything is better off reading it all anew


class ChangeService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def position(self) -> Position:
        """How far there is to read now."""
        return self._database.unguarded_read(change_log.position)

    def since(self, place: Position) -> tuple[tuple[Change, ...], Position]:
        """What was written after `place`, in order, and the place to go on from."""
        changes, after = self._database.unguarded_read(lambda connection: change_log.since(connection, place))
        return tuple(dict.fromkeys(changes)), after

    def feed(self) -> ChangeFeed:
        """A connection that waits for changes, for a thread of its own."""
        return ChangeFeed(self._database.engine)
