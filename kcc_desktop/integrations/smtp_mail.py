"""Mail through a server that speaks SMTP (RFC 5321): TLS checked, a login, time limits. Logs no address and no words.

Until the server is handed the words nothing is sent, whatever goes wrong. From then until it answers nobody knows.
"""

import logging
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from typing import NoReturn

from kcc_desktop.domain.errors import RegisterAway
from kcc_desktop.domain.messages import (
    CarrierBusy,
    Delivery,
    Hindrance,
    MaybeSent,
    MessageChannel,
    MessageRefused,
    ReadyMessage,
)

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class SmtpChoice:
    """Where the server is. `security`: "tls" from the start, "starttls", or "none" on this machine only.

    `certificates`: a file of the authority that signed the server's; "" is the system's.
    """

    host: str
    port: int
    security: str
    sender: str
    login: str = ""
    certificates: str = ""


class SmtpMail:
    """A Carrier. `secret` is asked when the server is."""

    name = "smtp"
    channels = frozenset({MessageChannel.EMAIL})

    def __init__(
        self, choice: SmtpChoice, secret: Callable[[], str], *, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self._choice, self._secret, self._patience = choice, secret, patience_seconds

    def send(self, message: ReadyMessage) -> str:
        server = self._open()
        try:
            self._hand_over(server, message)
        finally:
            _leave(server)
        return ""

    def delivery(self, carrier_id: str) -> Delivery | None:
        """A mail server tells nothing afterwards."""
        return None

    def check(self) -> None:
        _leave(self._open())

    def _open(self) -> smtplib.SMTP:
        choice = self._choice
        server: smtplib.SMTP | None = None
        try:
            if choice.security == "tls":
                server = smtplib.SMTP_SSL(choice.host, choice.port, timeout=self._patience, context=self._context())
            else:
                server = smtplib.SMTP(choice.host, choice.port, timeout=self._patience)
            if choice.security == "starttls":
                server.starttls(context=self._context())
            if choice.login:
                server.login(choice.login, self._secret())
        except smtplib.SMTPAuthenticationError:
            _leave(server)
            raise MessageRefused(Hindrance.LOGIN_REFUSED) from None
        except (smtplib.SMTPException, OSError, ValueError) as error:
            _leave(server)
            self._is_away(error)
        return server

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._choice.certificates or None)

    def _hand_over(self, server: smtplib.SMTP, message: ReadyMessage) -> None:
        try:
            server.ehlo_or_helo_if_needed()
            _heed(*server.mail(self._choice.sender), Hindrance.NOT_ALLOWED)
            _heed(*server.rcpt(message.to), Hindrance.ADDRESS_REFUSED)
            _heed(*server.docmd("DATA"), Hindrance.REFUSED)
        except (smtplib.SMTPException, OSError) as error:
            self._is_away(error)
        try:
            server.send(smtplib._quote_periods(_written(message, self._choice.sender)))  # type: ignore[attr-defined]
            server.send(b".\r\n")
            code, answer = server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            log.warning("mail: gone after a message was handed over: %s", type(error).__name__)
            raise MaybeSent from None
        _heed(code, answer, Hindrance.REFUSED)

    def _is_away(self, error: Exception) -> NoReturn:
        log.warning("mail is away: %s", type(error).__name__)
        raise RegisterAway(self.name) from None


def _heed(code: int, _answer: bytes, hindrance: Hindrance) -> None:
    """4yz: later; 5yz: never (RFC 5321, 4.2.1)."""
    if 400 <= code < 500:
        raise CarrierBusy(300)
    if code >= 500 or code < 200:
        raise MessageRefused(hindrance)


def _written(message: ReadyMessage, sender: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, message.to, message.subject
    mail["Date"] = formatdate(localtime=True)
    # The same at a second attempt: whoever gets it twice sees it once.
    mail["Message-ID"] = f"<{message.id}@{sender.rpartition('@')[2].strip('>')}>"
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no "out of office" comes back
    mail.set_content(message.text, cte="quoted-printable")
    return mail.as_bytes()


def _leave(server: smtplib.SMTP | None) -> None:
    """Without waiting for a goodbye that may never come."""
    if server is not None:
        server.close()
