"""How far the records of processing reached the collector, tree by tree. Covenant 15.2.e."""

from uuid import UUID

from casustafel.register.models import Doorgegeven


def reached(bestand: str, boom_id: UUID) -> int:
    """Give the place in a tree up to which everything arrived."""
    found = Doorgegeven.objects.filter(bestand=bestand, boom_id=boom_id).values_list("tot", flat=True).first()
    return found or 0


def reach(bestand: str, boom_id: UUID, *, tot: int) -> None:
    """Note that everything before a place arrived."""
    Doorgegeven.objects.update_or_create(bestand=bestand, boom_id=boom_id, defaults={"tot": tot})
