"""The werkvoorraad of one covenant: one reading act per file, each gated and logged there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from casustafel.acts.edge import LOCAL, Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Moment, Niets, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import CasusFeit, DossierFeit, Wie
from casustafel.convenant.rules.doorverstrekking import may_find_toestemmingen, may_open_toestemming
from casustafel.convenant.rules.toegang import (
    may_find_afsluitingen,
    may_find_casussen,
    may_find_dossier,
    may_find_dossiers,
    may_open_afsluiting,
    may_open_plan,
)
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import (
    Stap,
    Werk,
    werk_in_casusoverleg,
    werk_in_weegploeg,
    werk_on_afsluiting,
    werk_on_controle,
    werk_on_doorverstrekking,
)
from casustafel.weegploeg import store as weegploeg

Facts = TypeVar("Facts")


class WerkRegel(Uitvoer):
    """One thing that waits, by number: nothing of its content. `uiterlijk_om` is there for a term of hours."""

    stap: Stap
    artikel: str
    houder_id: Id
    nummer: str
    uiterlijk_op: Dag | None
    bij_id: Id | None
    herinnerd_op: Dag | None
    uiterlijk_om: Moment | None = None


class WerkLijst(Uitvoer):
    """What waits for one person in one file, the earliest day first."""

    werk: tuple[WerkRegel, ...]


def _last_day(werk: Werk) -> date | None:
    """Give the last day, also of what is due at a moment: the day on which that is here."""
    return werk.uiterlijk_om.astimezone(LOCAL).date() if werk.uiterlijk_om else werk.uiterlijk_op


def listed(
    derive: Callable[..., Iterator[Werk]],
) -> Callable[[Pass, Sequence[Facts], Niets], WerkLijst]:
    """Give what a list of work does: derive what waits, the earliest day first."""

    def run(pas: Pass, found: Sequence[Facts], _invoer: Niets) -> WerkLijst:
        werk = [w for facts in found for w in derive(pas.wie, facts, day=pas.day)]
        werk.sort(key=lambda w: (_last_day(w) or date.max, w.nummer))
        return WerkLijst(
            werk=tuple(
                WerkRegel(
                    stap=w.stap,
                    artikel=w.artikel,
                    houder_id=w.houder_id,
                    nummer=w.nummer,
                    uiterlijk_op=_last_day(w),
                    bij_id=w.bij_id,
                    herinnerd_op=w.herinnerd_op,
                    uiterlijk_om=w.uiterlijk_om,
                )
                for w in werk
            )
        )

    return run


def _waiting_dossiers(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[DossierFeit]:
    return [d for d in weegploeg.active(wie, day=edge.day) if any(_on_dossier(wie, d, day=edge.day))]


def _on_dossier(wie: Wie, dossier: DossierFeit, *, day: date) -> Iterator[Werk]:
    yield from werk_in_weegploeg(wie, dossier, day=day)
    yield from werk_on_controle(wie, dossier, day=day)


def _waiting_casussen(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[CasusFeit]:
    return [c for c in casusoverleg.active(wie, day=edge.day) if any(werk_in_casusoverleg(wie, c, day=edge.day))]


def _waiting_afsluitingen(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[CasusFeit]:
    return [c for c in casusoverleg.pending(wie, day=edge.day) if any(werk_on_afsluiting(wie, c, day=edge.day))]


def _waiting_doorverstrekkingen(wie: Wie, _invoer: Niets, edge: Edge) -> Sequence[DoorverstrekkingFeit]:
    found = casusoverleg.pending_doorverstrekkingen(wie, day=edge.day)
    return [d for d in found if any(werk_on_doorverstrekking(wie, d, day=edge.day))]


def _dossier_id(dossier: DossierFeit) -> Id:
    return dossier.kop.id


def _casus_id(casus: CasusFeit) -> Id:
    return casus.kop.id


def _casus_of(doorverstrekking: DoorverstrekkingFeit) -> Id:
    return doorverstrekking.casus.kop.id


def _may_doorverstrekkingen(wie: Wie, edge: Edge) -> Verdict:
    return may_find_toestemmingen(wie, day=edge.day)


def _doorverstrekking_rule(wie: Wie, doorverstrekking: DoorverstrekkingFeit, edge: Edge) -> Verdict:
    return may_open_toestemming(wie, doorverstrekking, day=edge.day)


def _may_dossiers(wie: Wie, edge: Edge) -> Verdict:
    return may_find_dossiers(wie, day=edge.day)


def _may_casussen(wie: Wie, edge: Edge) -> Verdict:
    return may_find_casussen(wie, day=edge.day)


def _may_afsluitingen(wie: Wie, edge: Edge) -> Verdict:
    return may_find_afsluitingen(wie, day=edge.day)


def _dossier_rule(wie: Wie, dossier: DossierFeit, edge: Edge) -> Verdict:
    return may_find_dossier(wie, dossier.kop, day=edge.day)


def _casus_rule(wie: Wie, casus: CasusFeit, edge: Edge) -> Verdict:
    return may_open_plan(wie, casus.kop, day=edge.day)


def _afsluiting_rule(wie: Wie, casus: CasusFeit, edge: Edge) -> Verdict:
    return may_open_afsluiting(wie, casus.kop, day=edge.day)


find_werk_weegploeg = register_act(
    ListAct(
        code="find-werk-weegploeg",
        articles=("7.3", "7.4", "8.3", "8.4"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_waiting_dossiers,
        id_of=_dossier_id,
        may=_may_dossiers,
        rule=_dossier_rule,
        run=listed(_on_dossier),
    )
)

find_werk_casusoverleg = register_act(
    ListAct(
        code="find-werk-casusoverleg",
        articles=("9.3", "9.4", "10.3", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_waiting_casussen,
        id_of=_casus_id,
        may=_may_casussen,
        rule=_casus_rule,
        run=listed(werk_in_casusoverleg),
    )
)

find_werk_afsluiting = register_act(
    ListAct(
        code="find-werk-afsluiting",
        articles=("9.4", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_waiting_afsluitingen,
        id_of=_casus_id,
        may=_may_afsluitingen,
        rule=_afsluiting_rule,
        run=listed(werk_on_afsluiting),
    )
)

find_werk_doorverstrekking = register_act(
    ListAct(
        code="find-werk-doorverstrekking",
        articles=("10.5.ii",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="werkvoorraad",
        gevolg=Gevolg.FOUND,
        invoer=Niets,
        candidates=_waiting_doorverstrekkingen,
        id_of=_casus_of,
        may=_may_doorverstrekkingen,
        rule=_doorverstrekking_rule,
        run=listed(werk_on_doorverstrekking),
    )
)
