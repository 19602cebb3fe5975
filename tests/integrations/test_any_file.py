"""Whatever stands in a cell or a field: every reader reads it or refuses it in words."""

import contextlib
import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.imports import BadFile, Tally
from kcc_desktop.integrations import case_file, colleague_file, organisation_file, product_file
from kcc_desktop.integrations.brp_file import read_persons
from kcc_desktop.integrations.case_file import read_cases
from kcc_desktop.integrations.colleague_file import read_colleagues
from kcc_desktop.integrations.organisation_file import read_organisations
from kcc_desktop.integrations.product_file import read_products
from tests.integrations.importing import EXAMPLES

GOOD = (
    "2026-03-02",
    "999990019",
    "90000044",
    "000012345678",
    "ja",
    "person",
    "aanvrager",
    "http://x/p",
    "Ontvangen=02-03-2026|Besluit",
)
ODD = ("", "31-02-2026", "999990018", "12", "-1", "٣", "javascript:x", "=|=", "\u202e", "x" * 400)
CELLS = st.sampled_from((*GOOD, *ODD)) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
READERS = {
    case_file: read_cases,
    colleague_file: read_colleagues,
    product_file: lambda file: read_products(file, Tally()),
    organisation_file: lambda file: read_organisations(file, Tally()),
}


@pytest.mark.parametrize("module", READERS)
@given(data=st.data())
def test_any_row_is_read_or_refused_in_words(tmp_path_factory, module, data):
    columns = [column for column in module.COLUMNS if column.needed or data.draw(st.booleans())]
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=4))
    file = tmp_path_factory.getbasetemp() / "any.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, delimiter=";").writerows([[column.name for column in columns], *rows])
    with contextlib.suppress(BadFile):
        assert len(READERS[module](file)) <= max(len(rows), 2)


ANYTHING = st.sampled_from(
    [None, True, -1, 10**20, 1.5, "", "x" * 400, "\x00", "\ud800", "٣", [], [[]], {}, [{}], "O", "2"]
)


@pytest.mark.parametrize(
    ("example", "read"), [("persons", read_persons), ("organisations", lambda file: read_organisations(file, Tally()))]
)
@given(data=st.data())
def test_any_field_of_any_kind_is_read_or_refused_in_words(tmp_path_factory, example, read, data):
    records = json.loads((EXAMPLES / f"{example}.json").read_text(encoding="utf-8"))
    for _change in range(data.draw(st.integers(1, 3))):
        spot = data.draw(st.sampled_from(records)) if records else {}
        while isinstance(spot, dict) and spot:
            name = data.draw(st.sampled_from(sorted(spot)))
            inner = spot[name][0] if isinstance(spot[name], list) and spot[name] else spot[name]
            if not isinstance(inner, dict) or data.draw(st.booleans()):
                spot[name] = data.draw(ANYTHING)
                break
            spot = inner
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    with contextlib.suppress(BadFile):
        read(file)
