"""What a process holds after a thousand calls, and whether it still grows. Run by the benchmarks in a process apart."""

import gc
import json
import sys
from pathlib import Path
from random import Random

import psutil
from sqlalchemy import select

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.data.parties import DigitalAddressRow
from kcc_desktop.services.parties import PartyService
from tests.benchmarks.towns import KEY

CALLS = 1000


def main() -> None:
    """One line of JSON: megabytes before, after half of the calls, after all."""
    where = sys.argv[1]
    engine = open_postgresql(where) if "://" in where else open_sqlite(Path(where), KEY)
    database = Database(engine, origin="memory")
    parties = PartyService(database)
    numbers = database.unguarded_read(
        lambda c: c.scalars(select(DigitalAddressRow.value).where(DigitalAddressRow.kind == "phone").limit(5000)).all()
    )
    process, chance, held = psutil.Process(), Random(1), []
    for call in range(CALLS):
        if call in (0, CALLS // 2):
            held.append(_megabytes(process))
        for found in parties.with_number(chance.choice(numbers))[:1]:
            parties.overview(found.id)
            parties.search(found.title[: 3 + call % 9], 8)
    held.append(_megabytes(process))
    print(json.dumps(held))


def _megabytes(process: psutil.Process) -> float:
    gc.collect()
    return process.memory_info().rss / 1e6


if __name__ == "__main__":
    main()
