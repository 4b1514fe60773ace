"""How an account signs in: its second factors, and the sessions in which somebody did. Covenant 15.2.d."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from casustafel.register.models import Koppeling, Medewerker, Token

SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(medewerker_id: UUID) -> bool:
    """Tell whether an account has a second factor."""
    found: bool = Authenticator.objects.filter(user_id=medewerker_id, type__in=SECOND).exists()
    return found


def drop_factors(medewerker_ids: list[UUID]) -> int:
    """Delete all factors of some accounts, with their recovery codes; tells how many."""
    gone: int = Authenticator.objects.filter(user_id__in=medewerker_ids).delete()[0]
    return gone


def drop_koppelingen(medewerker_ids: list[UUID]) -> None:
    """Delete the binding of some accounts to the sign-in of their organisation."""
    Koppeling.objects.filter(medewerker_id__in=medewerker_ids).delete()


def drop_session_rows(*, of: list[UUID] | None = None) -> None:
    """Delete what is kept beside a session that is not there any more, or of the sessions of some accounts."""
    if of is not None:
        rows = UserSession.objects.filter(user_id__in=of)
        Session.objects.filter(pk__in=list(rows.values_list("session_key", flat=True))).delete()
        rows.delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def end_sign_in(medewerker_id: UUID) -> None:
    """Take password, factors, binding, sessions and tokens away from somebody: a new link begins anew."""
    account = Medewerker.objects.get(pk=medewerker_id)
    account.set_unusable_password()
    account.save(update_fields=["password"])
    drop_factors([medewerker_id])
    drop_koppelingen([medewerker_id])
    drop_session_rows(of=[medewerker_id])
    Token.objects.filter(medewerker_id=medewerker_id).delete()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRij:
    """A second factor, or what stands for one."""

    id: int
    soort: str
    naam: str
    sinds: datetime
    gebruikt: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessieRij:
    """A session in which somebody is signed in."""

    id: int
    sinds: datetime
    apparaat: str
    adres: str
    is_deze: bool


def factors(medewerker_id: UUID) -> list[FactorRij]:
    """Give all factors of an account, recovery codes included, oldest first."""
    rows = Authenticator.objects.filter(user_id=medewerker_id).order_by("created_at", "pk")
    return [
        FactorRij(
            id=row.pk,
            soort=row.type,
            naam=str(row.data.get("name", "")),
            sinds=row.created_at,
            gebruikt=row.last_used_at,
        )
        for row in rows
    ]


def drop_factor(medewerker_id: UUID, factor_id: int) -> bool:
    """Delete a second factor of an account that has another; tell whether it did."""
    second = Authenticator.objects.filter(user_id=medewerker_id, type__in=SECOND)
    if not second.exclude(pk=factor_id).exists():
        return False
    gone: int = second.filter(pk=factor_id).delete()[0]
    return gone > 0


def sessies(medewerker_id: UUID, *, this: str, at: datetime) -> list[SessieRij]:
    """Give the sessions of an account that are not over, newest first; `this` is the key of the one that asks."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    rows = UserSession.objects.filter(user_id=medewerker_id, session_key__in=alive).order_by("-created_at")
    return [
        SessieRij(
            id=row.pk, sinds=row.created_at, apparaat=row.user_agent, adres=row.ip, is_deze=row.session_key == this
        )
        for row in rows
    ]


def end_sessie(medewerker_id: UUID, sessie_id: int) -> str:
    """End a session of an account; gives its key, or nothing where there is no such session."""
    row = UserSession.objects.filter(user_id=medewerker_id, pk=sessie_id).first()
    if row is None:
        return ""
    key = str(row.session_key)
    Session.objects.filter(pk=key).delete()
    row.delete()
    return key


def end_other_sessies(medewerker_id: UUID, *, than: str) -> None:
    """End every session of an account but one."""
    rows = UserSession.objects.filter(user_id=medewerker_id).exclude(session_key=than)
    Session.objects.filter(pk__in=list(rows.values_list("session_key", flat=True))).delete()
    rows.delete()
