"""The look while running: larger text, dark. Kept in the settings by whoever listens."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from kcc_desktop.ui.shared import theme

SCALES = (100, 125, 150, 200)


class Look(QObject):
    """`changed` tells after the new look holds."""

    changed = Signal()

    def __init__(self, app: QApplication, brand: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app, self._brand = app, brand

    @Slot()
    def bigger(self) -> None:
        self._scale_to(min((scale for scale in SCALES if scale > theme.text_scale()), default=SCALES[-1]))

    @Slot()
    def smaller(self) -> None:
        self._scale_to(max((scale for scale in SCALES if scale < theme.text_scale()), default=SCALES[0]))

    @Slot()
    def toggle_dark(self) -> None:
        self.set_dark(not theme.now().dark)

    def set_dark(self, dark: bool) -> None:
        theme.apply(self._app, theme.chosen("dark" if dark else "light"), theme.text_scale(), self._brand)
        self.changed.emit()

    def _scale_to(self, scale: int) -> None:
        theme.apply(self._app, theme.chosen("dark" if theme.now().dark else "light"), scale, self._brand)
        self.changed.emit()
