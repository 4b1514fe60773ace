"""Receive a request, establish who asks, or end it with a letter that confirms nothing. Covenant 12.1, 12.3."""

from casustafel.acts.betrokkene.declare import ACTIVITY, change
from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Regel, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import AanvraagInhoud, IdentiteitInhoud, VerzoektaakInhoud
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoek import (
    VERTEGENWOORDIGD,
    may_close_onbekend,
    may_establish_identiteit,
    may_receive_verzoek,
    told_first_day,
)
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import (
    Taakstaat,
    Vertegenwoordiging,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
    check_by,
)
from casustafel.register import store as register

OWN_PART = "Ga na wat uw organisatie over deze persoon heeft ingebracht, en of dat klopt en volledig is."
"""What each kernpartij is asked on the first day; it stands in the file, so it is in the language of the file."""


class ReceiveVerzoek(Invoer):
    """Who asks, by which address an answer goes, what is asked, and when it came; and who asks for another."""

    soort: Verzoeksoort
    naam: Regel
    adres: Regel
    leeftijdsgroep: Regel = ""
    gevraagd: Tekst = ""
    ontvangen_op: Dag
    vertegenwoordiging: Vertegenwoordiging = Vertegenwoordiging.GEEN
    vertegenwoordiger: Regel = ""
    vertegenwoordiger_adres: Regel = ""


class NewVerzoek(Uitvoer):
    """The request that was entered, and its number."""

    id: Id
    nummer: str


class EstablishIdentiteit(Wijzigend):
    """Which paper was seen, and how; of a representative also that of the representation. No copy, no number."""

    papier: Regel
    gezien: Regel
    vertegenwoordiging_papier: Regel = ""
    vertegenwoordiging_gezien: Regel = ""


class CloseOnbekend(Wijzigend):
    """The letter that says that identity was not established, and nothing else."""

    brief: Tekst


def _may_receive(wie: Wie, invoer: ReceiveVerzoek, edge: Edge) -> Verdict:
    return may_receive_verzoek(
        wie,
        soort=invoer.soort,
        naam=invoer.naam,
        adres=invoer.adres,
        gevraagd=invoer.gevraagd,
        vertegenwoordiging=invoer.vertegenwoordiging,
        vertegenwoordiger=invoer.vertegenwoordiger,
        leeftijdsgroep=invoer.leeftijdsgroep,
        ontvangen_op=invoer.ontvangen_op,
        day=edge.day,
    )


def _receive(pas: Pass, invoer: ReceiveVerzoek) -> NewVerzoek:
    feit = store.begin(pas, soort=invoer.soort, ontvangen_op=invoer.ontvangen_op)
    store.stukken.add(
        pas,
        AanvraagInhoud(**invoer.model_dump(exclude={"soort", "ontvangen_op"}, mode="json")),
        houder_id=feit.id,
        soort=VerzoekStuk.AANVRAAG,
        op=invoer.ontvangen_op,
        staat="" if invoer.vertegenwoordiging is Vertegenwoordiging.GEEN else VERTEGENWOORDIGD,
    )
    for organisatie_id in told_first_day(pas.wie, day=pas.day):
        store.stukken.add(
            pas,
            VerzoektaakInhoud(opdracht=OWN_PART),
            houder_id=feit.id,
            soort=VerzoekStuk.TAAK,
            organisatie_id=organisatie_id,
            uiterlijk_op=check_by(feit, pas.wie.convenant),
            staat=Taakstaat.OPEN,
        )
    return NewVerzoek(id=feit.id, nummer=feit.nummer)


def _may_establish(wie: Wie, feit: VerzoekFeit, invoer: EstablishIdentiteit, edge: Edge) -> Verdict:
    return may_establish_identiteit(
        wie,
        feit,
        papier=invoer.papier,
        gezien=invoer.gezien,
        vertegenwoordiging_papier=invoer.vertegenwoordiging_papier,
        vertegenwoordiging_gezien=invoer.vertegenwoordiging_gezien,
        day=edge.day,
    )


def _establish(pas: Pass, feit: VerzoekFeit, invoer: EstablishIdentiteit) -> None:
    store.stukken.add(
        pas,
        IdentiteitInhoud(
            **invoer.model_dump(exclude={"houder_id", "versie"}),
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.IDENTITEIT,
    )
    store.advance(pas, feit.id, Verzoekstaat.IDENTITEIT_VASTGESTELD)


def _may_close(wie: Wie, feit: VerzoekFeit, invoer: CloseOnbekend, edge: Edge) -> Verdict:
    return may_close_onbekend(wie, feit, brief=invoer.brief, day=edge.day)


def _close(pas: Pass, feit: VerzoekFeit, invoer: CloseOnbekend) -> None:
    store.stukken.add(
        pas,
        IdentiteitInhoud(brief=invoer.brief, door=register.handelend(pas.wie)),
        houder_id=feit.id,
        soort=VerzoekStuk.IDENTITEIT,
        staat=Verzoekstaat.ONBEKEND,
    )
    store.advance(pas, feit.id, Verzoekstaat.ONBEKEND, beantwoord_op=pas.day)


receive_verzoek = register_act(
    PlainAct(
        code="receive-verzoek",
        articles=("12.1", "12.2", "12.3", "12.5"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.CHANGED,
        invoer=ReceiveVerzoek,
        rule=_may_receive,
        run=_receive,
    )
)
establish_identiteit = change(
    "establish-identiteit",
    articles=("12.1", "12.3"),
    invoer=EstablishIdentiteit,
    rule=_may_establish,
    run=_establish,
)
close_onbekend = change("close-onbekend", articles=("12.3",), invoer=CloseOnbekend, rule=_may_close, run=_close)
