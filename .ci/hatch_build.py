"""The build's one step of its own: catalogues of texts (.ts) become what Qt reads (.qm), before they are packed."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        tool = _lrelease()
        for catalogue in sorted(Path(self.root, "resources", "translations").glob("*.ts")):
            subprocess.run([str(tool), "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))], check=True)


def _lrelease() -> Path:
    """Qt's own tool in the PySide6 package, found without importing it: that would load Qt's libraries."""
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        raise RuntimeError("the build needs pyside6-essentials: its lrelease makes the translations")
    return Path(package.origin).with_name("lrelease.exe" if sys.platform == "win32" else "lrelease")
