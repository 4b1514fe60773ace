"""The letter that tells somebody that data is processed, as PDF in Dutch or English. Covenant 11.2, 11.5; AVG 14."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from casustafel.acts.informeren.brief import HULP, BriefBeeld, Categorie, open_informatiebrief
from casustafel.acts.informeren.kamer import VanPersoon, VanSubject
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.bestand.bestand import Bestand
from casustafel.brieven.brief import Geadresseerde, Informatiebrief, Kop
from casustafel.brieven.pdf import to_pdf
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.regime import Grondslag, Regime, regime
from casustafel.web.brieven.kop import head_of, taal_asked
from casustafel.web.brieven.publicatie import answer
from casustafel.web.door import acts, through
from casustafel.web.session import visitor_of

Said = Mapping[str, str | Promise]
PURPOSES: Final[Said] = {
    "i": gettext_lazy("to make risks for society smaller, and to give care to the people whom we discuss"),
    "ii": gettext_lazy("to make risks for the development of children smaller"),
    HULP: gettext_lazy("to help people whose relative left, if they want that"),
}
GROUNDS: Final[Said] = {
    "publieke-taak-gemeente": gettext_lazy("the municipality carries out a public task"),
    "publieke-taak-raad": gettext_lazy("the Raad voor de Kinderbescherming carries out a public task"),
    "wpg-20": gettext_lazy("the police may give data to those with whom it works together"),
    "wpg-18-2": gettext_lazy("the police may give data to the municipality, with permission of the minister"),
    "wpg-16": gettext_lazy("the police may give data to the OM and the mayor, for their tasks"),
    "wjsg-39f": gettext_lazy("the OM may give data for a weighty public interest"),
    "reclasseringsregeling-8": gettext_lazy("the reclassering does the work that the law gives it"),
}
CATEGORIES: Final[Mapping[Categorie, str | Promise]] = {
    Categorie.NAW: gettext_lazy("your name, address and residence"),
    Categorie.SIGNALEN: gettext_lazy("signals: what was seen or heard of your behaviour, when and where"),
    Categorie.WEGING: gettext_lazy("what we think of these signals"),
    Categorie.BESLISSING: gettext_lazy("what we decided"),
    Categorie.PLAN: gettext_lazy("what we agree on in a plan, and how that goes"),
    Categorie.GEGEVENS: gettext_lazy("other data about you that is needed"),
    Categorie.HULP: gettext_lazy("whether you want help"),
    Categorie.ROL: gettext_lazy("how you may be able to help"),
    Categorie.POLITIE: gettext_lazy("data of the police"),
    Categorie.STRAFRECHT: gettext_lazy("data about offences"),
    Categorie.BIJZONDER: gettext_lazy("data that the law protects extra, such as data about your health"),
}


@acts(open_informatiebrief[Bestand.WEEGPLOEG], open_convenant)
@require_safe
def of_subject(request: HttpRequest, houder_id: UUID) -> HttpResponse:
    """Make the letter to the subject of a dossier; `?taal=en` for English."""
    found = through(request, open_informatiebrief[Bestand.WEEGPLOEG], VanSubject(houder_id=houder_id))
    return _made(request, found)


@acts(open_informatiebrief[Bestand.CASUSOVERLEG], open_convenant)
@require_safe
def of_person(request: HttpRequest, houder_id: UUID, persoon_id: UUID) -> HttpResponse:
    """Make the letter to an achterblijver or a person in the network of a casus."""
    invoer = VanPersoon(houder_id=houder_id, persoon_id=persoon_id)
    return _made(request, through(request, open_informatiebrief[Bestand.CASUSOVERLEG], invoer))


def _made(request: HttpRequest, beeld: BriefBeeld) -> HttpResponse:
    visitor, taal = visitor_of(request), taal_asked(request)
    kop = head_of(
        through(request, open_convenant, Niets()),
        taal=taal,
        op=visitor.edge.day,
        kenmerk=beeld.nummer,
        aan=(beeld.naam, beeld.adres, beeld.woonplaats),
    )
    letter = letter_of(beeld, visitor.wie.convenant, kop=kop)
    return answer(to_pdf(letter), name=f"{beeld.nummer}-{taal}")


def letter_of(beeld: BriefBeeld, convenant: ConvenantFeit, *, kop: Kop) -> Informatiebrief:
    """Give the letter in the words of its language; what the regime calls by a code unknown here has its own title."""
    law = regime(convenant.regime)
    names = {o.id: o.naam for o in convenant.organisaties}
    with translation.override(kop.taal):
        return Informatiebrief(
            kop=kop,
            aan=Geadresseerde(beeld.soort),
            is_aanvulling=beeld.is_aanvulling,
            volgt_niets=beeld.volgt_niets,
            doelen=_said(beeld.doelen, PURPOSES, (*law.doelstellingen, *law.plandoelen)),
            grondslagen=tuple(_ground(code, law) for code in beeld.grondslagen),
            soorten=tuple(str(CATEGORIES[one]) for one in beeld.categorieen),
            herkomst=_named(beeld.herkomst, names),
            ontvangers=_named(beeld.ontvangers, names),
            termijnen=tuple(_terms(beeld.tot, beeld.artikel)),
        )


def _named(ids: Iterable[UUID], names: Mapping[Any, str]) -> tuple[str, ...]:
    return tuple(names[one] for one in ids if one in names)


def _said(codes: Iterable[str], words: Said, listed: Iterable[Any]) -> tuple[str, ...]:
    titles = {one.code: one.titel for one in listed}
    return tuple(str(words.get(code) or titles.get(code, code)) for code in codes)


def _ground(code: str, law: Regime) -> str:
    found: Grondslag | None = next((one for one in law.grondslagen if one.code == code), None)
    if found is None:
        return code
    return f"{GROUNDS.get(code) or found.titel} ({found.artikel_avg or found.artikel_wet})"


def _terms(tot: date, artikel: str) -> tuple[str, ...]:
    told = _("until %(day)s; then we destroy it (article %(artikel)s of the covenant)")
    moves = _("if we work on it again, that day moves")
    return told % {"day": date_format(tot, "j F Y"), "artikel": artikel}, moves
