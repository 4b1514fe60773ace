"""The letter that answers a request, as PDF: a concept until the answer is recorded. Covenant 12.3-12.5."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.samenstellen import Antwoordsoort
from casustafel.acts.betrokkene.stukkeuze import OpenVerzoekoverzicht, open_verzoekoverzicht
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import ConvenantBeeld, open_convenant
from casustafel.brieven.brief import Bezwaar, Identiteitbrief, Kop, Taal
from casustafel.brieven.pdf import to_pdf
from casustafel.convenant.verzoek import Verzoeksoort, Verzoekstaat
from casustafel.web.betrokkene.frame import is_gathered
from casustafel.web.brieven.besluit import decision_of
from casustafel.web.brieven.inzage import Inzage, answer_of
from casustafel.web.brieven.kennisgeving import names_told, notice_of
from casustafel.web.brieven.kop import OPEN_PLACE, head_of, taal_asked
from casustafel.web.brieven.publicatie import answer
from casustafel.web.door import acts, not_there, through
from casustafel.web.session import visitor_of


@acts(open_verzoek, open_verzoekoverzicht, open_convenant)
@require_safe
def brief(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Make the letter of a request, once there is something to answer; `?taal=en` for English.

    Of access once what there is was gathered, of the other kinds once it was decided. No file is opened for it: a
    letter is made of what was gathered, and once it was given of what was kept of that.
    """
    beeld = through(request, open_verzoek, OpenVerzoek(houder_id=verzoek_id))
    convenant = through(request, open_convenant, Niets())
    taal = taal_asked(request)
    kop = _head(beeld, convenant, taal=taal, day=visitor_of(request).edge.day)
    bezwaar = _objection(beeld)
    if beeld.verzoek.staat is Verzoekstaat.ONBEKEND:
        unknown = Identiteitbrief(kop=kop, bezwaar=bezwaar, ontvangen_op=beeld.verzoek.ontvangen_op)
        return answer(to_pdf(unknown), name=beeld.verzoek.nummer)
    if beeld.verzoek.soort is not Verzoeksoort.INZAGE:
        if beeld.besluit is None:
            return not_there(request)
        told = names_told(beeld, visitor_of(request).wie) if request.GET.get("ontvangers") else ()
        decided = decision_of(
            beeld, kop=kop, bezwaar=bezwaar, uitvoeren_op=beeld.verzoek.uitvoeren_uiterlijk_op, verwittigd=told
        )
        return answer(to_pdf(decided), name=beeld.verzoek.nummer)
    inzage = _answer(request, beeld)
    if inzage is None:
        return not_there(request)
    letter = answer_of(
        inzage,
        visitor_of(request).wie.convenant,
        kaders=convenant.kaders,
        kop=kop,
        bezwaar=bezwaar,
        ontvangen_op=beeld.verzoek.ontvangen_op,
    )
    return answer(to_pdf(letter), name=beeld.verzoek.nummer)


@acts(open_verzoek, open_convenant)
@require_safe
def notice(request: HttpRequest, verzoek_id: UUID, melding_id: UUID) -> HttpResponse:
    """Make the letter that tells a recipient outside of what was carried out. Covenant 12.6; AVG 19."""
    beeld = through(request, open_verzoek, OpenVerzoek(houder_id=verzoek_id))
    convenant = through(request, open_convenant, Niets())
    kop = _head(beeld, convenant, taal=Taal.NL, day=visitor_of(request).edge.day)
    letter = notice_of(beeld, melding_id, kop=kop)
    return answer(to_pdf(letter), name=beeld.verzoek.nummer) if letter is not None else not_there(request)


def _answer(request: HttpRequest, beeld: VerzoekBeeld) -> Inzage | None:
    """Give the answer as it was given; before that the one that follows as it stands. Covenant 12.3."""
    if beeld.antwoord is not None:
        given = beeld.antwoord
        return Inzage(
            soort=Antwoordsoort(given.soort),
            overzicht=given.overzicht,
            gronden=given.gronden,
            motivering=given.brief,
            nog_niet=given.nog_niet,
        )
    if not is_gathered(beeld):
        return None
    found = through(request, open_verzoekoverzicht, OpenVerzoekoverzicht(houder_id=beeld.verzoek.id)).antwoord
    return Inzage(soort=found.soort, overzicht=found.overzicht, gronden=found.gronden, nog_niet=len(found.ongelezen))


def _objection(beeld: VerzoekBeeld) -> Bezwaar:
    if beeld.besluit is None:
        return Bezwaar(bij=OPEN_PLACE)
    return Bezwaar(bij=beeld.besluit.bezwaar_bij, rechtbank=beeld.besluit.rechtbank)


def _head(beeld: VerzoekBeeld, convenant: ConvenantBeeld, *, taal: Taal, day: date) -> Kop:
    given_on = beeld.verzoek.beantwoord_op
    return head_to_asker(beeld, convenant, taal=taal, op=given_on or day, is_concept=given_on is None)


def head_to_asker(beeld: VerzoekBeeld, convenant: ConvenantBeeld, *, taal: Taal, op: date, is_concept: bool) -> Kop:
    """Give the head of a letter to who asks, or who asks for that person."""
    asker = beeld.aanvraag
    aan = (asker.vertegenwoordiger, asker.vertegenwoordiger_adres) if asker.vertegenwoordiger else ()
    return head_of(
        convenant,
        taal=taal,
        op=op,
        kenmerk=beeld.verzoek.nummer,
        aan=aan or (asker.naam, asker.adres),
        is_concept=is_concept,
    )
