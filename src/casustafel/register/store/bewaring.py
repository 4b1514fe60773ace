"""What the register itself no longer keeps: authorisations, acceptances, deputies, accounts, tokens. Covenant 13.1."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import get_default_timezone

from casustafel.register.models import (
    Autorisatie,
    Geheimhoudingsverklaring,
    LogRegel,
    Medewerker,
    Nacht,
    Plaatsvervanging,
    Token,
)
from casustafel.register.store.factor import drop_factors, drop_koppelingen, drop_session_rows
from casustafel.register.store.grens import forget_past

EMPTIED = "@geleegd.invalid"


def drop_ended(convenant_id: UUID, *, until: date) -> int:
    """Delete the authorisations and deputies of a covenant that ended by a day, and acceptances without any left.

    Reading: an acceptance of the secrecy text ends with the last authorisation of that person in the covenant.
    """
    ended = Q(tot__lte=until) | Q(ingetrokken_op__lte=until)
    gone = sum(
        model.objects.filter(ended, convenant_id=convenant_id).delete()[0] for model in (Autorisatie, Plaatsvervanging)
    )
    held = Autorisatie.objects.filter(medewerker_id=OuterRef("medewerker_id"), convenant_id=convenant_id)
    accepted = Geheimhoudingsverklaring.objects.filter(tekst__convenant_id=convenant_id, op__date__lte=until)
    return gone + accepted.filter(~Exists(held)).delete()[0]


def empty_accounts(*, until: date) -> int:
    """Empty the accounts whose last authorisation ended by a day: the id stays, for the log; tells how many."""
    later = Autorisatie.objects.filter(medewerker_id=OuterRef("pk"), tot__gt=until).filter(
        Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=until)
    )
    had = Autorisatie.objects.filter(medewerker_id=OuterRef("pk"))
    found = Medewerker.objects.filter(Exists(had), ~Exists(later)).exclude(email__endswith=EMPTIED)
    rows = list(found)
    for row in rows:
        row.naam = row.functie = ""
        row.email = f"{row.id.hex}{EMPTIED}"
        row.is_active = False
        row.last_login = None
        row.set_unusable_password()
        row.save(force_update=True)
    drop_factors([row.id for row in rows])
    drop_koppelingen([row.id for row in rows])
    drop_session_rows(of=[row.id for row in rows])
    return len(rows)


def drop_expired(*, at: datetime) -> int:
    """Delete tokens and sessions that ended, and counted tries; tells how many tokens."""
    Session.objects.filter(expire_date__lte=at).delete()
    drop_session_rows()
    forget_past(at=at)
    return Token.objects.filter(tot__lte=at).delete()[0]


def end_sessions() -> int:
    """Delete every session and every token, and tell how many."""
    ended = Session.objects.all().delete()[0] + Token.objects.all().delete()[0]
    drop_session_rows()
    return ended


def last_night() -> date | None:
    """Give the day on which the night's work was last done, or nothing where it never was."""
    rows = LogRegel.objects.filter(daad="run-nachtwerk").order_by("-id")
    at = rows.values_list("op", flat=True).first()
    return at.astimezone(get_default_timezone()).date() if at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NachtRij:
    """What a night's work did."""

    op: datetime
    dag: date
    getallen: Mapping[str, int]


def add_nacht(nacht_id: UUID, *, op: datetime, dag: date, getallen: Mapping[str, int], keep_from: date) -> None:
    """Keep what a night did, and delete the nights of before a day."""
    Nacht.objects.create(id=nacht_id, op=op, dag=dag, getallen=json.dumps(dict(getallen)))
    Nacht.objects.filter(dag__lt=keep_from).delete()


def nachten(*, limit: int) -> list[NachtRij]:
    """Give the last nights, the latest first."""
    rows = Nacht.objects.order_by("-op", "id")[:limit]
    return [NachtRij(op=row.op, dag=row.dag, getallen=json.loads(row.getallen)) for row in rows]
