"""Signing in at one's own organisation: doors that are no acts, before there is anybody to do one. Covenant 15.2.d."""

from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction

from casustafel.acts.edge import Edge
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.rules.aanmelding import may_bind
from casustafel.convenant.verdict import Verdict
from casustafel.kluis.secret import open_secret, seal_secret
from casustafel.register import store
from casustafel.register.store import koppeling
from casustafel.register.store.koppeling import KoppelingRij

__all__ = [
    "KoppelingRij",
    "account_of",
    "bind",
    "koppeling_of",
    "open_link",
    "organisatie_ids",
    "seal_link",
    "seats",
]
PLACE = "aanmelden|uitnodiging"


def seal_link(token: str) -> str:
    """Seal the one-time link of who is on the way to their organisation's sign-in: the session holds it meanwhile."""
    return seal_secret(token, place=PLACE)


def open_link(sealed: str) -> str:
    """Open what `seal_link` made."""
    return open_secret(sealed, place=PLACE)


def koppeling_of(medewerker_id: UUID) -> KoppelingRij | None:
    """Give where somebody signs in, if not here."""
    return koppeling.koppeling_of(medewerker_id)


def account_of(*, aanbieder: str, uitgever: str, onderwerp: str) -> AbstractBaseUser | None:
    """Give the one account that a subject of a provider is bound to."""
    return koppeling.account_of(aanbieder=aanbieder, uitgever=uitgever, onderwerp=onderwerp)


def seats(medewerker_id: UUID, *, edge: Edge) -> frozenset[str]:
    """Give for which organisations somebody has a role, as `covenant/organisation`."""
    return koppeling.seats(medewerker_id, day=edge.day)


def organisatie_ids(named: frozenset[str]) -> frozenset[UUID]:
    """Give the ids of organisations that are named as `covenant/organisation`."""
    return koppeling.organisatie_ids(named)


def bind(
    medewerker_id: UUID,
    *,
    token: str,
    aanbieder: str,
    uitgever: str,
    onderwerp: str,
    organisaties: frozenset[str],
    edge: Edge,
) -> Verdict:
    """Bind who showed who they are at a provider to the person of a one-time link, which uses the link up."""
    try:
        with transaction.atomic(using=Bestand.REGISTER.value):
            verdict = may_bind(
                is_link_good=store.invited(medewerker_id, token) is not None,
                is_taken=koppeling.is_taken(uitgever=uitgever, onderwerp=onderwerp),
                is_of_party=bool(organisaties & koppeling.seats(medewerker_id, day=edge.day)),
            )
            if verdict.is_allowed:
                koppeling.bind(medewerker_id, aanbieder=aanbieder, uitgever=uitgever, onderwerp=onderwerp, at=edge.now)
            return verdict
    except IntegrityError:  # somebody else was bound to this subject at this very moment
        return may_bind(is_link_good=True, is_taken=True, is_of_party=True)
