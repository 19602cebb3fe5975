"""Where this program's database and its desks are, for commands that start before a window does."""

import os
from pathlib import Path

from kcc_desktop import settings

DEMO = "demo"


def database_url() -> str:
    """A team's PostgreSQL, from the environment or the settings; empty means the embedded file.

    Refuses with SettingsRefused.
    """
    given = os.environ.get("KCC_DATABASE_URL", "")
    return given or settings.database_url(settings.load_settings(settings.settings_file()))


def data_file() -> Path:
    """The embedded database: in KCC_DATA_DIR, else in the platform's folder for this user's data.

    NoFolder where nobody is at home.
    """
    return settings.data_folder() / "kcc.db"


def desk_places() -> tuple[Path, Path]:
    """Where a desk of this user may listen: the own one, and the one of the practice town."""
    own = data_file().parent
    return own, own / DEMO
