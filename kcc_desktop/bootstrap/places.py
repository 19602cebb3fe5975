"""Where this program's database is, from the environment alone: commands start before any setting is read."""

import os
from pathlib import Path

import platformdirs


def database_url() -> str:
    """A team's PostgreSQL; empty means the embedded file."""
    return os.environ.get("KCC_DATABASE_URL", "")


def data_file() -> Path:
    """The embedded database: in KCC_DATA_DIR, else in the platform's folder for this user's data."""
    folder = os.environ.get("KCC_DATA_DIR") or platformdirs.user_data_dir("kcc-desktop", appauthor=False)
    return Path(folder) / "kcc.db"
