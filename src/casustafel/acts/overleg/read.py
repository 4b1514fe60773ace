"""Read meetings: the list, one meeting, whether it changed, and what a calendar gets. Covenant 7.3, 8.4, 9.1, 10.4.

A page of a meeting is a list of subjects: each that the reader may know of is judged by its own rule, logged as found
under its own log id, and its name is opened under its own key. The others are not there.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, ListAct, register_act
from casustafel.acts.invoer import Niets, Regel
from casustafel.acts.overleg.beeld import (
    OverlegAfspraak,
    OverlegBeeld,
    OverlegLijst,
    OverlegStand,
    beeld_of,
    regel_of,
    stand_of,
)
from casustafel.acts.overleg.bord import KAMERS, VERWERKING, Kamer, OpOverleg, version
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import CasusFeit, DossierFeit, Wie
from casustafel.convenant.overleg import Bord, OverlegFeit, OverlegStaat
from casustafel.convenant.rules.overleg import may_find_overleggen, may_see_overleg, may_see_punt, visible
from casustafel.convenant.rules.toegang import NOT_THERE, is_partner
from casustafel.convenant.verdict import Verdict

LOOK_BACK = timedelta(days=183)


class PeekOverleg(OpOverleg):
    """Which meeting, and the mark that the reader's screen has."""

    stand: Regel = ""


def _find(kamer: Kamer) -> ListAct[Niets, OverlegFeit, OverlegLijst]:
    def candidates(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[OverlegFeit]:
        ids = kamer.overleggen.ids(wie.convenant.id, staten=tuple(OverlegStaat), vanaf=edge.day - LOOK_BACK)
        found = kamer.facts(ids, lock=False).values()
        return [overleg for overleg in found if may_see_overleg(wie, overleg, day=edge.day).is_allowed]

    def run(_pas: Pass, found: Sequence[OverlegFeit], _invoer: Niets) -> OverlegLijst:
        return OverlegLijst(overleggen=tuple(regel_of(overleg) for overleg in found))

    return ListAct(
        code=f"find-overleggen-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=candidates,
        id_of=_overleg_id,
        may=lambda wie, edge: may_find_overleggen(wie, kamer.bord, day=edge.day),
        rule=lambda wie, overleg, edge: may_see_overleg(wie, overleg, day=edge.day),
        run=run,
    )


def _overleg_id(overleg: OverlegFeit) -> UUID:
    return overleg.id


def _subject_id(feit: DossierFeit | CasusFeit) -> UUID:
    return feit.kop.id


def _open(kamer: Kamer) -> ListAct[OpOverleg, DossierFeit | CasusFeit, OverlegBeeld]:
    def candidates(wie: Wie, invoer: OpOverleg, edge: Edge) -> Sequence[DossierFeit | CasusFeit]:
        overleg = kamer.overleg(invoer.houder_id)
        return [punt.feit for punt in visible(wie, overleg, day=edge.day)] if overleg else []

    def whole(wie: Wie, invoer: OpOverleg, edge: Edge) -> Verdict:
        overleg = kamer.overleg(invoer.houder_id)
        return may_see_overleg(wie, overleg, day=edge.day) if overleg else NOT_THERE

    def run(pas: Pass, found: Sequence[DossierFeit | CasusFeit], invoer: OpOverleg) -> OverlegBeeld:
        ids = [feit.kop.id for feit in found]
        is_numbers_only = kamer.bord is Bord.CASUSOVERLEG and is_partner(pas.wie)
        names = {} if is_numbers_only else kamer.names(pas, ids)
        overleg = kamer.facts([invoer.houder_id], lock=False)[invoer.houder_id]
        return beeld_of(pas.wie, overleg, names, day=pas.day)

    return ListAct(
        code=f"open-overleg-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.FOUND,
        invoer=OpOverleg,
        candidates=candidates,
        id_of=_subject_id,
        may=lambda wie, edge: may_find_overleggen(wie, kamer.bord, day=edge.day),
        whole=whole,
        rule=lambda wie, feit, edge: may_see_punt(wie, feit, day=edge.day),
        run=run,
    )


def _peek(kamer: Kamer) -> HolderAct[PeekOverleg, OverlegFeit, OverlegStand]:
    def quiet(wie: Wie, overleg: OverlegFeit, invoer: PeekOverleg, edge: Edge) -> bool:
        return stand_of(wie, overleg, day=edge.day) == invoer.stand

    def run(pas: Pass, overleg: OverlegFeit, invoer: PeekOverleg) -> OverlegStand:
        stand = stand_of(pas.wie, overleg, day=pas.day)
        return OverlegStand(stand=stand, is_nieuw=stand != invoer.stand)

    return HolderAct(
        code=f"peek-overleg-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.FOUND,
        invoer=PeekOverleg,
        facts=kamer.facts,
        version=version,
        rule=lambda wie, overleg, _invoer, edge: may_see_overleg(wie, overleg, day=edge.day),
        quiet=quiet,
        run=run,
    )


def _export(kamer: Kamer) -> HolderAct[OpOverleg, OverlegFeit, OverlegAfspraak]:
    def run(_pas: Pass, overleg: OverlegFeit, _invoer: OpOverleg) -> OverlegAfspraak:
        return OverlegAfspraak(
            id=overleg.id,
            nummer=overleg.nummer,
            op=overleg.op,
            van=overleg.van,
            is_afgelast=overleg.staat is OverlegStaat.AFGELAST,
        )

    return HolderAct(
        code=f"export-overleg-{kamer.bord}",
        articles=kamer.artikelen,
        bestand=kamer.bestand,
        verwerking=VERWERKING,
        gevolg=Gevolg.EXPORTED,
        invoer=OpOverleg,
        facts=kamer.facts,
        version=version,
        rule=lambda wie, overleg, _invoer, edge: may_see_overleg(wie, overleg, day=edge.day),
        run=run,
    )


find_overleggen = {bord: register_act(_find(kamer)) for bord, kamer in KAMERS.items()}
open_overleg = {bord: register_act(_open(kamer)) for bord, kamer in KAMERS.items()}
peek_overleg = {bord: register_act(_peek(kamer)) for bord, kamer in KAMERS.items()}
export_overleg = {bord: register_act(_export(kamer)) for bord, kamer in KAMERS.items()}
