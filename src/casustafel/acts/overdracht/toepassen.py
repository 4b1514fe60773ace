"""Change the pieces of one file as a decision on a request says: improve, add to, remove. Covenant 12.5, 12.6.

The same in both files and in the archive. What is improved keeps what stood there, as any correction does; of what is
removed nothing stays but that it was removed, and on which request.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from casustafel.acts.betrokkene.velden import texts_in
from casustafel.bestand.inhoud import Naw, Uitvoering, Was, Wijzigingsregel
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stukken
from casustafel.convenant.stuk import AnalyseStaat, CasusStuk, DossierStuk, Herkomst
from casustafel.convenant.wijziging import GEKOPIEERD, RUST_OP, Wijzigingsoort

WORDS: Final = {
    Wijzigingsoort.VERBETEREN: "Verbeterd op verzoek {nummer}.",
    Wijzigingsoort.AANVULLEN: "Aangevuld op verzoek {nummer}.",
    Wijzigingsoort.VERWIJDEREN: "Verwijderd op verzoek {nummer}.",
}
"""Why a file changed; it stands in the file, so it is in the language of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kamer:
    """What this needs of the file that a piece is in, or came from: its table, its kinds, how it notes a correction."""

    herkomst: Herkomst
    stukken: Stukken[Any]
    kinds: Mapping[Any, type]
    correctie: type
    rows: Callable[[], Collection[Any]]
    note: Callable[[object, UUID | None], None]


def reden(soort: str, nummer: str) -> str:
    """Say why a piece changed."""
    return WORDS[Wijzigingsoort(soort)].format(nummer=nummer)


def text_after(regel: Wijzigingsregel, was: str) -> str:
    """Give the text as it becomes: the new one, or the old one with what was added under it."""
    if regel.soort == Wijzigingsoort.VERBETEREN:
        return regel.tekst
    return f"{was}\n\n{regel.tekst}".strip()


def naw_after(bundel: Uitvoering, was: Naw) -> Naw:
    """Give the name and address as they become."""
    for regel in bundel.wijzigingen:
        if regel.stuk_id == bundel.dossier_id:
            was = replace(was, **{regel.veld: text_after(regel, getattr(was, regel.veld))})
    return was


def note_naw(kamer: Kamer, bundel: Uitvoering, was: Naw) -> None:
    """Keep the name and address that stood there, with the request on which they changed."""
    kamer.note(kamer.correctie(reden=reden(Wijzigingsoort.VERBETEREN, bundel.nummer), naw=was), None)


def apply(pas: Pass, kamer: Kamer, bundel: Uitvoering) -> frozenset[str]:
    """Make every change in what this file has of it; gives the kinds of pieces that changed or went."""
    touched: set[str] = set()
    for regel in bundel.wijzigingen:
        found = [row for row in kamer.rows() if _is_meant(row, regel.stuk_id, kamer.herkomst)]
        if regel.soort == Wijzigingsoort.VERWIJDEREN:
            touched |= _remove(pas, kamer, regel, found, nummer=bundel.nummer)
            continue
        for row in found:
            if _mend(pas, kamer, regel, row, nummer=bundel.nummer):
                touched.add(row.soort)
    return frozenset(touched)


def _is_meant(row: Any, stuk_id: UUID, herkomst: Herkomst) -> bool:
    """Tell whether a piece is the one that is meant, or a copy of it. Covenant 8.5."""
    is_copy = herkomst is Herkomst.CASUSOVERLEG and row.soort in GEKOPIEERD and row.bij_id == stuk_id
    return row.id == stuk_id or is_copy


def _mend(pas: Pass, kamer: Kamer, regel: Wijzigingsregel, row: Any, *, nummer: str) -> bool:
    if regel.veld not in texts_in(kamer.herkomst, row.soort):
        return False
    inhoud: Any = pas.open(row, kamer.kinds[row.soort], houder_id=row.houder_id)
    was = getattr(inhoud, regel.veld)
    kamer.note(kamer.correctie(reden=reden(regel.soort, nummer), **_before(row, inhoud, kamer, regel.veld)), row.id)
    now = replace(inhoud, **{regel.veld: text_after(regel, was)})
    kamer.stukken.replace(pas, now, id=row.id, staat=row.staat, op=row.op)
    return True


def _before(row: Any, inhoud: Any, kamer: Kamer, veld: str) -> dict[str, Any]:
    """Give what a correction keeps: of a signaal the whole of it, of another piece the text with its mark."""
    if row.soort == DossierStuk.SIGNAAL:
        return {"signaal": inhoud}
    was = {"was": (Was(veld=veld, tekst=getattr(inhoud, veld)),)}
    merk = getattr(inhoud, "merk", None)
    return {**was, "merk": merk} if kamer.herkomst is Herkomst.CASUSOVERLEG else was


# --- what is removed ---


def _remove(pas: Pass, kamer: Kamer, regel: Wijzigingsregel, found: Collection[Any], *, nummer: str) -> set[str]:
    """Take pieces out with all that stands beside them, and let go of them what rests on them."""
    if not found:
        return set()
    rows = {row.id: row for row in kamer.rows()}
    gone = {row.id for row in found}
    refs = gone | {regel.stuk_id}
    touched = {row.soort for row in found}
    for row, left in _resting(pas, kamer, rows, gone=gone, refs=refs):
        touched.add(row.soort)
        if left is None:
            gone.add(row.id)
        else:
            staat = AnalyseStaat.TE_HERZIEN.value if row.soort == CasusStuk.ANALYSE else row.staat
            kamer.stukken.replace(pas, left, id=row.id, staat=staat, op=row.op)
    kamer.stukken.remove(pas, sorted(_with_beside(rows, gone)))
    for row in found:
        kamer.note(kamer.correctie(reden=reden(regel.soort, nummer)), row.id)
    return touched


def _resting(
    pas: Pass, kamer: Kamer, rows: Mapping[UUID, Any], *, gone: Collection[UUID], refs: Collection[UUID]
) -> Iterator[tuple[Any, Any]]:
    """Give what rests on a removed piece, with its content without that; nothing where it goes too.

    Reading: what rests on nothing else goes, and so does what was replaced; of the rest an analysis at the table is for
    its author alone until it is revised, as its text may still speak of what was removed.
    """
    for row in rows.values():
        if row.soort not in RUST_OP or row.id in gone:
            continue
        inhoud: Any = pas.open(row, kamer.kinds[row.soort], houder_id=row.houder_id)
        left = tuple(one for one in inhoud.signalen if one not in refs)
        if left == inhoud.signalen:
            continue
        goes = not left or row.staat == AnalyseStaat.VERVANGEN
        yield row, None if goes else replace(inhoud, signalen=left)


def _with_beside(rows: Mapping[UUID, Any], gone: Collection[UUID]) -> set[UUID]:
    """Add what stands beside a removed piece: what corrections kept of it, an own decision on it."""
    whole = set(gone)
    while more := {row.id for row in rows.values() if row.bij_id in whole} - whole:
        whole |= more
    return whole
