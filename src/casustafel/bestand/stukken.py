"""The pieces of a dossier or casus: written and read by a pass, the same way in every file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from casustafel.bestand.inhoud import AfschermingInhoud, ArchiefItem
from casustafel.bestand.pas import Pass, as_dict
from casustafel.bestand.prepared import Prepared, Slot, Writer
from casustafel.bestand.tabel import StukTabel
from casustafel.convenant.feit import OrganisatieId, StukFeit, StukId
from casustafel.convenant.rules.afscherming import OUTLASTING, outlasts, sees_afgeschermd
from casustafel.convenant.stuk import AFSCHERMING, VERVALLEN

Tabel = TypeVar("Tabel", bound=StukTabel)
Inhoud = TypeVar("Inhoud")
NOBODY = UUID(int=0)
RETIRED = VERVALLEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk(Generic[Inhoud]):
    """A piece, opened: what is plain and what was sealed. `NOBODY` stands where there is no organisation or piece."""

    id: StukId
    organisatie_id: OrganisatieId
    bij_id: StukId
    op: date
    uiterlijk_op: date | None
    staat: str
    versie: int
    inhoud: Inhoud


class Kaal(NamedTuple):
    """A piece without its content: what facts are made of."""

    id: UUID
    houder_id: UUID
    soort: str
    organisatie_id: UUID | None
    bij_id: UUID | None
    op: date
    uiterlijk_op: date | None
    staat: str


def feit_of(piece: Kaal) -> StukFeit:
    """Give the plain part of a piece as the rules know it."""
    return StukFeit(
        id=StukId(piece.id),
        soort=piece.soort,
        organisatie_id=OrganisatieId(piece.organisatie_id) if piece.organisatie_id else None,
        bij_id=StukId(piece.bij_id) if piece.bij_id else None,
        op=piece.op,
        uiterlijk_op=piece.uiterlijk_op,
        staat=piece.staat,
    )


def _renamed(value: Any, named: Mapping[str, str]) -> Any:
    """Give content, as it is sealed, with the ids in it that changed."""
    if isinstance(value, dict):
        return {key: _renamed(one, named) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, named) for one in value]
    return named.get(value, value) if isinstance(value, str) else value


class Stukken(Generic[Tabel]):
    """The table of pieces of one file.

    Every reading leaves out what is shielded from casework (AVG 18), by one filter that equals the rule
    `rules.afscherming.is_shown`; what serves the person, and the system, ask for it with `ook_afgeschermd`.
    """

    def __init__(self, tabel: type[Tabel]) -> None:
        """Take the file's own table."""
        self._tabel = tabel
        self._writer = Writer(tabel)
        self._plain = {
            True: Prepared(lambda: self._plain_rows(self.everything())),
            False: Prepared(lambda: self._plain_rows(self.shown())),
        }
        self._sealed = {
            True: Prepared(lambda: self._sealed_rows(self.everything())),
            False: Prepared(lambda: self._sealed_rows(self.shown())),
        }
        self._some = {
            True: Prepared(lambda: self._some_rows(self.everything())),
            False: Prepared(lambda: self._some_rows(self.shown())),
        }

    def everything(self) -> QuerySet[Tabel]:
        """Give every piece, what is shielded too."""
        return self._tabel._default_manager.all()

    def _shielding(self) -> QuerySet[Tabel]:
        return self.everything().filter(soort=AFSCHERMING).exclude(staat=RETIRED)

    def shown(self) -> QuerySet[Tabel]:
        """Filter like the rule `is_shown`: without what is shielded, and what stands beside that. Covenant 12.5."""
        of_same = self._shielding().filter(houder_id=OuterRef("houder_id"))
        beside = of_same.filter(Q(bij_id=OuterRef("id")) | Q(bij_id=OuterRef("bij_id")))
        return self.everything().filter(Q(soort=AFSCHERMING) | ~Exists(beside))

    def shields_whole(self) -> Exists:
        """Filter holders like the rule `is_afgeschermd`: the whole subject is shielded. Covenant 12.5; AVG 18."""
        return Exists(self._shielding().filter(houder_id=OuterRef("pk"), bij_id__isnull=True))

    def keeps_whole(self) -> Exists:
        """Filter holders of which the whole is kept past its term, until a shielding is lifted. Covenant 13; AVG 18."""
        shields = self._shielding().filter(staat__in=OUTLASTING)
        return Exists(shields.filter(houder_id=OuterRef("pk"), bij_id__isnull=True))

    def outlasting(self, houder_ids: Collection[UUID]) -> defaultdict[UUID, list[UUID]]:
        """Give by holder the pieces that are kept past its term, but for holders that are kept whole."""
        found: defaultdict[UUID, list[UUID]] = defaultdict(list)
        shields = self._shielding().filter(staat__in=OUTLASTING, houder_id__in=list(houder_ids))
        for houder_id, bij_id in shields.filter(bij_id__isnull=False).values_list("houder_id", "bij_id"):
            found[houder_id].append(bij_id)
        return found

    def set_apart(self, pas: Pass, *, van_id: UUID, naar_id: UUID) -> None:
        """Move what is kept past its term to a holder of its own, with what shields it, and shield that whole."""
        shields = [one for one in self.of_kind(pas, van_id, AFSCHERMING, AfschermingInhoud) if outlasts(one.staat)]
        self.carry(
            pas, [*(one.bij_id for one in shields), *(one.id for one in shields)], van_id=van_id, naar_id=naar_id
        )
        for one in {one.inhoud.afscherming_id: one for one in shields}.values():
            self.add(pas, one.inhoud, houder_id=naar_id, soort=AFSCHERMING, op=one.op, staat=one.staat)

    def add(  # the plain part of a piece is these fields
        self,
        pas: Pass,
        inhoud: object,
        *,
        houder_id: UUID,
        soort: str,
        id: UUID | None = None,  # noqa: A002  # the name of the column
        organisatie_id: UUID | None = None,
        bij_id: UUID | None = None,
        op: date | None = None,
        uiterlijk_op: date | None = None,
        staat: str = "",
    ) -> StukId:
        """Seal a new piece into its holder and give its id. Days are local days; `op` is the day of the act."""
        row = self._tabel(
            id=id or pas.new_id(),
            volg=int(pas.moment.timestamp() * 1_000_000) + len(pas.wijzigingen),
            houder_id=houder_id,
            soort=soort,
            organisatie_id=organisatie_id,
            bij_id=bij_id,
            op=op or pas.day,
            uiterlijk_op=uiterlijk_op,
            staat=staat,
        )
        pas.seal(row, inhoud, houder_id=houder_id)
        self._writer.insert(row)
        return StukId(row.id)

    def replace(  # the plain part of a piece is these fields
        self,
        pas: Pass,
        inhoud: object,
        *,
        id: UUID,  # noqa: A002  # the name of the column
        staat: str,
        op: date | None = None,
        uiterlijk_op: date | None = None,
    ) -> None:
        """Seal new content and state into a piece, as its next version; a correction keeps its day with `op`."""
        row = self._tabel._default_manager.get(pk=id)
        row.versie += 1
        row.op = op or pas.day
        row.uiterlijk_op = uiterlijk_op or row.uiterlijk_op
        row.staat = staat
        pas.seal(row, inhoud, houder_id=row.houder_id)
        self._writer.update(row)

    def put_own(  # the plain part of a piece is these fields
        self,
        pas: Pass,
        inhoud: object,
        *,
        houder_id: UUID,
        soort: str,
        staat: str,
        bij_id: UUID | None = None,
    ) -> None:
        """Set the one piece of this kind that the acting organisation has: new, or its next version.

        One in a holder; with `bij_id` one beside that other piece, such as a question that is put to all.
        """
        own = self._tabel._default_manager.filter(
            houder_id=houder_id, soort=str(soort), organisatie_id=pas.wie.organisatie_id
        ).exclude(staat=RETIRED)
        own = own.filter(bij_id=bij_id) if bij_id else own.filter(bij_id__isnull=True)
        found = own.values_list("id", flat=True).first()
        if found is None:
            own_id = pas.wie.organisatie_id
            self.add(pas, inhoud, houder_id=houder_id, soort=soort, organisatie_id=own_id, bij_id=bij_id, staat=staat)
        else:
            self.replace(pas, inhoud, id=found, staat=staat)

    def set_staat(self, pas: Pass, ids: Collection[UUID], staat: str) -> None:
        """Set the plain state of pieces; their content and version stay as they are, sealed anew with that state."""
        for row in self._tabel._default_manager.filter(pk__in=list(ids)):
            inhoud = pas.open(row, dict, houder_id=row.houder_id)
            row.staat = str(staat)
            pas.seal(row, inhoud, houder_id=row.houder_id)
            self._writer.update(row)

    def remove(self, pas: Pass, ids: Collection[UUID]) -> None:
        """Take pieces out of their holder, content and all; the log keeps that they were there."""
        for piece_id in ids:
            pas.note_gone(piece_id)
        self._tabel._default_manager.filter(pk__in=list(ids)).delete()

    def retire(self, pas: Pass, houder_id: UUID, soort: str) -> None:
        """Set aside the pieces of a kind that stand beside no other piece: they stay readable, and count no longer."""
        pieces = self.plain([houder_id], [soort])
        found = [piece.id for piece in pieces if piece.staat != RETIRED and piece.bij_id is None]
        if found:
            self.set_staat(pas, found, RETIRED)

    def retire_own(self, pas: Pass, *, houder_id: UUID, soort: str, bij_id: UUID | None = None) -> None:
        """Set aside the piece of this kind that the acting organisation has in a holder, or beside another piece."""
        pieces = [p for p in self.plain([houder_id], [soort]) if p.bij_id == bij_id]
        own = [p.id for p in pieces if p.organisatie_id == pas.wie.organisatie_id]
        self.set_staat(pas, own, RETIRED)

    def carry(self, pas: Pass, ids: Collection[UUID], *, van_id: UUID, naar_id: UUID) -> dict[UUID, StukId]:
        """Move pieces to another holder, and give the new id of each by its old one.

        A piece is bound to its row and to its holder's key: it becomes a new row, sealed anew, and the old row is
        removed. Where a moved piece names another moved piece, it goes on naming it.
        """
        found = self.sealed(van_id, ids=ids, ook_afgeschermd=sees_afgeschermd(pas.wie))
        rows = sorted((row for some in found.values() for row in some), key=lambda row: (row.op, row.volg))
        fresh = {row.id: StukId(pas.new_id()) for row in rows}
        named = {str(old): str(new) for old, new in fresh.items()}
        for row in rows:
            inhoud = pas.open(row, dict, houder_id=van_id)
            pas.note_gone(row.id)
            self._tabel._default_manager.filter(pk=row.id).delete()
            row.id, row.versie, row.houder_id = fresh[row.id], 1, naar_id
            row.bij_id = fresh.get(row.bij_id) if row.bij_id else None
            pas.seal(row, _renamed(inhoud, named), houder_id=naar_id)
            self._writer.insert(row)
        return fresh

    def pack(
        self,
        pas: Pass,
        houder_id: UUID,
        kinds: Mapping[str, type],
        *,
        ids: Collection[UUID] | None = None,
        ook_afgeschermd: bool = False,
    ) -> tuple[ArchiefItem, ...]:
        """Open every piece of a holder by its kind, oldest first, to go to or from the archive; with `ids` only those.

        A kind must be known. The system moves what is shielded too.
        """
        is_whole = ook_afgeschermd or sees_afgeschermd(pas.wie)
        found = self.sealed(houder_id, ids=ids, ook_afgeschermd=is_whole).values()
        rows = sorted((row for some in found for row in some), key=lambda row: (row.op, row.volg))
        return tuple(
            ArchiefItem(
                id=row.id,
                soort=row.soort,
                organisatie_id=row.organisatie_id,
                bij_id=row.bij_id,
                op=row.op,
                uiterlijk_op=row.uiterlijk_op,
                staat=row.staat,
                inhoud=as_dict(pas.open(row, kinds[row.soort], houder_id=houder_id)),
            )
            for row in rows
        )

    def plain(
        self, houder_ids: Collection[UUID], soorten: Collection[str], *, ook_afgeschermd: bool = False
    ) -> Sequence[Kaal]:
        """Read the plain part of pieces of these kinds, for facts: one query, oldest first, nothing sealed."""
        rows = self._plain[ook_afgeschermd].rows(houder_ids=houder_ids, soorten=[str(soort) for soort in soorten])
        return [Kaal(*row) for row in rows]

    def sealed(
        self, houder_id: UUID, *, ids: Collection[UUID] | None = None, ook_afgeschermd: bool = False
    ) -> defaultdict[str, list[Tabel]]:
        """Read all pieces of one holder, still sealed, by kind and oldest first: one query; with `ids` only those."""
        found: defaultdict[str, list[Tabel]] = defaultdict(list)
        asked = {"houder_id": houder_id} if ids is None else {"houder_id": houder_id, "ids": ids}
        rows = (self._sealed if ids is None else self._some)[ook_afgeschermd].rows(**asked)
        columns = self._columns()
        for values in rows:
            row = self._tabel.from_db(None, columns, values)
            found[row.soort].append(row)
        return found

    def _columns(self) -> list[str]:
        """Name the columns in the order of the table."""
        return [field.attname for field in self._tabel._meta.concrete_fields]

    def _plain_rows(self, pieces: QuerySet[Tabel]) -> QuerySet[Tabel, tuple[Any, ...]]:
        slots = {"houder_id": Slot("houder_ids", is_many=True), "soort": Slot("soorten", is_many=True)}
        rows = pieces.filter(**{f"{name}__in": [slot] for name, slot in slots.items()})
        return rows.order_by("op", "volg").values_list(*Kaal._fields)

    def _sealed_rows(self, pieces: QuerySet[Tabel]) -> QuerySet[Tabel, tuple[Any, ...]]:
        rows = pieces.filter(houder_id=Slot("houder_id"))
        return rows.order_by("op", "volg").values_list(*self._columns())

    def _some_rows(self, pieces: QuerySet[Tabel]) -> QuerySet[Tabel, tuple[Any, ...]]:
        return self._sealed_rows(pieces).filter(pk__in=[Slot("ids", is_many=True)])

    def of_kind(self, pas: Pass, houder_id: UUID, soort: str, inhoud: type[Inhoud]) -> list[Stuk[Inhoud]]:
        """Open all pieces of one kind in a holder, oldest first; for the system the shielded ones too."""
        is_whole = sees_afgeschermd(pas.wie)
        ids = [piece.id for piece in self.plain([houder_id], [soort], ook_afgeschermd=is_whole)]
        if not ids:
            return []
        return self.open(pas, self.sealed(houder_id, ids=ids, ook_afgeschermd=is_whole)[str(soort)], inhoud)

    def open(self, pas: Pass, rows: Iterable[Tabel], inhoud: type[Inhoud]) -> list[Stuk[Inhoud]]:
        """Open pieces of one kind."""
        return [
            Stuk(
                id=StukId(row.id),
                organisatie_id=OrganisatieId(row.organisatie_id or NOBODY),
                bij_id=StukId(row.bij_id or NOBODY),
                op=row.op,
                uiterlijk_op=row.uiterlijk_op,
                staat=row.staat,
                versie=row.versie,
                inhoud=pas.open(row, inhoud, houder_id=row.houder_id),
            )
            for row in rows
        ]
