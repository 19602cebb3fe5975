"""What the program goes by on this machine: options, the file they are kept in, and the user's folders."""

from kcc_desktop.settings.file import Problem, SettingsRefused, database_url, load_settings, save_settings
from kcc_desktop.settings.folders import Folders, NoFolder, data_folder, find_folders, settings_file
from kcc_desktop.settings.options import Hours, Settings

__all__ = [
    "Folders",
    "Hours",
    "NoFolder",
    "Problem",
    "Settings",
    "SettingsRefused",
    "data_folder",
    "database_url",
    "find_folders",
    "load_settings",
    "save_settings",
    "settings_file",
]
