"""Text as people compare it: lower case, accents off. One rule for sorting and searching."""

import re
import unicodedata

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents; what is neither letter nor digit stays."""
    apart = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """The folded words of `text`: letters and digits of any script."""
    return _WORD.findall(fold(text))
