"""Words for codes: organisations, roles, states, grounds. Law is Dutch in every language; the rest is translated."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from casustafel.acts.register.open_convenant import KaderBeeld
from casustafel.convenant.feit import CasusStaat, DossierStaat, Keuze, Rol, Taak, Uitkomst, Wie
from casustafel.convenant.informatieplicht import Verzendwijze
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Bijzonder, Klasse
from casustafel.convenant.rules.verplaatsing import Richting, Wijze
from casustafel.convenant.werk import Stap

ROLES = {
    Rol.WEEGPLOEG: _("representative in the weegploeg"),
    Rol.CASUSOVERLEG: _("representative in the casusoverleg"),
    Rol.UITVOERDER: _("uitvoerder"),
    Rol.BEHANDELAAR: _("appointed to handle requests"),
    Rol.TOEZICHTHOUDER: _("toezichthouder"),
    Rol.AUTORISATIEBEHEERDER: _("manager of authorisations"),
    Rol.AUDITOR: _("auditor"),
}
TASKS = {
    Taak.VOORBEREIDEN: _("prepare the boards"),
    Taak.CONTROLEREN: _("check the data"),
    Taak.VERZOEK: _("handle a request"),
}
DOSSIER_STATES = {
    DossierStaat.NIEUW: _("New"),
    DossierStaat.IN_WEGING: _("Being weighed"),
    DossierStaat.INFORMATIE_GEVRAAGD: _("Information asked"),
    DossierStaat.AGENDEREN: _("To the casusoverleg"),
    DossierStaat.NIET_AGENDEREN: _("Not to the casusoverleg"),
    DossierStaat.OVERGEDRAGEN: _("Handed over"),
    DossierStaat.AFGESLOTEN: _("Plan closed"),
    DossierStaat.OPGEGAAN: _("Gone over into another dossier"),
}
CASUS_STATES = {
    CasusStaat.OPEN: _("Open"),
    CasusStaat.PLAN_VASTGESTELD: _("Plan adopted"),
    CasusStaat.AFSLUITING_GEADVISEERD: _("Closing advised"),
    CasusStaat.AFGESLOTEN: _("Closed"),
}
WAYS = {
    (Wijze.VERPLAATST, Richting.NAAR): _("Moved to dossier %(number)s"),
    (Wijze.VERPLAATST, Richting.VAN): _("Moved here from dossier %(number)s"),
    (Wijze.SAMENGEVOEGD, Richting.NAAR): _("Gone over into dossier %(number)s"),
    (Wijze.SAMENGEVOEGD, Richting.VAN): _("Joined with dossier %(number)s"),
    (Wijze.GESPLITST, Richting.NAAR): _("Parted off into dossier %(number)s"),
    (Wijze.GESPLITST, Richting.VAN): _("Parted off from dossier %(number)s"),
}
OUTCOMES = {
    Uitkomst.AGENDEREN: _("put on the agenda of the casusoverleg"),
    Uitkomst.NIET_AGENDEREN: _("not substantial enough for the casusoverleg"),
}
SENT = {
    Verzendwijze.POST: _("by post"),
    Verzendwijze.OVERHANDIGD: _("handed over"),
    Verzendwijze.GESPREK: _("handed over in a conversation"),
}
CHOICES = {
    Keuze.INSTEMMEN: _("agrees"),
    Keuze.ONTHOUDEN: _("withholds its agreement"),
}
STEPS = {
    Stap.ANSWER: _("Answer a question of the weegploeg"),
    Stap.WEIGH: _("Weigh the signals"),
    Stap.STANDPUNT: _("Take the position of your organisation"),
    Stap.STANDPUNT_VERLENGING: _("Take the position of your organisation on a longer term"),
    Stap.PREPARE_CONTROLE: _("Prepare the periodic check"),
    Stap.CONFIRM_CONTROLE: _("Check what your organisation provided"),
    Stap.DECIDE: _("Record the outcome"),
    Stap.NAME: _("Name who must be involved"),
    Stap.HAND_OVER: _("Hand over to the casusoverleg"),
    Stap.OVERLEG_WEEGPLOEG: _("Meeting of the weegploeg"),
    Stap.OVERLEG_CASUSOVERLEG: _("Meeting of the casusoverleg"),
    Stap.HERZIEN: _("Revise your analysis: a signaal left this casus"),
    Stap.WRITE_PLAN: _("Write the plan"),
    Stap.ADOPT_PLAN: _("Adopt the plan"),
    Stap.VOORTGANG: _("Record progress on your measure"),
    Stap.INBRENG: _("Say how the plan goes"),
    Stap.SLUIT_EVALUATIE: _("Close the review of the plan"),
    Stap.CONTROLE: _("Begin the periodic check"),
    Stap.RESULTAAT: _("Record the result of the periodic check"),
    Stap.BEVESTIGEN: _("Confirm what your organisation brought in"),
    Stap.STANDPUNT_AFSLUITING: _("Take the position of your organisation on closing"),
    Stap.CLOSE: _("Close the plan"),
    Stap.TOESTEMMING: _("Request for permission to disclose data"),
    Stap.STANDPUNT_REACTIVERING: _("Take the position of your organisation on a renewed decision"),
    Stap.STANDPUNT_VOORSTEL: _("Take the position of your organisation on a proposal"),
    Stap.EVALUATIE: _("Evaluate the covenant"),
    Stap.AUTORISATIES: _("Confirm that your people still need their authorisation"),
    Stap.AUTORISATIEVRAGEN: _("Answer a request for an authorisation"),
    Stap.VERNIETIG_ONTVANGEN: _("Destroy what you were given: it was destroyed at its source"),
    Stap.SPREEK_INFORMEREN: _("Say whether a ground stands in the way of informing"),
    Stap.INFORMEREN: _("Inform the person, and record it"),
    Stap.HEROVERWEEG_UITSTEL: _("Reconsider whether informing still has to wait"),
    Stap.INFORMEREN_VOOR_VERTREK: _("Inform before the data goes, or record a ground that stays"),
    Stap.VERVALT: _("Lapses if nobody decides"),
    Stap.NAAR_ARCHIEF: _("Goes to the archive"),
    Stap.VERNIETIGD: _("Is destroyed"),
    Stap.IDENTITEIT: _("Establish who asks"),
    Stap.VERZAMELEN: _("Gather what there is on this person"),
    Stap.STANDPUNT_VERZOEK: _("Take the position of your organisation on a request"),
    Stap.BESLUIT_VERZOEK: _("Decide on a request"),
    Stap.ANTWOORD: _("Answer a request"),
    Stap.UITVOEREN: _("Carry out what was decided"),
    Stap.MELDEN: _("Tell everybody what was carried out"),
    Stap.VERZOEKTAAK: _("Check your part for a request"),
    Stap.INCIDENT: _("Judge an incident"),
    Stap.AP: _("Tell the AP of a data breach, or record why not"),
    Stap.BETROKKENEN: _("Tell the people a data breach is about, or record why not"),
    Stap.SLUIT_INCIDENT: _("Settle an incident"),
    Stap.BEVEILIGING: _("Evaluate the security plan"),
    Stap.MELDING: _("Correct your own copies of what changed"),
    Stap.AFSCHERMEN: _("Shield what a request asks"),
    Stap.OPHEFFEN: _("Lift a shielding: the request is settled"),
}

CLASSES = {
    Klasse.WPG_8: "Wpg 8 (dagelijkse politietaak)",
    Klasse.WPG_9: "Wpg 9 (onderzoek)",
    Klasse.WPG_10A: "Wpg 10, eerste lid, onder a",
    Klasse.WPG_10C: "Wpg 10, eerste lid, onder c",
    Klasse.WPG_13: "Wpg 13 (ondersteunende taken)",
    Klasse.WJSG_39F: "Wjsg 39f",
}

SPECIAL_KINDS = {
    Bijzonder.CATEGORIE: _("A special category (AVG 9)"),
    Bijzonder.STRAFRECHTELIJK: _("Criminal data (AVG 10)"),
}

KINDS = {
    Soort.GEMEENTE: "Gemeente",
    Soort.OM: "OM",
    Soort.POLITIE: "Politie",
    Soort.RAAD: "Raad",
    Soort.RECLASSERING: "Reclassering",
}


def criterium_text(kaders: Sequence[KaderBeeld], code: str, *, on: date) -> str:
    """Give the text that a criterion had on a day: that of the version in force, else the latest that has it."""
    held = [kader for kader in kaders if kader.vanaf <= on]
    for kader in (*held, *reversed(kaders)):
        for criterium in kader.criteria:
            if criterium.code == code:
                return criterium.tekst
    return code


def organisation_names(wie: Wie) -> dict[UUID, str]:
    """Give the names of the organisations of the covenant that is on."""
    return {organisatie.id: organisatie.naam for organisatie in wie.convenant.organisaties}


def short_names(wie: Wie) -> dict[UUID, str]:
    """Give a short name for each organisation: its kind for a party, its own name for a partner."""
    return {o.id: KINDS.get(o.soort, o.naam) for o in wie.convenant.organisaties}


def acted(door: str, *, als_plaatsvervanger: bool) -> str:
    """Say who acted for a party, and whether as the deputy of its representative."""
    return _t("%(person)s, as deputy") % {"person": door} if als_plaatsvervanger else door
