"""Follow the outboxes and the logs: carry and seal what waits within seconds, until stopped."""

import logging
import signal
import threading
from datetime import date

from django.db import DatabaseError, connections

from casustafel.acts.edge import edge
from casustafel.acts.gate import Refused
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.night import alone, is_night_due
from casustafel.jobs.relay import relay

PAUSE_SECONDS = 1.0
SEAL_ROUNDS = 3
log = logging.getLogger(__name__)


def _night(done_on: date | None) -> date | None:
    """Do the night's work when it is due; gives the last day on which it was done here."""
    now = edge()
    if not is_night_due(now, done_on=done_on):
        return done_on
    with alone() as is_free:
        if is_free:
            nachtwerk(edge=now)
    return now.day


def follow(*, pause: float = PAUSE_SECONDS) -> None:
    """Relay again and again, seal the logs every few rounds, and do the night's work when it is due.

    A fault of one round is logged by its kind and the next round tries anew.
    """
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_frame: stopped.set())
    rounds, is_whole, done_on = 0, True, None
    while not stopped.wait(pause):
        try:
            relay(edge=edge())
            if rounds % SEAL_ROUNDS == 0:
                seal_logs(edge(), is_whole=is_whole)
                is_whole = False
            rounds += 1
            done_on = _night(done_on)
        except (DatabaseError, Refused) as fault:
            log.warning("The relay tries again: %s", type(fault).__name__)
            connections.close_all()
