"""The texts of the covenant as PDF, to print and to publish: no personal data. Covenant 11.1, 4; AVG 26."""

from collections.abc import Iterable
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from casustafel.acts.edge import edge
from casustafel.acts.invoer import Niets
from casustafel.acts.regeling import GemeenteTekst, essence
from casustafel.acts.register.open_convenant import ConvenantBeeld, OrganisatieBeeld, open_convenant
from casustafel.brieven.brief import Publicatie, Taal, Tabel
from casustafel.brieven.pdf import to_pdf
from casustafel.convenant.partij import Soort
from casustafel.convenant.voorstel import Onderdeel
from casustafel.web.beheer.pages import PARTS
from casustafel.web.beheer.teksten import holding, reference_of
from casustafel.web.door import acts, not_there, open_door, through
from casustafel.web.session import visitor_of

KEPT = 32
"""How many texts stay ready: they are public, and everybody gets the same one."""


@lru_cache(maxsize=KEPT)
def _printed(publicatie: Publicatie) -> bytes:
    return to_pdf(publicatie)


def answer(made: bytes, *, name: str) -> HttpResponse:
    """Give a PDF to keep, under a name that says nothing about anybody."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@open_door
@require_safe
def regeling_pdf(request: HttpRequest, code: str) -> HttpResponse:
    """Give the essence of the arrangement between the controllers, for everybody."""
    found = essence(code, day=edge().day)
    if found is None:
        return not_there(request)
    return answer(_printed(_of_essence(found)), name=f"regeling-{code}")


@acts(open_convenant)
@require_safe
def tekst_pdf(request: HttpRequest, onderdeel: str) -> HttpResponse:
    """Give one part of the covenant as it holds today, with where it was published."""
    if onderdeel not in set(Onderdeel):
        raise Http404
    part = Onderdeel(onderdeel)
    beeld = through(request, open_convenant, Niets())
    with translation.override(Taal.NL):
        publicatie = _of_part(beeld, part, request)
    if publicatie is None:
        return not_there(request)
    return answer(_printed(publicatie), name=part.value)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(one.strip("\n") for one in text.replace("\r\n", "\n").split("\n\n") if one.strip())


def _of_essence(found: GemeenteTekst) -> Publicatie:
    with translation.override(Taal.NL):
        titel = str(PARTS[Onderdeel.REGELING])
    return Publicatie(
        taal=Taal.NL,
        titel=titel,
        gemeente=found.gemeente,
        versie=found.versie,
        vanaf=found.vanaf,
        referentie="",
        alineas=_paragraphs(found.tekst),
    )


def _of_part(beeld: ConvenantBeeld, part: Onderdeel, request: HttpRequest) -> Publicatie | None:
    """Compose what the page of that text shows; nothing where it has not been entered yet."""
    text, kader = holding(beeld, part, day=visitor_of(request).edge.day)
    found = text or kader
    if found is None and part is not Onderdeel.BIJLAGE_1:
        return None
    return Publicatie(
        taal=Taal.NL,
        titel=str(PARTS[part]),
        gemeente=beeld.gemeente,
        versie=found.versie if found else "",
        vanaf=found.vanaf if found else None,
        referentie=reference_of(beeld, part),
        alineas=_paragraphs(text.tekst) if text else (),
        punten=tuple(one.tekst for one in kader.criteria) if kader else (),
        tabellen=(_partners(beeld.organisaties),) if part is Onderdeel.BIJLAGE_1 else (),
    )


def _partners(organisaties: Iterable[OrganisatieBeeld]) -> Tabel:
    found = [o for o in organisaties if o.soort is Soort.EXTERN]
    return Tabel(
        opschrift=str(PARTS[Onderdeel.BIJLAGE_1]),
        kolommen=tuple(translation.gettext(label) for label in ("Name", "Contact", "Since", "Until")),
        rijen=tuple((o.naam, o.contact, date_format(o.vanaf), date_format(o.tot) if o.tot else "–") for o in found),
    )
