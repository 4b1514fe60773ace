"""The permission of the parties for one disclosure, by its own random id. Covenant 10.5.ii.

Who is not at the table learns nothing of the casus here: no id, number, name or day of it, and no version of it either,
so that a change by somebody else shows in nothing.
"""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from casustafel.acts.casusoverleg.gegeven import GegevenBeeld, gegevens
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, OpHouder, Tekst, Uitvoer
from casustafel.acts.standpunt import standpunt_inhoud
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import StandpuntInhoud
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import RETIRED
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import DoorverstrekkingInhoud, DoorverstrektInhoud
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit
from casustafel.convenant.feit import Keuze, OrganisatieId, StandpuntFeit, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules import doorverstrekking as rules
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict


class OpenToestemming(OpHouder):
    """Which disclosure, by its own id."""


class ToestemmingBeeld(Uitvoer):
    """The question to one party: what every party sees, and where this one stands.

    `gegevens` holds the items that this party itself brought, and no others; `casus_id` is filled at the table only.
    """

    id: Id
    nummer: str
    staat: Vraagstaat
    noodzaak: tuple[str, ...]
    soorten: tuple[str, ...]
    partner: Soort
    keuze: Keuze | None
    motivering: str
    gegevens: tuple[GegevenBeeld, ...]
    casus_id: Id | None


def reach(invoer: OpHouder) -> Collection[UUID]:
    """Give the casus whose key opens the record of a disclosure; none where there is no such disclosure."""
    return store.casus_of_doorverstrekking([invoer.houder_id]).values()


def version(doorverstrekking: DoorverstrekkingFeit) -> int:
    """Give the version of the casus. No input carries it: it would tell those elsewhere that work goes on."""
    return store.version(doorverstrekking.casus)


def inhoud_of(pas: Pass, doorverstrekking: DoorverstrekkingFeit) -> DoorverstrekkingInhoud:
    """Open the record of a disclosure and nothing else."""
    rows = store.stukken.sealed(doorverstrekking.casus.kop.id, ids=[doorverstrekking.id])
    (stuk,) = store.stukken.open(pas, rows[store.Soort.DOORVERSTREKKING], DoorverstrekkingInhoud)
    return stuk.inhoud


def chosen_of(
    pas: Pass, doorverstrekking: DoorverstrekkingFeit, *, of: OrganisatieId | None = None
) -> list[GegevenBeeld]:
    """Open the items that were chosen, as they stand now; with `of` only those that an organisation brought."""
    casus = doorverstrekking.casus
    links = [
        stuk.id
        for stuk in casus.stukken
        if stuk.soort == store.Soort.DOORVERSTREKT
        and stuk.bij_id == doorverstrekking.id
        and (of is None or stuk.organisatie_id == of)
    ]
    if not links:
        return []
    rows = store.stukken.sealed(casus.kop.id, ids=links)[store.Soort.DOORVERSTREKT]
    ids = {stuk.inhoud.stuk_id for stuk in store.stukken.open(pas, rows, DoorverstrektInhoud)}
    return list(gegevens(pas, casus.kop.id, ids=ids))


def _own_reason(pas: Pass, doorverstrekking: DoorverstrekkingFeit) -> str:
    casus = doorverstrekking.casus
    own = [
        stuk.id
        for stuk in casus.stukken
        if stuk.soort == store.Soort.STANDPUNT
        and stuk.bij_id == doorverstrekking.id
        and stuk.organisatie_id == pas.wie.organisatie_id
        and stuk.staat != RETIRED
    ]
    rows = store.stukken.sealed(casus.kop.id, ids=own)[store.Soort.STANDPUNT] if own else []
    return "".join(stuk.inhoud.motivering for stuk in store.stukken.open(pas, rows, StandpuntInhoud))


def _show(pas: Pass, doorverstrekking: DoorverstrekkingFeit, _invoer: OpenToestemming) -> ToestemmingBeeld:
    inhoud = inhoud_of(pas, doorverstrekking)
    own = pas.wie.organisatie_id
    is_source = own in doorverstrekking.bronnen
    is_here = may_open_casus(pas.wie, doorverstrekking.casus.kop, day=pas.day).is_allowed
    return ToestemmingBeeld(
        id=doorverstrekking.id,
        nummer=doorverstrekking.nummer,
        staat=doorverstrekking.staat,
        noodzaak=inhoud.noodzaak,
        soorten=inhoud.soorten,
        partner=Soort.EXTERN,
        keuze=doorverstrekking.keuze_of(own),
        motivering=_own_reason(pas, doorverstrekking),
        gegevens=tuple(chosen_of(pas, doorverstrekking, of=own)) if is_source else (),
        casus_id=doorverstrekking.casus.kop.id if is_here else None,
    )


def _may_open(wie: Wie, doorverstrekking: DoorverstrekkingFeit, _invoer: OpenToestemming, edge: Edge) -> Verdict:
    return rules.may_open_toestemming(wie, doorverstrekking, day=edge.day)


open_toestemming = register_act(
    HolderAct(
        code="open-toestemming",
        articles=("10.5.ii", "10.5.iii"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.OPENED,
        invoer=OpenToestemming,
        facts=store.doorverstrekkingen,
        version=version,
        rule=_may_open,
        run=_show,
        reach=reach,
    )
)


class TakeStandpuntDoorverstrekking(OpHouder):
    """Whether the party agrees with the disclosure or refuses, and why."""

    keuze: Keuze
    motivering: Tekst


def _may_take(
    wie: Wie, doorverstrekking: DoorverstrekkingFeit, invoer: TakeStandpuntDoorverstrekking, edge: Edge
) -> Verdict:
    return rules.may_take_standpunt_doorverstrekking(wie, doorverstrekking, motivering=invoer.motivering, day=edge.day)


def _take(pas: Pass, doorverstrekking: DoorverstrekkingFeit, invoer: TakeStandpuntDoorverstrekking) -> None:
    casus_id = doorverstrekking.casus.kop.id
    store.stukken.put_own(
        pas,
        standpunt_inhoud(pas, invoer.motivering),
        houder_id=casus_id,
        soort=store.Soort.STANDPUNT,
        staat=invoer.keuze,
        bij_id=doorverstrekking.id,
    )
    if pas.wie.organisatie_id is not None:
        standpunt = StandpuntFeit(organisatie_id=pas.wie.organisatie_id, keuze=invoer.keuze)
        if rules.is_granted_with(doorverstrekking, standpunt, wie=pas.wie, day=pas.day):
            inhoud = replace(inhoud_of(pas, doorverstrekking), verleend_op=pas.day)
            store.stukken.replace(
                pas,
                inhoud,
                id=doorverstrekking.id,
                staat=Vraagstaat.AANGENOMEN,
                op=doorverstrekking.gevraagd_op,
            )
    store.touch(pas, casus_id)


take_standpunt_doorverstrekking = register_act(
    HolderAct(
        code="take-standpunt-doorverstrekking",
        articles=("10.5.ii", "4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.CHANGED,
        invoer=TakeStandpuntDoorverstrekking,
        needs_fresh_sign_in=True,
        facts=store.doorverstrekkingen,
        version=version,
        adds=True,
        rule=_may_take,
        run=_take,
        reach=reach,
    )
)


class WithdrawStandpuntDoorverstrekking(OpHouder):
    """On which disclosure."""


def _may_withdraw(
    wie: Wie, doorverstrekking: DoorverstrekkingFeit, _invoer: WithdrawStandpuntDoorverstrekking, edge: Edge
) -> Verdict:
    return rules.may_withdraw_standpunt_doorverstrekking(wie, doorverstrekking, day=edge.day)


def _withdraw(pas: Pass, doorverstrekking: DoorverstrekkingFeit, _invoer: WithdrawStandpuntDoorverstrekking) -> None:
    casus_id = doorverstrekking.casus.kop.id
    store.stukken.retire_own(pas, houder_id=casus_id, soort=store.Soort.STANDPUNT, bij_id=doorverstrekking.id)
    store.touch(pas, casus_id)


withdraw_standpunt_doorverstrekking = register_act(
    HolderAct(
        code="withdraw-standpunt-doorverstrekking",
        articles=("10.5.ii", "4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="doorverstrekken",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawStandpuntDoorverstrekking,
        facts=store.doorverstrekkingen,
        version=version,
        adds=True,
        rule=_may_withdraw,
        run=_withdraw,
        reach=reach,
    )
)
