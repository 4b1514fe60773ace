"""Record achterblijvers and persons in the social network; correct and end them. Covenant 10.2.f, 10.2.g, 10.3."""

from dataclasses import replace

from casustafel.acts.casusoverleg.correctie import differences, note_correctie
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Regel, Tekst, Wijzigend
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.gegevens import personen
from casustafel.casusoverleg.inhoud import PersoonInhoud
from casustafel.convenant.feit import CasusFeit, StukId, Wie
from casustafel.convenant.rules import netwerk as rules
from casustafel.convenant.verdict import Verdict, field_fault, gettext_noop, refuse_for
from casustafel.convenant.verstrekking import merk_of

VELDEN = ("naam", "adres", "woonplaats", "gegevens", "noodzaak", "rol")


class Persoon(Wijzigend):
    """Name, address and residence of a person, other relevant data, and why the plan needs it."""

    naam: Regel
    adres: Regel = ""
    woonplaats: Regel = ""
    gegevens: Tekst = ""
    noodzaak: Tekst


class AddAchterblijver(Persoon):
    """A person with whom an uitreiziger lived as a family, and whether help is wanted: ja, nee or onbekend."""

    hulp: Regel
    verstrekking: VerstrekkingInvoer


class AddNetwerkpersoon(Persoon):
    """A person in the social network, with the role in the plan."""

    rol: Tekst
    verstrekking: VerstrekkingInvoer


class CorrectPersoon(Persoon):
    """What must stand there, and why; `rol` is the role, or of an achterblijver whether help is wanted."""

    persoon_id: Id
    rol: Tekst
    reden: Tekst


class EndPersoon(Wijzigend):
    """Who is no longer needed for the plan, and why."""

    persoon_id: Id
    reden: Tekst


def _may_add_achterblijver(wie: Wie, casus: CasusFeit, invoer: AddAchterblijver, edge: Edge) -> Verdict:
    return rules.may_add_achterblijver(
        wie,
        casus,
        naam=invoer.naam,
        noodzaak=invoer.noodzaak,
        hulp=invoer.hulp,
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _may_add_netwerkpersoon(wie: Wie, casus: CasusFeit, invoer: AddNetwerkpersoon, edge: Edge) -> Verdict:
    return rules.may_add_netwerkpersoon(
        wie,
        casus,
        naam=invoer.naam,
        noodzaak=invoer.noodzaak,
        rol=invoer.rol,
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _add(  # a person is recorded with these
    pas: Pass, casus: CasusFeit, invoer: Persoon, *, soort: store.Soort, rol: str, verstrekking: VerstrekkingInvoer
) -> StukId:
    feit = verstrekking.feit()
    persoon_id = store.stukken.add(
        pas,
        PersoonInhoud(
            naam=invoer.naam,
            adres=invoer.adres,
            woonplaats=invoer.woonplaats,
            gegevens=invoer.gegevens,
            noodzaak=invoer.noodzaak,
            rol=rol,
            sinds=pas.day,
            verstrekking=feit,
            merk=merk_of(feit),
        ),
        houder_id=casus.kop.id,
        soort=soort,
        organisatie_id=pas.wie.organisatie_id,
    )
    store.touch(pas, casus.kop.id)
    return persoon_id


def _add_achterblijver(pas: Pass, casus: CasusFeit, invoer: AddAchterblijver) -> StukId:
    soort = store.Soort.ACHTERBLIJVER
    return _add(pas, casus, invoer, soort=soort, rol=invoer.hulp, verstrekking=invoer.verstrekking)


def _add_netwerkpersoon(pas: Pass, casus: CasusFeit, invoer: AddNetwerkpersoon) -> StukId:
    soort = store.Soort.NETWERKPERSOON
    return _add(pas, casus, invoer, soort=soort, rol=invoer.rol, verstrekking=invoer.verstrekking)


def _may_correct(wie: Wie, casus: CasusFeit, invoer: CorrectPersoon, edge: Edge) -> Verdict:
    return rules.may_correct_persoon(
        wie,
        casus,
        persoon_id=StukId(invoer.persoon_id),
        naam=invoer.naam,
        noodzaak=invoer.noodzaak,
        rol=invoer.rol,
        reden=invoer.reden,
        day=edge.day,
    )


def _found(pas: Pass, casus: CasusFeit, persoon_id: Id) -> Stuk[PersoonInhoud]:
    return next(p for p in personen(pas, casus.kop.id).values() if p.id == persoon_id)


def _changes(pas: Pass, casus: CasusFeit, invoer: CorrectPersoon) -> Verdict:
    found = _found(pas, casus, invoer.persoon_id)
    if not differences(found.inhoud, invoer, velden=VELDEN):
        return refuse_for([field_fault("10.3", "reden", gettext_noop("Nothing changes: there is nothing to correct."))])
    return refuse_for(())


def _correct(pas: Pass, casus: CasusFeit, invoer: CorrectPersoon) -> None:
    found = _found(pas, casus, invoer.persoon_id)
    was = differences(found.inhoud, invoer, velden=VELDEN)
    note_correctie(pas, casus, bij_id=found.id, reden=invoer.reden, was=was, merk=found.inhoud.merk)
    inhoud = replace(found.inhoud, **{veld: getattr(invoer, veld) for veld in VELDEN})
    store.stukken.replace(pas, inhoud, id=found.id, staat=found.staat, op=found.op)
    store.mend(pas, casus.kop.id)


def _may_end(wie: Wie, casus: CasusFeit, invoer: EndPersoon, edge: Edge) -> Verdict:
    return rules.may_end_persoon(wie, casus, persoon_id=StukId(invoer.persoon_id), reden=invoer.reden, day=edge.day)


def _end(pas: Pass, casus: CasusFeit, invoer: EndPersoon) -> None:
    found = _found(pas, casus, invoer.persoon_id)
    inhoud = replace(found.inhoud, einde=invoer.reden)
    store.stukken.replace(pas, inhoud, id=found.id, staat=rules.BEEINDIGD, op=found.op, uiterlijk_op=pas.day)
    store.mend(pas, casus.kop.id)


add_achterblijver = register_act(
    HolderAct(
        code="add-achterblijver",
        articles=("10.2.f", "1.a", "3.f", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AddAchterblijver,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_add_achterblijver,
        run=_add_achterblijver,
    )
)

add_netwerkpersoon = register_act(
    HolderAct(
        code="add-netwerkpersoon",
        articles=("10.2.g", "6"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=AddNetwerkpersoon,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_add_netwerkpersoon,
        run=_add_netwerkpersoon,
    )
)

correct_persoon = register_act(
    HolderAct(
        code="correct-persoon",
        articles=("10.3", "10.2.f", "10.2.g"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=CorrectPersoon,
        facts=store.facts,
        version=store.version,
        toets=_changes,
        rule=_may_correct,
        run=_correct,
    )
)

end_persoon = register_act(
    HolderAct(
        code="end-persoon",
        articles=("10.3", "10.2.f", "10.2.g"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="controleren en corrigeren",
        gevolg=Gevolg.CHANGED,
        invoer=EndPersoon,
        facts=store.facts,
        version=store.version,
        rule=_may_end,
        run=_end,
    )
)
