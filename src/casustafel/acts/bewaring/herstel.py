"""After a backup was put back: keys from the reserve, and the acts that destroy again what was destroyed. Cov. 13.1."""

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from django.db import DatabaseError

from casustafel.acts.bewaring.due import installatie, systemen
from casustafel.acts.bewaring.reserve import records
from casustafel.acts.bewaring.vernietiging import ACTIVITY, STAPPEN, FinishVernietiging, Stappen
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, PlainAct, Refused, perform, perform_on, register_act
from casustafel.acts.invoer import Niets
from casustafel.bestand.backup import CopyBroken, check_copy, engine, path_of
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.bewaring import BewaarFeit, Wijze, retention_of
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.herstel import may_end_sessies, may_repeat_vernietiging
from casustafel.convenant.verdict import Verdict
from casustafel.kluis import store as kluis
from casustafel.register.store import bewaring as register
from casustafel.seal.envelope import SealBroken
from casustafel.seal.keys import KeyMissing
from casustafel.seal.reserve import SUFFIX, ReserveMissing

__all__ = ["end_sessies", "fill_vault", "journal_path", "keyless", "readable_reserves", "repeat_destruction"]

journal_path = kluis.journal_path


def _may_repeat(wie: Wie, feit: BewaarFeit, _invoer: FinishVernietiging, edge: Edge) -> Verdict:
    return may_repeat_vernietiging(wie, feit, has_key=False, day=edge.day)


def _is_keyless(pas: Pass, feit: BewaarFeit, _invoer: FinishVernietiging) -> Verdict:
    has_key = pas.sleutels.log_id(feit.id) is not None
    return may_repeat_vernietiging(pas.wie, feit, has_key=has_key, day=pas.day)


def _version(_feit: BewaarFeit) -> int:
    return 0


def _repeat(stappen: Stappen, pas: Pass, feit: BewaarFeit, invoer: FinishVernietiging) -> None:
    artikel = retention_of(feit, pas.wie.convenant, day=pas.day).artikel
    stappen.tabellen.begin(pas, feit.id)
    stappen.tabellen.finish(
        pas, feit.id, soort=feit.soort, wijze=Wijze.VERNIETIGD, artikel=artikel, tijdperk=invoer.tijdperk
    )


def _act(stappen: Stappen) -> HolderAct[FinishVernietiging, BewaarFeit, None]:
    return register_act(
        HolderAct(
            code=f"repeat-vernietiging-{stappen.bestand.value}",
            articles=("13.1", "13.3"),
            bestand=stappen.bestand,
            verwerking=ACTIVITY,
            gevolg=Gevolg.CHANGED,
            invoer=FinishVernietiging,
            facts=stappen.facts,
            rule=_may_repeat,
            run=partial(_repeat, stappen),
            version=_version,
            toets=_is_keyless,
        )
    )


HERHALINGEN = {bestand: _act(stappen) for bestand, stappen in STAPPEN.items()}
"""The act of each file that takes out again what a backup brought back."""


def _may_end(wie: Wie, _invoer: Niets, _edge: Edge) -> Verdict:
    return may_end_sessies(wie)


def _end(_pas: Pass, _invoer: Niets) -> int:
    return register.end_sessions()


end_sessies_act = register_act(
    PlainAct(
        code="end-sessies",
        articles=("15.2.d",),
        bestand=Bestand.REGISTER,
        verwerking="aanmelden",
        gevolg=Gevolg.CHANGED,
        invoer=Niets,
        rule=_may_end,
        run=_end,
    )
)


def end_sessies(*, edge: Edge) -> int:
    """End every session and token of the installation."""
    return perform(end_sessies_act, wie=installatie(), invoer=Niets(), edge=edge)


def repeat_destruction(*, edge: Edge) -> int:
    """Destroy again whatever the journal has as destroyed: keys, their epoch, then rows; tells of how many holders."""
    noted = kluis.destroyed_ids()
    for bestand, ids in noted.items():
        if ids:
            kluis.destroy(bestand, ids)
    tijdperk = kluis.end_epochs(op=edge.day)
    wie = {one.convenant.id: one for one in systemen(day=edge.day)}
    gone = 0
    for bestand, act in HERHALINGEN.items():
        for feit in STAPPEN[bestand].facts(noted[bestand], lock=False).values():
            invoer = FinishVernietiging(houder_id=feit.id, tijdperk=tijdperk)
            with suppress(Refused):  # a run that was broken off did it
                perform_on(act, wie=wie[feit.convenant_id], invoer=invoer, edge=edge)
                gone += 1
    return gone


# --- the vault ---


def vault_is_there() -> bool:
    """Tell whether the vault can be worked with: it is there, whole, and has its table."""
    path = path_of(Bestand.KLUIS)
    try:
        if engine() == "sqlite" and path.is_absolute():
            if not path.exists():
                return False
            check_copy(path, is_at_work=True)
        kluis.all_names()
    except (CopyBroken, DatabaseError):
        return False
    return True


def readable_reserves(folder: Path | None) -> list[Path]:
    """Give the reserves whose backup key is there: the living one, then that of a backup."""
    found: list[Path] = []
    with suppress(ReserveMissing):
        number = kluis.reserve().latest()
        found += [kluis.reserve().path(number)] if number else []
    if folder is not None:
        found += sorted(folder.glob(f"*{SUFFIX}"))
    return [path for path in found if _opens(path)]


def _opens(path: Path) -> bool:
    try:
        return kluis.reserve().opens(path)
    except (SealBroken, KeyMissing, OSError):
        return False


def fill_vault(reserves: Iterable[Path]) -> int:
    """Put into the vault what it lacks and a reserve has; tells how many keys."""
    return sum(kluis.fill_from(path) for path in reserves)


def keyless() -> list[str]:
    """Give the names of the keys that no vault and no reserve had, of dossiers that have rows."""
    return sorted(records() - kluis.all_names())
