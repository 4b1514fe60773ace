"""What is sealed in the pieces that the archive makes itself. Covenant 13.2, 13.4."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class VraagInhoud:
    """The reference, in words, of the question for which items are opened, and who stated it. Covenant 13.2."""

    kenmerk: str
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactiveringInhoud:
    """For which purpose of the covenant a renewed decision is necessary, why, and on which items. Covenant 13.4.

    `dossier_id` is the random id that the copy will have.
    """

    doelstelling: str
    noodzaak: str
    items: tuple[UUID, ...]
    dossier_id: UUID
