"""The safeguards of each page of a casus: why the reader may see it, and how long it is kept. Covenant 10.4, 13."""

from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.bewaring.beeld import BewaringBeeld
from casustafel.acts.casusoverleg.open_casus import CasusBeeld
from casustafel.convenant.feit import OrganisatieId, Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.toegang import is_partner
from casustafel.web.kept import kept
from casustafel.web.part import Reader, Waarborgen
from casustafel.web.words import ROLES, TASKS


def entrance(wie: Wie, artikel: str, rol: Rol = Rol.CASUSOVERLEG) -> tuple[str, str]:
    """Say on which article and as what somebody sees a page; an uitvoerder sees it for the task that was named."""
    if rol not in wie.rollen and Rol.UITVOERDER in wie.rollen and wie.taak is not None:
        return "5", f"{ROLES[Rol.UITVOERDER]} ({TASKS[wie.taak]})"
    return artikel, str(ROLES[rol])


def of_casus(wie: Wie, casus: CasusBeeld) -> Waarborgen:
    """Give the safeguards of the pages of a casus."""
    how_long = kept(casus.bewaring)
    artikel, role = entrance(wie, "10.4")
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_("To write the plan for this subject, carry it out and follow it (article 9)."),
        who=_readers(wie, casus),
        who_url=reverse("toegang-casus", args=[casus.id]),
        looked_url=reverse("casus-inzage", args=[casus.id]),
        kept_until=how_long.until,
        kept_artikel=how_long.artikel,
        kept_why=how_long.why,
    )


def _readers(wie: Wie, casus: CasusBeeld) -> list[Reader]:
    partijen = {o.id: o for o in wie.convenant.organisaties}
    seats = [
        Reader(party=partij.naam, why=_("the plan only") if partij.soort is Soort.EXTERN else _("at the table"))
        for seat in casus.deelnemers
        if seat.tot is None
        for partij in [partijen.get(OrganisatieId(seat.organisatie_id))]
        if partij is not None
    ]
    return [*seats, Reader(party=str(ROLES[Rol.UITVOERDER]), why=_("only for a named task (article 5)"))]


def of_plan(wie: Wie, bewaring: BewaringBeeld, *, looked_url: str = "") -> Waarborgen:
    """Give the safeguards of the plan page; for a partner it is all there is."""
    how_long = kept(bewaring)
    artikel, role = entrance(wie, "10.5" if is_partner(wie) else "10.4")
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_("To carry out the plan and follow its progress (article 9)."),
        looked_url=looked_url,
        kept_until=how_long.until,
        kept_artikel=how_long.artikel,
        kept_why=how_long.why,
    )


def of_afsluiting(wie: Wie, bewaring: BewaringBeeld) -> Waarborgen:
    """Give the safeguards of the items of a pending closing."""
    how_long = kept(bewaring)
    artikel, role = entrance(wie, "9.4", Rol.WEEGPLOEG if Rol.WEEGPLOEG in wie.rollen else Rol.CASUSOVERLEG)
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_("To decide on closing, as long as that decision is pending (article 10.4)."),
        kept_until=how_long.until,
        kept_artikel=how_long.artikel,
        kept_why=how_long.why,
    )


def of_list(wie: Wie) -> Waarborgen:
    """Give the safeguards of the list of casussen."""
    artikel, role = entrance(wie, "10.5" if is_partner(wie) else "10.4")
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_("To find the casussen that you work on (article 9)."),
        kept_artikel="13",
        kept_why=_("each casus says until when"),
    )


def of_inzage(wie: Wie) -> Waarborgen:
    """Give the safeguards of the page that says who looked."""
    artikel, role = entrance(wie, "15.2.e")
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_("So that everybody at the table can see which organisations opened this casus."),
        kept_artikel="13",
        kept_why=_("lines of the log are kept for five years"),
    )
