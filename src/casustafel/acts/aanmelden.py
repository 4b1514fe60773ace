"""What signing in needs of the register and the vault: doors that are no acts, before there is anybody to do one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.kluis.secret import open_secret, seal_secret
from casustafel.register.store import factor, grens
from casustafel.register.store.factor import FactorRij, SessieRij

__all__ = [
    "FactorRij",
    "SessieRij",
    "drop_factor",
    "end_other_sessies",
    "end_sessie",
    "factors",
    "forget",
    "forget_all",
    "has_factor",
    "open_factor",
    "remember",
    "remember_once",
    "remembered",
    "seal_factor",
    "sessies",
]
PLACE = "aanmelden|factor"


def seal_factor(text: str) -> str:
    """Seal the secret of a second factor, which the database then holds."""
    return seal_secret(text, place=PLACE)


def open_factor(sealed: str) -> str:
    """Open the secret of a second factor. Raises `SealBroken` where somebody else wrote it."""
    return open_secret(sealed, place=PLACE)


def has_factor(medewerker_id: UUID) -> bool:
    """Tell whether somebody has a second factor."""
    return factor.has_factor(medewerker_id)


def factors(medewerker_id: UUID) -> list[FactorRij]:
    """Give one's own factors."""
    return factor.factors(medewerker_id)


def drop_factor(medewerker_id: UUID, factor_id: int) -> bool:
    """Delete a second factor of one's own where there is another; tell whether it did."""
    return factor.drop_factor(medewerker_id, factor_id)


def sessies(medewerker_id: UUID, *, this: str, edge: Edge) -> list[SessieRij]:
    """Give where one is signed in."""
    return factor.sessies(medewerker_id, this=this, at=edge.now)


def end_sessie(medewerker_id: UUID, sessie_id: int) -> str:
    """End a session of one's own; gives its key, or nothing."""
    return factor.end_sessie(medewerker_id, sessie_id)


def end_other_sessies(medewerker_id: UUID, *, than: str) -> None:
    """End every session of one's own but one."""
    factor.end_other_sessies(medewerker_id, than=than)


def remembered(sleutel: str, *, edge: Edge) -> tuple[bool, Any]:
    """Tell whether something is remembered against guessing, and give it."""
    return grens.read(sleutel, at=edge.now)


def remember(sleutel: str, waarde: Any, *, duur: timedelta, edge: Edge) -> None:
    """Remember something against guessing for a while."""
    grens.write(sleutel, waarde, tot=edge.now + duur)


def remember_once(sleutel: str, waarde: Any, *, duur: timedelta, edge: Edge) -> bool:
    """Remember something that is not remembered yet; tell whether it was new."""
    return grens.add(sleutel, waarde, tot=edge.now + duur, at=edge.now)


def forget(sleutel: str) -> bool:
    """Forget something; tell whether it was remembered."""
    return grens.forget(sleutel)


def forget_all() -> None:
    """Forget all that is remembered against guessing."""
    grens.forget_all()
