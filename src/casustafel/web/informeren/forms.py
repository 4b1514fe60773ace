"""The forms of the duty to inform. What is missing or not allowed, the acts say. Covenant 11.2-11.5."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casustafel.convenant.informatieplicht import Aantekening, Bereik, Brieftaal
from casustafel.web.asked import Day, Line, One, Text
from casustafel.web.rendering import DayInput, DayPicker, Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.words import SENT

DAYS = ["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]
REACH = [
    (Bereik.EIGEN.value, _("Only the data of my organisation; this holds at once")),
    (Bereik.ALLEN.value, _("Everything; all kernpartijen must agree")),
]


def _choice(**given: Any) -> forms.ChoiceField:
    """Make a choice without which the act has nothing to judge."""
    return forms.ChoiceField(widget=forms.RadioSelect, **given)


class DeferForm(ActForm):
    """Which ground, how far it reaches, why, and until when."""

    groups = (
        Fieldset(legend=_("The ground"), names=("bereik", "grond")),
        Fieldset(legend=_("Why"), names=("noodzaak", "evenredigheid", "reden")),
        Fieldset(legend=_("Until when"), names=("tot",)),
    )

    def __init__(self, *args: Any, gronden: Iterable[tuple[str, str]], is_last: bool, **kwargs: Any) -> None:
        """Offer the grounds of the regime; in the last thirty days no next day is asked."""
        super().__init__(*args, **kwargs)
        self.fields["bereik"] = _choice(label=_("What must wait?"), choices=REACH)
        self.fields["grond"] = One(label=_("On which ground of article 11.3?"), choices=list(gronden))
        self.fields["noodzaak"] = Text(label=_("Why is it necessary to wait?"), rows=3)
        self.fields["evenredigheid"] = Text(
            label=_("Why is waiting not too much for this person?"),
            help_text=_("Could a part be told now, or could it be told sooner?"),
            rows=3,
        )
        self.fields["reden"] = Text(label=_("What stands in the way, in your own words?"), rows=3)
        if not is_last:
            self.fields["tot"] = Day(
                label=_("Up to and including which day?"),
                help_text=_("At most three months on. Before that day you look at it again."),
                widget=DayPicker,
            )


class SpeakForm(ActForm):
    """Whether the kernpartij sees a ground, or agrees with what was asked."""

    groups = (Fieldset(legend=_("Your organisation"), names=("keuze", "reden")),)

    def __init__(self, *args: Any, is_asked: bool, **kwargs: Any) -> None:
        """Offer to agree only where something was asked."""
        super().__init__(*args, **kwargs)
        choices = [(Aantekening.GEEN_GROND.value, _("We see no ground: this person can be informed"))]
        if is_asked:
            choices.append((Aantekening.INSTEMMING.value, _("We agree with what was asked: everything waits")))
        self.fields["keuze"] = _choice(
            label=_("Does a ground of article 11.3 stand in the way?"),
            choices=choices,
            help_text=_("Do you see a ground yourself? Go back, and choose “Let it wait on a ground”."),
        )
        self.fields["reden"] = Text(label=_("Do you want to add something?"), rows=3, required=False)


class EndForm(ActForm):
    """What ends, and why."""

    groups = (Fieldset(legend=_("End what waits"), names=("bereik", "reden")),)
    bereik = _choice(
        label=_("What can be told now?"),
        choices=[
            (Bereik.EIGEN.value, _("The data of my organisation")),
            (Bereik.ALLEN.value, _("Everything: what all kernpartijen let wait, or what I asked them")),
        ],
    )
    reden = Text(label=_("Why does nothing stand in the way any more?"), rows=3)


class RecordForm(ActForm):
    """How, by whom and on which day somebody was informed."""

    groups = (
        Fieldset(legend=_("The letter"), names=("brief", "wijze")),
        Fieldset(legend=_("Informed"), names=("hoe", "door", "op")),
    )
    brief = One(
        label=_("With which letter was this person informed?"),
        choices=[
            (Brieftaal.NL.value, _("The letter of this page, in Dutch")),
            (Brieftaal.EN.value, _("The letter of this page, in English")),
            ("", _("Without that letter")),
        ],
    )
    wijze = One(
        label=_("How was the letter sent?"),
        choices=[(one.value, text) for one, text in SENT.items()],
        required=False,
    )
    hoe = Text(
        label=_("Without the letter: how was this person informed?"),
        help_text=_("For example in a conversation. Do not repeat what was told."),
        rows=3,
        required=False,
    )
    door = Line(label=_("By whom?"), help_text=_("A function is enough, for example the wijkagent."))
    op = forms.DateField(
        label=_("On which day?"), help_text=_("For example 27-3-2026"), widget=DayInput, input_formats=DAYS
    )
