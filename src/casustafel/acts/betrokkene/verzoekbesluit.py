"""Take a position on a request, and decide on it by what the positions say. Covenant 12.2, 12.4, 12.5, 4."""

from casustafel.acts.betrokkene.declare import change
from casustafel.acts.edge import Edge
from casustafel.acts.invoer import OpHouder, Regel, Tekst, Wijzigend
from casustafel.bestand.pas import Pass
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import VerzoekbesluitInhoud, VerzoekStandpuntInhoud
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.verzoekbesluit import (
    may_decide_verzoek,
    may_take_standpunt_verzoek,
    standpunt_code,
    would_decide,
)
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, VerzoekFeit, Verzoekstaat
from casustafel.register import store as register

AP = "Autoriteit Persoonsgegevens"
"""Where everybody may complain of how personal data is handled. AVG 77; every decision names it. Covenant 12.4."""


class TakeStandpuntVerzoek(OpHouder):
    """Do what is asked; or a ground, what it reaches and why."""

    antwoord: Antwoord
    grond: Regel = ""
    reikwijdte: Tekst = ""
    motivering: Tekst = ""


class DecideVerzoek(Wijzigend):
    """Where to object, and to which court; what is decided follows from the positions."""

    bezwaar_bij: Regel
    rechtbank: Regel


def _may_take(wie: Wie, feit: VerzoekFeit, invoer: TakeStandpuntVerzoek, edge: Edge) -> Verdict:
    return may_take_standpunt_verzoek(
        wie,
        feit,
        antwoord=invoer.antwoord,
        grond=invoer.grond,
        reikwijdte=invoer.reikwijdte,
        motivering=invoer.motivering,
        day=edge.day,
    )


def _take(pas: Pass, feit: VerzoekFeit, invoer: TakeStandpuntVerzoek) -> None:
    store.stukken.put_own(
        pas,
        VerzoekStandpuntInhoud(
            reikwijdte=invoer.reikwijdte,
            motivering=invoer.motivering,
            door=register.handelend(pas.wie),
            als_plaatsvervanger=pas.wie.is_plaatsvervanger,
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.STANDPUNT,
        staat=standpunt_code(invoer.antwoord, invoer.grond),
    )


def _may_decide(wie: Wie, feit: VerzoekFeit, invoer: DecideVerzoek, edge: Edge) -> Verdict:
    return may_decide_verzoek(wie, feit, bezwaar_bij=invoer.bezwaar_bij, rechtbank=invoer.rechtbank, day=edge.day)


def _decide(pas: Pass, feit: VerzoekFeit, invoer: DecideVerzoek) -> Besluituitkomst:
    uitkomst, _kept = would_decide(feit, pas.wie, day=pas.day)
    store.stukken.add(
        pas,
        VerzoekbesluitInhoud(
            bezwaar_bij=invoer.bezwaar_bij,
            rechtbank=invoer.rechtbank,
            klacht_bij=AP,
            door=register.handelend(pas.wie),
        ),
        houder_id=feit.id,
        soort=VerzoekStuk.BESLUIT,
        organisatie_id=pas.wie.organisatie_id,
        staat=uitkomst,
    )
    store.advance(pas, feit.id, Verzoekstaat.BESLOTEN, besloten_op=pas.day, uitkomst=uitkomst.value)
    return uitkomst


take_standpunt_verzoek = change(
    "take-standpunt-verzoek",
    articles=("12.2", "12.4", "12.5", "4"),
    invoer=TakeStandpuntVerzoek,
    rule=_may_take,
    run=_take,
    adds=True,
)
decide_verzoek = change(
    "decide-verzoek", articles=("12.2", "12.4", "12.5", "4"), invoer=DecideVerzoek, rule=_may_decide, run=_decide
)
