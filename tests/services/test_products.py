from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from kcc_desktop.data import products
from kcc_desktop.data.database import Database
from kcc_desktop.domain.contact_commands import CorrectContact
from kcc_desktop.domain.contacts import ContactKind
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.products import ProductService
from tests.services.conversations import conversation, make_party, question
from tests.services.office import make_product


@pytest.fixture
def service(database):
    return ProductService(database)


def ask(database, *product_ids, **changes):
    contacts = [question(None, product_id=product_id) for product_id in product_ids]
    return ContactService(database).record(conversation(*contacts, **changes))


def asked(service):
    return {product.name: product.asked for product in service.all()}


def test_the_most_asked_stand_first(database, service):
    passport, licence, permit = (make_product(database, name) for name in ("Paspoort", "Rijbewijs", "Dakkapel"))
    ask(database, licence, passport)
    ask(database, licence)
    assert [(product.id, product.asked) for product in service.most_asked()] == [
        (licence, 2),
        (passport, 1),
        (permit, 0),
    ]
    assert [product.id for product in service.most_asked(1)] == [licence]
    assert service.all() == service.most_asked()


def test_a_counted_question_counts_too(database, service):
    ask(database, make_product(database), count_only=True)
    assert asked(service) == {"Paspoort": 1}


def test_submitting_twice_asks_once(database, service):
    command = conversation(question(None, product_id=make_product(database)))
    for _ in range(2):
        ContactService(database).record(command)
    assert asked(service) == {"Paspoort": 1}


def test_a_correction_was_about_something_else(database, service):
    passport, licence = make_product(database), make_product(database, "Rijbewijs")
    (contact_id,) = ask(database, passport).contact_ids
    contacts = ContactService(database)
    contacts.correct(
        CorrectContact(contact_id, 1, "rijbewijs", ContactKind.QUESTION, "answered", "", "", licence, False)
    )
    assert asked(service) == {"Rijbewijs": 1, "Paspoort": 0}
    contacts.correct(CorrectContact(contact_id, 2, "toch geen", ContactKind.QUESTION, "answered", "", "", None, False))
    assert asked(service) == {"Rijbewijs": 0, "Paspoort": 0}


def test_a_bulk_load_is_counted_once_at_its_end(database, service):
    passport = make_product(database)
    ask(database, passport)
    ask(database, passport, count_only=True)
    before = asked(service)
    database.unguarded_write(lambda c: c.execute(products.ProductActivityRow.__table__.delete()))
    database.unguarded_write(products.recount)
    assert asked(service) == before == {"Paspoort": 2}


def test_two_desktops_that_name_the_same_products_the_other_way_round_both_count(database, service):
    passport, licence = make_product(database), make_product(database, "Rijbewijs")
    desktops = [(database, (passport, licence)), (Database(database.engine), (licence, passport))]

    def work(desktop):
        for _ in range(20):
            ask(desktop[0], *desktop[1])

    with ThreadPoolExecutor(2) as both:
        list(both.map(work, desktops))
    assert asked(service) == {"Paspoort": 40, "Rijbewijs": 40}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paspoort", ["Paspoort", "Identiteitskaart", "Paspoortspoed"]),
        ("reisdoc", ["Identiteitskaart", "Paspoort"]),
        ("geboorte", ["Afschrift"]),
        ("niets", []),
        ("", []),
    ],
)
def test_words_find_a_product(database, service, text, found):
    make_product(database, "Paspoort", keywords="reisdocument")
    card = make_product(database, "Identiteitskaart", keywords="paspoort, reisdocument")
    make_product(database, "Paspoortspoed")
    make_product(database, "Afschrift", upl_name="akte burgerlijke stand geboorte")
    ask(database, card)
    assert [product.name for product in service.find(text)] == found


def test_one_product_with_all_the_agent_reads_out(database, service):
    passport = make_product(
        database,
        upl_name="paspoort",
        upl_uri="http://standaarden.overheid.nl/owms/terms/paspoort",
        keywords="reisdocument",
        owner="Burgerzaken",
        answer="U maakt een afspraak.",
        link="https://voorbeeld.nl/paspoort",
    )
    product = service.get(passport)
    assert (product.owner, product.answer, product.link, product.asked) == (
        "Burgerzaken",
        "U maakt een afspraak.",
        "https://voorbeeld.nl/paspoort",
        0,
    )
    with pytest.raises(NotFound):
        service.get(new_id())


def test_a_contact_of_a_citizen_counts_as_well(database, service):
    passport = make_product(database)
    ContactService(database).record(conversation(question(make_party(database), product_id=passport)))
    last = database.unguarded_read(lambda c: c.scalar(select(products.ProductActivityRow.last_asked_at)))
    assert asked(service) == {"Paspoort": 1}
    assert last is not None
