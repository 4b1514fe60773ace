"""The safeguards of the weegploeg's pages: why may I see this, who else can, how long is it kept. Covenant 8.4, 13."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.weegploeg.open_dossier import DossierBeeld
from casustafel.convenant.feit import DossierStaat, Rol, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.web.kept import kept
from casustafel.web.part import Reader, Waarborgen
from casustafel.web.words import ROLES, TASKS


def _role(wie: Wie) -> tuple[str, str]:
    """Give the article on which the reader comes in, and as what."""
    if is_weegploeg(wie) or wie.taak is None:
        return "8.4", str(ROLES[Rol.WEEGPLOEG])
    return "5", f"{ROLES[Rol.UITVOERDER]} ({TASKS[wie.taak]})"


def _purpose() -> str:
    return _("Purpose: to judge whether a person-centred approach is needed (article 7.3).")


def board_safeguards(wie: Wie) -> Waarborgen:
    """Give the safeguards of the board."""
    artikel, role = _role(wie)
    return Waarborgen(artikel=artikel, role=role, purpose=_purpose(), kept_why=_("each dossier says until when"))


def new_safeguards(wie: Wie, *, day: date) -> Waarborgen:
    """Give the safeguards of the page on which a new dossier begins."""
    return Waarborgen(
        artikel="7.2",
        role=str(ROLES[Rol.WEEGPLOEG]),
        purpose=_("Only the kernpartijen will see this signaal (article 8.4)."),
        kept_artikel="13",
        kept_why=_undecided(),
        who=_readers(wie, day=day),
    )


def dossier_safeguards(beeld: DossierBeeld, wie: Wie, *, day: date) -> Waarborgen:
    """Give the safeguards of a page of one dossier."""
    artikel, role = _role(wie)
    since = _("counted from the day on which its signals went, then it is destroyed")
    how_long = kept(beeld.bewaring, since=since if beeld.staat is DossierStaat.OPGEGAAN else "")
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_purpose(),
        who=_readers(wie, day=day),
        who_url=reverse("toegang-dossier", args=[beeld.id]),
        looked_url=reverse("dossier-inzage", args=[beeld.id]),
        kept_until=how_long.until,
        kept_artikel=how_long.artikel,
        kept_why=how_long.why,
    )


def _readers(wie: Wie, *, day: date) -> list[Reader]:
    parties = [Reader(party=o.naam, why=str(ROLES[Rol.WEEGPLOEG])) for o in wie.convenant.kernpartijen_on(day)]
    return [*parties, Reader(party=str(ROLES[Rol.UITVOERDER]), why=_("only for a named task (article 5)"))]


def _undecided() -> str:
    return _("six months after the outcome if the subject does not go to the casusoverleg, else five years")
