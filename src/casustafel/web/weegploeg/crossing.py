"""What crosses to the casusoverleg, and which of the named organisations may not read it. Covenant 6, 8.5."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils.html import format_html
from django.utils.translation import gettext as _

from casustafel.acts.weegploeg.open_dossier import DossierBeeld, SignaalBeeld
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import Klasse, regime
from casustafel.convenant.verstrekking import may_read_item, merk_of
from casustafel.web.part import Fact
from casustafel.web.weegploeg.shown import signaal_names
from casustafel.web.words import CLASSES

EXCERPT = 160


def _kept_from(s: SignaalBeeld, beeld: DossierBeeld, wie: Wie, *, day: date) -> str:
    """Say which named organisations may not read a signaal because of its class; empty where all may."""
    law = regime(wie.convenant.regime)
    merk = merk_of(s.verstrekking)
    named = {b.organisatie_id for b in beeld.betrokken}
    away = [
        o.naam
        for o in wie.convenant.organisaties
        if o.id in named and not may_read_item(merk, soort=o.soort, regime=law, day=day)
    ]
    if not away:
        return ""
    klasse = CLASSES[Klasse(s.verstrekking.klasse)]
    return _("Class %(klasse)s: may not be read by %(parties)s") % {"klasse": klasse, "parties": ", ".join(away)}


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT].rsplit(' ', 1)[0]} …"


def crossing_choices(beeld: DossierBeeld, wie: Wie, *, day: date) -> list[tuple[str, str]]:
    """Give each signaal as a choice: its name, how it begins, and who may not read it."""
    names = signaal_names(beeld, wie)
    choices: list[tuple[str, str]] = []
    for s in beeld.signalen:
        notes = [note for note in (_excerpt(s.omschrijving), _kept_from(s, beeld, wie, day=day)) if note]
        label = format_html("{}", names[s.id])
        for note in notes:
            label += format_html('<span class="ct-facts__note">{}</span>', note)
        choices.append((str(s.id), label))
    return choices


def crossing(beeld: DossierBeeld, wie: Wie, *, day: date, only: Collection[UUID]) -> list[Fact]:
    """Give the chosen signals to check, each with who may not read it."""
    names = signaal_names(beeld, wie)
    everybody = _("Everybody at the table who has access to the casus may read this.")
    return [
        Fact(
            key=names[s.id],
            value=_excerpt(s.omschrijving),
            note=_kept_from(s, beeld, wie, day=day) or everybody,
        )
        for s in beeld.signalen
        if s.id in only
    ]
