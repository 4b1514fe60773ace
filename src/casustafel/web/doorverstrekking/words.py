"""Words for what a disclosure is about, and for what was just done."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from casustafel.acts.casusoverleg.gegeven import GegevenBeeld
from casustafel.convenant.doorverstrekking import NAW
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.regime import Klasse, Regime
from casustafel.web.casusoverleg.topic_forms import HELP
from casustafel.web.part import Event, Fact
from casustafel.web.words import CLASSES

STATES = {
    Vraagstaat.OPEN: _("Permission asked"),
    Vraagstaat.AANGENOMEN: _("Permission given"),
    Vraagstaat.INGETROKKEN: _("Withdrawn"),
}
DONE = {
    "gevraagd": _("The request is recorded. Every party of the covenant is asked for its permission."),
    "standpunt": _("The answer of your organisation is recorded."),
    "teruggenomen": _("Your organisation has no answer here any more."),
    "ingetrokken": _("The disclosure is withdrawn. The partner does not see the data any more."),
}


def needs(codes: Iterable[str], *, law: Regime) -> list[str]:
    """Give the necessity in words; one that is not in the list any more stands by its code."""
    known = {n.code: n.titel for n in law.noodzaken}
    return [known.get(code, code) for code in codes]


def kinds(codes: Iterable[str], *, law: Regime) -> list[str]:
    """Give the kinds of data in words."""
    known = {g.code: g.titel for g in law.gegevenssoorten}
    return [known.get(code, code) for code in codes]


def items_of(gegevens: Sequence[GegevenBeeld], *, law: Regime) -> list[Event]:
    """Show items one by one, each with its kind and class."""
    return [
        Event(
            title=kinds([gegeven.soort], law=law)[0],
            on=gegeven.op,
            text="" if gegeven.soort == NAW else gegeven.tekst,
            facts=_facts(gegeven),
            marks=[CLASSES[Klasse(klasse)] for klasse in gegeven.merk.klassen],
        )
        for gegeven in gegevens
    ]


def _facts(gegeven: GegevenBeeld) -> list[Fact]:
    naw = gegeven.naw
    named = (
        (_t("Name"), naw.naam if naw else ""),
        (_t("Address"), naw.adres if naw else ""),
        (_t("Residence"), naw.woonplaats if naw else ""),
        (_t("Where"), gegeven.waar),
        (_t("When"), gegeven.wanneer),
        (_t("Wants help"), str(HELP.get(gegeven.rol, gegeven.rol)) if gegeven.soort == "achterblijver" else ""),
        (_t("Role in the plan"), gegeven.rol if gegeven.soort == "netwerkpersoon" else ""),
    )
    return [Fact(key=key, value=value) for key, value in named if value]


def until(last: date) -> Fact:
    """Say to the table what the last day is."""
    return Fact(key=_t("Last day"), on=last, note=_t("From the day after it, the partner sees nothing of it."))


def yours_until(last: date) -> Fact:
    """Say to the partner what the last day is."""
    return Fact(key=_t("Last day"), on=last, note=_t("From the day after it, you see nothing of it."))
