"""Covenant 6 and Besluit 1: the grounds of `convenant-2017`, and who may receive data of which class."""

from datetime import date
from itertools import product
from typing import Final

from casustafel.convenant.partij import Ambt, Ontvanger, Soort
from casustafel.convenant.regimes.model import Geldigheid, Grondslag, Klasse, KlasseRegel, Vereiste

VANAF_BESLUIT: Final = Geldigheid(vanaf=date(2017, 7, 21))
"""The days of the covenant's own grounds: from the day on which the Besluit is in force."""

BESLUIT_GELDIG: Final = Geldigheid(vanaf=date(2017, 7, 21), tot=None)
"""Besluit B3: in force the day after the Staatscourant of 20 July 2017, until the Bpg provides for this provision.

`tot` is the day on which the Bpg does; it is not known yet. Set it, and every provision under the Besluit ends there.
"""

_ONDERZOEK: Final = frozenset({Klasse.WPG_9, Klasse.WPG_10A, Klasse.WPG_10C})
_DAGELIJKS: Final = frozenset({Klasse.WPG_8, Klasse.WPG_13})
_IEDEREEN: Final[frozenset[Ontvanger]] = frozenset(Soort)

_B2: Final = frozenset(
    {
        Vereiste.OPSPORINGSBELANG_DOOR,
        Vereiste.OPSPORINGSBELANG_OP,
        Vereiste.BEVOEGD_FUNCTIONARIS,
        Vereiste.BEVOEGD_FUNCTIONARIS_FUNCTIE,
        Vereiste.BEVOEGD_FUNCTIONARIS_EENHEID,
        Vereiste.BEVOEGD_FUNCTIONARIS_OP,
        Vereiste.BEVOEGD_FUNCTIONARIS_OORDEEL,
        Vereiste.OM_GERAADPLEEGD,
        Vereiste.OM_GERAADPLEEGD_OP,
    }
)
_POLITIE: Final = frozenset({Vereiste.DOEL, Vereiste.BELANG, Vereiste.OMSCHRIJVING, Vereiste.KLASSE})

GRONDSLAGEN: Final = (
    Grondslag(
        code="wpg-18-2",
        soort=Soort.POLITIE,
        titel="Met toestemming van de minister, aan het college",
        artikel_wet="Wpg 18, tweede lid jo. het Besluit",
        artikel_avg=None,
        geldigheid=BESLUIT_GELDIG,
        klassen=_ONDERZOEK,
        ontvangers=frozenset({Soort.GEMEENTE}),
        verlangt=_POLITIE | _B2 | {Vereiste.HERKOMST, Vereiste.WIJZE},
        citaat="Besluit B1.2, B2; Convenant 6.b",
    ),
    Grondslag(
        code="wpg-20",
        soort=Soort.POLITIE,
        titel="Voor samenwerking, aan de gemeente",
        artikel_wet="Wpg 20",
        artikel_avg=None,
        geldigheid=VANAF_BESLUIT,
        klassen=_DAGELIJKS,
        ontvangers=frozenset({Soort.GEMEENTE}),
        verlangt=_POLITIE,
        citaat="Besluit B1.2 (overwegingen); Convenant 6.b",
    ),
    Grondslag(
        code="wpg-16",
        soort=Soort.POLITIE,
        titel="Voor gezag of een wettelijke taak, aan OM of burgemeester",
        artikel_wet="Wpg 16",
        artikel_avg=None,
        geldigheid=VANAF_BESLUIT,
        klassen=_ONDERZOEK | _DAGELIJKS,
        ontvangers=frozenset({Soort.OM, Ambt.BURGEMEESTER}),
        verlangt=frozenset({Vereiste.DOEL, Vereiste.KLASSE}),
        citaat="Besluit B1.2 (overwegingen)",
    ),
    Grondslag(
        code="wjsg-39f",
        soort=Soort.OM,
        titel="Strafvorderlijke gegevens om een zwaarwegend algemeen belang",
        artikel_wet="Wjsg 39f, eerste lid",
        artikel_avg=None,
        geldigheid=VANAF_BESLUIT,
        klassen=frozenset({Klasse.WJSG_39F}),
        ontvangers=frozenset({Soort.POLITIE, Soort.GEMEENTE}),
        verlangt=frozenset({Vereiste.DOEL, Vereiste.BELANG, Vereiste.KLASSE, Vereiste.DERDEN_GETOETST}),
        citaat="Convenant 6.a",
    ),
    Grondslag(
        code="publieke-taak-gemeente",
        soort=Soort.GEMEENTE,
        titel="Publieke taak van de gemeente",
        artikel_wet="Wbp 8, aanhef en onder e",
        artikel_avg="AVG 6, eerste lid, onder e",
        geldigheid=VANAF_BESLUIT,
        klassen=frozenset(),
        ontvangers=_IEDEREEN,
        verlangt=frozenset({Vereiste.TAAK}),
        citaat="Convenant 6.c, 2.a",
    ),
    Grondslag(
        code="publieke-taak-raad",
        soort=Soort.RAAD,
        titel="Publieke taak van de Raad voor de Kinderbescherming",
        artikel_wet="Wbp 8, aanhef en onder e",
        artikel_avg="AVG 6, eerste lid, onder e",
        geldigheid=VANAF_BESLUIT,
        klassen=frozenset(),
        ontvangers=_IEDEREEN,
        verlangt=frozenset({Vereiste.TAAK}),
        citaat="Convenant 6.d, 2.d",
    ),
    Grondslag(
        code="reclasseringsregeling-8",
        soort=Soort.RECLASSERING,
        titel="Werk van de reclassering",
        artikel_wet="Reclasseringsregeling 1995, 8 jo. Wbp 8, aanhef en onder c",
        artikel_avg="AVG 6, eerste lid, onder c",
        geldigheid=VANAF_BESLUIT,
        klassen=frozenset(),
        ontvangers=_IEDEREEN,
        verlangt=frozenset({Vereiste.WERKZAAMHEID, Vereiste.LANDELIJK_TEAM}),
        citaat="Convenant 6.e, 2.e",
    ),
    Grondslag(
        code="eigen-bepaling",
        soort=Soort.EXTERN,
        titel="Eigen wettelijke bepaling van de partner",
        artikel_wet="de bepaling die de partner zelf noemt",
        artikel_avg=None,
        geldigheid=VANAF_BESLUIT,
        klassen=frozenset(),
        ontvangers=_IEDEREEN,
        verlangt=frozenset({Vereiste.BEPALING}),
        citaat="Convenant 9.2, 6 (lezing)",
    ),
)


_DOELEN: Final = frozenset({"a", "b", "c"})
_EIGEN_WOORDEN: Final[frozenset[str]] = frozenset()


def _cells(  # a line of the matrix is class, recipient, purpose, ground and days
    *,
    klassen: frozenset[Klasse],
    ontvangers: tuple[Ontvanger, ...],
    grondslag: str,
    citaat: str,
    doelen: frozenset[str] = _DOELEN,
    geldigheid: Geldigheid = VANAF_BESLUIT,
) -> tuple[KlasseRegel, ...]:
    """Write out one line of the matrix; class and recipient stay in the order of their enum."""
    return tuple(
        KlasseRegel(klasse=k, ontvanger=o, doelen=doelen, grondslag=grondslag, citaat=citaat, geldigheid=geldigheid)
        for k, o in product(sorted(klassen), ontvangers)
    )


# Casuspartijen and partners have no cell: they receive classed data only on a recorded own decision of police or OM.
# The burgemeester has none for Wpg 9 and 10: the reading at 6 names only 8 and 13.
KLASSE_REGELS: Final = (
    *_cells(
        klassen=_ONDERZOEK | _DAGELIJKS,
        ontvangers=(Soort.POLITIE,),
        grondslag="eigen gegevens",
        citaat="Convenant 6.b (lezing)",
    ),
    *_cells(
        klassen=_ONDERZOEK,
        ontvangers=(Soort.GEMEENTE,),
        grondslag="Wpg 18, tweede lid jo. het Besluit",
        citaat="Besluit B1.2",
        geldigheid=BESLUIT_GELDIG,
    ),
    *_cells(
        klassen=_DAGELIJKS,
        ontvangers=(Soort.GEMEENTE,),
        grondslag="Wpg 20",
        citaat="Besluit B1.2 (overwegingen); Convenant 6.b",
    ),
    *_cells(
        klassen=_ONDERZOEK | _DAGELIJKS,
        ontvangers=(Soort.OM,),
        grondslag="Wpg 16",
        citaat="Besluit B1.2 (overwegingen)",
    ),
    *_cells(
        klassen=_DAGELIJKS,
        ontvangers=(Ambt.BURGEMEESTER,),
        grondslag="Wpg 16",
        citaat="Besluit B1.2 (overwegingen)",
    ),
    *_cells(
        klassen=frozenset({Klasse.WJSG_39F}),
        ontvangers=(Soort.OM,),
        grondslag="eigen gegevens",
        citaat="Convenant 6.a (lezing)",
        doelen=_EIGEN_WOORDEN,
    ),
    *_cells(
        klassen=frozenset({Klasse.WJSG_39F}),
        ontvangers=(Soort.POLITIE, Soort.GEMEENTE),
        grondslag="Wjsg 39f, eerste lid",
        citaat="Convenant 6.a",
        doelen=_EIGEN_WOORDEN,
    ),
)
