"""What messages go out by, from the settings: the mail server and NotifyNL. Their secrets are in the keyring."""

from dataclasses import dataclass, field
from datetime import timedelta

from kcc_desktop.data import keys
from kcc_desktop.domain.messages import Carrier, Hindrance, MessageChannel, MessageRefused
from kcc_desktop.integrations.http import HttpSystem
from kcc_desktop.integrations.notify_nl import NotifyNl
from kcc_desktop.integrations.smtp_mail import SmtpChoice, SmtpMail
from kcc_desktop.services.message_planning import MessageRules
from kcc_desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class CarrierChoice:
    """What is set; an empty host or address is off. Mail goes by the mail server when both could carry it."""

    smtp: SmtpChoice | None = None
    notify_url: str = ""
    templates: dict[MessageChannel, str] = field(default_factory=dict)
    certificates: str = ""
    proxy: str = ""

    def channels(self) -> frozenset[MessageChannel]:
        """What messages can go out by, without asking anybody."""
        by_notify = {channel for channel, template in self.templates.items() if template} if self.notify_url else set()
        return frozenset(by_notify | ({MessageChannel.EMAIL} if self.smtp is not None else set()))


def carriers(choice: CarrierChoice) -> tuple[Carrier, ...]:
    """In the order in which they are asked to carry."""
    found: list[Carrier] = []
    if choice.smtp is not None:
        found.append(SmtpMail(choice.smtp, lambda: _secret("smtp")))
    if choice.notify_url:
        system = HttpSystem("NotifyNL", choice.notify_url, certificates=choice.certificates, proxy=choice.proxy)
        notify = NotifyNl(choice.notify_url, choice.templates, lambda: _secret("notify"), system=system)
        found.append(notify)
    return tuple(found)


def choice_from(settings: Settings) -> CarrierChoice:
    """As `settings.toml` says. Without TLS only on this machine: a password and a citizen's words travel with it."""
    smtp = None
    if settings.smtp_host and settings.smtp_sender:
        is_here = settings.smtp_host in ("localhost", "127.0.0.1", "::1")
        security = "starttls" if settings.smtp_security == "none" and not is_here else settings.smtp_security
        smtp = SmtpChoice(
            settings.smtp_host,
            settings.smtp_port,
            security,
            settings.smtp_sender,
            settings.smtp_login,
            settings.certificates,
        )
    templates = {
        MessageChannel.EMAIL: settings.notify_email,
        MessageChannel.SMS: settings.notify_sms,
        MessageChannel.LETTER: settings.notify_letter,
    }
    return CarrierChoice(smtp, settings.notify_url, templates, settings.certificates, settings.proxy)


def rules_from(settings: Settings) -> MessageRules:
    """What is planned, and when."""
    channels = choice_from(settings).channels()
    return MessageRules(settings.municipality, channels, timedelta(hours=settings.remind_hours))


def keep_secret(carrier: str, secret: str) -> None:
    """Into the keyring of whoever this is. Refuses with KeyringAway."""
    keys.keep_secret(_name(carrier), secret)


def _secret(carrier: str) -> str:
    found = keys.secret(_name(carrier))
    if not found:
        raise MessageRefused(Hindrance.LOGIN_REFUSED)
    return found


def _name(carrier: str) -> str:
    return f"messages {carrier}"
