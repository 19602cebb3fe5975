import pytest

from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import ColleagueKind
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.colleagues import ColleagueService
from tests.services.office import make_colleague, make_product, roles


@pytest.fixture
def service(database):
    make_colleague(database, "Jan Smit", "person", department="Vergunningen", function="vergunningverlener")
    make_colleague(database, "Vergunningen")
    make_colleague(database, "Wijkteam Emmeloord", "group", department="Sociaal domein")
    make_colleague(database, "Waterschap Zuiderzeeland", "partner", phone="0320123456")
    return ColleagueService(database)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("smit", ["Jan Smit"]),
        ("vergunning", ["Vergunningen", "Jan Smit"]),
        ("vergunningverlener", ["Jan Smit"]),
        ("wijkteam", ["Wijkteam Emmeloord"]),
        ("water zuider", ["Waterschap Zuiderzeeland"]),
        ("0320123456", ["Waterschap Zuiderzeeland"]),
        ("niemand", []),
        ("", []),
    ],
)
def test_whoever_work_can_go_to_is_found(service, text, found):
    assert sorted(colleague.name for colleague in service.find(text)) == sorted(found)


def test_departments_by_name(database, service):
    make_colleague(database, "Burgerzaken")
    assert [(unit.name, unit.kind) for unit in service.departments()] == [
        ("Burgerzaken", ColleagueKind.DEPARTMENT),
        ("Vergunningen", ColleagueKind.DEPARTMENT),
    ]


def test_one_colleague(service):
    (found,) = service.find("smit")
    assert service.get(found.id) == found
    assert (found.department, found.function) == ("Vergunningen", "vergunningverlener")
    with pytest.raises(NotFound):
        service.get(new_id())


@pytest.mark.parametrize("owner", ["Vergunningen", "vergunningen ", "VERGÚNNINGEN"])
def test_a_callback_goes_to_the_department_that_owns_the_product(database, service, owner):
    product = make_product(database, "Dakkapel", owner=owner)
    assert service.department_of(product).name == "Vergunningen"


@pytest.mark.parametrize("owner", ["", "Onbekend", "Jan Smit"])
def test_a_product_without_a_department_sends_nobody(database, service, owner):
    assert service.department_of(make_product(database, "Dakkapel", owner=owner)) is None


def test_an_agent_knows_who_they_are(database):
    agents = AgentService(database)
    me = agents.me()
    assert (me.name, me.cluster_name, {role.value for role in me.roles}) == ("Noor Jansen", "KCC", {"agent"})
    assert [(name.id, name.name, name.cluster_name) for name in agents.names()] == [(me.id, "Noor Jansen", "KCC")]
    roles(database)
    assert agents.me().roles == frozenset()
