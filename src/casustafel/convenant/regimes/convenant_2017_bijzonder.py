"""Covenant 6, reading *Class*: the exceptions for special categories and criminal data that may apply (AVG 9, 10).

Left out are those that cannot: consent, which is not free towards an authority, and data that no file may hold
(race, religion, political opinions, genetic and biometric data; covenant 8.2).
"""

from datetime import date
from typing import Final

from casustafel.convenant.partij import PARTIJEN, Soort
from casustafel.convenant.regimes.model import Bijzonder, BijzondereGrond, Geldigheid

AVG_GELDIG: Final = Geldigheid(vanaf=date(2018, 5, 25))
_IEDEREEN: Final = frozenset(Soort)


def _grond(
    code: str, *, bijzonder: Bijzonder, titel: str, wet: str, soorten: frozenset[Soort] = _IEDEREEN
) -> BijzondereGrond:
    return BijzondereGrond(
        code=code,
        bijzonder=bijzonder,
        titel=titel,
        soorten=soorten,
        geldigheid=AVG_GELDIG,
        citaat=f"Convenant 6 (lezing); {wet}",
    )


BIJZONDERE_GRONDEN: Final = (
    _grond(
        "uavg-22-2-e",
        bijzonder=Bijzonder.CATEGORIE,
        titel="Nodig voor een rechtsvordering",
        wet="AVG 9, tweede lid, onder f; UAVG 22, tweede lid, onder e",
    ),
    _grond(
        "uavg-23-c",
        bijzonder=Bijzonder.CATEGORIE,
        titel="Nodig als aanvulling op strafrechtelijke gegevens, voor hetzelfde doel",
        wet="AVG 9, tweede lid, onder g; UAVG 23, onder c",
    ),
    _grond(
        "uavg-30-1-a",
        bijzonder=Bijzonder.CATEGORIE,
        titel="Gezondheid: nodig om een wettelijke regeling goed uit te voeren",
        wet="AVG 9, tweede lid, onder b en g; UAVG 30, eerste lid",
        soorten=frozenset({Soort.GEMEENTE}),
    ),
    _grond(
        "uavg-30-2",
        bijzonder=Bijzonder.CATEGORIE,
        titel="Gezondheid: nodig voor de wettelijke taak, of voor begeleiding op school",
        wet="AVG 9, tweede lid, onder g; UAVG 30, tweede lid",
        soorten=frozenset({Soort.RAAD, Soort.RECLASSERING, Soort.EXTERN}),
    ),
    _grond(
        "uavg-30-3-a",
        bijzonder=Bijzonder.CATEGORIE,
        titel="Gezondheid: nodig voor goede behandeling of verzorging",
        wet="AVG 9, tweede lid, onder h; UAVG 30, derde lid",
        soorten=frozenset({Soort.GEMEENTE, Soort.EXTERN}),
    ),
    _grond(
        "uavg-32-d",
        bijzonder=Bijzonder.STRAFRECHTELIJK,
        titel="Nodig voor een rechtsvordering",
        wet="AVG 10; UAVG 32, onder d",
    ),
    _grond(
        "uavg-33-1-a",
        bijzonder=Bijzonder.STRAFRECHTELIJK,
        titel="Verwerkt door een orgaan van het strafrecht, of verkregen op grond van Wpg of Wjsg",
        wet="AVG 10; UAVG 33, eerste lid, onder a",
        soorten=PARTIJEN,
    ),
    _grond(
        "uavg-33-1-b",
        bijzonder=Bijzonder.STRAFRECHTELIJK,
        titel="Nodig voor de taak van een publiekrechtelijk samenwerkingsverband, met waarborgen",
        wet="AVG 10; UAVG 33, eerste lid, onder b",
    ),
)
