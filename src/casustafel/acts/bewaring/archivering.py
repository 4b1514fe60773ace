"""Move a dossier or casus to the archive: packed, carried, taken in, acknowledged. Covenant 13.2.

The same acts in each file. What was packed is invisible from then on, and leaves its file by the steps of destruction
once its bundle has arrived. No transaction crosses a wall: the two parts of a subject go in a bundle each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from casustafel.acts.bewaring.inhoud import IN_CASUS, IN_DOSSIER
from casustafel.acts.bewaring.vernietiging import ACTIVITY, IN_CASUSOVERLEG, IN_WEEGPLOEG, Stappen
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, OpHouder
from casustafel.acts.overdracht.overdracht import SendZending
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefKop, Archivering, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.outbox import Outbox
from casustafel.bestand.overleg import Overleggen
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stukken
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort, last_processing_on
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules import bewaring as rules
from casustafel.convenant.rules.weegploeg import may_carry
from casustafel.convenant.stuk import Herkomst
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg

In = TypeVar("In", bound=OpHouder)


class PackArchivering(OpHouder):
    """Which one, and the day of the last casework on the same subject in the other file, if there is any."""

    elders_op: Dag | None = None


class WithdrawArchivering(OpHouder):
    """Which one."""


class ReceiveArchivering(Invoer):
    """The bundle as it left its file."""

    zending_id: Id
    bundel: Archivering


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NaarArchief:
    """The acts that move out of one file."""

    pack: HolderAct[PackArchivering, BewaarFeit, None]
    withdraw: HolderAct[WithdrawArchivering, BewaarFeit, None]
    send: HolderAct[SendZending, BewaarFeit, Archivering | None]
    acknowledge: HolderAct[SendZending, BewaarFeit, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """What these acts need of one file."""

    stappen: Stappen
    herkomst: Herkomst
    vernietiging: Vernietiging
    outbox: Outbox[Any]
    stukken: Stukken[Any]
    kinds: Mapping[Any, type]
    overleggen: Overleggen[Any, Any, Any]
    kop_of: Callable[[Pass, UUID], ArchiefKop]


def _may_pack(wie: Wie, feit: BewaarFeit, invoer: PackArchivering, edge: Edge) -> Verdict:
    return rules.may_archive(wie, feit, elders_op=invoer.elders_op, day=edge.day)


def _may_carry(wie: Wie, feit: BewaarFeit, _invoer: OpHouder, edge: Edge) -> Verdict:
    return rules.may_carry_archivering(wie, feit, day=edge.day)


def _version(_feit: BewaarFeit) -> int:
    return 0


def _bundel(pas: Pass, feit: BewaarFeit, invoer: PackArchivering, room: _Room) -> Archivering:
    return Archivering(
        dossier_id=feit.elders_id if feit.soort is Houdersoort.CASUS and feit.elders_id else feit.id,
        herkomst=room.herkomst.value,
        op=pas.day,
        verwerkt_op=last_processing_on(feit, elders_op=invoer.elders_op),
        kop=room.kop_of(pas, feit.id),
        items=room.stukken.pack(pas, feit.id, room.kinds),
        overleggen=room.overleggen.history(feit.id),
    )


def _acts_of(room: _Room) -> NaarArchief:
    """Declare the acts of one file."""

    def pack(pas: Pass, feit: BewaarFeit, invoer: PackArchivering) -> None:
        room.vernietiging.begin_move(pas, _bundel(pas, feit, invoer, room), houder_id=feit.id)

    def withdraw(pas: Pass, feit: BewaarFeit, _invoer: WithdrawArchivering) -> None:
        room.vernietiging.withdraw_move(pas, feit.id)

    def send(pas: Pass, feit: BewaarFeit, invoer: SendZending) -> Archivering | None:
        return room.outbox.open(pas, invoer.zending_id, Archivering, houder_id=feit.id)

    def acknowledge(pas: Pass, _feit: BewaarFeit, invoer: SendZending) -> None:
        room.outbox.drop(pas, invoer.zending_id)

    def act(step: str, invoer: type[In], *, gevolg: Gevolg = Gevolg.CHANGED, **parts: Any) -> HolderAct[In, Any, Any]:
        return register_act(
            HolderAct(
                code=f"{step}-archivering-{room.herkomst}",
                articles=("13.2",),
                bestand=room.stappen.bestand,
                verwerking=ACTIVITY,
                gevolg=gevolg,
                invoer=invoer,
                facts=room.stappen.facts,
                version=_version,
                **parts,
            )
        )

    return NaarArchief(
        pack=act("pack", PackArchivering, rule=_may_pack, run=pack),
        withdraw=act("withdraw", WithdrawArchivering, rule=_may_carry, run=withdraw),
        send=act("send", SendZending, gevolg=Gevolg.EXPORTED, rule=_may_carry, run=send),
        acknowledge=act("acknowledge", SendZending, rule=_may_carry, run=acknowledge),
    )


def _may_receive(wie: Wie, _invoer: ReceiveArchivering, edge: Edge) -> Verdict:
    return may_carry(wie, convenant_id=wie.convenant.id, day=edge.day)


def _receive(pas: Pass, invoer: ReceiveArchivering) -> None:
    if archief.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.ARCHIVERING):
        archief.take_in(pas, invoer.bundel)


receive_archivering = register_act(
    PlainAct(
        code="receive-archivering",
        articles=("13.2",),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveArchivering,
        rule=_may_receive,
        run=_receive,
    )
)
NAAR_ARCHIEF: dict[Bestand, NaarArchief] = {
    Bestand.WEEGPLOEG: _acts_of(
        _Room(
            stappen=IN_WEEGPLOEG,
            herkomst=Herkomst.WEEGPLOEG,
            vernietiging=weegploeg.vernietiging,
            outbox=weegploeg.outbox,
            stukken=weegploeg.stukken,
            kinds=IN_DOSSIER,
            overleggen=weegploeg.overleggen,
            kop_of=weegploeg.kop_of,
        )
    ),
    Bestand.CASUSOVERLEG: _acts_of(
        _Room(
            stappen=IN_CASUSOVERLEG,
            herkomst=Herkomst.CASUSOVERLEG,
            vernietiging=casusoverleg.vernietiging,
            outbox=casusoverleg.outbox,
            stukken=casusoverleg.stukken,
            kinds=IN_CASUS,
            overleggen=casusoverleg.overleggen,
            kop_of=casusoverleg.kop_of,
        )
    ),
}
