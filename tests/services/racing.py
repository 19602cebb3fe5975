"""Two desktops at the same party of a team's database, the one while the other has written and not yet committed."""

import threading
from time import monotonic

from sqlalchemy import create_engine, text

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role

PATIENCE = 20  # seconds, on a busy machine
_WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")


class Race:
    """`one` and `two`: the desktops."""

    def __init__(self, engine):
        self._engine = engine
        self.one, self.two = Database(engine, origin="one"), Database(engine, origin="two")
        make_first_agent(self.one, "Noor Jansen", "KCC", {Role.AGENT})

    def run(self, first, second):
        """`first` is work of desktop one, which commits when the call `second` waits for it (or is through)."""
        is_written, is_waited_for = threading.Event(), threading.Event()

        def slowly(unit):
            first(unit)
            is_written.set()
            is_waited_for.wait(PATIENCE)

        threads = [threading.Thread(target=self.one.write, args=(slowly,)), threading.Thread(target=second)]
        threads[0].start()
        assert is_written.wait(PATIENCE)
        threads[1].start()
        self._watch(threads[1])
        is_waited_for.set()
        for thread in threads:
            thread.join()

    def _watch(self, thread):
        watching = create_engine(self._engine.url, isolation_level="AUTOCOMMIT")  # each desktop has two connections
        began = monotonic()
        with watching.connect() as connection:
            while thread.is_alive() and not connection.scalar(_WAITING):
                assert monotonic() - began < PATIENCE
        watching.dispose()
