"""A kernpartij puts its own signature under a checkpoint that it fetched. Covenant 15.2.e."""

from base64 import b64decode
from typing import Annotated

from pydantic import Field, Strict

from casustafel.acts.edge import Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Invoer, Regel
from casustafel.acts.toezicht.logbewijs import ACTIVITY
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Logboek
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.logbewijs import may_cosign
from casustafel.convenant.verdict import Verdict
from casustafel.ledger.checker import HASH_BYTES, is_signed

MOST_SIZE = 10**12
# What stands before an Ed25519 key in the one line of its PEM file (RFC 8410).
PEM_HEAD = bytes.fromhex("302a300506032b6570032100")


class Medeonderteken(Invoer):
    """The checkpoint by its number of rows, the public key of the organisation, and its signature: both as base64."""

    grootte: Annotated[int, Strict(), Field(ge=0, le=MOST_SIZE)]
    sleutel: Regel
    handtekening: Regel


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""


def _is_signed(controlepunt: str, invoer: Medeonderteken) -> bool:
    """Tell whether the signature is over the three lines of the checkpoint."""
    message, _blank, _signature = controlepunt.rpartition("\n\n")
    key = _decoded(invoer.sleutel).removeprefix(PEM_HEAD)
    signature = _decoded(invoer.handtekening)
    return len(key) == HASH_BYTES and is_signed(f"{message}\n".encode(), signature=signature, public=key)


def _rule(logboek: Logboek, wie: Wie, invoer: Medeonderteken, edge: Edge) -> Verdict:
    given = logboek.given(wie.convenant.id, wie.organisatie_id, invoer.grootte) if wie.organisatie_id else None
    signed = given is not None and _is_signed(given, invoer)
    return may_cosign(wie, is_fetched=given is not None, is_signed=signed, day=edge.day)


def _run(logboek: Logboek, pas: Pass, invoer: Medeonderteken) -> None:
    if pas.wie.organisatie_id is not None:
        logboek.cosign(
            pas.wie.convenant.id,
            pas.wie.organisatie_id,
            invoer.grootte,
            sleutel=invoer.sleutel,
            handtekening=invoer.handtekening,
        )


def _act_of(logboek: Logboek) -> PlainAct[Medeonderteken, None]:
    return PlainAct(
        code=f"cosign-controlepunt-{logboek.naam}",
        articles=("15.2.e",),
        bestand=logboek.bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=Medeonderteken,
        rule=lambda wie, invoer, edge: _rule(logboek, wie, invoer, edge),
        run=lambda pas, invoer: _run(logboek, pas, invoer),
    )


cosign_controlepunt = {logboek.naam: register_act(_act_of(logboek)) for logboek in LOGBOEKEN.values()}
"""A signature of a kernpartij under a checkpoint, by the name of the file."""
