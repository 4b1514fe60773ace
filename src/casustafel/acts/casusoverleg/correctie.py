"""Correct one's own contribution; what stood there stays, with the reason. Covenant 10.3, 9.2."""

from dataclasses import replace

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Invoer, Tekst, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Was
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import BijdrageInhoud, CorrectieInhoud
from casustafel.convenant.feit import CasusFeit, StukId, Wie
from casustafel.convenant.rules.netwerk import may_correct_bijdrage
from casustafel.convenant.verdict import Verdict, field_fault, gettext_noop, refuse_for
from casustafel.convenant.verstrekking import Merk

VELDEN = ("omschrijving", "noodzaak")


def differences(before: object, after: Invoer, *, velden: tuple[str, ...]) -> tuple[Was, ...]:
    """Give what stood in each field that changes."""
    return tuple(
        Was(veld=veld, tekst=getattr(before, veld)) for veld in velden if getattr(before, veld) != getattr(after, veld)
    )


def note_correctie(  # a correction is these
    pas: Pass, casus: CasusFeit, *, bij_id: StukId, reden: str, was: tuple[Was, ...], merk: Merk
) -> None:
    """Keep what stood in a piece, with the reason, beside it."""
    store.stukken.add(
        pas,
        CorrectieInhoud(reden=reden, was=was, merk=merk),
        houder_id=casus.kop.id,
        soort=store.Soort.CORRECTIE,
        organisatie_id=pas.wie.organisatie_id,
        bij_id=bij_id,
    )


class CorrectBijdrage(Wijzigend):
    """Which contribution, what must stand there, and why."""

    bijdrage_id: Id
    omschrijving: Tekst
    noodzaak: Tekst
    reden: Tekst


def _rule(wie: Wie, casus: CasusFeit, invoer: CorrectBijdrage, edge: Edge) -> Verdict:
    return may_correct_bijdrage(
        wie,
        casus,
        bijdrage_id=StukId(invoer.bijdrage_id),
        omschrijving=invoer.omschrijving,
        noodzaak=invoer.noodzaak,
        reden=invoer.reden,
        day=edge.day,
    )


def _found(pas: Pass, casus: CasusFeit, bijdrage_id: Id) -> Stuk[BijdrageInhoud]:
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.BIJDRAGE, BijdrageInhoud)
    return next(b for b in found if b.id == bijdrage_id)


def _changes(pas: Pass, casus: CasusFeit, invoer: CorrectBijdrage) -> Verdict:
    if not differences(_found(pas, casus, invoer.bijdrage_id).inhoud, invoer, velden=VELDEN):
        return refuse_for([field_fault("10.3", "reden", gettext_noop("Nothing changes: there is nothing to correct."))])
    return refuse_for(())


def _run(pas: Pass, casus: CasusFeit, invoer: CorrectBijdrage) -> None:
    found = _found(pas, casus, invoer.bijdrage_id)
    was = differences(found.inhoud, invoer, velden=VELDEN)
    note_correctie(pas, casus, bij_id=found.id, reden=invoer.reden, was=was, merk=found.inhoud.merk)
    inhoud = replace(found.inhoud, omschrijving=invoer.omschrijving, noodzaak=invoer.noodzaak)
    store.stukken.replace(pas, inhoud, id=found.id, staat=found.staat, op=found.op)
    store.mend(pas, casus.kop.id)


correct_bijdrage = register_act(
    HolderAct(
        code="correct-bijdrage",
        articles=("10.3", "9.2"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=CorrectBijdrage,
        facts=store.facts,
        version=store.version,
        toets=_changes,
        rule=_rule,
        run=_run,
    )
)
