"""What falls due, what was destroyed and what the nights did: numbers and days, nothing of any content. Covenant 13."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from casustafel.acts.bewaring.certificaten import (
    CertificaatBeeld,
    CertificatenBeeld,
    FindCertificaten,
    find_certificaten,
)
from casustafel.acts.bewaring.run_nachtwerk import NachtBeeld, find_nachten
from casustafel.acts.bewaring.vervaldagen import (
    FindVervaldagen,
    VervaldagLijst,
    VervaldagRegel,
    find_vervaldagen,
    merged,
)
from casustafel.acts.edge import LOCAL
from casustafel.acts.invoer import Niets
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.bewaring import Houdersoort, Wijze
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.bewaring import (
    may_find_certificaten,
    may_find_nachten,
    may_find_vervaldagen,
    sees_certificaten,
)
from casustafel.web.bewaring.words import FILES, KINDS, OUTCOMES, PIECES, STEPS_OF_A_NIGHT, WAYS
from casustafel.web.door import acts, through
from casustafel.web.paging import page_number
from casustafel.web.part import Cell, Column, Link, Table, Waarborgen
from casustafel.web.rendering import DayPicker
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.words import ROLES

ROLES_HERE: Final = (Rol.WEEGPLOEG, Rol.UITVOERDER, Rol.TOEZICHTHOUDER, Rol.AUDITOR)
SHOWN_OF_HASH: Final = 12


class Periode(forms.Form):
    """From and up to which day; both may stay empty."""

    template_name = "components/form.html"
    van = forms.DateField(label=gettext_lazy("From which day?"), required=False, widget=DayPicker)
    tot = forms.DateField(label=gettext_lazy("Up to and including which day?"), required=False, widget=DayPicker)


class TotEnMet(forms.Form):
    """Up to which day is looked ahead; where it stays empty, 90 days."""

    template_name = "components/form.html"
    tot = forms.DateField(label=gettext_lazy("Up to and including which day?"), required=False, widget=DayPicker)


def entrance(wie: Wie, *, day: date) -> str:
    """Name the first page of retention that somebody may see, or nothing."""
    return next((name for name, _label, is_theirs in _parts(wie, day=day) if is_theirs), "")


def _parts(wie: Wie, *, day: date) -> Iterator[tuple[str, str, bool]]:
    yield "vervaldagen", _("What falls due"), may_find_vervaldagen(wie, day=day).is_allowed
    yield "certificaten", _("What was destroyed"), may_find_certificaten(wie, day=day).is_allowed
    yield "nachten", _("What the nights did"), may_find_nachten(wie, day=day).is_allowed


def _tabs(request: HttpRequest, current: str) -> list[Link]:
    visitor = visitor_of(request)
    return [
        Link(url=reverse(name), label=label, current=name == current)
        for name, label, is_theirs in _parts(visitor.wie, day=visitor.edge.day)
        if is_theirs
    ]


def _waarborgen(wie: Wie, *, artikel: str, purpose: str, kept: str) -> Waarborgen:
    held = ", ".join(str(ROLES[rol]) for rol in ROLES_HERE if rol in wie.rollen)
    return Waarborgen(artikel=artikel, role=held, purpose=purpose, kept_artikel="13.1", kept_why=kept)


def _number(request: HttpRequest) -> int:
    return page_number(request.GET.get("pagina", ""))


@acts(*find_vervaldagen)
@require_safe
def vervaldagen(request: HttpRequest) -> HttpResponse:
    """List what falls due, by number and day, the earliest first."""
    visitor = visitor_of(request)
    form = TotEnMet(request.GET)
    tot = form.cleaned_data.get("tot") if form.is_valid() else None
    invoer = FindVervaldagen(tot=tot, pagina=_number(request))
    lijst = merged([through(request, act, invoer) for act in find_vervaldagen])
    context = {
        "tabs": _tabs(request, "vervaldagen"),
        "form": form,
        "tot": lijst.tot,
        "table": _due(lijst, day=visitor.edge.day, may_open=Rol.WEEGPLOEG in visitor.wie.rollen),
        "pages": _pages(lijst.pagina, is_last=lijst.is_laatste, kept={"tot": tot}),
        "waarborgen": _waarborgen(
            visitor.wie,
            artikel="5" if Rol.UITVOERDER in visitor.wie.rollen else "13.1",
            purpose=_("To check what comes and to mend what is wrong. Nothing waits for anybody to do so."),
            kept=_("this list is made anew each time, and kept nowhere"),
        ),
    }
    return render(request, "bewaring/vervaldagen.html", context)


def _due(lijst: VervaldagLijst, *, day: date, may_open: bool) -> Table | None:
    if not lijst.vervaldagen:
        return None
    labels = (_("Number"), _("What comes"), _("On"), _("Term"), _("Article"), _("File"))
    return Table(
        caption=_("What falls due"),
        columns=[Column(label=label) for label in labels],
        cells=[_due_row(row, day=day, may_open=may_open) for row in lijst.vervaldagen],
    )


def _due_row(row: VervaldagRegel, *, day: date, may_open: bool) -> list[Cell]:
    is_here = row.bestand == Bestand.WEEGPLOEG.value
    both = _("weegploeg and casusoverleg") if is_here and row.is_met_casus else ""
    return [
        Cell(text=row.nummer, url=reverse("dossier", args=[row.dossier_id]) if may_open and is_here else ""),
        Cell(text=str(OUTCOMES[row.wat])),
        Cell(on=row.op),
        Cell(term=term_of(row.op, day=day)),
        Cell(text=row.artikel),
        Cell(text=both or str(FILES[row.bestand])),
    ]


def _pages(page: int, *, is_last: bool, kept: dict[str, date | None]) -> dict[str, str | int]:
    """Give the addresses of the page before and the next one, with the days that were asked for."""
    asked = "".join(f"&{name}={day.isoformat()}" for name, day in kept.items() if day)
    return {
        "page": page,
        "before": f"?pagina={page - 1}{asked}" if page > 1 else "",
        "after": "" if is_last else f"?pagina={page + 1}{asked}",
    }


@acts(*find_certificaten.values())
@require_safe
def certificaten(request: HttpRequest) -> HttpResponse:
    """List the certificates of a period, file by file, with how many there are of each kind."""
    wie = visitor_of(request).wie
    form = Periode(request.GET)
    days = form.cleaned_data if form.is_valid() else {"van": None, "tot": None}
    invoer = FindCertificaten(van=days.get("van"), tot=days.get("tot"), pagina=_number(request))
    found = [through(request, act, invoer) for act in find_certificaten.values()]
    context = {
        "tabs": _tabs(request, "certificaten"),
        "form": form,
        "totals": _totals(found),
        "files": [{"title": FILES[one.bestand], "table": _certificates(one)} for one in found if one.certificaten],
        "sees_each": sees_certificaten(wie),
        "pages": _pages(
            invoer.pagina,
            is_last=all(one.is_laatste for one in found),
            kept={"van": days.get("van"), "tot": days.get("tot")},
        ),
        "waarborgen": _waarborgen(
            wie,
            artikel="13.1",
            purpose=_("To account for what was destroyed. There is nothing about a person in it."),
            kept=_("a certificate holds no personal data and stays"),
        ),
    }
    return render(request, "bewaring/certificaten.html", context)


def _totals(found: list[CertificatenBeeld]) -> Table | None:
    cells = [
        [
            Cell(text=str(FILES[one.bestand])),
            Cell(text=str(KINDS[Houdersoort(total.soort)])),
            Cell(text=str(WAYS[Wijze(total.wijze)])),
            Cell(text=total.artikel),
            Cell(text=total.aantal),
        ]
        for one in found
        for total in one.totalen
    ]
    labels = (_("File"), _("What"), _("Way"), _("Article"), _("How many"))
    columns = [Column(label=label, number=label == labels[-1]) for label in labels]
    return Table(caption=_("How many"), columns=columns, cells=cells) if cells else None


def _certificates(one: CertificatenBeeld) -> Table:
    labels = (_("Left the file on"), _("What"), _("Way"), _("Article"), _("Pieces"), _("Hash"))
    return Table(
        caption=_("Certificates"),
        columns=[Column(label=label) for label in labels],
        cells=[_certificate(c) for c in one.certificaten],
    )


def _certificate(one: CertificaatBeeld) -> list[Cell]:
    pieces = ", ".join(f"{PIECES.get(a.soort, a.soort)}: {a.aantal}" for a in one.aantallen)
    marked = _("decided on %(day)s") % {"day": date_format(one.vernietigen_op)}
    return [
        Cell(on=one.op, note=marked if one.vernietigen_op != one.op else ""),
        Cell(text=str(KINDS[one.soort])),
        Cell(text=str(WAYS[one.wijze])),
        Cell(text=one.artikel),
        Cell(text=pieces),
        Cell(text=one.hash[:SHOWN_OF_HASH]),
    ]


@acts(find_nachten)
@require_safe
def nachten(request: HttpRequest) -> HttpResponse:
    """Show what the last nights did, in numbers."""
    found = through(request, find_nachten, Niets())
    context = {
        "tabs": _tabs(request, "nachten"),
        "is_missed": found.is_gemist,
        "last": found.nachten[0].dag if found.nachten else None,
        "table": _nights(found.nachten) if found.nachten else None,
        "waarborgen": _waarborgen(
            visitor_of(request).wie,
            artikel="15.2.e",
            purpose=_("To see that terms end by themselves. The numbers are of the whole installation."),
            kept=_("as long as lines of the log"),
        ),
    }
    return render(request, "bewaring/nachten.html", context)


def _nights(found: tuple[NachtBeeld, ...]) -> Table:
    labels = [str(label) for label in STEPS_OF_A_NIGHT.values()]
    columns = [Column(label=_("Night of")), *(Column(label=label, number=True) for label in labels)]
    return Table(
        caption=_("The last nights, the latest first"),
        columns=columns,
        cells=[_night(nacht) for nacht in found],
        wide=True,
    )


def _night(nacht: NachtBeeld) -> list[Cell]:
    counted = {getal.stap: getal.aantal for getal in nacht.getallen}
    at = date_format(nacht.op.astimezone(LOCAL), "H:i")
    return [Cell(on=nacht.dag, note=at), *(Cell(text=counted.get(stap, 0)) for stap in STEPS_OF_A_NIGHT)]
