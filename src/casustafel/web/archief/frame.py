"""What pages of one archived subject share: its numbers and dates, and the safeguards. Covenant 13.1, 13.2."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.archief.archiefvraag import ArchiefBeeld, OpenArchief, open_archief
from casustafel.acts.archief.find_archieven import ArchiefRegel
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.door import through
from casustafel.web.part import Fact, Reader, Waarborgen
from casustafel.web.session import visitor_of
from casustafel.web.words import ROLES, TASKS


def opened(request: HttpRequest, archief_id: UUID) -> ArchiefBeeld:
    """Open an archived subject, without its content, for who is at the screen."""
    return through(request, open_archief, OpenArchief(houder_id=archief_id))


def number_of(regel: ArchiefRegel) -> str:
    """Give the number that people know it by."""
    return regel.nummer or regel.casus_nummer


def around(request: HttpRequest, beeld: ArchiefBeeld, **more: Any) -> dict[str, Any]:
    """Give the context of a page on one subject."""
    return {
        "nummer": number_of(beeld.dossier),
        "terug": reverse("archief", args=[beeld.dossier.id]),
        "waarborgen": safeguards(visitor_of(request).wie, beeld.dossier),
        **more,
    }


def facts_of(regel: ArchiefRegel) -> list[Fact]:
    """Give the numbers and dates."""
    return [
        Fact(key=_("Number in the weegploeg"), value=regel.nummer),
        Fact(key=_("Number in the casusoverleg"), value=regel.casus_nummer),
        Fact(key=_("Last work on it"), on=regel.laatste_verwerking_op),
        Fact(key=_("In the archive since"), on=regel.gearchiveerd_op),
        Fact(key=_("Kept up to and including"), on=regel.bewaard_tot, note=_("then it is destroyed (article 13.1)")),
    ]


def safeguards(wie: Wie, regel: ArchiefRegel | None = None) -> Waarborgen:
    """Say why one may see this, who else can, and until when it is kept."""
    by_task = not is_weegploeg(wie) and wie.taak is not None
    role = f"{ROLES[Rol.UITVOERDER]} ({TASKS[wie.taak]})" if by_task and wie.taak else str(ROLES[Rol.WEEGPLOEG])
    return Waarborgen(
        artikel="5" if by_task else "13.2",
        role=role,
        purpose=_("Only for complaints, accounting, requests and renewed decisions. Nothing changes here."),
        who=_readers(),
        kept_until=regel.bewaard_tot if regel else None,
        kept_artikel="13.1",
        kept_why=_("five years, counted from the last work on it, then it is destroyed"),
    )


def _readers() -> Sequence[Reader]:
    return (
        Reader(party=_("Kernpartijen"), why=_("item by item, for a question that they state first")),
        Reader(party=_("Uitvoerder"), why=_("number and dates only")),
    )
