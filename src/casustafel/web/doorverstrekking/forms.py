"""The forms of disclosure. What is missing or not allowed, the acts say. Covenant 10.5."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.feit import Keuze
from casustafel.convenant.regime import Noodzaak
from casustafel.web.asked import Day, Many, One, Text
from casustafel.web.rendering import DayPicker, Fieldset
from casustafel.web.saving import ActForm

Choices = Sequence[tuple[str, str]]


class AanvraagForm(ActForm):
    """To whom, which items, why, until when. Covenant 10.5.i."""

    groups = (
        Fieldset(legend=_("For whom"), names=("organisatie_id",)),
        Fieldset(
            legend=_("Which data"),
            hint=_("Choose one by one, and no more than is needed. What its class keeps from a partner is not listed."),
            names=("gegevens",),
        ),
        Fieldset(legend=_("Why, and until when"), names=("noodzaak", "toelichting", "tot")),
    )
    organisatie_id = One(label=_("Which partner needs data beyond the plan?"))
    gegevens = Many(label=_("Which data does this partner need?"))
    noodzaak = Many(
        label=_("Why does this partner need them for its contribution?"),
        help_text=_("Parties that are not at the table see this reason, and not your own words."),
    )
    toelichting = Text(label=_("Explain this in your own words"), help_text=_("For those at the table only."), rows=3)
    tot = Day(
        label=_("What is the last day on which the partner may see them?"),
        help_text=_("The partner sees the data up to and including this day."),
        widget=DayPicker,
    )

    def __init__(
        self, *args: Any, partners: Choices, items: Choices, noodzaken: Iterable[Noodzaak], **kwargs: Any
    ) -> None:
        """Offer the partners at the table, the items that may go to a partner, and the fixed list of reasons."""
        super().__init__(*args, **kwargs)
        offered = {
            "organisatie_id": partners,
            "gegevens": items,
            "noodzaak": [(n.code, n.titel) for n in noodzaken],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = list(choices)

    def is_filled(self) -> bool:
        """Tell whether every question has an answer, so that there is something to check."""
        return all(self.cleaned_data.get(name) for group in self.groups for name in group.names)

    def shown(self, name: str) -> str:
        """Give the answer to a question in words, each choice on a line."""
        value = self.cleaned_data[name]
        field = self.fields[name]
        if isinstance(value, date):
            return date_format(value)
        if not isinstance(field, forms.ChoiceField):
            return str(value)
        chosen = value if isinstance(value, list) else [value]
        labels = {str(code): str(label) for code, label in field.choices}  # type: ignore[misc, union-attr]  # choices without groups
        return "\n".join(labels.get(str(one), "") for one in chosen)


class ToestemmingForm(ActForm):
    """The answer of one's own party. Covenant 10.5.ii."""

    groups = (Fieldset(legend=_("Answer of your organisation"), names=("keuze", "motivering")),)
    keuze = One(
        label=_("Does your organisation give its permission?"),
        choices=[
            (Keuze.INSTEMMEN.value, _("Yes, it gives its permission")),
            (Keuze.ONTHOUDEN.value, _("No, it refuses; the partner then sees nothing")),
        ],
    )
    motivering = Text(label=_("Why?"), help_text=_("The parties at the table read this reason."), rows=4)


class TerugForm(ActForm):
    """Nothing to fill in: the position is taken back."""


class IntrekkenForm(ActForm):
    """Why a disclosure is withdrawn. Covenant 10.5.ii."""

    groups = (Fieldset(legend=_("Reasons"), names=("reden",)),)
    reden = Text(label=_("Why is this withdrawn?"), help_text=_("The parties at the table read this reason."), rows=4)
