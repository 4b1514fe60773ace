"""Where a duty to inform is: a dossier or a casus, its acts, its pages, its safeguards. Covenant 11, 8.4, 10.4."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.informeren.beeld import InformerenBeeld, OpenInformeren, PlichtBeeld, open_informeren
from casustafel.acts.informeren.geinformeerd import record_geinformeerd
from casustafel.acts.informeren.overleg import defer_informeren, speak_informeren, withdraw_uitstel
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.door import through
from casustafel.web.kept import kept
from casustafel.web.part import Waarborgen
from casustafel.web.words import ROLES, TASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A file on the screens: the acts there, the page of all, and how the pages of a step end."""

    bestand: Bestand
    page: str
    suffix: str

    @property
    def acts(self) -> dict[str, Any]:
        """Give the acts of the steps by the name of the step."""
        return {
            "speak": speak_informeren[self.bestand],
            "defer": defer_informeren[self.bestand],
            "end": withdraw_uitstel[self.bestand],
            "record": record_geinformeerd[self.bestand],
        }

    def seen(self, request: HttpRequest, houder_id: UUID) -> InformerenBeeld:
        """Look at the duties of a dossier or casus."""
        return through(request, open_informeren[self.bestand], OpenInformeren(houder_id=houder_id))

    def url(self, name: str, houder_id: UUID, persoon_id: UUID | None) -> str:
        """Give the address of a step."""
        args = [houder_id] if persoon_id is None else [houder_id, persoon_id]
        return reverse(f"{name}{self.suffix}", args=args)


IN_DOSSIER: Final = Plek(bestand=Bestand.WEEGPLOEG, page="dossier-informeren", suffix="")
IN_CASUS: Final = Plek(bestand=Bestand.CASUSOVERLEG, page="casus-informeren", suffix="-casus")


def safeguards(beeld: InformerenBeeld, wie: Wie) -> Waarborgen:
    """Give the safeguards of a page on the duty to inform."""
    how_long = kept(beeld.bewaring)
    is_task = not is_weegploeg(wie) and wie.taak is not None
    role = f"{ROLES[Rol.UITVOERDER]} ({TASKS[wie.taak]})" if is_task and wie.taak else str(ROLES[Rol.WEEGPLOEG])
    return Waarborgen(
        artikel="5" if is_task else "11.3",
        role=role,
        purpose=_("To decide together whether somebody can be informed, and to do that (article 11)."),
        kept_until=how_long.until,
        kept_artikel=how_long.artikel,
        kept_why=how_long.why,
    )


def found(beeld: InformerenBeeld, persoon_id: UUID | None) -> PlichtBeeld | None:
    """Find the duty towards one person."""
    return next((plicht for plicht in beeld.plichten if plicht.persoon_id == persoon_id), None)
