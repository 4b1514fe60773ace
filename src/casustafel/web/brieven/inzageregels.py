"""Who looked at the data, in words and tables: by organisation, day or month, and purpose. Covenant 12.3, 15.2.e."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casustafel.betrokkene.overzicht import Inzageregel
from casustafel.brieven.brief import Deel, Tabel

PURPOSES: Final[Mapping[str, str | Promise]] = {
    "signalen verzamelen": gettext_lazy("collecting signals"),
    "wegen en beslissen": gettext_lazy("assessing signals and deciding"),
    "overdragen aan het casusoverleg": gettext_lazy("handing over to the casusoverleg"),
    "plan opstellen en volgen": gettext_lazy("making a plan and following it"),
    "doorverstrekken": gettext_lazy("passing data on to who helps"),
    "afsluiten": gettext_lazy("closing the plan"),
    "autorisaties beheren": gettext_lazy("looking at who may see the file"),
    "convenant evalueren": gettext_lazy("evaluating the covenant"),
    "verantwoorden hoe het convenant wordt nageleefd": gettext_lazy("accounting for how the covenant is kept"),
    "overleg voorbereiden en voeren": gettext_lazy("preparing and holding a meeting"),
    "controleren en corrigeren": gettext_lazy("checking and correcting data"),
    "bewaren en vernietigen": gettext_lazy("keeping and destroying data"),
    "archief raadplegen": gettext_lazy("looking in the archive"),
    "terughalen uit het archief": gettext_lazy("bringing back from the archive"),
    "verzoeken van betrokkenen behandelen": gettext_lazy("handling a request about data"),
    "bestanden op gaafheid controleren": gettext_lazy("checking that files are whole"),
}
"""What each activity of the record of AVG 30 is for, as a person reads it; another one stands in its own words."""


def looks_of(regels: Iterable[Inzageregel], names: Mapping[UUID, str]) -> Deel:
    """Give the chapter, a table for each organisation; one that is gone from the covenant by no name."""
    by_whom: dict[str, list[Inzageregel]] = {}
    for one in regels:
        by_whom.setdefault(_name(one.organisatie_id, names), []).append(one)
    intro = _(
        "Everybody who opens or changes data about you is recorded. Here you read which organisation did that, when, "
        "for what and how often."
    )
    return Deel(
        titel=_("Who looked at the data"),
        inleiding=intro,
        tabellen=tuple(_table(own, name) for name, own in sorted(by_whom.items(), key=_last)),
    )


def _last(table: tuple[str, list[Inzageregel]]) -> tuple[bool, str]:
    """Sort by name, what the system did last."""
    name, regels = table
    return regels[0].organisatie_id is None, name


def _name(organisatie_id: UUID | None, names: Mapping[UUID, str]) -> str:
    if organisatie_id is None:
        return _("The system, by itself")
    return names.get(organisatie_id) or _("An organisation that no longer takes part")


def _table(regels: list[Inzageregel], name: str) -> Tabel:
    named = any(one.namen for one in regels)
    columns = (_("When"), _("For what"), _("Opened"), _("Changed"), _("Given out"))
    return Tabel(
        opschrift=name,
        kolommen=(*columns, _("By")) if named else columns,
        rijen=tuple((*_row(one), ", ".join(one.namen) or "–") if named else _row(one) for one in regels),
    )


def _row(one: Inzageregel) -> tuple[str, ...]:
    purpose: Any = PURPOSES.get(one.doel, one.doel)
    counts = (one.geopend, one.gewijzigd, one.verstrekt)
    return (_when(one), str(purpose), *(f"{n}×" if n else "–" for n in counts))


def _when(one: Inzageregel) -> str:
    first, last = (date_format(day, "j F Y") for day in (one.vanaf, one.tot))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
