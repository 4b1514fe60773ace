"""What a request shields, as a table. Covenant 12.5; AVG 18."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casustafel.acts.betrokkene.afscherming import AfschermingBeeld
from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld
from casustafel.convenant.feit import Wie
from casustafel.web.betrokkene.words import SHIELDED, shield_grounds
from casustafel.web.part import Cell, Column, Table


def shield_table(beeld: VerzoekBeeld, wie: Wie) -> Table:
    """Give each shielding: of which dossier, how much, on which ground, how far it is, and what the person was told."""
    names = {one.dossier_id: one.nummer for one in beeld.treffers}
    grounds = shield_grounds(wie.convenant.regime)
    labels = (_("Dossier"), _("What is shielded"), _("Ground"), _("How far it is"), _("Told on"))
    return Table(
        caption=_("Shielded from casework"),
        columns=[Column(label=label) for label in labels],
        cells=[
            [
                Cell(text=names.get(one.dossier_id, "")),
                Cell(text=_how_much(one), note=one.reden),
                Cell(text=grounds.get(one.grond, one.grond)),
                Cell(text=str(SHIELDED[one.staat]), note=one.reden_opheffing or _since(one)),
                _told(beeld, one),
            ]
            for one in beeld.afschermingen
        ],
    )


def _how_much(one: AfschermingBeeld) -> str:
    n = len(one.items)
    return ngettext("%(n)s piece", "%(n)s pieces", n) % {"n": n} if n else _("all of it")


def _since(one: AfschermingBeeld) -> str:
    return _("since %(day)s") % {"day": date_format(one.op)}


def _told(beeld: VerzoekBeeld, one: AfschermingBeeld) -> Cell:
    if one.aangekondigd_op is None:
        return Cell(text="–")
    url = reverse("opheffing-brief", args=[beeld.verzoek.id, one.id])
    return Cell(text=date_format(one.aangekondigd_op), url=url)
