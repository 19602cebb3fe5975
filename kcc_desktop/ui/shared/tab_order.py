"""Where Tab goes: in the order in which things are laid out, whatever was built anew in the meantime. Knows no screen.

Qt's own chain is the order of construction: what is replaced while the window stands comes last in it.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLayout, QScrollArea, QWidget


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab reaches inside `root`, in order. Of a row of which one is chosen, the chosen one: arrows do the rest."""
    return list(_walk(root))


def move(root: QWidget, forward: bool) -> bool:
    """Put the focus on the next one, or the one before; True when there is one."""
    chain = reachable(root)
    if not chain:
        return False
    current = QApplication.focusWidget()
    if current in chain:
        place = chain.index(current) + (1 if forward else -1)
    else:  # on nothing that Tab reaches: to what comes after it, or before
        place = _where(root, current, chain) + (0 if forward else -1)
    target = chain[place % len(chain)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(target)
    return True


def _where(root: QWidget, current: QWidget | None, chain: list[QWidget]) -> int:
    """The place in the chain where something stands that Tab does not reach itself."""
    if current is None or not root.isAncestorOf(current):
        return 0
    order = list(_everything(root))
    if current not in order:
        return 0
    before = set(order[: order.index(current)])
    return sum(widget in before for widget in chain)


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_the_chosen(widget):
        yield widget
    for child in _children(widget):
        yield from _walk(child)


def _everything(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in _children(widget):
        yield from _everything(child)


def _is_the_chosen(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return True
    # Not the group's own checkedButton: it misses what was chosen by the program.
    buttons = group.buttons()
    return widget is next((button for button in buttons if button.isChecked()), buttons[0])


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return [inside] if inside is not None else []
    if isinstance(widget, QAbstractScrollArea):  # a list, with what stands open in a row
        return _free(widget.viewport(), [])
    laid_out = list(_in_layout(widget.layout()))
    return [*laid_out, *_free(widget, laid_out)]


def _free(widget: QWidget, laid_out: list[QWidget]) -> list[QWidget]:
    """What lies in it without a layout, as one reads."""
    rest = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return sorted((child for child in rest if child not in laid_out), key=_corner)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _corner(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
