"""Notice to leave, disputes, evaluations and verifications of the law. Covenant 17, 18.2, 18.4, B1.3."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casustafel.convenant.feit import Wie
from casustafel.register import store as register
from casustafel.register.models import (
    Convenant,
    ConvenantEvaluatie,
    Geschil,
    GeschilOverleg,
    Opzegging,
    Organisatie,
    RegimeVerificatie,
)
from casustafel.register.store import own_organisatie


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


def geschillen(convenant_id: UUID) -> list[GeschilRij]:
    """Give the disputes of a covenant, the newest first, in three queries."""
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


def geschil(geschil_id: UUID, *, convenant_id: UUID) -> GeschilRij | None:
    """Find a dispute of this covenant."""
    return next((row for row in geschillen(convenant_id) if row.id == geschil_id), None)


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
