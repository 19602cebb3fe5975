"""Reads products from a CSV: the Uniforme Productnamenlijst, or a municipality's own list with more in it.

The UPL is known by its columns `upl_naam` (or `UniformeProductnaam`) and `uri`; of a list of all
governments only the rows with an X under `Gemeente` are read, other columns are passed over. Its
row for "no name yet" is no product and is listed.

Our own columns (Dutch names in brackets): `name` [naam] is needed; `upl_uri`, `keywords` [trefwoorden],
`owner` [eigenaar] (the department's name), `answer` [antwoord] (may have several lines) and `link`.
What the file has no column for stays as it is. A small one: tests/integrations/examples/products.csv.
"""

from pathlib import Path

from kcc_desktop.domain.imports import ImportedProduct, Tally
from kcc_desktop.integrations.csv_file import Column, Line, read_header, read_lines

COLUMNS = (
    Column("name", ("naam",), needed=True),
    Column("upl_uri", ("uri",), limit=300),
    Column("keywords", ("trefwoorden",), limit=2000),
    Column("owner", ("eigenaar",), limit=120),
    Column("answer", ("antwoord",), limit=20_000, lines=True),
    Column("link", limit=300),
)
UPL_COLUMNS = (
    Column("upl_name", ("upl_naam", "UniformeProductnaam"), needed=True),
    Column("uri", needed=True, limit=300),
    Column("municipality", ("gemeente",), limit=20),
)
_NO_NAME_YET = "UPL-naam_nog_niet_beschikbaar"
_UPL_NAMES = {"upl_naam", "uniformeproductnaam"}
_WEB = ("http://", "https://")


def read_products(file: Path, tally: Tally) -> list[ImportedProduct]:
    """All products in the file's order. Refuses the whole file with BadFile: line and reason."""
    header = {name.casefold() for name in read_header(file)}
    read = _upl if header & _UPL_NAMES else _own
    products: list[ImportedProduct] = []
    uris: set[str] = set()
    names: dict[str, bool] = {}  # and whether a line of that name had no address
    for product, line in read(file, tally):
        name, is_bare = product.name.casefold(), not product.upl_uri
        if product.upl_uri in uris:
            line.refuse("product_twice", "upl_uri")
        if name in names and (is_bare or names[name]):
            line.refuse("product_twice", "name")
        uris.update({product.upl_uri} - {""})
        names[name] = is_bare
        products.append(product)
    return products


def _upl(file: Path, tally: Tally) -> "list[tuple[ImportedProduct, Line]]":
    found = []
    for line in read_lines(file, UPL_COLUMNS, others_allowed=True):
        municipal = line.given("municipality")
        if municipal is not None and not municipal:
            continue
        name, uri = line.needed("upl_name"), _web(line, "uri", line.needed("uri"))
        if uri.endswith(_NO_NAME_YET):
            tally.doubt("upl_no_name_yet", line.number)
            continue
        found.append((ImportedProduct(line.number, name, uri, upl_name=name), line))
    return found


def _own(file: Path, _tally: Tally) -> "list[tuple[ImportedProduct, Line]]":
    return [
        (
            ImportedProduct(
                line.number,
                line.needed("name"),
                _web(line, "upl_uri", line["upl_uri"]),
                keywords=line.given("keywords"),
                owner=line.given("owner"),
                answer=line.given("answer"),
                link=None if line.given("link") is None else _web(line, "link", line["link"]),
            ),
            line,
        )
        for line in read_lines(file, COLUMNS)
    ]


def _web(line: Line, name: str, text: str) -> str:
    """An address the agent may open: nothing but the web's own schemes."""
    if text and (not text.lower().startswith(_WEB) or any(sign.isspace() for sign in text)):
        line.refuse("no_web_address", name)
    return text
