"""Who checks that what a file holds is whole. Covenant 15.1, 15.2.e."""

from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.bewaring import BewaarFeit
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.toegang import standing
from casustafel.convenant.verdict import ALLOWED, Verdict, gettext_noop, hide_for, right_fault


@carries_out("15.1")
def may_check_bestand(wie: Wie, *, day: date) -> Verdict:
    """Say whether a file may be opened to see that it is whole: by the system only, which shows nobody anything.

    Covenant 15.1: the data is protected against loss. Reading: also what is on its way out of the file.
    """
    away = tuple(standing(wie, convenant_id=wie.convenant.id, day=day))
    if away or Rol.SYSTEEM not in wie.rollen:
        text = gettext_noop("Only the system looks whether a file is whole.")
        return hide_for([*away, right_fault("15.1", "system", text)])
    return ALLOWED


@carries_out("15.1")
def may_check_houder(wie: Wie, feit: BewaarFeit, *, day: date) -> Verdict:
    """Say whether the system may open one dossier or casus for that: one of the covenant for which it is at work."""
    if feit.convenant_id != wie.convenant.id:
        return hide_for([right_fault("8.4", "other-convenant", gettext_noop("This belongs to another covenant."))])
    return may_check_bestand(wie, day=day)
