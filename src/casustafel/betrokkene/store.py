"""The doors of the requests: facts for the rules, content for a pass. Covenant 12."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from casustafel.bestand.outbox import Outbox, is_applied_first
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Kaal, Stukken, feit_of
from casustafel.bestand.teller import next_number
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.betrokkene.models import Certificaat, Ontvangen, Stuk, Teller, Uitgaand, Verzoek
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import ConvenantId, Wie
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.termijn import ended_before
from casustafel.convenant.verzoek import (
    Besluituitkomst,
    Taakstaat,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
    answer_by,
)

stukken = Stukken(Stuk)
outbox = Outbox(Uitgaand)
vernietiging = Vernietiging(houders=Verzoek, stukken=Stuk, uitgaand=Uitgaand, certificaten=Certificaat)

LATEST_ON = Coalesce("beantwoord_op", "uiterlijk_op")
"""The day of the answer, or the last one to give it: what the term of a request is counted from."""


def _there() -> QuerySet[Verzoek]:
    """Give the requests that are there; what is on its way out is not."""
    return Verzoek.objects.filter(vernietigen_op__isnull=True)


def _linked() -> QuerySet[Stuk, Any]:
    return Stuk.objects.filter(soort=VerzoekStuk.TREFFER.value).values("houder_id")


def _feit(row: Verzoek, pieces: Collection[Kaal] = ()) -> VerzoekFeit:
    return VerzoekFeit(
        id=row.id,
        convenant_id=ConvenantId(row.convenant_id),
        nummer=row.nummer,
        soort=Verzoeksoort(row.soort),
        staat=Verzoekstaat(row.staat),
        versie=row.versie,
        ontvangen_op=row.ontvangen_op,
        gegevens_tot=row.gegevens_tot,
        besloten_op=row.besloten_op,
        beantwoord_op=row.beantwoord_op,
        uitkomst=Besluituitkomst(row.uitkomst) if row.uitkomst else None,
        stukken=tuple(feit_of(piece) for piece in pieces),
    )


def facts(ids: Collection[UUID], *, lock: bool) -> dict[UUID, VerzoekFeit]:
    """Load the facts on requests in two queries; with `lock` they stay as they are until the act ends."""
    rows = _there().filter(pk__in=list(ids))
    return _with_pieces(rows.select_for_update() if lock else rows)


def _with_pieces(rows: QuerySet[Verzoek]) -> dict[UUID, VerzoekFeit]:
    found = list(rows)
    pieces: defaultdict[UUID, list[Kaal]] = defaultdict(list)
    if found:
        for piece in stukken.plain([row.id for row in found], list(VerzoekStuk)):
            pieces[piece.houder_id].append(piece)
    return {row.id: _feit(row, pieces[row.id]) for row in found}


def version(feit: VerzoekFeit) -> int:
    """Give the version of a request that a change must have seen."""
    return feit.versie


def _visible(wie: Wie, *, day: date) -> QuerySet[Verzoek]:
    """Filter like the rule that says who finds a request: of the covenant, and not past its term."""
    past = ended_before(day, termijn=term_of(wie.convenant, TermijnCode.LOS_VERZOEK))
    rows = _there().filter(convenant_id=wie.convenant.id).annotate(latest_on=LATEST_ON)
    known = Stuk.objects.filter(soort=VerzoekStuk.TREFFER.value, bij_id__in=wie.uitgesloten)
    rows = rows.exclude(pk__in=known.values("houder_id"))
    return rows.filter(Q(latest_on__gt=past) | Q(pk__in=_linked()))


def page(wie: Wie, *, day: date, staten: Collection[Verzoekstaat], offset: int, limit: int | None) -> list[VerzoekFeit]:
    """Give a page of requests in these states, what is due first at the top; without a limit every one."""
    rows = _visible(wie, day=day).filter(staat__in=[staat.value for staat in staten])
    return list(
        _with_pieces(rows.order_by("uiterlijk_op", "nummer")[offset : offset + limit if limit else None]).values()
    )


def counted_by_day(convenant_id: UUID) -> list[tuple[date, str, int]]:
    """Count the requests of a covenant by the day on which they came and by kind. Covenant 18.4."""
    rows = _there().filter(convenant_id=convenant_id)
    return list(rows.values_list("ontvangen_op", "soort").annotate(n=Count("id")).order_by("ontvangen_op"))


def with_taken(wie: Wie, *, day: date) -> list[VerzoekFeit]:
    """Give the requests for which somebody has a task: of the own organisation, or in the own name. Covenant 12.1."""
    own = Stuk.objects.filter(soort=VerzoekStuk.TAAK.value, organisatie_id=wie.organisatie_id)
    own = own.filter(Q(bij_id__isnull=True) | Q(bij_id=wie.medewerker_id))
    rows = _visible(wie, day=day).filter(pk__in=own.values("houder_id"))
    return list(_with_pieces(rows.order_by("uiterlijk_op", "nummer")).values())


def with_meldingen(wie: Wie, *, day: date) -> list[VerzoekFeit]:
    """Give the requests of which the own organisation was told what was carried out. Covenant 12.6."""
    own = Stuk.objects.filter(soort=VerzoekStuk.MELDING.value, organisatie_id=wie.organisatie_id)
    rows = _visible(wie, day=day).filter(pk__in=own.values("houder_id"))
    return list(_with_pieces(rows.order_by("uiterlijk_op", "nummer")).values())


# --- changes ---


def begin(pas: Pass, *, soort: Verzoeksoort, ontvangen_op: date) -> VerzoekFeit:
    """Open a new request, with its key made first. Covenant 12.1."""
    number = next_number(Teller, pas.wie.convenant.id, jaar=pas.day.year)
    row = Verzoek(
        id=pas.new_id(),
        convenant_id=pas.wie.convenant.id,
        nummer=f"V-{pas.day.year}-{number:04d}",
        soort=soort.value,
        staat=Verzoekstaat.ONTVANGEN.value,
        ontvangen_op=ontvangen_op,
    )
    row.uiterlijk_op = answer_by(_feit(row), pas.wie.convenant)
    pas.begin(row.id)
    row.save(force_insert=True)
    pas.note(row.id)
    return _feit(row)


def advance(pas: Pass, verzoek_id: UUID, staat: Verzoekstaat, **days: Any) -> None:
    """Bring a request to its next state, with the day or outcome that belongs to that."""
    Verzoek.objects.filter(pk=verzoek_id).update(staat=staat.value, versie=F("versie") + 1, **days)
    pas.note(verzoek_id)


def note_kept_until(pas: Pass, feit: VerzoekFeit, gegevens_tot: date | None) -> None:
    """Note until when the data is kept that a request is about: it may be due earlier. Covenant 12.3."""
    row = Verzoek.objects.get(pk=feit.id)
    row.gegevens_tot = gegevens_tot
    row.uiterlijk_op = answer_by(_feit(row), pas.wie.convenant)
    row.save(update_fields=["gegevens_tot", "uiterlijk_op"])
    pas.note(feit.id)


def done(pas: Pass, inhoud: object, *, taak_id: UUID) -> None:
    """Seal what was found into a task, which is done with that; its last day stays."""
    op = Stuk.objects.values_list("op", flat=True).get(pk=taak_id)
    stukken.replace(pas, inhoud, id=taak_id, staat=Taakstaat.GEDAAN, op=op)


def is_first_time(pas: Pass, *, zending_id: UUID, soort: str) -> bool:
    """Note that a bundle is applied here; tells whether it is the first time."""
    return is_applied_first(Ontvangen, pas, zending_id=zending_id, soort=soort)


def others_on(feit: VerzoekFeit, dossier_id: UUID) -> list[UUID]:
    """Give the other requests about a dossier that hold an overview of it: gathered, or given. Covenant 12.3, 12.6."""
    holding = (VerzoekStuk.OVERZICHT.value, VerzoekStuk.ANTWOORD.value)
    about = Stuk.objects.filter(soort=VerzoekStuk.TREFFER.value, bij_id=dossier_id).exclude(houder_id=feit.id)
    found = Stuk.objects.filter(houder_id__in=about.values("houder_id"), soort__in=holding)
    return list(found.order_by("houder_id").values_list("houder_id", flat=True).distinct())


def acknowledged(pas: Pass, inhoud: object, *, melding_id: UUID) -> None:
    """Seal what an organisation did with its own copies into its notice; the days stay. Covenant 12.6."""
    op = Stuk.objects.values_list("op", flat=True).get(pk=melding_id)
    stukken.replace(pas, inhoud, id=melding_id, staat=Meldstaat.BEVESTIGD, op=op)


# --- retention ---


def bewaring(ids: Collection[UUID], *, lock: bool) -> dict[UUID, BewaarFeit]:
    """Load the days of retention of requests; also of those on their way out. Covenant 12.3, 13.1.

    One that was never answered follows no dossier: it is kept a year from the last day to answer.
    """
    rows = Verzoek.objects.filter(pk__in=list(ids))
    found = list(rows.select_for_update() if lock else rows)
    linked = dossiers_of([row.id for row in found])
    onderweg = Counter(Uitgaand.objects.filter(houder_id__in=list(ids)).values_list("houder_id", flat=True))
    return {
        row.id: BewaarFeit(
            id=row.id,
            convenant_id=ConvenantId(row.convenant_id),
            soort=Houdersoort.VERZOEK,
            nummer=row.nummer,
            verwerkt_op=row.beantwoord_op or row.uiterlijk_op,
            onderweg=onderweg[row.id],
            vernietigen_op=row.vernietigen_op,
            volgt_dossier=row.beantwoord_op is not None and bool(linked[row.id]),
        )
        for row in found
    }


def dossiers_of(ids: Collection[UUID]) -> defaultdict[UUID, set[UUID]]:
    """Give the ids of the dossiers that requests are about."""
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for piece in stukken.plain(list(ids), [VerzoekStuk.TREFFER]) if ids else ():
        if piece.bij_id is not None:
            found[piece.houder_id].add(piece.bij_id)
    return found


def ageing(convenant_id: UUID, *, until: date) -> list[UUID]:
    """Give the requests that are about no dossier and were answered up to a day, and all that are about one."""
    rows = Verzoek.objects.filter(convenant_id=convenant_id).annotate(latest_on=LATEST_ON)
    rows = rows.filter(Q(latest_on__lte=until) | Q(pk__in=_linked()))
    return list(rows.order_by("latest_on", "id").values_list("id", flat=True))


def numbered(convenant_id: UUID, nummer: str) -> list[UUID]:
    """Give what has this number in a covenant, for the log: its id, and nothing of it. Covenant 15.2.e."""
    return list(Verzoek.objects.filter(convenant_id=convenant_id, nummer=nummer).values_list("id", flat=True))
