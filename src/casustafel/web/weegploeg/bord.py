"""The weegploegbord: four columns of dossiers, with the days that are left. Covenant 7.4, 8.4."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from casustafel.acts.weegploeg.find_dossiers import DossierLijst, DossierRegel, FindDossiers, find_dossiers
from casustafel.convenant.feit import UNDECIDED, DossierStaat
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.door import acts, through
from casustafel.web.paging import page_number
from casustafel.web.part import Card, Count, Lane, Link
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.safeguards import board_safeguards
from casustafel.web.weegploeg.zoek import ZoekForm
from casustafel.web.words import DOSSIER_STATES, short_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the board: the states it holds, and the name of its page in the address; decided shows the latest."""

    title: str | Promise
    empty: str | Promise
    staten: tuple[DossierStaat, ...]
    parameter: str = ""


COLUMNS = (
    Column(
        title=gettext_lazy("New"),
        empty=gettext_lazy("No new dossiers."),
        staten=(DossierStaat.NIEUW,),
        parameter="nieuw",
    ),
    Column(
        title=gettext_lazy("Being weighed"),
        empty=gettext_lazy("Nothing is being weighed."),
        staten=(DossierStaat.IN_WEGING,),
        parameter="weging",
    ),
    Column(
        title=gettext_lazy("Information asked"),
        empty=gettext_lazy("No questions are open."),
        staten=(DossierStaat.INFORMATIE_GEVRAAGD,),
        parameter="informatie",
    ),
    Column(
        title=gettext_lazy("Decided"),
        empty=gettext_lazy("Nothing has been decided yet."),
        staten=tuple(staat for staat in DossierStaat if staat not in UNDECIDED),
    ),
)


@require_safe
@acts(find_dossiers)
def weegploegbord(request: HttpRequest) -> HttpResponse:
    """Show the board; each column is a page of a list, and each card was judged and logged as found."""
    visitor = visitor_of(request)
    names = short_names(visitor.wie)
    day = visitor.edge.day
    lanes: list[Lane] = []
    pages: list[Link] = []
    beschadigd = 0
    for column in COLUMNS:
        invoer = FindDossiers(staten=column.staten, pagina=_page(request, column))
        found = through(request, find_dossiers, invoer)
        cards = [_card(row, names=names, day=day) for row in found.dossiers]
        lanes.append(Lane(title=str(column.title), cards=cards, empty=str(column.empty)))
        pages += _pages(column, found)
        beschadigd += found.beschadigd
    context = {
        "columns": lanes,
        "pages": pages,
        "beschadigd": beschadigd,
        "search": ZoekForm(),
        "may_submit": is_weegploeg(visitor.wie),
        "waarborgen": board_safeguards(visitor.wie),
    }
    return render(request, "weegploeg/bord.html", context)


def _page(request: HttpRequest, column: Column) -> int:
    return page_number(request.GET.get(column.parameter, "")) if column.parameter else 1


def _card(row: DossierRegel, *, names: Mapping[UUID, str], day: date) -> Card:
    is_open, since = row.staat in UNDECIDED, row.niet_geagendeerd_sinds
    return Card(
        number=row.nummer,
        name=row.naam,
        url=reverse("dossier", args=[row.id]),
        counts=[Count(party=names[count.organisatie_id], n=count.aantal) for count in row.signalen],
        term=term_of(row.beslis_uiterlijk_op, day=day) if is_open and since is None else None,
        note=_note(row) if since is None or not is_open else _passed(since),
    )


def _note(row: DossierRegel) -> str:
    return "" if row.staat in UNDECIDED else str(DOSSIER_STATES[row.staat])


def _passed(since: date) -> str:
    """Say that the term ended without an outcome. Covenant 7.4."""
    return _("counts as not put on the agenda since %(since)s (article 7.4)") % {"since": date_format(since)}


def _pages(column: Column, found: DossierLijst) -> list[Link]:
    if not column.parameter:
        return []
    steps = []
    if found.pagina > 1:
        steps.append((found.pagina - 1, _("%(column)s: previous page")))
    if not found.is_laatste:
        steps.append((found.pagina + 1, _("%(column)s: next page")))
    return [Link(url=f"?{column.parameter}={page}", label=label % {"column": column.title}) for page, label in steps]
