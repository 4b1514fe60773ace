"""The forms of a signaal: the subject, the behaviour, and the provision. Covenant 1.h, 6, 8.2.a–c."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.weegploeg import LEEFTIJDSGROEPEN
from casustafel.web.asked import Line, One, Text
from casustafel.web.provision import PROVISION, ProvisionForm
from casustafel.web.rendering import Fieldset
from casustafel.web.weegploeg.age import AGE_GROUPS, quarters

SUBJECT = Fieldset(
    legend=_("Whom is it about?"),
    names=("naam", "adres", "woonplaats", "leeftijdsgroep", "wisselkwartaal"),
    hint=_("Record nothing else about the person: no date of birth, nationality, religion or origin (article 8.2)."),
)
BEHAVIOUR = Fieldset(
    legend=_("What was seen or heard?"),
    names=("omschrijving", "waar", "wanneer"),
    hint=_("Describe facts. A belief alone is no signaal (article 1)."),
)
ANSWER = Fieldset(legend=_("Your answer"), names=("omschrijving", "waar", "wanneer"))


class SignaalForm(ProvisionForm):
    """A factual behaviour, where and when, and the provision."""

    groups: ClassVar[Sequence[Fieldset]] = (BEHAVIOUR, *PROVISION)
    omschrijving = Text(
        label=_("Behaviour"),
        rows=6,
        help_text=_("What did the person do or say? Write what was seen or heard, not what you think of it."),
    )
    waar = Line(label=_("Where?"), required=False)
    wanneer = Line(label=_("When?"), required=False, help_text=_("A day, or in your own words: “twice in October”."))


class AnswerForm(ProvisionForm):
    """An answer from one's own sources, kept as a signaal."""

    groups = (ANSWER, *PROVISION)
    omschrijving = Text(
        label=_("What do you know from your own sources?"),
        rows=6,
        help_text=_("Facts only. Your answer stands in the dossier as a signaal."),
    )
    waar = Line(label=_("Where?"), required=False)
    wanneer = Line(label=_("When?"), required=False)


class NewSignaalForm(SignaalForm):
    """The first signaal on a subject: it opens a dossier."""

    groups: ClassVar[Sequence[Fieldset]] = (SUBJECT, BEHAVIOUR, *PROVISION)
    naam = Line(label=_("Name"))
    adres = Line(label=_("Address"), required=False)
    woonplaats = Line(label=_("Residence"), required=False)
    leeftijdsgroep = One(
        label=_("Age group"), required=False, choices=[(code, AGE_GROUPS[code]) for code in LEEFTIJDSGROEPEN]
    )
    wisselkwartaal = forms.ChoiceField(
        label=_("When does the age group change?"),
        required=False,
        help_text=_("Only for a minor: the quarter of the year in which the next age group begins."),
    )

    def __init__(self, *args: Any, wie: Wie, day: date, **kwargs: Any) -> None:
        """Offer the quarters to come."""
        super().__init__(*args, wie=wie, day=day, **kwargs)
        field = self.fields["wisselkwartaal"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = [("", _("Not a minor, or not known")), *quarters(day)]
