"""Follow the outboxes: carry what waits within a second or two, until stopped."""

import logging
import signal
import threading

from django.db import DatabaseError, connections

from casustafel.acts.edge import edge
from casustafel.acts.gate import Refused
from casustafel.jobs.relay import relay

PAUSE_SECONDS = 1.0
log = logging.getLogger(__name__)


def follow(*, pause: float = PAUSE_SECONDS) -> None:
    """Relay again and again; a fault of one round is logged by its kind and the next round tries anew."""
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_frame: stopped.set())
    while not stopped.wait(pause):
        try:
            relay(edge=edge())
        except (DatabaseError, Refused) as fault:
            log.warning("The relay tries again: %s", type(fault).__name__)
            connections.close_all()
