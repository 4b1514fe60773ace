"""What was chosen to change, as a table. Covenant 12.5."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld, WijzigingBeeld
from casustafel.web.betrokkene.words import CHANGES
from casustafel.web.brieven.overzicht import KINDS, LABELS
from casustafel.web.part import Cell, Column, Table


def chosen_table(beeld: VerzoekBeeld, *, can_change: bool) -> Table:
    """Give what was chosen to change, with the way to take it back while it was not carried out."""
    labels = [_("Item"), _("What is done"), _("New text"), *([_("Take back")] if can_change else [])]
    return Table(
        caption=_("What changes in the files"),
        columns=[Column(label=label) for label in labels],
        cells=[list(_chosen(beeld, one, can_change=can_change)) for one in beeld.wijzigingen],
    )


def _chosen(beeld: VerzoekBeeld, one: WijzigingBeeld, *, can_change: bool) -> Iterator[Cell]:
    yield Cell(text=named(one), note=str(LABELS.get(one.veld, "")))
    yield Cell(text=str(CHANGES[one.soort]))
    yield Cell(text=one.tekst or "–")
    if can_change:
        url = reverse("withdraw-wijziging", args=[beeld.verzoek.id, one.id])
        yield Cell(text=_("Take back"), url=url)


def named(one: WijzigingBeeld) -> str:
    """Name an item by its kind and day; what is no piece is the name and address."""
    kind = next((str(word) for kind, word in KINDS.items() if kind == one.stuksoort), "")
    return f"{kind}, {date_format(one.stuk_op)}" if kind else _("Name and address")
