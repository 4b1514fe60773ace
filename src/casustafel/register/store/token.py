"""Personal tokens for the API: kept by their hash only. Covenant 15.2.d."""

from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from casustafel.bestand.prepared import Prepared, Slot
from casustafel.convenant.feit import ConvenantId, MedewerkerId, OrganisatieId, Wie
from casustafel.register.beeld import Plaats
from casustafel.register.models import Token
from casustafel.register.store import person


def token_hash(secret: str) -> str:
    """Give the hash under which a token is kept."""
    return sha256(secret.encode()).hexdigest()


def _token_rows() -> QuerySet[Token, tuple[Any, ...]]:
    valid = Token.objects.filter(hash=Slot("hash"), vanaf__lte=Slot("at"), tot__gt=Slot("at"))
    return valid.values_list("medewerker_id", "convenant_id", "organisatie_id")


_token = Prepared(_token_rows)


def plaats_of_token(secret: str, *, at: datetime) -> Plaats | None:
    """Give for whom a token speaks, or nothing where it is unknown or past its term."""
    found = _token.first(hash=token_hash(secret), at=at)
    if found is None:
        return None
    medewerker_id, convenant_id, organisatie_id = found
    return Plaats(
        medewerker_id=MedewerkerId(medewerker_id),
        convenant_id=ConvenantId(convenant_id),
        organisatie_id=OrganisatieId(organisatie_id),
    )


def add_token(  # the token's term is given by the act
    id: UUID,  # noqa: A002  # the name of the column
    wie: Wie,
    *,
    naam: str,
    secret: str,
    vanaf: datetime,
    tot: datetime,
) -> None:
    """Keep a token, by its hash only."""
    medewerker_id, organisatie_id = person(wie)
    Token.objects.create(
        id=id,
        medewerker_id=medewerker_id,
        convenant_id=wie.convenant.id,
        organisatie_id=organisatie_id,
        naam=naam,
        hash=token_hash(secret),
        vanaf=vanaf,
        tot=tot,
    )


def tokens(wie: Wie, *, at: datetime) -> list[Token]:
    """Give the valid tokens of a person for one organisation."""
    medewerker_id, organisatie_id = person(wie)
    own = Token.objects.filter(medewerker_id=medewerker_id, organisatie_id=organisatie_id, tot__gt=at)
    return list(own.order_by("vanaf"))


def withdraw_token(token_id: UUID, wie: Wie) -> None:
    """Withdraw a token of one's own; another's is left as it is."""
    medewerker_id, _organisatie_id = person(wie)
    Token.objects.filter(pk=token_id, medewerker_id=medewerker_id).delete()
