"""The pass: what the gate gives to an act, and without which nothing sealed opens.

The right to issue passes can be claimed once, and the gate claims it when it is imported. There is no other way.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Protocol, Self, TypeVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.stand import GONE, Standen
from casustafel.bestand.tabel import VerzegeldTabel
from casustafel.convenant.feit import Wie
from casustafel.seal.envelope import SealBroken, seal, unseal
from casustafel.seal.keys import KeyMissing

Payload = TypeVar("Payload")
log = logging.getLogger(__name__)


class PassInvalid(Exception):
    """A pass was used after its act, for another dossier, or in another file."""


class NotAsLogged(SealBroken):
    """A sealed row opens, and is not the one that the log has: an older one was put back, or one that was removed."""


class Sleutelbos(Protocol):
    """The dossier keys of one act: fetched together, unwrapped one by one, forgotten at the end."""

    def key(self, houder_id: UUID) -> bytes:
        """Give the key of a dossier, or raise where there is none."""

    def log_id(self, houder_id: UUID) -> UUID | None:
        """Give the random id by which the log knows the dossier, or nothing where the key is gone."""

    def make(self, houder_id: UUID, *, op: date | None = None) -> None:
        """Make the key of a new dossier on a day, before its first record."""

    def forget(self) -> None:
        """Forget every unwrapped key."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A row that an act wrote: its id, version and the hash of its ciphertext, as the log keeps them."""

    id: UUID
    versie: int
    hash: str


_adapters: dict[type, TypeAdapter[Any]] = {}


def _adapter(payload: type) -> TypeAdapter[Any]:
    if payload not in _adapters:
        _adapters[payload] = TypeAdapter(payload)
    return _adapters[payload]


def as_dict(payload: object) -> dict[str, Any]:
    """Give typed content the way it is sealed, to be carried whole."""
    found: dict[str, Any] = _adapter(type(payload)).dump_python(payload, mode="json")
    return found


@dataclass(slots=True, kw_only=True, eq=False)
class Pass:
    """Leave to run one act: who, when, in which file, on which dossiers. Opens and seals; ends with the act."""

    bestand: Bestand
    wie: Wie
    moment: datetime
    day: date
    new_id: Callable[[], UUID]
    new_secret: Callable[[], str]
    houders: set[UUID]
    sleutels: Sleutelbos
    standen: Standen
    wijzigingen: list[Wijziging] = field(default_factory=list)
    _is_valid: bool = True

    def __new__(cls, *_args: object, **_kwargs: object) -> Self:
        """Refuse to be made by anybody but the holder of the claim."""
        if not _issuing:
            msg = "Only the gate makes a pass."
            raise PassInvalid(msg)
        return object.__new__(cls)

    def _place(self, row: VerzegeldTabel) -> bytes:
        return f"{self.bestand.value}|{type(row).__name__}|{row.bound()}".encode()

    def _check(self, houder_id: UUID) -> None:
        if not self._is_valid or houder_id not in self.houders:
            msg = "This pass does not reach that dossier."
            raise PassInvalid(msg)

    def open(self, row: VerzegeldTabel, payload: type[Payload], *, houder_id: UUID) -> Payload:
        """Open the sealed payload of a row; raises `SealBroken` where it was altered, moved or put back.

        What is plain in the row is held to the payload, and the row to what the log last said of it.
        """
        self._check(houder_id)
        try:
            plain = unseal(bytes(row.verzegeld), key=self.sleutels.key(houder_id), place=self._place(row))
        except SealBroken as fault:
            raise SealBroken(f"{self._named(row)}: the row does not open") from fault
        self._hold_to_log(row, houder_id)
        opened: Payload = _adapter(payload).validate_json(plain)
        return opened

    def open_whole(self, rows: Iterable[VerzegeldTabel], payload: type[Payload]) -> dict[UUID, Payload]:
        """Open the rows of dossiers themselves, for a list: what is damaged is left out and named in a log line."""
        opened: dict[UUID, Payload] = {}
        for row in rows:
            try:
                opened[row.id] = self.open(row, payload, houder_id=row.id)
            except (SealBroken, KeyMissing, ValidationError) as fault:
                log.error("%s: %s", type(fault).__name__, self._named(row))  # noqa: TRY400  # a trace holds content
        return opened

    def _named(self, row: VerzegeldTabel) -> str:
        return f"{self.bestand.value} {type(row).__name__} {row.id}"

    def _hold_to_log(self, row: VerzegeldTabel, houder_id: UUID) -> None:
        """Raise `NotAsLogged` where the log has another row, unless somebody changed it since this one was read."""
        if any(own.id == row.id for own in self.wijzigingen) or not self._unlike_log(row, houder_id):
            return
        self.standen.forget()
        now = type(row)._default_manager.filter(pk=row.pk).first()
        unlike = self._unlike_log(now, houder_id) if now is not None else ""
        if unlike:
            raise NotAsLogged(f"{self._named(row)}: {unlike}")

    def _unlike_log(self, row: VerzegeldTabel, houder_id: UUID) -> str:
        log_id = self.sleutels.log_id(houder_id)
        stand = self.standen.of(row.id, log_id=log_id, among=self._log_ids) if log_id is not None else None
        return stand.unlike(row) if stand is not None else ""

    def _log_ids(self) -> list[UUID]:
        return [log_id for one in self.houders if (log_id := self.sleutels.log_id(one)) is not None]

    def seal(self, row: VerzegeldTabel, payload: object, *, houder_id: UUID) -> None:
        """Seal a payload into a row at the version that the row has now, and note the change for the log."""
        self._check(houder_id)
        plain = _adapter(type(payload)).dump_json(payload)
        row.verzegeld = seal(plain, key=self.sleutels.key(houder_id), place=self._place(row))
        self.wijzigingen.append(Wijziging(row.id, row.versie, sha256(row.verzegeld).hexdigest()))

    def note(self, row_id: UUID) -> None:
        """Note for the log that a row without sealed content was written."""
        self.wijzigingen.append(Wijziging(row_id, 0, ""))

    def note_gone(self, row_id: UUID) -> None:
        """Note for the log that a sealed row was taken out: a row that is missing without such a note was removed."""
        self.wijzigingen.append(Wijziging(row_id, 0, GONE))

    def begin(self, houder_id: UUID) -> None:
        """Make the key of a new dossier and let this pass reach it: the key first, then the record."""
        if not self._is_valid:
            msg = "This pass has ended."
            raise PassInvalid(msg)
        self.sleutels.make(houder_id, op=self.day)
        self.houders.add(houder_id)

    def narrow(self, houders: set[UUID]) -> None:
        """Let this pass reach only these of its dossiers from now on."""
        self.houders &= houders

    def end(self) -> None:
        """End the pass and forget its keys."""
        self._is_valid = False
        self.sleutels.forget()


_issuing: list[bool] = []
_claims: list[str] = []


def claim_issue(holder: str) -> Callable[..., Pass]:
    """Claim, once per process, the right to issue passes; a second claim raises `PassInvalid`."""
    if _claims:
        msg = f"The right to issue passes belongs to {_claims[0]}."
        raise PassInvalid(msg)
    _claims.append(holder)

    def issue(**parts: object) -> Pass:
        _issuing.append(True)
        try:
            return Pass(**parts)  # type: ignore[arg-type]  # the gate's own call is typed where it is made
        finally:
            _issuing.pop()

    return issue
