"""Analyse at the table, beside what the weegploeg handed over. Covenant 10.2.d."""

from collections.abc import Mapping
from uuid import UUID

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.steun import readable, steun_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Regel, Tekst, Uitvoer, Wijzigend
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import AnalyseInhoud, BijdrageInhoud, SignaalInhoud
from casustafel.convenant.feit import CasusFeit, CasusStaat, StukId, Wie
from casustafel.convenant.rules.evaluatie import may_analyse, nothing_to_rest_on, to_revise
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.stuk import AnalyseStaat
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.convenant.verstrekking import Merk, mark_of_analysis


class Analyse(Wijzigend):
    """A criterion, what the table thinks of it, the signals and contributions it rests on, and what it revises."""

    criterium: Regel
    tekst: Tekst
    rust_op: tuple[Id, ...] = ()
    herziet: Id | None = None


class OpenAnalyse(OpHouder):
    """Of which casus."""


class GrondBeeld(Uitvoer):
    """A signal or contribution that an analysis may rest on."""

    id: Id
    op: Dag
    organisatie_id: Id
    omschrijving: str


class AnalyseRegel(Uitvoer):
    """An analysis on one criterion: of the weegploeg or of the table, replaced, or to be revised by the reader."""

    id: Id
    op: Dag
    organisatie_id: Id
    criterium: str
    tekst: str
    rust_op: tuple[Id, ...]
    herkomst: AnalyseStaat
    merk: Merk


class AnalyseBeeld(Bewaard):
    """The analysis of a casus, and what it can rest on."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    analyses: tuple[AnalyseRegel, ...]
    gronden: tuple[GrondBeeld, ...]


def _rule(wie: Wie, casus: CasusFeit, invoer: Analyse, edge: Edge) -> Verdict:
    return may_analyse(
        wie,
        casus,
        criterium=invoer.criterium,
        tekst=invoer.tekst,
        rust_op=[StukId(i) for i in invoer.rust_op],
        herziet=StukId(invoer.herziet) if invoer.herziet else None,
        day=edge.day,
    )


Grond = Stuk[SignaalInhoud] | Stuk[BijdrageInhoud]


def _have(pas: Pass, casus: CasusFeit) -> set[UUID]:
    return readable(pas, casus, steun_of(pas, casus).values())


def _gronden(pas: Pass, casus: CasusFeit) -> dict[UUID, Grond]:
    """Give what an analysis may rest on and the reader may have, by id."""
    signalen = store.stukken.of_kind(pas, casus.kop.id, store.Soort.SIGNAAL, SignaalInhoud)
    bijdragen = store.stukken.of_kind(pas, casus.kop.id, store.Soort.BIJDRAGE, BijdrageInhoud)
    found: list[Grond] = [*signalen, *bijdragen]
    have = _have(pas, casus)
    return {stuk.id: stuk for stuk in found if stuk.id in have}


def _can_read(pas: Pass, casus: CasusFeit, invoer: Analyse) -> Verdict:
    is_known = set(invoer.rust_op) <= _gronden(pas, casus).keys()
    return refuse_for(() if is_known else [nothing_to_rest_on()])


def _run(pas: Pass, casus: CasusFeit, invoer: Analyse) -> StukId:
    gronden = [_gronden(pas, casus)[i] for i in dict.fromkeys(invoer.rust_op)]
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.ANALYSE, AnalyseInhoud)
    before = [a for a in found if a.staat == AnalyseStaat.TAFEL and a.inhoud.criterium == invoer.criterium]
    store.stukken.set_staat(pas, [stuk.id for stuk in before], AnalyseStaat.VERVANGEN)
    if invoer.herziet is not None:
        store.stukken.remove(pas, [invoer.herziet])
    analyse_id = store.stukken.add(
        pas,
        AnalyseInhoud(
            criterium=invoer.criterium,
            tekst=invoer.tekst,
            signalen=tuple(_origin(casus, grond.id) for grond in gronden),
            merk=mark_of_analysis([grond.inhoud.merk for grond in gronden]),
        ),
        houder_id=casus.kop.id,
        soort=store.Soort.ANALYSE,
        organisatie_id=pas.wie.organisatie_id,
        staat=AnalyseStaat.TAFEL,
    )
    store.touch(pas, casus.kop.id)
    return analyse_id


def _origin(casus: CasusFeit, stuk_id: StukId) -> UUID:
    """Give the id by which an analysis names a piece: of a signal the one it has in the weegploeg's file."""
    return next(stuk.bij_id or stuk.id for stuk in casus.stukken if stuk.id == stuk_id)


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenAnalyse) -> AnalyseBeeld:
    gronden, have = _gronden(pas, casus), _have(pas, casus) | {stuk.id for stuk in to_revise(pas.wie, casus)}
    here = {_origin(casus, StukId(i)): i for i in gronden}
    found = store.stukken.of_kind(pas, casus.kop.id, store.Soort.ANALYSE, AnalyseInhoud)
    return AnalyseBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        analyses=tuple(_regel(stuk, here=here) for stuk in found if stuk.id in have),
        gronden=tuple(
            GrondBeeld(id=g.id, op=g.op, organisatie_id=g.organisatie_id, omschrijving=g.inhoud.omschrijving)
            for g in gronden.values()
        ),
    )


def _regel(stuk: Stuk[AnalyseInhoud], *, here: Mapping[UUID, UUID]) -> AnalyseRegel:
    return AnalyseRegel(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=stuk.organisatie_id,
        criterium=stuk.inhoud.criterium,
        tekst=stuk.inhoud.tekst,
        rust_op=tuple(here[i] for i in stuk.inhoud.signalen if i in here),
        herkomst=AnalyseStaat(stuk.staat),
        merk=stuk.inhoud.merk,
    )


def _may_open(wie: Wie, casus: CasusFeit, _invoer: OpenAnalyse, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


analyse = register_act(
    HolderAct(
        code="analyse",
        articles=("10.2.d",),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.CHANGED,
        invoer=Analyse,
        facts=store.facts,
        version=store.version,
        toets=_can_read,
        rule=_rule,
        run=_run,
    )
)

open_analyse = register_act(
    HolderAct(
        code="open-analyse",
        articles=("10.2.d", "10.4"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenAnalyse,
        facts=store.facts,
        version=store.version,
        rule=_may_open,
        run=_show,
    )
)
