"""Nothing is refused without words: every refusal, outage and reason that the code knows says what would be right."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import kcc_desktop
from kcc_desktop.domain.errors import DatabaseAway, InvalidValue, NotAllowed, Outage, Refusal
from kcc_desktop.resources import resource
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.translation import use_language

# What helpers of domain/identifiers.py refuse for the field they are given; a literal search cannot see these.
BY_ARGUMENT = [
    *((field, reason) for field in ("bsn", "rsin") for reason in ("characters", "length", "checksum")),
    *((field, reason) for field in ("kvk_number", "branch_number", "a_number") for reason in ("characters", "length")),
    ("id", "characters"),
    ("to", "characters"),
]


def modules():
    for found in pkgutil.walk_packages(kcc_desktop.__path__, "kcc_desktop."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def below(kind):
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


@pytest.fixture(scope="module")
def kinds():
    """Every refusal and outage there is, by importing every module once."""
    return ours()


def ours():
    list(modules())
    found = {kind for base in (Refusal, Outage) for kind in below(base) if kind.__module__.startswith("kcc_desktop.")}
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def literal_values():
    for file in sorted(Path(kcc_desktop.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "InvalidValue" and len(node.args) == 2:
                fields, reasons = (words_in(argument) for argument in node.args)
                yield from ((field, reason) for field in fields for reason in reasons)


def words_in(argument):
    if isinstance(argument, ast.IfExp):
        return words_in(argument.body) + words_in(argument.orelse)
    return [argument.value] if isinstance(argument, ast.Constant) else []


def test_every_refusal_and_outage_has_words_of_its_own(kinds):
    assert len(kinds) > 20
    assert [f"{kind.__module__}.{kind.__name__}" for kind in kinds if kind.__name__ not in wording.OF_CLASS] == []


def test_no_two_classes_of_one_name_mean_different_things(kinds):
    names = [kind.__name__ for kind in kinds]
    assert [name for name in names if names.count(name) > 1] == []


def test_every_reason_a_field_gives_has_words():
    pairs = {*literal_values(), *BY_ARGUMENT}
    assert len(pairs) > 30
    assert [pair for pair in sorted(pairs) if pair not in wording.OF_VALUE] == []


def test_words_exist_in_dutch(look):
    texts = [text for pair in wording.OF_CLASS.values() for text in pair] + list(wording.OF_VALUE.values())
    use_language(look, "nl")
    assert [text for text in texts if look.translate("Wording", text) == text] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_are_sentences(look, language):
    use_language(look, language)
    for title, why in (
        (look.translate("Wording", one), look.translate("Wording", two)) for one, two in wording.OF_CLASS.values()
    ):
        assert title[0].isupper()
        assert not title.endswith(".")
        assert why.endswith((".", "?")) or "kcc-desktop" in why
        assert " u " not in f" {why.lower()} "


def test_a_refused_phone_number_says_how_one_looks():
    title, why = wording.sentence(InvalidValue("phone", "too_short"))
    assert why == "Dit nummer is te kort. Een mobiel nummer heeft 10 cijfers: 06-12 34 56 78."
    assert title == "Dit klopt niet"
    assert wording.value_reason(InvalidValue("phone", "too_short")) == why


def test_an_unknown_field_with_a_known_reason_still_says_something():
    assert wording.value_reason(InvalidValue("shoe_size", "too_short")) == "Dit is te kort."
    assert wording.value_reason(InvalidValue("shoe_size", "ugly")) == "Kijk na wat hier staat."


def test_a_child_without_words_has_those_of_its_parent():
    class DatabaseAsleep(DatabaseAway):
        pass

    class NoSuchRule(Refusal):
        pass

    assert wording.sentence(DatabaseAsleep()) == wording.sentence(DatabaseAway())
    assert wording.sentence(NoSuchRule())[0] == "Dit kan niet"
    assert wording.sentence(NotAllowed("reveal_bsn"))[0] == "Je mag dit niet doen"


def test_a_bug_is_not_worded_as_a_refusal():
    with pytest.raises(TypeError):
        wording.sentence(ZeroDivisionError())


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("De contacten van {name}.", "Bouw V.O.F.", "De contacten van Bouw V.O.F."),
        ("Je bekijkt {name}. Dit is met {other}.", "Bouw V.O.F.", "Je bekijkt Bouw V.O.F. Dit is met Jan Bakker."),
        ("De contacten van {name}.", "Bakkerij Bant", "De contacten van Bakkerij Bant."),
        ("{name} belt u.", "Bouw V.O.F.", "Bouw V.O.F. belt u."),
        ("Ken je {name}?", "Bouw V.O.F.", "Ken je Bouw V.O.F.?"),
        ("Je ziet {name}.", "{other}. {0}.", "Je ziet {other}. {0}."),
    ],
)  # fmt: skip
def test_a_name_that_ends_in_a_full_stop_ends_the_sentence_once(text, name, said):
    assert wording.fill(text, name=name, other="Jan Bakker") == said


def test_sentences_are_joined_by_one_full_stop_each():
    assert wording.sentences("Geen verbinding", "Je kunt doorwerken.") == "Geen verbinding. Je kunt doorwerken."
    assert wording.sentences("Bouw V.O.F.", "wacht") == "Bouw V.O.F. wacht"
    assert wording.sentences("Weggooien?", "Druk nog een keer.") == "Weggooien? Druk nog een keer."
    assert wording.sentences("", "Alleen dit", "") == "Alleen dit"
    assert wording.sentences() == ""


_ENDS_IN_A_NAME = re.compile(r"\{(?:name|title|speaker|standing|who)\}\.")


def test_every_sentence_that_ends_in_a_name_is_filled_in_by_the_one_place():
    """Else a company whose name ends in V.O.F. gets two full stops."""
    root = ElementTree.parse(resource("translations") / "kcc_nl.ts")
    sources = [
        message.findtext("source")
        for message in root.iter("message")
        if any(_ENDS_IN_A_NAME.search(part or "") for part in message.itertext())
    ]
    assert len(sources) > 4
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((Path(kcc_desktop.__file__).parent / "ui").rglob("*.py"))
    )
    for source in sources:
        written = re.escape(f'"{source}"')
        assert re.search(written, code), source
        assert not re.search(rf"{written}\s*\)\s*\.format\(", code), source
