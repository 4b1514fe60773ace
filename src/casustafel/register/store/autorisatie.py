"""What is done with authorisations: asked for, granted, confirmed, withdrawn. Covenant 15.2.c, 15.2.f."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from casustafel.convenant.feit import MedewerkerId, OrganisatieId, Rol
from casustafel.convenant.rules.autorisatie import AutorisatieFeit, Autorisatiestap, Vraaguitkomst
from casustafel.convenant.rules.vervanging import VERVANGBAAR
from casustafel.register.models import Autorisatie, AutorisatieStap, AutorisatieVraag
from casustafel.register.store import valid
from casustafel.register.store.factor import has_factor


@dataclass(frozen=True, slots=True, kw_only=True)
class StapRij:
    """A step in the history of an authorisation; `tot` is the first day on which it no longer held from then on."""

    stap: Autorisatiestap
    op: date
    tot: date
    door: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AutorisatieBlad:
    """An authorisation with who holds it and what was done with it, oldest step first."""

    feit: AutorisatieFeit
    naam: str
    functie: str
    organisatie: str
    rol: Rol
    vanaf: date
    eindigde_op: date | None
    stappen: tuple[StapRij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagRij:
    """A request for an authorisation."""

    id: UUID
    organisatie_id: OrganisatieId
    organisatie: str
    naam: str
    email: str
    functie: str
    rollen: frozenset[Rol]
    reden: str
    gevraagd_op: date
    gevraagd_door: str
    staat: Vraaguitkomst
    antwoord: str


def _representatives(convenant_id: UUID, *, day: date) -> dict[UUID, set[UUID]]:
    """Give who represents each organisation in a board."""
    rows = Autorisatie.objects.filter(valid(day), convenant_id=convenant_id, rol__in=[r.value for r in VERVANGBAAR])
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for organisatie_id, medewerker_id in rows.values_list("organisatie_id", "medewerker_id"):
        found[organisatie_id].add(medewerker_id)
    return found


def feiten(convenant_id: UUID, *, organisatie_id: UUID | None = None, day: date) -> list[AutorisatieFeit]:
    """Give the authorisations of a covenant that hold on a day, or those of one organisation of it."""
    rows = Autorisatie.objects.filter(valid(day), convenant_id=convenant_id)
    if organisatie_id is not None:
        rows = rows.filter(organisatie_id=organisatie_id)
    speak = _representatives(convenant_id, day=day)
    return [_feit(row, speak) for row in rows.order_by("tot", "id")]


def _feit(row: Autorisatie, speak: dict[UUID, set[UUID]]) -> AutorisatieFeit:
    return AutorisatieFeit(
        id=row.id,
        medewerker_id=MedewerkerId(row.medewerker_id),
        organisatie_id=OrganisatieId(row.organisatie_id),
        tot=row.tot,
        has_colleague=bool(speak.get(row.organisatie_id, set()) - {row.medewerker_id}),
    )


def bladen(convenant_id: UUID, *, organisatie_id: UUID | None, vanaf: date, day: date) -> list[AutorisatieBlad]:
    """Give authorisations with their history, by organisation, name and role: of one organisation or of all.

    Those that ended come along where that was not before `vanaf`.
    """
    rows = Autorisatie.objects.filter(
        Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gte=vanaf), convenant_id=convenant_id, tot__gte=vanaf
    )
    if organisatie_id is not None:
        rows = rows.filter(organisatie_id=organisatie_id)
    rows = rows.select_related("medewerker", "organisatie").prefetch_related("autorisatiestap_set")
    speak = _representatives(convenant_id, day=day)
    return [
        AutorisatieBlad(
            feit=_feit(row, speak),
            naam=row.medewerker.naam,
            functie=row.medewerker.functie,
            organisatie=row.organisatie.naam,
            rol=Rol(row.rol),
            vanaf=row.vanaf,
            eindigde_op=_ended_on(row, day=day),
            stappen=tuple(_stap(one) for one in sorted(row.autorisatiestap_set.all(), key=lambda one: one.id)),
        )
        for row in rows.order_by("organisatie__naam", "medewerker__naam", "rol", "vanaf")
    ]


def _ended_on(row: Autorisatie, *, day: date) -> date | None:
    """Give the first day on which an authorisation no longer held, where that has come."""
    end = min(row.tot, row.ingetrokken_op or date.max)
    return end if end <= day else None


def _stap(row: AutorisatieStap) -> StapRij:
    return StapRij(stap=Autorisatiestap(row.stap), op=row.op, tot=row.tot, door=row.door, reden=row.reden)


def counted(convenant_id: UUID, *, since: date, day: date) -> dict[str, int]:
    """Count the authorisations that hold on a day, the people that hold one, and the steps of each kind since a day."""
    held = Autorisatie.objects.filter(valid(day), convenant_id=convenant_id)
    steps = AutorisatieStap.objects.filter(autorisatie__convenant_id=convenant_id, op__gte=since)
    found = dict(steps.values_list("stap").annotate(n=Count("id")))
    people = set(held.values_list("medewerker_id", flat=True))
    return {
        "geldig": held.count(),
        "mensen": len(people),
        "tweede-factor": sum(has_factor(one) for one in people),
        **{stap.value: found.get(stap.value, 0) for stap in Autorisatiestap},
    }


def history(convenant_id: UUID) -> list[tuple[UUID, UUID, UUID, str, str, date, date]]:
    """Give each step of each authorisation by id: authorisation, person, organisation, role, step, day, until."""
    steps = AutorisatieStap.objects.filter(autorisatie__convenant_id=convenant_id).order_by("op", "id")
    of = ("autorisatie_id", "autorisatie__medewerker_id", "autorisatie__organisatie_id", "autorisatie__rol")
    return list(steps.values_list(*of, "stap", "op", "tot"))


def note(autorisaties: Iterable[UUID], *, stap: Autorisatiestap, op: date, door: str, reden: str = "") -> None:
    """Write a step into the history of authorisations, with the day until which each holds now."""
    ends = Autorisatie.objects.filter(pk__in=list(autorisaties)).values_list("id", "tot", "ingetrokken_op")
    AutorisatieStap.objects.bulk_create(
        AutorisatieStap(
            autorisatie_id=pk, stap=stap.value, op=op, tot=min(tot, gone or date.max), door=door, reden=reden
        )
        for pk, tot, gone in ends
    )


def confirm(autorisaties: Collection[UUID], *, tot: date) -> None:
    """Let authorisations hold until a later day; never a shorter time than they held."""
    Autorisatie.objects.filter(pk__in=list(autorisaties), tot__lt=tot).update(tot=tot)


def add_vraag(  # a request names a person, the roles, and why
    vraag_id: UUID,
    *,
    organisatie_id: UUID,
    naam: str,
    email: str,
    functie: str,
    rollen: Iterable[Rol],
    reden: str,
    op: date,
    door: str,
) -> None:
    """Enter a request for an authorisation."""
    AutorisatieVraag.objects.create(
        id=vraag_id,
        organisatie_id=organisatie_id,
        naam=naam,
        email=email.lower(),
        functie=functie,
        rollen=",".join(sorted(rol.value for rol in rollen)),
        reden=reden,
        gevraagd_op=op,
        gevraagd_door=door,
        staat=Vraaguitkomst.OPEN.value,
    )


def vragen(convenant_id: UUID, *, organisatie_id: UUID | None, vanaf: date) -> list[VraagRij]:
    """Give the requests of an organisation, or of all, that wait or were answered since a day; the oldest first."""
    rows = AutorisatieVraag.objects.filter(
        Q(afgedaan_op__isnull=True) | Q(afgedaan_op__gte=vanaf), organisatie__convenant_id=convenant_id
    )
    if organisatie_id is not None:
        rows = rows.filter(organisatie_id=organisatie_id)
    return [
        VraagRij(
            id=row.id,
            organisatie_id=OrganisatieId(row.organisatie_id),
            organisatie=row.organisatie.naam,
            naam=row.naam,
            email=row.email,
            functie=row.functie,
            rollen=frozenset(Rol(rol) for rol in row.rollen.split(",")),
            reden=row.reden,
            gevraagd_op=row.gevraagd_op,
            gevraagd_door=row.gevraagd_door,
            staat=Vraaguitkomst(row.staat),
            antwoord=row.antwoord,
        )
        for row in rows.select_related("organisatie").order_by("gevraagd_op", "id")
    ]


def is_open(vraag_id: UUID, *, convenant_id: UUID) -> bool:
    """Tell whether a request of a covenant waits for an answer."""
    rows = AutorisatieVraag.objects.filter(pk=vraag_id, organisatie__convenant_id=convenant_id)
    return rows.filter(staat=Vraaguitkomst.OPEN.value).exists()


def refuse(vraag_id: UUID, *, op: date, antwoord: str) -> None:
    """Answer a request: the roles are not given, and why."""
    AutorisatieVraag.objects.filter(pk=vraag_id).update(
        staat=Vraaguitkomst.GEWEIGERD.value, afgedaan_op=op, antwoord=antwoord
    )


def settle(*, organisatie_id: UUID, email: str, held: frozenset[Rol], op: date) -> None:
    """Answer the requests for somebody that ask no more than what that person holds now."""
    waiting = AutorisatieVraag.objects.filter(
        organisatie_id=organisatie_id, email=email.lower(), staat=Vraaguitkomst.OPEN.value
    )
    done = [pk for pk, rollen in waiting.values_list("id", "rollen") if {Rol(r) for r in rollen.split(",")} <= held]
    AutorisatieVraag.objects.filter(pk__in=done).update(staat=Vraaguitkomst.VERLEEND.value, afgedaan_op=op)


def drop_vragen(convenant_id: UUID, *, until: date) -> int:
    """Delete the requests that were answered, or if nobody answered made, by a day; tells how many."""
    rows = AutorisatieVraag.objects.filter(organisatie__convenant_id=convenant_id)
    ended = Q(afgedaan_op__lte=until) | Q(afgedaan_op__isnull=True, gevraagd_op__lte=until)
    return rows.filter(ended).delete()[0]
