"""What differs between the two boards: the file, its doors, the articles. Covenant 7.3, 8.4, 9.1, 10.4."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from casustafel.acts.invoer import OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Naw
from casustafel.bestand.overleg import Overleggen
from casustafel.bestand.pas import Pass
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import CasusFeit, DossierFeit, Wie
from casustafel.convenant.overleg import Bord, OverlegFeit
from casustafel.convenant.rules.toegang import at_table
from casustafel.weegploeg import store as weegploeg

VERWERKING = "overleg voorbereiden en voeren"


class OpOverleg(OpHouder):
    """Which meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kamer:
    """A board with its file."""

    bord: Bord
    bestand: Bestand
    artikelen: tuple[str, ...]
    overleggen: Overleggen[Any, Any, Any]
    punt: Callable[[UUID], DossierFeit | CasusFeit | None]
    names: Callable[[Pass, Collection[UUID]], Mapping[UUID, Naw]]
    is_seated: Callable[[Wie, date], bool]

    def facts(self, ids: Collection[UUID], *, lock: bool) -> dict[UUID, OverlegFeit]:
        """Load the facts on meetings."""
        return self.overleggen.facts(ids, lock=lock)

    def overleg(self, overleg_id: UUID) -> OverlegFeit | None:
        """Load the facts on one meeting, or nothing where there is none."""
        return self.facts([overleg_id], lock=False).get(overleg_id)


def version(_overleg: OverlegFeit) -> int:
    """Give no version: what one may not know of a meeting would count in it. Each rule looks at the state instead."""
    return 0


def _dossier(dossier_id: UUID) -> DossierFeit | None:
    return weegploeg.facts([dossier_id], lock=False).get(dossier_id)


def _casus(casus_id: UUID) -> CasusFeit | None:
    return casusoverleg.facts([casus_id], lock=False).get(casus_id)


def _at_a_table(wie: Wie, day: date) -> bool:
    return any(at_table(wie, casus.kop, day=day) for casus in casusoverleg.active(wie, day=day))


KAMERS = {
    Bord.WEEGPLOEG: Kamer(
        bord=Bord.WEEGPLOEG,
        bestand=Bestand.WEEGPLOEG,
        artikelen=("7.3", "8.4"),
        overleggen=weegploeg.overleggen,
        punt=_dossier,
        names=weegploeg.names,
        is_seated=lambda _wie, _day: True,
    ),
    Bord.CASUSOVERLEG: Kamer(
        bord=Bord.CASUSOVERLEG,
        bestand=Bestand.CASUSOVERLEG,
        artikelen=("9.1", "10.4"),
        overleggen=casusoverleg.overleggen,
        punt=_casus,
        names=casusoverleg.names,
        is_seated=_at_a_table,
    ),
}
