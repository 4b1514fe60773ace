"""Who signs in at their own organisation: one person for one subject of one provider. Covenant 15.2.d."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from casustafel.register.models import Autorisatie, Koppeling, Medewerker, Organisatie
from casustafel.register.store import valid
from casustafel.register.store.factor import end_sign_in


@dataclass(frozen=True, slots=True, kw_only=True)
class KoppelingRij:
    """At which provider somebody signs in, by its code in the installation, and since when."""

    aanbieder: str
    sinds: datetime


def subject_hash(*, uitgever: str, onderwerp: str) -> str:
    """Give the hash under which a subject of a provider is kept: the register holds no name of theirs."""
    return sha256(f"{uitgever}\n{onderwerp}".encode()).hexdigest()


def koppeling_of(medewerker_id: UUID) -> KoppelingRij | None:
    """Give where somebody signs in, if not here."""
    row = Koppeling.objects.filter(medewerker_id=medewerker_id).first()
    return KoppelingRij(aanbieder=row.aanbieder, sinds=row.sinds) if row else None


def account_of(*, aanbieder: str, uitgever: str, onderwerp: str) -> Medewerker | None:
    """Give the account that a subject of a provider is bound to, if any that is in use."""
    kept = subject_hash(uitgever=uitgever, onderwerp=onderwerp)
    rows = Koppeling.objects.select_related("medewerker").filter(aanbieder=aanbieder, uitgever=uitgever, onderwerp=kept)
    row = rows.filter(medewerker__is_active=True).first()
    return row.medewerker if row else None


def is_taken(*, uitgever: str, onderwerp: str) -> bool:
    """Tell whether a subject of a provider is bound to anybody."""
    kept = subject_hash(uitgever=uitgever, onderwerp=onderwerp)
    return Koppeling.objects.filter(uitgever=uitgever, onderwerp=kept).exists()


def bind(medewerker_id: UUID, *, aanbieder: str, uitgever: str, onderwerp: str, at: datetime) -> None:
    """Bind a subject of a provider to somebody, in place of any other way in which they signed in."""
    end_sign_in(medewerker_id)
    kept = subject_hash(uitgever=uitgever, onderwerp=onderwerp)
    Koppeling.objects.create(
        medewerker_id=medewerker_id, aanbieder=aanbieder, uitgever=uitgever, onderwerp=kept, sinds=at
    )


def seats(medewerker_id: UUID, *, day: date) -> frozenset[str]:
    """Give for which organisations somebody has a role, as `covenant/organisation`, by their codes."""
    rows = Autorisatie.objects.filter(valid(day), medewerker_id=medewerker_id)
    found = rows.values_list("organisatie__convenant__code", "organisatie__code")
    return frozenset(f"{convenant}/{organisatie}" for convenant, organisatie in found)


def organisatie_ids(seats: frozenset[str]) -> frozenset[UUID]:
    """Give the ids of organisations that are named as `covenant/organisation`."""
    codes = {seat.partition("/")[2] for seat in seats}
    rows = Organisatie.objects.filter(code__in=codes).values_list("id", "convenant__code", "code")
    return frozenset(key for key, convenant, organisatie in rows if f"{convenant}/{organisatie}" in seats)
