"""Another desktop: on each line it hears it writes a change of that id, and says so."""

import sys
from pathlib import Path
from uuid import UUID

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite


def main(place: str, key: str) -> None:
    engine = open_postgresql(place) if place.startswith("postgresql") else open_sqlite(Path(place), key)
    database = Database(engine, origin="other desktop")
    for line in sys.stdin:
        entity_id = UUID(line.strip())
        database.write(lambda unit, entity_id=entity_id: unit.changed("party", entity_id))
        print(entity_id, flush=True)
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
