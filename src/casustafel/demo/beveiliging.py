"""The invented security plan: some subjects recorded and reviewed, one that does not meet what is asked. Cov. 15.2."""

from typing import Final

from casustafel.acts.gate import do, enter
from casustafel.acts.toezicht.beveiliging import ReviewPunt, WritePunt, review_punt, write_punt
from casustafel.convenant.beveiliging import Beveiligingspunt, Puntoordeel, Puntstaat
from casustafel.demo.table import Table

SAID: Final = {
    Beveiligingspunt.FYSIEK: (
        Puntstaat.INGEVOERD,
        "De vergaderzaal gaat op slot. Prints gaan na het overleg in de afgesloten papierbak (bedacht).",
        Puntoordeel.VOLDOET_NIET,
        "Op 2 van de 5 dagen stond de zaal open (bedacht).",
    ),
    Beveiligingspunt.LEZEN_SCHRIJVEN: (
        Puntstaat.INGEVOERD,
        "Elke partij leest en schrijft wat het convenant toestaat; de regels staan in het systeem (bedacht).",
        Puntoordeel.VOLDOET,
        "Van tien rollen nagelopen wat zij zien (bedacht).",
    ),
    Beveiligingspunt.TOEGANG: (
        Puntstaat.DEELS,
        "Iedereen logt in met een tweede factor. Laptops van partners worden nog nagekeken (bedacht).",
        None,
        "",
    ),
}


def load(table: Table) -> None:
    """Let the uitvoerder record measures some weeks ago, and the toezichthouder review them."""
    for punt, (staat, maatregelen, oordeel, bevinding) in SAID.items():
        edge = table.edge(60)
        written = WritePunt(punt=punt, staat=staat, maatregelen=maatregelen)
        do(write_punt, wie=enter(table.people["ulla"], edge=edge), invoer=written, edge=edge)
        if oordeel is not None:
            later = table.edge(30)
            reviewed = ReviewPunt(punt=punt, oordeel=oordeel, bevinding=bevinding)
            do(review_punt, wie=enter(table.people["fatma"], edge=later), invoer=reviewed, edge=later)
