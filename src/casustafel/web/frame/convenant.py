"""The covenant itself: who takes part, what is weighed, under which law. No personal data. Covenant 1, 11.1."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import ConvenantBeeld, OrganisatieBeeld, open_convenant
from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import KERNPARTIJEN, PARTIJEN
from casustafel.convenant.rules.autorisatie import may_see_autorisaties
from casustafel.convenant.rules.beveiliging import may_see_beveiliging
from casustafel.convenant.rules.bijlage import may_see_voorstellen
from casustafel.convenant.rules.maatregelen import states_maatregelen
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.verantwoording import may_see_cijfers, may_see_verantwoording
from casustafel.convenant.rules.verloop import (
    may_open_verwerkingen,
    may_see_evaluatie,
    may_see_geschillen,
    may_see_opzegging,
)
from casustafel.convenant.rules.vervanging import may_see_vervangingen
from casustafel.convenant.voorstel import Onderdeel
from casustafel.web.beheer.pages import PARTS
from casustafel.web.beheer.teksten import reference_of
from casustafel.web.door import acts, through
from casustafel.web.kept import kept_fact
from casustafel.web.part import Cell, Column, Event, Fact, Link, Table, Waarborgen
from casustafel.web.session import visitor_of


@acts(open_convenant)
@require_safe
def convenant(request: HttpRequest) -> HttpResponse:
    """Show the covenant that is on."""
    beeld = through(request, open_convenant, Niets())
    visitor = visitor_of(request)
    partijen = [o for o in beeld.organisaties if o.soort in PARTIJEN]
    partners = [o for o in beeld.organisaties if o.soort not in PARTIJEN]
    context = {
        "beeld": beeld,
        "facts": _facts(beeld),
        "partijen": _table(_("Parties"), partijen),
        "partners": _table(_("Externe casuspartners (annex 1)"), partners) if partners else None,
        "maatregelen": _statements(beeld, day=visitor.edge.day),
        "maatregelen_url": reverse("maatregelen") if states_maatregelen(visitor.wie) else "",
        "gedaan": _("The statement is recorded.") if "gedaan" in request.GET else "",
        "teksten": _texts(beeld, day=visitor.edge.day),
        "kader": next((k for k in beeld.kaders if k.vanaf <= visitor.edge.day), None),
        "steps": list(_steps(visitor.wie, day=visitor.edge.day)),
        "waarborgen": Waarborgen(artikel="11.1", purpose=_("The covenant is public. Nothing here is about a person.")),
    }
    return render(request, "frame/convenant.html", context)


def _facts(beeld: ConvenantBeeld) -> list[Fact]:
    return [
        Fact(key=_("Municipality"), value=beeld.gemeente),
        Fact(key=_("In force since"), on=beeld.in_werking_op, note=_("article 18.1")),
        Fact(key=_("Published in"), value=beeld.bekendmaking, note=_("article 11.1")),
        Fact(key=_("Law that applies"), value=beeld.regime),
        Fact(key=_("Law verified by"), value=beeld.regime_geverifieerd_door),
        Fact(key=_("Law verified on"), on=beeld.regime_geverifieerd_op),
    ]


def _statements(beeld: ConvenantBeeld, *, day: date) -> list[Event]:
    """Show the statements of the college's measures; the one that is current says until when."""
    return [
        Event(
            title=m.door,
            on=m.vastgesteld_op,
            text=m.omschrijving,
            facts=[
                Fact(key=_("Current up to and including"), value=date_format(m.geldig_tot)),
                kept_fact(m.bewaard_tot),
            ],
            marks=[_("current") if day <= m.geldig_tot else _("no longer current")],
        )
        for m in beeld.maatregelen
    ]


def _steps(wie: Wie, *, day: date) -> Iterator[Link]:
    """Offer what this reader may look at beside the covenant."""
    if may_see_voorstellen(wie, day=day).is_allowed:
        yield Link(url=reverse("voorstellen"), label=_("Proposals"))
        yield Link(url=reverse("record-publicatie"), label=_("Record a publication"))
    for name, label, seen in (
        ("geschillen", _("Disputes"), may_see_geschillen),
        ("evaluaties", _("Evaluation"), may_see_evaluatie),
        ("vervangingen", _("Deputies"), may_see_vervangingen),
        ("autorisaties", _("Authorisations"), may_see_autorisaties),
        ("opzegging", _("Leave the covenant"), may_see_opzegging),
        ("verwerkingen", _("Register of processing activities"), may_open_verwerkingen),
        ("beveiligingsplan", _("Security plan"), may_see_beveiliging),
        ("verantwoording", _("How the covenant is kept"), may_see_verantwoording),
        ("cijfers", _("Figures of the evaluation"), may_see_cijfers),
    ):
        if seen(wie, day=day).is_allowed:
            yield Link(url=reverse(name), label=label)
    if is_weegploeg(wie):
        yield Link(url=reverse("verify-regime"), label=_("Verify the law that applies"))


def _texts(beeld: ConvenantBeeld, *, day: date) -> Table:
    """List the parts of the covenant: which version holds, where it was published, and the page to print."""
    labels = (_("Text"), _("Version"), _("In force from"), _("Published in"))
    rows = []
    for part, words in PARTS.items():
        text = next((t for t in beeld.teksten if t.onderdeel is part and t.is_geldend), None)
        kader = next((k for k in beeld.kaders if k.vanaf <= day), None) if part is Onderdeel.BIJLAGE_3 else None
        found = text or kader
        row = [
            Cell(text=str(words), url=reverse("convenant-tekst", args=[part.value])),
            Cell(text=found.versie if found else "–"),
            Cell(on=found.vanaf) if found else Cell(text="–"),
            Cell(text=reference_of(beeld, part) or "–"),
        ]
        rows.append(row)
    columns = [Column(label=label) for label in labels]
    return Table(caption=_("Texts, to read and to print"), columns=columns, cells=rows)


def _table(caption: str, organisaties: Iterable[OrganisatieBeeld]) -> Table:
    labels = (_("Name"), _("Takes part as"), _("Contact"), _("Since"), _("Until"))
    return Table(
        caption=caption, columns=[Column(label=label) for label in labels], cells=[_cells(o) for o in organisaties]
    )


def _cells(organisatie: OrganisatieBeeld) -> list[Cell]:
    return [
        Cell(text=organisatie.naam),
        Cell(text=_part_of(organisatie)),
        Cell(text=organisatie.contact),
        Cell(on=organisatie.vanaf),
        Cell(on=organisatie.tot) if organisatie.tot else Cell(text="–"),
    ]


def _part_of(organisatie: OrganisatieBeeld) -> str:
    if organisatie.soort in KERNPARTIJEN:
        return _("kernpartij")
    return _("casuspartij") if organisatie.soort in PARTIJEN else _("externe casuspartner")
