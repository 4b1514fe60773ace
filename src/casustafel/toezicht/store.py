"""The doors of oversight: facts for the rules, content for a pass. Covenant 15.2."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Kaal, Stukken, feit_of
from casustafel.bestand.teller import next_number
from casustafel.bestand.vernietiging import Vernietiging
from casustafel.convenant.beveiliging import Beveiligingspunt, Plandeel, PlanFeit
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.eigen_termijn import term_of
from casustafel.convenant.feit import ConvenantId, MedewerkerId, Wie
from casustafel.convenant.incident import IncidentFeit, Incidentstaat, staat_of
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.stuk import IncidentStuk
from casustafel.convenant.termijn import ended_before
from casustafel.toezicht.models import Bevinding, Certificaat, Incident, PlanRegel, Stuk, Teller

stukken = Stukken(Stuk)
vernietiging = Vernietiging(houders=Incident, stukken=Stuk, uitgaand=None, certificaten=Certificaat)


def _there() -> QuerySet[Incident]:
    """Give the incidents that are there; what is on its way out is not."""
    return Incident.objects.filter(vernietigen_op__isnull=True)


def _feit(row: Incident, pieces: Collection[Kaal] = ()) -> IncidentFeit:
    return IncidentFeit(
        id=row.id,
        convenant_id=ConvenantId(row.convenant_id),
        nummer=row.nummer,
        staat=Incidentstaat(row.staat),
        versie=row.versie,
        bekend_op=row.bekend_op,
        afgesloten_op=row.afgesloten_op,
        stukken=tuple(feit_of(piece) for piece in pieces),
    )


def facts(ids: Collection[UUID], *, lock: bool) -> dict[UUID, IncidentFeit]:
    """Load the facts on incidents in two queries; with `lock` they stay as they are until the act ends."""
    rows = _there().filter(pk__in=list(ids))
    return _with_pieces(rows.select_for_update() if lock else rows)


def _with_pieces(rows: QuerySet[Incident]) -> dict[UUID, IncidentFeit]:
    found = list(rows)
    pieces: defaultdict[UUID, list[Kaal]] = defaultdict(list)
    if found:
        for piece in stukken.plain([row.id for row in found], list(IncidentStuk)):
            pieces[piece.houder_id].append(piece)
    return {row.id: _feit(row, pieces[row.id]) for row in found}


def version(feit: IncidentFeit) -> int:
    """Give the version of an incident that a change must have seen."""
    return feit.versie


def _visible(wie: Wie, *, day: date) -> QuerySet[Incident]:
    """Filter like the rule that says who finds an incident: of the covenant, and not past its term."""
    past = ended_before(day, termijn=term_of(wie.convenant, TermijnCode.INCIDENT))
    rows = _there().filter(convenant_id=wie.convenant.id)
    return rows.filter(Q(afgesloten_op__isnull=True) | Q(afgesloten_op__gt=past))


def page(wie: Wie, *, day: date, offset: int, limit: int) -> list[IncidentFeit]:
    """Give a page of incidents: those that are not settled first, and of these the one that was known first."""
    rows = _visible(wie, day=day).order_by(F("afgesloten_op").desc(nulls_first=True), "bekend_op", "nummer")
    return list(_with_pieces(rows[offset : offset + limit]).values())


def running(wie: Wie, *, day: date) -> list[IncidentFeit]:
    """Give the incidents that are not settled, the one that was known first at the top."""
    rows = _visible(wie, day=day).filter(afgesloten_op__isnull=True).order_by("bekend_op", "nummer")
    return list(_with_pieces(rows).values())


def counted(wie: Wie, *, day: date) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count the incidents of a covenant: by state, by what was judged, and by whether the AP was told."""
    feiten = _with_pieces(_visible(wie, day=day)).values()
    return (
        Counter(feit.staat.value for feit in feiten),
        Counter(feit.risico.value for feit in feiten if feit.risico),
        Counter(feit.ap.value for feit in feiten if feit.ap),
    )


# --- changes ---


def begin(pas: Pass, *, bekend_op: datetime) -> IncidentFeit:
    """Open a new incident, with its key made first. Covenant 15.2.g."""
    number = next_number(Teller, pas.wie.convenant.id, jaar=pas.day.year)
    row = Incident(
        id=pas.new_id(),
        convenant_id=pas.wie.convenant.id,
        nummer=f"I-{pas.day.year}-{number:04d}",
        staat=Incidentstaat.GEMELD.value,
        bekend_op=bekend_op,
    )
    pas.begin(row.id)
    row.save(force_insert=True)
    pas.note(row.id)
    return _feit(row)


def add(pas: Pass, feit: IncidentFeit, inhoud: object, *, soort: IncidentStuk, staat: str = "", **plain: Any) -> None:
    """Add a piece to an incident, and bring it to the state that follows."""
    stukken.add(pas, inhoud, houder_id=feit.id, soort=soort, staat=staat, **plain)
    advance(pas, feit.id)


def advance(pas: Pass, incident_id: UUID, *, afgesloten_op: date | None = None) -> None:
    """Bring an incident to the state that follows from what stands in it, as its next version."""
    feit = replace(facts([incident_id], lock=True)[incident_id], afgesloten_op=afgesloten_op)
    Incident.objects.filter(pk=incident_id).update(
        staat=staat_of(feit).value, afgesloten_op=afgesloten_op, versie=F("versie") + 1
    )
    pas.note(incident_id)


# --- the security plan ---


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRij:
    """What was recorded of the security plan, with its words."""

    feit: PlanFeit
    tekst: str
    door: str


def plan(convenant_id: UUID) -> list[PlanRij]:
    """Give what was recorded of the security plan of a covenant, in its order. Covenant 15.2."""
    return [
        PlanRij(
            feit=PlanFeit(
                deel=Plandeel(row.deel),
                punt=Beveiligingspunt(row.punt) if row.punt else None,
                op=row.op,
                medewerker_id=MedewerkerId(row.medewerker_id) if row.medewerker_id else None,
                staat=row.staat,
            ),
            tekst=row.tekst,
            door=row.door,
        )
        for row in PlanRegel.objects.filter(convenant_id=convenant_id).order_by("id")
    ]


def plan_facts(convenant_id: UUID) -> list[PlanFeit]:
    """Give the same for a rule, without its words."""
    return [row.feit for row in plan(convenant_id)]


def add_to_plan(  # a line of the plan is these fields
    pas: Pass, *, deel: Plandeel, punt: Beveiligingspunt | None, staat: str, tekst: str, door: str
) -> None:
    """Record a line of the security plan."""
    row = PlanRegel(
        regel_id=pas.new_id(),
        convenant_id=pas.wie.convenant.id,
        deel=deel.value,
        punt=punt.value if punt else "",
        staat=staat,
        tekst=tekst,
        op=pas.day,
        medewerker_id=pas.wie.medewerker_id,
        door=door,
    )
    row.save(force_insert=True)
    pas.note(row.regel_id)


def drop_plan(convenant_id: UUID, *, until: date) -> int:
    """Delete the lines of up to a day; what was last said of each subject, and the last evaluation, stay."""
    rows = PlanRegel.objects.filter(convenant_id=convenant_id)
    last = {(deel, punt): pk for pk, deel, punt in rows.order_by("id").values_list("id", "deel", "punt")}
    gone: int = rows.filter(op__lte=until).exclude(pk__in=list(last.values())).delete()[0]
    return gone


# --- findings of checks ---


def hash_of(bevinding: str) -> str:
    """Give what is remembered of a finding."""
    return sha256(bevinding.encode()).hexdigest()


def unknown(convenant_id: UUID, bevindingen: Iterable[str]) -> list[str]:
    """Give the findings that stand in no incident of a covenant yet, each once."""
    hashes = {hash_of(one): one for one in bevindingen}
    known = Bevinding.objects.filter(convenant_id=convenant_id, hash__in=list(hashes))
    for found in known.values_list("hash", flat=True):
        del hashes[found]
    return list(hashes.values())


def remember(pas: Pass, incident_id: UUID, bevindingen: Iterable[str]) -> None:
    """Remember that findings stand in an incident."""
    Bevinding.objects.bulk_create(
        Bevinding(convenant_id=pas.wie.convenant.id, incident_id=incident_id, hash=hash_of(one)) for one in bevindingen
    )


# --- retention ---


def bewaring(ids: Collection[UUID], *, lock: bool) -> dict[UUID, BewaarFeit]:
    """Load the days of retention of incidents; also of those on their way out. Covenant 13.1, 15.2.g."""
    rows = Incident.objects.filter(pk__in=list(ids))
    return {
        row.id: BewaarFeit(
            id=row.id,
            convenant_id=ConvenantId(row.convenant_id),
            soort=Houdersoort.INCIDENT,
            nummer=row.nummer,
            verwerkt_op=row.afgesloten_op or row.bekend_op.date(),
            vernietigen_op=row.vernietigen_op,
            is_lopend=row.afgesloten_op is None,
        )
        for row in (rows.select_for_update() if lock else rows)
    }


def ageing(convenant_id: UUID, *, until: date) -> list[UUID]:
    """Give the incidents of a covenant that were settled up to a day."""
    rows = Incident.objects.filter(convenant_id=convenant_id, afgesloten_op__lte=until)
    return list(rows.order_by("afgesloten_op", "id").values_list("id", flat=True))


def numbered(convenant_id: UUID, nummer: str) -> list[UUID]:
    """Give what has this number in a covenant, for the log: its id, and nothing of it. Covenant 15.2.e."""
    return list(Incident.objects.filter(convenant_id=convenant_id, nummer=nummer).values_list("id", flat=True))
