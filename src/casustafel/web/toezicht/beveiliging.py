"""The security plan on the screens: seven subjects, each with its measures, review and evidence. Covenant 15.2."""

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.gate import Act
from casustafel.acts.invoer import Niets
from casustafel.acts.toezicht.beveiliging import (
    Beveiligingsplan,
    EvaluatePlan,
    PlandeelBeeld,
    PuntBeeld,
    ReviewPunt,
    WritePunt,
    evaluate_plan,
    open_beveiliging,
    review_punt,
    write_punt,
)
from casustafel.convenant.artikel import artikel
from casustafel.convenant.beveiliging import Beveiligingspunt, Puntoordeel, Puntstaat
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.beveiliging import REVIEWS, WRITES
from casustafel.web.asked import One, Text
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact, Link, Waarborgen
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of

STATES = {
    Puntstaat.OPEN: gettext_lazy("Still to do"),
    Puntstaat.DEELS: gettext_lazy("Partly in place"),
    Puntstaat.INGEVOERD: gettext_lazy("In place"),
}
VERDICTS = {
    Puntoordeel.VOLDOET: gettext_lazy("Meets what is asked"),
    Puntoordeel.VOLDOET_NIET: gettext_lazy("Does not meet what is asked"),
}
EVIDENCE = {
    "lezen": gettext_lazy("Acts that read, each with a rule"),
    "schrijven": gettext_lazy("Acts that change, each with a rule"),
    "geldig": gettext_lazy("Authorisations that hold now"),
    "verleend": gettext_lazy("Granted in the past year"),
    "ingetrokken": gettext_lazy("Withdrawn in the past year"),
    "mensen": gettext_lazy("People with an authorisation"),
    "tweede-factor": gettext_lazy("Of these with a second factor"),
    "verzegeling": gettext_lazy("How dossiers are sealed"),
    "log-register": gettext_lazy("Sealed log rows of the register"),
    "log-weegploeg": gettext_lazy("Sealed log rows of the weegploeg"),
    "log-casusoverleg": gettext_lazy("Sealed log rows of the casusoverleg"),
    "log-archief": gettext_lazy("Sealed log rows of the archive"),
    "bevestigd": gettext_lazy("Authorisations confirmed in the past year"),
    "lopend": gettext_lazy("Incidents that are not settled"),
    "afgesloten": gettext_lazy("Incidents that were settled"),
    "te-laat-gemeld": gettext_lazy("Told to the AP after the 72 hours"),
}


class MeasuresForm(ActForm):
    """How far the measures are, and what they are."""

    groups = (Fieldset(legend=gettext_lazy("Measures"), names=("staat", "maatregelen")),)
    staat = One(label=gettext_lazy("How far is it?"), choices=[(one.value, STATES[one]) for one in Puntstaat])
    maatregelen = Text(
        label=gettext_lazy("What is done?"), help_text=gettext_lazy("Who does what, where and how often."), rows=8
    )


class ReviewForm(ActForm):
    """What a review found."""

    groups = (Fieldset(legend=gettext_lazy("Review"), names=("oordeel", "bevinding")),)
    oordeel = One(label=gettext_lazy("Is it as it should be?"), choices=[(o.value, VERDICTS[o]) for o in Puntoordeel])
    bevinding = Text(label=gettext_lazy("What did you look at, and what did you find?"))


class EvaluationForm(ActForm):
    """What the evaluation concludes."""

    groups = (Fieldset(legend=gettext_lazy("Evaluation"), names=("conclusie",)),)
    conclusie = Text(label=gettext_lazy("What does the evaluation conclude, and what changes?"), rows=8)


@require_safe
@acts(open_beveiliging)
def plan(request: HttpRequest) -> HttpResponse:
    """Show the plan."""
    found, visitor = through(request, open_beveiliging, Niets()), visitor_of(request)
    context = {
        "evaluatie": [
            Fact(
                key=_("Evaluate by"),
                on=found.evalueren_voor,
                term=term_of(found.evalueren_voor, day=visitor.edge.day),
                note=_("each year (article 15.3)"),
            )
        ],
        "evalueren": reverse("evaluate-beveiliging") if REVIEWS & visitor.wie.rollen else "",
        "punten": [_part(one, visitor.wie) for one in found.punten],
        "evaluaties": [Event(title=_("Evaluation"), on=e.op, text=e.tekst, facts=[_by(e)]) for e in found.evaluaties],
        "waarborgen": waarborgen(),
    }
    return render(request, "toezicht/beveiligingsplan.html", context)


def title_of(punt: Beveiligingspunt) -> str:
    """Give the subject in the words of the register of articles."""
    return artikel(f"15.2.{punt}").titel


def _part(one: PuntBeeld, wie: Wie) -> dict[str, Any]:
    measures = one.maatregelen
    return {
        "id": f"punt-{one.punt}",
        "titel": f"{one.punt}. {title_of(one.punt)}",
        "staat": STATES[Puntstaat(measures.staat)] if measures else _("Nothing recorded"),
        "normen": ", ".join(one.normen),
        "gezegd": list(_said(one)),
        "bewijs": [Fact(key=str(EVIDENCE[b.wat]), value=b.waarde) for b in one.bewijs],
        "stappen": list(_steps(one, wie)),
    }


def _said(one: PuntBeeld) -> Iterator[Event]:
    """Give the measures and their review; a review from before the last evaluation, or of other measures, says so."""
    if one.maatregelen is not None:
        m = one.maatregelen
        yield Event(title=_("Measures"), on=m.op, text=m.tekst, facts=[_by(m)])
    if one.toetsing is not None:
        t = one.toetsing
        marks = () if one.is_getoetst else (_("to be reviewed again"),)
        title = str(VERDICTS[Puntoordeel(t.staat)])
        yield Event(title=title, on=t.op, text=t.tekst, facts=[_by(t)], marks=marks)


def _by(one: PlandeelBeeld) -> Fact:
    return Fact(key=_("By"), value=one.door)


def _steps(one: PuntBeeld, wie: Wie) -> Iterator[Link]:
    if WRITES & wie.rollen:
        label = _("Record the measures anew") if one.maatregelen else _("Record the measures")
        yield Link(url=reverse("write-beveiligingspunt", args=[one.punt]), label=label)
    if REVIEWS & wie.rollen and one.maatregelen:
        yield Link(url=reverse("review-beveiligingspunt", args=[one.punt]), label=_("Review these measures"))


Invoer = Callable[[dict[str, Any]], Any]


def _step(request: HttpRequest, form: ActForm, act: Act[Any, Any], invoer: Invoer, **words: Any) -> HttpResponse:
    back = reverse("beveiligingsplan")
    done = save(request, form, act, invoer=invoer, next_url=back)
    if done is not None:
        return done
    context = {"terug": back, "terug_label": _("Security plan"), "waarborgen": waarborgen(), **words}
    return show(request, "toezicht/form.html", form, context)


def _subject(request: HttpRequest, letter: str) -> PuntBeeld | None:
    found: Beveiligingsplan = through(request, open_beveiliging, Niets())
    return next((one for one in found.punten if one.punt == letter), None)


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@require_http_methods(["GET", "POST"])
@acts(open_beveiliging, write_punt)
def write(request: HttpRequest, punt: str) -> HttpResponse:
    """Record the measures of a subject; what was recorded stands in the form."""
    one = _subject(request, punt)
    if one is None:
        return not_there(request)
    was = one.maatregelen
    form = MeasuresForm(_typed(request), initial={"staat": was.staat, "maatregelen": was.tekst} if was else {})

    def invoer(data: dict[str, Any]) -> WritePunt:
        given = {"staat": data["staat"] or None, "maatregelen": data["maatregelen"]}
        return WritePunt.model_validate({"punt": one.punt, **given})

    words = {
        "heading": title_of(one.punt),
        "intro": _("What is done about this (article 15.2)?"),
        "submit": _("Record"),
    }
    return _step(request, form, write_punt, invoer, **words)


@require_http_methods(["GET", "POST"])
@acts(open_beveiliging, review_punt)
def review(request: HttpRequest, punt: str) -> HttpResponse:
    """Review the measures of a subject."""
    one = _subject(request, punt)
    if one is None or one.maatregelen is None:
        return not_there(request)
    form = ReviewForm(_typed(request))

    def invoer(data: dict[str, Any]) -> ReviewPunt:
        given = {"oordeel": data["oordeel"] or None, "bevinding": data["bevinding"]}
        return ReviewPunt.model_validate({"punt": one.punt, **given})

    words = {"heading": title_of(one.punt), "intro": one.maatregelen.tekst, "submit": _("Record this review")}
    return _step(request, form, review_punt, invoer, **words)


@require_http_methods(["GET", "POST"])
@acts(open_beveiliging, evaluate_plan)
def evaluate(request: HttpRequest) -> HttpResponse:
    """Record the yearly evaluation."""
    found: Beveiligingsplan = through(request, open_beveiliging, Niets())
    form = EvaluationForm(_typed(request))

    def invoer(data: dict[str, Any]) -> EvaluatePlan:
        return EvaluatePlan(conclusie=data["conclusie"])

    day = date_format(found.evalueren_voor)
    words = {
        "heading": _("Evaluate the security plan"),
        "intro": _("Due on %(day)s. Each subject is reviewed first (article 15.3).") % {"day": day},
        "submit": _("Record this evaluation"),
    }
    return _step(request, form, evaluate_plan, invoer, **words)


def waarborgen() -> Waarborgen:
    """Say why the plan may be seen."""
    return Waarborgen(
        artikel="15.3",
        purpose=_("So that the measures that protect the data are carried out and looked at. No subject stands here."),
        kept_artikel="13.1",
        kept_why=_("five years; what was said last stays"),
    )
