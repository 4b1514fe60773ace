"""Pass the records of processing on to the collector, over OTLP/HTTP; what does not arrive waits. Covenant 15.2.e."""

import logging
from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceResponse

from casustafel.acts.toezicht.dataverwerkingen import pass_on

TIMEOUT = (2, 5)
"""Seconds to reach the collector, and to wait for its answer: the relay does nothing else meanwhile."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(minutes=5)
HEADERS = {"Content-Type": "application/x-protobuf"}
log = logging.getLogger(__name__)


def collector() -> str:
    """Give the address of the collector, or nothing. Raises where it would be reached in clear over a network."""
    address: str = settings.CASUSTAFEL_LDV
    parts = urlsplit(address)
    if address and parts.scheme != "https" and not (parts.scheme == "http" and _is_here(parts.hostname or "")):
        raise ImproperlyConfigured("CASUSTAFEL_LDV is no address with https, nor one on this machine.")
    return address


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def post(message: bytes) -> bool:
    """Send a message; only an answer that takes every record counts as arrived."""
    try:
        with requests.Session() as session:
            session.trust_env = False  # no proxy or password that the environment happens to name
            answer = session.post(collector(), data=message, headers=HEADERS, timeout=TIMEOUT, allow_redirects=False)
        taken = ExportTraceServiceResponse.FromString(answer.content) if answer.ok else None
    except (requests.RequestException, DecodeError) as fault:
        log.warning("The collector of records does not answer: %s", type(fault).__name__)
        return False
    if taken is None or taken.partial_success.rejected_spans:
        log.warning("The collector of records did not take all: status %s", answer.status_code)
        return False
    return True


class Doorgeven:
    """Passing on in rounds: after a failure it waits, each time longer, so that the relay goes on with its work."""

    def __init__(self) -> None:
        """Begin without a failure."""
        self._wait = FIRST_WAIT
        self._not_before: datetime | None = None

    def round(self, *, at: datetime) -> int:
        """Pass on what waits, and tell how many records went; none without a collector or before the wait is over."""
        if not collector() or (self._not_before is not None and at < self._not_before):
            return 0
        done, is_all = pass_on(post)
        if is_all:
            self._wait, self._not_before = FIRST_WAIT, None
        else:
            self._not_before = at + self._wait
            self._wait = min(self._wait * 2, LONGEST_WAIT)
        return done
