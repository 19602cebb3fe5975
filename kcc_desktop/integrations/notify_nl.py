"""NotifyNL, through the interface of GOV.UK Notify, version 2: text messages, mail and letters by templates.

A template of the town holds two places, ((onderwerp)) and ((tekst)); a letter has its address lines beside them. The
key is `name-service-secret`, service and secret 36 characters each; a token is good for half a minute.
"""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

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
from kcc_desktop.integrations.http import Answer, HttpSystem, MaybeDone, TooBusy

_API = "v2/notifications"
_ID = 36
_MOST_LINES = 7  # of an address
_REFUSED = {
    401: Hindrance.LOGIN_REFUSED,
    403: Hindrance.LOGIN_REFUSED,
    404: Hindrance.NOT_THERE,
}
_DELIVERIES = {
    "created": Delivery.UNDER_WAY,
    "sending": Delivery.UNDER_WAY,
    "pending": Delivery.UNDER_WAY,
    "sent": Delivery.UNDER_WAY,
    "accepted": Delivery.UNDER_WAY,
    "pending-virus-check": Delivery.UNDER_WAY,
    "delivered": Delivery.DELIVERED,
    "received": Delivery.DELIVERED,
    "permanent-failure": Delivery.UNDELIVERED,
    "temporary-failure": Delivery.UNDELIVERED,
    "technical-failure": Delivery.UNDELIVERED,
    "virus-scan-failed": Delivery.UNDELIVERED,
    "validation-failed": Delivery.UNDELIVERED,
    "cancelled": Delivery.UNDELIVERED,
}


class NotifyNl:
    """A Carrier of the channels that have a template. `secret` is asked when the service is."""

    name = "notify"

    def __init__(
        self,
        root: str,
        templates: Mapping[MessageChannel, str],
        secret: Callable[[], str],
        *,
        system: HttpSystem | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._templates = {channel: template for channel, template in templates.items() if template}
        self.channels = frozenset(self._templates)
        self._secret, self._clock = secret, clock
        self._http = system or HttpSystem("NotifyNL", root)

    def send(self, message: ReadyMessage) -> str:
        said: dict[str, str] = {"onderwerp": message.subject, "tekst": message.text}
        body: dict[str, Any] = {"template_id": self._templates[message.channel], "reference": str(message.id)}
        if message.channel is MessageChannel.LETTER:
            lines = [line for line in message.to.splitlines() if line][:_MOST_LINES]
            said |= {f"address_line_{number}": line for number, line in enumerate(lines, 1)}
        elif message.channel is MessageChannel.SMS:
            body["phone_number"] = message.to
        else:
            body["email_address"] = message.to
        try:
            answer = self._http.write(
                "POST",
                f"{_API}/{message.channel.value}",
                headers=self._headers(),
                json=body | {"personalisation": said},
            )
        except TooBusy as busy:
            raise CarrierBusy(busy.wait_seconds) from None
        except MaybeDone:
            raise MaybeSent from None
        if answer.status == 201:
            return _id(answer)
        if answer.status >= 400:
            raise MessageRefused(_REFUSED.get(answer.status, Hindrance.REFUSED))
        raise MaybeSent

    def delivery(self, carrier_id: str) -> Delivery | None:
        answer = self._http.get(f"{_API}/{carrier_id}", headers=self._headers())
        if answer.status != 200 or not isinstance(answer.body, dict):
            return None
        return _DELIVERIES.get(str(answer.body.get("status")))

    def check(self) -> None:
        """Asks for messages of a reference that there is not: it tells that the key is known."""
        answer = self._http.get(_API, [("reference", "kcc-desktop-check")], self._headers())
        if answer.status >= 400:
            raise MessageRefused(_REFUSED.get(answer.status, Hindrance.REFUSED))
        if not isinstance(answer.body, dict):
            raise RegisterAway(self.name)

    def _headers(self) -> dict[str, str]:
        key = self._secret().strip()
        if len(key) < 2 * _ID + 1:
            raise MessageRefused(Hindrance.LOGIN_REFUSED)
        issuer, secret = key[-2 * _ID - 1 : -_ID - 1], key[-_ID:]
        return {"Authorization": f"Bearer {_token(issuer, secret, int(self._clock()))}"}


def _id(answer: Answer) -> str:
    """An answer without the id was an answer all the same: who was told "201" has sent."""
    return str(answer.body.get("id", ""))[:120] if isinstance(answer.body, dict) else ""


def _token(issuer: str, secret: str, now: int) -> str:
    """JWT, HS256 (RFC 7519), with the claims that Notify reads: `iss` and `iat`."""
    parts = ({"typ": "JWT", "alg": "HS256"}, {"iss": issuer, "iat": now})
    signed = b".".join(_url(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    return b".".join((signed, _url(hmac.digest(secret.encode(), signed, hashlib.sha256)))).decode()


def _url(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")
