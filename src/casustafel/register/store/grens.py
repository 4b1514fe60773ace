"""What is remembered for a while against guessing: counted tries, used codes. By a hash, so that it names nobody."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction

from casustafel.bestand.bestand import Bestand
from casustafel.register.models import Grens


def _hash(sleutel: str) -> str:
    return sha256(sleutel.encode()).hexdigest()


def read(sleutel: str, *, at: datetime) -> tuple[bool, Any]:
    """Tell whether something is remembered, and give it."""
    row = Grens.objects.filter(sleutel=_hash(sleutel), tot__gt=at).first()
    return (False, None) if row is None else (True, json.loads(row.waarde))


def write(sleutel: str, waarde: Any, *, tot: datetime) -> None:
    """Remember a value until a moment, in place of what was remembered."""
    Grens.objects.update_or_create(sleutel=_hash(sleutel), defaults={"waarde": json.dumps(waarde), "tot": tot})


def add(sleutel: str, waarde: Any, *, tot: datetime, at: datetime) -> bool:
    """Remember a value that is not there yet; of two that do so at once, one is told that it did."""
    Grens.objects.filter(sleutel=_hash(sleutel), tot__lte=at).delete()
    try:
        with transaction.atomic(using=Bestand.REGISTER.value):
            Grens.objects.create(sleutel=_hash(sleutel), waarde=json.dumps(waarde), tot=tot)
    except IntegrityError:
        return False
    return True


def forget(sleutel: str) -> bool:
    """Forget a value; tell whether there was one."""
    return Grens.objects.filter(sleutel=_hash(sleutel)).delete()[0] > 0


def forget_all() -> None:
    """Forget everything."""
    Grens.objects.all().delete()


def forget_past(*, at: datetime) -> None:
    """Forget what no longer counts."""
    Grens.objects.filter(tot__lte=at).delete()
