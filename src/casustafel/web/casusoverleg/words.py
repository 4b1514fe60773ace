"""Words for what stands in the log of a casus, and for what was just done."""

from django.utils.translation import gettext_lazy as _

from casustafel.bestand.log import Gevolg

DEEDS = {
    "receive-correctie": _("received a correction of the weegploeg"),
    "receive-overdracht": _("received the copy of the weegploeg"),
    "find-casussen": _("saw the casus in the list"),
    "find-werk-casusoverleg": _("saw the number among the work that waits"),
    "find-werk-afsluiting": _("saw that closing waits for them"),
    "open-casus": _("opened the casus"),
    "open-plan": _("opened the plan page"),
    "open-afsluiting": _("opened the items of the pending closing"),
    "open-casus-inzage": _("opened this overview"),
    "contribute": _("contributed data"),
    "write-plan": _("wrote the concept of the plan"),
    "adopt-plan": _("adopted the plan"),
    "request-doorverstrekking": _("asked to disclose data to a partner"),
    "open-doorverstrekkingen": _("opened the register of disclosures"),
    "find-toestemmingen": _("saw that permission is asked"),
    "find-werk-doorverstrekking": _("saw that permission waits for them"),
    "open-toestemming": _("opened a question for permission"),
    "take-standpunt-doorverstrekking": _("took a position on a disclosure"),
    "withdraw-standpunt-doorverstrekking": _("took a position on a disclosure back"),
    "find-doorverstrekkingen": _("saw that data was disclosed to them"),
    "open-doorverstrekking": _("opened the disclosed data"),
    "withdraw-doorverstrekking": _("withdrew a disclosure"),
    "record-voortgang": _("recorded progress"),
    "admit-deelnemer": _("let an organisation join the table"),
    "end-deelname": _("let an organisation leave the table"),
    "decide-eigen": _("decided that an organisation may have its data"),
    "withdraw-eigen": _("withdrew a decision on its data"),
    "advise-afsluiting": _("advised to close"),
    "take-standpunt-afsluiting": _("took a position on closing"),
    "withdraw-standpunt-afsluiting": _("took its position on closing back"),
    "remind-afsluiting": _("reminded of the positions on closing"),
    "close-casus": _("closed the plan"),
    "send-afsluiting": _("carried the closing to the weegploeg"),
    "acknowledge-afsluiting": _("noted that the closing arrived"),
}
EFFECTS = {
    Gevolg.FOUND: _("found"),
    Gevolg.OPENED: _("opened"),
    Gevolg.CHANGED: _("changed"),
    Gevolg.EXPORTED: _("exported"),
    Gevolg.REFUSED: _("refused"),
}
DONE = {
    "bijdrage": _("Your contribution is recorded. The parties at the table can read it, as far as its class allows."),
    "concept": _("The concept of the plan is recorded."),
    "vastgesteld": _("The plan is adopted."),
    "voortgang": _("The progress is recorded."),
    "advies": _("The advice is recorded. The kernpartijen decide."),
    "standpunt": _("The position of your organisation is recorded."),
    "withdraw-standpunt-afsluiting": _("The position of your organisation is taken back."),
    "remind-afsluiting": _("The reminder stands in the werkvoorraad of who has not spoken."),
    "toegelaten": _("The new participant is recorded."),
    "vertrokken": _("The leaving is recorded."),
    "eigen": _("The decision is recorded. The organisation can read this item while it is at the table."),
    "eigen-weg": _("The decision is withdrawn."),
    "gesloten": _("The plan is closed. The weegploeg is told."),
}
