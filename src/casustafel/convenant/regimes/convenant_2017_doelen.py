"""Besluit 1 and covenant 2, 3, 6.e, 11.3: the tasks, purposes, aims and exception grounds of `convenant-2017`."""

from typing import Final

from casustafel.convenant.partij import Soort
from casustafel.convenant.regimes.model import (
    Doelstelling,
    PlanDoel,
    Taak,
    Uitzonderingsgrond,
    VerstrekkingsDoel,
    Werkzaamheid,
)

_GEMEENTE: Final = "Convenant 2.a"
_RAAD: Final = "Convenant 2.d; BW 1:238, tweede lid"

TAKEN: Final = (
    Taak(
        code="openbare-orde",
        soort=Soort.GEMEENTE,
        titel="Openbare orde handhaven",
        citaat="Convenant 2.a; Gemeentewet 172",
    ),
    Taak(code="jeugdzorg", soort=Soort.GEMEENTE, titel="Jeugdzorg", citaat=_GEMEENTE),
    Taak(code="werk-en-inkomen", soort=Soort.GEMEENTE, titel="Werk en inkomen", citaat=_GEMEENTE),
    Taak(code="scholing", soort=Soort.GEMEENTE, titel="Scholing", citaat=_GEMEENTE),
    Taak(code="uitkeringen", soort=Soort.GEMEENTE, titel="Uitkeringen", citaat=_GEMEENTE),
    Taak(code="schuldsanering", soort=Soort.GEMEENTE, titel="Schuldsanering", citaat=_GEMEENTE),
    Taak(
        code="politietaak",
        soort=Soort.POLITIE,
        titel="Rechtsorde handhaven en hulp verlenen",
        citaat="Convenant 2.b; Politiewet 3",
    ),
    Taak(
        code="strafrechtelijke-handhaving",
        soort=Soort.OM,
        titel="Rechtsorde handhaven met het strafrecht",
        citaat="Convenant 2.c; Wet RO 124",
    ),
    Taak(
        code="minderjarigen-beschermen",
        soort=Soort.RAAD,
        titel="Minderjarigen beschermen tegen ernstige bedreigingen",
        citaat=_RAAD,
    ),
    Taak(
        code="voor-minderjarigen-optreden",
        soort=Soort.RAAD,
        titel="Optreden voor minderjarigen",
        citaat=_RAAD,
    ),
    Taak(
        code="adviseren",
        soort=Soort.RAAD,
        titel="Advies geven aan autoriteiten en instellingen",
        citaat=_RAAD,
    ),
    Taak(
        code="reclassering",
        soort=Soort.RECLASSERING,
        titel="Risico's beheersen en gedrag helpen veranderen",
        citaat="Convenant 2.e; Reclasseringsregeling 1995",
    ),
)

WERKZAAMHEDEN: Final = (
    Werkzaamheid(
        code="i",
        titel="Toezicht op en begeleiding van verdachten en veroordeelden",
        citaat="Convenant 6.e.i",
    ),
    Werkzaamheid(code="ii", titel="Voorlichting en advies aan justitie", citaat="Convenant 6.e.ii"),
    Werkzaamheid(code="iii", titel="Taakstraffen voorbereiden en begeleiden", citaat="Convenant 6.e.iii"),
)

VERSTREKKINGSDOELEN: Final = (
    VerstrekkingsDoel(
        code="a", titel="Risico's voor de samenleving verkleinen", doelstelling="i", citaat="Besluit B1.1.a"
    ),
    VerstrekkingsDoel(code="b", titel="Zorg bieden aan betrokken subjecten", doelstelling="i", citaat="Besluit B1.1.b"),
    VerstrekkingsDoel(
        code="c",
        titel="Risico's voor de ontwikkeling van minderjarigen verkleinen",
        doelstelling="ii",
        citaat="Besluit B1.1.c",
    ),
)

DOELSTELLINGEN: Final = (
    Doelstelling(
        code="i",
        titel="Risico's voor de samenleving verkleinen en zorg bieden aan subjecten",
        citaat="Convenant 3.i",
    ),
    Doelstelling(
        code="ii",
        titel="Risico's voor de ontwikkeling van minderjarigen verkleinen",
        citaat="Convenant 3.ii",
    ),
)

PLANDOELEN: Final = (
    PlanDoel(code="a", titel="Deradicalisering bevorderen", citaat="Convenant 3.a"),
    PlanDoel(code="b", titel="Gedragsverandering stimuleren", citaat="Convenant 3.b"),
    PlanDoel(code="c", titel="Veiligheidsrisico's beperken", citaat="Convenant 3.c"),
    PlanDoel(code="d", titel="Uitreis voorkomen", citaat="Convenant 3.d"),
    PlanDoel(code="e", titel="Zorg bieden aan subjecten", citaat="Convenant 3.e"),
    PlanDoel(code="f", titel="Achterblijvers helpen, als zij dat willen", citaat="Convenant 3.f"),
)

UITZONDERINGSGRONDEN: Final = (
    Uitzonderingsgrond(
        code="a",
        titel="Veiligheid van de Staat",
        artikel_wbp="Wbp 43, onder a",
        artikel_uavg="UAVG 41, eerste lid, onder a",
        citaat="Convenant 11.3.a",
    ),
    Uitzonderingsgrond(
        code="b",
        titel="Strafbare feiten voorkomen, opsporen en vervolgen",
        artikel_wbp="Wbp 43, onder b",
        artikel_uavg="UAVG 41, eerste lid, onder d",
        citaat="Convenant 11.3.b",
    ),
    Uitzonderingsgrond(
        code="c",
        titel="Grote economische en financiële belangen van de overheid",
        artikel_wbp="Wbp 43, onder c",
        artikel_uavg="UAVG 41, eerste lid, onder e",
        citaat="Convenant 11.3.c",
    ),
    Uitzonderingsgrond(
        code="d",
        titel="Toezicht op regels voor de belangen onder b en c",
        artikel_wbp="Wbp 43, onder d",
        artikel_uavg="UAVG 41, eerste lid, onder h",
        citaat="Convenant 11.3.d",
    ),
    Uitzonderingsgrond(
        code="e",
        titel="Bescherming van de betrokkene of van de rechten van anderen",
        artikel_wbp="Wbp 43, onder e",
        artikel_uavg="UAVG 41, eerste lid, onder i",
        citaat="Convenant 11.3.e",
    ),
)
