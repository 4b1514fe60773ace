"""Looking at the plan together: rounds, what each said, the conclusion. Covenant 9.4."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from casustafel.acts.casusoverleg.evaluatie import (
    CloseEvaluatie,
    EvaluatieBeeld,
    EvaluatiesBeeld,
    GiveInbreng,
    OpenEvaluaties,
    StartEvaluatie,
    close_evaluatie,
    give_inbreng,
    open_evaluaties,
    start_evaluatie,
)
from casustafel.convenant.feit import CasusStaat, Rol, Taak, Wie
from casustafel.convenant.rules.evaluatie import Inbrengkeuze, Ronde
from casustafel.web.casusoverleg.pages import typed
from casustafel.web.casusoverleg.topic import Section, StepPage, has_task, is_party, link, step_page, topic_page
from casustafel.web.casusoverleg.topic_forms import CloseEvaluatieForm, InbrengForm, StartEvaluatieForm
from casustafel.web.casusoverleg.words import INBRENG
from casustafel.web.door import acts, not_there, through
from casustafel.web.part import Event, Fact, Link
from casustafel.web.session import Visitor, visitor_of
from casustafel.web.terms import term_of
from casustafel.web.words import organisation_names

START = StepPage(
    heading=gettext_lazy("Start a review of the plan"),
    intro=gettext_lazy(
        "Everybody at the table says how the plan goes, and whether to go on or to close (article 9.4)."
    ),
    submit=gettext_lazy("Start this review"),
    after="casus-evaluaties",
    done="evaluatie",
)
GIVE = StepPage(
    heading=gettext_lazy("Say how the plan goes"),
    submit=gettext_lazy("Record this"),
    note=gettext_lazy("You speak for your own organisation. You can change it while the review is open."),
    after="casus-evaluaties",
    done="inbreng",
)
CLOSE = StepPage(
    heading=gettext_lazy("Close the review"),
    submit=gettext_lazy("Record the conclusion"),
    note=gettext_lazy("After this nobody adds to this review. A later advice to close rests on it."),
    after="casus-evaluaties",
    done="conclusie",
)


def _seen(request: HttpRequest, casus_id: UUID) -> EvaluatiesBeeld:
    return through(request, open_evaluaties, OpenEvaluaties(houder_id=casus_id))


def _open(seen: EvaluatiesBeeld) -> EvaluatieBeeld | None:
    return next((ronde for ronde in seen.evaluaties if ronde.staat is Ronde.OPEN), None)


def _may_start(wie: Wie, seen: EvaluatiesBeeld) -> bool:
    is_free = _open(seen) is None and seen.staat is not CasusStaat.OPEN
    return is_free and (is_party(wie, seen) or has_task(wie, seen, Taak.VOORBEREIDEN))


def _may_give(wie: Wie, ronde: EvaluatieBeeld) -> bool:
    return ronde.staat is Ronde.OPEN and Rol.CASUSOVERLEG in wie.rollen


@acts(open_evaluaties)
@require_GET
def evaluaties(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the rounds, the newest first; a partner sees its own words only."""
    seen, visitor = _seen(request, casus_id), visitor_of(request)
    wie = visitor.wie
    start = [link("start-evaluatie", _("Start a review of the plan"), casus_id, current=True)]
    nothing = Section(id="geen", title=_("Reviews"), empty=_("The plan has not been reviewed yet."))
    sections = [_section(ronde, seen, visitor) for ronde in reversed(seen.evaluaties)]
    return topic_page(
        request,
        seen,
        tab="casus-evaluaties",
        titel=_("Reviews of the plan"),
        acties=start if _may_start(wie, seen) else [],
        sections=sections or [nothing],
    )


def _section(ronde: EvaluatieBeeld, seen: EvaluatiesBeeld, visitor: Visitor) -> Section:
    names = organisation_names(visitor.wie)
    is_open = ronde.staat is Ronde.OPEN
    rows = [
        Fact(key=_("Started on"), on=ronde.op),
        Fact(
            key=_("Everybody has spoken by"),
            on=ronde.uiterlijk_op,
            term=term_of(ronde.uiterlijk_op, day=visitor.edge.day) if is_open else None,
        ),
    ]
    if ronde.aanleiding:
        rows.append(Fact(key=_("Why"), value=ronde.aanleiding))
    if ronde.zwijgt:
        rows.append(Fact(key=_("Has not spoken yet"), value=", ".join(names.get(i, "") for i in ronde.zwijgt)))
    if ronde.conclusie:
        rows.append(Fact(key=_("Conclusion"), value=ronde.conclusie))
    return Section(
        id=f"ronde-{ronde.id}",
        title=_("Review that is open") if is_open else _("Review that was closed"),
        rows=rows,
        items=[
            Event(
                title=names.get(said.organisatie_id, ""),
                on=said.op,
                text=said.tekst,
                facts=[
                    Fact(key=_("Would"), value=str(INBRENG[said.keuze])),
                    Fact(key=_("Why"), value=said.motivering),
                ],
            )
            for said in ronde.inbreng
        ],
        acties=_steps(ronde, seen, visitor.wie),
    )


def _steps(ronde: EvaluatieBeeld, seen: EvaluatiesBeeld, wie: Wie) -> list[Link]:
    steps = []
    if _may_give(wie, ronde):
        spoke = wie.organisatie_id in {said.organisatie_id for said in ronde.inbreng}
        label = _("Change what your organisation said") if spoke else _("Say how the plan goes")
        steps.append(link("give-inbreng", label, seen.id, ronde.id, current=not spoke))
    if ronde.staat is Ronde.OPEN and is_party(wie, seen):
        steps.append(link("close-evaluatie", _("Close the review"), seen.id, ronde.id))
    return steps


@acts(open_evaluaties, start_evaluatie)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Start a round."""
    seen, wie = _seen(request, casus_id), visitor_of(request).wie
    form = StartEvaluatieForm(typed(request))

    def invoer(data: dict[str, Any]) -> StartEvaluatie:
        return StartEvaluatie(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            aanleiding=data["aanleiding"],
            uiterlijk_op=data["uiterlijk_op"],
        )

    return step_page(request, seen, form, start_evaluatie, page=START, invoer=invoer, is_offered=_may_start(wie, seen))


@acts(open_evaluaties, give_inbreng)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, casus_id: UUID, evaluatie_id: UUID) -> HttpResponse:
    """Say for one's own organisation how the plan goes, or change it."""
    seen, wie = _seen(request, casus_id), visitor_of(request).wie
    ronde = next((ronde for ronde in seen.evaluaties if ronde.id == evaluatie_id), None)
    if ronde is None:
        return not_there(request)
    own = next((said for said in ronde.inbreng if said.organisatie_id == wie.organisatie_id), None)
    initial = {"tekst": own.tekst, "keuze": own.keuze.value, "motivering": own.motivering} if own else {}
    form = InbrengForm(typed(request), initial=initial)

    def invoer(data: dict[str, Any]) -> GiveInbreng:
        return GiveInbreng(
            houder_id=casus_id,
            versie=data["versie"] or 0,
            evaluatie_id=evaluatie_id,
            keuze=Inbrengkeuze(data["keuze"]),
            tekst=data["tekst"],
            motivering=data["motivering"],
        )

    return step_page(request, seen, form, give_inbreng, page=GIVE, invoer=invoer, is_offered=_may_give(wie, ronde))


@acts(open_evaluaties, close_evaluatie)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, casus_id: UUID, evaluatie_id: UUID) -> HttpResponse:
    """Close a round with a conclusion."""
    seen, wie = _seen(request, casus_id), visitor_of(request).wie
    ronde = next((ronde for ronde in seen.evaluaties if ronde.id == evaluatie_id), None)
    if ronde is None:
        return not_there(request)
    form = CloseEvaluatieForm(typed(request))

    def invoer(data: dict[str, Any]) -> CloseEvaluatie:
        return CloseEvaluatie(
            houder_id=casus_id, versie=data["versie"] or 0, evaluatie_id=evaluatie_id, conclusie=data["conclusie"]
        )

    names = organisation_names(wie)
    silent = Fact(key=_("Has not spoken yet"), value=", ".join(names.get(i, "") for i in ronde.zwijgt) or _("nobody"))
    offered = ronde.staat is Ronde.OPEN and is_party(wie, seen)
    return step_page(
        request, seen, form, close_evaluatie, page=CLOSE, invoer=invoer, is_offered=offered, feiten=[silent]
    )
