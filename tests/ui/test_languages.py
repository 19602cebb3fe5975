"""Dutch and English, both complete: every text has its words, and a window in one language shows none of the other."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kcc_desktop.data.first_start import CHANNELS, OUTCOMES
from kcc_desktop.domain.day_names import DAYS, MONTHS
from kcc_desktop.resources import resource
from kcc_desktop.ui.shared.translation import use_language
from tests.ui import test_accessible as states
from tests.ui.window_desk import emptied, shared

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "kcc_desktop"
PLACE = re.compile(r"\{[a-z_]+(?::[^}]*)?\}|%n")
# The same in both languages, and meant so.
SAME = {
    "n = {number}",
    "{low}–{high} min",
    "Agenda",
    "Code",
    "Contact",
    "DigiD",
    "DigiD Machtigen",
    "E-mail",
    "Feedback",
    "Filters",
    "KVK {number}",
    "Monitor",
}
SAME |= {"Code", "Postcode", "Product", "Status: {word}", "Tigrinya", "contact", "e-mail", "eHerkenning", "feedback"}
SAME |= {"Code {code}", "Extra: {reason}", "Loc", "Week", "Week {number}", "extra"}
SAME |= {"filter {text}", "later", "online", "open", "partner", "{minutes} min", "{who}, {when}: {reason}"}
SAME |= {"%n open", "Norm", "Team {name}", "norm: {norm}", "{time} over"}  # the Werk panel
SAME |= {
    "{count} km",
    "{count} m",
    "filter {text}",
    "later",
    "open",
    "partner",
    "{minutes} min",
    "{who}, {when}: {reason}",
}
# The citizen is spoken to only in what is read out to them; "u" is also the sign of an hour.
TO_CITIZENS = {
    "Wij bellen u, uiterlijk {moment}.",
    "{who} belt u uiterlijk {moment} terug. Ik heb een herinnering gestuurd.",
    "Uw vraag ligt bij {who}. Ik heb net een herinnering gestuurd.",
    "{who} belt u uiterlijk {moment} terug.",
    "{who} komt bij u langs op {day}, tussen {begin} en {end} uur. Uw code is {code}.",
    "U wordt verwacht op {day} om {time}: {place}. Uw code is {code}.",
    "Zeg: “Hierover kan ik u niets vertellen.” Het komt bij de contacten van {name}.",
    "{hours} u {minutes:02}",
    "{hours} u",
    "Dit is al gemeld, onder nummer {reference}. U hoort van ons als het is opgelost.",
    "Uw melding “{product}” (nummer {reference}) is opgelost.",
}


def sources():
    return sorted(SCREENS.rglob("*.py"))


def trees():
    for path in sources():
        yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def messages(file):
    """{(context, source): its forms in the other language}; one that is unfinished, or gone from the code, has none."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # our own file
        for message in context.iter("message"):
            said = message.find("translation")
            forms = [form.text or "" for form in said.findall("numerusform")] or [said.text or ""]
            done = said.get("type") is None
            found[context.findtext("name"), message.findtext("source")] = forms if done else []
    return found


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """What the code says now, per language: all texts in Dutch's list, those with a number in English's."""
    folder, tool = tmp_path_factory.mktemp("texts"), Path(PySide6.__file__).with_name("lupdate")
    made = {}
    for language, more in (("nl", ()), ("en", ("-pluralonly",))):
        file = folder / f"{language}.ts"
        command = [str(tool.with_suffix(".exe") if sys.platform == "win32" else tool), "-silent", "-locations", "none"]
        command += ["-source-language", "en", "-target-language", language, *more, "-extensions", "py"]
        subprocess.run([*command, str(SCREENS), "-ts", str(file)], check=True)
        made[language] = messages(file)
    return made


@pytest.fixture(scope="module")
def kept():
    return {language: messages(resource(f"translations/kcc_{language}.ts")) for language in ("nl", "en")}


# The catalogues


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_of_the_code_is_in_the_catalogue_and_no_other(collected, kept, language):
    assert sorted(set(collected[language]) - set(kept[language])) == []
    assert sorted(set(kept[language]) - set(collected[language])) == []
    assert len(collected["nl"]) > 500  # the tool found the sources


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_is_translated(kept, language):
    assert [key for key, forms in kept[language].items() if not forms or not all(form.strip() for form in forms)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_filled_in_stands_in_every_form(kept, language):
    """A place that is missing, or misspelt, would show as it is, or raise in the middle of a call."""
    odd = []
    for (context, source), forms in kept[language].items():
        for number, form in enumerate(forms):
            wanted, given = set(PLACE.findall(source)), set(PLACE.findall(form))
            if len(forms) == 2 and number == 0:  # "one contact" needs no figure
                wanted, given = wanted - {"%n"}, given - {"%n"}
            if wanted != given:
                odd.append((context, source, form))
    assert odd == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_text_with_a_number_has_two_forms(kept, language):
    odd = [source for (_, source), forms in kept[language].items() if ("%n" in source) != (len(forms) == 2)]
    assert odd == []


def test_no_bracketed_plural_is_ever_shown(kept):
    shown = [form for catalogue in kept.values() for forms in catalogue.values() for form in forms]
    assert [form for form in shown if re.search(r"\w\((s|en|e)\)", form)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_form_has_a_blank_too_many(kept, language):
    blank = re.compile(r"  |^ | $")
    odd = [source for (_, source), forms in kept[language].items() if any(blank.search(form) for form in forms)]
    assert [source for source in odd if not blank.search(source)] == []


def test_dutch_is_dutch(kept):
    same = {source for (_, source), forms in kept["nl"].items() if forms[0] == source and re.search("[a-z]{2}", source)}
    assert {source for source in same if PLACE.sub("", source).strip(" ·,–…")} == SAME


def test_the_desk_says_je_and_never_party(kept):
    """B1 for the agent; a citizen is an inwoner (ARCHITECTURE, "Names")."""
    texts = {form for forms in kept["nl"].values() for form in forms}
    assert (
        sorted(text for text in texts if re.search(r"\b(partij|partijen|betrokkene|betrokkenen)\b", text.lower())) == []
    )
    assert {text for text in texts if re.search(r"\b(u|uw)\b", text.lower())} == TO_CITIZENS


# The sources


def calls(tree, *names):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


def test_what_is_translated_is_a_literal():
    """The tool that collects texts reads no f-string, no name and no sum; data is marked where it stands."""
    shared = {"shared/keys.py", "shared/wording.py", "shared/translation.py"}
    shows_data = {
        *shared,
        "shared/times.py",
        "agenda/words.py",
        "shared/presence_words.py",
        "shared/street_words.py",
        "appointments/words.py",
        "shared/approach_words.py",
        "counter/words.py",
        "frame/rail.py",
        "lists/words.py",
        "parties/words.py",
    }
    shows_data |= {"work/words.py", "shared/elsewhere_words.py"}
    odd = []
    for path, tree in trees():
        screen = path.relative_to("kcc_desktop/ui").as_posix() if path.parts[1] == "ui" else ""
        for call in calls(tree, "tr", "translate", "QT_TRANSLATE_NOOP") if screen else ():
            is_plain = getattr(call.func, "attr", "") == "tr"
            texts = call.args[:1] if is_plain else call.args[:2]
            literal = all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts)
            if not literal and (is_plain or screen not in shows_data):
                odd.append(f"{path}:{call.lineno}")
    assert odd == []


TAKES_WORDS = ("Text", "Paragraph", "Button", "Chip", "Segment", "Check", "Message", "Badge", "TextField", "NoteField")
TAKES_WORDS = (*TAKES_WORDS, "setText", "set_text", "setToolTip", "setAccessibleName", "setPlaceholderText", "set_name")
NO_WORDS = {"KCC Desktop", "Esc"}


def test_no_word_is_shown_that_is_not_translated():
    odd = []
    for path, tree in trees():
        if path.parts[1] != "ui":
            continue
        for call in calls(tree, *TAKES_WORDS):
            takes = call.args[1:3] if getattr(call.func, "id", "") == "Message" else call.args[:2]
            if getattr(call.func, "id", "") in ("Text", "Paragraph"):
                takes = call.args[:1]  # then come tone and size
            for text in takes:
                said = text.value if isinstance(text, ast.Constant) else ""
                if isinstance(said, str) and re.search("[a-zA-Z]{2}", said) and said not in NO_WORDS:
                    odd.append(f"{path}:{call.lineno} {said!r}")
    assert odd == []


# The window


@pytest.fixture(scope="module", params=["en", "nl"])
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    """A window built in one language, with somebody on it and a contact of theirs."""
    folder = tmp_path_factory.mktemp(f"desk-{request.param}")
    with shared(request, qapp, sqlite_template, folder, language=request.param) as (_database, hands):
        party = states.fill(hands, _database)
        yield request.param, party, hands


@pytest.fixture(params=states.STATES, ids=lambda state: state.__name__)
def shown(request, desk, qapp, qtbot):
    """The language of the window, and everything that is to be read or heard in it in one state."""
    language, party, shared_hands = desk
    use_language(qapp, language)
    hands = emptied(shared_hands, qtbot)
    request.param(hands, party)
    yield language, everything_said(hands.window)
    states.put_back(hands)


def everything_said(window):
    found = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        for name in ("text", "placeholderText", "title"):
            read = getattr(widget, name, None)
            if callable(read):
                found.add(str(read()))
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            rows = [model.index(line, 0) for line in range(model.rowCount())]
            roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
            found |= {str(index.data(role) or "") for index in rows for role in roles}
    return {text for text in found if re.search("[a-zA-Z]{2}", text)}


@pytest.fixture(scope="module")
def foreign(kept):
    """{language: patterns of texts that belong to the other one}."""
    dutch = {form for forms in kept["nl"].values() for form in forms}
    english = {source for _, source in kept["nl"]} | {form for forms in kept["en"].values() for form in forms}
    dutch |= {label for _code, label, *_ in (*CHANNELS, *OUTCOMES)}
    english |= {label for _code, _nl, label, *_ in (*CHANNELS, *OUTCOMES)}
    for words, least in ((DAYS, 2), (MONTHS, 3)):
        dutch |= {word for word in words["nl"] if len(word) > least}
        english |= {word for word in words["en"] if len(word) > least}
    return {"en": patterns(dutch - english), "nl": patterns(english - dutch)}


@pytest.fixture(scope="module")
def own(foreign):
    """{language: patterns of its own texts}: the test must know what it reads."""
    return {"en": foreign["nl"], "nl": foreign["en"]}


def patterns(texts):
    made = []
    for text in texts:
        bare = PLACE.sub("", text)
        if len(re.findall("[a-zA-Zé]", bare)) >= 4:
            made.append((text, re.compile(".+".join(re.escape(part) for part in PLACE.split(text)), re.DOTALL)))
    return made


def parts_of(text):
    yield text
    for part in re.split(r"\s*[·,\n;:]\s*|\. |\(|\)", text):
        yield part.strip()


def test_nothing_of_the_other_language_is_shown(shown, foreign, own):
    language, said = shown
    assert known(said, foreign[language]) == set()
    assert len(known(said, own[language])) > 10


def known(said, patterns):
    """Which of these texts are among what is said, each with where it was found."""
    parts = {part: whole for whole in said for part in parts_of(whole)}
    return {(part, whole) for part, whole in parts.items() for _, pattern in patterns if pattern.fullmatch(part)}
