"""The safeguards of the pages of disclosure. The page of a question says nothing that differs from one to another."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from casustafel.acts.bewaring.beeld import BewaringBeeld
from casustafel.acts.casusoverleg.open_doorverstrekking import DoorverstrekkingPagina
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.partij import KERNPARTIJEN
from casustafel.web.casusoverleg.safeguards import entrance
from casustafel.web.kept import kept
from casustafel.web.part import Reader, Waarborgen
from casustafel.web.words import ROLES


def _record() -> str:
    return _("the record of a disclosure is kept with the file of its casus")


def of_question(wie: Wie) -> Waarborgen:
    """Give the safeguards of the question to a party: the same for every disclosure."""
    rol = Rol.WEEGPLOEG if wie.soort in KERNPARTIJEN else Rol.CASUSOVERLEG
    return Waarborgen(
        artikel="10.5.ii",
        role=str(ROLES[rol]),
        purpose=_("To give the permission of your organisation for a disclosure, or to refuse it."),
        kept_artikel="13",
        kept_why=_record(),
    )


def of_register(wie: Wie, casus_id: UUID, bewaring: BewaringBeeld) -> Waarborgen:
    """Give the safeguards of the register at the table."""
    artikel, role = entrance(wie, "10.4")
    how_long = kept(bewaring)
    return Waarborgen(
        artikel=artikel,
        role=role,
        purpose=_("To see which data went to whom beyond the plan, why, and with whose permission (article 10.5)."),
        looked_url=reverse("casus-inzage", args=[casus_id]),
        kept_until=how_long.until,
        kept_artikel=how_long.artikel,
        kept_why=how_long.why,
    )


def of_partner(wie: Wie, page: DoorverstrekkingPagina | None) -> Waarborgen:
    """Give the safeguards of what a partner sees: until which day, and that it is kept secret."""
    organisatie = wie.organisatie
    return Waarborgen(
        artikel="10.5",
        role=str(ROLES[Rol.CASUSOVERLEG]),
        purpose=_("For your contribution to the plan only. You keep this secret (article 14.2)."),
        who=[Reader(party=organisatie.naam, why=_("only who accepted the secrecy text"))] if organisatie else [],
        kept_until=min(page.tot, page.bewaring.tot) if page else None,
        kept_artikel="10.5",
        kept_why=_("you see the data up to and including the last day"),
    )
