"""The versions of the plan, and its measures through all of them. Covenant 9.3, 9.4, 10.5."""

from collections import Counter
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casustafel.acts.casusoverleg.plan_beeld import PlanBeeld
from casustafel.acts.casusoverleg.versies import (
    MaatregelReeks,
    OpenMaatregelen,
    OpenVersie,
    OpenVersies,
    open_maatregelen,
    open_versie,
    open_versies,
)
from casustafel.convenant.feit import CasusStaat
from casustafel.convenant.stuk import PlanStaat
from casustafel.web.casusoverleg import safeguards
from casustafel.web.casusoverleg.plan import eyes_of
from casustafel.web.casusoverleg.plan_parts import Eyes, changes_of, titled, titles
from casustafel.web.casusoverleg.tabs import tabs_of
from casustafel.web.casusoverleg.topic import Section, link, topic_page
from casustafel.web.casusoverleg.words import MEASURE_STATES, PLAN_STATES
from casustafel.web.door import acts, through
from casustafel.web.part import Cell, Column, Table
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of


@acts(open_versies)
@require_GET
def versies(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """List the versions of the plan: who wrote and adopted them, when, and what changed."""
    seen = through(request, open_versies, OpenVersies(houder_id=casus_id))
    eyes = eyes_of(visitor_of(request), is_running=False)
    before = [None, *seen.versies]
    rows = [_row(casus_id, plan, vorige, eyes) for plan, vorige in zip(seen.versies, before, strict=False)]
    table = Table(
        caption=_("Versions of the plan"),
        columns=[
            Column(label=_("Version")),
            Column(label=_("State")),
            Column(label=_("Written")),
            Column(label=_("Adopted")),
            Column(label=_("What changed")),
        ],
        cells=rows[::-1],
    )
    section = Section(id="versies", title=_("Newest first"), table=table) if rows else None
    nothing = Section(id="versies", title=_("Newest first"), empty=_("There is no version of the plan yet."))
    back = [link("plan", _("The plan as it stands"), casus_id)]
    return topic_page(
        request, seen, tab="plan", titel=_("Versions of the plan"), acties=back, sections=[section or nothing]
    )


def _row(casus_id: UUID, plan: PlanBeeld, vorige: PlanBeeld | None, eyes: Eyes) -> list[Cell]:
    adopter = eyes.names.get(plan.vastgesteld_door, "") if plan.vastgesteld_door else ""
    return [
        Cell(text=_("Version %(n)s") % {"n": plan.versie}, url=reverse("plan-versie", args=[casus_id, plan.id])),
        Cell(badge=str(PLAN_STATES[PlanStaat(plan.staat)])),
        Cell(on=plan.op, note=eyes.names.get(plan.organisatie_id, "")),
        Cell(on=plan.vastgesteld_op, note=adopter) if plan.vastgesteld_op else Cell(text="–"),
        Cell(text=_summary(plan, vorige)),
    ]


def _summary(plan: PlanBeeld, vorige: PlanBeeld | None) -> str:
    """Say in a few words what a version changes in the one before it."""
    if vorige is None:
        return _("first version")
    known = {m.reeks: (m.tekst, m.organisatie_id, m.uiterlijk_op) for m in vorige.maatregelen}
    count: Counter[str] = Counter()
    for measure in plan.maatregelen:
        before = known.pop(measure.reeks, None)
        if before is None:
            count["new"] += 1
        elif before != (measure.tekst, measure.organisatie_id, measure.uiterlijk_op):
            count["changed"] += 1
    words = [
        _("measures new: %(n)s") % {"n": count["new"]} if count["new"] else "",
        _("changed: %(n)s") % {"n": count["changed"]} if count["changed"] else "",
        _("dropped: %(n)s") % {"n": len(known)} if known else "",
        _("other goals") if set(plan.doelen) != set(vorige.doelen) else "",
        _("other explanation") if plan.toelichting != vorige.toelichting else "",
    ]
    return "; ".join(word for word in words if word) or _("nothing")


@acts(open_versie)
@require_GET
def versie(request: HttpRequest, casus_id: UUID, plan_id: UUID) -> HttpResponse:
    """Show one version of the plan, and what it changes in the one before it."""
    seen = through(request, open_versie, OpenVersie(houder_id=casus_id, plan_id=plan_id))
    visitor = visitor_of(request)
    eyes = eyes_of(visitor, is_running=False)
    title = _("Plan, version %(n)s") % {"n": seen.plan.versie}
    context = {
        "nummer": seen.nummer,
        "titel": title,
        "staat": PLAN_STATES[PlanStaat(seen.plan.staat)],
        "terug": reverse("plan-versies", args=[casus_id]),
        "tabs": tabs_of(casus_id, "plan", wie=visitor.wie),
        "plan": titled(seen.plan, eyes, title=", ".join(titles(seen.plan.doelen, eyes.law))),
        "wijzigingen": changes_of(seen.vorige, seen.plan, eyes, caption=_changes_caption(seen.vorige))
        if seen.vorige
        else None,
        "waarborgen": safeguards.of_plan(visitor.wie, seen.bewaring),
    }
    return render(request, "casusoverleg/versie.html", context)


def _changes_caption(vorige: PlanBeeld) -> str:
    return _("What this changes in version %(n)s") % {"n": vorige.versie}


@acts(open_maatregelen)
@require_GET
def maatregelen(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show the measures by who carries them out, through all versions of the plan."""
    seen = through(request, open_maatregelen, OpenMaatregelen(houder_id=casus_id))
    eyes = eyes_of(visitor_of(request), is_running=seen.staat is not CasusStaat.AFGESLOTEN)
    by_owner: dict[UUID, list[MaatregelReeks]] = {}
    for reeks in seen.maatregelen:
        by_owner.setdefault(reeks.maatregel.organisatie_id, []).append(reeks)
    sections = [
        Section(id=f"van-{number}", title=eyes.names.get(owner, ""), table=_measures(found, eyes))
        for number, (owner, found) in enumerate(by_owner.items(), start=1)
    ]
    nothing = Section(id="geen", title=_("Measures"), empty=_("There is no measure yet."))
    back = [link("plan", _("The plan as it stands"), casus_id)]
    return topic_page(
        request,
        seen,
        tab="plan",
        titel=_("Measures by who carries them out"),
        acties=back,
        sections=sections or [nothing],
    )


def _measures(found: list[MaatregelReeks], eyes: Eyes) -> Table:
    return Table(
        caption=_("Measures"),
        columns=[
            Column(label=_("What")),
            Column(label=_("State")),
            Column(label=_("By when")),
            Column(label=_("Term")),
            Column(label=_("Versions")),
            Column(label=_("Progress")),
        ],
        cells=[_measure(reeks, eyes) for reeks in found],
    )


def _measure(reeks: MaatregelReeks, eyes: Eyes) -> list[Cell]:
    measure = reeks.maatregel
    runs = eyes.is_running and reeks.is_in_plan and not MEASURE_STATES[measure.staat].is_done
    term = term_of(measure.uiterlijk_op, day=eyes.day) if runs else None
    last = measure.voortgang[-1] if measure.voortgang else None
    told = f"{date_format(last.op, 'DATE_FORMAT')}: {last.tekst}" if last else ""
    in_plan = "" if reeks.is_in_plan else _("not in the plan now")
    return [
        Cell(text=measure.tekst),
        Cell(text=str(MEASURE_STATES[measure.staat].label), note=in_plan),
        Cell(on=measure.uiterlijk_op) if measure.uiterlijk_op else Cell(text="–"),
        Cell(term=term) if term else Cell(text=""),
        Cell(text=", ".join(map(str, reeks.versies))),
        Cell(text=told),
    ]
