"""Who is kept away from which subject, and who may come near it. Covenant 15.2.b."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import ConvenantFeit, MedewerkerId, OrganisatieId, Rol, Wie
from casustafel.convenant.rules.uitsluiting import Uitsluitgrond
from casustafel.register.models import (
    Autorisatie,
    Geheimhoudingsverklaring,
    Plaatsvervanging,
    Uitsluiting,
)
from casustafel.register.store import geheimhoudingstekst, valid


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezet:
    """A person with a role in the covenant, as the rules see somebody who asks."""

    wie: Wie
    naam: str
    functie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UitsluitingRij:
    """That somebody is kept away from a subject: since when, on which ground, and by whom it was said."""

    id: UUID
    medewerker_id: MedewerkerId
    naam: str
    grond: Uitsluitgrond
    op: date
    door: str


def bezetting(convenant: ConvenantFeit, *, day: date) -> list[Bezet]:
    """Give everybody with a valid role in a covenant on a day, by organisation and name, in a few queries."""
    named: dict[UUID, tuple[str, str]] = {}
    rollen: defaultdict[tuple[UUID, UUID], set[Rol]] = defaultdict(set)
    for medewerker_id, organisatie_id, rol, naam, functie in _roles(convenant.id, day=day):
        named[medewerker_id] = (naam, functie)
        rollen[medewerker_id, organisatie_id].add(Rol(rol))
    tekst = geheimhoudingstekst(convenant.id, day=day)
    verklaard = Geheimhoudingsverklaring.objects.filter(tekst=tekst, medewerker_id__in=list(named))
    accepted = set(verklaard.values_list("medewerker_id", flat=True))
    kept_away = _kept_away(named)
    found = [
        Bezet(
            wie=Wie(
                medewerker_id=MedewerkerId(medewerker_id),
                organisatie=convenant.organisatie(OrganisatieId(organisatie_id)),
                rollen=frozenset(held),
                convenant=convenant,
                geheimhouding_aanvaard=medewerker_id in accepted,
                uitgesloten=frozenset(kept_away[medewerker_id]),
            ),
            naam=named[medewerker_id][0],
            functie=named[medewerker_id][1],
        )
        for (medewerker_id, organisatie_id), held in rollen.items()
    ]
    return sorted(found, key=lambda one: (one.wie.organisatie.naam if one.wie.organisatie else "", one.naam))


def _roles(convenant_id: UUID, *, day: date) -> Iterator[tuple[UUID, UUID, str, str, str]]:
    """Give the roles that are held, and those in which somebody is a deputy now. Covenant 4."""
    wanted = ("medewerker_id", "organisatie_id", "rol", "medewerker__naam", "medewerker__functie")
    yield from Autorisatie.objects.filter(valid(day), convenant_id=convenant_id).values_list(*wanted)
    named = Plaatsvervanging.objects.filter(
        Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=day), vanaf__lte=day, tot__gt=day
    )
    yield from named.filter(convenant_id=convenant_id, medewerker__is_active=True).values_list(*wanted)


def _kept_away(medewerkers: Collection[UUID]) -> defaultdict[UUID, set[UUID]]:
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    rows = Uitsluiting.objects.filter(medewerker_id__in=list(medewerkers))
    for medewerker_id, houder_id in rows.values_list("medewerker_id", "houder_id"):
        found[medewerker_id].add(houder_id)
    return found


def _on(houders: Iterable[UUID]) -> QuerySet[Uitsluiting]:
    return Uitsluiting.objects.filter(houder_id__in=list(houders))


def of(houder_id: UUID) -> list[UitsluitingRij]:
    """Give who is kept away from a dossier or casus, by name."""
    rows = _on([houder_id]).select_related("medewerker").order_by("medewerker__naam")
    return [
        UitsluitingRij(
            id=row.id,
            medewerker_id=MedewerkerId(row.medewerker_id),
            naam=row.medewerker.naam,
            grond=Uitsluitgrond(row.grond),
            op=row.op,
            door=row.door,
        )
        for row in rows
    ]


def is_kept_away(medewerker_id: UUID, *, convenant_id: UUID) -> bool:
    """Tell whether somebody is kept away from any subject of a covenant."""
    return Uitsluiting.objects.filter(medewerker_id=medewerker_id, convenant_id=convenant_id).exists()


def add(  # an exclusion is a person, a subject and a ground
    houders: Iterable[tuple[UUID, UUID]],
    *,
    medewerker_id: UUID,
    convenant_id: UUID,
    grond: Uitsluitgrond,
    op: date,
    door: str,
) -> None:
    """Keep somebody away from a subject, in each file that it is in: the id of a new row, and that of the holder."""
    rows = (
        Uitsluiting(
            id=row_id,
            medewerker_id=medewerker_id,
            convenant_id=convenant_id,
            houder_id=houder_id,
            grond=grond.value,
            op=op,
            door=door,
        )
        for row_id, houder_id in houders
    )
    Uitsluiting.objects.bulk_create(rows, ignore_conflicts=True)


def carry(pas: Pass, van_id: UUID, naar_id: UUID) -> None:
    """Keep who was kept away from one file of a subject away from another, before that other one is there.

    Done twice, or for a file that is not made after all, it is harmless: it only hides.
    """
    for row in _on([van_id]):
        add(
            [(pas.new_id(), naar_id)],
            medewerker_id=row.medewerker_id,
            convenant_id=row.convenant_id,
            grond=Uitsluitgrond(row.grond),
            op=row.op,
            door=row.door,
        )


def end(medewerker_id: UUID, houders: Iterable[UUID]) -> None:
    """Let somebody come near a subject again, in every file of it."""
    _on(houders).filter(medewerker_id=medewerker_id).delete()


def drop(houder_id: UUID) -> None:
    """Forget who was kept away from what was destroyed."""
    _on([houder_id]).delete()
