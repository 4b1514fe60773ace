"""The forms of the topics of a casus. What is missing or not allowed, the acts say. Covenant 9.4, 9.5, 10.2, 10.3."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from casustafel.convenant.rules.controle_casus import Verblijf
from casustafel.convenant.rules.evaluatie import Inbrengkeuze
from casustafel.web.asked import Day, Line, Many, One, Text
from casustafel.web.provision import PROVISION, ProvisionForm
from casustafel.web.rendering import DayPicker, Fieldset
from casustafel.web.saving import ActForm

HELP = {"ja": _("yes"), "nee": _("no"), "onbekend": _("not known yet")}
PERSON = ("naam", "adres", "woonplaats", "gegevens", "noodzaak", "rol")


def _person() -> dict[str, Any]:
    return {
        "naam": Line(label=_("Name")),
        "adres": Line(label=_("Address"), required=False),
        "woonplaats": Line(label=_("Residence"), required=False),
        "gegevens": Text(label=_("Other data that the plan needs"), rows=4, required=False),
        "noodzaak": Text(label=_("Why does the plan need this?"), rows=3),
    }


def _help() -> One:
    return One(
        label=_("Does this person want help?"),
        choices=list(HELP.items()),
        help_text=_("Help for achterblijvers is a goal of the plan only if they want it (article 3.f)."),
    )


def _role() -> Text:
    return Text(
        label=_("Which role does this person have in the plan?"),
        help_text=_("It is shown wherever this person is shown."),
        rows=2,
    )


class AchterblijverForm(ProvisionForm):
    """An achterblijver, with necessity, the wish for help and the ground. Covenant 10.2.f."""

    groups = (Fieldset(legend=_("Achterblijver"), names=PERSON), *PROVISION)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask who it is."""
        super().__init__(*args, **kwargs)
        self.fields.update({**_person(), "rol": _help()})
        self.order_fields(["versie", *PERSON, *[name for group in PROVISION for name in group.names]])


class NetwerkForm(ProvisionForm):
    """A person in the network, with necessity, role and ground. Covenant 10.2.g."""

    groups = (Fieldset(legend=_("Person in the network"), names=PERSON), *PROVISION)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask who it is."""
        super().__init__(*args, **kwargs)
        self.fields.update({**_person(), "rol": _role()})
        self.order_fields(["versie", *PERSON, *[name for group in PROVISION for name in group.names]])


class _CorrectForm(ActForm):
    groups = (
        Fieldset(legend=_("What must stand there"), names=PERSON),
        Fieldset(legend=_("Why"), names=("reden",)),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask what must stand there, and why."""
        super().__init__(*args, **kwargs)
        reden = Text(label=_("What was wrong, or missing?"), rows=3)
        self.fields.update({**_person(), "rol": self.rol(), "reden": reden})

    def rol(self) -> Any:
        """Give the field for the role."""
        return _role()


class CorrectNetwerkForm(_CorrectForm):
    """What must stand there of a person in the network, and why. Covenant 10.3."""


class CorrectAchterblijverForm(_CorrectForm):
    """What must stand there of an achterblijver, and why. Covenant 10.3."""

    def rol(self) -> Any:
        """Ask for the wish for help in the place of a role."""
        return _help()


class EndForm(ActForm):
    """Why a person is no longer needed. Covenant 10.3."""

    groups = (Fieldset(legend=_("Reason"), names=("reden",)),)
    reden = Text(label=_("Why does the plan no longer need this person?"), rows=3)


class CorrectBijdrageForm(ActForm):
    """What must stand in a contribution, and why. Covenant 10.3, 9.2."""

    groups = (
        Fieldset(legend=_("What must stand there"), names=("omschrijving", "noodzaak")),
        Fieldset(legend=_("Why"), names=("reden",)),
    )
    omschrijving = Text(label=_("What is the signal, or the other data?"), rows=6)
    noodzaak = Text(label=_("Why is this necessary for the plan?"), rows=3)
    reden = Text(label=_("What was wrong, or missing?"), rows=3)


class AnalyseForm(ActForm):
    """A criterion, what the table sees, and what that rests on. Covenant 10.2.d."""

    groups = (Fieldset(legend=_("Analysis at the table"), names=("criterium", "rust_op", "tekst")),)

    def __init__(
        self, *args: Any, criteria: Iterable[tuple[str, str]], gronden: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer the criteria in force, and the signals and contributions that the reader can read."""
        super().__init__(*args, **kwargs)
        self.fields["criterium"] = One(label=_("Which criterion?"), choices=list(criteria))
        self.fields["rust_op"] = Many(
            label=_("On which signals and contributions does this rest?"), choices=list(gronden)
        )
        self.fields["tekst"] = Text(
            label=_("What does the table see?"),
            rows=6,
            help_text=_(
                "In your own words. Nothing is computed. An earlier analysis on this criterion is kept below it."
            ),
        )


class StartEvaluatieForm(ActForm):
    """Why all look at the plan now, and by when. Covenant 9.4."""

    groups = (Fieldset(legend=_("Review of the plan"), names=("aanleiding", "uiterlijk_op")),)
    aanleiding = Text(label=_("Why do you look at the plan now?"), rows=3)
    uiterlijk_op = Day(label=_("By which day has everybody spoken?"), widget=DayPicker)


class InbrengForm(ActForm):
    """How the plan goes, and whether to go on. Covenant 9.4."""

    groups = (Fieldset(legend=_("From your organisation"), names=("tekst", "keuze", "motivering")),)
    tekst = Text(
        label=_("How does the plan go?"),
        help_text=_("No new data about persons: contribute that apart, on its ground."),
        rows=5,
    )
    keuze = One(
        label=_("What must happen with the plan?"),
        choices=[
            (Inbrengkeuze.DOORGAAN.value, _("Go on with it")),
            (Inbrengkeuze.AFSLUITEN.value, _("Close it")),
        ],
    )
    motivering = Text(label=_("Why?"), rows=3)


class CloseEvaluatieForm(ActForm):
    """What the table concludes. Covenant 9.4."""

    groups = (Fieldset(legend=_("Conclusion"), names=("conclusie",)),)
    conclusie = Text(
        label=_("What does the table conclude?"),
        help_text=_("Closing the plan is a decision of the kernpartijen: advise it after this."),
        rows=5,
    )


class AdviesForm(ActForm):
    """Of whom advice is asked, and what. Covenant 9.5."""

    groups = (Fieldset(legend=_("Question"), names=("aan", "vraag")),)
    aan = Line(label=_("Of whom do you ask advice?"), help_text=_("The NCTV, or an expert by function."))
    vraag = Text(
        label=_("What do you ask?"),
        help_text=_("Describe it so that nobody can be recognised: no name, address, day of birth or number."),
        rows=8,
    )


class AntwoordForm(ActForm):
    """The answer. Covenant 9.5."""

    groups = (Fieldset(legend=_("Answer"), names=("antwoord",)),)
    antwoord = Text(
        label=_("What was the answer?"),
        help_text=_("Leave out what identifies somebody, also when it stood in the answer."),
        rows=8,
    )


class StartControleForm(ActForm):
    """By when the parties confirm. Covenant 10.3."""

    groups = (Fieldset(legend=_("Periodic check"), names=("uiterlijk_op",)),)
    uiterlijk_op = Day(label=_("By which day do the parties confirm?"), widget=DayPicker)


class BevestigForm(ActForm):
    """Which of one's own items are right. Covenant 10.3."""

    groups = (Fieldset(legend=_("What your organisation brought in"), names=("juist", "toelichting")),)

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer one's own items."""
        super().__init__(*args, **kwargs)
        self.fields["juist"] = Many(
            label=_("Which of these are right, complete and still needed?"), choices=list(items), required=False
        )
        self.fields["toelichting"] = Text(
            label=_("What is wrong or missing in the others?"),
            help_text=_("A signaal is corrected in the weegploeg, a contribution or a person here."),
            required=False,
            rows=4,
        )


class ResultaatForm(ActForm):
    """What was found and mended, and whether article 3 still holds. Covenant 10.3, 3."""

    groups = (
        Fieldset(legend=_("Result"), names=("resultaat",)),
        Fieldset(legend=_("Article 3"), names=("verblijf", "toelichting")),
    )
    resultaat = Text(label=_("What did you find, and what was mended?"), rows=5)
    verblijf = One(
        label=_("Does the subject still stay in the Netherlands, and is there still radicalisering or a threat of it?"),
        choices=[
            (Verblijf.BEVESTIGD.value, _("Yes, confirmed")),
            (Verblijf.NIET_BEVESTIGD.value, _("No, not confirmed: the casusoverleg must look at closing")),
        ],
    )
    toelichting = Text(label=_("On what does that rest?"), rows=3)
