"""How pieces of the archive are called on a screen. Nouns of the covenant stay Dutch, in every language."""

import re
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.archief import Vraagsoort
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.stuk import Herkomst

PURPOSES = {
    Vraagsoort.KLACHT: _("A complaint"),
    Vraagsoort.VERANTWOORDING: _("Accounting for what was done"),
    Vraagsoort.VERZOEK: _("A request of the person concerned"),
    Vraagsoort.HEROVERWEGING: _("Whether a renewed decision is needed (article 13.4)"),
}
FILES = {Herkomst.WEEGPLOEG: _("File of the weegploeg"), Herkomst.CASUSOVERLEG: _("File of the casusoverleg")}
STATES = {
    Vraagstaat.OPEN: _("asked, not all kernpartijen have agreed"),
    Vraagstaat.AANGENOMEN: _("all kernpartijen agreed: a copy is with the weegploeg"),
    Vraagstaat.INGETROKKEN: _("taken back"),
}
KINDS = {"kop": _("Who it was about, and the days"), "overleg": _("Meeting")}
FIELDS = {"is_besproken": _("Discussed"), "log_id": _("Number in the log")}
IDS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def kind_of(soort: str) -> str:
    """Call a kind of piece by its noun."""
    return str(KINDS.get(soort, soort.replace("-", " ").capitalize()))


def field_of(naam: str) -> str:
    """Call a field by its noun, within what it belongs to."""
    parts = [str(FIELDS.get(part, part.replace("_", " "))) for part in naam.split(".")]
    return ": ".join(parts).capitalize()


def value_of(waarde: str, names: Mapping[UUID, str]) -> str:
    """Show a value: an organisation by its name, a day in words, and no id of anything else."""
    try:
        return date_format(date.fromisoformat(waarde))
    except ValueError:
        pass
    if not IDS.search(waarde):
        return waarde
    parts = waarde.split(", ")
    if not all(IDS.fullmatch(part) for part in parts):
        return waarde
    return ", ".join(names[UUID(part)] for part in parts if UUID(part) in names)
