"""The plan in parts for the screen: its goals and measures, what waits for the reader, what a concept changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.acts.casusoverleg.plan_beeld import MaatregelBeeld, PlanBeeld
from casustafel.convenant.feit import Maatregelstaat
from casustafel.convenant.regime import Regime
from casustafel.web.casusoverleg.words import MEASURE_STATES
from casustafel.web.part import Cell, Column, Dated, Doel, Event, Fact, Maatregel, Table, Task, Term
from casustafel.web.terms import term_of

LINE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """What is needed to show a plan: the names of organisations, the law, the day, whether its terms still run."""

    names: Mapping[UUID, str]
    law: Regime
    day: date
    is_running: bool = True


def _term(on: date | None, eyes: Eyes) -> Term | None:
    return term_of(on, day=eyes.day) if eyes.is_running else None


def titles(codes: tuple[str, ...], law: Regime) -> list[str]:
    """Name the goals of article 3."""
    known = {doel.code: doel.titel for doel in law.plandoelen}
    return [known.get(code, code) for code in codes]


def purposes(codes: tuple[str, ...], law: Regime) -> list[str]:
    """Name the purposes of article 3 that a plan serves."""
    known = {doel.code: doel.titel for doel in law.doelstellingen}
    return [f"{code}. {known.get(code, code)}" for code in codes]


def plan_of(plan: PlanBeeld | None, eyes: Eyes) -> list[Doel]:
    """Show the adopted plan, if there is one."""
    return [_doel(plan, eyes, title=_("Plan, version %(n)s") % {"n": plan.versie})] if plan else []


def concept_of(concept: PlanBeeld | None, eyes: Eyes) -> list[Doel]:
    """Show the concept, if there is one; its terms do not run yet."""
    if concept is None:
        return []
    title = _("Concept, version %(n)s") % {"n": concept.versie}
    return [_doel(concept, replace(eyes, is_running=False), title=title)]


def titled(plan: PlanBeeld, eyes: Eyes, *, title: str) -> list[Doel]:
    """Show one version of the plan under a title of its own, without its terms."""
    return [replace(_doel(plan, eyes, title=title), purposes=())]


def _doel(plan: PlanBeeld, eyes: Eyes, *, title: str) -> Doel:
    """Show a version of the plan: what it aims at, and its measures by day."""
    measures = sorted(plan.maatregelen, key=lambda m: m.uiterlijk_op or date.max)
    return Doel(
        titel=title,
        text=plan.toelichting,
        purposes=[*purposes(plan.doelstellingen, eyes.law), *titles(plan.doelen, eyes.law)],
        maatregelen=[
            Maatregel(
                text=m.tekst,
                owner=eyes.names.get(m.organisatie_id, ""),
                on=m.uiterlijk_op,
                progress=_last(m),
                term=_term(m.uiterlijk_op, eyes) if m.staat is Maatregelstaat.LOOPT else None,
            )
            for m in measures
        ],
    )


def _last(maatregel: MaatregelBeeld) -> str:
    if not maatregel.voortgang:
        return ""
    last, state = maatregel.voortgang[-1], MEASURE_STATES[maatregel.staat]
    told = f"{date_format(last.op, 'DATE_FORMAT')}: {last.tekst}"
    return f"{state.label} – {told}" if state.is_done else told


def progress_of(plan: PlanBeeld, eyes: Eyes) -> list[Event]:
    """Show all progress on the measures, newest first."""
    steps = [(step, measure) for measure in plan.maatregelen for step in measure.voortgang]
    steps.sort(key=lambda pair: pair[0].op, reverse=True)
    return [
        Event(
            title=eyes.names.get(step.organisatie_id, ""),
            on=step.op,
            text=step.tekst,
            facts=[Fact(key=_("Measure"), value=measure.tekst)],
        )
        for step, measure in steps
    ]


def own_tasks(plan: PlanBeeld, eyes: Eyes, *, casus_id: UUID, nummer: str, organisatie_id: UUID | None) -> list[Task]:
    """Give the measures on which the reader records progress; without an organisation, all of them."""
    return [
        Task(
            url=reverse("record-voortgang", args=[casus_id, m.id]),
            label=_("Record progress: %(measure)s") % {"measure": m.tekst},
            number=nummer,
            note="" if organisatie_id else eyes.names.get(m.organisatie_id, ""),
            on=m.uiterlijk_op,
            term=_term(m.uiterlijk_op, eyes),
        )
        for m in sorted(plan.maatregelen, key=lambda m: m.uiterlijk_op or date.max)
        if organisatie_id in {None, m.organisatie_id} and m.staat is Maatregelstaat.LOOPT
    ]


def changes_of(plan: PlanBeeld, concept: PlanBeeld, eyes: Eyes, *, caption: str = "") -> Table:
    """Show what a concept changes in the adopted plan, measure by measure."""
    rows = [*_goal_changes(plan, concept, eyes), *_measure_changes(plan, concept, eyes)]
    return Table(
        caption=caption or _("What the concept changes"),
        columns=[Column(label=_("Part")), Column(label=_("What changes"))],
        cells=[[Cell(text=part), Cell(text=change)] for part, change in rows],
    )


def _goal_changes(plan: PlanBeeld, concept: PlanBeeld, eyes: Eyes) -> Iterator[tuple[str, str]]:
    for title in titles(tuple(c for c in concept.doelen if c not in plan.doelen), eyes.law):
        yield _("Goal: %(goal)s") % {"goal": title}, _("new")
    for title in titles(tuple(c for c in plan.doelen if c not in concept.doelen), eyes.law):
        yield _("Goal: %(goal)s") % {"goal": title}, _("dropped")
    if plan.toelichting != concept.toelichting:
        yield _("Explanation"), _("changed")


def _measure_changes(plan: PlanBeeld, concept: PlanBeeld, eyes: Eyes) -> Iterator[tuple[str, str]]:
    known = {m.reeks: m for m in plan.maatregelen}
    for measure in concept.maatregelen:
        before = known.pop(measure.reeks, None)
        change = _("new") if before is None else "; ".join(_differences(before, measure, eyes))
        yield measure.tekst, change or _("stays as it is")
    for measure in known.values():
        yield measure.tekst, _("dropped")


def _differences(before: MaatregelBeeld, after: MaatregelBeeld, eyes: Eyes) -> Iterator[str]:
    if before.tekst != after.tekst:
        yield _("text changed, it was: %(text)s") % {"text": before.tekst}
    if before.organisatie_id != after.organisatie_id:
        yield _("now carried out by %(party)s") % {"party": eyes.names.get(after.organisatie_id, "")}
    if before.uiterlijk_op != after.uiterlijk_op:
        if after.uiterlijk_op is None:
            yield _("no longer has a day")
        else:
            yield _("now by %(day)s") % {"day": date_format(after.uiterlijk_op, "DATE_FORMAT")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Dated):
    """A measure on the time line: how far along it stands, from 0 to 100, and how far along today is."""

    text: str
    owner: str
    on: date | None
    x: int
    today: int


def bars_of(plan: PlanBeeld, eyes: Eyes) -> list[Bar]:
    """Draw the measures that have a day on one line, from the writing of the plan to the last day."""
    dated = sorted(((m.uiterlijk_op, m) for m in plan.maatregelen if m.uiterlijk_op), key=itemgetter(0))
    if not dated:
        return []
    first = min(plan.op, dated[0][0], eyes.day)
    length = max((max(dated[-1][0], eyes.day) - first).days, 1)
    return [
        Bar(
            text=m.tekst,
            owner=eyes.names.get(m.organisatie_id, ""),
            on=on,
            x=round((on - first).days * LINE / length),
            today=round((eyes.day - first).days * LINE / length),
        )
        for on, m in dated
    ]
