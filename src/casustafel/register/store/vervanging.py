"""Deputies of an organisation. Covenant 4."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from casustafel.convenant.feit import Rol, Wie
from casustafel.register import store as register
from casustafel.register.models import Autorisatie, Medewerker, Plaatsvervanging
from casustafel.register.store import own_organisatie, person, valid


@dataclass(frozen=True, slots=True, kw_only=True)
class VervangingRij:
    """A deputy who was named and not withdrawn."""

    id: UUID
    medewerker_id: UUID
    naam: str
    organisatie_id: UUID
    organisatie: str
    rol: Rol
    vanaf: date
    tot: date
    reden: str
    benoemd_door: str


def _standing(*, day: date) -> Q:
    return Q(tot__gt=day) & (Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=day))


def vervangingen(*, convenant_id: UUID, organisatie_id: UUID | None, day: date) -> list[VervangingRij]:
    """Give the deputies of a covenant, or of one organisation of it, whose period has not ended."""
    rows = Plaatsvervanging.objects.filter(_standing(day=day), convenant_id=convenant_id)
    if organisatie_id is not None:
        rows = rows.filter(organisatie_id=organisatie_id)
    return [
        VervangingRij(
            id=row.id,
            medewerker_id=row.medewerker_id,
            naam=row.medewerker.naam,
            organisatie_id=row.organisatie_id,
            organisatie=row.organisatie.naam,
            rol=Rol(row.rol),
            vanaf=row.vanaf,
            tot=row.tot,
            reden=row.reden,
            benoemd_door=row.benoemd_door,
        )
        for row in rows.select_related("medewerker", "organisatie").order_by("vanaf", "medewerker__naam")
    ]


def held_until(medewerker_id: UUID, organisatie_id: UUID, *, day: date) -> date | None:
    """Give the first day on which somebody holds no authorisation for an organisation any more."""
    rows = Autorisatie.objects.filter(
        Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=day),
        medewerker_id=medewerker_id,
        organisatie_id=organisatie_id,
        vanaf__lte=day,
        tot__gt=day,
    )
    return max(rows.values_list("tot", flat=True), default=None)


def colleagues(wie: Wie, *, day: date) -> list[tuple[UUID, str]]:
    """Give the others of the own organisation with a valid authorisation, by name."""
    rows = Medewerker.objects.filter(
        Q(autorisatie__ingetrokken_op__isnull=True) | Q(autorisatie__ingetrokken_op__gt=day),
        autorisatie__organisatie_id=own_organisatie(wie),
        autorisatie__vanaf__lte=day,
        autorisatie__tot__gt=day,
        is_active=True,
    )
    return list(rows.exclude(pk=person(wie)[0]).distinct().order_by("naam").values_list("id", "naam"))


def name(  # a deputy is a person, a role and a period
    vervanging_id: UUID, wie: Wie, *, medewerker_id: UUID, rol: Rol, vanaf: date, tot: date, reden: str
) -> None:
    """Name a deputy of the own organisation."""
    Plaatsvervanging.objects.create(
        id=vervanging_id,
        medewerker_id=medewerker_id,
        convenant_id=wie.convenant.id,
        organisatie_id=own_organisatie(wie),
        rol=rol.value,
        vanaf=vanaf,
        tot=tot,
        reden=reden,
        benoemd_door=register.handelend(wie),
    )


def withdraw(vervanging_id: UUID, *, on: date) -> None:
    """Withdraw a deputy from a day on."""
    Plaatsvervanging.objects.filter(pk=vervanging_id, ingetrokken_op__isnull=True).update(ingetrokken_op=on)


def behandelaars(convenant_id: UUID, *, day: date) -> list[tuple[UUID, UUID, str]]:
    """Give who was appointed to handle requests: the person, the party and the name, by name. Covenant 12.1."""
    rows = Autorisatie.objects.filter(valid(day), convenant_id=convenant_id, rol=Rol.BEHANDELAAR.value)
    return list(rows.order_by("medewerker__naam").values_list("medewerker_id", "organisatie_id", "medewerker__naam"))
