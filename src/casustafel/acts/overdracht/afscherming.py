"""Shield data of a subject in the file where it is, and lift that: the same acts in each file. Covenant 12.5; AVG 18.

By the system, as the request says. With a piece that is shielded goes what rests on it. This is no casework: the day of
the last processing stays as it was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from casustafel.acts.bewaring.inhoud import IN_CASUS, IN_DOSSIER
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afscherming, AfschermingInhoud, Zendsoort
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stukken, feit_of
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import StukFeit, Wie
from casustafel.convenant.rules.afscherming import AF_TE_SCHERMEN, may_lift, may_shield, with_shielded
from casustafel.convenant.stuk import AFSCHERMING, VERVALLEN, CasusStuk, DossierStuk
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store as weegploeg

VERWERKING: Final = "verzoeken van betrokkenen behandelen"
UNTOLD: Final = tuple(f"{step}-{bestand}" for step in ("shield", "lift") for bestand in ("weegploeg", "casusoverleg"))
"""The acts of which casework does not read that they were done. Covenant 12.5; AVG 18."""
KINDS: Final = tuple(dict.fromkeys([*map(str, DossierStuk), *map(str, CasusStuk)]))
RESTS: Final[dict[str, type[Any]]] = {
    DossierStuk.WEGING: IN_DOSSIER[DossierStuk.WEGING],
    CasusStuk.ANALYSE: IN_CASUS[CasusStuk.ANALYSE],
}
"""The kinds that name what they rest on."""


class ShieldGegevens(OpHouder):
    """The bundle as it left the request; the holder is what the file has of the subject."""

    zending_id: Id
    bundel: Afscherming


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Afschermen:
    """The acts of one file."""

    shield: HolderAct[ShieldGegevens, Any, int]
    lift: HolderAct[ShieldGegevens, Any, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Room:
    """What these acts need of one file. `mend` gives what it holds its next version."""

    bestand: Bestand
    facts: Callable[..., dict[UUID, Any]]
    version: Callable[[Any], int]
    convenant_id: Callable[[Any], UUID]
    stukken: Stukken[Any]
    is_first_time: Callable[..., bool]
    mend: Callable[[Pass, UUID], None]


def _pieces(room: _Room, houder_id: UUID) -> tuple[StukFeit, ...]:
    return tuple(feit_of(one) for one in room.stukken.plain([houder_id], KINDS, ook_afgeschermd=True))


def _resting(pas: Pass, room: _Room, houder_id: UUID) -> Iterator[tuple[UUID, tuple[UUID, ...]]]:
    """Give of each analysis the pieces that it rests on; its content is sealed, so it is opened for that."""
    for soort, inhoud in RESTS.items():
        for stuk in room.stukken.of_kind(pas, houder_id, soort, inhoud):
            yield stuk.id, tuple(stuk.inhoud.signalen)


def _to_shield(pas: Pass, room: _Room, houder_id: UUID, bundel: Afscherming) -> list[UUID | None]:
    """Give what is shielded here: the whole, or of what was asked the pieces of this file and what goes with them."""
    if not bundel.items:
        return [None]
    pieces = _pieces(room, houder_id)
    found = with_shielded(bundel.items, pieces, _resting(pas, room, houder_id))
    return [one.id for one in pieces if one.id in found and one.soort in AF_TE_SCHERMEN]


def _shield(pas: Pass, room: _Room, houder_id: UUID, invoer: ShieldGegevens) -> int:
    bundel = invoer.bundel
    if not room.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.AFSCHERMING):
        return 0
    inhoud = AfschermingInhoud(afscherming_id=bundel.afscherming_id, verzoek_id=bundel.verzoek_id, grond=bundel.grond)
    found = _to_shield(pas, room, houder_id, bundel)
    for one in found:
        room.stukken.add(
            pas, inhoud, houder_id=houder_id, soort=AFSCHERMING, bij_id=one, op=bundel.op, staat=bundel.grond
        )
    if found:
        room.mend(pas, houder_id)
    return len(found)


def _lift(pas: Pass, room: _Room, houder_id: UUID, invoer: ShieldGegevens) -> int:
    bundel = invoer.bundel
    if not room.is_first_time(pas, zending_id=invoer.zending_id, soort=Zendsoort.AFSCHERMING):
        return 0
    shields = room.stukken.of_kind(pas, houder_id, AFSCHERMING, AfschermingInhoud)
    own = [s for s in shields if s.inhoud.afscherming_id == bundel.afscherming_id and s.staat != VERVALLEN]
    for stuk in own:
        inhoud = replace(stuk.inhoud, reden=bundel.reden)
        room.stukken.replace(pas, inhoud, id=stuk.id, staat=VERVALLEN, op=stuk.op, uiterlijk_op=bundel.op)
    if own:
        room.mend(pas, houder_id)
    return len(own)


def _acts_of(room: _Room) -> Afschermen:
    """Declare the acts of one file."""

    def may_take(wie: Wie, feit: Any, invoer: ShieldGegevens, edge: Edge) -> Verdict:
        convenant_id, bundel = room.convenant_id(feit), invoer.bundel
        if bundel.is_opgeheven:
            return may_lift(wie, convenant_id=convenant_id, day=edge.day)
        return may_shield(wie, convenant_id=convenant_id, grond=bundel.grond, day=edge.day)

    def act(step: str, run: Callable[[Pass, _Room, UUID, ShieldGegevens], int]) -> HolderAct[ShieldGegevens, Any, int]:
        return register_act(
            HolderAct(
                code=f"{step}-{room.bestand}",
                articles=("12.5", "12.6"),
                bestand=room.bestand,
                verwerking=VERWERKING,
                gevolg=Gevolg.CHANGED,
                invoer=ShieldGegevens,
                facts=room.facts,
                version=room.version,
                rule=may_take,
                run=lambda pas, _feit, invoer: run(pas, room, invoer.houder_id, invoer),
            )
        )

    return Afschermen(shield=act("shield", _shield), lift=act("lift", _lift))


AFSCHERMEN: Final = {
    room.bestand: _acts_of(room)
    for room in (
        _Room(
            bestand=Bestand.WEEGPLOEG,
            facts=weegploeg.all_facts,
            version=weegploeg.version,
            convenant_id=lambda feit: feit.kop.convenant_id,
            stukken=weegploeg.stukken,
            is_first_time=weegploeg.is_first_time,
            mend=weegploeg.mend,
        ),
        _Room(
            bestand=Bestand.CASUSOVERLEG,
            facts=casusoverleg.all_facts,
            version=casusoverleg.version,
            convenant_id=lambda feit: feit.kop.convenant_id,
            stukken=casusoverleg.stukken,
            is_first_time=casusoverleg.is_first_time,
            mend=casusoverleg.mend,
        ),
        _Room(
            bestand=Bestand.ARCHIEF,
            facts=archief.all_facts,
            version=archief.version,
            convenant_id=lambda feit: feit.convenant_id,
            stukken=archief.stukken,
            is_first_time=archief.is_first_time,
            mend=archief.touch,
        ),
    )
}
"""Each file with the acts that shield in it and lift that."""
