"""The texts of the covenant, to be read and printed by everybody in it. Covenant 11.1, 16."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import ConvenantBeeld, KaderBeeld, TekstBeeld, open_convenant
from casustafel.convenant.partij import Soort
from casustafel.convenant.voorstel import Onderdeel
from casustafel.web.beheer.pages import PARTS
from casustafel.web.door import acts, through
from casustafel.web.part import Cell, Column, Table
from casustafel.web.session import visitor_of


@acts(open_convenant)
@require_safe
def tekst(request: HttpRequest, onderdeel: str) -> HttpResponse:
    """Show one part of the covenant as it holds today, ready to print, with where it was published."""
    if onderdeel not in set(Onderdeel):
        raise Http404
    part = Onderdeel(onderdeel)
    beeld = through(request, open_convenant, Niets())
    day = visitor_of(request).edge.day
    text, kader = holding(beeld, part, day=day)
    context = {
        "organisatie": beeld.gemeente,
        "gemeente": beeld.gemeente,
        "title": PARTS[part],
        "text": text,
        "kader": kader,
        "partners": _partners(beeld) if part is Onderdeel.BIJLAGE_1 else None,
        "is_there": text or kader or part is Onderdeel.BIJLAGE_1,
        "referentie": reference_of(beeld, part),
        "is_convenant": part is Onderdeel.CONVENANT,
        "onderdeel": part.value,
    }
    return render(request, "beheer/tekst.html", context)


def holding(beeld: ConvenantBeeld, part: Onderdeel, *, day: date) -> tuple[TekstBeeld | None, KaderBeeld | None]:
    """Give the text of a part that holds on a day; of annex 3 that is a referentiekader."""
    text = next((t for t in beeld.teksten if t.onderdeel is part and t.is_geldend), None)
    kader = next((k for k in beeld.kaders if k.vanaf <= day), None) if part is Onderdeel.BIJLAGE_3 else None
    return text, kader


def reference_of(beeld: ConvenantBeeld, part: Onderdeel) -> str:
    """Give where a part was published last; of the covenant itself else the reference that it was loaded with."""
    found = next((p.referentie for p in beeld.publicaties if p.onderdeel is part), "")
    return found or (beeld.bekendmaking if part is Onderdeel.CONVENANT else "")


def _partners(beeld: ConvenantBeeld) -> Table:
    labels = (_("Name"), _("Contact"), _("Since"), _("Until"))
    return Table(
        caption=str(PARTS[Onderdeel.BIJLAGE_1]),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=o.naam),
                Cell(text=o.contact),
                Cell(on=o.vanaf),
                Cell(on=o.tot) if o.tot else Cell(text="–"),
            ]
            for o in beeld.organisaties
            if o.soort is Soort.EXTERN
        ],
    )
