"""The lists every screen chooses from, read once: products, outcomes, channels, departments. Knows no widget."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import Channel, Outcome
from kcc_desktop.domain.product_matching import ProductIndex
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.work import Colleague, OwnQueue
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.work import WorkService


@dataclass(frozen=True, slots=True)
class Lists:
    products: tuple[Product, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    channels: tuple[Channel, ...] = ()
    departments: tuple[Colleague, ...] = ()
    own_queue: OwnQueue | None = None


class Catalogue(QObject):
    """Made once; empty until `load` has come back, which `changed` tells. An outage leaves what was there."""

    changed = Signal()

    def __init__(
        self,
        products: ProductService,
        contacts: ContactService,
        colleagues: ColleagueService,
        work: WorkService,
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = partial(_read, products, contacts, colleagues, work)
        self._colleagues, self._tasks = colleagues, tasks
        self._lists = Lists()
        self._index = ProductIndex(())
        self._products: dict[UUID, Product] = {}
        self._known: dict[UUID, Colleague] = {}
        self._asked_for: set[UUID] = set()

    @property
    def products(self) -> tuple[Product, ...]:
        """All of them, the most asked first."""
        return self._lists.products

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return self._lists.outcomes

    @property
    def channels(self) -> tuple[Channel, ...]:
        return self._lists.channels

    @property
    def departments(self) -> tuple[Colleague, ...]:
        return self._lists.departments

    @property
    def own_queue(self) -> OwnQueue | None:
        """Where what this agent's cluster does by itself waits; None until it was read, or where there is none."""
        return self._lists.own_queue

    @Slot()
    def load(self) -> None:
        task = self._tasks.run(self._read, self, key="catalogue")
        task.succeeded.connect(self._on_read)

    def product(self, product_id: UUID | None) -> Product | None:
        return self._products.get(product_id) if product_id is not None else None

    def product_in(self, note: str) -> Product | None:
        """The product that the words of `note` speak of, if any stands out."""
        return self._index.best(note)

    def outcome(self, code: str) -> Outcome | None:
        return next((outcome for outcome in self._lists.outcomes if outcome.code == code), None)

    def channel(self, code: str) -> Channel | None:
        return next((channel for channel in self._lists.channels if channel.code == code), None)

    def department_of(self, product_id: UUID | None) -> Colleague | None:
        """The department that owns a product, by its name."""
        product = self.product(product_id)
        if product is None or not product.owner:
            return None
        return next((unit for unit in self._lists.departments if unit.name == product.owner), None)

    def colleague(self, colleague_id: UUID | None) -> Colleague | None:
        """One that was met before; asks for others, `changed` tells when they are here."""
        if colleague_id is None:
            return None
        found = self._known.get(colleague_id)
        if found is None and colleague_id not in self._asked_for:
            self._asked_for.add(colleague_id)
            task = self._tasks.run(partial(self._colleagues.get, colleague_id), self)
            task.succeeded.connect(self._on_colleague)
        return found

    def remember(self, colleagues: Iterable[Colleague]) -> None:
        self._known.update({colleague.id: colleague for colleague in colleagues})

    @Slot(object)
    def _on_read(self, lists: Lists) -> None:
        self._lists = lists
        self._index = ProductIndex(lists.products)
        self._products = {product.id: product for product in lists.products}
        self.remember(lists.departments)
        self.changed.emit()

    @Slot(object)
    def _on_colleague(self, colleague: Colleague) -> None:
        self.remember([colleague])
        self.changed.emit()


def label(thing: Channel | Outcome) -> str:
    """Its name in the language of the screen."""
    return thing.label_en if QLocale().language() == QLocale.Language.English else thing.label_nl


def _read(products: ProductService, contacts: ContactService, colleagues: ColleagueService, work: WorkService) -> Lists:
    departments, own = colleagues.departments(), work.own_queue()
    return Lists(products.all(), contacts.outcomes(), contacts.channels(), departments, own)
