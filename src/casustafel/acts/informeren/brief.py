"""What the letter of the duty to inform says to one person: codes and names of organisations. Covenant 11.2; AVG 14.

Of the person's own data only what it is of, not what it says. Nothing of somebody else, nothing of who brought a
signaal in, nothing of a ground on which something waits: what waits has no part in the letter.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from casustafel.acts.casusoverleg.may_have import may_have
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.informeren.kamer import CASUS, DOSSIER, VERWERKING, Kamer, VanPersoon, VanSubject
from casustafel.acts.invoer import Dag, Id, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg.gegevens import personen
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.feit import CasusFeit, DossierFeit, DossierStaat, OrganisatieId, StukId, Wie, of_kind
from casustafel.convenant.informatieplicht import Plicht, stand_of
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Bijzonder, Klasse, regime
from casustafel.convenant.rules import informatieplicht as rules
from casustafel.convenant.stuk import VERVALLEN, CasusStuk, DossierStuk
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.convenant.verstrekking import Merk, merk_of
from casustafel.convenant.vooruitzicht import outlook
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.inhoud import SignaalInhoud

SUBJECT: Final = "subject"
LETTER: Final = "brief"
"""What the log says of it beside the activity."""
LISTED: Final = frozenset({DossierStaat.AGENDEREN, DossierStaat.OVERGEDRAGEN, DossierStaat.AFGESLOTEN})
"""The states after outcome 1: others take part."""
HULP: Final = "f"
"""The aim of the plan to help who stayed behind, if they want that. Covenant 3.f."""


class Categorie(StrEnum):
    """A category of data. AVG 14(1)(d)."""

    NAW = "naw"
    SIGNALEN = "signalen"
    WEGING = "weging"
    BESLISSING = "beslissing"
    PLAN = "plan"
    GEGEVENS = "gegevens"
    HULP = "hulp"
    ROL = "rol"
    POLITIE = "politie"
    STRAFRECHT = "strafrecht"
    BIJZONDER = "bijzonder"


class BriefBeeld(Uitvoer):
    """What the letter says, in codes: purposes, grounds, categories, origin, recipients, until when. AVG 14(1), (2).

    `soort` is `subject`, `achterblijver` or `netwerkpersoon`. `is_aanvulling`: the person got one before, without what
    waited then. `volgt_niets`: the weegploeg decided that nothing follows, or did not decide in time (11.5).
    """

    nummer: str
    soort: str
    naam: str
    adres: str
    woonplaats: str
    is_aanvulling: bool
    volgt_niets: bool
    doelen: tuple[str, ...]
    grondslagen: tuple[str, ...]
    categorieen: tuple[Categorie, ...]
    herkomst: tuple[Id, ...]
    ontvangers: tuple[Id, ...]
    tot: Dag
    artikel: str


def _told(plicht: Plicht, pas: Pass) -> frozenset[OrganisatieId]:
    """Give the organisations whose data the letter is about: those for which nothing stands in the way today."""
    return stand_of(plicht, day=pas.day).open_delen


def _beeld(  # a letter is what the file knows, whose data it is about, and the marks of that
    pas: Pass, feit: DossierFeit | CasusFeit, plicht: Plicht, *, merken: Iterable[Merk], **given: Any
) -> BriefBeeld:
    law, convenant = regime(pas.wie.convenant.regime), pas.wie.convenant
    merken = tuple(merken)
    own = [one.code for one in law.grondslagen_of(Soort.GEMEENTE, pas.day)]
    ahead = outlook(feit.kop, convenant)
    return BriefBeeld(
        nummer=feit.kop.nummer,
        is_aanvulling=stand_of(plicht, day=pas.day).is_deels,
        grondslagen=tuple(dict.fromkeys([*own, *(merk.grondslag for merk in merken)])),
        categorieen=(*given.pop("categorieen"), *_of_marks(merken)),
        herkomst=tuple(o.id for o in convenant.organisaties if o.id in _told(plicht, pas)),
        ontvangers=tuple(
            dict.fromkeys([*(o.id for o in convenant.kernpartijen_on(pas.day)), *given.pop("ontvangers", ())])
        ),
        tot=ahead.tot,
        artikel=ahead.artikel,
        **given,
    )


def _of_marks(merken: Iterable[Merk]) -> Iterator[Categorie]:
    """Give what the marks of provision say of the data: of the police, criminal, of a special category."""
    klassen = {klasse for merk in merken for klasse in merk.klassen}
    apart = {merk.bijzonder for merk in merken}
    if klassen - {Klasse.WJSG_39F}:
        yield Categorie.POLITIE
    if Klasse.WJSG_39F in klassen or Bijzonder.STRAFRECHTELIJK in apart:
        yield Categorie.STRAFRECHT
    if Bijzonder.CATEGORIE in apart:
        yield Categorie.BIJZONDER


# --- the subject, from the dossier ---


def _of_subject(pas: Pass, dossier: DossierFeit, plicht: Plicht) -> BriefBeeld:
    told, law = _told(plicht, pas), regime(pas.wie.convenant.regime)
    naw = weegploeg.naw_of(pas, dossier.kop.id)
    signalen = weegploeg.stukken.of_kind(pas, dossier.kop.id, DossierStuk.SIGNAAL, SignaalInhoud)
    given = [one for one in signalen if one.organisatie_id in told and one.staat != VERVALLEN]
    is_listed = dossier.kop.staat in LISTED
    return _beeld(
        pas,
        dossier,
        plicht,
        merken=[merk_of(one.inhoud.verstrekking) for one in given],
        soort=SUBJECT,
        naam=naw.naam,
        adres=naw.adres,
        woonplaats=naw.woonplaats,
        volgt_niets=not is_listed and outcome_2_on(dossier.kop, pas.wie.convenant, day=pas.day) is not None,
        doelen=tuple(one.code for one in law.doelstellingen),
        categorieen=tuple(_in_dossier(dossier, is_listed=is_listed)),
        ontvangers=[o.id for o in pas.wie.convenant.organisaties if is_listed and o.id in dossier.betrokken],
    )


def _in_dossier(dossier: DossierFeit, *, is_listed: bool) -> Iterator[Categorie]:
    yield Categorie.NAW
    yield Categorie.SIGNALEN
    if of_kind(dossier.stukken, DossierStuk.WEGING):
        yield Categorie.WEGING
    if dossier.kop.besloten_op is not None:
        yield Categorie.BESLISSING
    if is_listed:
        yield Categorie.PLAN


# --- somebody beside the subject, from the casus ---


def _of_person(pas: Pass, casus: CasusFeit, plicht: Plicht) -> BriefBeeld:
    """Give the letter to an achterblijver or a person in the network.

    Reading: who takes part in the casus says something of the subject, so that the recipients are named by category.
    """
    law = regime(pas.wie.convenant.regime)
    persoon = personen(pas, casus.kop.id)[plicht.persoon_id]  # type: ignore[index]  # a duty in a casus has a person
    is_left = persoon.id in {one.id for one in of_kind(casus.stukken, CasusStuk.ACHTERBLIJVER)}
    rol = Categorie.HULP if is_left else Categorie.ROL
    known = {Categorie.GEGEVENS: persoon.inhoud.gegevens, rol: persoon.inhoud.rol}
    return _beeld(
        pas,
        casus,
        plicht,
        merken=[persoon.inhoud.merk],
        soort=(CasusStuk.ACHTERBLIJVER if is_left else CasusStuk.NETWERKPERSOON).value,
        naam=persoon.inhoud.naam,
        adres=persoon.inhoud.adres,
        woonplaats=persoon.inhoud.woonplaats,
        volgt_niets=False,
        doelen=(*(one.code for one in law.doelstellingen), *((HULP,) if is_left else ())),
        categorieen=(Categorie.NAW, *(kind for kind, text in known.items() if text)),
    )


def _is_readable(pas: Pass, casus: CasusFeit, invoer: VanPersoon) -> Verdict:
    """Refuse who may not have the name and address by the class of what was recorded, and where these are shielded."""
    persoon = personen(pas, casus.kop.id).get(StukId(invoer.persoon_id))
    if persoon is None:
        return refuse_for([rules.shielded()])
    is_theirs = may_have(pas, casus, persoon.id, persoon.inhoud.merk)
    return refuse_for(() if is_theirs else [rules.class_kept()])


def _brief_in(
    kamer: Kamer,
    invoer_type: type[Any],
    compose: Callable[[Pass, Any, Plicht], BriefBeeld],
    *,
    toets: Callable[[Pass, Any, Any], Verdict] | None = None,
) -> HolderAct[Any, Any, BriefBeeld]:
    def rule(wie: Wie, feit: Any, invoer: Any, edge: Edge) -> Verdict:
        plicht = kamer.plicht(wie, feit, invoer.wie_id, day=edge.day)
        reasons = rules.letter_reasons(wie, plicht, day=edge.day) if plicht else iter(())
        return rules.on_plicht(kamer.may_open(wie, feit, day=edge.day), plicht, reasons)

    def run(pas: Pass, feit: Any, invoer: Any) -> BriefBeeld:
        plicht = kamer.plicht(pas.wie, feit, invoer.wie_id, day=pas.day)
        if plicht is None:
            raise LookupError("The rule lets nobody through without a duty.")
        return compose(pas, feit, plicht)

    def stated(_wie: Wie, _feit: Any, invoer: Any, _edge: Edge) -> tuple[str, Collection[UUID]]:
        return LETTER, [] if invoer.wie_id is None else [invoer.wie_id]

    return register_act(
        HolderAct(
            code=kamer.code("open-informatiebrief"),
            articles=("11.2", "11.5", "5"),
            bestand=kamer.bestand,
            verwerking=VERWERKING,
            gevolg=Gevolg.EXPORTED,
            invoer=invoer_type,
            facts=kamer.facts,
            version=kamer.version,
            rule=rule,
            toets=toets,
            run=run,
            stated=stated,
        )
    )


open_informatiebrief: Final = {
    Bestand.WEEGPLOEG: _brief_in(DOSSIER, VanSubject, _of_subject),
    Bestand.CASUSOVERLEG: _brief_in(CASUS, VanPersoon, _of_person, toets=_is_readable),
}
