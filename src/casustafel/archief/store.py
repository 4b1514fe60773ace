"""The doors of the archive: facts for the rules, content for a pass. Covenant 13.2."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from casustafel.archief import models
from casustafel.archief.models import Certificaat, Dossier, LogRegel, Ontvangen, Stuk, Uitgaand
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import ArchiefItem, ArchiefKop, Archivering
from casustafel.bestand.log import Regel, write_rows
from casustafel.bestand.logboek import logboek_of
from casustafel.bestand.outbox import Outbox, is_applied_first
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Kaal, Stukken, feit_of
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.convenant.archief import ArchiefFeit, ArchiefItemFeit
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.feit import ConvenantId, Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.afscherming import finds_afgeschermd, rest_of
from casustafel.convenant.stuk import ArchiefStuk, Herkomst

stukken = Stukken(Stuk)
outbox = Outbox(Uitgaand)
vernietiging = Vernietiging(
    houders=Dossier,
    stukken=Stuk,
    uitgaand=Uitgaand,
    certificaten=Certificaat,
    berichten=models.Vernietigbericht,
)


def log(rows: Iterable[Regel]) -> None:
    """Write log rows of the archive."""
    write_rows(LogRegel, rows)


logboek = logboek_of(Bestand.ARCHIEF, models)
"""The evidence of this log. Covenant 15.2.e."""


def _there() -> QuerySet[Dossier, Dossier]:
    """Give what is in the archive, and whether the whole of it is shielded; what is on its way out is not there."""
    rows = Dossier.objects.filter(vernietigen_op__isnull=True)
    return rows.annotate(is_afgeschermd=stukken.shields_whole(), is_behouden=stukken.keeps_whole())


def facts(ids: Collection[UUID], *, lock: bool, ook_afgeschermd: bool = False) -> dict[UUID, ArchiefFeit]:
    """Load the facts on archived subjects in two queries; with `lock` they stay as they are until the act ends.

    What is shielded is not among them, but for what serves the person (`ook_afgeschermd`). AVG 18.
    """
    rows = _there().filter(pk__in=list(ids))
    found = list(rows.select_for_update() if lock else rows)
    items = _items([row.id for row in found], stukken.everything() if ook_afgeschermd else stukken.shown())
    return {row.id: _feit(row, items[row.id]) for row in found}


def all_facts(ids: Collection[UUID], *, lock: bool) -> dict[UUID, ArchiefFeit]:
    """Load the facts with what is shielded: for the person's overview, and for the system. Covenant 12.3; AVG 18."""
    return facts(ids, lock=lock, ook_afgeschermd=True)


def _feit(row: Any, items: Iterable[ArchiefItemFeit] = ()) -> ArchiefFeit:
    return ArchiefFeit(
        id=row.id,
        convenant_id=ConvenantId(row.convenant_id),
        nummer=row.nummer,
        casus_nummer=row.casus_nummer,
        versie=row.versie,
        verwerkt_op=row.laatste_verwerking_op,
        gearchiveerd_op=row.gearchiveerd_op,
        items=tuple(items),
        is_afgeschermd=row.is_afgeschermd,
        is_behouden=row.is_behouden,
    )


def _visible(wie: Wie, *, past: date) -> QuerySet[Dossier]:
    """Filter like the rule that says who finds a subject: not past its term, not shielded, and not kept away."""
    in_term = Q(laatste_verwerking_op__gt=past) | stukken.keeps_whole()
    rows = _there().filter(in_term, convenant_id=wie.convenant.id)
    rows = rows.exclude(pk__in=wie.uitgesloten)
    return rows if finds_afgeschermd(wie) else rows.exclude(stukken.shields_whole())


def page(wie: Wie, *, past: date, offset: int, limit: int) -> list[ArchiefFeit]:
    """Give a page of the archive without the pieces, what is destroyed first at the top.

    `past` is the latest day of a last casework whose term has ended.
    """
    rows = _visible(wie, past=past).order_by("laatste_verwerking_op", "nummer", "casus_nummer")
    return [_feit(row) for row in rows[offset : offset + limit]]


def by_number(wie: Wie, nummer: str, *, past: date) -> list[ArchiefFeit]:
    """Give the subject with this number, as dossier or as casus, in the covenant of who asks, if there is one."""
    rows = _visible(wie, past=past).filter(Q(nummer=nummer) | Q(casus_nummer=nummer))
    return [_feit(row) for row in rows]


def asked_again(wie: Wie, *, past: date) -> list[ArchiefFeit]:
    """Give the archived subjects of a covenant for which a renewed decision is asked, with their facts. Cov. 13.4."""
    asked = Stuk.objects.filter(soort=ArchiefStuk.REACTIVERING.value, staat=Vraagstaat.OPEN.value)
    rows = _visible(wie, past=past).filter(pk__in=list(asked.values_list("houder_id", flat=True)))
    return list(facts(list(rows.values_list("id", flat=True)), lock=False).values())


def touch(pas: Pass, dossier_id: UUID) -> None:
    """Give an archived subject its next version; that is no casework. Covenant 13.1."""
    Dossier.objects.filter(pk=dossier_id).update(versie=F("versie") + 1)
    pas.note(dossier_id)


def _items(ids: Collection[UUID], pieces: QuerySet[Stuk]) -> defaultdict[UUID, list[ArchiefItemFeit]]:
    found: defaultdict[UUID, list[ArchiefItemFeit]] = defaultdict(list)
    rows = pieces.filter(houder_id__in=list(ids)).order_by("herkomst", "op", "volg")
    for herkomst, *values in rows.values_list("herkomst", *Kaal._fields):
        piece = Kaal(*values)
        found[piece.houder_id].append(ArchiefItemFeit(herkomst=Herkomst(herkomst), stuk=feit_of(piece)))
    return found


def version(feit: ArchiefFeit) -> int:
    """Give the version of an archived subject that a change must have seen."""
    return feit.versie


def take_in(pas: Pass, bundel: Archivering) -> None:
    """Take in what a file held of a subject, sealed anew under a key of the archive. Covenant 13.2."""
    row = Dossier.objects.filter(pk=bundel.dossier_id).first() or Dossier(
        id=bundel.dossier_id,
        convenant_id=pas.wie.convenant.id,
        laatste_verwerking_op=bundel.verwerkt_op,
        gearchiveerd_op=bundel.op,
    )
    row.laatste_verwerking_op = max(row.laatste_verwerking_op, bundel.verwerkt_op)
    if bundel.herkomst == Herkomst.WEEGPLOEG:
        row.nummer = bundel.kop.nummer
    else:
        row.casus_nummer = bundel.kop.nummer
    pas.begin(row.id)
    row.save()
    pas.note(row.id)
    _take_in_items(pas, bundel)


def _take_in_items(pas: Pass, bundel: Archivering) -> None:
    first = int(pas.moment.timestamp() * 1_000_000)
    own = ((ArchiefStuk.KOP, bundel.kop, bundel.kop.begonnen_op),)
    met = ((ArchiefStuk.OVERLEG, one, one.op) for one in bundel.overleggen)
    for number, (soort, inhoud, op) in enumerate((*own, *met)):
        row = Stuk(id=pas.new_id(), soort=soort.value, op=op, volg=first + number)
        _put(pas, row, inhoud, bundel=bundel)
    for number, item in enumerate(bundel.items):
        _put(pas, _row_of(item, volg=first + number), item.inhoud, bundel=bundel)


def _row_of(item: ArchiefItem, *, volg: int) -> Stuk:
    return Stuk(
        id=item.id,
        soort=item.soort,
        organisatie_id=item.organisatie_id,
        bij_id=item.bij_id,
        op=item.op,
        uiterlijk_op=item.uiterlijk_op,
        staat=item.staat,
        volg=volg,
    )


def _put(pas: Pass, row: Stuk, inhoud: object, *, bundel: Archivering) -> None:
    row.houder_id, row.herkomst = bundel.dossier_id, bundel.herkomst
    pas.seal(row, inhoud, houder_id=row.houder_id)
    row.save(force_insert=True)


def add_beside(  # the plain part of a piece that stands with those of one file
    pas: Pass, inhoud: object, *, houder_id: UUID, herkomst: Herkomst, soort: str, bij_id: UUID | None
) -> None:
    """Seal a piece into an archived subject, with those that came from a file: what was changed there. Cov. 12.6."""
    row = Stuk(
        id=pas.new_id(),
        volg=int(pas.moment.timestamp() * 1_000_000) + len(pas.wijzigingen),
        houder_id=houder_id,
        herkomst=herkomst.value,
        soort=soort,
        bij_id=bij_id,
        op=pas.day,
    )
    pas.seal(row, inhoud, houder_id=houder_id)
    row.save(force_insert=True)


def is_first_time(pas: Pass, *, zending_id: UUID, soort: str) -> bool:
    """Note that a bundle is applied here; tells whether it is the first time."""
    return is_applied_first(Ontvangen, pas, zending_id=zending_id, soort=soort)


def bewaring(ids: Collection[UUID], *, lock: bool) -> dict[UUID, BewaarFeit]:
    """Load the days of retention of archived subjects; also of those on their way out. Covenant 13."""
    rows = Dossier.objects.filter(pk__in=list(ids)).annotate(is_behouden=stukken.keeps_whole())
    found = list(rows.select_for_update() if lock else rows)
    behoudt = stukken.outlasting(ids)
    onderweg = Counter(Uitgaand.objects.filter(houder_id__in=list(ids)).values_list("houder_id", flat=True))
    return {
        row.id: BewaarFeit(
            id=row.id,
            convenant_id=ConvenantId(row.convenant_id),
            soort=Houdersoort.ARCHIEF,
            nummer=row.nummer or row.casus_nummer,
            verwerkt_op=row.laatste_verwerking_op,
            onderweg=onderweg[row.id],
            vernietigen_op=row.vernietigen_op,
            is_behouden=row.is_behouden,
            behoudt=len(behoudt[row.id]),
        )
        for row in found
    }


def keep_afgeschermd(pas: Pass, dossier_id: UUID) -> UUID:
    """Set apart what is kept past its term, with the heads that say whom it is about. Covenant 13; AVG 18."""
    row = Dossier.objects.get(pk=dossier_id)
    row.pk = rest_of(dossier_id)
    row.versie = 1
    pas.begin(row.pk)
    row.save(force_insert=True)
    pas.note(row.pk)
    for head in Stuk.objects.filter(houder_id=dossier_id, soort=ArchiefStuk.KOP.value):
        kop = pas.open(head, ArchiefKop, houder_id=dossier_id)
        head.id, head.versie, head.houder_id = pas.new_id(), 1, row.pk
        pas.seal(head, kop, houder_id=row.pk)
        head.save(force_insert=True)
    stukken.set_apart(pas, van_id=dossier_id, naar_id=row.pk)
    return row.pk


def ageing(convenant_id: UUID, *, until: date) -> list[UUID]:
    """Give the archived subjects on which nobody worked since a day, oldest first."""
    rows = Dossier.objects.filter(convenant_id=convenant_id, laatste_verwerking_op__lte=until)
    return list(rows.order_by("laatste_verwerking_op", "id").values_list("id", flat=True))


def all_ids() -> set[UUID]:
    """Give every subject that the archive has a row of."""
    return set(Dossier.objects.values_list("id", flat=True))


def numbered(convenant_id: UUID, nummer: str) -> list[UUID]:
    """Give what has this number in a covenant, for the log: its id, and nothing of it. Covenant 15.2.e."""
    rows = Dossier.objects.filter(Q(nummer=nummer) | Q(casus_nummer=nummer), convenant_id=convenant_id)
    return list(rows.values_list("id", flat=True))
