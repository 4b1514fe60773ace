"""Consult the archive: the list, a stated question, the items under it, and one of them. Covenant 13.2."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casustafel.acts.archief.archiefitem import (
    ArchiefItemRegel,
    OpenArchiefitem,
    OpenArchiefitems,
    open_archiefitem,
    open_archiefitems,
)
from casustafel.acts.archief.archiefvraag import StateArchiefvraag, VraagBeeld, open_archief, state_archiefvraag
from casustafel.acts.archief.find_archieven import ArchiefRegel, FindArchieven, find_archieven
from casustafel.convenant.archief import Vraagsoort
from casustafel.convenant.feit import Wie
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.stuk import Herkomst
from casustafel.web.archief.frame import around, facts_of, number_of, opened, safeguards
from casustafel.web.archief.reactivering import question_facts, question_positions, question_steps
from casustafel.web.archief.words import FILES, PURPOSES, field_of, kind_of, value_of
from casustafel.web.asked import Line, One
from casustafel.web.door import acts, through
from casustafel.web.paging import page_number
from casustafel.web.part import Cell, Column, Fact, Link, Table
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm, save, show
from casustafel.web.session import visitor_of
from casustafel.web.words import organisation_names


class VraagForm(ActForm):
    """For what items will be opened."""

    groups = (Fieldset(legend=gettext_lazy("Your question"), names=("soort", "kenmerk")),)
    soort = One(
        label=gettext_lazy("For what do you open items?"), choices=[(one.value, PURPOSES[one]) for one in Vraagsoort]
    )
    kenmerk = Line(
        label=gettext_lazy("Reference of the question"),
        help_text=gettext_lazy("Such as the number of the complaint. Write no names here: they are not needed."),
    )


@require_safe
@acts(find_archieven)
def archieven(request: HttpRequest) -> HttpResponse:
    """Show what is in the archive: numbers and dates, what is destroyed first at the top."""
    nummer = request.GET.get("nummer", "")[:20].strip()
    asked = FindArchieven(nummer=nummer, pagina=page_number(request.GET.get("pagina", "")))
    lijst = through(request, find_archieven, asked)
    wie = visitor_of(request).wie
    context = {
        "lijst": lijst,
        "nummer": nummer,
        "tabel": _table(lijst.dossiers, wie),
        "vorige": lijst.pagina - 1,
        "volgende": 0 if lijst.is_laatste else lijst.pagina + 1,
        "waarborgen": safeguards(wie),
    }
    return render(request, "archief/lijst.html", context)


def _table(rows: Sequence[ArchiefRegel], wie: Wie) -> Table:
    labels = (_("Number"), _("Casus"), _("Last work on it"), _("In the archive since"), _("Kept up to and including"))
    return Table(
        caption=_("The archive"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=number_of(row), url=reverse("archief", args=[row.id]) if is_weegploeg(wie) else ""),
                Cell(text=row.casus_nummer or "–"),
                Cell(on=row.laatste_verwerking_op),
                Cell(on=row.gearchiveerd_op),
                Cell(on=row.bewaard_tot),
            ]
            for row in rows
        ],
    )


@require_safe
@acts(open_archief)
def archief(request: HttpRequest, archief_id: UUID) -> HttpResponse:
    """Show a subject without its content: its dates, the own questions, and how far a renewed decision is."""
    beeld = opened(request, archief_id)
    visitor = visitor_of(request)
    vragen = [vraag for vraag in beeld.vragen if visitor.edge.day <= vraag.tot]
    context = around(
        request,
        beeld,
        facts=facts_of(beeld.dossier),
        vragen=_questions(vragen, archief_id) if vragen else None,
        vraag_url=reverse("archiefvraag", args=[archief_id]),
        asked=question_facts(beeld, visitor.wie),
        positions=question_positions(beeld, visitor.wie, day=visitor.edge.day),
        acties=question_steps(beeld, visitor.wie, day=visitor.edge.day),
        terug=reverse("archieven"),
    )
    return render(request, "archief/archief.html", context)


def _questions(vragen: Sequence[VraagBeeld], archief_id: UUID) -> Table:
    labels = (_("For what"), _("Reference of the question"), _("Stated by"), _("Open up to and including"))
    return Table(
        caption=_("Questions of your organisation"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=str(PURPOSES[one.soort]), url=reverse("archiefitems", args=[archief_id, one.id])),
                Cell(text=one.kenmerk),
                Cell(text=one.door),
                Cell(on=one.tot),
            ]
            for one in vragen
        ],
    )


@require_http_methods(["GET", "POST"])
@acts(open_archief, state_archiefvraag)
def archiefvraag(request: HttpRequest, archief_id: UUID) -> HttpResponse:
    """State the question for which items will be opened; they follow under it."""
    beeld = opened(request, archief_id)
    form = VraagForm(request.POST if request.method == "POST" else None)

    def invoer(data: dict[str, Any]) -> StateArchiefvraag:
        return StateArchiefvraag.model_validate(
            {"houder_id": archief_id, "soort": data["soort"] or None, "kenmerk": data["kenmerk"]}
        )

    def follows(vraag_id: UUID) -> str:
        return reverse("archiefitems", args=[archief_id, vraag_id])

    done = save(request, form, state_archiefvraag, invoer=invoer, next_url=follows)
    if done is not None:
        return done
    context = around(
        request,
        beeld,
        heading=_("State your question"),
        intro=_("The archive opens item by item, for a question that you state first (article 13.2)."),
        note=_("The question is open for thirty days, for your organisation. The log keeps what you open for it."),
        submit=_("State this question"),
    )
    return show(request, "archief/form.html", form, context)


@require_safe
@acts(open_archief, open_archiefitems)
def items(request: HttpRequest, archief_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Show which items there are, file by file, without their content."""
    beeld = opened(request, archief_id)
    asked = OpenArchiefitems(houder_id=archief_id, vraag_id=vraag_id)
    found = through(request, open_archiefitems, asked)
    names = organisation_names(visitor_of(request).wie)
    tables = [
        _items_of(herkomst, [one for one in found.items if one.herkomst is herkomst], archief_id, vraag_id, names)
        for herkomst in FILES
    ]
    may_ask = found.soort is Vraagsoort.HEROVERWEGING and not _is_asked(beeld.reactivering)
    ask = Link(url=reverse("ask-reactivering", args=[archief_id, vraag_id]), label=_("Ask for a renewed decision"))
    context = around(
        request,
        beeld,
        heading=str(PURPOSES[found.soort]),
        tables=[table for table in tables if table.cells],
        acties=[ask] if may_ask else [],
    )
    return render(request, "archief/items.html", context)


def _is_asked(reactivering: Any) -> bool:
    return reactivering is not None and reactivering.staat is Vraagstaat.OPEN


def _items_of(
    herkomst: Herkomst,
    found: Sequence[ArchiefItemRegel],
    archief_id: UUID,
    vraag_id: UUID,
    names: dict[UUID, str],
) -> Table:
    labels = (_("Item"), _("Day"), _("Of"))
    return Table(
        caption=str(FILES[herkomst]),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=kind_of(one.soort), url=reverse("archiefitem", args=[archief_id, vraag_id, one.id])),
                Cell(on=one.op),
                Cell(text=names.get(one.organisatie_id, "–") if one.organisatie_id else "–"),
            ]
            for one in found
        ],
    )


@require_safe
@acts(open_archief, open_archiefitem)
def item(request: HttpRequest, archief_id: UUID, vraag_id: UUID, item_id: UUID) -> HttpResponse:
    """Show one item, opened."""
    beeld = opened(request, archief_id)
    asked = OpenArchiefitem(houder_id=archief_id, vraag_id=vraag_id, item_id=item_id)
    found = through(request, open_archiefitem, asked)
    names = organisation_names(visitor_of(request).wie)
    shown = [(field_of(veld.naam), value_of(veld.waarde, names)) for veld in found.velden]
    by = names.get(found.item.organisatie_id, "") if found.item.organisatie_id else ""
    context = around(
        request,
        beeld,
        heading=kind_of(found.item.soort),
        file=str(FILES[found.item.herkomst]),
        facts=[
            Fact(key=_("Day"), on=found.item.op),
            *([Fact(key=_("Of"), value=by)] if by else []),
            *(Fact(key=key, value=value) for key, value in shown if value),
        ],
        terug=reverse("archiefitems", args=[archief_id, vraag_id]),
    )
    return render(request, "archief/item.html", context)
