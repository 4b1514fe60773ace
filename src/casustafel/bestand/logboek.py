"""The evidence of a file's log: rows sealed into trees, checkpoints given out, a party's own rows. Covenant 15.2.e.

One sealer at a time gives rows their place, in one transaction for all that a round writes: a crash leaves the round
undone, and the next one does it. The log table itself is only added to.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, takewhile
from typing import Any, ClassVar
from uuid import UUID

from django.db import connections
from django.db.models import Count, Max

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.logtekst import COLUMNS, GEVOLG, leaf_data, new_salt, plain, row_of
from casustafel.bestand.tabel import (
    AfgifteTabel,
    ControlepuntTabel,
    LogBoomTabel,
    LogTegelTabel,
)
from casustafel.bestand.turn import turn
from casustafel.ledger.checker import Checkpoint, Verifier, leaf_hash
from casustafel.ledger.export import Row
from casustafel.ledger.note import Signer, sign_checkpoint, verifier_of
from casustafel.ledger.tree import Tree, grow

INSTALLATION = UUID(int=0)
ROUND = 500
# On PostgreSQL a row may be committed after rows with a higher number: so far back every round looks again.
LOOK_BACK = 10_000
MOST_KEPT = 60
LOCK = 1_529_005


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How the evidence for one covenant stands in one file."""

    bestand: Bestand
    verifier: Verifier
    grootte: int
    controlepunt: str
    op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgifte:
    """That an organisation fetched a checkpoint, and whether it signed it too."""

    organisatie_id: UUID
    grootte: int
    op: datetime
    is_medeondertekend: bool


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A row as it leaves for the records of processing: never who did it, only what, when, and on which dossier.

    Of a row past its term only the place is there.
    """

    COLUMNS: ClassVar = ("op", "daad", "verwerking", "gevolg", "log_id")

    plaats: int
    op: datetime | None
    daad: str | None
    verwerking: str | None
    gevolg: str | None
    log_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logboek:
    """The log of one file and the tables of its evidence."""

    bestand: Bestand
    # Any: the types of Django's stubs know no relation that an abstract table names.
    regels: type[Any]
    bomen: type[LogBoomTabel]
    bladen: type[Any]
    tegels: type[LogTegelTabel]
    controlepunten: type[ControlepuntTabel]
    afgiften: type[AfgifteTabel]

    @property
    def naam(self) -> str:
        """Give the name of the file."""
        return "register" if self.bestand is Bestand.REGISTER else self.bestand.value

    def origin(self, boom_id: UUID) -> str:
        """Give the name of a tree, under which its checkpoints are signed."""
        return f"casustafel/{self.naam}/{boom_id.hex}"

    # --- sealing ---

    def seal(self, *, at: datetime, signer: Signer, new_bytes: Callable[[], bytes], is_whole: bool = False) -> int:
        """Seal up to a round of rows that have no leaf yet, and tell how many; `is_whole` looks at the whole log."""
        if not self._unsealed(is_whole=is_whole):
            return 0
        with turn(self.bestand):
            self._lock()
            rows = self._unsealed(is_whole=is_whole)
            for boom_id, found in groupby(rows, key=lambda row: row[1] or INSTALLATION):
                self._grow(boom_id, list(found), at=at, signer=signer, new_bytes=new_bytes)
        return len(rows)

    def _lock(self) -> None:
        """Let one sealer work at a time; on SQLite the transaction itself does."""
        connection = connections[self.bestand.value]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])

    def _unsealed(self, *, is_whole: bool) -> list[tuple[Any, ...]]:
        """Give rows without a leaf, by covenant and in their order."""
        rows = self.regels._default_manager.filter(blad__isnull=True)
        if not is_whole:
            rows = rows.filter(pk__gt=self.sealed_to())
        found = rows.order_by("id").values_list(*COLUMNS)[:ROUND]
        return sorted(found, key=lambda row: (row[1] or INSTALLATION, row[0]))

    def newest_at(self) -> datetime | None:
        """Give the moment of the row that was written last."""
        newest: datetime | None = self.regels._default_manager.order_by("-id").values_list("op", flat=True).first()
        return newest

    def sealed_to(self) -> int:
        """Give the number of a row up to which every row has its leaf."""
        last: int = self.bladen._default_manager.aggregate(last=Max("regel_id"))["last"] or 0
        return last if connections[self.bestand.value].vendor == "sqlite" else max(last - LOOK_BACK, 0)

    def _grow(
        self,
        boom_id: UUID,
        rows: Sequence[Sequence[Any]],
        *,
        at: datetime,
        signer: Signer,
        new_bytes: Callable[[], bytes],
    ) -> None:
        boom, _made = self.bomen._default_manager.select_for_update().get_or_create(pk=boom_id)
        numbers: dict[UUID, int] = {}
        bladen = [
            self._leaf(boom, plaats, values, numbers=numbers, new_bytes=new_bytes)
            for plaats, values in enumerate(rows, boom.grootte)
        ]
        self.bladen._default_manager.bulk_create(bladen)
        changed = grow(boom.grootte, [bytes(blad.hash) for blad in bladen], read=self._reader(boom_id))
        self._write_tiles(boom_id, changed)
        boom.grootte += len(bladen)
        boom.save()
        self._write_checkpoint(boom, at=at, signer=signer)

    def _leaf(
        self,
        boom: LogBoomTabel,
        plaats: int,
        values: Sequence[Any],
        *,
        numbers: dict[UUID, int],
        new_bytes: Callable[[], bytes],
    ) -> Any:
        organisatie_id = values[COLUMNS.index("organisatie_id")]
        if organisatie_id and organisatie_id not in numbers:
            numbers[organisatie_id] = self._last_number(boom.id, organisatie_id)
        number = numbers[organisatie_id] = numbers[organisatie_id] + 1 if organisatie_id else 0
        salt = new_salt(values[GEVOLG], new_bytes=new_bytes)
        return self.bladen(
            boom_id=boom.id,
            plaats=plaats,
            regel_id=values[0],
            organisatie_id=organisatie_id,
            volgnummer=number,
            zout=salt,
            hash=leaf_hash(leaf_data(plain(values), volgnummer=number, salt=salt)),
        )

    def _last_number(self, boom_id: UUID, organisatie_id: UUID) -> int:
        own = self.bladen._default_manager.filter(boom_id=boom_id, organisatie_id=organisatie_id)
        last: int | None = own.aggregate(last=Max("volgnummer"))["last"]
        return last or 0

    def _reader(self, boom_id: UUID) -> Callable[[int, int], bytes]:
        return lambda niveau, nummer: self.tile(boom_id, niveau, nummer) or b""

    def _write_tiles(self, boom_id: UUID, changed: dict[tuple[int, int], bytes]) -> None:
        for (niveau, nummer), hashes in changed.items():
            self.tegels._default_manager.update_or_create(
                boom_id=boom_id, niveau=niveau, nummer=nummer, defaults={"hashes": hashes}
            )

    def _write_checkpoint(self, boom: LogBoomTabel, *, at: datetime, signer: Signer) -> None:
        """Sign how the tree is now; the checkpoint before it goes, unless somebody has it."""
        root = Tree(boom.grootte, read=self._reader(boom.id)).root()
        point = Checkpoint(origin=self.origin(boom.id), size=boom.grootte, root=root)
        kept = self.controlepunten._default_manager
        kept.filter(boom_id=boom.id, is_afgegeven=False).delete()
        tekst = sign_checkpoint(point, signer=signer)
        kept.create(boom_id=boom.id, grootte=boom.grootte, op=at, tekst=tekst)

    # --- giving out ---

    def trees(self) -> list[UUID]:
        """Give the trees of this log."""
        return list(self.bomen._default_manager.order_by("id").values_list("id", flat=True))

    def stand(self, boom_id: UUID, *, signer: Signer) -> Stand | None:
        """Give how a tree stands, or nothing where no row was sealed yet."""
        point = self.controlepunten._default_manager.filter(boom_id=boom_id).order_by("-grootte").first()
        if point is None:
            return None
        return Stand(
            bestand=self.bestand,
            verifier=verifier_of(self.origin(boom_id), signer),
            grootte=point.grootte,
            controlepunt=point.tekst,
            op=point.op,
        )

    def afgiften_of(self, boom_id: UUID) -> list[Afgifte]:
        """Give which organisations fetched or signed which checkpoint, the latest first."""
        rows = self.afgiften._default_manager.filter(boom_id=boom_id).order_by("-op", "-id")
        return [
            Afgifte(
                organisatie_id=row.organisatie_id,
                grootte=row.grootte,
                op=row.op,
                is_medeondertekend=bool(row.handtekening),
            )
            for row in rows
        ]

    def last_afgifte(self, boom_id: UUID, organisatie_id: UUID) -> datetime | None:
        """Give when an organisation last fetched a checkpoint."""
        rows = self.afgiften._default_manager.filter(boom_id=boom_id, organisatie_id=organisatie_id)
        last: datetime | None = rows.aggregate(last=Max("op"))["last"]
        return last

    def give(self, stand: Stand, boom_id: UUID, *, organisatie_id: UUID, at: datetime) -> None:
        """Record that an organisation fetched this checkpoint; the same one again counts as anew."""
        self.controlepunten._default_manager.filter(boom_id=boom_id, grootte=stand.grootte).update(is_afgegeven=True)
        self.afgiften._default_manager.update_or_create(
            boom_id=boom_id, organisatie_id=organisatie_id, grootte=stand.grootte, defaults={"op": at}
        )

    def given(self, boom_id: UUID, organisatie_id: UUID, grootte: int) -> str | None:
        """Give the checkpoint of this size that an organisation fetched."""
        rows = self.afgiften._default_manager.filter(boom_id=boom_id, organisatie_id=organisatie_id, grootte=grootte)
        if not rows.exists():
            return None
        point = self.controlepunten._default_manager.filter(boom_id=boom_id, grootte=grootte).first()
        return point.tekst if point else None

    def cosign(self, boom_id: UUID, organisatie_id: UUID, grootte: int, *, sleutel: str, handtekening: str) -> None:
        """Keep the signature of an organisation over a checkpoint that it fetched."""
        rows = self.afgiften._default_manager.filter(boom_id=boom_id, organisatie_id=organisatie_id, grootte=grootte)
        rows.update(sleutel=sleutel, handtekening=handtekening)

    def place_of(self, row: int) -> tuple[UUID, int] | None:
        """Give the tree of a row and its place there, or nothing where the row is not sealed or not there."""
        found = self.bladen._default_manager.filter(regel_id=row).values_list("boom_id", "plaats").first()
        return None if found is None else (found[0], found[1])

    def tile(self, boom_id: UUID, niveau: int, nummer: int) -> bytes | None:
        """Give the hashes of a tile, as far as it is filled."""
        rows = self.tegels._default_manager.filter(boom_id=boom_id, niveau=niveau, nummer=nummer)
        found = rows.values_list("hashes", flat=True).first()
        return None if found is None else bytes(found)

    def tiles(self, boom_id: UUID, niveau: int, begin: int, end: int) -> dict[int, bytes]:
        """Give the tiles of a level by their numbers, from one number up to another."""
        rows = self.tegels._default_manager.filter(boom_id=boom_id, niveau=niveau, nummer__gte=begin, nummer__lt=end)
        return {nummer: bytes(hashes) for nummer, hashes in rows.values_list("nummer", "hashes")}

    def sizes_of(self, boom_id: UUID, organisatie_id: UUID) -> list[int]:
        """Give the sizes of the last checkpoints that an organisation fetched."""
        rows = self.afgiften._default_manager.filter(boom_id=boom_id, organisatie_id=organisatie_id)
        return sorted(rows.order_by("-grootte").values_list("grootte", flat=True)[:MOST_KEPT])

    def tree(self, boom_id: UUID, size: int) -> Tree:
        """Give a tree as it was when it had so many leaves."""
        return Tree(size, read=self._reader(boom_id))

    def own_rows(self, boom_id: UUID, organisatie_id: UUID, *, size: int) -> Iterator[Row]:
        """Give the rows of one organisation under a checkpoint, in order; those past their term are no more."""
        names = [f"regel__{name}" for name in COLUMNS]
        rows = self.bladen._default_manager.filter(
            boom_id=boom_id, organisatie_id=organisatie_id, plaats__lt=size, regel__isnull=False, zout__isnull=False
        )
        for plaats, volgnummer, zout, *values in rows.order_by("volgnummer").values_list(
            "plaats", "volgnummer", "zout", *names
        ):
            regel = row_of(plain(values), volgnummer=volgnummer, salt=bytes(zout))
            yield Row(plaats=plaats, volgnummer=volgnummer, zout=bytes(zout), regel=regel)

    def read_on(self, boom_id: UUID, *, plaats: int, most: int) -> tuple[int, list[Gelezen]]:
        """Give the rows from a place on, as far as they are still there, and the place after the last that was read."""
        leaves = self.bladen._default_manager.filter(boom_id=boom_id, plaats__gte=plaats, plaats__lt=plaats + most)
        found = leaves.order_by("plaats").values_list("plaats", *(f"regel__{name}" for name in Gelezen.COLUMNS))
        rows = [Gelezen(*values) for values in found]
        return (rows[-1].plaats + 1 if rows else plaats), [row for row in rows if row.daad is not None]

    # --- the end of the term ---

    def counted(self, convenant_id: UUID, *, since: datetime) -> list[tuple[str, str, str, int]]:
        """Count the rows of a covenant since a moment, by act, effect and reasons: no id, and nobody."""
        rows = self.regels._default_manager.filter(convenant_id=convenant_id, op__gte=since)
        return list(rows.values_list("daad", "gevolg", "redenen").annotate(n=Count("id")).order_by("daad"))

    def expire(self, before: datetime) -> int:
        """Destroy rows of before a moment and their salts, a round at most; the hashes of their leaves stay.

        From the beginning of each tree up to the first row that is kept: a gap further on is none of ours.
        Covenant 13.1.
        """
        gone: list[int] = []
        with turn(self.bestand):
            for boom_id in self.bomen._default_manager.values_list("id", flat=True):
                rows = self.bladen._default_manager.filter(boom_id=boom_id, regel__isnull=False).order_by("plaats")
                pairs = rows.values_list("regel_id", "regel__op")[:ROUND]
                gone += [id_ for id_, op in takewhile(lambda pair: pair[1] and pair[1] < before, pairs) if id_]
            self.bladen._default_manager.filter(regel_id__in=gone).update(regel=None, zout=None)
            self.regels._default_manager.filter(pk__in=gone).delete()
        return len(gone)


def logboek_of(bestand: Bestand, tables: Any) -> Logboek:
    """Give the log of a file from the module of its tables: they go by the same names in each."""
    return Logboek(
        bestand=bestand,
        regels=tables.LogRegel,
        bomen=tables.LogBoom,
        bladen=tables.LogBlad,
        tegels=tables.LogTegel,
        controlepunten=tables.Controlepunt,
        afgiften=tables.Afgifte,
    )
