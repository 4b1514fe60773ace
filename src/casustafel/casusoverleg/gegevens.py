"""What was brought into a casus: the persons beside the subject, and what a check looks at. Covenant 10.2, 10.3."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Stuk
from casustafel.casusoverleg import store
from casustafel.casusoverleg.inhoud import BijdrageInhoud, PersoonInhoud, SignaalInhoud
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verstrekking import Merk


def personen(pas: Pass, casus_id: UUID) -> dict[UUID, Stuk[PersoonInhoud]]:
    """Open the achterblijvers and the persons in the network, by id. Covenant 10.2.f, 10.2.g."""
    found = [
        *store.stukken.of_kind(pas, casus_id, CasusStuk.ACHTERBLIJVER, PersoonInhoud),
        *store.stukken.of_kind(pas, casus_id, CasusStuk.NETWERKPERSOON, PersoonInhoud),
    ]
    return {stuk.id: stuk for stuk in found}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """Something that an organisation brought in, in one text: what a periodic check looks at. Covenant 10.3."""

    id: UUID
    soort: str
    organisatie_id: UUID
    op: date
    tekst: str
    merk: Merk


def gegevens(pas: Pass, casus_id: UUID) -> list[Gegeven]:
    """Open what a periodic check looks at: signals, contributions and persons that are still needed."""
    told: list[tuple[str, Stuk[Any], str]] = []
    signalen = store.stukken.of_kind(pas, casus_id, CasusStuk.SIGNAAL, SignaalInhoud)
    bijdragen = store.stukken.of_kind(pas, casus_id, CasusStuk.BIJDRAGE, BijdrageInhoud)
    told += [(CasusStuk.SIGNAAL, stuk, stuk.inhoud.omschrijving) for stuk in signalen]
    told += [(CasusStuk.BIJDRAGE, stuk, stuk.inhoud.omschrijving) for stuk in bijdragen]
    for soort in (CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON):
        for persoon in store.stukken.of_kind(pas, casus_id, soort, PersoonInhoud):
            if persoon.staat == "":
                parts = (persoon.inhoud.naam, persoon.inhoud.adres, persoon.inhoud.woonplaats, persoon.inhoud.gegevens)
                told.append((soort, persoon, ", ".join(part for part in parts if part)))
    return [
        Gegeven(
            id=stuk.id,
            soort=soort,
            organisatie_id=stuk.organisatie_id,
            op=stuk.op,
            tekst=tekst,
            merk=stuk.inhoud.merk,
        )
        for soort, stuk, tekst in told
    ]
