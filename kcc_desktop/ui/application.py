"""The Qt application of this process: look, language, keys. Made once, before the first widget."""

from PySide6.QtWidgets import QApplication

from kcc_desktop import __version__
from kcc_desktop.settings import Settings
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.translation import use_language

NAME = "kcc-desktop"


def make_application(settings: Settings) -> QApplication:
    """The application with the settings' look and language; the one there is when there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([NAME])
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    app.setQuitOnLastWindowClosed(True)
    theme.load_font()
    use_language(app, settings.language)
    theme.apply(app, theme.chosen(settings.dark), settings.text_scale, settings.brand_colour)
    return app
