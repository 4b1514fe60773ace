"""Search the log on a screen: a period always, and one person, dossier or effect. Covenant 15.2.e."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casustafel.acts.gate import Refused
from casustafel.acts.toezicht.logzoeken import LogLijst, LogRegelBeeld, SearchLog, search_log
from casustafel.bestand.log import Gevolg
from casustafel.convenant.feit import Rol
from casustafel.convenant.rules.logzoeken import may_search_log
from casustafel.web.asked import Day, Line
from casustafel.web.casusoverleg.words import DEEDS as CASUS_DEEDS
from casustafel.web.casusoverleg.words import EFFECTS
from casustafel.web.door import acts
from casustafel.web.paging import page_number
from casustafel.web.part import Cell, Column, Table, Waarborgen
from casustafel.web.rendering import DayPicker
from casustafel.web.saving import ActForm, attempt, show
from casustafel.web.session import visitor_of
from casustafel.web.terms import moment_text
from casustafel.web.toezicht.logbewijs import FILES
from casustafel.web.weegploeg.looks import DEEDS
from casustafel.web.words import ROLES, organisation_names

WEEK = timedelta(days=7)
ALL = ("", gettext_lazy("all"))


class LogForm(ActForm):
    """The file and the period, and what narrows it."""

    bestand = forms.ChoiceField(label=gettext_lazy("Which file?"), choices=list(FILES.items()))
    van = Day(label=gettext_lazy("From which day?"), widget=DayPicker)
    tot = Day(label=gettext_lazy("Up to and with which day?"), widget=DayPicker)
    medewerker = Line(
        label=gettext_lazy("Whose rows?"),
        help_text=gettext_lazy("A name of somebody who works here, or part of it."),
        required=False,
    )
    nummer = Line(
        label=gettext_lazy("Which number?"),
        help_text=gettext_lazy("Of a dossier, casus, request or incident, such as W-2026-0001."),
        required=False,
    )
    gevolg = forms.ChoiceField(
        label=gettext_lazy("With which effect?"),
        choices=[ALL, *((one.value, words) for one, words in EFFECTS.items())],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the period: without one there is no search."""
        typed = super().clean() or {}
        for name in ("van", "tot"):
            if name not in self.errors and not typed.get(name):
                self.add_error(name, _("Give a day: a search of the log always has a period."))
        return typed


@require_http_methods(["GET", "POST"])
@acts(*search_log.values())
def log_rows(request: HttpRequest) -> HttpResponse:
    """Ask for a period, and show what stands in the log of it."""
    visitor = visitor_of(request)
    today = visitor.edge.day
    verdict = may_search_log(visitor.wie, van=today, tot=today, day=today)
    if not verdict.is_allowed:
        raise Refused(verdict)
    if request.method != "POST":
        form, found = LogForm(initial={"bestand": "weegploeg", "van": today - WEEK, "tot": today}), None
    else:
        form = LogForm(request.POST)
        pagina = page_number(request.POST.get("pagina", ""))
        act = search_log.get(request.POST.get("bestand", ""), search_log["register"])
        done = attempt(request, form, act, invoer=lambda typed: _asked(typed, pagina=pagina))
        found = done.result if done else None
    context = {
        "lijst": found,
        "tabel": _table(found, organisation_names(visitor.wie)) if found else None,
        "volgende": found.pagina + 1 if found and not found.is_laatste else 0,
        "waarborgen": Waarborgen(
            artikel="15.2.e",
            role=str(ROLES[Rol.TOEZICHTHOUDER]),
            purpose=_("To control who looked at what. You see who did what and when, and nothing of a file."),
        ),
    }
    return show(request, "toezicht/log.html", form, context) if not found else _shown(request, form, context)


def _shown(request: HttpRequest, form: LogForm, context: dict[str, Any]) -> HttpResponse:
    form.refused_status = 200  # type: ignore[attr-defined]  # read by `show`: it is shown again with what was found
    return show(request, "toezicht/log.html", form, context)


def _asked(typed: dict[str, Any], *, pagina: int) -> SearchLog:
    return SearchLog(
        van=typed["van"],
        tot=typed["tot"],
        medewerker=typed["medewerker"],
        nummer=typed["nummer"],
        gevolg=Gevolg(typed["gevolg"]) if typed["gevolg"] else None,
        pagina=pagina,
    )


def _table(lijst: LogLijst, names: Mapping[UUID, str]) -> Table:
    labels = (_("When"), _("Who"), _("What was done"), _("Effect"), _("Articles"), _("About"))
    return Table(
        caption=str(FILES[lijst.bestand]),
        columns=[Column(label=label) for label in labels],
        cells=[list(_cells(row, names)) for row in lijst.regels],
        wide=True,
    )


def _cells(row: LogRegelBeeld, names: Mapping[UUID, str]) -> Iterable[Cell]:
    organisatie = names.get(row.organisatie_id, "") if row.organisatie_id else ""
    deed = DEEDS.get(row.daad) or CASUS_DEEDS.get(row.daad)
    yield Cell(text=moment_text(row.op))
    yield Cell(text=row.naam or _("the system"), note=organisatie)
    yield Cell(text=str(deed) if deed else row.daad, note=", ".join(row.redenen))
    yield Cell(badge=str(EFFECTS[row.gevolg]))
    yield Cell(text=", ".join(row.artikelen))
    yield Cell(text=row.over or "–")
