"""Where the screens' tests run: the product's own look, in Dutch, on a screen that is not there."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from kcc_desktop.resources import resource
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.translation import use_language
from tests.garbage import _garbage, _garbage_of_the_test  # noqa: F401 (pytest finds them by name)

_HERE = Path(__file__).parent
_UNHINTED = r"This plugin does not support propagateSizeHints\(\)"  # the screen that is not there, of each window


def pytest_collection_modifyitems(items):
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_UNHINTED))


@pytest.fixture(scope="session")
def catalogues():
    """The texts as the program reads them; a checkout has only their source."""
    for source in resource("translations").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            tool = Path(PySide6.__file__).with_name("lrelease.exe" if sys.platform == "win32" else "lrelease")
            made = compiled.with_suffix(f".{os.getpid()}")
            subprocess.run([str(tool), "-silent", str(source), "-qm", str(made)], check=True)
            made.replace(compiled)  # never in place: Qt maps the file, and another run may have it open


@pytest.fixture(autouse=True)
def look(qapp, catalogues):
    """Light, 100 % text, the default keys, Dutch; whatever a test does to them ends with it."""
    theme.load_font()
    theme.set_motion(False)
    qapp.setCursorFlashTime(0)  # a picture must not depend on the moment
    _make_default(qapp)
    yield qapp
    _make_default(qapp)


def _make_default(app):
    if theme.now() != theme.LIGHT or theme.text_scale() != 100 or not app.styleSheet():
        theme.apply(app, theme.LIGHT)
    use_language(app, "nl")
    keys.use({})


@pytest.fixture
def shown(qtbot):
    """A function that shows a widget in a window of its own, at a size if one is given, and waits until it is there."""

    def show(widget, width=0, height=0):
        qtbot.addWidget(widget)
        if width and height:
            widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show
