"""Submit a signaal: to a new dossier, or to one that the weegploeg has not decided on yet."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer, Regel, Tekst, Uitvoer, Wijzigend
from casustafel.acts.verstrekking import VerstrekkingInvoer
from casustafel.acts.weegploeg.doelgroep import DoelgroepInvoer, Moment, keep_doelgroep
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import DossierFeit, DossierId, StukId, Wie
from casustafel.convenant.rules import weegploeg as rules
from casustafel.convenant.rules.derde import Derde
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register
from casustafel.weegploeg import store
from casustafel.weegploeg.inhoud import SignaalInhoud


class NawInvoer(Invoer):
    """Name, address and residence of the subject. Covenant 8.2.a."""

    naam: Regel
    adres: Regel = ""
    woonplaats: Regel = ""
    leeftijdsgroep: Regel = ""
    wisselkwartaal: Regel = ""


class SignaalInvoer(Invoer):
    """A factual behaviour, where and when. Covenant 1.h, 8.2.b."""

    omschrijving: Tekst
    waar: Regel = ""
    wanneer: Regel = ""
    derde_naam: Regel = ""
    derde_noodzaak: Tekst = ""
    verstrekking: VerstrekkingInvoer

    def derde(self) -> Derde:
        """Give the third person who is named, if any, with the necessity."""
        return Derde(naam=self.derde_naam, noodzaak=self.derde_noodzaak)


class SubmitNewSignaal(SignaalInvoer, DoelgroepInvoer):
    """A signaal on a subject who has no open dossier, with the two confirmations of article 3."""

    subject: NawInvoer


class SubmitSignaal(SignaalInvoer, Wijzigend):
    """A signaal to an existing dossier."""


class NewDossier(Uitvoer):
    """The dossier that was opened, and its first signaal."""

    dossier_id: Id
    signaal_id: Id


def signaal_inhoud(pas: Pass, invoer: SignaalInvoer, *, was: SignaalInhoud | None = None) -> SignaalInhoud:
    """Make the content of a signaal; the melder is the representative who brings it in. Covenant 8.2.c, reading.

    With `was` it is what a correction makes of it: the melder stays who it was.
    """
    melder = register.melder(pas.wie)
    return SignaalInhoud(
        omschrijving=invoer.omschrijving,
        waar=invoer.waar,
        wanneer=invoer.wanneer,
        melder_naam=was.melder_naam if was else melder.naam,
        melder_contact=was.melder_contact if was else melder.contact,
        verstrekking=invoer.verstrekking.feit(),
        derde_naam=invoer.derde_naam,
        derde_noodzaak=invoer.derde_noodzaak,
    )


def _may_begin(wie: Wie, invoer: SubmitNewSignaal, edge: Edge) -> Verdict:
    return rules.may_submit_new_signaal(
        wie,
        naam=invoer.subject.naam,
        leeftijdsgroep=invoer.subject.leeftijdsgroep,
        doelgroep=invoer.doelgroep(),
        omschrijving=invoer.omschrijving,
        derde=invoer.derde(),
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _begin(pas: Pass, invoer: SubmitNewSignaal) -> NewDossier:
    dossier_id = store.begin_dossier(pas, Naw(**invoer.subject.model_dump()))
    keep_doelgroep(pas, dossier_id, invoer.doelgroep(), moment=Moment.OPENING)
    signaal_id = _add(pas, dossier_id, invoer)
    return NewDossier(dossier_id=dossier_id, signaal_id=signaal_id)


def _may_add(wie: Wie, dossier: DossierFeit, invoer: SubmitSignaal, edge: Edge) -> Verdict:
    return rules.may_submit_signaal(
        wie,
        dossier,
        omschrijving=invoer.omschrijving,
        derde=invoer.derde(),
        verstrekking=invoer.verstrekking.feit(),
        day=edge.day,
    )


def _submit(pas: Pass, dossier: DossierFeit, invoer: SubmitSignaal) -> NewDossier:
    signaal_id = _add(pas, dossier.kop.id, invoer)
    store.retire_positions(pas, dossier.kop.id)  # a position is on what was known when it was taken
    store.touch(pas, dossier.kop.id)
    return NewDossier(dossier_id=dossier.kop.id, signaal_id=signaal_id)


def _add(pas: Pass, dossier_id: DossierId, invoer: SignaalInvoer) -> StukId:
    return store.stukken.add(
        pas,
        signaal_inhoud(pas, invoer),
        houder_id=dossier_id,
        soort=store.Soort.SIGNAAL,
        organisatie_id=pas.wie.organisatie_id,
    )


submit_new_signaal = register_act(
    PlainAct(
        code="submit-new-signaal",
        articles=("7.1", "7.2", "8.2.a", "8.2.b", "8.2.c", "6", "3"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="signalen verzamelen",
        gevolg=Gevolg.CHANGED,
        invoer=SubmitNewSignaal,
        rule=_may_begin,
        run=_begin,
    )
)

submit_signaal = register_act(
    HolderAct(
        code="submit-signaal",
        articles=("7.1", "7.2", "8.2.b", "8.2.c", "6"),
        bestand=Bestand.WEEGPLOEG,
        verwerking="signalen verzamelen",
        gevolg=Gevolg.CHANGED,
        invoer=SubmitSignaal,
        facts=store.facts,
        version=store.version,
        adds=True,
        rule=_may_add,
        run=_submit,
    )
)
