"""The parts of a casus, each a page of its own."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import is_partner, is_weegploeg
from casustafel.web.part import Link

PARTS = (
    ("casus", _("Casus")),
    ("casus-analyse", _("Analysis")),
    ("plan", _("Plan")),
    ("casus-netwerk", _("Network")),
    ("casus-evaluaties", _("Reviews")),
    ("casus-adviezen", _("Advice")),
    ("casus-doorverstrekkingen", _("Disclosures")),
    ("casus-informeren", _("Informing")),
    ("casus-controle", _("Check")),
    ("casus-inzage", _("Who looked")),
)
FOR_KERNPARTIJEN = frozenset({"casus-informeren"})
FOR_PARTNERS = frozenset({"plan", "casus-evaluaties"})


def tabs_of(casus_id: UUID, current: str, *, wie: Wie) -> list[Link]:
    """Give the parts that this reader has; of a partner those are the plan and its own words on it."""
    informs = is_weegploeg(wie) or Rol.UITVOERDER in wie.rollen
    parts = [part for part in PARTS if part[0] in FOR_PARTNERS or not is_partner(wie)]
    parts = [part for part in parts if part[0] not in FOR_KERNPARTIJEN or informs]
    return [
        Link(url=reverse(name, args=[casus_id]), label=str(label), current=name == current) for name, label in parts
    ]
