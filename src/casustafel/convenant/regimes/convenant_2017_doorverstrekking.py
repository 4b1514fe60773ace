"""Covenant 10.5: for which need and which kinds of data may be disclosed beyond the plan, under `convenant-2017`.

Reading: the covenant asks for necessity and kind of data and lists neither. These lists are ours. A party that is not
at the table sees the code of the need and the kind only, so both are general: they say nothing of a subject.
"""

from typing import Final

from casustafel.convenant.regimes.convenant_2017_grondslagen import VANAF_BESLUIT
from casustafel.convenant.regimes.model import Gegevenssoort, Noodzaak

_NOODZAAK: Final = "Convenant 10.5.i (lezing)"
_SOORT: Final = "Convenant 10.5.iii (lezing); Convenant 10.2"


def _noodzaak(code: str, titel: str) -> Noodzaak:
    return Noodzaak(code=code, titel=titel, geldigheid=VANAF_BESLUIT, citaat=_NOODZAAK)


def _soort(code: str, titel: str) -> Gegevenssoort:
    return Gegevenssoort(code=code, titel=titel, geldigheid=VANAF_BESLUIT, citaat=_SOORT)


NOODZAKEN: Final = (
    _noodzaak("maatregel-uitvoeren", "De eigen maatregel in het plan uitvoeren"),
    _noodzaak("maatregel-afstemmen", "De eigen maatregel afstemmen op die van anderen"),
    _noodzaak("contact-leggen", "Contact leggen met de persoon of met het gezin"),
    _noodzaak("veiligheid-medewerkers", "De veiligheid van eigen medewerkers beschermen"),
    _noodzaak("veiligheid-anderen", "De veiligheid van anderen beschermen, zoals leerlingen of bewoners"),
    _noodzaak("hulp-bieden", "Passende hulp of zorg bieden"),
    _noodzaak("ontwikkeling-minderjarige", "De ontwikkeling van een minderjarige beschermen"),
)

GEGEVENSSOORTEN: Final = (
    _soort("naw", "Naam, adres en woonplaats van het subject"),
    _soort("signaal", "Een signaal"),
    _soort("bijdrage", "Een bijdrage van een deelnemer"),
    _soort("analyse", "Een deel van de analyse"),
    _soort("achterblijver", "Gegevens van een achterblijver"),
    _soort("netwerkpersoon", "Gegevens van iemand uit het sociale netwerk"),
)
