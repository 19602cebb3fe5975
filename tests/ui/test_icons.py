"""Every icon that the program names is one that there is."""

import ast
import json
from pathlib import Path

from kcc_desktop.data.first_start import CHANNELS
from kcc_desktop.ui.shared import theme

UI = Path(__file__).parents[2] / "kcc_desktop" / "ui"


def known():
    file = next(theme._icon_files().glob("phosphor-charmap*.json"))
    return set(json.loads(file.read_text(encoding="utf-8")))


def named():
    """Texts where an icon is wanted: `icon=`, the first word of an icon, message or banner, tables of icons."""
    for source in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "icon" and isinstance(node.value, ast.Constant):
                yield source, node.value.value
            elif isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                place = {
                    "Icon": 0,
                    "set_icon": 0,
                    "Message": 0,
                    "set_message": 0,
                    "banner": 1,
                    "Banner": 1,
                    "pixmap": 0,
                }
                if name in place and len(node.args) > place[name]:
                    word = node.args[place[name]]
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        yield source, word.value
            elif (
                isinstance(node, ast.Assign)
                and "_ICONS" in ast.unparse(node.targets[0])
                and isinstance(node.value, ast.Dict)
            ):
                yield from ((source, v.value) for v in node.value.values if isinstance(v, ast.Constant))


def test_every_icon_is_there():
    icons = known()
    used = [(str(source.relative_to(UI)), name) for source, name in named() if name]
    assert len(used) > 60
    assert [(source, name) for source, name in used if name not in icons] == []
    assert [icon for _code, _nl, _en, icon, _live in CHANNELS if icon not in icons] == []
