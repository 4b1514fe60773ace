"""Records of processing for the collector of the controller: Logboek Dataverwerkingen 1.0.0. Covenant 15.2.e; AVG 30.

No act: it shows nobody a row. One record for each time that data of a person were found, opened, changed or exported,
with what was done and on which activity of the register of AVG 30, and never with who did it: that is for the log.
The log itself is what waits: rows go in the order of their leaves, and the place is noted once the collector has them.
Covenant 15.2.e. Reading: the person is named by the random id of the log, which dies with the key of the dossier.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import SpanContext, Status, StatusCode, TraceFlags

from casustafel.acts.files import LOGBOEKEN
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Gelezen
from casustafel.register.store import doorgegeven

MOST = 500
"""Rows that one message holds at most."""
ID_TYPE = "urn:casustafel:log-id"
NANO, MICRO = 1_000_000_000, 1000
Send = Callable[[bytes], bool]
"""Takes a message of OTLP, and tells whether the collector has all of it."""


def pass_on(send: Send) -> tuple[int, bool]:
    """Send what did not arrive yet, tree by tree; gives how many records went, and whether all arrived.

    What was sent and not noted, after a crash in between, goes again with the same ids: a collector knows it.
    """
    done = 0
    for logboek in LOGBOEKEN.values():
        for boom_id in logboek.trees():
            while True:
                begin = doorgegeven.reached(logboek.naam, boom_id)
                end, rows = logboek.read_on(boom_id, plaats=begin, most=MOST)
                if end == begin:
                    break
                spans = [span_of(logboek.naam, boom_id, row) for row in rows if _is_processing(row)]
                if spans and not send(message_of(spans)):
                    return done, False
                doorgegeven.reach(logboek.naam, boom_id, tot=end)
                done += len(spans)
    return done, True


def _is_processing(row: Gelezen) -> bool:
    """Tell whether data of a person were processed: a refusal opens nothing, and not every act is about a person."""
    return row.log_id is not None and row.gevolg != Gevolg.REFUSED.value


def message_of(spans: Sequence[ReadableSpan]) -> bytes:
    """Give a message of OTLP as bytes."""
    message: bytes = encode_spans(spans).SerializeToString()
    return message


def span_of(bestand: str, boom_id: UUID, row: Gelezen) -> ReadableSpan:
    """Make the record of a row. Its ids are those of its place in the log: sent twice, it is the same record."""
    seed = sha256(f"{bestand}/{boom_id.hex}/{row.plaats}".encode()).digest()
    at = _nanoseconds(row.op)
    return ReadableSpan(
        name=row.daad or "",
        context=SpanContext(
            trace_id=int.from_bytes(seed[:16]) or 1,
            span_id=int.from_bytes(seed[16:24]) or 1,
            is_remote=False,
            trace_flags=TraceFlags(TraceFlags.SAMPLED),
        ),
        resource=Resource({"service.name": "casustafel"}),
        attributes={
            "dpl.core.processing_activity_id": activity_of(row.verwerking or ""),
            "dpl.core.data_subject_id": str(row.log_id),
            "dpl.core.data_subject_id_type": ID_TYPE,
        },
        status=Status(StatusCode.OK),
        start_time=at,
        end_time=at,
    )


def activity_of(verwerking: str) -> str:
    """Give the address of a processing activity in the register of AVG 30, without the purpose stated beside it."""
    name = verwerking.partition(":")[0].strip().lower()
    return settings.CASUSTAFEL_LDV_REGISTER + re.sub(r"[^a-z0-9]+", "-", name).strip("-")


def _nanoseconds(moment: datetime | None) -> int:
    """Give a moment as OTLP counts it, exact to the microsecond that the log has."""
    if moment is None:
        return 0
    whole = int(moment.replace(microsecond=0).timestamp())
    return whole * NANO + moment.microsecond * MICRO
