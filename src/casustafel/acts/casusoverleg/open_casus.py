"""Open a casus as a party at the table: all that it holds, but for items whose class withholds them. Covenant 10.4."""

from collections.abc import Collection
from uuid import UUID

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.casusoverleg.eigen_besluit import EigenBesluitBeeld, own_decisions
from casustafel.acts.casusoverleg.plan_beeld import PlanBeeld, plan_beeld
from casustafel.acts.casusoverleg.steun import readable, readable_by, steun_in
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store
from casustafel.convenant.feit import CasusFeit, CasusStaat, StukId, Wie, of_kind
from casustafel.convenant.rules.deelname import partners_at
from casustafel.convenant.rules.klasse import Steun
from casustafel.convenant.rules.toegang import may_open_casus
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk


class OpenCasus(OpHouder):
    """Which casus."""


class DeelnemerBeeld(Uitvoer):
    """An organisation that sits or sat at the table: since when and why, until when and why."""

    organisatie_id: Id
    vanaf: Dag
    tot: Dag | None
    reden: str
    reden_einde: str


class SignaalBeeld(Uitvoer):
    """A signaal that was handed over; the party stands where the melder stood."""

    id: Id
    op: Dag
    organisatie_id: Id
    omschrijving: str
    waar: str
    wanneer: str
    merk: Merk


class BijdrageBeeld(Uitvoer):
    """What a participant gave, and why it is necessary."""

    id: Id
    op: Dag
    organisatie_id: Id
    omschrijving: str
    noodzaak: str
    merk: Merk


class AnalyseBeeld(Uitvoer):
    """The analysis on one criterion."""

    id: Id
    op: Dag
    organisatie_id: Id
    criterium: str
    tekst: str
    merk: Merk


class MotiveringBeeld(Uitvoer):
    """An advice or the closing, in words."""

    organisatie_id: Id
    op: Dag
    keuze: str
    motivering: str


class StandpuntBeeld(MotiveringBeeld):
    """The position of one kernpartij on closing, and who acted for it."""

    door: str
    als_plaatsvervanger: bool


class VoorPartnerBeeld(Uitvoer):
    """Which of the items that are shown a partner at the table may have, by their class and the own decisions."""

    organisatie_id: Id
    item_ids: tuple[Id, ...]


class CasusBeeld(Bewaard):
    """A casus as a party at the table sees it."""

    id: Id
    nummer: str
    versie: int
    staat: CasusStaat
    subject: Naw
    geopend_op: Dag
    deelnemers: tuple[DeelnemerBeeld, ...]
    signalen: tuple[SignaalBeeld, ...]
    bijdragen: tuple[BijdrageBeeld, ...]
    analyses: tuple[AnalyseBeeld, ...]
    eigen_besluiten: tuple[EigenBesluitBeeld, ...]
    voor_partners: tuple[VoorPartnerBeeld, ...]
    plan: PlanBeeld | None
    concept: PlanBeeld | None
    adviezen: tuple[MotiveringBeeld, ...]
    standpunten: tuple[StandpuntBeeld, ...]
    afsluiting: MotiveringBeeld | None


def _show(pas: Pass, casus: CasusFeit, _invoer: OpenCasus) -> CasusBeeld:
    pieces = store.open_all(pas, casus.kop.id)
    closing = [motivering_beeld(stuk) for stuk in pieces.afsluitingen]
    steun = steun_in(signalen=pieces.signalen, bijdragen=pieces.bijdragen, analyses=pieces.analyses)
    have = readable(pas, casus, steun.values())
    items = of_kind(casus.stukken, store.Soort.SIGNAAL, store.Soort.BIJDRAGE)
    own: set[UUID] = {s.id for s in items if s.organisatie_id == pas.wie.organisatie_id}
    return CasusBeeld(
        id=casus.kop.id,
        nummer=casus.kop.nummer,
        bewaring=bewaring_beeld(casus.kop, pas.wie.convenant),
        versie=casus.kop.versie,
        staat=casus.kop.staat,
        subject=store.naw_of(pas, casus.kop.id),
        geopend_op=casus.kop.geopend_op,
        deelnemers=tuple(
            DeelnemerBeeld(
                organisatie_id=s.organisatie_id,
                vanaf=s.op,
                tot=s.uiterlijk_op,
                reden=s.inhoud.reden,
                reden_einde=s.inhoud.reden_einde,
            )
            for s in pieces.deelnemers
        ),
        signalen=_signalen(pieces, have),
        bijdragen=_bijdragen(pieces, have),
        analyses=_analyses(pieces, have),
        eigen_besluiten=own_decisions(pas, casus, own=own),
        voor_partners=_voor_partners(pas, casus, [one for one in steun.values() if one.id in have]),
        plan=_plan(pieces, casus.plan_vastgesteld),
        concept=_plan(pieces, casus.plan_concept),
        adviezen=tuple(motivering_beeld(stuk) for stuk in pieces.adviezen),
        standpunten=tuple(standpunt_beeld(stuk) for stuk in pieces.standpunten),
        afsluiting=closing[-1] if closing else None,
    )


def _voor_partners(pas: Pass, casus: CasusFeit, steun: Collection[Steun]) -> tuple[VoorPartnerBeeld, ...]:
    return tuple(
        VoorPartnerBeeld(organisatie_id=o.id, item_ids=tuple(sorted(readable_by(o, pas, casus, steun))))
        for o in partners_at(casus.kop, pas.wie.convenant, day=pas.day)
    )


def _signalen(pieces: store.CasusStukken, have: Collection[UUID]) -> tuple[SignaalBeeld, ...]:
    return tuple(
        SignaalBeeld(
            id=s.id,
            op=s.op,
            organisatie_id=s.organisatie_id,
            omschrijving=s.inhoud.omschrijving,
            waar=s.inhoud.waar,
            wanneer=s.inhoud.wanneer,
            merk=s.inhoud.merk,
        )
        for s in pieces.signalen
        if s.id in have
    )


def _bijdragen(pieces: store.CasusStukken, have: Collection[UUID]) -> tuple[BijdrageBeeld, ...]:
    return tuple(
        BijdrageBeeld(
            id=s.id,
            op=s.op,
            organisatie_id=s.organisatie_id,
            omschrijving=s.inhoud.omschrijving,
            noodzaak=s.inhoud.noodzaak,
            merk=s.inhoud.merk,
        )
        for s in pieces.bijdragen
        if s.id in have
    )


def _analyses(pieces: store.CasusStukken, have: Collection[UUID]) -> tuple[AnalyseBeeld, ...]:
    return tuple(
        AnalyseBeeld(
            id=s.id,
            op=s.op,
            organisatie_id=s.organisatie_id,
            criterium=s.inhoud.criterium,
            tekst=s.inhoud.tekst,
            merk=s.inhoud.merk,
        )
        for s in pieces.analyses
        if s.id in have
    )


def _plan(pieces: store.CasusStukken, plan_id: StukId | None) -> PlanBeeld | None:
    return plan_beeld(
        plan_id,
        plannen=pieces.plannen,
        maatregelen=pieces.maatregelen,
        voortgang=pieces.voortgang,
        is_whole=True,
    )


def motivering_beeld(stuk: store.Motivering) -> MotiveringBeeld:
    """Show an advice or a closing."""
    return MotiveringBeeld(
        organisatie_id=stuk.organisatie_id, op=stuk.op, keuze=stuk.staat, motivering=stuk.inhoud.motivering
    )


def standpunt_beeld(stuk: store.Standpunt) -> StandpuntBeeld:
    """Show a position on closing, and who acted."""
    return StandpuntBeeld(
        organisatie_id=stuk.organisatie_id,
        op=stuk.op,
        keuze=stuk.staat,
        motivering=stuk.inhoud.motivering,
        door=stuk.inhoud.door,
        als_plaatsvervanger=stuk.inhoud.als_plaatsvervanger,
    )


def _rule(wie: Wie, casus: CasusFeit, _invoer: OpenCasus, edge: Edge) -> Verdict:
    return may_open_casus(wie, casus.kop, day=edge.day)


open_casus = register_act(
    HolderAct(
        code="open-casus",
        articles=("10.4", "10.2"),
        bestand=Bestand.CASUSOVERLEG,
        verwerking="plan opstellen en volgen",
        gevolg=Gevolg.OPENED,
        invoer=OpenCasus,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_show,
    )
)
