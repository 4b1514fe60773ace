"""What the product shows of itself for the subjects of the security plan: counts, days, algorithms. Cov. 15.2.

No act: `open-beveiliging` and the export of the evidence give it, each gated and logged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from casustafel.acts.edge import LOCAL
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import ACTS
from casustafel.convenant.beveiliging import Beveiligingspunt
from casustafel.convenant.feit import Wie
from casustafel.convenant.termijn import add_years
from casustafel.kluis.store import log_signer
from casustafel.register.store import autorisatie
from casustafel.toezicht import store

SEAL: Final = "AES-256-GCM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """One fact: which, by a code that the screens put into words, and its value."""

    wat: str
    waarde: str


def evidence_of(wie: Wie, *, day: date) -> Mapping[Beveiligingspunt, tuple[Bewijs, ...]]:
    """Give the facts by subject: of the physical measures the product knows none; steps are those of the last year."""
    people = autorisatie.counted(wie.convenant.id, since=add_years(day, years=-1), day=day)
    staten, _oordelen, ap = store.counted(wie, day=day)
    changes = sum(act.is_change for act in ACTS.values())
    return {
        Beveiligingspunt.LEZEN_SCHRIJVEN: _facts(lezen=len(ACTS) - changes, schrijven=changes),
        Beveiligingspunt.AUTORISEREN: _facts(
            geldig=people["geldig"], verleend=people["verleend"], ingetrokken=people["ingetrokken"]
        ),
        Beveiligingspunt.TOEGANG: _facts(
            mensen=people["mensen"], tweede_factor=people["tweede-factor"], verzegeling=SEAL
        ),
        Beveiligingspunt.LOGGEN: tuple(_logs(wie)),
        Beveiligingspunt.CONTROLE_BEVOEGDHEDEN: _facts(bevestigd=people["bevestigd"]),
        Beveiligingspunt.INCIDENTEN: _facts(
            lopend=sum(staten.values()) - staten["afgesloten"],
            afgesloten=staten["afgesloten"],
            te_laat_gemeld=ap["te-laat-gemeld"],
        ),
    }


def _facts(**found: int | str) -> tuple[Bewijs, ...]:
    return tuple(Bewijs(wat=wat.replace("_", "-"), waarde=str(waarde)) for wat, waarde in found.items())


def _logs(wie: Wie) -> list[Bewijs]:
    """Give how many rows of each log are sealed, and since when."""
    found = []
    for logboek in LOGBOEKEN.values():
        stand = logboek.stand(wie.convenant.id, signer=log_signer())
        waarde = f"{stand.grootte} ({stand.op.astimezone(LOCAL):%d-%m-%Y %H:%M})" if stand else "0"
        found.append(Bewijs(wat=f"log-{logboek.naam}", waarde=waarde))
    return found
