"""What messages go out by: a real mail server, a real HTTP server that speaks Notify, and their bad days."""

import base64
import json
import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from aiosmtpd.smtp import AuthResult

from kcc_desktop.domain.errors import RegisterAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.messages import (
    CarrierBusy,
    Delivery,
    MaybeSent,
    MessageChannel,
    MessageRefused,
    ReadyMessage,
)
from kcc_desktop.integrations.http import HttpSystem
from kcc_desktop.integrations.notify_nl import NotifyNl
from kcc_desktop.integrations.smtp_mail import SmtpChoice, SmtpMail
from tests.services.mail_server import mail_server

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
TEMPLATES = {MessageChannel.SMS: "aa", MessageChannel.EMAIL: "bb", MessageChannel.LETTER: "cc"}


def message(channel=MessageChannel.EMAIL, to="fatima@voorbeeld.nl"):
    return ReadyMessage(new_id(), channel, to, "Uw afspraak", "Beste mevrouw,\n.\nTot dan", 1)


def outcome(send):
    """What came of it, in a word or two."""
    try:
        send()
    except MessageRefused as refused:
        return f"failed: {refused.hindrance}"
    except CarrierBusy as busy:
        return f"later: {busy.wait_seconds} s"
    except MaybeSent:
        return "maybe sent"
    except RegisterAway:
        return "away"
    return "sent"


def nothing_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


# NotifyNL


class _Notify(BaseHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass

    def do_GET(self):
        self._answer(200, {"status": self.server.status, "notifications": []})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.came.append((self.path, dict(self.headers), body))
        self._answer(201, {"id": f"n-{len(self.server.came)}", "reference": body["reference"]})

    def _answer(self, status, said):
        bad = self.server.bad
        if bad == "hang":
            self.server.over.wait(5)
            return
        content, more = json.dumps(said).encode(), {}
        if bad == "html":
            content = b"<html>welcome</html>"
        elif isinstance(bad, int):
            status = bad
            more = {"Retry-After": "120"} if bad == 429 else {}
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content) + (50 if bad == "half" else 0)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def notify_server(context=None):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Notify)
    server.came, server.bad, server.status, server.over = [], None, "delivered", threading.Event()
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server, f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def notify(root, **more):
    system = HttpSystem("NotifyNL", root, patience=(1, 1), sleep=lambda _seconds: None, **more)
    return NotifyNl(root, TEMPLATES, lambda: f"kcc-{SERVICE}-{SECRET}", system=system, clock=lambda: 1_700_000_000)


@pytest.mark.parametrize(
    ("channel", "to", "field"),
    [
        (MessageChannel.EMAIL, "fatima@voorbeeld.nl", ("email_address", "fatima@voorbeeld.nl")),
        (MessageChannel.SMS, "+31612345678", ("phone_number", "+31612345678")),
        (MessageChannel.LETTER, "F. de Vries\nDorpsstraat 1", None),
    ],
)
def test_notify_gets_a_template_our_id_and_a_token(channel, to, field):
    with notify_server() as (server, root):
        sent = message(channel, to)
        carrier = notify(root)
        assert carrier.send(sent) == "n-1"
        assert carrier.delivery("n-1") is Delivery.DELIVERED
        carrier.check()
        ((path, headers, body),) = server.came
    assert path == f"/v2/notifications/{channel.value}"
    assert (body["template_id"], body["reference"]) == (TEMPLATES[channel], str(sent.id))
    assert body["personalisation"]["tekst"] == sent.text
    if field is not None:
        assert body[field[0]] == field[1]
    else:
        assert body["personalisation"]["address_line_2"] == "Dorpsstraat 1"
    head, claims, _mark = headers["Authorization"].removeprefix("Bearer ").split(".")
    assert json.loads(base64.urlsafe_b64decode(head + "==")) == {"typ": "JWT", "alg": "HS256"}
    assert json.loads(base64.urlsafe_b64decode(claims + "==")) == {"iss": SERVICE, "iat": 1_700_000_000}


FAULTS = {
    "hang": "maybe sent",
    401: "failed: login_refused",
    403: "failed: login_refused",
    404: "failed: not_there",
    409: "failed: refused",
    429: "later: 120 s",
    500: "maybe sent",
    503: "away",
    "half": "maybe sent",
    "html": "maybe sent",
}


def test_notify_on_its_bad_days():
    found = {}
    for fault in FAULTS:
        with notify_server() as (server, root):
            server.bad = fault
            found[fault] = outcome(lambda root=root: notify(root).send(message()))
    found["nothing"] = outcome(lambda: notify(f"http://127.0.0.1:{nothing_listens()}").send(message()))
    for fault, what in found.items():
        print(f"notify  {fault!s:12} {what}")
    assert found == {**FAULTS, "nothing": "away"}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificate")
    where = ["-keyout", folder / "key.pem", "-out", folder / "certificate.pem"]
    name = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *name, *where]
    made = subprocess.run(command, capture_output=True, check=False)
    if made.returncode:
        pytest.skip("openssl makes no certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context, str(folder / "certificate.pem")


def test_only_a_certificate_of_who_is_trusted_is_trusted(certificate):
    context, file = certificate
    with notify_server(context) as (server, root):
        assert outcome(lambda: notify(root).send(message())) == "away"
        assert server.came == []
        assert notify(root, certificates=file).send(message()) == "n-1"
    with mail_server(tls_context=context) as (box, port):
        choice = SmtpChoice("127.0.0.1", port, "starttls", "kcc@meerbergen.voorbeeld")
        assert outcome(lambda: SmtpMail(choice, str).send(message())) == "away"
        assert box.came == []
        trusted = SmtpChoice("127.0.0.1", port, "starttls", "kcc@meerbergen.voorbeeld", certificates=file)
        SmtpMail(trusted, str).send(message())
        assert len(box.came) == 1


# Mail


def mail(port, patience=2.0):
    return SmtpMail(SmtpChoice("127.0.0.1", port, "none", "kcc@meerbergen.voorbeeld"), str, patience_seconds=patience)


def test_a_mail_arrives_as_it_was_written():
    with mail_server() as (box, port):
        sent = message()
        mail(port).send(sent)
        mail(port).check()
    ((to, came),) = box.came
    assert to == [sent.to]
    assert came["Subject"] == "Uw afspraak"
    assert came["Message-ID"] == f"<{sent.id}@meerbergen.voorbeeld>"
    assert came.get_content().split() == sent.text.split()
    assert came["Auto-Submitted"] == "auto-generated"


def test_the_mail_server_lets_in_who_knows_the_secret(certificate):
    def knows(_server, _session, _envelope, _mechanism, data):
        return AuthResult(success=(data.login, data.password) == (b"kcc", b"geheim"), handled=False)

    context, file = certificate
    with mail_server(authenticator=knows, auth_required=True, tls_context=context) as (box, port):
        choice = SmtpChoice("127.0.0.1", port, "starttls", "kcc@meerbergen.voorbeeld", "kcc", file)
        assert outcome(lambda: SmtpMail(choice, lambda: "fout").send(message())) == "failed: login_refused"
        SmtpMail(choice, lambda: "geheim").send(message())
        assert len(box.came) == 1


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("550 no such box", "failed: refused"), ("451 later", "later: 300 s")],
)
def test_what_the_mail_server_says_decides(answer, expected):
    with mail_server() as (box, port):
        box.before = lambda _mail: answer
        assert outcome(lambda: mail(port).send(message())) == expected


def test_mail_on_its_bad_days():
    found = {"nothing": outcome(lambda: mail(nothing_listens()).send(message()))}
    with socket.socket() as hangs:
        hangs.bind(("127.0.0.1", 0))
        hangs.listen()
        found["hang"] = outcome(lambda: mail(hangs.getsockname()[1], patience=0.3).send(message()))
    found["gone with the words"] = outcome(lambda: mail(_takes_and_goes()).send(message()))
    for fault, what in found.items():
        print(f"smtp    {fault:20} {what}")
    assert found == {"nothing": "away", "hang": "away", "gone with the words": "maybe sent"}


def _takes_and_goes():
    """A server that takes the words and is gone before it answers."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        with listener, listener.accept()[0] as line, line.makefile("rb") as said:
            line.sendall(b"220 here\r\n")
            is_in_words = False
            for word in said:
                if is_in_words and word == b".\r\n":
                    return
                if not is_in_words:
                    is_in_words = word.upper().startswith(b"DATA")
                    line.sendall(b"354 go on\r\n" if is_in_words else b"250 yes\r\n")

    threading.Thread(target=serve, daemon=True).start()
    return listener.getsockname()[1]
