"""Which product a question is about: proposed from the note, confirmed by going on, changed with one key."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.folding import words
from kcc_desktop.domain.ongoing import ProductRef, Question
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import approach_words, formatting, keys, theme
from kcc_desktop.ui.shared.basics import Icon, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.cards import card
from kcc_desktop.ui.shared.fields import field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_MOST = 30
NO_PRODUCT = "none"


class ProductSection(QWidget):
    """`picked` carries a `Product`, or None: no product at all."""

    picked = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._shown: UUID | None = None
        self._gives_room = self._has_answer = False
        self._choice = Choice(
            "",
            icon="tag",
            keys=keys.shown("product"),
            name=self.tr("Product"),
            placeholder=self.tr("What is it about?"),
        )
        self._choice.clicked.connect(self.pick)
        self._picker: Picker | None = None
        self._field = field(self.tr("Product"), self._choice)
        self._answer_title = Text(self.tr("What to say"), strong=True, tone="brand")
        self._owner = Text("", theme.CAPTION, tone="muted", elided=True)
        self._answer = Paragraph("")
        self._link = Text("", theme.CAPTION, tone="muted", elided=True)
        self._costs = Paragraph("", "muted", theme.CAPTION)
        head = row(Icon("lightbulb", "brand"), self._answer_title, None, self._owner)
        self._card = card(column(head, self._answer, self._costs, self._link, gap=6), self.tr("What to say"), "brand")
        self._card.hide()
        self.setLayout(column(self._field, self._card, gap=10))

    def show_question(self, question: Question) -> None:
        ref = question.product
        self._shown = ref.id if ref else None
        self._choice.setText(ref.name if ref else "")
        note = self.tr("from your note") if ref and ref.is_proposed else ""
        self._choice.set_note(note)
        product = self._catalogue.product(ref.id if ref else None)
        answer = product.answer if product else ""
        costs = approach_words.costs(product, formatting.today()) if product is not None else ""
        self._has_answer = bool(answer or costs) and not question.tasks
        self._card.setVisible(self._has_answer and not self._gives_room)
        if product is not None and (answer or costs):
            self._answer.set_text(answer)
            self._answer.setVisible(bool(answer))
            self._owner.setText(product.owner)
            self._link.setText(product.link)
            self._link.setVisible(bool(product.link))
            self._costs.set_text(costs)
            self._costs.setVisible(bool(costs))

    def give_room(self, is_wanted: bool) -> None:
        """The answer makes place for what is read beside it, and comes back."""
        self._gives_room = is_wanted
        self._card.setVisible(self._has_answer and not is_wanted)

    @Slot()
    def pick(self) -> None:
        """Open the list under the field; the most asked products first, none of them last."""
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Choose a product"), self.tr("Type a few letters"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        nothing = self.tr("No product has these words.")
        self._picker.open_at(self._choice, self._rows(""), nothing=nothing)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(text))

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        self.picked.emit(self._catalogue.product(key) if isinstance(key, UUID) else None)

    def _rows(self, text: str) -> list[Row]:
        found = products_matching(self._catalogue.products, text)
        if not text.strip():  # what stands in the field first, so that Enter keeps it
            found.sort(key=lambda product: product.id != self._shown)
        found = found[:_MOST]
        rows = [Row(product.name, icon="tag", trailing=product.owner, match=text, key=product.id) for product in found]
        if not text.strip():
            rows.append(Row(self.tr("No product"), icon="x", key=NO_PRODUCT))
        return rows


def products_matching(products: tuple[Product, ...], text: str) -> list[Product]:
    """Those that have every word of `text` as a word's beginning, in the name before elsewhere; order kept."""
    typed = words(text)
    if not typed:
        return list(products)
    in_name, elsewhere = [], []
    for product in products:
        name = words(product.name)
        if all(any(word.startswith(part) for word in name) for part in typed):
            in_name.append(product)
        else:
            every = name + words(f"{product.keywords} {product.upl_name}")
            if all(any(word.startswith(part) for word in every) for part in typed):
                elsewhere.append(product)
    return in_name + elsewhere


def ref(product: Product | None, *, is_proposed: bool = False) -> ProductRef | None:
    return ProductRef(product.id, product.name, is_proposed) if product is not None else None
