"""Forms in files come in once; what is wrong is named, and a folder is left as one that works on it finds it."""

import json
import os
import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kcc_desktop.data.arrivals import ArrivalRow, ArrivalTextRow, AttachmentContentRow
from kcc_desktop.data.contacts import ContactTextRow
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.integrations.form_file import _ATTACHMENT, _FORM, _SENDER, _VERIFIED, CHANNELS
from kcc_desktop.resources import resource
from kcc_desktop.services.form_imports import FormImportService
from kcc_desktop.services.incoming import IncomingService
from tests.integrations.importing import EXAMPLES

FORM = {"version": 1, "source": "site", "id": "1", "arrived_at": "2026-03-02T09:00:00+01:00", "text": "Hallo"}
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def service(database):
    return FormImportService(IncomingService(database))


@pytest.fixture
def written(tmp_path):
    def write(*forms, name="in.json", age=10):
        file = tmp_path / name
        file.write_text(forms[0] if isinstance(forms[0], str) else json.dumps(forms), encoding="utf-8")
        was = file.stat().st_mtime - age
        os.utime(file, (was, was))
        return file

    return write


def count(database, row):
    return database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(row)))


def said(report):
    problems = [(one.line, one.problem.name, one.problem.reason) for one in report.refused]
    return report.added, report.unchanged, problems


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.*") if path.suffix in (".json", ".txt"))


def test_the_schemas_examples_come_in_and_a_second_time_change_nothing(database, service):
    for file, many in (("moving.json", 1), ("two.json", 2)):
        assert said(service.bring_in(EXAMPLES / "forms" / file)) == (many, 0, [])
        assert said(service.bring_in(EXAMPLES / "forms" / file)) == (0, many, [])
    assert (count(database, ArrivalRow), count(database, AttachmentContentRow)) == (3, 1)


def test_the_reader_knows_what_the_schema_names():
    schema = json.loads(resource("schemas/form-1.json").read_text(encoding="utf-8"))
    form = schema["properties"]
    sender, along = form["sender"]["properties"], form["attachments"]["items"]["properties"]
    for read, properties in ((_FORM, form), (_SENDER, sender), (_ATTACHMENT, along)):
        assert set(read) == set(properties)
    assert set(_VERIFIED) == set(sender["verified"]["properties"])
    assert list(CHANNELS) == form["channel"]["enum"]
    for example in (EXAMPLES / "forms").glob("*.json"):
        told = json.loads(example.read_text(encoding="utf-8"))
        for one in told if isinstance(told, list) else [told]:
            assert set(schema["required"]) <= set(one) <= set(form)
            assert re.fullmatch(form["source"]["pattern"], one["source"])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"version": 2}, ("version", "choice")),
        ({"version": None}, ("version", "choice")),
        ({"source": ""}, ("source", "required")),
        ({"source": "Mijn Site"}, ("source", "characters")),
        ({"id": None}, ("id", "required")),
        ({"id": 7}, ("id", "no_text")),
        ({"arrived_at": "2026-03-02T09:00:00"}, ("arrived_at", "moment_with_zone")),
        ({"arrived_at": "gisteren"}, ("arrived_at", "moment_with_zone")),
        ({"channel": "fax"}, ("channel", "choice")),
        ({"language": "NL"}, ("language", "characters")),
        ({"text": "x" * 20_001}, ("text", "too_long")),
        ({"text": {"html": "x"}}, ("text", "no_text")),
        ({"text": ""}, ("text", "nothing_said")),
        ({"kleur": "rood"}, ("form", "fields_unknown")),
        ({"sender": {"bsn": "999993653"}}, ("sender", "fields_unknown")),
        ({"sender": []}, ("sender", "no_group")),
        ({"sender": {"verified": {"by": "digid", "bsn": "123456789"}}}, ("sender.verified.bsn", "bsn_checksum")),
        ({"sender": {"verified": {"by": "digid"}}}, ("verified", "not_so")),
        ({"sender": {"verified": {"bsn": "999993653"}}}, ("sender.verified.by", "required")),
        ({"attachments": [{"name": "a.txt", "content": "geen base64!"}]}, ("attachments.content", "no_base64")),
        ({"attachments": [{"name": "a.txt", "content": "é"}]}, ("attachments.content", "no_base64")),
        ({"attachments": [{"name": "a.txt", "content": 5}]}, ("attachments.content", "no_text")),
        ({"attachments": [{"name": "a.txt", "content": ""}] * 21}, ("attachments", "too_many_files")),
    ],
)
def test_a_wrong_form_is_named_and_the_others_come_in(service, written, changes, problem):
    assert said(service.bring_in(written({**FORM, **changes}, {**FORM, "id": "goed"}))) == (1, 0, [(1, *problem)])


def test_other_content_under_one_id_is_refused_and_nothing_overwritten(database, service, written):
    report = service.bring_in(written(FORM, {**FORM, "text": "Iets anders"}, FORM))
    assert said(report) == (1, 1, [(2, "id", "other_content")])
    assert database.unguarded_read(lambda c: c.scalars(select(ContactTextRow.summary)).all()) == ["Hallo"]


def test_scripts_in_every_field_stay_text(database, service, written):
    sender = {name: SCRIPT[: 40 if name == "phone" else 54] for name in ("name", "phone", "email", "reference")}
    along = [{"name": f"{SCRIPT}.pdf", "media_type": SCRIPT, "content": "PHNjcmlwdD4="}]
    form = {**FORM, "id": SCRIPT, "subject": SCRIPT, "text": SCRIPT, "product": SCRIPT, "sender": sender}
    assert said(service.bring_in(written({**form, "attachments": along}))) == (1, 0, [])
    assert database.unguarded_read(lambda c: c.scalar(select(ContactTextRow.summary))) == f"{SCRIPT}\n\n{SCRIPT}"
    assert database.unguarded_read(lambda c: c.scalar(select(ArrivalTextRow.name))) == sender["name"]
    assert count(database, AttachmentContentRow) == 0  # no PDF by its first bytes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("{", "no_json"),
        ("<html>", "no_json"),
        ("[1]", "no_records"),
        ("[" + '{"a":' * 100_000, "too_deep"),
    ],
)
def test_what_is_no_json_is_refused_whole(database, service, written, text, reason):
    with pytest.raises(BadFile) as refused:
        service.bring_in(written(text))
    assert refused.value.reason == reason
    assert count(database, ArrivalRow) == 0


def test_a_folder_is_emptied_and_what_was_refused_says_why(database, service, written, tmp_path):
    written(FORM, name="a.json")
    written({**FORM, "id": "2", "version": 9}, {**FORM, "id": "3"}, name="b.json")
    written("geen json", name="c.json")
    written({**FORM, "id": "4"}, name="d.json", age=0)  # still being written
    written({**FORM, "id": "5"}, name="e.part")
    (tmp_path / "link.json").symlink_to(Path("/etc/hostname"))
    reports = service.empty(tmp_path, lambda report: f"{len(report.refused)} {report.bad}\n")
    assert [(one.file.name, one.is_whole) for one in reports] == [
        ("a.json", True),
        ("b.json", False),
        ("c.json", False),
    ]
    assert names(tmp_path) == [
        "d.json", "done/a.json", "link.json", "refused/b.json", "refused/b.txt", "refused/c.json", "refused/c.txt",
    ]  # fmt: skip
    assert (tmp_path / "refused" / "b.txt").read_text(encoding="utf-8") == "1 None\n"
    assert count(database, ArrivalRow) == 2
    written(FORM, name="a.json")
    service.empty(tmp_path, str)
    assert "done/a-2.json" in names(tmp_path)
    assert count(database, ArrivalRow) == 2


def test_another_desk_that_was_first_is_no_mistake(database, service, written, tmp_path):
    written(FORM, name="a.json")

    class Both(IncomingService):
        def receive(self, incoming):
            received = super().receive(incoming)
            service.empty(tmp_path, str)  # the other one, at this very moment
            return received

    (report,) = FormImportService(Both(database)).empty(tmp_path, str)
    assert (report.added, report.is_whole) == (1, True)
    assert names(tmp_path) == ["done/a.json"]
    assert count(database, ArrivalRow) == 1


def test_what_an_outage_stops_stays_where_it_is(database, written, tmp_path):
    class Away(IncomingService):
        def receive(self, _incoming):
            raise DatabaseAway("away")

    written(FORM, name="a.json")
    with pytest.raises(DatabaseAway):
        FormImportService(Away(database)).empty(tmp_path, str)
    assert names(tmp_path) == ["a.json"]
