"""Until when something is kept, in words: the safeguards of every page of a dossier or casus. Covenant 13."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casustafel.acts.bewaring.beeld import BewaringBeeld
from casustafel.web.part import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The last day on which it is kept, the article, and what the term counts from."""

    until: date
    artikel: str
    why: str


def kept(bewaring: BewaringBeeld, *, since: str = "") -> Kept:
    """Say until when it is kept if nothing more is done; `since` says what the six months count from."""
    return Kept(until=bewaring.tot, artikel=bewaring.artikel, why=_why(bewaring, since=since))


def kept_fact(until: date) -> Fact:
    """Say until when something of the covenant itself is kept: it counts from the last thing that happened with it."""
    why = _("article 13.1: counted from the last thing that happened with it")
    return Fact(key=_("Kept up to and including"), on=until, note=why)


def _why(bewaring: BewaringBeeld, *, since: str) -> str:
    if bewaring.vervalt_op is not None:
        lapse = {"day": date_format(bewaring.vervalt_op)}
        return _("if nobody decides, it counts from %(day)s as not put on the agenda, and is then destroyed") % lapse
    if bewaring.artikel == "13.3":
        return since or _("counted from the outcome, then it is destroyed")
    if bewaring.archief_op is not None:
        archive = {"day": date_format(bewaring.archief_op)}
        return (
            _("counted from the last work on it, then it is destroyed. After %(day)s it is in the archive (13.2)")
            % archive
        )
    return _("counted from the last work on it, then it is destroyed")
