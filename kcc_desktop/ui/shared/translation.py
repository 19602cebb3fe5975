"""Loads the catalogues of texts: Dutch, English (which has plurals only) and Qt's own words. Knows no text."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from kcc_desktop.resources import resource

LANGUAGES = ("nl", "en")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for the catalogues where it stands as data; it is translated when shown. (PySide's has no type.)"""
    return text


class Plural:
    """A place outside a widget for texts with a number; the class's name is their context.

    The tool that collects texts sees a number's forms only in `self.tr("%n …", "", n)`, not in `translate(…, n)`.
    """

    def tr(self, text: str, comment: str, number: int) -> str:
        """The text in the language that holds, in the form that belongs to `number`."""
        return QCoreApplication.translate(type(self).__name__, text, comment, number)


class _State:
    language = "nl"
    loaded: tuple[QTranslator, ...] = ()


def language() -> str:
    """ "nl" or "en": the language that holds."""
    return _State.language


def use_language(app: QApplication, name: str) -> None:
    """Make "nl" or "en" hold for everything built or worded from now on. Refuses others with ValueError.

    A catalogue that is not there leaves the English of the source, which can be read.
    """
    if name not in LANGUAGES:
        raise ValueError(f"no such language: {name}")
    for old in _State.loaded:
        app.removeTranslator(old)
    _State.loaded = ()
    _State.language = name
    QLocale.setDefault(QLocale("nl_NL" if name == "nl" else "en_GB"))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file in (f"{qt_folder}/qtbase_{name}.qm", _catalogue(name)):
        translator = QTranslator(app)
        if file and translator.load(file):
            app.installTranslator(translator)
            _State.loaded = (*_State.loaded, translator)


def _catalogue(name: str) -> str:
    try:
        return str(resource(f"translations/kcc_{name}.qm"))
    except FileNotFoundError:  # a checkout whose catalogues were not compiled yet
        return ""
