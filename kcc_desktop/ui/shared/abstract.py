"""Widgets that are made only as something more exact: what they leave open is abstract, and asked for in time."""

from abc import ABCMeta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    AbstractWidget = ABCMeta
else:

    class AbstractWidget(ABCMeta, type(QWidget)):
        """The metaclass of a widget with abstract methods. Qt makes its objects itself and would not ask for them."""

        def __call__(cls, *arguments: Any, **named: Any) -> Any:
            left_open = cls.__abstractmethods__
            if left_open:
                raise TypeError(f"{cls.__name__} leaves open: {', '.join(sorted(left_open))}")
            return super().__call__(*arguments, **named)
