"""Set a first password with a one-time link: a door to signing in, before there is anybody who could do an act."""

from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from casustafel.bestand.bestand import Bestand
from casustafel.register import store

LINK_PARTS = 3


def invited(medewerker_id: UUID, token: str) -> AbstractBaseUser | None:
    """Give the account that a one-time link is for; nothing where it is wrong, was used or is too old."""
    return store.invited(medewerker_id, token)


def take_password(medewerker_id: UUID, token: str, *, password: str) -> bool:
    """Set the password, which uses up the link; tell whether the link was still good."""
    with transaction.atomic(using=Bestand.REGISTER.value):
        account = store.invited(medewerker_id, token)
        if account is None:
            return False
        account.set_password(password)
        account.save(update_fields=["password"])
        return True


def set_first_password(link: str, password: str) -> bool:
    """Set the password with a link as it was handed out: `/uitnodiging/<id>/<token>`."""
    parts = link.strip("/").split("/")
    if len(parts) != LINK_PARTS:
        return False
    _name, medewerker_id, token = parts
    return take_password(UUID(medewerker_id), token, password=password)
