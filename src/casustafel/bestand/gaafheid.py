"""Whether what stands in a file is whole: each sealed row opens in its place and is as the log has it. Covenant 15.1.

A finding names file, table and id, and what is wrong; never content. Two looks make a finding: work that goes on
meanwhile changes a row between the reading of the row and the reading of the log.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from casustafel.bestand.logboek import Logboek
from casustafel.bestand.pas import NotAsLogged, Pass
from casustafel.bestand.stand import GONE, Stand, all_of
from casustafel.bestand.tabel import StukTabel, UitgaandTabel, VerzegeldTabel
from casustafel.bestand.vernietiging import Vernietiging, certificate_of, hash_of
from casustafel.seal.envelope import SealBroken

PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebrek:
    """Something that is not whole: in which file, which table, the id of the row where there is one, and what.

    `is_aantasting` tells that what is kept or logged was altered, removed or lost, so that it is an incident (15.2.g);
    `convenant_id` whose it is, where that is known.
    """

    bestand: str
    tabel: str = ""
    id: str = ""
    wat: str
    is_aantasting: bool = False
    convenant_id: UUID | None = None

    @property
    def line(self) -> str:
        """Give it as a line."""
        return f"{' '.join(part for part in (self.bestand, self.tabel, self.id) if part)}: {self.wat}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaafheid:
    """The check of one file: the tables of its holders, and its log."""

    tabellen: Vernietiging
    logboek: Logboek

    @property
    def naam(self) -> str:
        """Give the name of the file."""
        return self.logboek.naam

    def sealed(self) -> tuple[type[VerzegeldTabel], ...]:
        """Give the tables of this file that hold sealed rows: the holders first, where these hold anything sealed."""
        houders = (self.tabellen.houders,) if issubclass(self.tabellen.houders, VerzegeldTabel) else ()
        return (*houders, *self._hanging())

    def _hanging(self) -> tuple[type[StukTabel | UitgaandTabel], ...]:
        """Give the tables of what belongs to a holder."""
        uitgaand = self.tabellen.uitgaand
        return (self.tabellen.stukken, uitgaand) if uitgaand is not None else (self.tabellen.stukken,)

    def pages(self) -> Iterator[list[UUID]]:
        """Give every dossier or casus of the file, also what is on its way out, a page at a time."""
        rows = self.tabellen.houders._default_manager.order_by("id").values_list("id", flat=True)
        last = UUID(int=0)
        while page := list(rows.filter(id__gt=last)[:PAGE]):
            yield page
            last = page[-1]

    # --- with a pass ---

    def findings(self, pas: Pass, houder_ids: Collection[UUID]) -> list[Gebrek]:
        """Open every sealed row of these holders, hold it beside the log, and give what does not fit; look twice."""
        found = self._look(pas, houder_ids)
        return [one for one in self._look(pas, houder_ids) if one in found] if found else []

    def _look(self, pas: Pass, houder_ids: Collection[UUID]) -> list[Gebrek]:
        said = self._said({pas.sleutels.log_id(houder_id) for houder_id in houder_ids})
        has_expired = self.has_expired()
        found: list[Gebrek] = []
        for tabel, houder_id, row in self._rows(houder_ids):
            stand = said.pop(row.id, None)
            why = (_unopened(pas, row, houder_id), _unlike(row, stand, has_expired=has_expired))
            found += [self._gebrek(tabel, row.id, wat) for wat in why if wat]
        return [*found, *self._missing(said)]

    def _gebrek(self, tabel: type[Any] | None, row_id: UUID | str, wat: str) -> Gebrek:
        tabel_naam = tabel.__name__ if tabel else ""
        return Gebrek(bestand=self.naam, tabel=tabel_naam, id=str(row_id), wat=wat, is_aantasting=True)

    def _rows(self, houder_ids: Collection[UUID]) -> Iterator[tuple[type[VerzegeldTabel], UUID, Any]]:
        for tabel in self.sealed():
            column = "id" if tabel is self.tabellen.houders else "houder_id"
            for row in tabel._default_manager.filter(**{f"{column}__in": list(houder_ids)}):
                yield tabel, getattr(row, column), row

    def _said(self, log_ids: Collection[UUID | None]) -> dict[UUID, Stand]:
        """Give what the log last said of each row of these dossiers."""
        return all_of(self.logboek.regels, [one for one in log_ids if one])

    def _missing(self, said: dict[UUID, Stand]) -> Iterator[Gebrek]:
        """Give the rows that the log knows and no table has; what belongs to another holder now is seen there."""
        wanted = {row_id for row_id, stand in said.items() if stand.hash != GONE}
        for tabel in self.sealed():
            wanted -= set(tabel._default_manager.filter(pk__in=list(wanted)).values_list("pk", flat=True))
        for row_id in sorted(wanted):
            yield self._gebrek(None, row_id, "the row is gone, and the log does not say why")

    def has_expired(self) -> bool:
        """Tell whether rows of this log went at the end of their term, so that it no longer knows every row."""
        return bool(self.logboek.bladen._default_manager.filter(regel__isnull=True).exists())

    # --- without a pass: plain columns only ---

    def strays(self) -> Iterator[Gebrek]:
        """Give what hangs on no dossier or casus of the file."""
        houders = self.tabellen.houders._default_manager.values("id")
        for tabel in self._hanging():
            rows = tabel._default_manager.exclude(houder_id__in=houders)
            for row_id in rows.values_list("id", flat=True):
                yield self._gebrek(tabel, row_id, "what it belongs to is not there")

    def certificates(self) -> Iterator[Gebrek]:
        """Give the certificates of which a field was changed."""
        for row in self.tabellen.certificaten._default_manager.order_by("op", "id").values():
            fields: dict[str, Any] = dict(row)
            convenant_id = fields.pop("convenant_id")
            try:
                is_whole = hash_of(certificate_of(fields), convenant_id=convenant_id) == row["hash"]
            except ValueError:
                is_whole = False
            if not is_whole:
                yield self._gebrek(self.tabellen.certificaten, row["id"], "the certificate was changed")

    def waiting_since(self) -> dict[str, Any]:
        """Give by kind the moment since which a bundle waits to leave the file."""
        if self.tabellen.uitgaand is None:
            return {}
        rows = self.tabellen.uitgaand._default_manager.order_by("-op").values_list("soort", "op")
        return dict(rows)


def _unopened(pas: Pass, row: VerzegeldTabel, houder_id: UUID) -> str:
    try:
        pas.open(row, dict, houder_id=houder_id)
    except NotAsLogged:
        return ""  # what differs is said from the log itself
    except (SealBroken, ValidationError):
        return "the sealed row does not open: altered, moved, put back, or under another key"
    return ""


def _unlike(row: VerzegeldTabel, stand: Stand | None, *, has_expired: bool) -> str:
    """Say how a row differs from what the log last said of it; nothing where it does not."""
    if stand is None:
        return "" if has_expired else "the log knows no change that made this row"
    return stand.unlike(row)
