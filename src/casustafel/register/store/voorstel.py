"""Proposals to change the covenant, the positions on them, and what an adopted one changes. Covenant 4, 11.1."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never
from uuid import UUID

from pydantic import TypeAdapter

from casustafel.convenant.feit import ConvenantFeit, Keuze, OrganisatieId, StandpuntFeit, Wie
from casustafel.convenant.overeenstemming import OvereenstemmingFeit, Vraagstaat
from casustafel.convenant.partij import Soort
from casustafel.convenant.voorstel import (
    INHOUD,
    Bestaand,
    Onderdeel,
    PartnerEindeInhoud,
    PartnerInhoud,
    ReferentiekaderInhoud,
    TekstInhoud,
    ToetredingInhoud,
    VoorstelInhoud,
    VoorstelSoort,
    begins_on,
    onderwerp_of,
    soort_of,
)
from casustafel.register import store as register
from casustafel.register.models import (
    Bijlagetekst,
    Criterium,
    Organisatie,
    Publicatie,
    Referentiekader,
    Voorstel,
    VoorstelStandpunt,
)
from casustafel.register.store import own_organisatie

_ADAPTERS = {soort: TypeAdapter[VoorstelInhoud](kind) for soort, kind in INHOUD.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandpuntRij:
    """The position of one party on a proposal, with who took it."""

    organisatie_id: UUID
    keuze: Keuze
    motivering: str
    door: str
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorstelRij:
    """A proposal with its content and the positions on it."""

    id: UUID
    vraag: OvereenstemmingFeit
    inhoud: VoorstelInhoud
    reden: str
    afgedaan_op: date | None
    standpunten: tuple[StandpuntRij, ...]

    @property
    def laatste_op(self) -> date:
        """Give the day of the last thing that happened with it."""
        asked_on = self.vraag.gevraagd_op
        return max(asked_on, self.afgedaan_op or asked_on, *(s.op for s in self.standpunten))


def _row(voorstel: Voorstel) -> VoorstelRij:
    soort = VoorstelSoort(voorstel.soort)
    positions = tuple(
        StandpuntRij(
            organisatie_id=s.organisatie_id, keuze=Keuze(s.keuze), motivering=s.motivering, door=s.door, op=s.op
        )
        for s in sorted(voorstel.voorstelstandpunt_set.all(), key=lambda s: s.id)
    )
    vraag = OvereenstemmingFeit(
        onderwerp=onderwerp_of(soort),
        staat=Vraagstaat(voorstel.staat),
        gevraagd_op=voorstel.gevraagd_op,
        gevraagd_door=OrganisatieId(voorstel.gevraagd_door_id),
        standpunten=tuple(
            StandpuntFeit(organisatie_id=OrganisatieId(s.organisatie_id), keuze=s.keuze) for s in positions
        ),
        herinnerd_op=voorstel.herinnerd_op,
    )
    return VoorstelRij(
        id=voorstel.id,
        vraag=vraag,
        inhoud=_ADAPTERS[soort].validate_json(voorstel.inhoud),
        reden=voorstel.reden,
        afgedaan_op=voorstel.afgedaan_op,
        standpunten=positions,
    )


def voorstellen(convenant_id: UUID, *, vanaf: date) -> list[VoorstelRij]:
    """Give the proposals with which something happened since a day, the newest first, in two queries."""
    return [row for row in _voorstellen(convenant_id) if row.laatste_op >= vanaf]


def _voorstellen(convenant_id: UUID) -> list[VoorstelRij]:
    rows = Voorstel.objects.filter(convenant_id=convenant_id).prefetch_related("voorstelstandpunt_set")
    return [_row(row) for row in rows.order_by("-gevraagd_op", "id")]


def voorstel(voorstel_id: UUID, *, convenant_id: UUID, vanaf: date) -> VoorstelRij | None:
    """Find a proposal of this covenant with which something happened since a day."""
    rows = Voorstel.objects.filter(pk=voorstel_id, convenant_id=convenant_id)
    found = rows.prefetch_related("voorstelstandpunt_set").first()
    row = _row(found) if found else None
    return row if row is not None and row.laatste_op >= vanaf else None


def drop_voorstellen(convenant_id: UUID, *, until: date) -> int:
    """Delete the proposals with which nothing happened after a day; what was adopted stays. Tells how many."""
    past = [row.id for row in _voorstellen(convenant_id) if row.laatste_op <= until]
    Voorstel.objects.filter(pk__in=past).delete()
    return len(past)


def bestaand(convenant: ConvenantFeit) -> Bestaand:
    """Give what is there already, against which a change is held."""
    teksten = Bijlagetekst.objects.filter(convenant_id=convenant.id).values_list("onderdeel", "versie")
    kaders = Referentiekader.objects.filter(convenant_id=convenant.id).values_list("versie", flat=True)
    codes = Organisatie.objects.filter(convenant_id=convenant.id).values_list("code", flat=True)
    return Bestaand(
        codes=frozenset(codes),
        versies=frozenset({*teksten, *((Onderdeel.BIJLAGE_3.value, versie) for versie in kaders)}),
        organisaties=convenant.organisaties,
    )


def propose(voorstel_id: UUID, wie: Wie, *, inhoud: VoorstelInhoud, reden: str, day: date) -> None:
    """Put a change to the kernpartijen."""
    soort = soort_of(inhoud)
    Voorstel.objects.create(
        id=voorstel_id,
        convenant_id=wie.convenant.id,
        soort=soort.value,
        staat=Vraagstaat.OPEN.value,
        inhoud=_ADAPTERS[soort].dump_json(inhoud).decode(),
        reden=reden,
        gevraagd_op=day,
        gevraagd_door_id=own_organisatie(wie),
    )


def take_standpunt(voorstel_id: UUID, wie: Wie, *, keuze: Keuze, motivering: str, day: date) -> None:
    """Take the position of the own party, or take another."""
    taken = {"keuze": keuze.value, "motivering": motivering, "door": register.handelend(wie), "op": day}
    VoorstelStandpunt.objects.update_or_create(
        voorstel_id=voorstel_id, organisatie_id=own_organisatie(wie), defaults=taken
    )


def withdraw_standpunt(voorstel_id: UUID, wie: Wie) -> None:
    """Take the position of the own party back."""
    VoorstelStandpunt.objects.filter(voorstel_id=voorstel_id, organisatie_id=own_organisatie(wie)).delete()


def settle(voorstel_id: UUID, *, staat: Vraagstaat, day: date) -> None:
    """Record that a proposal was adopted or withdrawn."""
    Voorstel.objects.filter(pk=voorstel_id).update(staat=staat.value, afgedaan_op=day)


def remind(voorstel_id: UUID, *, day: date) -> None:
    """Record that was reminded of a proposal."""
    Voorstel.objects.filter(pk=voorstel_id).update(herinnerd_op=day)


def adopt(convenant_id: UUID, inhoud: VoorstelInhoud, *, day: date, new_id: Callable[[], UUID]) -> None:
    """Carry out a change that everybody agreed on; it holds from its own first day."""
    begin = begins_on(inhoud, aangenomen_op=day)
    match inhoud:
        case PartnerInhoud() | ToetredingInhoud():
            soort = inhoud.soort if isinstance(inhoud, ToetredingInhoud) else Soort.EXTERN
            register.add_organisatie(
                id=new_id(),
                convenant_id=convenant_id,
                code=inhoud.code,
                naam=inhoud.naam,
                soort=soort.value,
                contact=inhoud.contact,
                vanaf=begin,
            )
        case PartnerEindeInhoud():
            Organisatie.objects.filter(pk=inhoud.organisatie_id, convenant_id=convenant_id).update(tot=begin)
        case TekstInhoud():
            Bijlagetekst.objects.create(
                convenant_id=convenant_id,
                onderdeel=inhoud.onderdeel.value,
                versie=inhoud.versienaam,
                tekst=inhoud.tekst,
                vastgesteld_op=day,
                vanaf=begin,
            )
        case ReferentiekaderInhoud():
            register.add_referentiekader(
                convenant_id, versie=inhoud.versienaam, vastgesteld_op=day, criteria=inhoud.criteria, vanaf=begin
            )
        case _:
            assert_never(inhoud)


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeenteTekst:
    """A text of a covenant as it holds, with the name of the municipality."""

    gemeente: str
    versie: str
    tekst: str
    vanaf: date


def public_text(code: str, onderdeel: Onderdeel, *, day: date) -> GemeenteTekst | None:
    """Give the version of a text that holds on a day in the covenant with this code."""
    rows = Bijlagetekst.objects.filter(convenant__code=code, onderdeel=onderdeel.value, vanaf__lte=day)
    row = rows.select_related("convenant").order_by("-vanaf", "-id").first()
    if row is None:
        return None
    return GemeenteTekst(gemeente=row.convenant.gemeente, versie=row.versie, tekst=row.tekst, vanaf=row.vanaf)


@dataclass(frozen=True, slots=True, kw_only=True)
class TekstRij:
    """A version of a text of the covenant."""

    onderdeel: Onderdeel
    versie: str
    tekst: str
    vastgesteld_op: date
    vanaf: date


def teksten(convenant_id: UUID) -> list[TekstRij]:
    """Give every version of every text of a covenant, the latest of each first."""
    rows = Bijlagetekst.objects.filter(convenant_id=convenant_id).order_by("onderdeel", "-vanaf", "-id")
    return [
        TekstRij(
            onderdeel=Onderdeel(row.onderdeel),
            versie=row.versie,
            tekst=row.tekst,
            vastgesteld_op=row.vastgesteld_op,
            vanaf=row.vanaf,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderRij:
    """A version of annex 3 with its criteria in order."""

    versie: str
    vastgesteld_op: date
    vanaf: date
    criteria: tuple[tuple[str, str], ...]


def kaders(convenant_id: UUID) -> list[KaderRij]:
    """Give every version of annex 3, the latest first."""
    rows = Referentiekader.objects.filter(convenant_id=convenant_id).order_by("-vanaf", "-id")
    criteria: dict[int, list[tuple[str, str]]] = {}
    for row in Criterium.objects.filter(referentiekader__in=rows).order_by("volgorde"):
        criteria.setdefault(row.referentiekader_id, []).append((row.code, row.tekst))
    return [
        KaderRij(
            versie=row.versie,
            vastgesteld_op=row.vastgesteld_op,
            vanaf=row.vanaf,
            criteria=tuple(criteria.get(row.id, ())),
        )
        for row in rows
    ]


def add_publicatie(convenant_id: UUID, *, onderdeel: Onderdeel, referentie: str, op: date) -> None:
    """Record where a part of the covenant was published."""
    Publicatie.objects.create(convenant_id=convenant_id, onderdeel=onderdeel.value, referentie=referentie, op=op)


def publicaties(convenant_id: UUID) -> list[tuple[Onderdeel, str, date]]:
    """Give where each part was published, the latest first."""
    rows = Publicatie.objects.filter(convenant_id=convenant_id).order_by("-op", "-id")
    return [(Onderdeel(onderdeel), ref, op) for onderdeel, ref, op in rows.values_list("onderdeel", "referentie", "op")]
