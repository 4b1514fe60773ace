"""Proposals to change the covenant: what is asked, where each kernpartij stands, what was adopted. Covenant 4, 11.1."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Niets
from casustafel.acts.register.decide_voorstel import (
    OpVoorstel,
    TakeStandpuntVoorstel,
    remind_voorstel,
    take_standpunt_voorstel,
    withdraw_standpunt_voorstel,
    withdraw_voorstel,
)
from casustafel.acts.register.open_voorstel import (
    RecordPublicatie,
    VoorstelBeeld,
    find_voorstellen,
    open_voorstel,
    record_publicatie,
)
from casustafel.convenant.feit import Keuze, Wie
from casustafel.convenant.overeenstemming import Vraagstaat, must_agree
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.voorstel import Onderdeel, VoorstelSoort, onderwerp_of
from casustafel.web.asked import Day, Line, One, Text
from casustafel.web.beheer.pages import (
    KINDS_OF_PROPOSAL,
    PARTS,
    PROPOSAL_STATES,
    BeheerPage,
    answer,
    safeguards,
    typed,
)
from casustafel.web.door import acts, through
from casustafel.web.kept import kept_fact
from casustafel.web.part import Cell, Column, Fact, Link, Position, Table
from casustafel.web.rendering import DayPicker
from casustafel.web.saving import ActForm
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.words import CHOICES, KINDS, organisation_names

PROPOSE = (
    ("propose-partner", gettext_lazy("A partner comes in")),
    ("propose-partner-einde", gettext_lazy("A partner leaves")),
    ("propose-tekst", gettext_lazy("A text")),
    ("propose-referentiekader", gettext_lazy("A referentiekader")),
    ("admit-partij", gettext_lazy("A kernpartij joins")),
)


class StandpuntForm(ActForm):
    """Where the own kernpartij stands."""

    keuze = One(
        label=gettext_lazy("Does your organisation agree?"),
        choices=[
            (Keuze.INSTEMMEN.value, gettext_lazy("Yes, we agree")),
            (Keuze.ONTHOUDEN.value, gettext_lazy("No, we do not agree")),
        ],
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )
    motivering = Text(label=gettext_lazy("Why?"), rows=4)


class PublicatieForm(ActForm):
    """Where a part was published."""

    onderdeel = One(label=gettext_lazy("Which part?"), choices=[(o.value, words) for o, words in PARTS.items()])
    referentie = Line(
        label=gettext_lazy("Reference"), help_text=gettext_lazy("As in the Staatscourant, such as Stcrt. 2026, 12345.")
    )
    op = Day(label=gettext_lazy("Published on"), widget=DayPicker())


@acts(find_voorstellen)
@require_safe
def voorstellen(request: HttpRequest) -> HttpResponse:
    """List the proposals, and offer to make one."""
    found = through(request, find_voorstellen, Niets()).voorstellen
    visitor = visitor_of(request)
    steps = [Link(url=reverse(name), label=str(words)) for name, words in PROPOSE]
    context = {
        "steps": steps if is_weegploeg(visitor.wie) else [],
        "tables": list(_tables(found, visitor)),
        "waarborgen": safeguards("4"),
    }
    return render(request, "beheer/voorstellen.html", context)


def _tables(found: tuple[VoorstelBeeld, ...], visitor: Visitor) -> Iterator[Table]:
    names = organisation_names(visitor.wie)
    labels = (_("Proposal"), _("Asked by"), _("Asked on"), _("State"), _("Settled on"))
    columns = [Column(label=label) for label in labels]
    for caption, is_open in ((_("To be agreed on"), True), (_("Settled"), False)):
        rows = [v for v in found if (v.staat is Vraagstaat.OPEN) is is_open]
        if rows:
            yield Table(caption=caption, columns=columns, cells=[_cells(v, names) for v in rows])


def _cells(v: VoorstelBeeld, names: dict[UUID, str]) -> list[Cell]:
    return [
        Cell(text=title_of(v, names), url=reverse("voorstel", args=[v.id]), note=str(KINDS_OF_PROPOSAL[v.soort])),
        Cell(text=names.get(v.gevraagd_door, "") if v.gevraagd_door else ""),
        Cell(on=v.gevraagd_op),
        Cell(badge=str(PROPOSAL_STATES[v.staat])),
        Cell(on=v.afgedaan_op) if v.afgedaan_op else Cell(text="–"),
    ]


def title_of(v: VoorstelBeeld, names: dict[UUID, str]) -> str:
    """Name a proposal: the organisation, or the part and the version."""
    if v.organisatie_id is not None:
        return names.get(v.organisatie_id, "")
    return f"{PARTS[v.onderdeel]}, {v.versie}" if v.onderdeel else v.naam


@acts(open_voorstel)
@require_safe
def voorstel(request: HttpRequest, voorstel_id: UUID) -> HttpResponse:
    """Show a proposal, and where each kernpartij stands."""
    beeld = through(request, open_voorstel, OpVoorstel(voorstel_id=voorstel_id))
    visitor = visitor_of(request)
    context = {
        "beeld": beeld,
        "title": title_of(beeld, organisation_names(visitor.wie)),
        "kind": KINDS_OF_PROPOSAL[beeld.soort],
        "staat": PROPOSAL_STATES[beeld.staat],
        "facts": list(_facts(beeld, visitor.wie)),
        "positions": list(_positions(beeld, visitor)),
        "steps": list(_steps(beeld, visitor)),
        "waarborgen": safeguards("4"),
    }
    return render(request, "beheer/voorstel.html", context)


def _facts(beeld: VoorstelBeeld, wie: Wie) -> Iterator[Fact]:
    names = organisation_names(wie)
    yield Fact(key=_("Why"), value=beeld.reden)
    yield Fact(key=_("Asked by"), value=names.get(beeld.gevraagd_door, "") if beeld.gevraagd_door else "")
    yield Fact(key=_("Asked on"), on=beeld.gevraagd_op)
    if beeld.herinnerd_op:
        yield Fact(key=_("Reminded on"), on=beeld.herinnerd_op)
    if beeld.partij:
        yield Fact(key=_("Takes part as"), value=KINDS[beeld.partij])
    for key, value in ((_("Name"), beeld.naam), (_("Short code"), beeld.code), (_("Contact"), beeld.contact)):
        if value:
            yield Fact(key=key, value=value)
    if beeld.gekozen_dag:
        is_end = beeld.soort is VoorstelSoort.PARTNER_EINDE
        yield Fact(key=_("First day without it") if is_end else _("From the chosen day"), on=beeld.gekozen_dag)
    if beeld.afgedaan_op:
        yield Fact(key=_("Adopted on") if beeld.begint_op else _("Withdrawn on"), on=beeld.afgedaan_op)
    if beeld.begint_op:
        yield Fact(key=_("Holds from"), on=beeld.begint_op)
    yield kept_fact(beeld.bewaard_tot)


def _positions(beeld: VoorstelBeeld, visitor: Visitor) -> Iterator[Position]:
    taken = {s.organisatie_id: s for s in beeld.standpunten}
    names = organisation_names(visitor.wie)
    asked = [o.id for o in must_agree(onderwerp_of(beeld.soort), visitor.wie.convenant, day=visitor.edge.day)]
    is_open = beeld.staat is Vraagstaat.OPEN
    for organisatie_id in dict.fromkeys([*(asked if is_open else ()), *taken]):
        s = taken.get(organisatie_id)
        is_own = is_open and organisatie_id == visitor.wie.organisatie_id and is_weegploeg(visitor.wie)
        yield Position(
            party=names.get(organisatie_id, ""),
            stand="open" if s is None else "given" if s.keuze is Keuze.INSTEMMEN else "withheld",
            text=str(CHOICES[s.keuze]) if s else _("has not taken a position yet"),
            name=s.door if s else "",
            on=s.op if s else None,
            motivation=s.motivering if s else "",
            url=reverse("take-standpunt-voorstel", args=[beeld.id]) if is_own else "",
            url_label=(_("Change the position") if s else _("Take the position")) if is_own else "",
        )


def _steps(beeld: VoorstelBeeld, visitor: Visitor) -> Iterator[Link]:
    """Offer what still can be done with a proposal that is open."""
    if beeld.staat is not Vraagstaat.OPEN:
        return
    own = visitor.wie.organisatie_id if is_weegploeg(visitor.wie) else None
    taken = {s.organisatie_id for s in beeld.standpunten}
    asked = must_agree(onderwerp_of(beeld.soort), visitor.wie.convenant, day=visitor.edge.day)
    if own in taken:
        yield _step("withdraw-standpunt-voorstel", _("Take our position back"), beeld)
    if beeld.herinnerd_op != visitor.edge.day and not {o.id for o in asked} <= taken:
        yield _step("remind-voorstel", _("Remind who is silent"), beeld)
    if own is not None and own == beeld.gevraagd_door:
        yield _step("withdraw-voorstel", _("Withdraw this proposal"), beeld)


def _step(name: str, label: str, beeld: VoorstelBeeld) -> Link:
    return Link(url=reverse(name, args=[beeld.id]), label=label)


@acts(open_voorstel, take_standpunt_voorstel)
@require_http_methods(["GET", "POST"])
def take_standpunt(request: HttpRequest, voorstel_id: UUID) -> HttpResponse:
    """Take the position of the own kernpartij."""
    beeld = through(request, open_voorstel, OpVoorstel(voorstel_id=voorstel_id))
    page = _page(
        request,
        beeld,
        heading=_("Take the position of your organisation"),
        intro=(_("As soon as every kernpartij agrees, this is adopted on that day."),),
    )

    def invoer(given: dict[str, Any]) -> TakeStandpuntVoorstel:
        return TakeStandpuntVoorstel(
            voorstel_id=voorstel_id, keuze=Keuze(given["keuze"]), motivering=given["motivering"]
        )

    form = StandpuntForm(typed(request))
    form.fields["keuze"].required = True
    if form.is_bound and not request.POST.get("keuze"):
        form.add_error("keuze", _("Choose one of the two."))
    return answer(request, form, page, act=take_standpunt_voorstel, invoer=invoer)


def _page(request: HttpRequest, beeld: VoorstelBeeld, **more: Any) -> BeheerPage:
    title = title_of(beeld, organisation_names(visitor_of(request).wie))
    return BeheerPage(
        artikel="4",
        back="voorstel",
        back_args=(beeld.id,),
        back_label=_("Proposal"),
        facts=[Fact(key=str(KINDS_OF_PROPOSAL[beeld.soort]), value=title)],
        **more,
    )


def _confirm(request: HttpRequest, voorstel_id: UUID, act: Act[Any, Any], **words: Any) -> HttpResponse:
    given = OpVoorstel(voorstel_id=voorstel_id)
    beeld = through(request, open_voorstel, given)
    page = _page(request, beeld, **words)
    return answer(request, ActForm(typed(request)), page, act=act, invoer=lambda _typed: given)


@acts(open_voorstel, withdraw_standpunt_voorstel)
@require_http_methods(["GET", "POST"])
def withdraw_standpunt(request: HttpRequest, voorstel_id: UUID) -> HttpResponse:
    """Ask once more, then take the position of the own kernpartij back."""
    heading = _("Take the position of your organisation back?")
    return _confirm(request, voorstel_id, withdraw_standpunt_voorstel, heading=heading, submit=_("Take it back"))


@acts(open_voorstel, withdraw_voorstel)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, voorstel_id: UUID) -> HttpResponse:
    """Ask once more, then withdraw a proposal of the own kernpartij."""
    heading = _("Withdraw this proposal?")
    submit = _("Withdraw")
    return _confirm(request, voorstel_id, withdraw_voorstel, heading=heading, submit=submit, negative=True)


@acts(open_voorstel, remind_voorstel)
@require_http_methods(["GET", "POST"])
def remind(request: HttpRequest, voorstel_id: UUID) -> HttpResponse:
    """Ask once more, then remind who is silent."""
    return _confirm(
        request,
        voorstel_id,
        remind_voorstel,
        heading=_("Remind who has not taken a position?"),
        submit=_("Remind"),
        note=_("It stands in their werkvoorraad. No message leaves the house."),
    )


@acts(find_voorstellen, record_publicatie)
@require_http_methods(["GET", "POST"])
def publicatie(request: HttpRequest) -> HttpResponse:
    """Record where a part of the covenant was published."""
    form = PublicatieForm(typed(request))
    if not form.is_bound:
        through(request, find_voorstellen, Niets())
    page = BeheerPage(
        heading=_("Record a publication"),
        artikel="11.1",
        back="convenant",
        back_label=_("Covenant"),
        intro=(_("The covenant and its annexes are published in the Staatscourant."),),
    )

    def invoer(given: dict[str, Any]) -> RecordPublicatie:
        return RecordPublicatie(
            onderdeel=Onderdeel(given["onderdeel"]) if given["onderdeel"] else Onderdeel.CONVENANT,
            referentie=given["referentie"],
            op=given["op"] or visitor_of(request).edge.day,
        )

    return answer(request, form, page, act=record_publicatie, invoer=invoer)
