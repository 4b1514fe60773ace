"""The forms of the casusoverleg. What is missing or not allowed, the acts say. Covenant 9.2, 9.3, 9.4."""

from collections.abc import Iterable
from typing import Any, TypeAlias
from uuid import UUID

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.feit import Keuze, Maatregelstaat
from casustafel.convenant.regime import Regime
from casustafel.convenant.verdict import Verdict
from casustafel.web.asked import Many, One, Text
from casustafel.web.provision import PROVISION, ProvisionForm
from casustafel.web.rendering import DayPicker, Fieldset
from casustafel.web.saving import ActForm

ROWS = 6
MORE_ROWS = 3
MAX_ROWS = 60
PREFIX = "maatregel"
NOBODY = UUID(int=0)
ROW_FIELDS = ("tekst", "organisatie_id", "uiterlijk_op", "reeks")


class BijdrageForm(ProvisionForm):
    """What is given, why it is necessary, and on which ground. Covenant 9.2."""

    groups = (Fieldset(legend=_("What you give"), names=("omschrijving", "noodzaak")), *PROVISION)
    omschrijving = Text(label=_("What is the signal, or the other data?"), rows=6)
    noodzaak = Text(
        label=_("Why is this necessary for the plan?"),
        help_text=_("For writing it, carrying it out or following it (article 9.2)."),
        rows=3,
    )


class VoortgangForm(ActForm):
    """How a measure goes. Covenant 9.4."""

    groups = (Fieldset(legend=_("Progress"), names=("tekst", "staat")),)
    tekst = Text(
        label=_("How does this measure go?"),
        help_text=_("Everybody at the table reads this, external partners too."),
        rows=5,
    )
    staat = One(
        label=_("How does this measure stand?"),
        choices=[
            (Maatregelstaat.LOOPT.value, _("It goes on")),
            (Maatregelstaat.UITGEVOERD.value, _("It was carried out")),
            (Maatregelstaat.VERVALLEN.value, _("It is dropped; the text above says why")),
        ],
        initial=Maatregelstaat.LOOPT.value,
    )


class AdoptForm(ActForm):
    """Nothing to fill in: the version tells which concept was read."""


class MotiveringForm(ActForm):
    """Why closing is advised, or decided. Covenant 9.4."""

    groups = (Fieldset(legend=_("Reasons"), names=("motivering",)),)
    motivering = Text(label=_("Why can the plan be closed?"), rows=5)


class StandpuntForm(ActForm):
    """The position of one's own kernpartij on closing. Covenant 9.4, 4."""

    groups = (Fieldset(legend=_("Position of your organisation"), names=("keuze", "motivering")),)
    keuze = One(
        label=_("Does your organisation agree with closing the plan?"),
        choices=[
            (Keuze.INSTEMMEN.value, _("Yes, it agrees")),
            (Keuze.ONTHOUDEN.value, _("No, it withholds its agreement; the plan stays open")),
        ],
    )
    motivering = Text(label=_("Why?"), rows=4)


class MaatregelForm(forms.Form):
    """One measure: what, who carries it out, by which day. A row that is left empty is no measure."""

    tekst = Text(label=_("What"), rows=2)
    organisatie_id = One(label=_("Who carries it out"), widget=forms.Select)
    uiterlijk_op = forms.DateField(label=_("By when"), required=False, widget=DayPicker)
    reeks = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, partijen: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer who sits at the table."""
        super().__init__(*args, **kwargs)
        owner = self.fields["organisatie_id"]
        if isinstance(owner, forms.ChoiceField):
            owner.choices = [("", _t("Choose who carries this out")), *partijen]

    def has_changed(self) -> bool:
        """Tell whether anything was filled in; which measure the row continues does not count."""
        return any(name != "reeks" for name in self.changed_data)


Rows: TypeAlias = "BaseFormSet[MaatregelForm]"
_rows = formset_factory(MaatregelForm, extra=ROWS, max_num=MAX_ROWS, absolute_max=MAX_ROWS, validate_max=True)


def measures(
    partijen: Iterable[tuple[str, str]], *, typed: QueryDict | None = None, rows: list[dict[str, Any]] | None = None
) -> Rows:
    """Ask for the measures: as they were typed, or with these rows and some empty ones."""
    filled = rows or []
    formset = _rows(
        typed,
        initial=None if typed is not None else filled,
        prefix=PREFIX,
        form_kwargs={"partijen": list(partijen), "empty_permitted": True},
    )
    formset.extra = max(ROWS - len(filled), MORE_ROWS)
    return formset


def typed_rows(data: QueryDict) -> list[dict[str, str]]:
    """Read the rows as they were typed, right or wrong, without those that were left empty."""
    count = data.get(f"{PREFIX}-TOTAL_FORMS", "")
    total = min(int(count), MAX_ROWS) if count.isdecimal() else 0
    rows = [{name: data.get(f"{PREFIX}-{n}-{name}", "") for name in ROW_FIELDS} for n in range(total)]
    return [row for row in rows if row["tekst"] or row["organisatie_id"] or row["uiterlijk_op"]]


class PlanForm(ActForm):
    """The goals of article 3, what is aimed at in words, and the measures. Covenant 9.3, 3."""

    doelstellingen = Many(label=_("Purpose of the plan"), help_text=_("One of the two purposes of article 3, or both."))
    doelen = Many(label=_("Goals of the plan"), help_text=_("One or more of the goals of article 3."))
    toelichting = Text(label=_("What does this plan aim at?"), rows=5)
    steunt_op = Many(
        label=_("On which data does this plan rest?"),
        required=False,
        help_text=_("Tick what the text uses. Everybody at the table must be allowed to have it (article 6)."),
    )
    maatregelen = forms.Field(label=_("Measures"), required=False)

    def __init__(
        self, *args: Any, law: Regime, rows: Rows, items: Iterable[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        """Take the law with purposes and goals, the items that may be read, and the rows of measures sent along."""
        super().__init__(*args, **kwargs)
        self.rows = rows
        rests = self.fields["steunt_op"]
        if isinstance(rests, forms.MultipleChoiceField):
            rests.choices = list(items)
        for name, listed in (("doelstellingen", law.doelstellingen), ("doelen", law.plandoelen)):
            choices = self.fields[name]
            if isinstance(choices, forms.MultipleChoiceField):
                choices.choices = [(one.code, one.titel) for one in listed]

    def clean(self) -> dict[str, Any]:
        """Look at the rows too."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.rows.is_valid():
            self.add_error("maatregelen", _t("Look at the measures: something is missing or not right."))
        return cleaned

    def take(self, verdict: Verdict) -> None:
        """Show the reasons; those on measures also point at what a row lacks."""
        super().take(verdict)
        if not any(reason.field == "maatregelen" for reason in verdict.reasons):
            return
        for row in self.rows:
            if row.has_changed() and not row.cleaned_data["tekst"]:
                row.add_error("tekst", _t("This may not be empty."))
            if row.has_changed() and not row.cleaned_data["organisatie_id"]:
                row.add_error("organisatie_id", _t("Each measure is carried out by somebody at the table."))

    def row_faults(self) -> list[dict[str, str]]:
        """Name every fault in the rows, with a link to its field, for the summary."""
        if not self.is_bound:
            return []
        return [
            {"url": f"#{row[name].id_for_label}", "text": f"{_t('Measure')} {number}, {row[name].label}: {fault}"}
            for number, row in enumerate(self.rows, start=1)
            for name, faults in row.errors.items()
            if name in row.fields
            for fault in faults
        ]

    def filled(self) -> list[dict[str, Any]]:
        """Give the rows that were filled in; a row without an owner names nobody, and the act says so."""
        return [
            {**row.cleaned_data, "organisatie_id": UUID(row.cleaned_data["organisatie_id"] or NOBODY.hex)}
            for row in self.rows
            if row.cleaned_data
        ]
