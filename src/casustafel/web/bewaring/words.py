"""The words of retention."""

from django.utils.translation import gettext_lazy as _

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.vernietiging import NOT_TOLD
from casustafel.convenant.bewaring import Houdersoort, Wijze
from casustafel.convenant.stuk import CasusStuk, DossierStuk
from casustafel.convenant.vervaldag import Verval

FILES = {
    Bestand.WEEGPLOEG.value: _("Weegploeg"),
    Bestand.CASUSOVERLEG.value: _("Casusoverleg"),
    Bestand.ARCHIEF.value: _("Archive"),
    Bestand.BETROKKENE.value: _("Requests"),
    Bestand.TOEZICHT.value: _("Incidents"),
}
OUTCOMES = {
    Verval.VERVALT: _("counts as not put on the agenda"),
    Verval.NAAR_ARCHIEF: _("goes to the archive"),
    Verval.VERNIETIGD: _("is destroyed"),
}
KINDS = {
    Houdersoort.DOSSIER: _("dossier"),
    Houdersoort.CASUS: _("casus"),
    Houdersoort.ARCHIEF: _("archived dossier"),
    Houdersoort.VERZOEK: _("request"),
    Houdersoort.INCIDENT: _("incident"),
}
WAYS = {Wijze.VERNIETIGD: _("destroyed"), Wijze.VERPLAATST: _("moved to the archive")}
PIECES = {
    Houdersoort.DOSSIER.value: _("dossier"),
    Houdersoort.CASUS.value: _("casus"),
    Houdersoort.ARCHIEF.value: _("archived dossier"),
    Houdersoort.VERZOEK.value: _("request"),
    Houdersoort.INCIDENT.value: _("incident"),
    DossierStuk.SIGNAAL.value: _("signals"),
    DossierStuk.VRAAG.value: _("questions"),
    DossierStuk.WEGING.value: _("weighings"),
    DossierStuk.STANDPUNT.value: _("positions"),
    DossierStuk.BESLISSING.value: _("decisions"),
    DossierStuk.BETROKKEN.value: _("parties to involve"),
    DossierStuk.CORRECTIE.value: _("corrections"),
    CasusStuk.DEELNEMER.value: _("participants"),
    CasusStuk.BIJDRAGE.value: _("contributions"),
    CasusStuk.ANALYSE.value: _("analyses"),
    CasusStuk.PLAN.value: _("plans"),
    CasusStuk.MAATREGEL.value: _("measures"),
    CasusStuk.VOORTGANG.value: _("progress"),
    DossierStuk.INFORMEREN.value: _("notes on informing"),
    NOT_TOLD: _("people who were not informed"),
}
# In the order in which a night goes; a step that is not named here is not shown.
STEPS_OF_A_NIGHT = {
    "bezorgd": _("Carried"),
    "vervallen": _("Lapsed"),
    "verplaatst": _("Moved to the archive"),
    "vernietigd": _("Destroyed"),
    "opgeruimde_mensen": _("People and keys"),
    "opgeruimde_stukken": _("Papers of the covenant"),
    "vernietigde_logregels": _("Lines of logs"),
}
