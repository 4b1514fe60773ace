"""What is confirmed of a subject, as forms ask it and pages show it. Covenant 3."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from casustafel.acts.weegploeg.doelgroep import Moment
from casustafel.acts.weegploeg.open_dossier import DossierBeeld
from casustafel.convenant.feit import Wie
from casustafel.web.asked import Yes
from casustafel.web.part import Fact
from casustafel.web.rendering import Fieldset
from casustafel.web.words import organisation_names

NAMES = ("verblijft_in_nederland", "radicaliseert")
DOELGROEP = Fieldset(
    legend=_("Is this approach for this person?"),
    names=NAMES,
    hint=_("A plan concerns a person who stays in the Netherlands and radicalised, or threatens to (article 3)."),
)
MOMENTS = {Moment.OPENING: _("at opening"), Moment.OVERDRACHT: _("at the hand-over")}


def stays() -> Yes:
    """Ask to confirm that the person stays in the Netherlands."""
    return Yes(label=_("This person stays in the Netherlands"))


def radicalises() -> Yes:
    """Ask to confirm that the person radicalised or threatens to."""
    return Yes(label=_("This person radicalised, or threatens to"))


def doelgroep_facts(beeld: DossierBeeld, wie: Wie) -> list[Fact]:
    """Say when and by whom the two things were confirmed."""
    names = organisation_names(wie)
    return [
        Fact(
            key=_t("Stays in the Netherlands and radicalises"),
            value=_t("confirmed by %(party)s on %(day)s, %(moment)s")
            % {
                "party": names.get(one.organisatie_id, ""),
                "day": date_format(one.op),
                "moment": MOMENTS[Moment(one.moment)],
            },
            note=_t("article 3"),
        )
        for one in beeld.doelgroep
    ]


def heroverweging_facts(beeld: DossierBeeld) -> list[Fact]:
    """Say that the signals came back from the archive, from which number, and why. Covenant 13.4."""
    one = beeld.heroverweging
    if one is None:
        return []
    note = _t("article 13.4: a copy of %(number)s, which stays in the archive") % {"number": one.nummer}
    return [
        Fact(key=_t("Came back from the archive"), on=one.op, note=note),
        Fact(key=_t("Why again"), value=one.noodzaak),
    ]
