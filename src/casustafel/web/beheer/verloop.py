"""The life of the covenant on the screens: notice, disputes, evaluation, its law. Covenant 16, 17, 18, B1.3."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.gate import Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.register.evaluatie import (
    RecordEvaluatie,
    VerifyRegime,
    find_evaluaties,
    record_evaluatie,
    verify_regime,
)
from casustafel.acts.register.geschil import (
    GeschilBeeld,
    RecordGeschil,
    RecordOverleg,
    SettleGeschil,
    find_geschillen,
    record_geschil,
    record_overleg,
    settle_geschil,
)
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.register.opzegging import WithdrawOpzegging, give_opzegging, open_opzegging, withdraw_opzegging
from casustafel.acts.werk import WerkRegel, find_werk_casusoverleg, find_werk_weegploeg
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.werk import Stap
from casustafel.web.asked import Day, Line, Many, Text
from casustafel.web.beheer.pages import BeheerPage, answer, safeguards, typed
from casustafel.web.door import acts, not_there, through
from casustafel.web.kept import kept_fact
from casustafel.web.part import Event, Fact, Link
from casustafel.web.rendering import DayPicker
from casustafel.web.saving import ActForm, as_id
from casustafel.web.session import visitor_of
from casustafel.web.words import organisation_names

COVENANT = gettext_lazy("Covenant")
NO_NAMES = gettext_lazy("Write no names or details of subjects here: this is not the file of a subject.")


class ReasonForm(ActForm):
    """Why a notice is taken back."""

    reden = Text(label=gettext_lazy("Why?"), rows=3)


@acts(open_opzegging, give_opzegging, withdraw_opzegging, find_werk_weegploeg, find_werk_casusoverleg)
@require_http_methods(["GET", "POST"])
def opzegging(request: HttpRequest) -> HttpResponse:
    """Show what giving notice means, and give it; or take it back before the term has run out."""
    beeld = through(request, open_opzegging, Niets())
    consequences = [_("From that day on your people have no access. What they know stays secret.")]
    if beeld.is_kernpartij:
        consequences.append(
            _("Without your organisation no casework is done: files serve only information, requests and retention.")
        )
    page = BeheerPage(
        heading=_("Take the notice back?") if beeld.is_gegeven else _("Leave the covenant?"),
        artikel="18.2",
        back="convenant",
        back_label=COVENANT,
        intro=(_("A party leaves with three months' notice (article 18.2)."), *consequences),
        facts=[
            Fact(key=_("First day without your organisation"), on=beeld.tot),
            Fact(key=_("People who lose their access"), value=beeld.mensen),
            *_left_behind(request),
        ],
        submit=_("Take the notice back") if beeld.is_gegeven else _("Give notice"),
        negative=not beeld.is_gegeven,
    )
    if beeld.is_gegeven:
        form: ActForm = ReasonForm(typed(request))
        return answer(
            request, form, page, act=withdraw_opzegging, invoer=lambda given: WithdrawOpzegging(reden=given["reden"])
        )
    return answer(request, ActForm(typed(request)), page, act=give_opzegging, invoer=lambda _given: Niets())


def _left_behind(request: HttpRequest) -> Iterator[Fact]:
    """Say what waits for the organisation now: to be done, or handed to another, before it has left."""
    waiting: list[WerkRegel] = []
    for act in (find_werk_weegploeg, find_werk_casusoverleg):
        try:
            waiting += through(request, act, Niets()).werk
        except Refused as refused:
            if not refused.verdict.is_hidden:
                raise
    measures = [one.nummer for one in waiting if one.stap is Stap.VOORTGANG]
    note = _("in %(numbers)s") % {"numbers": ", ".join(sorted(set(measures)))} if measures else ""
    yield Fact(key=_("Measures that it carries out"), value=len(measures), note=note)
    yield Fact(key=_("Other work that waits for you"), value=len(waiting) - len(measures))


class GeschilForm(ActForm):
    """Between whom, on which article, in words."""

    tussen = Many(label=gettext_lazy("Between which parties?"))
    artikel = Line(label=gettext_lazy("About which article?"), help_text=gettext_lazy("Such as 9.3."))
    omschrijving = Text(label=gettext_lazy("What is the dispute about?"), rows=6, help_text=NO_NAMES)

    def __init__(self, data: Any, *, partijen: list[tuple[str, str]]) -> None:
        """Offer the parties."""
        super().__init__(data)
        self.fields["tussen"].choices = partijen  # type: ignore[attr-defined]  # a ChoiceField


class OverlegForm(ActForm):
    """A consultation."""

    op = Day(label=gettext_lazy("On which day?"), widget=DayPicker())
    verslag = Text(label=gettext_lazy("What was said?"), rows=5, help_text=NO_NAMES)


class UitkomstForm(ActForm):
    """How a dispute ended."""

    op = Day(label=gettext_lazy("On which day?"), widget=DayPicker())
    uitkomst = Text(label=gettext_lazy("What did the parties agree?"), rows=5, help_text=NO_NAMES)


@acts(find_geschillen)
@require_safe
def geschillen(request: HttpRequest) -> HttpResponse:
    """List the disputes with their consultations and outcomes."""
    found = through(request, find_geschillen, Niets()).geschillen
    names = organisation_names(visitor_of(request).wie)
    shown = [
        {
            "title": ", ".join(names.get(one, "") for one in g.tussen),
            "facts": list(_geschil_facts(g)),
            "overleggen": [Event(title=o.door, on=o.op, text=o.verslag) for o in g.overleggen],
            "steps": [] if g.opgelost_op else _geschil_steps(g),
        }
        for g in found
    ]
    return render(request, "beheer/geschillen.html", {"geschillen": shown, "waarborgen": safeguards("17")})


def _geschil_facts(g: GeschilBeeld) -> Iterator[Fact]:
    yield Fact(key=_("Article"), value=g.artikel)
    yield Fact(key=_("Recorded on"), on=g.op, note=g.door)
    yield Fact(key=_("What it is about"), value=g.omschrijving)
    if g.opgelost_op:
        yield Fact(key=_("Settled on"), on=g.opgelost_op)
        yield Fact(key=_("Outcome"), value=g.uitkomst)
    yield kept_fact(g.bewaard_tot)


def _geschil_steps(g: GeschilBeeld) -> list[Link]:
    return [
        Link(url=reverse("record-overleg", args=[g.id]), label=_("Record a consultation")),
        Link(url=reverse("settle-geschil", args=[g.id]), label=_("Record the outcome")),
    ]


def _geschil_page(heading: str) -> BeheerPage:
    return BeheerPage(
        heading=heading,
        artikel="17",
        back="geschillen",
        back_label=gettext_lazy("Disputes"),
        intro=(_("Disputes are settled by consultation (article 17). Nobody can enforce the covenant in law (16)."),),
    )


@acts(record_geschil, find_geschillen)
@require_http_methods(["GET", "POST"])
def geschil_record(request: HttpRequest) -> HttpResponse:
    """Record a dispute."""
    visitor = visitor_of(request)
    through(request, find_geschillen, Niets())
    partijen = [
        (str(o.id), o.naam)
        for o in visitor.wie.convenant.organisaties
        if o.soort in PARTIJEN and o.is_in_force_on(visitor.edge.day)
    ]

    def invoer(given: dict[str, Any]) -> RecordGeschil:
        return RecordGeschil(
            tussen=tuple(as_id(one) for one in given["tussen"]),
            artikel=given["artikel"],
            omschrijving=given["omschrijving"],
        )

    form = GeschilForm(typed(request), partijen=partijen)
    return answer(request, form, _geschil_page(_("Record a dispute")), act=record_geschil, invoer=invoer)


def _is_open(request: HttpRequest, geschil_id: UUID) -> bool:
    found = through(request, find_geschillen, Niets()).geschillen
    return any(g.id == geschil_id and g.opgelost_op is None for g in found)


@acts(record_overleg, find_geschillen)
@require_http_methods(["GET", "POST"])
def overleg_record(request: HttpRequest, geschil_id: UUID) -> HttpResponse:
    """Record a consultation on a dispute."""
    if not _is_open(request, geschil_id):
        return not_there(request)
    today = visitor_of(request).edge.day

    def invoer(given: dict[str, Any]) -> RecordOverleg:
        return RecordOverleg(geschil_id=geschil_id, op=given["op"] or today, verslag=given["verslag"])

    page = _geschil_page(_("Record a consultation"))
    return answer(request, OverlegForm(typed(request)), page, act=record_overleg, invoer=invoer)


@acts(settle_geschil, find_geschillen)
@require_http_methods(["GET", "POST"])
def geschil_settle(request: HttpRequest, geschil_id: UUID) -> HttpResponse:
    """Record how a dispute ended."""
    if not _is_open(request, geschil_id):
        return not_there(request)
    today = visitor_of(request).edge.day

    def invoer(given: dict[str, Any]) -> SettleGeschil:
        return SettleGeschil(geschil_id=geschil_id, op=given["op"] or today, uitkomst=given["uitkomst"])

    page = _geschil_page(_("Record the outcome"))
    return answer(request, UitkomstForm(typed(request)), page, act=settle_geschil, invoer=invoer)


class EvaluatieForm(ActForm):
    """An evaluation."""

    op = Day(label=gettext_lazy("On which day?"), widget=DayPicker())
    uitgevoerd_door = Line(label=gettext_lazy("Who evaluated?"))
    conclusie = Text(label=gettext_lazy("Conclusion"), rows=8, help_text=NO_NAMES)
    volgende_op = Day(label=gettext_lazy("When is the next one?"), required=False, widget=DayPicker())


class VerifyForm(ActForm):
    """What was verified."""

    toelichting = Text(label=gettext_lazy("What did you verify?"), rows=5)


@acts(find_evaluaties)
@require_safe
def evaluaties(request: HttpRequest) -> HttpResponse:
    """Show when the covenant is to be evaluated, and what came of it before."""
    found = through(request, find_evaluaties, Niets())
    context = {
        "due": [Fact(key=_("To be evaluated by"), on=found.uiterlijk_op, note=_("article 18.4"))],
        "items": [
            Event(
                title=e.uitgevoerd_door,
                on=e.op,
                text=e.conclusie,
                facts=[Fact(key=_("Recorded by"), value=e.door), kept_fact(e.bewaard_tot)],
            )
            for e in found.evaluaties
        ],
        "may_record": is_weegploeg(visitor_of(request).wie),
        "waarborgen": safeguards("18.4"),
    }
    return render(request, "beheer/evaluaties.html", context)


@acts(record_evaluatie, find_evaluaties)
@require_http_methods(["GET", "POST"])
def evaluatie_record(request: HttpRequest) -> HttpResponse:
    """Record an evaluation."""
    through(request, find_evaluaties, Niets())
    today = visitor_of(request).edge.day
    page = BeheerPage(
        heading=_("Record an evaluation"), artikel="18.4", back="evaluaties", back_label=gettext_lazy("Evaluation")
    )

    def invoer(given: dict[str, Any]) -> RecordEvaluatie:
        return RecordEvaluatie(
            op=given["op"] or today,
            uitgevoerd_door=given["uitgevoerd_door"],
            conclusie=given["conclusie"],
            volgende_op=given["volgende_op"],
        )

    return answer(request, EvaluatieForm(typed(request)), page, act=record_evaluatie, invoer=invoer)


@acts(verify_regime, open_convenant)
@require_http_methods(["GET", "POST"])
def regime_verify(request: HttpRequest) -> HttpResponse:
    """Record that the law of the covenant was verified."""
    if not is_weegploeg(visitor_of(request).wie):
        return not_there(request)
    beeld = through(request, open_convenant, Niets())
    page = BeheerPage(
        heading=_("Verify the law that applies"),
        artikel="B1.3",
        back="convenant",
        back_label=COVENANT,
        intro=(_("You record that the law of this covenant still holds. Your name and today stand beside it."),),
        facts=[Fact(key=_("Law that applies"), value=beeld.regime)],
    )
    form = VerifyForm(typed(request))
    return answer(
        request, form, page, act=verify_regime, invoer=lambda given: VerifyRegime(toelichting=given["toelichting"])
    )
