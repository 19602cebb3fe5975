"""A keyring for a process under test: what it keeps lies in the file that KCC_TEST_KEYRING names."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileKeyring(KeyringBackend):
    priority = 1

    def _kept(self) -> dict[str, str]:
        path = Path(os.environ["KCC_TEST_KEYRING"])
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        kept = {**self._kept(), f"{service} {username}": password}
        Path(os.environ["KCC_TEST_KEYRING"]).write_text(json.dumps(kept), encoding="utf-8")
