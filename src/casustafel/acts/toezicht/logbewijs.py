"""The evidence of the logs, file by file: how it stands, its checkpoints and its tiles. Covenant 15.2.e.

One act per file, for each is logged in its own. None of them shows a row.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, Strict

from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import MAX_NUMBER, Dag, Id, Invoer, Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Logboek
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.logbewijs import (
    controlepunt_due_on,
    may_export_logregels,
    may_see_logbewijs,
    must_fetch_controlepunt,
)
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.verdict import Verdict
from casustafel.kluis.store import log_signer
from casustafel.ledger.checker import HASH_BYTES, TILE_WIDTH
from casustafel.ledger.note import verifier_of

ACTIVITY = "logboek controleren"
MOST_LEVEL = 63


class AfgifteBeeld(Uitvoer):
    """That an organisation fetched a checkpoint, and whether it signed it too."""

    organisatie_id: Id
    grootte: int
    op: datetime
    is_medeondertekend: bool


class LogbewijsBeeld(Uitvoer):
    """How the evidence of one file's log stands."""

    bestand: str
    herkomst: str
    sleutel: str
    grootte: int
    op: datetime | None
    afgiften: tuple[AfgifteBeeld, ...]
    laatst_afgehaald_op: Dag | None
    afhalen_voor: Dag | None


class OpenTegel(Invoer):
    """A tile, by its level, number and width."""

    niveau: Annotated[int, Strict(), Field(ge=0, le=MOST_LEVEL)]
    nummer: Annotated[int, Strict(), Field(ge=0, le=MAX_NUMBER)]
    breedte: Annotated[int, Strict(), Field(ge=1, le=TILE_WIDTH)]


class Herinnering(Uitvoer):
    """Whether it is time to fetch the checkpoints, and by which day if they were fetched before."""

    is_nodig: bool
    uiterlijk_op: Dag | None


def see(wie: Wie, _invoer: Invoer, edge: Edge) -> Verdict:
    """Ask the rule for all of these acts."""
    return may_see_logbewijs(wie, day=edge.day)


def _last_on(logboek: Logboek, wie: Wie) -> Dag | None:
    last = logboek.last_afgifte(wie.convenant.id, wie.organisatie_id) if wie.organisatie_id else None
    return last.astimezone(LOCAL).date() if last else None


def _find(logboek: Logboek, pas: Pass) -> LogbewijsBeeld:
    boom_id: UUID = pas.wie.convenant.id
    stand = logboek.stand(boom_id, signer=log_signer())
    last_on = _last_on(logboek, pas.wie)
    return LogbewijsBeeld(
        bestand=logboek.naam,
        herkomst=logboek.origin(boom_id),
        sleutel=str(verifier_of(logboek.origin(boom_id), log_signer())),
        grootte=stand.grootte if stand else 0,
        op=stand.op if stand else None,
        afgiften=tuple(
            AfgifteBeeld(
                organisatie_id=a.organisatie_id, grootte=a.grootte, op=a.op, is_medeondertekend=a.is_medeondertekend
            )
            for a in logboek.afgiften_of(boom_id)
        ),
        laatst_afgehaald_op=last_on,
        afhalen_voor=controlepunt_due_on(last_on, code=pas.wie.convenant.regime) if last_on else None,
    )


def _fetch(logboek: Logboek, pas: Pass) -> str | None:
    """Give the latest checkpoint, and remember that a kernpartij has it."""
    stand = logboek.stand(pas.wie.convenant.id, signer=log_signer())
    if stand is None:
        return None
    if is_weegploeg(pas.wie) and pas.wie.organisatie_id:
        logboek.give(stand, pas.wie.convenant.id, organisatie_id=pas.wie.organisatie_id, at=pas.moment)
    return stand.controlepunt


def _tile(logboek: Logboek, pas: Pass, invoer: OpenTegel) -> bytes | None:
    """Give the first hashes of a tile, or nothing where it holds fewer; what was once there never changes."""
    tile = logboek.tile(pas.wie.convenant.id, invoer.niveau, invoer.nummer)
    width = invoer.breedte * HASH_BYTES
    return tile[:width] if tile is not None and len(tile) >= width else None


def _acts_of(logboek: Logboek) -> tuple[PlainAct[Niets, Any], PlainAct[Niets, Any], PlainAct[OpenTegel, Any]]:
    common: dict[str, Any] = {
        "articles": ("15.2.e",),
        "bestand": logboek.bestand,
        "verwerking": ACTIVITY,
        "rule": see,
    }
    find = PlainAct(
        code=f"find-logbewijs-{logboek.naam}",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        run=lambda pas, _invoer: _find(logboek, pas),
        **common,
    )
    fetch = PlainAct(
        code=f"fetch-controlepunt-{logboek.naam}",
        gevolg=Gevolg.EXPORTED,
        invoer=Niets,
        run=lambda pas, _invoer: _fetch(logboek, pas),
        **common,
    )
    tile = PlainAct(
        code=f"open-tegel-{logboek.naam}",
        gevolg=Gevolg.EXPORTED,
        invoer=OpenTegel,
        run=lambda pas, invoer: _tile(logboek, pas, invoer),
        **common,
    )
    return register_act(find), register_act(fetch), register_act(tile)


_made = {logboek.naam: _acts_of(logboek) for logboek in LOGBOEKEN.values()}
find_logbewijs: dict[str, PlainAct[Niets, LogbewijsBeeld]] = {naam: acts[0] for naam, acts in _made.items()}
"""How the evidence stands, by the name of the file."""
fetch_controlepunt: dict[str, PlainAct[Niets, str | None]] = {naam: acts[1] for naam, acts in _made.items()}
"""The latest checkpoint, by the name of the file."""
open_tegel: dict[str, PlainAct[OpenTegel, bytes | None]] = {naam: acts[2] for naam, acts in _made.items()}
"""A tile, by the name of the file."""


def _remind(pas: Pass, _invoer: Niets) -> Herinnering:
    last_on = _last_on(LOGBOEKEN[Bestand.WEEGPLOEG], pas.wie)
    code = pas.wie.convenant.regime
    return Herinnering(
        is_nodig=must_fetch_controlepunt(last_on, code=code, day=pas.day),
        uiterlijk_op=controlepunt_due_on(last_on, code=code) if last_on else None,
    )


def _own(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_export_logregels(wie, day=edge.day)


find_werk_logbewijs = register_act(
    PlainAct(
        code="find-werk-logbewijs",
        articles=("15.2.e",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        rule=_own,
        run=_remind,
    )
)
"""Whether a kernpartij should fetch the checkpoints; those of all files are fetched together."""
