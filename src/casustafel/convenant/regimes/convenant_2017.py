"""The regime of Stcrt. 2017, 41324: the Besluit of 10 July 2017 and the model covenant annexed to it."""

from typing import Final

from casustafel.convenant.regimes.convenant_2017_bijzonder import AVG_GELDIG, BIJZONDERE_GRONDEN
from casustafel.convenant.regimes.convenant_2017_doelen import (
    DOELSTELLINGEN,
    PLANDOELEN,
    TAKEN,
    UITZONDERINGSGRONDEN,
    VERSTREKKINGSDOELEN,
    WERKZAAMHEDEN,
)
from casustafel.convenant.regimes.convenant_2017_doorverstrekking import GEGEVENSSOORTEN, NOODZAKEN
from casustafel.convenant.regimes.convenant_2017_grondslagen import GRONDSLAGEN, KLASSE_REGELS, VANAF_BESLUIT
from casustafel.convenant.regimes.convenant_2017_termijnen import TERMIJNEN
from casustafel.convenant.regimes.convenant_2017_verzoek import AFSCHERMINGSGRONDEN, AFWIJZINGSGRONDEN
from casustafel.convenant.regimes.model import Opvolging, Regime


def _opvolging(*, wbp: str, avg: str, citaat: str) -> Opvolging:
    return Opvolging(wbp=wbp, avg=avg, geldigheid=AVG_GELDIG, citaat=citaat)


OPVOLGINGEN: Final = (
    _opvolging(wbp="Wbp 8", avg="AVG 6", citaat="Convenant 6.c"),
    _opvolging(wbp="Wbp 34", avg="AVG 14", citaat="Convenant 11.2"),
    _opvolging(wbp="Wbp 34a", avg="AVG 33, 34", citaat="Convenant 15.2.g"),
    _opvolging(wbp="Wbp 35", avg="AVG 15", citaat="Convenant 12.3"),
    _opvolging(wbp="Wbp 36", avg="AVG 16-19", citaat="Convenant 12.5"),
    _opvolging(wbp="Wbp 40", avg="AVG 21", citaat="Convenant 12.1"),
    _opvolging(wbp="Wbp 43, onder a-e", avg="UAVG 41, eerste lid, onder a, d, e, h, i", citaat="Convenant 11.3"),
    _opvolging(wbp="melding bij de Autoriteit Persoonsgegevens", avg="AVG 30", citaat="Convenant 4"),
)

CONVENANT_2017: Final = Regime(
    code="convenant-2017",
    titel="Convenant persoonsgerichte aanpak radicalisering en extremisme (2017)",
    bron="Stcrt. 2017, 41324",
    geldigheid=VANAF_BESLUIT,
    grondslagen=GRONDSLAGEN,
    klasse_regels=KLASSE_REGELS,
    bijzondere_gronden=BIJZONDERE_GRONDEN,
    taken=TAKEN,
    werkzaamheden=WERKZAAMHEDEN,
    verstrekkingsdoelen=VERSTREKKINGSDOELEN,
    doelstellingen=DOELSTELLINGEN,
    plandoelen=PLANDOELEN,
    noodzaken=NOODZAKEN,
    gegevenssoorten=GEGEVENSSOORTEN,
    uitzonderingsgronden=UITZONDERINGSGRONDEN,
    afwijzingsgronden=AFWIJZINGSGRONDEN,
    afschermingsgronden=AFSCHERMINGSGRONDEN,
    termijnen=TERMIJNEN,
    bron_wbp_avg=OPVOLGINGEN,
)
