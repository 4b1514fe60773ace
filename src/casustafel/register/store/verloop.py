"""Notice to leave, disputes, evaluations and verifications of the law. Covenant 17, 18.2, 18.4, B1.3."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from casustafel.convenant.feit import Wie
from casustafel.register import store as register
from casustafel.register.models import (
    Autorisatie,
    Convenant,
    ConvenantEvaluatie,
    Geschil,
    GeschilOverleg,
    Opzegging,
    Organisatie,
    RegimeVerificatie,
)
from casustafel.register.store import own_organisatie, valid


@dataclass(frozen=True, slots=True, kw_only=True)
class OpzeggingRij:
    """A notice that was not taken back."""

    id: UUID
    op: date
    tot: date
    door: str


def opzegging(wie: Wie) -> OpzeggingRij | None:
    """Give the notice of the own organisation, if it gave one that stands."""
    row = Opzegging.objects.filter(organisatie_id=own_organisatie(wie), ingetrokken_op__isnull=True).first()
    return OpzeggingRij(id=row.id, op=row.op, tot=row.tot, door=row.door) if row else None


def people_of(wie: Wie, *, day: date) -> int:
    """Count the people with a valid authorisation for the own organisation."""
    rows = Autorisatie.objects.filter(valid(day), organisatie_id=own_organisatie(wie))
    return rows.values("medewerker_id").distinct().count()


def give_opzegging(opzegging_id: UUID, wie: Wie, *, op: date, tot: date) -> None:
    """Record a notice: from `tot` on the organisation takes no part."""
    organisatie_id = own_organisatie(wie)
    Opzegging.objects.create(
        id=opzegging_id, organisatie_id=organisatie_id, op=op, tot=tot, door=register.handelend(wie)
    )
    Organisatie.objects.filter(pk=organisatie_id).update(tot=tot)


def withdraw_opzegging(wie: Wie, *, on: date, reden: str) -> None:
    """Take the notice of the own organisation back."""
    organisatie_id = own_organisatie(wie)
    Opzegging.objects.filter(organisatie_id=organisatie_id, ingetrokken_op__isnull=True).update(
        ingetrokken_op=on, intrekking_reden=reden, ingetrokken_door=register.handelend(wie)
    )
    Organisatie.objects.filter(pk=organisatie_id).update(tot=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlegRij:
    """A consultation on a dispute."""

    op: date
    verslag: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeschilRij:
    """A dispute with its consultations."""

    id: UUID
    tussen: tuple[UUID, ...]
    artikel: str
    omschrijving: str
    op: date
    door: str
    uitkomst: str
    opgelost_op: date | None
    overleggen: tuple[OverlegRij, ...]

    @property
    def laatste_op(self) -> date:
        """Give the day of the last thing that happened with it."""
        return max(self.opgelost_op or self.op, self.op, *(o.op for o in self.overleggen))


def geschillen(convenant_id: UUID, *, vanaf: date) -> list[GeschilRij]:
    """Give the disputes of a covenant with which something happened since a day, the newest first."""
    return [row for row in _geschillen(convenant_id) if row.laatste_op >= vanaf]


def _geschillen(convenant_id: UUID) -> list[GeschilRij]:
    rows = Geschil.objects.filter(convenant_id=convenant_id).prefetch_related("tussen", "geschiloverleg_set")
    return [
        GeschilRij(
            id=row.id,
            tussen=tuple(organisatie.id for organisatie in row.tussen.all()),
            artikel=row.artikel,
            omschrijving=row.omschrijving,
            op=row.op,
            door=row.door,
            uitkomst=row.uitkomst,
            opgelost_op=row.opgelost_op,
            overleggen=tuple(
                OverlegRij(op=o.op, verslag=o.verslag, door=o.door)
                for o in sorted(row.geschiloverleg_set.all(), key=lambda o: (o.op, o.id))
            ),
        )
        for row in rows.order_by("-op", "id")
    ]


def geschil(geschil_id: UUID, *, convenant_id: UUID, vanaf: date) -> GeschilRij | None:
    """Find a dispute of this covenant with which something happened since a day."""
    return next((row for row in geschillen(convenant_id, vanaf=vanaf) if row.id == geschil_id), None)


def drop_geschillen(convenant_id: UUID, *, until: date) -> int:
    """Delete the disputes with which nothing happened after a day; tells how many."""
    past = [row.id for row in _geschillen(convenant_id) if row.laatste_op <= until]
    Geschil.objects.filter(pk__in=past).delete()
    return len(past)


def add_geschil(
    geschil_id: UUID, wie: Wie, *, tussen: Iterable[UUID], artikel: str, omschrijving: str, day: date
) -> None:
    """Record a dispute."""
    row = Geschil.objects.create(
        id=geschil_id,
        convenant_id=wie.convenant.id,
        artikel=artikel,
        omschrijving=omschrijving,
        op=day,
        door=register.handelend(wie),
    )
    row.tussen.set(Organisatie.objects.filter(pk__in=list(tussen)))


def add_overleg(geschil_id: UUID, wie: Wie, *, op: date, verslag: str) -> None:
    """Record a consultation on a dispute."""
    GeschilOverleg.objects.create(geschil_id=geschil_id, op=op, verslag=verslag, door=register.handelend(wie))


def settle_geschil(geschil_id: UUID, *, op: date, uitkomst: str) -> None:
    """Record the outcome of a dispute."""
    Geschil.objects.filter(pk=geschil_id).update(opgelost_op=op, uitkomst=uitkomst)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluatieRij:
    """An evaluation of the covenant."""

    op: date
    uitgevoerd_door: str
    conclusie: str
    volgende_op: date | None
    door: str


def evaluaties(convenant_id: UUID) -> list[EvaluatieRij]:
    """Give the evaluations of a covenant, the latest first."""
    return [
        EvaluatieRij(
            op=row.op,
            uitgevoerd_door=row.uitgevoerd_door,
            conclusie=row.conclusie,
            volgende_op=row.volgende_op,
            door=row.door,
        )
        for row in ConvenantEvaluatie.objects.filter(convenant_id=convenant_id).order_by("-op", "-id")
    ]


def add_evaluatie(wie: Wie, *, op: date, uitgevoerd_door: str, conclusie: str, volgende_op: date | None) -> None:
    """Record an evaluation."""
    ConvenantEvaluatie.objects.create(
        convenant_id=wie.convenant.id,
        op=op,
        uitgevoerd_door=uitgevoerd_door,
        conclusie=conclusie,
        volgende_op=volgende_op,
        door=register.handelend(wie),
    )


def verify_regime(wie: Wie, *, toelichting: str, day: date) -> None:
    """Record that the law of the covenant was verified, and let the covenant say so."""
    door = register.handelend(wie)
    RegimeVerificatie.objects.create(
        convenant_id=wie.convenant.id, regime=wie.convenant.regime, toelichting=toelichting, door=door, op=day
    )
    Convenant.objects.filter(pk=wie.convenant.id).update(
        regime_geverifieerd_door=door[:200], regime_geverifieerd_op=day
    )


def drop_opzeggingen(convenant_id: UUID, *, until: date) -> int:
    """Delete the notices that took effect, or were taken back, by a day; the day on which a party left stays."""
    ended = Q(tot__lte=until) | Q(ingetrokken_op__lte=until)
    return Opzegging.objects.filter(ended, organisatie__convenant_id=convenant_id).delete()[0]


def drop_evaluaties(convenant_id: UUID, *, until: date) -> int:
    """Delete the evaluations of up to a day; of the last one only who did it goes, for the next counts from it."""
    rows = ConvenantEvaluatie.objects.filter(convenant_id=convenant_id)
    last = list(rows.order_by("-op", "-id").values_list("id", flat=True)[:1])
    past = rows.filter(op__lte=until)
    gone: int = past.exclude(pk__in=last).delete()[0]
    named = past.exclude(door="", uitgevoerd_door="", conclusie="")
    return gone + named.update(door="", uitgevoerd_door="", conclusie="")


def drop_verificaties(convenant_id: UUID, *, until: date) -> int:
    """Delete who verified the law of the covenant up to a day; that it was verified, and when, stays."""
    gone: int = RegimeVerificatie.objects.filter(convenant_id=convenant_id, op__lte=until).delete()[0]
    named = Convenant.objects.filter(pk=convenant_id, regime_geverifieerd_op__lte=until)
    return gone + named.exclude(regime_geverifieerd_door="").update(regime_geverifieerd_door="")
