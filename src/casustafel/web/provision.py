"""The fields of a provision: ground, purpose, class and checks, as one's own kind of organisation must state them.

Reused by every form that brings data in: a signaal, an answer, a contribution. Covenant 2, 6, 9.2; Besluit 1, 2.
"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.feit import Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Bijzonder, BijzondereGrond, Grondslag, Klasse, Oordeel, Regime, Vereiste, regime
from casustafel.web.asked import Day, Line, One, Text, Yes
from casustafel.web.rendering import DayInput, Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.words import CLASSES, SPECIAL_KINDS

GROUND = Fieldset(
    legend=_("Ground for providing this"),
    names=(
        "grondslag",
        "taak",
        "werkzaamheid",
        "bepaling",
        "klasse",
        "doel",
        "belang",
        "derden_getoetst",
        "landelijk_team",
    ),
    hint=_("Your organisation provides data on its own ground only (article 6)."),
)
ORIGIN = Fieldset(
    legend=_("Data from an investigation: where it comes from"),
    names=("herkomst", "wijze"),
    hint=_("Only for data of class Wpg 9 or 10. Leave this empty for other data."),
)
CHECKS = Fieldset(
    legend=_("Data from an investigation: checks before you provide it"),
    names=(
        "opsporingsbelang_getoetst_door",
        "opsporingsbelang_getoetst_op",
        "bevoegd_functionaris",
        "bevoegd_functionaris_functie",
        "bevoegd_functionaris_eenheid",
        "bevoegd_functionaris_op",
        "bevoegd_functionaris_oordeel",
        "bevoegd_functionaris_voorwaarden",
        "om_geraadpleegd",
        "om_geraadpleegd_op",
    ),
    hint=_("Only for data of class Wpg 9 or 10 (article 2 of the Besluit). Leave this empty for other data."),
)
SPECIAL = Fieldset(
    legend=_("Special or criminal data"),
    names=("bijzonder", "uitzondering", "uitzondering_reden"),
    hint=_("Health, for example, is a special category; a conviction is criminal data. Both need an exception."),
)
PROVISION = (GROUND, ORIGIN, CHECKS, SPECIAL)
NAMES = tuple(name for group in PROVISION for name in group.names)


def own_grounds(wie: Wie, *, day: date) -> tuple[Grondslag, ...]:
    """Give the grounds of one's own kind of organisation that are valid on the day and may enter these files."""
    if wie.soort is None:
        return ()
    grounds = regime(wie.convenant.regime).grondslagen_of(wie.soort, day)
    return tuple(g for g in grounds if wie.soort is Soort.GEMEENTE or Soort.GEMEENTE in g.ontvangers)


def exception_words(grond: BijzondereGrond) -> str:
    """Name an exception with where it stands."""
    return f"{grond.titel} ({grond.citaat.split('; ', 1)[1]})"


def ground_words(ground: Grondslag) -> str:
    """Name a ground with today's article where the AVG replaced the one in the source."""
    return f"{ground.titel} ({ground.artikel_avg or ground.artikel_wet})"


class ProvisionForm(ActForm):
    """A form that carries a provision. Its class names `groups = (its own, *PROVISION)`."""

    def __init__(self, *args: Any, wie: Wie, day: date, **kwargs: Any) -> None:
        """Ask only what the grounds of this organisation ask on this day."""
        super().__init__(*args, **kwargs)
        grounds = own_grounds(wie, day=day)
        self.fields["grondslag"] = One(
            label=_("Ground"),
            choices=[(g.code, ground_words(g)) for g in grounds],
            initial=grounds[0].code if len(grounds) == 1 else None,
        )
        for vereiste in Vereiste:
            asking = [g for g in grounds if vereiste in g.verlangt]
            if asking and vereiste is not Vereiste.OMSCHRIJVING:
                field = _field(vereiste, asking, wie=wie)
                field.required = len(asking) == len(grounds)
                self.fields[vereiste.value] = field
        if "bevoegd_functionaris" in self.fields:
            self.fields["bevoegd_functionaris_voorwaarden"] = Text(
                label=_("Under which conditions, or with which objection?"), required=False, rows=2
            )
        self.fields.update(_special(wie, day=day))
        self.order_fields([name for group in self.groups for name in group.names])

    def verstrekking(self) -> dict[str, Any]:
        """Give what was stated, as `VerstrekkingInvoer` takes it."""
        return {name: self.cleaned_data[name] for name in NAMES if name in self.fields}


def _special(wie: Wie, *, day: date) -> dict[str, forms.Field]:
    """Ask whether this is data that the AVG keeps apart, and on which exception of this organisation."""
    if wie.soort is None:
        return {}
    own = regime(wie.convenant.regime).bijzondere_gronden_of(wie.soort, day)
    kinds = [(kind.value, SPECIAL_KINDS[kind]) for kind in Bijzonder if any(g.bijzonder is kind for g in own)]
    return {
        "bijzonder": One(label=_("What kind of data is this?"), required=False, choices=[("", _("Neither")), *kinds]),
        "uitzondering": forms.ChoiceField(
            label=_("Which exception applies?"),
            required=False,
            choices=[
                ("", _("None: this is no special or criminal data")),
                *[(g.code, exception_words(g)) for g in own],
            ],
        ),
        "uitzondering_reden": Text(label=_("Why does this exception apply?"), required=False, rows=2),
    }


def _field(vereiste: Vereiste, asking: list[Grondslag], *, wie: Wie) -> forms.Field:
    law = regime(wie.convenant.regime)
    if vereiste in CHECK_FIELDS:
        return _check(vereiste)
    if vereiste is Vereiste.BEVOEGD_FUNCTIONARIS_OORDEEL:
        return One(
            label=_("What did the bevoegd functionaris answer?"),
            choices=[
                (Oordeel.GEEN_BEZWAAR.value, _("No objection")),
                (Oordeel.BEZWAAR.value, _("An objection")),
            ],
            help_text=_("This is consultation, not consent: an objection is recorded and does not stop you by itself."),
        )
    if vereiste is Vereiste.KLASSE:
        klassen = [k for k in Klasse if any(k in g.klassen for g in asking)]
        return One(
            label=_("Class of the data"),
            choices=[(k.value, CLASSES[k]) for k in klassen],
            initial=klassen[0].value if len(klassen) == 1 else None,
            help_text=_("The class stays with the data. It decides who may read it."),
        )
    if vereiste is Vereiste.DOEL and wie.soort is Soort.POLITIE:
        return One(label=_("Purpose"), choices=[(d.code, d.titel) for d in law.verstrekkingsdoelen])
    return _in_words(vereiste, law, wie=wie)


CHECK_FIELDS = {
    Vereiste.OPSPORINGSBELANG_DOOR: _("Who established that the investigation does not oppose this?"),
    Vereiste.OPSPORINGSBELANG_OP: _("On which day was that established?"),
    Vereiste.BEVOEGD_FUNCTIONARIS: _("Which bevoegd functionaris was consulted?"),
    Vereiste.BEVOEGD_FUNCTIONARIS_FUNCTIE: _("What is the function of the bevoegd functionaris?"),
    Vereiste.BEVOEGD_FUNCTIONARIS_EENHEID: _("Of which unit?"),
    Vereiste.BEVOEGD_FUNCTIONARIS_OP: _("On which day was the bevoegd functionaris consulted?"),
    Vereiste.OM_GERAADPLEEGD: _("Who of the Openbaar Ministerie was consulted?"),
    Vereiste.OM_GERAADPLEEGD_OP: _("On which day was the Openbaar Ministerie consulted?"),
}


def _check(vereiste: Vereiste) -> forms.Field:
    label = CHECK_FIELDS[vereiste]
    if vereiste.value.endswith("_op"):
        return Day(label=label, widget=DayInput, help_text=_("For example 24-11-2026."))
    return Line(label=label)


def _in_words(vereiste: Vereiste, law: Regime, *, wie: Wie) -> forms.Field:
    tasks = law.taken_of(wie.soort) if wie.soort else ()
    fields: dict[Vereiste, forms.Field] = {
        Vereiste.TAAK: One(label=_("Public task"), choices=[(t.code, t.titel) for t in tasks]),
        Vereiste.WERKZAAMHEID: One(label=_("Kind of work"), choices=[(w.code, w.titel) for w in law.werkzaamheden]),
        Vereiste.BEPALING: Text(label=_("On which legal provision do you provide this?"), rows=2),
        Vereiste.DOEL: Text(label=_("For which purpose do you provide this?"), rows=2),
        Vereiste.BELANG: Text(label=_("Which weighty public interest asks for this?"), rows=3),
        Vereiste.HERKOMST: Text(label=_("Where does this data come from?"), rows=2),
        Vereiste.WIJZE: Text(label=_("In which way was it obtained?"), rows=2),
        Vereiste.DERDEN_GETOETST: Yes(
            label=_("I checked that this exposes no third persons (Wjsg 39f, second paragraph)")
        ),
        Vereiste.LANDELIJK_TEAM: Yes(label=_("This comes from the specialist national team of the reclassering")),
    }
    return fields[vereiste]
