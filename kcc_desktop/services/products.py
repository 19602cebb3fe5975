"""Use cases of products: what is asked for, and finding one. Every agent may read them."""

from collections.abc import Iterator
from uuid import UUID

from kcc_desktop.data import products
from kcc_desktop.data.database import Database
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.list_search import find_in
from kcc_desktop.domain.products import Product


class ProductService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def most_asked(self, limit: int = 50) -> tuple[Product, ...]:
        """The most asked first, then by name; products nobody asked for yet stand last."""
        return self._database.read(lambda look: products.every(look.connection, limit))

    def all(self) -> tuple[Product, ...]:
        """Every product in the same order: a few hundred, for matching in memory."""
        return self._database.read(lambda look: products.every(look.connection))

    def find(self, text: str, limit: int = 20) -> tuple[Product, ...]:
        """Products that have every word of `text` in name, keywords or UPL name.

        Whole words before beginnings, the most asked first among equals; nothing typed finds nothing.
        """
        return find_in(self.all(), text, limit, _texts)

    def get(self, product_id: UUID) -> Product:
        """Refuses with NotFound."""
        found = self._database.read(lambda look: products.one(look.connection, product_id))
        if found is None:
            raise NotFound
        return found


def _texts(product: Product) -> Iterator[str]:
    yield from (product.name, product.keywords, product.upl_name)
