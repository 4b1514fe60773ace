# reason: the one door of the weegploeg's file, in which each question has a few lines.
"""The doors of the weegploeg's file: facts for the rules, content for a pass."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefKop, Naw, StandpuntInhoud
from casustafel.bestand.log import Gevolg, Regel, write_rows
from casustafel.bestand.logboek import logboek_of
from casustafel.bestand.outbox import Outbox, is_applied_first
from casustafel.bestand.overleg import Overleggen
from casustafel.bestand.pas import Pass
from casustafel.bestand.prepared import Prepared, Slot, Writer
from casustafel.bestand.stukken import NOBODY, RETIRED, Kaal, Stukken, feit_of
from casustafel.bestand.stukken import Stuk as Stukje
from casustafel.bestand.teller import next_number
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.feit import (
    UNDECIDED,
    CasusId,
    ConvenantId,
    DossierFeit,
    DossierId,
    DossierKop,
    DossierStaat,
    InformatieverzoekFeit,
    Keuze,
    OrganisatieId,
    StandpuntFeit,
    StukId,
    Taak,
    Uitkomst,
    Wie,
)
from casustafel.convenant.informatieplicht import Aantekening
from casustafel.convenant.rules.afscherming import finds_afgeschermd, rest_of
from casustafel.convenant.rules.controle import GEVRAAGD
from casustafel.convenant.stuk import OVERGEDRAGEN, DossierStuk
from casustafel.convenant.vooruitzicht import Grenzen, bounds
from casustafel.weegploeg import models
from casustafel.weegploeg.inhoud import (
    CorrectieInhoud,
    HeroverwegingInhoud,
    MotiveringInhoud,
    SignaalInhoud,
    VerplaatsingInhoud,
    VraagInhoud,
    WegingInhoud,
)
from casustafel.weegploeg.models import Certificaat, Dossier, LogRegel, Ontvangen, Stuk, Teller, Uitgaand

ALIAS = Bestand.WEEGPLOEG.value
ANSWERED = "beantwoord"
ASKED = "gevraagd"
HANDED_OVER = OVERGEDRAGEN

Soort = DossierStuk
stukken = Stukken(Stuk)
_dossiers = Writer(Dossier)
outbox = Outbox(Uitgaand)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierStukken:
    """All pieces of a dossier, opened, by kind and oldest first."""

    signalen: list[Stukje[SignaalInhoud]]
    vragen: list[Stukje[VraagInhoud]]
    wegingen: list[Stukje[WegingInhoud]]
    standpunten: list[Stukje[StandpuntInhoud]]
    beslissingen: list[Stukje[MotiveringInhoud]]
    betrokken: list[Stukje[MotiveringInhoud]]
    afsluitingen: list[Stukje[MotiveringInhoud]]
    correcties: list[Stukje[CorrectieInhoud]]
    verlengingen: list[Stukje[MotiveringInhoud]]
    over_verlenging: list[Stukje[StandpuntInhoud]]
    verplaatsingen: list[Stukje[VerplaatsingInhoud]]
    heroverwegingen: list[Stukje[HeroverwegingInhoud]]


def open_all(pas: Pass, dossier_id: UUID) -> DossierStukken:
    """Open all pieces of a dossier, in one query."""
    rows = stukken.sealed(dossier_id)
    return DossierStukken(
        signalen=stukken.open(pas, rows[Soort.SIGNAAL], SignaalInhoud),
        vragen=stukken.open(pas, rows[Soort.VRAAG], VraagInhoud),
        wegingen=stukken.open(pas, rows[Soort.WEGING], WegingInhoud),
        standpunten=stukken.open(pas, _on_outcome(rows[Soort.STANDPUNT]), StandpuntInhoud),
        beslissingen=stukken.open(pas, rows[Soort.BESLISSING], MotiveringInhoud),
        betrokken=stukken.open(pas, [r for r in rows[Soort.BETROKKEN] if r.staat != RETIRED], MotiveringInhoud),
        afsluitingen=stukken.open(pas, rows[Soort.AFSLUITING], MotiveringInhoud),
        correcties=stukken.open(pas, rows[Soort.CORRECTIE], CorrectieInhoud),
        verlengingen=stukken.open(pas, rows[Soort.VERLENGING], MotiveringInhoud),
        over_verlenging=stukken.open(pas, [r for r in rows[Soort.STANDPUNT] if r.bij_id is not None], StandpuntInhoud),
        verplaatsingen=stukken.open(pas, rows[Soort.VERPLAATSING], VerplaatsingInhoud),
        heroverwegingen=stukken.open(pas, rows[Soort.HEROVERWEGING], HeroverwegingInhoud),
    )


def _on_outcome(rows: Iterable[Stuk]) -> list[Stuk]:
    """Leave out the positions that count no longer, and those on another question than the outcome."""
    return [row for row in rows if row.staat != RETIRED and row.bij_id is None]


def retire_positions(pas: Pass, dossier_id: UUID) -> None:
    """Set the positions on the outcome aside; those on another question stay."""
    found = stukken.plain([dossier_id], [Soort.STANDPUNT])
    lapsed = [p.id for p in found if p.staat != RETIRED and p.bij_id is None]
    if lapsed:
        stukken.set_staat(pas, lapsed, RETIRED)


def log(rows: Iterable[Regel]) -> None:
    """Write log rows of the weegploeg's file."""
    write_rows(LogRegel, rows)


logboek = logboek_of(Bestand.WEEGPLOEG, models)
"""The evidence of this log. Covenant 15.2.e."""


KOP = (
    "id",
    "convenant_id",
    "nummer",
    "staat",
    "versie",
    "eerste_signaal_op",
    "besloten_op",
    "verlengd_op",
    "laatste_verwerking_op",
    "elders_op",
    "is_afgeschermd",
    "is_behouden",
)


def _kop(*values: Any) -> DossierKop:
    """Make what a list needs of the columns `KOP`."""
    dossier_id, convenant_id, nummer, staat, versie, eerste_signaal_op, besloten_op, verlengd_op, *casework = values
    verwerkt_op, elders_op, is_afgeschermd, is_behouden = casework
    return DossierKop(
        id=DossierId(dossier_id),
        convenant_id=ConvenantId(convenant_id),
        nummer=nummer,
        staat=DossierStaat(staat),
        versie=versie,
        eerste_signaal_op=eerste_signaal_op,
        besloten_op=besloten_op,
        verlengd_op=verlengd_op,
        verwerkt_op=verwerkt_op,
        elders_op=elders_op,
        is_afgeschermd=bool(is_afgeschermd),
        is_behouden=bool(is_behouden),
    )


def _with_shield(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Tell of each dossier whether the whole of it is shielded, and kept past its term for that. AVG 18."""
    return rows.annotate(is_afgeschermd=stukken.shields_whole(), is_behouden=stukken.keeps_whole())


def _some() -> QuerySet[Dossier]:
    """Give dossiers by id; one that is on its way out is not there."""
    return Dossier.objects.filter(pk__in=[Slot("ids", is_many=True)], vernietigen_op__isnull=True)


_koppen = Prepared(lambda: _with_shield(_some()).values_list(*KOP))
_koppen_locked = Prepared(lambda: _with_shield(_some()).select_for_update().values_list(*KOP))


def _standpunt(row: Kaal) -> StandpuntFeit:
    withheld = row.staat == Keuze.ONTHOUDEN
    return StandpuntFeit(
        organisatie_id=OrganisatieId(row.organisatie_id or NOBODY),
        keuze=Keuze.ONTHOUDEN if withheld else Keuze.INSTEMMEN,
        uitkomst=None if withheld else Uitkomst(row.staat),
    )


def _feit(kop: DossierKop, pieces: Sequence[Kaal]) -> DossierFeit:
    by_kind: defaultdict[str, list[Kaal]] = defaultdict(list)
    for piece in pieces:
        by_kind[piece.soort].append(piece)
    return DossierFeit(
        kop=kop,
        signalen=frozenset(StukId(p.id) for p in by_kind[Soort.SIGNAAL]),
        gewogen=frozenset(StukId(p.id) for p in by_kind[Soort.WEGING] if p.staat != RETIRED),
        informatieverzoeken=tuple(
            InformatieverzoekFeit(
                id=StukId(p.id),
                organisatie_id=OrganisatieId(p.organisatie_id or NOBODY),
                is_answered=p.staat == ANSWERED,
                uiterlijk_op=p.uiterlijk_op,
            )
            for p in by_kind[Soort.VRAAG]
            if p.staat != RETIRED
        ),
        standpunten=tuple(_standpunt(p) for p in by_kind[Soort.STANDPUNT] if p.staat != RETIRED and not p.bij_id),
        betrokken=frozenset(
            OrganisatieId(p.organisatie_id) for p in by_kind[Soort.BETROKKEN] if p.organisatie_id and p.staat != RETIRED
        ),
        stukken=tuple(feit_of(p) for p in pieces),
    )


def facts(ids: Collection[UUID], *, lock: bool, ook_afgeschermd: bool = False) -> dict[UUID, DossierFeit]:
    """Load the facts on dossiers in two queries; with `lock` the dossiers stay as they are until the act ends.

    What is shielded is not among them, but for what serves the person (`ook_afgeschermd`). AVG 18.
    """
    rows = (_koppen_locked if lock else _koppen).rows(ids=ids)
    found = [_kop(*row) for row in rows]
    pieces: defaultdict[UUID, list[Kaal]] = defaultdict(list)
    for piece in stukken.plain([kop.id for kop in found], list(Soort), ook_afgeschermd=ook_afgeschermd):
        pieces[piece.houder_id].append(piece)
    return {kop.id: _feit(kop, pieces[kop.id]) for kop in found}


def all_facts(ids: Collection[UUID], *, lock: bool) -> dict[UUID, DossierFeit]:
    """Load the facts with what is shielded: for the person's overview, and for the system. Covenant 12.3; AVG 18."""
    return facts(ids, lock=lock, ook_afgeschermd=True)


overleggen = Overleggen(
    Bestand.WEEGPLOEG,
    overleg=models.Overleg,
    punt=models.AgendaPunt,
    aanwezige=models.Aanwezige,
    facts=lambda ids: facts(ids, lock=False),
)
vernietiging = Vernietiging(
    houders=Dossier, stukken=Stuk, uitgaand=Uitgaand, certificaten=Certificaat, overleggen=overleggen
)


def _visible(convenant_id: UUID | Slot, grenzen: Mapping[str, date | Slot]) -> QuerySet[Dossier]:
    """Filter like the rule that says who finds a dossier: not past its term, not shielded; the rule is asked again."""
    return _kept(convenant_id, grenzen).filter(~stukken.shields_whole())


def _kept(convenant_id: UUID | Slot, grenzen: Mapping[str, date | Slot]) -> QuerySet[Dossier]:
    """Filter what is past its term; what is shielded is kept, for what serves its subject."""
    rows = Dossier.objects.filter(convenant_id=convenant_id, vernietigen_op__isnull=True)
    is_undecided = Q(staat__in=[staat.value for staat in UNDECIDED])
    is_unlisted = Q(staat__in=[DossierStaat.NIET_AGENDEREN.value, DossierStaat.OPGEGAAN.value])
    first = Q(verlengd_op__isnull=True, eerste_signaal_op__gte=grenzen["signaal"])
    longer = Q(verlengd_op__isnull=False, eerste_signaal_op__gte=grenzen["signaal_verlengd"])
    worked = Q(laatste_verwerking_op__gte=grenzen["verwerkt"]) | Q(elders_op__gte=grenzen["verwerkt"])
    return rows.filter(
        (is_undecided & (first | longer))
        | (is_unlisted & Q(besloten_op__gte=grenzen["uitkomst"]))
        | (~is_undecided & ~is_unlisted & worked)
        | stukken.keeps_whole()
    )


def _seen(wie: Wie, *, day: date) -> QuerySet[Dossier]:
    return _near(wie, _filter_for(wie), day=day)


def _near(wie: Wie, visible: "Visible", *, day: date) -> QuerySet[Dossier]:
    """Filter for somebody, without what is kept from them. Covenant 15.2.b."""
    return visible(wie.convenant.id, asdict(bounds(wie.convenant, day=day))).exclude(pk__in=wie.uitgesloten)


def _filter_for(wie: Wie) -> "Visible":
    """Give the filter of somebody's lists: who handles requests finds what is shielded too. Covenant 12.1."""
    return _kept if finds_afgeschermd(wie) else _visible


Visible = Callable[[UUID | Slot, Mapping[str, date | Slot]], QuerySet[Dossier]]


@cache
def _pages(visible: Visible, states: int) -> Prepared:
    """Merge so many states, each in the order of its index: what a page costs does not grow with the file."""

    def rows() -> QuerySet[Dossier, tuple[Any, ...]]:
        given = {field.name: Slot(field.name) for field in fields(Grenzen)}
        seen = _with_shield(visible(Slot("convenant_id"), given))
        seen = seen.exclude(pk__in=[Slot("uitgesloten", is_many=True)])
        first, *others = (seen.filter(staat=Slot(f"staat_{place}")).values_list(*KOP) for place in range(states))
        return first.union(*others, all=True).order_by("-eerste_signaal_op", "-nummer")

    return Prepared(rows, is_paged=True)


def page(wie: Wie, *, day: date, staten: Collection[DossierStaat], offset: int, limit: int) -> list[DossierKop]:
    """Give a page of dossiers in these states, newest first signal first."""
    named = {f"staat_{place}": staat.value for place, staat in enumerate(dict.fromkeys(staten))}
    if not named:
        return []
    given = {**named, **asdict(bounds(wie.convenant, day=day)), "uitgesloten": wie.uitgesloten or {NOBODY}}
    pages = _pages(_filter_for(wie), len(named))
    return [_kop(*row) for row in pages.rows(convenant_id=wie.convenant.id, **given, limit=limit, offset=offset)]


def koppen(wie: Wie, *, day: date) -> list[DossierKop]:
    """Give every dossier of one covenant, newest first signal first, to be searched by name in memory."""
    rows = _with_shield(_seen(wie, day=day)).order_by("-eerste_signaal_op", "-nummer").values_list(*KOP)
    return [_kop(*row) for row in rows]


def names(pas: Pass, ids: Collection[UUID]) -> dict[UUID, Naw]:
    """Open the name and address of the subjects of these dossiers, in one query; what is damaged is left out."""
    rows = (Dossier.from_db(None, _columns(), values) for values in _whole.rows(ids=ids))
    return pas.open_whole(rows, Naw)


def naw_of(pas: Pass, dossier_id: UUID) -> Naw:
    """Open the name and address of the subject of a dossier."""
    return pas.open(_whole_of(dossier_id), Naw, houder_id=dossier_id)


def _count_rows() -> QuerySet[Stuk, tuple[Any, ...]]:
    rows = stukken.shown().filter(houder_id__in=[Slot("ids", is_many=True)], soort=Soort.SIGNAAL.value)
    return rows.values_list("houder_id", "organisatie_id").annotate(n=Count("id"))


_counts = Prepared(_count_rows)


def signaal_counts(ids: Collection[UUID]) -> Mapping[UUID, list[tuple[UUID, int]]]:
    """Count the signals of each organisation in each dossier, in one query."""
    counted: defaultdict[UUID, list[tuple[UUID, int]]] = defaultdict(list)
    for houder_id, organisatie_id, count in _counts.rows(ids=ids):
        counted[houder_id].append((organisatie_id, count))
    return counted


def begin_dossier(
    pas: Pass,
    naw: Naw,
    *,
    dossier_id: UUID | None = None,
    sinds: date | None = None,
    gewerkt_op: date | None = None,
) -> DossierId:
    """Open a new dossier on a subject, with its key made first. Covenant 8.2.a.

    Its first signaal and its last processing are of today; one that is parted off keeps the days that it has. One that
    comes from the archive has its id already.
    """
    number = next_number(Teller, pas.wie.convenant.id, jaar=pas.day.year)
    row = Dossier(
        id=dossier_id or pas.new_id(),
        convenant_id=pas.wie.convenant.id,
        nummer=f"W-{pas.day.year}-{number:04d}",
        staat=DossierStaat.NIEUW.value,
        eerste_signaal_op=sinds or pas.day,
        laatste_verwerking_op=gewerkt_op or pas.day,
    )
    pas.begin(row.id)
    pas.seal(row, naw, houder_id=row.id)
    _dossiers.insert(row)
    return DossierId(row.id)


def _columns() -> list[str]:
    return [field.attname for field in Dossier._meta.concrete_fields]


_whole = Prepared(lambda: _some().values_list(*_columns()))


def _whole_of(dossier_id: UUID) -> Dossier:
    (values,) = _whole.rows(ids=[dossier_id])
    return Dossier.from_db(None, _columns(), values)


@contextmanager
def _next(pas: Pass, dossier_id: UUID, naw: Naw | None = None) -> Iterator[Dossier]:
    """Give a dossier to be changed: it is sealed anew as its next version, with its new name and address if any."""
    row = _whole_of(dossier_id)
    was = pas.open(row, Naw, houder_id=row.id)
    row.versie += 1
    yield row
    pas.seal(row, naw or was, houder_id=row.id)
    _dossiers.update(row)


def mend(pas: Pass, dossier_id: UUID, naw: Naw | None = None) -> None:
    """Note that a dossier was mended or checked: next version, and its new name and address if any.

    Covenant 8.3. Reading: mending and checking are no casework: the day of the last processing stays as it was.
    """
    with _next(pas, dossier_id, naw):
        pass


def extend(pas: Pass, dossier_id: UUID) -> None:
    """Note that the kernpartijen agreed today to a longer term. Covenant 7.4."""
    touch(pas, dossier_id, is_verlengd=True)


def touch(  # what casework may change of a dossier
    pas: Pass,
    dossier_id: UUID,
    *,
    staat: DossierStaat | None = None,
    casus_id: UUID | None = None,
    op: date | None = None,
    is_verlengd: bool = False,
) -> None:
    """Note that casework was done on a dossier: next version, last processing, and its new state if any.

    That is today, or the day on which it was done where its news comes later.
    """
    with _next(pas, dossier_id) as row:
        row.laatste_verwerking_op = max(row.laatste_verwerking_op, op or pas.day)
        if staat is not None:
            row.staat = staat.value
            if staat in {DossierStaat.AGENDEREN, DossierStaat.NIET_AGENDEREN}:
                row.besloten_op = pas.day
        if casus_id is not None:
            row.casus_id = casus_id
        if is_verlengd:
            row.verlengd_op = pas.day


def hear(pas: Pass, dossier_id: UUID, *, elders_op: date) -> None:
    """Note the day of the last casework on the same subject in the other file; that is no casework. Covenant 13.1."""
    Dossier.objects.filter(pk=dossier_id).update(elders_op=elders_op)
    pas.note(dossier_id)


def lapse(pas: Pass, dossier_id: UUID, *, op: date) -> None:
    """Record outcome 2 on the day on which the term to decide had ended; that is no casework. Covenant 7.4."""
    with _next(pas, dossier_id) as row:
        row.staat, row.besloten_op = DossierStaat.NIET_AGENDEREN.value, op


def files_of(dossier_id: UUID) -> list[UUID]:
    """Give the ids by which the subject of a dossier is known: its own, and that of its casus. Covenant 15.2.b."""
    casus_id = Dossier.objects.values_list("casus_id", flat=True).get(pk=dossier_id)
    return [dossier_id] if casus_id is None else [dossier_id, casus_id]


def bewaring(ids: Collection[UUID], *, lock: bool) -> dict[UUID, BewaarFeit]:
    """Load the days of retention of dossiers, in two queries; also of those on their way out. Covenant 13."""
    rows = Dossier.objects.filter(pk__in=list(ids))
    found: list[Any] = list(_with_shield(rows.select_for_update() if lock else rows).defer("verzegeld"))
    onderweg = Counter(Uitgaand.objects.filter(houder_id__in=list(ids)).values_list("houder_id", flat=True))
    behoudt = stukken.outlasting(ids)
    return {
        row.id: BewaarFeit(
            id=row.id,
            convenant_id=ConvenantId(row.convenant_id),
            soort=Houdersoort.DOSSIER,
            nummer=row.nummer,
            verwerkt_op=row.laatste_verwerking_op,
            kop=_kop(*(getattr(row, name) for name in KOP)),
            elders_id=row.casus_id,
            onderweg=onderweg[row.id],
            is_afgesloten=row.staat == DossierStaat.AFGESLOTEN.value,
            vernietigen_op=row.vernietigen_op,
            gehoord_op=row.elders_op,
            gearchiveerd_op=row.gearchiveerd_op,
            is_behouden=row.is_behouden,
            behoudt=len(behoudt[row.id]),
        )
        for row in found
    }


def keep_afgeschermd(pas: Pass, dossier_id: UUID) -> DossierId:
    """Set apart what is kept past its term, as a dossier of its own under a key of its own. Covenant 13; AVG 18.

    It keeps the days of the old one, and is shielded whole: casework does not see it, and it goes once that is lifted.
    """
    was = _whole_of(dossier_id)
    naw = pas.open(was, Naw, houder_id=dossier_id)
    rest = begin_dossier(
        pas, naw, dossier_id=rest_of(dossier_id), sinds=was.eerste_signaal_op, gewerkt_op=was.laatste_verwerking_op
    )
    with _next(pas, rest) as row:
        row.staat, row.besloten_op = DossierStaat.NIET_AGENDEREN.value, was.besloten_op or was.laatste_verwerking_op
    stukken.set_apart(pas, van_id=dossier_id, naar_id=rest)
    return rest


def kop_of(pas: Pass, dossier_id: UUID) -> ArchiefKop:
    """Give what a dossier was, beside its pieces, for the archive. Covenant 13.2."""
    row = _whole_of(dossier_id)
    return ArchiefKop(
        naw=pas.open(row, Naw, houder_id=row.id),
        nummer=row.nummer,
        staat=row.staat,
        begonnen_op=row.eerste_signaal_op,
        verwerkt_op=row.laatste_verwerking_op,
        besloten_op=row.besloten_op,
        verlengd_op=row.verlengd_op,
        log_id=pas.sleutels.log_id(row.id),
    )


def ageing(convenant_id: UUID, *, until: date, afgesloten_until: date | None = None) -> list[UUID]:
    """Give what a term may end for: dossiers that were not put on the agenda, and what nobody worked on since a day.

    Of those that were closed the second day counts, if there is one.
    """
    states = [staat.value for staat in (*UNDECIDED, DossierStaat.NIET_AGENDEREN, DossierStaat.OPGEGAAN)]
    rows = Dossier.objects.filter(convenant_id=convenant_id, vernietigen_op__isnull=True)
    closed = Q(staat=DossierStaat.AFGESLOTEN.value, laatste_verwerking_op__lte=afgesloten_until or until)
    found = rows.filter(Q(staat__in=states) | Q(laatste_verwerking_op__lte=until) | closed).order_by("id")
    return list(found.values_list("id", flat=True))


def all_ids() -> set[UUID]:
    """Give every dossier that the file has a row of."""
    return set(Dossier.objects.values_list("id", flat=True))


def all_casus_ids() -> set[UUID]:
    """Give every casus that a dossier was handed over to, arrived or not."""
    return {casus_id for casus_id in Dossier.objects.values_list("casus_id", flat=True) if casus_id is not None}


def settle(
    pas: Pass,
    dossier_id: UUID,
    *,
    sinds: date | None = None,
    gewerkt_op: date | None = None,
    besloten_op: date | None = None,
    staat: DossierStaat | None = None,
    blijft_verlengd: bool = True,
) -> None:
    """Note that pieces came to a dossier or left it: next version, and its new state if any.

    Covenant 8.3. Reading: this is no casework, and a day that a term counts from only ever becomes an earlier one. A
    dossier that went over into another one is finished today.
    """
    with _next(pas, dossier_id) as row:
        row.eerste_signaal_op = min(row.eerste_signaal_op, sinds or row.eerste_signaal_op)
        row.laatste_verwerking_op = min(row.laatste_verwerking_op, gewerkt_op or row.laatste_verwerking_op)
        if row.besloten_op is not None and besloten_op is not None:
            row.besloten_op = min(row.besloten_op, besloten_op)
        if not blijft_verlengd:
            row.verlengd_op = None
        if staat is not None:
            row.staat = staat.value
        if staat is DossierStaat.OPGEGAAN:
            row.besloten_op = pas.day


def worked_on(dossier_id: UUID) -> date:
    """Give the day of the last casework on a dossier. Covenant 13.1."""
    return _whole_of(dossier_id).laatste_verwerking_op


def by_number(wie: Wie, nummer: str, *, day: date) -> list[DossierKop]:
    """Give the dossier with this number in the covenant of who asks, if there is one."""
    return [_kop(*row) for row in _with_shield(_seen(wie, day=day)).filter(nummer=nummer).values_list(*KOP)]


def counted_by_day(convenant_id: UUID) -> list[tuple[date, str, int]]:
    """Count the dossiers of a covenant by the day of their first signaal and by state. Covenant 18.4."""
    rows = Dossier.objects.filter(convenant_id=convenant_id, vernietigen_op__isnull=True)
    return list(rows.values_list("eerste_signaal_op", "staat").annotate(n=Count("id")).order_by("eerste_signaal_op"))


def active(wie: Wie, *, day: date) -> list[DossierFeit]:
    """Give the dossiers of a covenant on which something waits, with their facts, for the werkvoorraad."""
    states = [*UNDECIDED, DossierStaat.AGENDEREN]
    if wie.taak is Taak.CONTROLEREN:
        states.append(DossierStaat.OVERGEDRAGEN)
    asked = Stuk.objects.filter(
        organisatie_id=wie.organisatie_id, soort=Soort.BEVESTIGING.value, staat=GEVRAAGD
    ).values_list("houder_id", flat=True)
    rows = _seen(wie, day=day).filter(Q(staat__in=[s.value for s in states]) | Q(pk__in=list(asked)))
    return list(facts(list(rows.values_list("id", flat=True)), lock=False).values())


def to_inform(wie: Wie, *, day: date) -> list[DossierFeit]:
    """Give the dossiers of a covenant whose subject was not informed of everything, with their facts. Covenant 11."""
    told = Stuk.objects.filter(
        houder_id=OuterRef("pk"), soort=Soort.INFORMEREN.value, staat=Aantekening.GEINFORMEERD.value
    )
    rows = _near(wie, _kept, day=day).exclude(staat=DossierStaat.OPGEGAAN.value)
    rows = rows.filter(~Exists(told))
    return list(facts(list(rows.values_list("id", flat=True)), lock=False).values())


def casus_of(dossier_id: UUID) -> CasusId | None:
    """Give the random id of the casus that a dossier was handed over to."""
    (found,) = _casus.first(ids=[dossier_id]) or (None,)
    return CasusId(found) if found else None


_casus = Prepared(lambda: _some().values_list("casus_id"))


def is_first_time(pas: Pass, *, zending_id: UUID, soort: str) -> bool:
    """Note that a bundle is applied here; tells whether it is the first time."""
    return is_applied_first(Ontvangen, pas, zending_id=zending_id, soort=soort)


def version(dossier: DossierFeit) -> int:
    """Give the version of a dossier that a change must have seen."""
    return dossier.kop.versie


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One log row on a dossier, without the person: which organisation did what, when. Covenant 15.2.e."""

    organisatie_id: UUID | None
    daad: str
    gevolg: Gevolg
    op: datetime


INZAGE_ROWS = 100


def inzage(log_id: UUID | None, *, zonder: Collection[str] = ()) -> list[Inzage]:
    """Give the last hundred log rows of a dossier, newest first, without these acts; nothing where its key is gone."""
    if log_id is None:
        return []
    rows = LogRegel.objects.filter(log_id=log_id).exclude(daad__in=zonder).order_by("-id")[:INZAGE_ROWS]
    found = rows.values_list("organisatie_id", "daad", "gevolg", "op")
    return [Inzage(organisatie_id=o, daad=d, gevolg=Gevolg(g), op=op) for o, d, g, op in found]


def numbered(convenant_id: UUID, nummer: str) -> list[UUID]:
    """Give what has this number in a covenant, for the log: its id, and nothing of it. Covenant 15.2.e."""
    return list(Dossier.objects.filter(convenant_id=convenant_id, nummer=nummer).values_list("id", flat=True))
