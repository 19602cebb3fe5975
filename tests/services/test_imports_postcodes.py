"""Where postcodes lie comes in whole, and an address without a point is visited by it and marked as such."""

from dataclasses import replace

import pytest

from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.visit_commands import HoldVisit
from kcc_desktop.domain.visits import AddressNotLocated, PointQuality
from kcc_desktop.services.imports import ImportService
from tests.integrations.importing import EXAMPLES
from tests.services.field_team import FieldTeam, place
from tests.services.importing import counts
from tests.services.office import roles


def test_postcodes_come_in_once_and_change(database, tmp_path):
    roles(database, Role.EDITOR)
    service = ImportService(database)
    assert counts(service.postcodes(EXAMPLES / "postcodes.csv")) == (2, 0, 0)
    assert counts(service.postcodes(EXAMPLES / "postcodes.csv")) == (0, 0, 2)
    file = tmp_path / "moved.csv"
    file.write_text("postcode,lat,lon\n8302ab,52.72,5.74\n", encoding="utf-8")
    assert counts(service.postcodes(file)) == (0, 1, 0)
    roles(database, Role.AGENT)
    with pytest.raises(NotAllowed):
        service.postcodes(file)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("8302;52.7;5.7", "postcode_characters"),
        ("8302 AB;noord;5.7", "degrees_characters"),
        ("8302 AB;5.7;52.7", "degrees_range"),
        ("8302 AB;;5.7", "required"),
        ("8302 AB;52.7;5.7\n8302ab;52.7;5.7", "postcode_twice"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole(database, tmp_path, line, wrong):
    roles(database, Role.EDITOR)
    file = tmp_path / "wrong.csv"
    file.write_text(f"postcode;latitude;longitude\n8316QX;52.7;5.8\n{line}\n", encoding="utf-8")
    with pytest.raises(BadFile, match=wrong):
        ImportService(database).postcodes(file)
    roles(database, Role.AGENT)
    with pytest.raises(AddressNotLocated):
        FieldTeam(database).service.locate(place(None, postcode="8316QX").address)


def test_an_address_without_a_point_gets_its_postcodes(database):
    roles(database, Role.AGENT, Role.EDITOR)
    ImportService(database).postcodes(EXAMPLES / "postcodes.csv")
    team = FieldTeam(database)
    bare = place(None)
    located = team.service.locate(bare.address)
    assert (located.point, located.quality) == (Point(52.7109, 5.7486), PointQuality.POSTCODE)
    need = replace(team.need(), place=bare)
    held = team.service.hold(HoldVisit(new_id(), need, team.service.propose(need)[0]))
    assert (held.place.point, held.place.quality) == (located.point, located.quality)
    with pytest.raises(AddressNotLocated):
        team.service.locate(place(None, postcode="9999 ZZ").address)
