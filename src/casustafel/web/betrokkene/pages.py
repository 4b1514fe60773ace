"""The list of requests, one request, and the own tasks. Covenant 12."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from casustafel.acts.betrokkene.find_verzoeken import FindVerzoeken, VerzoekRegel, find_verzoeken
from casustafel.acts.betrokkene.open_verzoek import TrefferBeeld, VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.samenstellen import Antwoordsoort
from casustafel.acts.betrokkene.verzoektaak import (
    OpenVerzoektaak,
    VerzoektaakBeeld,
    find_verzoektaken,
    open_verzoektaak,
)
from casustafel.acts.invoer import Niets
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.verzoek import UNANSWERED, Antwoord, Taakstaat, Verzoeksoort
from casustafel.convenant.wijziging import Uitvoerstaat
from casustafel.web.betrokkene.chosen import chosen_table
from casustafel.web.betrokkene.frame import actions_of, around, days_of, is_changing, opened, safeguards, steps_of
from casustafel.web.betrokkene.shielded import shield_table
from casustafel.web.betrokkene.telling import outside_table, told_table
from casustafel.web.betrokkene.words import (
    ANSWERS,
    DONE_IN,
    HOW_FAR,
    KINDS,
    LETTERS,
    OUTCOMES,
    REPRESENTED,
    STATES,
    ground_names,
)
from casustafel.web.door import acts, through
from casustafel.web.paging import page_number
from casustafel.web.part import Cell, Column, Fact, Position, Table
from casustafel.web.session import visitor_of
from casustafel.web.terms import term_of
from casustafel.web.weegploeg.age import AGE_GROUPS
from casustafel.web.words import acted, organisation_names


@require_safe
@acts(find_verzoeken)
def verzoeken(request: HttpRequest) -> HttpResponse:
    """Show requests by number and days left, what is due first at the top."""
    visitor = visitor_of(request)
    asked = FindVerzoeken(pagina=page_number(request.GET.get("pagina", "")))
    lijst = through(request, find_verzoeken, asked)
    context = {
        "lijst": lijst,
        "tabel": _table(lijst.verzoeken, day=visitor.edge.day),
        "nieuw": reverse("receive-verzoek") if Rol.UITVOERDER in visitor.wie.rollen else "",
        "vorige": lijst.pagina - 1,
        "volgende": 0 if lijst.is_laatste else lijst.pagina + 1,
        "waarborgen": safeguards(visitor.wie),
    }
    return render(request, "betrokkene/lijst.html", context)


def _table(rows: Sequence[VerzoekRegel], *, day: date) -> Table:
    labels = (_("Number"), _("Kind"), _("How far it is"), _("Received on"), _("At the latest on"), _("Left"))
    return Table(
        caption=_("Requests"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=row.nummer, url=reverse("verzoek", args=[row.id])),
                Cell(text=str(KINDS[row.soort])),
                Cell(badge=str(STATES[row.staat])),
                Cell(on=row.ontvangen_op),
                *_due(row, day=day),
            ]
            for row in rows
        ],
    )


def _due(row: VerzoekRegel, *, day: date) -> tuple[Cell, Cell]:
    if row.dagen_over is None:
        return Cell(text="–"), Cell(text="–")
    until = row.uitvoeren_uiterlijk_op if row.artikel == "12.6" else row.antwoord_uiterlijk_op
    return Cell(on=until), Cell(term=term_of(until, day=day))


@require_safe
@acts(open_verzoek)
def verzoek(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Show a request: how far it is, who asks and what, the parts, the positions, the decision, the answer."""
    beeld = opened(request, verzoek_id)
    visitor = visitor_of(request)
    names = organisation_names(visitor.wie)
    context = around(
        request,
        beeld,
        terug=reverse("verzoeken"),
        staat=STATES[beeld.verzoek.staat],
        stappen=steps_of(beeld),
        dagen=days_of(beeld, day=visitor.edge.day),
        acties=actions_of(beeld, visitor.wie, day=visitor.edge.day),
        aanvraag=_asked(beeld),
        identiteit=_identity(beeld),
        treffers=_hits(beeld) if beeld.treffers else None,
        taken=tasks_table(beeld.taken, names) if beeld.taken else None,
        positions=_positions(beeld, visitor.wie, day=visitor.edge.day),
        besluit=_decision(beeld),
        antwoord=_answer(beeld),
        gekozen=chosen_table(beeld, can_change=is_changing(beeld)) if beeld.wijzigingen else None,
        uitvoering=_files(beeld),
        buiten=outside_table(beeld) if beeld.ontvangers and not beeld.meldingen else None,
        gemeld=told_table(beeld, names) if beeld.meldingen else None,
        afgeschermd=shield_table(beeld, visitor.wie) if beeld.afschermingen else None,
    )
    return render(request, "betrokkene/verzoek.html", context)


def _hits(beeld: VerzoekBeeld) -> Table:
    """Give the dossiers that the request is about, and whether what they hold was gathered, and of whom."""
    is_inzage = beeld.verzoek.soort is Verzoeksoort.INZAGE and beeld.verzoek.staat in UNANSWERED

    def state(one: TrefferBeeld) -> Cell:
        if not (is_inzage or is_changing(beeld)):
            return Cell(text="–")
        if not one.is_verzameld:
            return Cell(badge=_("not yet"))
        return Cell(text=_("of somebody beside the subject") if one.persoon_id else _("of the subject"))

    labels = (_("Number"), _("Gathered"))
    return Table(
        caption=_("Dossiers that this is about"),
        columns=[Column(label=label) for label in labels],
        cells=[[Cell(text=one.nummer), state(one)] for one in beeld.treffers],
    )


def _asked(beeld: VerzoekBeeld) -> list[Fact]:
    one = beeld.aanvraag
    facts = [
        Fact(key=_("Name"), value=one.naam),
        Fact(key=_("Address"), value=one.adres),
        Fact(key=_("Age group"), value=str(AGE_GROUPS.get(one.leeftijdsgroep, ""))),
        Fact(key=_("What is asked"), value=one.gevraagd),
    ]
    if one.vertegenwoordiger:
        kinds = {kind.value: str(word) for kind, word in REPRESENTED.items()}
        facts += [
            Fact(key=_("Who asks"), value=kinds.get(one.vertegenwoordiging, "")),
            Fact(key=_("Name of who asks"), value=one.vertegenwoordiger),
            Fact(key=_("Address of who asks"), value=one.vertegenwoordiger_adres),
        ]
    return [fact for fact in facts if fact.value]


def _identity(beeld: VerzoekBeeld) -> list[Fact]:
    one = beeld.identiteit
    if one is None:
        return []
    facts = [
        Fact(key=_("Paper"), value=one.papier),
        Fact(key=_("How it was seen"), value=one.gezien),
        Fact(key=_("Paper of the representation"), value=one.vertegenwoordiging_papier),
        Fact(key=_("How that was seen"), value=one.vertegenwoordiging_gezien),
        Fact(key=_("Letter"), value=one.brief),
        Fact(key=_("By"), value=one.door),
        Fact(key=_("On"), on=one.op),
    ]
    return [fact for fact in facts if fact.value or fact.on]


def tasks_table(taken: Sequence[VerzoektaakBeeld], names: dict[UUID, str]) -> Table:
    """Give the parts of the parties, and what others were asked to do."""
    labels = (_("For"), _("Task"), _("At the latest on"), _("Asked again on"), _("What was found"))
    return Table(
        caption=_("Parts and tasks"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=names.get(one.organisatie_id, ""), note=one.voor),
                Cell(text=one.opdracht),
                _until(one),
                Cell(on=one.herinnerd_op) if one.herinnerd_op else Cell(text="–"),
                Cell(text=one.bevinding, note=one.door) if one.bevinding else Cell(badge=_("not yet")),
            ]
            for one in taken
        ],
    )


def _until(taak: VerzoektaakBeeld) -> Cell:
    """Give the last day of a task, and how many days it is late."""
    if taak.uiterlijk_op is None:
        return Cell(text="–")
    late = taak.dagen_te_laat
    note = ngettext("%(days)s day late", "%(days)s days late", late) % {"days": late} if late else ""
    return Cell(on=taak.uiterlijk_op, note=note)


def _positions(beeld: VerzoekBeeld, wie: Wie, *, day: date) -> list[Position]:
    taken = {one.organisatie_id: one for one in beeld.standpunten}
    grounds = ground_names(wie.convenant.regime)
    found = []
    for partij in wie.convenant.kernpartijen_on(day):
        one = taken.get(partij.id)
        if one is None:
            found.append(Position(party=partij.naam, stand="open"))
            continue
        why = (grounds.get(one.grond, ""), one.reikwijdte, one.motivering)
        found.append(
            Position(
                party=partij.naam,
                stand="given" if one.antwoord is Antwoord.INWILLIGEN else "withheld",
                text=str(ANSWERS[one.antwoord]),
                on=one.op,
                name=acted(one.door, als_plaatsvervanger=one.als_plaatsvervanger),
                motivation="\n".join(part for part in why if part),
            )
        )
    return found if beeld.identiteit else []


def _decision(beeld: VerzoekBeeld) -> list[Fact]:
    one = beeld.besluit
    if one is None:
        return []
    until = _("within six weeks after this decision was sent")
    return [
        Fact(key=_("Decided on"), on=one.op),
        Fact(key=_("Outcome"), value=str(OUTCOMES[one.uitkomst])),
        Fact(key=_("Object at"), value=one.bezwaar_bij, note=until),
        *([Fact(key=_("Object by"), on=one.bezwaar_tot)] if one.bezwaar_tot else []),
        Fact(key=_("Court"), value=one.rechtbank),
        Fact(key=_("Complain at"), value=one.klacht_bij),
        Fact(key=_("Recorded by"), value=one.door),
    ]


def _answer(beeld: VerzoekBeeld) -> list[Fact]:
    found: list[Fact] = []
    if beeld.antwoord is not None:
        one = beeld.antwoord
        found += [
            Fact(key=_("Answered on"), on=one.op),
            Fact(key=_("Letter"), value=str(LETTERS[Antwoordsoort(one.soort)]) if one.soort else ""),
            Fact(key=_("What the letter says"), value=one.brief),
        ]
    if beeld.uitvoering is not None and beeld.uitvoering.uitgevoerd:
        found.append(Fact(key=_("Carried out"), value=beeld.uitvoering.uitgevoerd, note=beeld.uitvoering.door))
    return [fact for fact in found if fact.value or fact.on]


def _files(beeld: VerzoekBeeld) -> list[Fact]:
    """Give how many files have the change, and each of them."""
    done = sum(one.staat is not Uitvoerstaat.ONDERWEG for one in beeld.bestanden)
    if not beeld.bestanden or beeld.uitvoering is None:
        return []
    total = len(beeld.bestanden)
    said = ngettext("%(done)s of %(n)s file", "%(done)s of %(n)s files", total) % {"done": done, "n": total}
    return [
        Fact(key=_("Begun on"), on=beeld.uitvoering.op, note=beeld.uitvoering.door),
        Fact(key=_("Carried out in"), value=said),
        *(Fact(key=str(DONE_IN[one.bestand]).capitalize(), value=str(HOW_FAR[one.staat])) for one in beeld.bestanden),
    ]


@require_safe
@acts(find_verzoektaken)
def verzoektaken(request: HttpRequest) -> HttpResponse:
    """Show the requests for which the reader has a task."""
    visitor = visitor_of(request)
    found = through(request, find_verzoektaken, Niets()).verzoeken
    labels = (_("Number"), _("Kind"), _("At the latest on"), _("Left"))
    tabel = Table(
        caption=_("Tasks for requests"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=row.nummer, url=reverse("verzoektaak", args=[row.id])),
                Cell(text=str(KINDS[row.soort])),
                Cell(on=row.uiterlijk_op),
                Cell(term=term_of(row.uiterlijk_op, day=visitor.edge.day)) if row.is_open else Cell(badge=_("done")),
            ]
            for row in found
        ],
    )
    context = {"tabel": tabel if found else None, "waarborgen": safeguards(visitor.wie)}
    return render(request, "betrokkene/taken.html", context)


@require_safe
@acts(open_verzoektaak)
def verzoektaak(request: HttpRequest, verzoek_id: UUID) -> HttpResponse:
    """Show the reader's own tasks for a request, and whose request it is."""
    visitor = visitor_of(request)
    beeld = through(request, open_verzoektaak, OpenVerzoektaak(houder_id=verzoek_id))
    waiting = [one for one in beeld.taken if one.staat is Taakstaat.OPEN]
    context = {
        "nummer": beeld.nummer,
        "terug": reverse("verzoektaken"),
        "facts": [
            Fact(key=_("Name"), value=beeld.naam),
            Fact(key=_("Kind"), value=str(KINDS[beeld.soort])),
            Fact(key=_("Answer by"), on=beeld.antwoord_uiterlijk_op),
        ],
        "tabel": tasks_table(beeld.taken, organisation_names(visitor.wie)),
        "stukken": reverse("verzoekstukken", args=[beeld.id]) if beeld.toont_stukken else "",
        "doen": [(reverse("do-verzoektaak", args=[beeld.id, one.id]), one.opdracht) for one in waiting],
        "waarborgen": safeguards(visitor.wie),
    }
    return render(request, "betrokkene/taak.html", context)
