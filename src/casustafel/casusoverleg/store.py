# reason: the one door of the casusoverleg's file, in which each question has a few lines.
"""The doors of the casusoverleg's file: facts for the rules, content for a pass."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefKop, Naw, StandpuntInhoud
from casustafel.bestand.log import Regel, write_rows
from casustafel.bestand.logboek import logboek_of
from casustafel.bestand.outbox import Outbox, is_applied_first
from casustafel.bestand.overleg import Overleggen
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY, RETIRED, Kaal, Stukken, feit_of
from casustafel.bestand.stukken import Stuk as Stukje
from casustafel.bestand.teller import next_number
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.casusoverleg import models
from casustafel.casusoverleg.inhoud import (
    AnalyseInhoud,
    BijdrageInhoud,
    MaatregelInhoud,
    MotiveringInhoud,
    PlanInhoud,
    RedenInhoud,
    SignaalInhoud,
    VoortgangInhoud,
)
from casustafel.casusoverleg.models import Casus, Certificaat, LogRegel, Ontvangen, Stuk, Teller, Uitgaand
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit, doorverstrekkingen_of
from casustafel.convenant.feit import (
    CasusFeit,
    CasusId,
    CasusKop,
    CasusStaat,
    ConvenantId,
    DeelnemerFeit,
    DossierId,
    Keuze,
    MaatregelFeit,
    Maatregelstaat,
    OrganisatieId,
    Rol,
    StandpuntFeit,
    StukId,
    Wie,
)
from casustafel.convenant.informatieplicht import PERSONEN
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.afscherming import is_afgeschermd, outlasting
from casustafel.convenant.stuk import AnalyseStaat, CasusStuk, PlanStaat
from casustafel.convenant.vooruitzicht import bounds

ALIAS = Bestand.CASUSOVERLEG.value

Soort = CasusStuk
stukken = Stukken(Stuk)
Motivering = Stukje[MotiveringInhoud]
Standpunt = Stukje[StandpuntInhoud]
outbox = Outbox(Uitgaand)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusStukken:
    """All pieces of a casus, opened, by kind and oldest first."""

    deelnemers: list[Stukje[RedenInhoud]]
    signalen: list[Stukje[SignaalInhoud]]
    bijdragen: list[Stukje[BijdrageInhoud]]
    analyses: list[Stukje[AnalyseInhoud]]
    plannen: list[Stukje[PlanInhoud]]
    maatregelen: list[Stukje[MaatregelInhoud]]
    voortgang: list[Stukje[VoortgangInhoud]]
    adviezen: list[Stukje[MotiveringInhoud]]
    standpunten: list[Stukje[StandpuntInhoud]]
    afsluitingen: list[Stukje[MotiveringInhoud]]


def _on_closing(rows: Iterable[Stuk]) -> list[Stuk]:
    """Give the positions on closing: those that stand beside no other question, and still count."""
    return [row for row in rows if row.staat != RETIRED and row.bij_id is None]


def _in_use(analyses: list[Stuk]) -> list[Stuk]:
    return [row for row in analyses if row.staat not in {AnalyseStaat.VERVANGEN, AnalyseStaat.TE_HERZIEN}]


def open_all(pas: Pass, casus_id: UUID) -> CasusStukken:
    """Open all pieces of a casus, in one query."""
    rows = stukken.sealed(casus_id)
    return CasusStukken(
        deelnemers=stukken.open(pas, rows[Soort.DEELNEMER], RedenInhoud),
        signalen=stukken.open(pas, rows[Soort.SIGNAAL], SignaalInhoud),
        bijdragen=stukken.open(pas, rows[Soort.BIJDRAGE], BijdrageInhoud),
        analyses=stukken.open(pas, _in_use(rows[Soort.ANALYSE]), AnalyseInhoud),
        plannen=stukken.open(pas, rows[Soort.PLAN], PlanInhoud),
        maatregelen=stukken.open(pas, rows[Soort.MAATREGEL], MaatregelInhoud),
        voortgang=stukken.open(pas, rows[Soort.VOORTGANG], VoortgangInhoud),
        adviezen=stukken.open(pas, rows[Soort.ADVIES], MotiveringInhoud),
        standpunten=stukken.open(pas, _on_closing(rows[Soort.STANDPUNT]), StandpuntInhoud),
        afsluitingen=stukken.open(pas, rows[Soort.AFSLUITING], MotiveringInhoud),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStukken:
    """The pieces of the plan alone, opened."""

    plannen: list[Stukje[PlanInhoud]]
    maatregelen: list[Stukje[MaatregelInhoud]]
    voortgang: list[Stukje[VoortgangInhoud]]


def open_plan(pas: Pass, casus_id: UUID) -> PlanStukken:
    """Open the pieces of the plan and nothing else. Covenant 10.5."""
    rows = stukken.sealed(casus_id)
    return PlanStukken(
        plannen=stukken.open(pas, rows[Soort.PLAN], PlanInhoud),
        maatregelen=stukken.open(pas, rows[Soort.MAATREGEL], MaatregelInhoud),
        voortgang=stukken.open(pas, rows[Soort.VOORTGANG], VoortgangInhoud),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AfsluitingStukken:
    """The pieces of a pending closing alone, opened."""

    plan: PlanStukken
    adviezen: list[Stukje[MotiveringInhoud]]
    standpunten: list[Stukje[StandpuntInhoud]]


def open_afsluiting(pas: Pass, casus_id: UUID) -> AfsluitingStukken:
    """Open the pieces that the decision on closing rests on. Covenant 9.4, 10.4."""
    rows = stukken.sealed(casus_id)
    return AfsluitingStukken(
        plan=open_plan(pas, casus_id),
        adviezen=stukken.open(pas, rows[Soort.ADVIES], MotiveringInhoud),
        standpunten=stukken.open(pas, _on_closing(rows[Soort.STANDPUNT]), StandpuntInhoud),
    )


def reeksen(pas: Pass, casus_id: UUID) -> dict[UUID, str]:
    """Give the measures that the versions of the plan so far know, each with how it stands: a change continues them."""
    rows = stukken.sealed(casus_id)[Soort.MAATREGEL]
    return {stuk.inhoud.reeks: stuk.staat for stuk in stukken.open(pas, rows, MaatregelInhoud)}


def set_maatregel(pas: Pass, casus_id: UUID, maatregel_id: UUID, staat: Maatregelstaat) -> None:
    """Set how a measure stands, in every version of the plan."""
    found = stukken.of_kind(pas, casus_id, Soort.MAATREGEL, MaatregelInhoud)
    reeks = next(stuk.inhoud.reeks for stuk in found if stuk.id == maatregel_id)
    stukken.set_staat(pas, [stuk.id for stuk in found if stuk.inhoud.reeks == reeks], staat)


def end_deelname(pas: Pass, casus_id: UUID, deelnemer_id: StukId, *, tot: date, reden: str) -> None:
    """End a seat: from `tot` on the organisation is no longer at the table, and why. Covenant 9.1."""
    (seat,) = stukken.open(pas, stukken.sealed(casus_id, ids=[deelnemer_id])[Soort.DEELNEMER], RedenInhoud)
    inhoud = RedenInhoud(reden=seat.inhoud.reden, reden_einde=reden)
    stukken.replace(pas, inhoud, id=seat.id, staat=seat.staat, op=seat.op, uiterlijk_op=tot)


def log(rows: Iterable[Regel]) -> None:
    """Write log rows of the casusoverleg's file."""
    write_rows(LogRegel, rows)


logboek = logboek_of(Bestand.CASUSOVERLEG, models)
"""The evidence of this log. Covenant 15.2.e."""


def _kop(row: Casus, pieces: Sequence[Kaal]) -> CasusKop:
    return CasusKop(
        id=CasusId(row.id),
        convenant_id=ConvenantId(row.convenant_id),
        nummer=row.nummer,
        staat=CasusStaat(row.staat),
        versie=row.versie,
        geopend_op=row.geopend_op,
        verwerkt_op=row.laatste_verwerking_op,
        elders_op=row.elders_op,
        deelnemers=tuple(
            DeelnemerFeit(organisatie_id=OrganisatieId(p.organisatie_id or NOBODY), vanaf=p.op, tot=p.uiterlijk_op)
            for p in pieces
            if p.soort == Soort.DEELNEMER
        ),
        is_afgeschermd=is_afgeschermd(feit_of(p) for p in pieces),
        is_behouden=any(one.bij_id is None for one in outlasting(feit_of(p) for p in pieces)),
    )


def _plan(pieces: Sequence[Kaal], staat: PlanStaat) -> StukId | None:
    return next((StukId(p.id) for p in pieces if p.soort == Soort.PLAN and p.staat == staat), None)


def _feit(row: Casus, pieces: Sequence[Kaal]) -> CasusFeit:
    return CasusFeit(
        kop=_kop(row, pieces),
        plan_concept=_plan(pieces, PlanStaat.CONCEPT),
        plan_vastgesteld=_plan(pieces, PlanStaat.VASTGESTELD),
        maatregelen=tuple(
            MaatregelFeit(
                id=StukId(p.id),
                plan_id=StukId(p.bij_id or NOBODY),
                organisatie_id=OrganisatieId(p.organisatie_id or NOBODY),
                uiterlijk_op=p.uiterlijk_op,
                staat=p.staat,
            )
            for p in pieces
            if p.soort == Soort.MAATREGEL
        ),
        standpunten=tuple(
            StandpuntFeit(organisatie_id=OrganisatieId(p.organisatie_id or NOBODY), keuze=Keuze(p.staat))
            for p in pieces
            if p.soort == Soort.STANDPUNT and p.staat != RETIRED and p.bij_id is None
        ),
        stukken=tuple(feit_of(p) for p in pieces),
    )


def _there() -> QuerySet[Casus]:
    """Give the casussen; one that is on its way out is not there."""
    return Casus.objects.filter(vernietigen_op__isnull=True)


def facts(ids: Collection[UUID], *, lock: bool, ook_afgeschermd: bool = False) -> dict[UUID, CasusFeit]:
    """Load the facts on casussen in two queries; with `lock` they stay as they are until the act ends.

    What is shielded is not among them, but for what serves the person (`ook_afgeschermd`). AVG 18.
    """
    rows = _there().filter(pk__in=list(ids)).defer("verzegeld")
    found = list(rows.select_for_update() if lock else rows)
    pieces: defaultdict[UUID, list[Kaal]] = defaultdict(list)
    for piece in stukken.plain([row.id for row in found], list(Soort), ook_afgeschermd=ook_afgeschermd):
        pieces[piece.houder_id].append(piece)
    return {row.id: _feit(row, pieces[row.id]) for row in found}


def all_facts(ids: Collection[UUID], *, lock: bool) -> dict[UUID, CasusFeit]:
    """Load the facts with what is shielded: for the person's overview, and for the system. Covenant 12.3; AVG 18."""
    return facts(ids, lock=lock, ook_afgeschermd=True)


def casus_of_doorverstrekking(ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Give the casus that each of these disclosures belongs to; what is no disclosure gives nothing."""
    rows = Stuk.objects.filter(pk__in=list(ids), soort=Soort.DOORVERSTREKKING.value)
    return dict(rows.values_list("id", "houder_id"))


def doorverstrekkingen(ids: Collection[UUID], *, lock: bool) -> dict[UUID, DoorverstrekkingFeit]:
    """Load the facts on disclosures by their own id, with the casus of each; `lock` locks the casussen."""
    casus_of = casus_of_doorverstrekking(ids)
    found = facts(set(casus_of.values()), lock=lock)
    every = (d for casus in found.values() for d in doorverstrekkingen_of(casus))
    return {d.id: d for d in every if d.id in casus_of}


def pending_doorverstrekkingen(wie: Wie, *, day: date) -> list[DoorverstrekkingFeit]:
    """Give the disclosures of a covenant that are asked or agreed on, and whose last day has not passed."""
    casussen = _kept(wie, day=day).values("id")
    rows = Stuk.objects.filter(
        houder_id__in=casussen,
        soort=Soort.DOORVERSTREKKING.value,
        staat__in=[Vraagstaat.OPEN.value, Vraagstaat.AANGENOMEN.value],
        uiterlijk_op__gte=day,
    )
    return list(doorverstrekkingen(list(rows.values_list("id", flat=True)), lock=False).values())


overleggen = Overleggen(
    Bestand.CASUSOVERLEG,
    overleg=models.Overleg,
    punt=models.AgendaPunt,
    aanwezige=models.Aanwezige,
    facts=lambda ids: facts(ids, lock=False),
)
vernietiging = Vernietiging(
    houders=Casus,
    stukken=Stuk,
    uitgaand=Uitgaand,
    certificaten=Certificaat,
    overleggen=overleggen,
    berichten=models.Vernietigbericht,
)


def _seated(wie: Wie, *, day: date) -> QuerySet[Stuk, UUID]:
    present = Q(uiterlijk_op__isnull=True) | Q(uiterlijk_op__gt=day)
    seats = Stuk.objects.filter(present, soort=Soort.DEELNEMER.value, organisatie_id=wie.organisatie_id, op__lte=day)
    return seats.values_list("houder_id", flat=True)


def _kept(wie: Wie, *, day: date) -> QuerySet[Casus]:
    """Give the casussen of a covenant that are not past their term here, and not shielded. Covenant 13, 12.5."""
    return _in_term(wie, day=day).filter(~stukken.shields_whole())


def _in_term(wie: Wie, *, day: date) -> QuerySet[Casus]:
    """Give the casussen of a covenant that are not past their term here; what is shielded too. Covenant 13.1, 13.2."""
    first = bounds(wie.convenant, day=day).verwerkt
    worked = Q(laatste_verwerking_op__gte=first) | Q(elders_op__gte=first) | stukken.keeps_whole()
    return _there().filter(worked, convenant_id=wie.convenant.id).exclude(pk__in=wie.uitgesloten)


def _visible(wie: Wie, *, day: date) -> QuerySet[Casus]:
    """Filter like the rule that says who finds a casus; the rule is asked again for every row."""
    rows = _kept(wie, day=day)
    if wie.rollen & {Rol.UITVOERDER, Rol.SYSTEEM}:
        return rows
    return rows.filter(pk__in=_seated(wie, day=day))


def counted_by_day(convenant_id: UUID) -> list[tuple[date, str, int]]:
    """Count the casussen of a covenant by the day on which they began and by state. Covenant 18.4."""
    rows = Casus.objects.filter(convenant_id=convenant_id, vernietigen_op__isnull=True)
    return list(rows.values_list("geopend_op", "staat").annotate(n=Count("id")).order_by("geopend_op"))


def page(wie: Wie, *, day: date, offset: int, limit: int) -> list[CasusFeit]:
    """Give a page of casussen at whose table this person may sit, newest first."""
    ids = list(
        _visible(wie, day=day).order_by("-geopend_op", "-nummer").values_list("id", flat=True)[offset : offset + limit]
    )
    found = facts(ids, lock=False)
    return [found[casus_id] for casus_id in ids]


def active(wie: Wie, *, day: date) -> list[CasusFeit]:
    """Give the open casussen at whose table this person may sit, for the werkvoorraad."""
    rows = _visible(wie, day=day).exclude(staat=CasusStaat.AFGESLOTEN.value)
    return list(facts(list(rows.values_list("id", flat=True)), lock=False).values())


def pending(wie: Wie, *, day: date) -> list[CasusFeit]:
    """Give the casussen of a covenant whose closing is pending."""
    rows = _kept(wie, day=day).filter(staat=CasusStaat.AFSLUITING_GEADVISEERD.value)
    return list(facts(list(rows.values_list("id", flat=True)), lock=False).values())


def to_inform(wie: Wie, *, day: date) -> list[CasusFeit]:
    """Give the casussen of a covenant in which a person beside the subject stands, with their facts. Covenant 11."""
    persons = Stuk.objects.filter(houder_id=OuterRef("pk"), soort__in=[soort.value for soort in PERSONEN])
    rows = _in_term(wie, day=day).filter(Exists(persons))
    return list(facts(list(rows.values_list("id", flat=True)), lock=False).values())


def names(pas: Pass, ids: Collection[UUID]) -> dict[UUID, Naw]:
    """Open the name and address of the subjects of these casussen, in one query; what is damaged is left out."""
    return pas.open_whole(_there().filter(pk__in=list(ids)), Naw)


def naw_of(pas: Pass, casus_id: UUID) -> Naw:
    """Open the name and address of the subject of a casus."""
    return pas.open(_there().get(pk=casus_id), Naw, houder_id=casus_id)


def begin_casus(pas: Pass, naw: Naw, *, casus_id: UUID, dossier_id: UUID, op: date) -> CasusId:
    """Open the casus that a hand-over of a day names; its key has been made. Covenant 10.2.a."""
    number = next_number(Teller, pas.wie.convenant.id, jaar=pas.day.year)
    row = Casus(
        id=casus_id,
        convenant_id=pas.wie.convenant.id,
        dossier_id=dossier_id,
        nummer=f"C-{pas.day.year}-{number:04d}",
        staat=CasusStaat.OPEN.value,
        geopend_op=pas.day,
        laatste_verwerking_op=op,
    )
    pas.begin(row.id)
    pas.seal(row, naw, houder_id=row.id)
    row.save(force_insert=True)
    return CasusId(row.id)


def mend(pas: Pass, casus_id: UUID, naw: Naw | None = None) -> None:
    """Note that a casus was mended: next version, and its new name and address if any.

    Covenant 10.3. Reading: mending is no casework: the day of the last processing stays as it was.
    """
    row = _there().get(pk=casus_id)
    naw = naw or pas.open(row, Naw, houder_id=row.id)
    row.versie += 1
    pas.seal(row, naw, houder_id=row.id)
    row.save(force_update=True)


def touch(pas: Pass, casus_id: UUID, *, staat: CasusStaat | None = None) -> None:
    """Note that casework was done on a casus: next version, last processing today, and its new state if any."""
    row = _there().get(pk=casus_id)
    naw = pas.open(row, Naw, houder_id=row.id)
    row.versie += 1
    row.laatste_verwerking_op = pas.day
    if staat is not None:
        row.staat = staat.value
    if staat is CasusStaat.AFGESLOTEN:
        row.afgesloten_op = pas.day
    pas.seal(row, naw, houder_id=row.id)
    row.save(force_update=True)


def hear(pas: Pass, casus_id: UUID, *, elders_op: date) -> None:
    """Note the day of the last casework on the same subject in the other file; that is no casework. Covenant 13.1."""
    Casus.objects.filter(pk=casus_id).update(elders_op=elders_op)
    pas.note(casus_id)


def files_of(casus_id: UUID) -> list[UUID]:
    """Give the ids by which the subject of a casus is known: its own, and that of its dossier. Covenant 15.2.b."""
    return [casus_id, Casus.objects.values_list("dossier_id", flat=True).get(pk=casus_id)]


def bewaring(ids: Collection[UUID], *, lock: bool) -> dict[UUID, BewaarFeit]:
    """Load the days of retention of casussen, in two queries; also of those on their way out. Covenant 13."""
    rows = Casus.objects.filter(pk__in=list(ids)).annotate(is_behouden=stukken.keeps_whole())
    found = list((rows.select_for_update() if lock else rows).defer("verzegeld"))
    onderweg = Counter(Uitgaand.objects.filter(houder_id__in=list(ids)).values_list("houder_id", flat=True))
    behoudt = stukken.outlasting(ids)
    return {
        row.id: BewaarFeit(
            id=row.id,
            convenant_id=ConvenantId(row.convenant_id),
            soort=Houdersoort.CASUS,
            nummer=row.nummer,
            verwerkt_op=row.laatste_verwerking_op,
            elders_id=row.dossier_id,
            onderweg=onderweg[row.id],
            is_afgesloten=row.afgesloten_op is not None,
            vernietigen_op=row.vernietigen_op,
            gehoord_op=row.elders_op,
            gearchiveerd_op=row.gearchiveerd_op,
            is_behouden=row.is_behouden,
            behoudt=len(behoudt[row.id]),
        )
        for row in found
    }


def ageing(convenant_id: UUID, *, until: date) -> list[UUID]:
    """Give the dossiers of the casussen that nobody worked on since a day."""
    rows = _there().filter(convenant_id=convenant_id, laatste_verwerking_op__lte=until).order_by("id")
    return list(rows.values_list("dossier_id", flat=True))


def kop_of(pas: Pass, casus_id: UUID) -> ArchiefKop:
    """Give what a casus was, beside its pieces, for the archive. Covenant 13.2."""
    row = _there().get(pk=casus_id)
    return ArchiefKop(
        naw=pas.open(row, Naw, houder_id=row.id),
        nummer=row.nummer,
        staat=row.staat,
        begonnen_op=row.geopend_op,
        verwerkt_op=row.laatste_verwerking_op,
        besloten_op=row.afgesloten_op,
        log_id=pas.sleutels.log_id(row.id),
    )


def all_ids() -> set[UUID]:
    """Give every casus that the file has a row of."""
    return set(Casus.objects.values_list("id", flat=True))


def all_dossier_ids() -> set[UUID]:
    """Give every dossier that a casus was handed over from, there or not."""
    return set(Casus.objects.values_list("dossier_id", flat=True))


def dossier_of(casus_id: UUID) -> DossierId:
    """Give the random id of the dossier that this casus was handed over from."""
    return DossierId(_there().values_list("dossier_id", flat=True).get(pk=casus_id))


def is_first_time(pas: Pass, *, zending_id: UUID, soort: str) -> bool:
    """Note that a bundle is applied here; tells whether it is the first time."""
    return is_applied_first(Ontvangen, pas, zending_id=zending_id, soort=soort)


def version(casus: CasusFeit) -> int:
    """Give the version of a casus that a change must have seen."""
    return casus.kop.versie


INZAGE_ROWS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class InzageRegel:
    """A line of the log of one casus: which organisation did what, and when; no person of it."""

    organisatie_id: UUID | None
    daad: str
    gevolg: str
    op: datetime


def inzage(pas: Pass, casus_id: UUID, *, zonder: Collection[str] = ()) -> list[InzageRegel]:
    """Give the last rows of the log of a casus, newest first, without these acts. Covenant 15.2.e."""
    log_id = pas.sleutels.log_id(casus_id)
    if log_id is None:
        return []
    rows = LogRegel.objects.filter(log_id=log_id).exclude(daad__in=zonder).order_by("-id")
    return [InzageRegel(**row) for row in rows.values("organisatie_id", "daad", "gevolg", "op")[:INZAGE_ROWS]]


def numbered(convenant_id: UUID, nummer: str) -> list[UUID]:
    """Give what has this number in a covenant, for the log: its id, and nothing of it. Covenant 15.2.e."""
    return list(Casus.objects.filter(convenant_id=convenant_id, nummer=nummer).values_list("id", flat=True))
