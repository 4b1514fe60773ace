"""Follow the outboxes and the logs: carry and seal what waits within seconds, until stopped."""

import logging
import signal
import threading

from django.db import DatabaseError, connections

from casustafel.acts.edge import edge
from casustafel.acts.gate import Refused
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.jobs.relay import relay

PAUSE_SECONDS = 1.0
SEAL_ROUNDS = 3
log = logging.getLogger(__name__)


def follow(*, pause: float = PAUSE_SECONDS) -> None:
    """Relay again and again, and seal the logs every few rounds, the first time looking at the whole of them.

    A fault of one round is logged by its kind and the next round tries anew.
    """
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_frame: stopped.set())
    rounds, is_whole = 0, True
    while not stopped.wait(pause):
        try:
            relay(edge=edge())
            if rounds % SEAL_ROUNDS == 0:
                seal_logs(edge(), is_whole=is_whole)
                is_whole = False
            rounds += 1
        except (DatabaseError, Refused) as fault:
            log.warning("The relay tries again: %s", type(fault).__name__)
            connections.close_all()
