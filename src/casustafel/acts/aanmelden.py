"""What signing in needs of the register and the vault: doors that are no acts, before there is anybody to do one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.kluis.secret import open_secret, seal_secret
from casustafel.register.store import factor, grens

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
