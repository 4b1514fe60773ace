"""Which letter tells a recipient outside, and whom the person is told of. Covenant 12.6; AVG 19."""

from dataclasses import replace
from uuid import UUID

from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld
from casustafel.brieven.brief import Kennisgeving, Kennisgevingsoort, Kop, Tabel
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.web.words import organisation_names

COLUMNS = ("Wat", "Gegeven")
"""A letter to a recipient is in Dutch, and so are the words of its table."""


def names_told(beeld: VerzoekBeeld, wie: Wie) -> tuple[str, ...]:
    """Name everybody who was told, for the person who asks that; nobody to who may not see all of them. AVG 19."""
    if Rol.UITVOERDER not in wie.rollen:
        return ()
    return tuple(sorted(one for one in by_melding(beeld, organisation_names(wie)).values() if one))


def by_melding(beeld: VerzoekBeeld, names: dict[UUID, str]) -> dict[UUID, str]:
    """Name who each notice went to: an organisation, or a recipient outside."""
    whose = {**names, **{one.id: one.naam for one in beeld.ontvangers}}
    return {one.id: whose.get(one.organisatie_id or one.ontvanger_id or one.id, "") for one in beeld.meldingen}


def notice_of(beeld: VerzoekBeeld, melding_id: UUID, *, kop: Kop) -> Kennisgeving | None:
    """Give the letter to a recipient outside; nothing where the reader may not see to whom."""
    melding = next((one for one in beeld.meldingen if one.id == melding_id), None)
    if melding is None or melding.staat is not Meldstaat.BRIEF or melding.uiterlijk_op is None:
        return None
    to = next((one for one in beeld.ontvangers if one.id == melding.ontvanger_id), None)
    if to is None:
        return None
    rows = (("Over wie het gaat", beeld.aanvraag.naam), ("Wat u kreeg, en wat verandert", to.wat))
    return Kennisgeving(
        kop=replace(kop, aan=(to.naam, to.adres), op=melding.op, is_concept=False),
        soort=_kind(beeld),
        verstrekt_op=to.verstrekt_op,
        wijzigingen=(Tabel(opschrift="Om welke gegevens het gaat", kolommen=COLUMNS, rijen=rows),),
        uiterlijk_op=melding.uiterlijk_op,
    )


def _kind(beeld: VerzoekBeeld) -> Kennisgevingsoort:
    if beeld.verzoek.soort is Verzoeksoort.BEPERKING:
        return Kennisgevingsoort.AFSCHERMEN
    kinds = {one.soort for one in beeld.wijzigingen}
    return Kennisgevingsoort.WISSEN if kinds == {Wijzigingsoort.VERWIJDEREN} else Kennisgevingsoort.CORRIGEREN
