"""The forms of requests: each is one act. Covenant 12."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from casustafel.convenant.rules.weegploeg import LEEFTIJDSGROEPEN
from casustafel.convenant.verzoek import Antwoord, Vertegenwoordiging, Verzoeksoort
from casustafel.web.asked import Day, Line, Many, One, Text
from casustafel.web.betrokkene.words import ANSWERS, KINDS, NAMING, REPRESENTED
from casustafel.web.rendering import Fieldset
from casustafel.web.saving import ActForm
from casustafel.web.weegploeg.age import AGE_GROUPS

Choices = list[tuple[str, str]]


class ReceiveForm(ActForm):
    """Who asks, what, and when it came."""

    groups = (
        Fieldset(legend=_("The request"), names=("soort", "ontvangen_op", "gevraagd")),
        Fieldset(legend=_("Whose data it is about"), names=("naam", "adres", "leeftijdsgroep")),
        Fieldset(
            legend=_("Who asks for this person"),
            names=("vertegenwoordiging", "vertegenwoordiger", "vertegenwoordiger_adres"),
        ),
    )
    soort = One(label=_("What is asked?"), choices=[(one.value, KINDS[one]) for one in Verzoeksoort])
    ontvangen_op = Day(label=_("Received on"), help_text=_("The 28 days begin on the day after this."))
    gevraagd = Text(label=_("What must change, and why?"), help_text=_("Not needed for access."), required=False)
    naam = Line(label=_("Name"))
    adres = Line(label=_("Address"), help_text=_("The answer goes to this address."))
    leeftijdsgroep = One(
        label=_("Age group"),
        help_text=_("Only needed where somebody else asks."),
        choices=[(code, AGE_GROUPS[code]) for code in LEEFTIJDSGROEPEN],
        required=False,
    )
    vertegenwoordiging = One(
        label=_("Who asks?"),
        choices=[(one.value, REPRESENTED[one]) for one in Vertegenwoordiging],
        initial=Vertegenwoordiging.GEEN.value,
    )
    vertegenwoordiger = Line(label=_("Name of who asks for this person"), required=False)
    vertegenwoordiger_adres = Line(label=_("Address of who asks for this person"), required=False)


class IdentityForm(ActForm):
    """Which papers were seen, and how."""

    groups = (
        Fieldset(legend=_("The person who asks"), names=("papier", "gezien")),
        Fieldset(
            legend=_("Where somebody asks for another"),
            names=("vertegenwoordiging_papier", "vertegenwoordiging_gezien"),
        ),
    )
    papier = Line(
        label=_("Which paper did you see?"),
        help_text=_("Such as a passport. Keep no copy, and write down no number."),
    )
    gezien = Line(label=_("How did you see it?"), help_text=_("Such as: at the desk."))
    vertegenwoordiging_papier = Line(
        label=_("Which paper shows the representation?"), help_text=_("Such as a ruling of the court."), required=False
    )
    vertegenwoordiging_gezien = Line(label=_("How did you see that paper?"), required=False)


class LetterForm(ActForm):
    """A letter that confirms nothing."""

    groups = (Fieldset(legend=_("The letter"), names=("brief",)),)
    brief = Text(
        label=_("Text of the letter"),
        help_text=_("Say only that it was not established who asks. Do not say whether there is data."),
        rows=8,
    )


class TaskForm(ActForm):
    """Whom, what, and by which day."""

    groups = (Fieldset(legend=_("The task"), names=("voor", "opdracht", "uiterlijk_op")),)
    voor = One(label=_("For whom?"))
    opdracht = Text(label=_("What must they do?"))
    uiterlijk_op = Day(label=_("By which day?"), help_text=_("Leave empty for two weeks."), required=False)

    def __init__(self, *args: Any, voor: Choices, **kwargs: Any) -> None:
        """Take the parties, and who was appointed."""
        super().__init__(*args, **kwargs)
        self.fields["voor"].choices = voor  # type: ignore[attr-defined]  # a ChoiceField


class FindingForm(ActForm):
    """What was found."""

    groups = (Fieldset(legend=_("Your part"), names=("bevinding",)),)
    bevinding = Text(label=_("What did you find?"))


class GatheredForm(ActForm):
    """In which other dossiers."""

    groups = (Fieldset(legend=_("What was found"), names=("nummers",)),)
    nummers = Text(
        label=_("Other dossiers, by number"),
        help_text=_("One on each line. Leave empty where there are no others."),
        rows=4,
        required=False,
    )


class PositionForm(ActForm):
    """Do what is asked; or a ground, what it reaches and why."""

    groups = (
        Fieldset(legend=_("Position"), names=("antwoord",)),
        Fieldset(legend=_("Only where a ground stands in the way"), names=("grond", "reikwijdte", "motivering")),
    )
    antwoord = One(label=_("What does your organisation say?"), choices=[(one.value, ANSWERS[one]) for one in Antwoord])
    grond = One(label=_("Which ground?"), required=False)
    reikwijdte = Text(label=_("Which data does it reach?"), rows=3, required=False)
    motivering = Text(label=_("Why?"), required=False)

    def __init__(self, *args: Any, gronden: Choices, **kwargs: Any) -> None:
        """Take the grounds for what is asked."""
        super().__init__(*args, **kwargs)
        self.fields["grond"].choices = gronden  # type: ignore[attr-defined]  # a ChoiceField


class DecisionForm(ActForm):
    """Where to go with the decision."""

    groups = (Fieldset(legend=_("Where to go with this decision"), names=("bezwaar_bij", "rechtbank")),)
    bezwaar_bij = Line(label=_("Where to object within six weeks?"))
    rechtbank = Line(label=_("Which court?"))


class AnswerForm(ActForm):
    """What the letter says beside the decision."""

    groups: ClassVar[Sequence[Fieldset]] = (Fieldset(legend=_("The answer"), names=("brief",)),)
    brief = Text(
        label=_("What the letter says of the reasons"),
        help_text=_("In words that everybody understands. Do not write what a ground protects: only why it is needed."),
        rows=8,
    )


class AccessForm(AnswerForm):
    """The same of access: needed only where something is refused."""

    brief = Text(
        label=_("Why is something not given?"),
        help_text=_("Leave empty where all is given. Do not write what the ground protects: only why it is needed."),
        rows=6,
        required=False,
    )


class FoundForm(ActForm):
    """Which of the dossiers that were found by name, and others by number."""

    groups = (Fieldset(legend=_("In which dossiers does this person stand?"), names=("gevonden", "nummers")),)
    gevonden = Many(
        label=_("Found by the name"),
        help_text=_("Look at each before you choose it: a name is shared."),
        required=False,
    )
    nummers = Text(
        label=_("Other dossiers, by number"),
        help_text=_("One on each line: such as those in which the parties found this person, or of the archive."),
        rows=3,
        required=False,
    )

    def __init__(self, *args: Any, gevonden: Choices, **kwargs: Any) -> None:
        """Take the dossiers with a name that is alike."""
        super().__init__(*args, **kwargs)
        if gevonden:
            self.fields["gevonden"].choices = gevonden  # type: ignore[attr-defined]  # a MultipleChoiceField
        else:
            del self.fields["gevonden"]


class WhoseForm(ActForm):
    """Of whom the request is."""

    groups = (Fieldset(legend=_("Whose request is it?"), names=("persoon",)),)
    persoon = One(label=_("Who asks, in this dossier?"))

    def __init__(self, *args: Any, personen: Choices, **kwargs: Any) -> None:
        """Take the people whom the dossier knows."""
        super().__init__(*args, **kwargs)
        self.fields["persoon"].choices = personen  # type: ignore[attr-defined]  # a ChoiceField


class ChoiceForm(ActForm):
    """Give a piece or not, on which ground and why."""

    groups = (
        Fieldset(legend=_("This piece"), names=("keuze",)),
        Fieldset(legend=_("Only where something is kept back"), names=("grond", "motivering")),
    )
    keuze = One(label=_("Is it given?"))
    grond = One(label=_("Which ground?"), required=False)
    motivering = Text(
        label=_("Why?"), help_text=_("Only the kernpartijen and the uitvoerder read this."), required=False
    )

    def __init__(self, *args: Any, keuzes: Choices, gronden: Choices, **kwargs: Any) -> None:
        """Take what can be said of this piece, and the grounds."""
        super().__init__(*args, **kwargs)
        self.fields["keuze"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["grond"].choices = gronden  # type: ignore[attr-defined]  # as above


class ChangeForm(ActForm):
    """What is done with an item, in which of its texts, and the new one."""

    groups = (
        Fieldset(legend=_("What is done"), names=("soort",)),
        Fieldset(legend=_("Only where a text changes"), names=("veld", "tekst")),
    )
    soort = One(label=_("What is done with this item?"))
    veld = One(label=_("Which text?"), required=False)
    tekst = Text(label=_("New text, or what is added"), required=False)

    def __init__(self, *args: Any, soorten: Choices, velden: Choices, **kwargs: Any) -> None:
        """Take what can be done with this item, and its texts."""
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = soorten  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["veld"].choices = velden  # type: ignore[attr-defined]  # as above


class SureForm(ActForm):
    """Nothing to fill in: only that it is done."""

    groups = ()


class DoneForm(ActForm):
    """What else was done."""

    groups = (Fieldset(legend=_("Beside that"), names=("uitgevoerd",)),)
    uitgevoerd = Text(
        label=_("What else was done, and where?"),
        help_text=_("Only needed where nothing was chosen, or for what lies outside these files."),
        required=False,
    )


class ShieldForm(ActForm):
    """Which pieces, on which ground, and what was asked."""

    groups = (
        Fieldset(legend=_("What is shielded"), names=("items",)),
        Fieldset(legend=_("Why"), names=("grond", "reden")),
    )
    items = Many(
        label=_("Which pieces?"),
        help_text=_("Choose none to shield all of this dossier and its casus. What rests on a piece goes along."),
        required=False,
    )
    grond = One(label=_("On which ground?"))
    reden = Text(label=_("What does the person ask, or contest?"), rows=4)

    def __init__(self, *args: Any, items: Choices, gronden: Choices, **kwargs: Any) -> None:
        """Take the pieces that there are, and the grounds for this kind of request."""
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = items  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["grond"].choices = gronden  # type: ignore[attr-defined]  # a ChoiceField


class AnnounceForm(ActForm):
    """What the person was sent."""

    groups = (Fieldset(legend=_("The letter"), names=("brief",)),)
    brief = Text(
        label=_("Why is this no longer shielded?"),
        help_text=_("In words that everybody understands: this stands in the letter."),
        rows=6,
    )


class LiftForm(ActForm):
    """Why it is lifted."""

    groups = (Fieldset(legend=_("Lifting"), names=("reden",)),)
    reden = Text(label=_("Why is this lifted?"), rows=4)


class RecipientForm(ActForm):
    """Who received data outside the system, and what the letter says."""

    groups = (
        Fieldset(legend=_("Who received data"), names=("naam", "adres", "verstrekt_op")),
        Fieldset(legend=_("The letter"), names=("wat",)),
    )
    naam = Line(label=_("Name"))
    adres = Line(label=_("Address"), help_text=_("The letter goes to this address."))
    verstrekt_op = Day(label=_("When did it get the data?"))
    wat = Text(
        label=_("Which data did it get, and what must change in it?"),
        help_text=_("The letter says this. Write no more than is needed to correct the copies there."),
    )


class NamingForm(ActForm):
    """Whether employees are named, and why."""

    groups = (Fieldset(legend=_("Your organisation"), names=("keuze", "motivering")),)
    keuze = One(
        label=_("Does the overview name who looked?"), choices=[(one.value, text) for one, text in NAMING.items()]
    )
    motivering = Text(label=_("Why?"), help_text=_("Only the parties read this."), rows=3)


class CopiesForm(ActForm):
    """What was done with the own copies."""

    groups = (Fieldset(legend=_("Your own copies"), names=("gedaan",)),)
    gedaan = Text(
        label=_("What did you do with your own copies?"), help_text=_("Such as: corrected, or: there were none.")
    )
