"""Follow the outboxes and the logs: carry, seal and pass on what waits within seconds, until stopped."""

import logging
import signal
import threading
from datetime import date

from django.conf import settings
from django.db import DatabaseError, connections

from casustafel.acts.bewaring.reserve import KluisIncomplete
from casustafel.acts.edge import Edge, edge
from casustafel.acts.gate import Refused
from casustafel.acts.health import DAMAGED, named
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.jobs.doorgeven import Doorgeven
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.night import alone, doubt, is_night_due
from casustafel.jobs.relay import relay
from casustafel.seal.reserve import ReserveMissing

PAUSE_SECONDS = 1.0
SEAL_ROUNDS = 3
log = logging.getLogger(__name__)


def _night(done_on: date | None) -> date | None:
    """Do the night's work when it is due; gives the last day on which it was done here."""
    now = edge()
    if not is_night_due(now, done_on=done_on):
        return done_on
    _night_at(now)
    return now.day


def _night_at(now: Edge) -> None:
    """Do the night's work of a moment, unless its day is in doubt, or somebody else does it."""
    why = "" if settings.CASUSTAFEL_ON else doubt(now)
    if why:
        log.warning("The night's work waits. %s", why)
        return
    with alone() as is_free:
        if is_free:
            _work(now)


def _work(now: Edge) -> None:
    """Do the night's work; a fault that does not pass by itself is named, and the next night tries anew."""
    try:
        nachtwerk(edge=now)
    except (*DAMAGED, KluisIncomplete, ReserveMissing, OSError) as fault:
        log.warning("The night's work broke off: %s", named(fault))


def follow(*, pause: float = PAUSE_SECONDS) -> None:
    """Relay again and again, seal the logs every few rounds, and do the night's work when it is due.

    A fault of one round is logged by its kind and the next round tries anew.
    """
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_frame: stopped.set())
    rounds, is_whole, done_on, doorgeven = 0, True, None, Doorgeven()
    while not stopped.wait(pause):
        try:
            relay(edge=edge())
            if rounds % SEAL_ROUNDS == 0:
                seal_logs(edge(), is_whole=is_whole)
                is_whole = False
                doorgeven.round(at=edge().now)
            rounds += 1
            done_on = _night(done_on)
        except (DatabaseError, Refused) as fault:
            log.warning("The relay tries again: %s", named(fault))
            connections.close_all()
