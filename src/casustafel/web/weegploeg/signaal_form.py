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
from casustafel.web.weegploeg.doelgroep import DOELGROEP, radicalises, stays

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
THIRD = Fieldset(
    legend=_("Is a third person named?"),
    names=("derde_naam", "derde_noodzaak"),
    hint=_("Only if it is necessary. The name stays in the dossier of the weegploeg (article 8.2.c)."),
)
NAW = SUBJECT.names
ANSWER = Fieldset(legend=_("Your answer"), names=("omschrijving", "waar", "wanneer"))


class SignaalForm(ProvisionForm):
    """A factual behaviour, where and when, and the provision."""

    groups: ClassVar[Sequence[Fieldset]] = (BEHAVIOUR, THIRD, *PROVISION)
    omschrijving = Text(
        label=_("Behaviour"),
        rows=6,
        help_text=_("What did the person do or say? Write what was seen or heard, not what you think of it."),
    )
    waar = Line(label=_("Where?"), required=False)
    wanneer = Line(label=_("When?"), required=False, help_text=_("A day, or in your own words: “twice in October”."))
    derde_naam = Line(label=_("Name of the third person"), required=False)
    derde_noodzaak = Text(label=_("Why is this name needed?"), rows=2, required=False)


class AnswerForm(ProvisionForm):
    """An answer from one's own sources, kept as a signaal."""

    groups = (ANSWER, THIRD, *PROVISION)
    omschrijving = Text(
        label=_("What do you know from your own sources?"),
        rows=6,
        help_text=_("Facts only. Your answer stands in the dossier as a signaal."),
    )
    waar = Line(label=_("Where?"), required=False)
    wanneer = Line(label=_("When?"), required=False)
    derde_naam = Line(label=_("Name of the third person"), required=False)
    derde_noodzaak = Text(label=_("Why is this name needed?"), rows=2, required=False)


class NewSignaalForm(SignaalForm):
    """The first signaal on a subject: it opens a dossier."""

    groups: ClassVar[Sequence[Fieldset]] = (SUBJECT, DOELGROEP, BEHAVIOUR, THIRD, *PROVISION)

    verblijft_in_nederland = stays()
    radicaliseert = radicalises()

    def __init__(self, *args: Any, wie: Wie, day: date, **kwargs: Any) -> None:
        """Ask about the subject too."""
        super().__init__(*args, wie=wie, day=day, **kwargs)
        self.fields.update(subject_fields(day))
        self.order_fields([name for group in self.groups for name in group.names])


def subject_fields(day: date) -> dict[str, forms.Field]:
    """Give the fields for what is recorded about the subject, with the quarters to come. Covenant 8.2.a."""
    return {
        "naam": Line(label=_("Name")),
        "adres": Line(label=_("Address"), required=False),
        "woonplaats": Line(label=_("Residence"), required=False),
        "leeftijdsgroep": One(
            label=_("Age group"), required=False, choices=[(code, AGE_GROUPS[code]) for code in LEEFTIJDSGROEPEN]
        ),
        "wisselkwartaal": forms.ChoiceField(
            label=_("When does the age group change?"),
            required=False,
            help_text=_("Only for a minor: the quarter of the year in which the next age group begins."),
            choices=[("", _("Not a minor, or not known")), *quarters(day)],
        ),
    }
