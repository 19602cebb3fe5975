"""A real mail server that keeps what it takes."""

import socket
from collections import Counter
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default

from aiosmtpd.controller import Controller


class Box:
    """What came, in order; `before` is called with each message before it is acknowledged."""

    def __init__(self):
        self.came, self.before = [], None

    async def handle_DATA(self, server, session, envelope):
        self.came.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return self.before(self.came[-1][1]) if self.before is not None else "250 kept"

    def often(self):
        """How often each message came, by its Message-ID."""
        return Counter(str(mail["Message-ID"]) for _to, mail in self.came)


@contextmanager
def mail_server(**more):
    """The box and the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Box()
    controller = Controller(box, hostname="127.0.0.1", port=port, **more)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()
