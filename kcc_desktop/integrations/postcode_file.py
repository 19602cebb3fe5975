"""Reads where postcodes lie, from a CSV: `postcode`, `latitude` [breedtegraad] and `longitude` [lengtegraad].

Degrees (WGS 84) with a point or a comma; the middle of a postcode's addresses will do. A small one:
tests/integrations/examples/postcodes.csv.
"""

import re
from pathlib import Path

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.imports import ImportedPostcode
from kcc_desktop.domain.travel import Point
from kcc_desktop.integrations.csv_file import Column, Line, read_lines

COLUMNS = (
    Column("postcode", needed=True, limit=10),
    Column("latitude", ("breedtegraad", "lat"), needed=True, limit=20),
    Column("longitude", ("lengtegraad", "lon"), needed=True, limit=20),
)
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_DEGREES = re.compile(r"-?[0-9]{1,3}([.,][0-9]+)?")
# Where the Netherlands lie, with room around: latitude and longitude that changed places are the usual slip.
_LATITUDES, _LONGITUDES = (50.0, 54.0), (3.0, 8.0)


def read_postcodes(file: Path) -> list[ImportedPostcode]:
    """All of them in the file's order. Refuses the whole file with BadFile: line and reason."""
    found: list[ImportedPostcode] = []
    known: set[str] = set()
    for line in read_lines(file, COLUMNS):
        for name in ("postcode", "latitude", "longitude"):
            line.needed(name)
        postcode = line.parsed("postcode", parse_postcode, "")
        if postcode in known:
            line.refuse("postcode_twice", "postcode")
        known.add(postcode)
        latitude, longitude = _degrees(line, "latitude"), _degrees(line, "longitude")
        for name, value, (lowest, highest) in (
            ("latitude", latitude, _LATITUDES),
            ("longitude", longitude, _LONGITUDES),
        ):
            if not lowest <= value <= highest:
                line.refuse("degrees_range", name)
        found.append(ImportedPostcode(line.number, postcode, Point(latitude, longitude)))
    return found


def parse_postcode(text: str) -> str:
    """ "8302AB" of "8302 ab". Refuses with InvalidValue("postcode", "characters")."""
    plain = "".join(text.split()).upper()
    if not _POSTCODE.fullmatch(plain):
        raise InvalidValue("postcode", "characters")
    return plain


def _degrees(line: Line, name: str) -> float:
    if not _DEGREES.fullmatch(line[name]):
        line.refuse("degrees_characters", name)
    return float(line[name].replace(",", "."))
