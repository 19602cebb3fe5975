"""The map from coordinates alone, and the pad to sign on: what they paint, say and answer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.travel import Point, kilometres
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.visits.map import MapRoute, MapStop, RouteMap
from kcc_desktop.ui.visits.signature import SignaturePad

HALL = Point(52.7105, 5.7480)
BANT, ENS, NAGELE = Point(52.7608, 5.7497), Point(52.6356, 5.8267), Point(52.6439, 5.7225)


def stop(point, name, **more):
    return MapStop(new_id(), point, name, **more)


@pytest.fixture
def shown(qapp, qtbot, catalogues):
    route = MapRoute(
        "Karin Bos", HALL, (stop(BANT, "Bant 09:00"), stop(ENS, "Ens 10:15"), stop(NAGELE, "Nagele 11:40"))
    )
    other = MapRoute("Samir Bouali", HALL, (stop(Point(52.80, 5.70), "Rutten 09:30"),))
    made = RouteMap()
    made.resize(300, 240)
    qtbot.addWidget(made)
    made.show_routes((route, other), 0)
    made.show()
    return made, route


def test_the_order_is_what_a_screen_reader_says(shown):
    made, _ = shown
    said = made.accessibleName()
    assert said.index("1 Bant 09:00") < said.index("2 Ens 10:15") < said.index("3 Nagele 11:40")
    assert "Karin Bos" in said


def test_north_is_up_and_one_scale_holds_both_ways(shown):
    made, _ = shown
    assert made.place_of(BANT).y() < made.place_of(HALL).y() < made.place_of(ENS).y()
    assert made.place_of(NAGELE).x() < made.place_of(ENS).x()

    def pixels(one, other):
        way = made.place_of(one) - made.place_of(other)
        return (way.x() ** 2 + way.y() ** 2) ** 0.5

    scales = [pixels(a, b) / kilometres(a, b) for a, b in ((BANT, HALL), (ENS, HALL), (ENS, NAGELE), (BANT, NAGELE))]
    assert max(scales) / min(scales) < 1.01


def test_everything_lies_inside(shown):
    made, route = shown
    for point in (HALL, *(one.point for one in route.stops)):
        assert made.rect().contains(made.place_of(point).toPoint())


def test_the_bar_is_a_round_distance_as_long_as_it_says(shown):
    made, _ = shown
    assert made.bar_km() in (1, 2, 5, 10)
    made.show_routes((MapRoute("Karin Bos", HALL, ()),), 0)
    assert made.bar_km() > 0
    made.show_routes((), -1)
    assert made.bar_km() == 0


def test_a_click_on_a_stop_means_it(shown, qtbot):
    made, route = shown
    with qtbot.waitSignal(made.picked) as picked:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.place_of(ENS).toPoint())
    assert picked.args == [route.stops[1].id]


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_it_is_painted_in_both_palettes(shown, qapp, tokens):
    made, _ = shown
    theme.apply(qapp, tokens)
    try:
        image = made.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(0, 300, 2) for y in range(0, 240, 2)}
        assert QColor(theme.now().canvas).name() in colours
        assert QColor(theme.now().good).name() in colours
    finally:
        theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def pad(qapp, qtbot, catalogues):
    made = SignaturePad("Handtekening")
    made.resize(320, 110)
    qtbot.addWidget(made)
    made.show()
    return made


def draw(pad, *points):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def test_nothing_signed_is_no_picture(pad):
    assert (pad.is_empty(), pad.png()) == (True, b"")
    draw(pad, QPoint(20, 20))
    assert pad.is_empty()  # a touch is no signature


def test_what_was_drawn_comes_out_black_on_white_in_any_palette(pad, qapp):
    draw(pad, QPoint(20, 80), QPoint(90, 20), QPoint(160, 90), QPoint(280, 30))
    theme.apply(qapp, theme.DARK)
    try:
        image = QImage.fromData(pad.png(), "PNG")
    finally:
        theme.apply(qapp, theme.LIGHT)
    assert (image.width(), image.height()) == (600, 200)
    assert image.pixelColor(0, 0) == QColor("white")
    dark = [(x, y) for x in range(600) for y in range(200) if image.pixelColor(x, y).lightness() < 80]
    assert len(dark) > 200
    assert max(x for x, _ in dark) - min(x for x, _ in dark) > 300
    assert len(pad.png()) < 200_000


def test_wiped_it_is_as_if_nobody_had_signed(pad, qtbot):
    draw(pad, QPoint(20, 80), QPoint(90, 20), QPoint(160, 90))
    with qtbot.waitSignal(pad.changed):
        pad.wipe()
    assert pad.png() == b""


def test_a_finger_draws_as_a_mouse_does(pad, qapp):
    finger = QTest.createTouchDevice()
    QTest.touchEvent(pad, finger).press(0, QPoint(20, 20), pad).commit()
    for x in range(30, 200, 20):
        QTest.touchEvent(pad, finger).move(0, QPoint(x, 60), pad).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(200, 60), pad).commit()
    assert not pad.is_empty()
    assert pad.png().startswith(b"\x89PNG")
