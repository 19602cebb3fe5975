"""Senders of messages, each forked from this process, which imports everything once and answers which process it is.

Arguments: kind, where, key, and the port of the mail server. A line of its input starts one; it tells when it is
through.
"""

import os
import signal
import sys
import traceback

from kcc_desktop.integrations.smtp_mail import SmtpChoice, SmtpMail
from kcc_desktop.services.messages import MessageService
from tests.services.desks import opened

kind, where, key, port = sys.argv[1:]


def say(word):
    os.write(1, f"{word} {os.getpid()}\n".encode())


def send():
    carrier = SmtpMail(SmtpChoice("127.0.0.1", int(port), "none", "kcc@meerbergen.voorbeeld"), str)
    MessageService(opened(kind, where, key), [carrier]).send_due()


signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that are killed
while sys.stdin.readline():
    if os.fork() == 0:
        try:
            say("begins")
            send()
            say("through")
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
