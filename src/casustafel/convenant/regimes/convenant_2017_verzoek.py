"""Why what is asked is not done, beside the five grounds of 11.3, and why data is shielded. Cov. 12.5; AVG 18, 21.

Reading: 11.3 says when access may be refused. Whether data is wrong, or an objection holds, is another question: who
says that it is not, names the provision and says why.
"""

from typing import Final

from casustafel.convenant.regimes.convenant_2017_bijzonder import AVG_GELDIG
from casustafel.convenant.regimes.model import Afschermingsgrond, Afwijzingsgrond

AFWIJZINGSGRONDEN: Final = (
    Afwijzingsgrond(
        code="12.5",
        soort="correctie",
        titel="De gegevens kloppen, zijn volledig, nodig en rechtmatig",
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.5; AVG 16 en 17",
    ),
    Afwijzingsgrond(
        code="avg-21-1",
        soort="verzet",
        titel="Dwingende redenen wegen zwaarder dan de belangen van de betrokkene",
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.1 (lezing); AVG 21, eerste lid",
    ),
    Afwijzingsgrond(
        code="avg-18-1",
        soort="beperking",
        titel="Geen van de redenen voor beperking is er",
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.1 (lezing); AVG 18, eerste lid",
    ),
)

AFSCHERMINGSGRONDEN: Final = (
    Afschermingsgrond(
        code="avg-18-1-a",
        verzoeksoorten=("correctie", "beperking"),
        titel="De betrokkene betwist dat de gegevens juist zijn",
        loopt_tot_besluit=True,
        blijft_na_termijn=False,
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.5 en 12.6 (lezing); AVG 18, eerste lid, onder a",
    ),
    Afschermingsgrond(
        code="avg-18-1-b",
        verzoeksoorten=("beperking",),
        titel="De verwerking is onrechtmatig, en de betrokkene wil geen vernietiging",
        loopt_tot_besluit=False,
        blijft_na_termijn=True,
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.5 en 13.1 (lezing); AVG 18, eerste lid, onder b",
    ),
    Afschermingsgrond(
        code="avg-18-1-c",
        verzoeksoorten=("beperking",),
        titel="De betrokkene heeft de gegevens nodig voor een rechtsvordering",
        loopt_tot_besluit=False,
        blijft_na_termijn=True,
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.5 en 13.1 (lezing); AVG 18, eerste lid, onder c",
    ),
    Afschermingsgrond(
        code="avg-18-1-d",
        verzoeksoorten=("verzet", "beperking"),
        titel="De betrokkene heeft bezwaar gemaakt, en daarover is nog niet beslist",
        loopt_tot_besluit=True,
        blijft_na_termijn=False,
        geldigheid=AVG_GELDIG,
        citaat="Convenant 12.1, 12.5 en 12.6 (lezing); AVG 18, eerste lid, onder d, en 21, eerste lid",
    ),
)
