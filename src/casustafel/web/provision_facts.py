"""What a provision states beside its ground, as pages show it: the checks of Besluit 2, and an exception of the AVG."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.convenant.regime import Oordeel, Regime
from casustafel.convenant.verstrekking import Verstrekking
from casustafel.web.part import Fact
from casustafel.web.provision import exception_words


def _who(*parts: str, on: date | None) -> str:
    named = [part for part in parts if part]
    return ", ".join([*named, date_format(on)] if on else named)


def checks_of(v: Verstrekking) -> list[Fact]:
    """Show who was asked before provision, when, and what the bevoegd functionaris answered. Besluit B2."""
    if not v.bevoegd_functionaris:
        return []
    answers = {Oordeel.GEEN_BEZWAAR: _("no objection"), Oordeel.BEZWAAR: _("an objection")}
    answer = answers[Oordeel(v.bevoegd_functionaris_oordeel)] if v.bevoegd_functionaris_oordeel else ""
    return [
        Fact(
            key=_("Investigation does not oppose"),
            value=_who(v.opsporingsbelang_getoetst_door, on=v.opsporingsbelang_getoetst_op),
        ),
        Fact(
            key=_("Bevoegd functionaris"),
            value=_who(
                v.bevoegd_functionaris,
                v.bevoegd_functionaris_functie,
                v.bevoegd_functionaris_eenheid,
                on=v.bevoegd_functionaris_op,
            ),
            note=": ".join(part for part in (answer, v.bevoegd_functionaris_voorwaarden) if part),
        ),
        Fact(key=_("OM consulted"), value=_who(v.om_geraadpleegd, on=v.om_geraadpleegd_op)),
    ]


def special_of(v: Verstrekking, law: Regime) -> list[Fact]:
    """Show on which exception special or criminal data was provided, and why. AVG 9, 10."""
    grond = next((g for g in law.bijzondere_gronden if g.code == v.uitzondering), None)
    if not v.bijzonder or grond is None:
        return []
    return [Fact(key=_("Exception"), value=exception_words(grond), note=v.uitzondering_reden)]
