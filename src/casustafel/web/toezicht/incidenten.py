"""The register of incidents on the screens: the list with its hours, one incident, and for an auditor the counts.

Covenant 15.2.g; AVG 33(5).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.edge import LOCAL
from casustafel.acts.invoer import Niets
from casustafel.acts.toezicht.find_incidenten import (
    Aantal,
    FindIncidenten,
    IncidentRegel,
    count_incidenten,
    find_incidenten,
)
from casustafel.acts.toezicht.open_incident import (
    ApBeeld,
    BeoordelingBeeld,
    IncidentBeeld,
    InlichtingBeeld,
    OpenIncident,
    open_incident,
)
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.incident import Apmelding, Incidentstaat, Risico
from casustafel.web.door import acts, through
from casustafel.web.paging import page_number
from casustafel.web.part import Cell, Column, Event, Fact, Link, Step, Table, Term, Waarborgen
from casustafel.web.session import visitor_of
from casustafel.web.terms import hours_until, moment_text
from casustafel.web.toezicht.words import EXCEPTIONS, NOTICES, RISKS, STATES, TELLINGS
from casustafel.web.words import ROLES, organisation_names


@require_safe
@acts(find_incidenten, count_incidenten)
def incidenten(request: HttpRequest) -> HttpResponse:
    """Show the register of incidents to the toezichthouder; to an auditor how many there are."""
    visitor = visitor_of(request)
    context: dict[str, Any] = {"waarborgen": waarborgen(visitor.wie)}
    if Rol.TOEZICHTHOUDER in visitor.wie.rollen:
        lijst = through(request, find_incidenten, FindIncidenten(pagina=page_number(request.GET.get("pagina", ""))))
        context |= {
            "lijst": lijst,
            "tabel": _table(lijst.incidenten, now=visitor.edge.now),
            "vorige": lijst.pagina - 1,
            "volgende": 0 if lijst.is_laatste else lijst.pagina + 1,
        }
    else:
        found = through(request, count_incidenten, Niets())
        context["tellingen"] = [
            _counts(_("How far they are"), found.staten, {str(k): v for k, v in STATES.items()}),
            _counts(_("How they were judged"), found.oordelen, {str(k): v for k, v in RISKS.items()}),
            _counts(_("Whether the AP was told"), found.ap, {str(k): v for k, v in NOTICES.items()}),
        ]
    return render(request, "toezicht/incidenten.html", context)


def _table(rows: Iterable[IncidentRegel], *, now: datetime) -> Table:
    labels = (_("Number"), _("How far it is"), _("Known since"), _("Judgement"), _("The AP"))
    return Table(
        caption=_("Incidents"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=row.nummer, url=reverse("incident", args=[row.id])),
                Cell(badge=str(STATES[row.staat]), note=_("found by a check") if row.is_gevonden else ""),
                Cell(text=moment_text(row.bekend_op)),
                Cell(text=str(RISKS[row.risico]) if row.risico else _("not yet")),
                Cell(term=hours_until(row.melden_voor, now=now), note=moment_text(row.melden_voor))
                if row.is_lopend
                else Cell(text=str(NOTICES[row.ap]) if row.ap else "–"),
            ]
            for row in rows
        ],
    )


def _counts(caption: str, rows: Iterable[Aantal], words: dict[str, Any]) -> Table:
    columns = [Column(label=_("Incidents")), Column(label=_("How many"), number=True)]
    cells = [[Cell(text=str(words[one.wat])), Cell(text=one.aantal)] for one in rows]
    return Table(caption=caption, columns=columns, cells=cells)


@require_safe
@acts(open_incident)
def incident(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Show an incident: its hours, what happened, what was judged, who was told, what was learned."""
    beeld = through(request, open_incident, OpenIncident(houder_id=incident_id))
    visitor = visitor_of(request)
    context = {
        "nummer": beeld.incident.nummer,
        "staat": STATES[beeld.incident.staat],
        "stappen": _steps(beeld),
        "termijn": _days(beeld.incident, now=visitor.edge.now),
        "acties": list(_actions(beeld)),
        "gebeurd": _happened(beeld, visitor.wie),
        "bevinding": beeld.bevinding,
        "oordelen": [_judgement(one) for one in beeld.beoordelingen],
        "ap": [_notice(one) for one in beeld.ap],
        "inlichtingen": [_telling(one) for one in beeld.inlichtingen],
        "geleerd": beeld.afsluiting,
        "waarborgen": waarborgen(visitor.wie),
    }
    return render(request, "toezicht/incident.html", context)


def _steps(beeld: IncidentBeeld) -> list[Step]:
    """Give how far it is; what is no breach skips whom to tell."""
    is_breach = beeld.incident.risico is not Risico.GEEN_DATALEK
    order = [
        staat
        for staat in Incidentstaat
        if is_breach or staat not in {Incidentstaat.AP_AFGEHANDELD, Incidentstaat.BETROKKENEN_AFGEHANDELD}
    ]
    here = order.index(beeld.incident.staat)
    days = {
        Incidentstaat.GEMELD: beeld.incident.bekend_op.astimezone(LOCAL).date(),
        Incidentstaat.BEOORDEELD: beeld.beoordelingen[-1].op if beeld.beoordelingen else None,
        Incidentstaat.AP_AFGEHANDELD: beeld.ap[-1].op if beeld.ap else None,
        Incidentstaat.BETROKKENEN_AFGEHANDELD: beeld.inlichtingen[-1].op if beeld.inlichtingen else None,
        Incidentstaat.AFGESLOTEN: beeld.incident.afgesloten_op,
    }
    return [
        Step(
            label=str(STATES[staat]),
            state="current" if place == here else "done" if place < here else "todo",
            note=(days[staat] if place <= here else "") or "",
        )
        for place, staat in enumerate(order)
    ]


def _days(regel: IncidentRegel, *, now: datetime) -> list[Fact]:
    facts = [
        Fact(key=_("Known since"), value=moment_text(regel.bekend_op)),
        Fact(
            key=_("Tell the AP by"),
            value=moment_text(regel.melden_voor),
            term=hours_until(regel.melden_voor, now=now) if regel.is_lopend else _outcome(regel),
            note=_("72 hours after the first of us knew (AVG 33, first paragraph)"),
        ),
        Fact(key=_("Judgement"), value=str(RISKS[regel.risico]) if regel.risico else _("not yet")),
    ]
    if regel.bewaard_tot is not None:
        facts.append(Fact(key=_("Kept until"), on=regel.bewaard_tot, note=_("art. %(artikel)s") % {"artikel": "13.1"}))
    return facts


def _outcome(regel: IncidentRegel) -> Term | None:
    if regel.risico is Risico.GEEN_DATALEK:
        return Term(text=_("does not run: no data breach"))
    return Term(text=str(NOTICES[regel.ap])) if regel.ap else None


def _actions(beeld: IncidentBeeld) -> Iterator[Link]:
    """Give the steps there are, the one that is next first."""
    regel, staat = beeld.incident, beeld.incident.staat
    is_breach = regel.risico not in {None, Risico.GEEN_DATALEK}

    def link(name: str, label: str, *, current: bool = False) -> Link:
        return Link(url=reverse(name, args=[regel.id]), label=label, current=current)

    if staat is not Incidentstaat.AFGESLOTEN:
        again = regel.risico is not None
        label = _("Judge this incident anew") if again else _("Judge this incident")
        if is_breach:
            told = any(one.besluit is not Apmelding.NIET for one in beeld.ap)
            ap = _("Supplement the notice to the AP") if told else _("Tell the AP, or record why not")
            yield link("record-ap", ap, current=staat is Incidentstaat.BEOORDEELD)
        if is_breach and regel.ap is not None:
            now = staat is Incidentstaat.AP_AFGEHANDELD
            yield link("record-betrokkenen", _("Tell the people, or record why not"), current=now)
        ends = staat is Incidentstaat.BETROKKENEN_AFGEHANDELD or regel.risico is Risico.GEEN_DATALEK
        if ends:
            yield link("close-incident", _("Settle this incident"), current=True)
        yield link("assess-incident", label, current=not again)
    if is_breach:
        yield link("incident-melding", _("The notice to the AP (PDF)"))


def _happened(beeld: IncidentBeeld, wie: Wie) -> list[Fact]:
    one = beeld.melding
    if one is None:
        return []
    names = organisation_names(wie)
    return [
        Fact(key=_("In words"), value=one.wat),
        Fact(key=_("Which data"), value=one.welke_gegevens),
        Fact(key=_("Done at once"), value=one.gedaan),
        Fact(key=_("Reported by"), value=one.door, note=names.get(one.organisatie_id, "")),
        Fact(key=_("Reported on"), on=one.op),
    ]


def _judgement(one: BeoordelingBeeld) -> Event:
    facts = [
        (_("Nature"), one.aard),
        (_("Whose data"), _with_count(one.personen, one.aantal_personen)),
        (_("Which data"), _with_count(one.gegevens, one.aantal_gegevens)),
        (_("Consequences"), one.gevolgen),
        (_("Measures"), one.maatregelen),
        (_("By"), one.door),
    ]
    return Event(
        title=_first_capital(str(RISKS[one.risico])),
        on=one.op,
        text=one.motivering,
        facts=[Fact(key=key, value=value) for key, value in facts if value],
    )


def _with_count(text: str, count: int | None) -> str:
    if count is None:
        return text
    about = _("about %(n)d") % {"n": count}
    return f"{text} ({about})"


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _notice(one: ApBeeld) -> Event:
    facts = [
        (_("The AP was told on"), moment_text(one.gemeld_op) if one.gemeld_op else ""),
        (_("Reference of the AP"), one.kenmerk),
        (_("Where the AP may ask more"), one.contactpunt),
        (_("Why it was late"), one.vertraging),
        (_("By"), one.door),
    ]
    return Event(
        title=_first_capital(str(NOTICES[one.besluit])),
        on=one.op,
        text=one.motivering,
        facts=[Fact(key=key, value=value) for key, value in facts if value],
    )


def _telling(one: InlichtingBeeld) -> Event:
    facts = [
        Fact(key=_("Told in these words"), value=one.tekst),
        Fact(key=_("Why"), value=str(EXCEPTIONS[one.uitzondering]) if one.uitzondering else ""),
        Fact(key=_("By"), value=one.door),
    ]
    return Event(
        title=str(TELLINGS[one.besluit]),
        on=one.ingelicht_op or one.op,
        text=one.motivering,
        facts=[fact for fact in facts if fact.value],
    )


def waarborgen(wie: Wie) -> Waarborgen:
    """Say why incidents may be seen, and how long they are kept."""
    rollen = [rol for rol in (Rol.TOEZICHTHOUDER, Rol.AUDITOR) if rol in wie.rollen]
    return Waarborgen(
        artikel="15.2.g",
        role=", ".join(str(ROLES[rol]) for rol in rollen),
        purpose=_("So that nothing that goes wrong is left, and the AP and the people it is about are told in time."),
        kept_artikel="13.1",
        kept_why=_("three years after it was settled"),
    )
