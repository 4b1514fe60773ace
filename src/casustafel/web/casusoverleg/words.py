"""Words for what stands in the log of a casus, and for what was just done."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casustafel.bestand.log import Gevolg
from casustafel.convenant.feit import Maatregelstaat
from casustafel.convenant.rules.controle_casus import Verblijf
from casustafel.convenant.rules.evaluatie import Inbrengkeuze
from casustafel.convenant.stuk import CasusStuk, PlanStaat

DEEDS = {
    "receive-correctie": _("received a correction of the weegploeg"),
    "receive-aanvulling": _("received further signals of the weegploeg"),
    "receive-overdracht": _("received the copy of the weegploeg"),
    "open-overleg-casusoverleg": _("saw it on the agenda of a meeting"),
    "put-on-agenda-casusoverleg": _("put it on the agenda of a meeting"),
    "take-off-agenda-casusoverleg": _("took it off the agenda of a meeting"),
    "discuss-punt-casusoverleg": _("discussed it in a meeting"),
    "find-casussen": _("saw the casus in the list"),
    "pack-archivering-casusoverleg": _("packed it for the archive"),
    "withdraw-archivering-casusoverleg": _("kept it out of the archive after all"),
    "check-bestand-casusoverleg": _("looked whether it is whole"),
    "open-informeren-casus": _("opened who must be informed"),
    "defer-informeren-casus": _("let informing wait"),
    "speak-informeren-casus": _("said whether a ground stands in the way of informing"),
    "withdraw-uitstel-casus": _("ended what let informing wait"),
    "record-geinformeerd-casus": _("recorded that the person was informed"),
    "find-werk-informeren-casus": _("saw that informing waits for them"),
    "find-werk-casusoverleg": _("saw the number among the work that waits"),
    "find-werk-afsluiting": _("saw that closing waits for them"),
    "open-casus": _("opened the casus"),
    "open-plan": _("opened the plan page"),
    "open-overzicht-casus": _("opened it for the overview of a request"),
    "open-afsluiting": _("opened the items of the pending closing"),
    "open-casus-inzage": _("opened this overview"),
    "contribute": _("contributed data"),
    "correct-bijdrage": _("corrected a contribution"),
    "open-analyse": _("opened the analysis"),
    "analyse": _("analysed at the table"),
    "open-versies": _("opened the versions of the plan"),
    "open-versie": _("opened a version of the plan"),
    "open-maatregelen": _("opened the measures"),
    "open-netwerk": _("opened the achterblijvers and the network"),
    "add-achterblijver": _("recorded an achterblijver"),
    "add-netwerkpersoon": _("recorded a person in the network"),
    "correct-persoon": _("corrected what is recorded of a person"),
    "end-persoon": _("set a person aside as no longer needed"),
    "open-evaluaties": _("opened the reviews"),
    "start-evaluatie": _("started a review"),
    "give-inbreng": _("said how the plan goes"),
    "close-evaluatie": _("closed a review"),
    "open-adviezen": _("opened the advice"),
    "ask-advies": _("asked advice"),
    "record-antwoord": _("recorded an answer to a question for advice"),
    "open-casus-controle": _("opened the periodic check"),
    "start-controle": _("began a periodic check"),
    "confirm-gegevens": _("confirmed what it brought in"),
    "record-controle": _("recorded the result of a periodic check"),
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
PLAN_STATES = {
    PlanStaat.CONCEPT: _("Concept"),
    PlanStaat.VASTGESTELD: _("Adopted"),
    PlanStaat.VERVANGEN: _("Replaced"),
}


class MeasureState(NamedTuple):
    """How a measure stands, in words, and whether its term is over."""

    label: Promise
    is_done: bool


MEASURE_STATES = {
    Maatregelstaat.LOOPT: MeasureState(_("goes on"), is_done=False),
    Maatregelstaat.UITGEVOERD: MeasureState(_("carried out"), is_done=True),
    Maatregelstaat.VERVALLEN: MeasureState(_("dropped"), is_done=True),
}
INBRENG = {Inbrengkeuze.DOORGAAN: _("go on with the plan"), Inbrengkeuze.AFSLUITEN: _("close the plan")}
STAYS = {
    Verblijf.BEVESTIGD: _("confirmed: stays in the Netherlands, and radicalised or threatens to"),
    Verblijf.NIET_BEVESTIGD: _("not confirmed: the casusoverleg looks at closing"),
}
ITEMS = {
    CasusStuk.SIGNAAL.value: _("Signal"),
    CasusStuk.BIJDRAGE.value: _("Contribution"),
    CasusStuk.ACHTERBLIJVER.value: _("Achterblijver"),
    CasusStuk.NETWERKPERSOON.value: _("Person in the network"),
}
FIELDS = {
    "naam": _("Name"),
    "adres": _("Address"),
    "woonplaats": _("Residence"),
    "gegevens": _("Other data"),
    "noodzaak": _("Necessity"),
    "rol": _("Role"),
    "omschrijving": _("Text"),
    "waar": _("Where"),
    "wanneer": _("When"),
}
DONE = {
    "bijdrage": _("Your contribution is recorded. The parties at the table can read it, as far as its class allows."),
    "concept": _("The concept of the plan is recorded."),
    "vastgesteld": _("The plan is adopted."),
    "voortgang": _("The progress is recorded."),
    "persoon": _("This person is recorded."),
    "correctie": _("This is corrected. What stood there is kept."),
    "einde": _("This person is set aside."),
    "analyse": _("The analysis is recorded."),
    "evaluatie": _("The review is open. It waits for everybody at the table."),
    "inbreng": _("What your organisation says is recorded."),
    "conclusie": _("The review is closed."),
    "adviesvraag": _("The question is recorded."),
    "antwoord": _("The answer is recorded."),
    "controle": _("The check is open. It waits for the parties at the table."),
    "bevestiging": _("Your confirmation is recorded."),
    "resultaat": _("The result of the check is recorded."),
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
