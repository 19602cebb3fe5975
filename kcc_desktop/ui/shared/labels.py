"""Picks the word of a pair (Dutch, English) that the domain keeps beside a state: such words need no catalogue."""

from kcc_desktop.ui.shared.translation import language


def of_labels(labels: tuple[str, str]) -> str:
    """The Dutch or the English one; the other where one is empty."""
    dutch, english = labels
    return (dutch or english) if language() == "nl" else (english or dutch)
