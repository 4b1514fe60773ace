"""The list of casussen, the page of a casus, and who looked at it. Covenant 10.2, 10.4, 15.2.e."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from casustafel.acts.casusoverleg.find_casussen import CasusRegel, FindCasussen, find_casussen
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, OpenCasus, open_casus
from casustafel.acts.casusoverleg.open_inzage import CasusInzage, OpenCasusInzage, open_casus_inzage
from casustafel.acts.edge import LOCAL
from casustafel.convenant.feit import Rol
from casustafel.convenant.regime import regime
from casustafel.web.casusoverleg import casus_parts, safeguards
from casustafel.web.casusoverleg.plan_parts import Eyes, changes_of, concept_of, plan_of, progress_of
from casustafel.web.casusoverleg.tabs import tabs_of
from casustafel.web.casusoverleg.words import DEEDS, DONE, EFFECTS
from casustafel.web.door import acts, through
from casustafel.web.part import Cell, Column, Fact, Table
from casustafel.web.session import visitor_of
from casustafel.web.words import CASUS_STATES, organisation_names


@acts(find_casussen)
@require_GET
def casussen(request: HttpRequest) -> HttpResponse:
    """List the casussen at whose table one sits; a partner's list has numbers only."""
    lijst = through(request, find_casussen, _asked(request))
    wie = visitor_of(request).wie
    is_plan_alleen = any(c.is_plan_alleen for c in lijst.casussen)
    return render(
        request,
        "casusoverleg/casussen.html",
        {
            "lijst": lijst,
            "is_uitvoerder": Rol.CASUSOVERLEG not in wie.rollen,
            "tabel": _table(lijst.casussen, is_plan_alleen=is_plan_alleen),
            "waarborgen": safeguards.of_list(wie),
            "vorige": lijst.pagina - 1,
            "volgende": None if lijst.is_laatste else lijst.pagina + 1,
        },
    )


def _asked(request: HttpRequest) -> FindCasussen:
    """Read which page is asked for; what is no page is the first."""
    try:
        return FindCasussen(pagina=int(request.GET.get("pagina", "1")))
    except ValueError:
        return FindCasussen()


def _table(casussen: tuple[CasusRegel, ...], *, is_plan_alleen: bool) -> Table:
    columns = [Column(label=_("Number"))]
    if not is_plan_alleen:
        columns.append(Column(label=_("Name")))
    columns += [Column(label=_("State")), Column(label=_("Opened on"))]
    return Table(
        caption=_("Casussen"), columns=columns, cells=[_row(c, is_plan_alleen=is_plan_alleen) for c in casussen]
    )


def _row(casus: CasusRegel, *, is_plan_alleen: bool) -> list[Cell]:
    rest = [Cell(badge=str(CASUS_STATES[casus.staat])), Cell(on=casus.geopend_op)]
    if is_plan_alleen:
        return [Cell(text=casus.nummer, url=reverse("plan", args=[casus.id])), *rest]
    return [Cell(text=casus.nummer, url=reverse("casus", args=[casus.id])), Cell(text=casus.naam), *rest]


@acts(open_casus)
@require_GET
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show a casus to a party at the table, or to the uitvoerder with a task."""
    beeld = through(request, open_casus, OpenCasus(houder_id=casus_id))
    visitor = visitor_of(request)
    wie, day = visitor.wie, visitor.edge.day
    names, law = organisation_names(wie), regime(wie.convenant.regime)
    context = {
        "casus": beeld,
        "stappen": casus_parts.steps_of(beeld),
        "acties": casus_parts.actions_of(wie, beeld, day=day),
        "tabs": tabs_of(casus_id, "casus", wie=wie),
        "gedaan": DONE.get(request.GET.get("gedaan", "")),
        "naw": _naw(beeld),
        "deelnemers": casus_parts.deelnemers_of(beeld, wie, names=names, day=day),
        "signalen": casus_parts.signalen_of(beeld, wie, names=names, law=law, day=day),
        "bijdragen": casus_parts.bijdragen_of(beeld, wie, names=names, law=law, day=day),
        "eigen": casus_parts.decisions_of(beeld, names=names),
        "toelaten_url": reverse("admit-deelnemer", args=[casus_id])
        if casus_parts.may_seat(wie, beeld, day=day)
        else "",
        "adviezen": casus_parts.reasons_of(beeld.adviezen, names=names),
        "standpunten": casus_parts.positions_of(wie, beeld.standpunten, day=day),
        "afsluiting": casus_parts.reasons_of([beeld.afsluiting] if beeld.afsluiting else [], names=names),
        "waarborgen": safeguards.of_casus(wie, beeld),
        **_plans(beeld, Eyes(names=names, law=law, day=day, is_running=beeld.afsluiting is None)),
    }
    return render(request, "casusoverleg/casus.html", context)


def _naw(beeld: CasusBeeld) -> list[Fact]:
    subject = beeld.subject
    facts = [
        Fact(key=_("Name"), value=subject.naam),
        Fact(key=_("Address"), value=subject.adres),
        Fact(key=_("Residence"), value=subject.woonplaats),
        Fact(key=_("Age group"), value=subject.leeftijdsgroep),
    ]
    if subject.wisselkwartaal:
        facts.append(Fact(key=_("Quarter in which the age group changes"), value=subject.wisselkwartaal))
    return facts


def _plans(beeld: CasusBeeld, eyes: Eyes) -> dict[str, Any]:
    plan, concept = beeld.plan, beeld.concept
    return {
        "plan": plan_of(plan, eyes),
        "voortgang": progress_of(plan, eyes) if plan else [],
        "concept": concept_of(concept, eyes),
        "wijzigingen": changes_of(plan, concept, eyes) if plan and concept else None,
    }


@acts(open_casus_inzage)
@require_GET
def inzage(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Show which organisations looked at a casus or changed it."""
    seen = through(request, open_casus_inzage, OpenCasusInzage(houder_id=casus_id))
    wie = visitor_of(request).wie
    context = {
        "nummer": seen.nummer,
        "tabs": tabs_of(casus_id, "casus-inzage", wie=wie),
        "tabel": _log(seen, organisation_names(wie)),
        "waarborgen": safeguards.of_inzage(wie),
    }
    return render(request, "casusoverleg/inzage.html", context)


def _log(seen: CasusInzage, names: dict[UUID, str]) -> Table:
    return Table(
        caption=_("The last hundred times, newest first"),
        columns=[
            Column(label=_("When")),
            Column(label=_("Organisation")),
            Column(label=_("What it did")),
            Column(label=_("Effect")),
        ],
        cells=[
            [
                Cell(text=date_format(regel.op.astimezone(LOCAL), "DATETIME_FORMAT")),
                Cell(text=names.get(regel.organisatie_id, "") if regel.organisatie_id else _("the system")),
                Cell(text=str(DEEDS.get(regel.daad, regel.daad))),
                Cell(text=str(EFFECTS[regel.gevolg])),
            ]
            for regel in seen.regels
        ],
    )
