"""Tell everybody who received data of what was carried out, one known outside the system too. Covenant 12.6; AVG 19."""

from collections.abc import Collection
from uuid import UUID

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import Dag, OpHouder, Regel, Tekst, Wijzigend
from casustafel.archief import store as archief
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import MeldingInhoud, OntvangerInhoud
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import StukId, Wie, of_kind
from casustafel.convenant.melding import Meldstaat, received_by
from casustafel.convenant.rules.melding import may_add_ontvanger, may_notify_verzoek
from casustafel.convenant.rules.verzoek import told_first_day
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoekstaat, carry_out_by
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg


class NotifyVerzoek(Wijzigend):
    """Which request: who is told follows from the files."""


class AddOntvanger(OpHouder):
    """Who received data outside the system, where a letter goes, when it got what, and what it must do with it."""

    naam: Regel
    adres: Regel
    verstrekt_op: Dag
    wat: Tekst


def recipients(dossiers: Collection[UUID]) -> frozenset[UUID]:
    """Give who received of these dossiers, in the files and in the archive. Covenant 12.6."""
    found = weegploeg.bewaring(dossiers, lock=False).values()
    casussen = casusoverleg.all_facts([one.elders_id for one in found if one.elders_id], lock=False).values()
    here = weegploeg.all_facts(dossiers, lock=False).values()
    moved = archief.all_facts(dossiers, lock=False).values()
    return frozenset().union(
        *(received_by(one.stukken) for one in here),
        *(received_by(one.stukken) for one in casussen),
        *(received_by(item.stuk for item in one.inhoud) for one in moved),
    )


def to_tell(wie: Wie, feit: VerzoekFeit, pas: Pass) -> tuple[UUID, ...]:
    """Give every organisation that is told: the kernpartijen, who takes part, and every recipient."""
    return tuple(sorted({*told_first_day(wie, day=pas.day), *recipients(feit.treffers)}))


def _may_notify(wie: Wie, feit: VerzoekFeit, _invoer: NotifyVerzoek, edge: Edge) -> Verdict:
    return may_notify_verzoek(wie, feit, day=edge.day)


def _notify(pas: Pass, feit: VerzoekFeit, _invoer: NotifyVerzoek) -> None:
    inhoud = MeldingInhoud(door=register.handelend(pas.wie))
    last = max(carry_out_by(feit, pas.wie.convenant) or pas.day, pas.day)
    for organisatie_id in to_tell(pas.wie, feit, pas):
        store.stukken.add(
            pas,
            inhoud,
            houder_id=feit.id,
            soort=VerzoekStuk.MELDING,
            organisatie_id=organisatie_id,
            uiterlijk_op=last,
            staat=Meldstaat.OPEN,
        )
    for one in of_kind(feit.stukken, VerzoekStuk.ONTVANGER):
        store.stukken.add(
            pas,
            inhoud,
            houder_id=feit.id,
            soort=VerzoekStuk.MELDING,
            bij_id=one.id,
            uiterlijk_op=last,
            staat=Meldstaat.BRIEF,
        )
    store.advance(pas, feit.id, Verzoekstaat.GEMELD)


def _may_add(wie: Wie, feit: VerzoekFeit, invoer: AddOntvanger, edge: Edge) -> Verdict:
    return may_add_ontvanger(
        wie, feit, naam=invoer.naam, adres=invoer.adres, wat=invoer.wat, op=invoer.verstrekt_op, day=edge.day
    )


def _add(pas: Pass, feit: VerzoekFeit, invoer: AddOntvanger) -> StukId:
    return store.stukken.add(
        pas,
        OntvangerInhoud(
            naam=invoer.naam,
            adres=invoer.adres,
            verstrekt_op=invoer.verstrekt_op,
            wat=invoer.wat,
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.ONTVANGER,
    )


notify_verzoek = change("notify-verzoek", articles=("12.6",), invoer=NotifyVerzoek, rule=_may_notify, run=_notify)
add_ontvanger = change("add-ontvanger", articles=("12.6",), invoer=AddOntvanger, rule=_may_add, run=_add, adds=True)
