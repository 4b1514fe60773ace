"""The letter that answers a request, as PDF: a concept until the answer is recorded. Covenant 12.3-12.5."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.overzicht_lezen import (
    OpenOverzicht,
    OpenOverzichtVan,
    OverzichtBeeld,
    open_overzicht,
    open_overzicht_archief,
    open_overzicht_casus,
    pieces_of,
    together,
)
from casustafel.acts.gate import Act, Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import ConvenantBeeld, KaderBeeld, open_convenant
from casustafel.brieven.brief import Bezwaar, Deel, Identiteitbrief, Inzagebrief, Kop, Taal, Verantwoordelijke
from casustafel.brieven.pdf import to_pdf
from casustafel.convenant.feit import ConvenantFeit
from casustafel.convenant.partij import KERNPARTIJEN, Soort
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.overzicht import GATHERED
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, Verzoeksoort, Verzoekstaat
from casustafel.web.brieven.besluit import decision_of
from casustafel.web.brieven.inzage import Antwoordbrief, answer_of
from casustafel.web.brieven.publicatie import answer
from casustafel.web.door import acts, not_there, through
from casustafel.web.session import visitor_of

OPEN_PLACE = "…"
"""Stands where the decision still has to say something."""


@acts(open_verzoek, open_overzicht, open_overzicht_casus, open_overzicht_archief, open_convenant)
@require_safe
def brief(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Make the letter of a request, once there is something to answer; `?taal=en` for English.

    Of access once what there is was gathered, of the other kinds once it was decided. Reading: the letter that identity
    was not established needs no file, and opens none; nor does a decision on a correction.
    """
    beeld = through(request, open_verzoek, OpenVerzoek(houder_id=verzoek_id))
    convenant = through(request, open_convenant, Niets())
    taal = Taal.EN if request.GET.get("taal") == Taal.EN else Taal.NL
    kop = _head(beeld, convenant, taal=taal, day=visitor_of(request).edge.day)
    bezwaar = _objection(beeld)
    if beeld.verzoek.staat is Verzoekstaat.ONBEKEND:
        unknown = Identiteitbrief(kop=kop, bezwaar=bezwaar, ontvangen_op=beeld.verzoek.ontvangen_op)
        return answer(to_pdf(unknown), name=beeld.verzoek.nummer)
    if beeld.verzoek.soort is not Verzoeksoort.INZAGE:
        if beeld.besluit is None:
            return not_there(request)
        decided = decision_of(beeld, kop=kop, bezwaar=bezwaar, uitvoeren_op=beeld.verzoek.uitvoeren_uiterlijk_op)
        return answer(to_pdf(decided), name=beeld.verzoek.nummer)
    if beeld.verzoek.staat not in GATHERED:
        return not_there(request)
    opened = list(_opened(request, beeld))
    letter = _letter(
        beeld, opened, visitor_of(request).wie.convenant, kaders=convenant.kaders, kop=kop, bezwaar=bezwaar
    )
    return answer(to_pdf(letter), name=beeld.verzoek.nummer)


def _objection(beeld: VerzoekBeeld) -> Bezwaar:
    if beeld.besluit is None:
        return Bezwaar(bij=OPEN_PLACE)
    return Bezwaar(bij=beeld.besluit.bezwaar_bij, rechtbank=beeld.besluit.rechtbank)


def _letter(  # what was decided, what was opened, and in which words
    beeld: VerzoekBeeld,
    opened: list[OverzichtBeeld],
    convenant: ConvenantFeit,
    *,
    kaders: Sequence[KaderBeeld],
    kop: Kop,
    bezwaar: Bezwaar,
) -> Antwoordbrief:
    """Give the letter that the positions lead to: a ground reaches the data of who invokes it. Covenant 12.4."""
    is_refused = beeld.besluit is not None and beeld.besluit.uitkomst is Besluituitkomst.AFGEWEZEN
    in_the_way = [one for one in beeld.standpunten if one.antwoord is not Antwoord.INWILLIGEN]
    van = None if is_refused else {one.organisatie_id for one in in_the_way}
    titles = {f"11.3.{one.code}": one.titel for one in regime(convenant.regime).uitzonderingsgronden}
    letter = answer_of(
        together(opened, convenant, weglaten=pieces_of(opened, van)) if opened else None,
        convenant,
        kaders=kaders,
        kop=kop,
        bezwaar=bezwaar,
        ontvangen_op=beeld.verzoek.ontvangen_op,
        gronden=tuple(dict.fromkeys(titles[one.grond] for one in in_the_way if one.grond in titles)),
    )
    unread = sum(len(one.niet_leesbaar) for one in opened)
    if not unread or not isinstance(letter, Inzagebrief):
        return letter
    with translation.override(kop.taal):
        told = _("Who made this letter may not read %(count)s pieces. The organisation that gave them adds these.")
        missing = Deel(titel=_("Still to be added"), inleiding=told % {"count": unread})
    return replace(letter, delen=(*letter.delen, missing))


def _opened(request: HttpRequest, beeld: VerzoekBeeld) -> Iterator[OverzichtBeeld]:
    """Open what each file holds of what was found: the dossier and its casus, or what the archive has of both."""
    for one in beeld.treffers:
        asked = OpenOverzichtVan(houder_id=one.dossier_id, verzoek_id=beeld.verzoek.id)
        dossier = _seen(request, open_overzicht, OpenOverzicht(houder_id=one.dossier_id, verzoek_id=beeld.verzoek.id))
        if dossier is None:
            archived = _seen(request, open_overzicht_archief, asked)
            yield from [archived] if archived else []
            continue
        yield dossier
        if dossier.casus_id is not None:
            asks = OpenOverzichtVan(houder_id=dossier.casus_id, verzoek_id=beeld.verzoek.id)
            casus = _seen(request, open_overzicht_casus, asks)
            yield from [casus] if casus else []


def _seen(request: HttpRequest, act: Act[Any, OverzichtBeeld], invoer: OpenOverzicht) -> OverzichtBeeld | None:
    """Open what one file holds; nothing where it is not there. A refusal is one of the whole letter."""
    try:
        return through(request, act, invoer)
    except Refused as refused:
        if not refused.verdict.is_hidden:
            raise
        return None


def _head(beeld: VerzoekBeeld, convenant: ConvenantBeeld, *, taal: Taal, day: date) -> Kop:
    kern = [o for o in convenant.organisaties if o.soort in KERNPARTIJEN]
    asker = beeld.aanvraag
    aan = (asker.vertegenwoordiger, asker.vertegenwoordiger_adres) if asker.vertegenwoordiger else ()
    return Kop(
        taal=taal,
        op=beeld.verzoek.beantwoord_op or day,
        kenmerk=beeld.verzoek.nummer,
        gemeente=convenant.gemeente,
        afzender=", ".join(o.naam for o in kern),
        contact=next((o.contact for o in kern if o.soort is Soort.GEMEENTE), OPEN_PLACE),
        aan=tuple(part for part in aan or (asker.naam, asker.adres) if part),
        verantwoordelijken=tuple(Verantwoordelijke(naam=o.naam, contact=o.contact) for o in kern),
        is_concept=beeld.verzoek.beantwoord_op is None,
    )
