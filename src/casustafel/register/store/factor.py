"""How an account signs in: its second factors, and the sessions in which somebody did. Covenant 15.2.d."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from casustafel.register.models import Medewerker, Token

SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(medewerker_id: UUID) -> bool:
    """Tell whether an account has a second factor."""
    found: bool = Authenticator.objects.filter(user_id=medewerker_id, type__in=SECOND).exists()
    return found


def drop_factors(medewerker_ids: list[UUID]) -> int:
    """Delete all factors of some accounts, with their recovery codes; tells how many."""
    gone: int = Authenticator.objects.filter(user_id__in=medewerker_ids).delete()[0]
    return gone


def drop_session_rows(*, of: list[UUID] | None = None) -> None:
    """Delete what is kept beside a session that is not there any more, or of the sessions of some accounts."""
    if of is not None:
        rows = UserSession.objects.filter(user_id__in=of)
        Session.objects.filter(pk__in=list(rows.values_list("session_key", flat=True))).delete()
        rows.delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def end_sign_in(medewerker_id: UUID) -> None:
    """Take a password, every factor, every session and every token away from somebody: a new link begins anew."""
    account = Medewerker.objects.get(pk=medewerker_id)
    account.set_unusable_password()
    account.save(update_fields=["password"])
    drop_factors([medewerker_id])
    drop_session_rows(of=[medewerker_id])
    Token.objects.filter(medewerker_id=medewerker_id).delete()
