"""Calls another system: with time limits, a few tries for what only reads, and a circuit that opens. Logs no content.

A system that does not answer, answers with an error of its own, or with something that is no JSON, is away: the agent
goes on without it.
"""

import logging
import math
import random
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import requests

from kcc_desktop.domain.errors import RegisterAway

log = logging.getLogger(__name__)

PATIENCE = (3.05, 10.0)  # seconds: to be let in, and between two pieces of an answer
TRIES = 3
LARGEST = 5 * 1024 * 1024  # bytes of an answer
_OPENS_AFTER = 4  # failures in a row
_STAYS_OPEN_SECONDS = 30.0
_WAIT_SECONDS, _LONGEST_WAIT = 60, 24 * 3600  # when it does not say, and at most

Params = Sequence[tuple[str, str | int]]


class MaybeDone(RegisterAway):
    """It went away while something was being written there: whether it was done nobody knows."""


class TooBusy(RegisterAway):
    """It takes nothing for so many seconds, by its own word (429); nothing was done."""

    def __init__(self, name: str, wait_seconds: int) -> None:
        super().__init__(name)
        self.wait_seconds = wait_seconds


class Answer:
    """What came back: its status, and its JSON (None for an empty one)."""

    def __init__(self, status: int, body: Any) -> None:
        self.status, self.body = status, body


class HttpSystem:
    """One system at one address. `name` is for the log; addresses with what is asked are not logged.

    `certificates`: a file of the authority that signed its certificate, "" is the usual ones. `proxy`: an address to
    go by, "" is what the system says.
    """

    def __init__(
        self,
        name: str,
        root: str,
        *,
        patience: tuple[float, float] = PATIENCE,
        certificates: str = "",
        proxy: str = "",
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name, self._root, self._patience = name, root.rstrip("/"), patience
        self._sleep, self._clock = sleep, clock
        self._session = requests.Session()
        self._verify: bool | str = certificates or True
        self._proxies = {"http": proxy, "https": proxy} if proxy else None
        self._failures, self._open_until = 0, 0.0

    def get(self, path: str, params: Params = (), headers: Mapping[str, str] | None = None) -> Answer:
        """Read something. Refuses with RegisterAway after a few tries."""
        for attempt in range(TRIES):
            try:
                return self._once("GET", path, params=params, headers=headers)
            except RegisterAway:
                if attempt + 1 == TRIES or self._is_open():
                    raise
                self._sleep((0.2 * 2**attempt) * (0.5 + random.random()))
        raise AssertionError("the loop above always returns or raises")

    def write(self, method: str, path: str, headers: Mapping[str, str] | None = None, **body: Any) -> Answer:
        """Change something, once. Refuses with RegisterAway when it was not reached, else with MaybeDone."""
        return self._once(method, path, headers=headers, **body)

    def close(self) -> None:
        self._session.close()

    def _is_open(self) -> bool:
        return self._clock() < self._open_until

    def _once(self, method: str, path: str, **more: Any) -> Answer:
        if self._is_open():
            raise RegisterAway(self._name)
        try:
            answer = self._session.request(
                method,
                f"{self._root}/{path}",
                timeout=self._patience,
                allow_redirects=False,
                stream=True,
                verify=self._verify,
                proxies=self._proxies,
                **more,
            )
            with answer:
                content = answer.raw.read(LARGEST + 1, decode_content=True)
        except (requests.ConnectTimeout, requests.ConnectionError) as error:
            raise self._failed(method, error, was_reached=_was_reached(error)) from None
        except (requests.RequestException, OSError) as error:
            raise self._failed(method, error, was_reached=True) from None
        except Exception as error:  # urllib3's own, while the body is read
            raise self._failed(method, error, was_reached=True) from None
        if answer.status_code == 429:
            self._failed(method, answer.status_code, was_reached=False)
            raise TooBusy(self._name, _wait(answer.headers.get("Retry-After", "")))
        if answer.status_code >= 500:
            # What stands between may have handed it on before it lost patience.
            raise self._failed(method, answer.status_code, was_reached=answer.status_code != 503)
        return Answer(answer.status_code, self._json(method, answer, content))

    def _json(self, method: str, answer: requests.Response, content: bytes) -> Any:
        self._failures = 0
        if not content.strip():
            return None
        if len(content) > LARGEST:
            raise self._failed(method, "too long an answer", was_reached=True)
        answer._content = content
        try:
            return answer.json()
        except ValueError:
            if answer.status_code >= 400:
                return None  # its status says enough
            raise self._failed(method, "an answer that is no JSON", was_reached=True) from None

    def _failed(self, method: str, what: object, *, was_reached: bool) -> RegisterAway:
        self._failures += 1
        if self._failures >= _OPENS_AFTER:
            self._open_until, self._failures = self._clock() + _STAYS_OPEN_SECONDS, 0
        told = what if isinstance(what, (int, str)) else type(what).__name__
        log.warning("%s is away: %s", self._name, told)
        return MaybeDone(self._name) if was_reached and method != "GET" else RegisterAway(self._name)


def _was_reached(error: Exception) -> bool:
    """Whether the other side may have read what was sent: it may, unless no connection came about."""
    text = repr(error)
    return not (isinstance(error, requests.ConnectTimeout) or "NewConnectionError" in text or "SSLError" in text)


def _wait(said: str) -> int:
    """`Retry-After` in seconds or as a date (RFC 9110, 10.2.3); a minute when it says neither."""
    seconds = _WAIT_SECONDS
    if said.strip().isdecimal():
        seconds = int(said)
    else:
        with suppress(ValueError, TypeError):
            seconds = math.ceil((parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    return min(max(seconds, 1), _LONGEST_WAIT)
