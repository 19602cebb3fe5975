"""Which product a note is about, from its words: a proposal for the agent, never a decision. Knows no screen."""

from collections import defaultdict
from collections.abc import Iterable
from math import log
from uuid import UUID

from kcc_desktop.domain.folding import words
from kcc_desktop.domain.products import Product

_READ = 2000  # characters of a note that are looked at
_SHORTEST = 4  # a word of three letters is in too many notes to mean a product
_IN_NAME, _IN_KEYWORDS = 2.0, 1.0
# Words of any call: they stand in the names of products too, and say nothing about which one is meant.
_EVERYDAY_TEXT = """
aangeven aanvraag aanvragen adres afspraak alles andere antwoord beantwoord bedrijf bellen belt bericht bewoner
bezoek brief contact deze doen door doorgeven eerste even formulier geen gemeente gesprek graag groot heeft heel
helpen hoeveel huis iemand iets informatie inwoner kaart klein komen kosten krijgen laten leven maken meer
meneer mevrouw moet naam naar nieuw nieuwe nodig nummer online oude over overleg persoon plaats probleem reactie
recht regelen rond samen straat telefoon terug tijd toestemming tweede uitleg vanaf veel verzoek voor vraag
vragen vroeg waar wanneer weer weten wijzigen willen wilde worden zaak zelf zijn zoeken zonder zullen
"""
_EVERYDAY = frozenset(_EVERYDAY_TEXT.split())
_ENDINGS = ("ing", "en", "je", "s", "n")
_VOWELS = "aeiouy"
_ENOUGH = 1.0
_COMMON = 8  # a word that more than one in eight products has ("aanvragen") tells nothing


class ProductIndex:
    """The products of the municipality by their words; a few hundred, so all in memory."""

    def __init__(self, products: Iterable[Product]) -> None:
        self._products = {product.id: product for product in products}
        weights: dict[str, dict[UUID, float]] = defaultdict(dict)
        for product in self._products.values():
            for text, weight in ((product.keywords, _IN_KEYWORDS), (f"{product.name} {product.upl_name}", _IN_NAME)):
                for word in _stems(text):
                    weights[word][product.id] = max(weight, weights[word].get(product.id, 0.0))
        self._weights = dict(weights)

    def __len__(self) -> int:
        return len(self._products)

    def best(self, note: str) -> Product | None:
        """The product whose words the note has most, rare words weighing more; None when nothing stands out.

        Among equals the one that is asked most.
        """
        scores: dict[UUID, float] = defaultdict(float)
        for word in _stems(note[:_READ]):
            found = self._weights.get(word, {})
            if len(found) > max(3, len(self._products) // _COMMON):
                continue
            rarity = log(1 + len(self._products) / (len(found) or 1))
            for product_id, weight in found.items():
                scores[product_id] += weight * rarity
        if not scores:
            return None
        best = max(scores, key=lambda product_id: (scores[product_id], self._products[product_id].asked))
        return self._products[best] if scores[best] >= _ENOUGH else None


def _stems(text: str) -> set[str]:
    """The words of `text`, folded, a Dutch plural and its singular alike (matrassen, matras)."""
    return {_stem(word) for word in words(text) if len(word) >= _SHORTEST and word not in _EVERYDAY}


def _stem(word: str) -> str:
    """Endings come off one after another, so that every form of a word ends in the same place."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word[: -len(ending)]
            return _stem(stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in _VOWELS else stem)
    return word
