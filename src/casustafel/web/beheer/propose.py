"""Propose a change of the covenant: each kind a page of its own. Covenant 4, 1.c, 1.g, 11.1, 18.3."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_voorstel import find_voorstellen
from casustafel.acts.register.propose import (
    AdmitPartij,
    CriteriumVoorstel,
    ProposePartner,
    ProposePartnerEinde,
    ProposeReferentiekader,
    ProposeTekst,
    admit_partij,
    propose_partner,
    propose_partner_einde,
    propose_referentiekader,
    propose_tekst,
)
from casustafel.convenant.partij import KERNPARTIJEN, Soort
from casustafel.convenant.voorstel import TEKSTEN, Onderdeel
from casustafel.web.asked import Day, Line, One, Text
from casustafel.web.beheer.pages import PARTS, BeheerPage, answer, typed
from casustafel.web.door import acts, through
from casustafel.web.part import Fact
from casustafel.web.rendering import DayPicker
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.words import KINDS

AGREEMENT = _("It holds from the day on which all kernpartijen agreed, or from the later day that you choose.")


def _reden() -> Text:
    return Text(label=_("Why is this needed?"), rows=3)


def _vanaf() -> Day:
    return Day(label=_("From which day?"), required=False, widget=DayPicker())


class PartnerForm(ActForm):
    """A partner for annex 1."""

    field_order = ("naam", "code", "contact", "vanaf", "reden")
    naam = Line(label=_("Name"))
    code = Line(label=_("Short code"), help_text=_("Small letters, digits and hyphens, such as de-brug."))
    contact = Line(label=_("Contact"), help_text=_("Where the organisation is reached."))
    vanaf = _vanaf()
    reden = _reden()


class EndeForm(ActForm):
    """A partner that leaves annex 1."""

    field_order = ("organisatie_id", "tot", "reden")
    organisatie_id = One(label=_("Which partner?"))
    tot = Day(
        label=_("What is the first day without this partner?"),
        help_text=_("From that day on its people see nothing any more."),
        required=False,
        widget=DayPicker(),
    )
    reden = _reden()

    def __init__(self, data: Any, *, partners: Iterable[tuple[str, str]]) -> None:
        """Offer the partners that take part."""
        super().__init__(data)
        self.fields["organisatie_id"].choices = list(partners)  # type: ignore[attr-defined]  # a ChoiceField


class TekstForm(ActForm):
    """A version of a text."""

    field_order = ("onderdeel", "versienaam", "tekst", "vanaf", "reden")
    onderdeel = One(label=_("Which text?"), choices=[(o.value, PARTS[o]) for o in Onderdeel if o in TEKSTEN])
    versienaam = Line(label=_("Name of the version"), help_text=_("For example 2026-1."))
    tekst = Text(
        label=_("Text"),
        rows=14,
        help_text=_("Everybody in the covenant can read and print this text. It holds no names of subjects."),
    )
    vanaf = _vanaf()
    reden = _reden()


class KaderForm(ActForm):
    """A version of annex 3."""

    field_order = ("versienaam", "criteria", "vanaf", "reden")
    versienaam = Line(label=_("Name of the version"), help_text=_("For example 2026-1."))
    criteria = Text(
        label=_("Criteria"),
        rows=10,
        help_text=_("One criterion on each line: a short code, a colon, the text. Such as gedrag: text."),
    )
    vanaf = _vanaf()
    reden = _reden()


class AdmitForm(ActForm):
    """A kernpartij that joins."""

    field_order = ("soort", "naam", "code", "contact", "vanaf", "reden")
    soort = One(label=_("As which kernpartij?"), choices=[(s.value, KINDS[s]) for s in Soort if s in KERNPARTIJEN])
    naam = Line(label=_("Name"))
    code = Line(label=_("Short code"), help_text=_("Small letters, digits and hyphens, such as de-brug."))
    contact = Line(label=_("Contact"), help_text=_("Where the organisation is reached."))
    vanaf = _vanaf()
    reden = _reden()


def _page(heading: Any, artikel: str, *intro: Any, facts: tuple[Fact, ...] = ()) -> BeheerPage:
    return BeheerPage(
        heading=heading,
        artikel=artikel,
        back="voorstellen",
        back_label=_("Proposals"),
        submit=_("Propose this"),
        intro=(*intro, AGREEMENT),
        facts=facts,
    )


def _propose(request: HttpRequest, form: ActForm, page: BeheerPage, *, act: Act[Any, Any], invoer: Any) -> HttpResponse:
    if not form.is_bound:
        through(request, find_voorstellen, Niets())
    return answer(request, form, page, act=act, invoer=invoer, next_url=_opened)


def _opened(voorstel_id: object) -> str:
    return reverse("voorstel", args=[voorstel_id])


@acts(propose_partner, find_voorstellen)
@require_http_methods(["GET", "POST"])
def partner(request: HttpRequest) -> HttpResponse:
    """Propose a partner for annex 1."""
    page = _page(_("Propose a partner"), "1.c", _("A third party takes part in a plan only when it stands in annex 1."))

    def invoer(given: dict[str, Any]) -> ProposePartner:
        return ProposePartner(
            naam=given["naam"],
            code=given["code"],
            contact=given["contact"],
            vanaf=given["vanaf"],
            reden=given["reden"],
        )

    return _propose(request, PartnerForm(typed(request)), page, act=propose_partner, invoer=invoer)


@acts(propose_partner_einde, find_voorstellen)
@require_http_methods(["GET", "POST"])
def partner_einde(request: HttpRequest) -> HttpResponse:
    """Propose that a partner leaves annex 1."""
    visitor = visitor_of(request)
    day = visitor.edge.day
    partners = [
        (str(o.id), o.naam)
        for o in visitor.wie.convenant.organisaties
        if o.soort is Soort.EXTERN and (o.tot is None or day < o.tot)
    ]
    page = _page(
        _("Propose that a partner leaves"), "1.c", _("From its last day on it loses its place at every table.")
    )

    def invoer(given: dict[str, Any]) -> ProposePartnerEinde:
        chosen = given["organisatie_id"] or "00000000-0000-0000-0000-000000000000"
        return ProposePartnerEinde(organisatie_id=as_id(chosen), tot=given["tot"], reden=given["reden"])

    form = EndeForm(typed(request), partners=partners)
    return _propose(request, form, page, act=propose_partner_einde, invoer=invoer)


@acts(propose_tekst, find_voorstellen)
@require_http_methods(["GET", "POST"])
def tekst(request: HttpRequest) -> HttpResponse:
    """Propose a version of a text."""
    page = _page(_("Propose a text"), "11.1", _("The covenant and its annexes are public."))

    def invoer(given: dict[str, Any]) -> ProposeTekst:
        return ProposeTekst(
            onderdeel=Onderdeel(given["onderdeel"]) if given["onderdeel"] else Onderdeel.BIJLAGE_1,
            versienaam=given["versienaam"],
            tekst=given["tekst"],
            vanaf=given["vanaf"],
            reden=given["reden"],
        )

    return _propose(request, TekstForm(typed(request)), page, act=propose_tekst, invoer=invoer)


@acts(propose_referentiekader, find_voorstellen)
@require_http_methods(["GET", "POST"])
def referentiekader(request: HttpRequest) -> HttpResponse:
    """Propose a version of annex 3."""
    page = _page(
        _("Propose a referentiekader"),
        "1.g",
        _("What was weighed before keeps the text of the version of its own day."),
    )

    def invoer(given: dict[str, Any]) -> ProposeReferentiekader:
        return ProposeReferentiekader(
            versienaam=given["versienaam"],
            criteria=criteria_of(given["criteria"]),
            vanaf=given["vanaf"],
            reden=given["reden"],
        )

    return _propose(request, KaderForm(typed(request)), page, act=propose_referentiekader, invoer=invoer)


def criteria_of(text: str) -> tuple[CriteriumVoorstel, ...]:
    """Read criteria, one on each line: a code, a colon, the text. A line without a colon gets an empty code."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    parts = [line.partition(":") if ":" in line else ("", "", line) for line in lines]
    return tuple(CriteriumVoorstel(code=code.strip(), tekst=words.strip()) for code, _colon, words in parts)


@acts(admit_partij, find_voorstellen)
@require_http_methods(["GET", "POST"])
def toetreding(request: HttpRequest) -> HttpResponse:
    """Propose that a kernpartij joins in the place of one that left."""
    page = _page(
        _("Propose that a kernpartij joins"),
        "18.3",
        _("Only in the place of one that left or leaves. Those that remain decide on it together."),
    )

    def invoer(given: dict[str, Any]) -> AdmitPartij:
        return AdmitPartij(
            soort=Soort(given["soort"]) if given["soort"] else Soort.EXTERN,
            naam=given["naam"],
            code=given["code"],
            contact=given["contact"],
            vanaf=given["vanaf"],
            reden=given["reden"],
        )

    return _propose(request, AdmitForm(typed(request)), page, act=admit_partij, invoer=invoer)
