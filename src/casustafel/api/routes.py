# reason: it is one table, and is read as one.
"""The table of the API: each endpoint with its act. Views, contract and the list of doors are made from it."""
# reason: one table, a line or two for each endpoint; in pieces it could not be read as a whole

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any, Final, Literal, NamedTuple

from pydantic import BaseModel

from casustafel.acts.archief.archiefitem import ArchiefItemBeeld, ArchiefItems, open_archiefitem, open_archiefitems
from casustafel.acts.archief.archiefvraag import ArchiefBeeld, open_archief, state_archiefvraag
from casustafel.acts.archief.find_archieven import ArchiefLijst, find_archieven
from casustafel.acts.archief.find_werk import find_werk_archief
from casustafel.acts.archief.reactivering import (
    ask_reactivering,
    remind_reactivering,
    take_standpunt_reactivering,
    withdraw_reactivering,
)
from casustafel.acts.bewaring.berichten import find_werk_vernietigd
from casustafel.acts.bewaring.certificaten import CertificatenBeeld, find_certificaten
from casustafel.acts.bewaring.run_nachtwerk import Nachten, find_nachten
from casustafel.acts.bewaring.vervaldagen import VervaldagLijst, find_vervaldagen, find_werk_vervaldagen, merged
from casustafel.acts.casusoverleg.adopt_plan import adopt_plan
from casustafel.acts.casusoverleg.advies import AdviezenBeeld, ask_advies, open_adviezen, record_antwoord
from casustafel.acts.casusoverleg.advise_afsluiting import advise_afsluiting
from casustafel.acts.casusoverleg.analyse import AnalyseBeeld, analyse, open_analyse
from casustafel.acts.casusoverleg.close_casus import close_casus
from casustafel.acts.casusoverleg.contribute import contribute
from casustafel.acts.casusoverleg.controle import (
    ControlesBeeld,
    confirm_gegevens,
    open_casus_controle,
    record_controle,
    start_controle,
)
from casustafel.acts.casusoverleg.correctie import correct_bijdrage
from casustafel.acts.casusoverleg.deelname import admit_deelnemer, end_deelname
from casustafel.acts.casusoverleg.eigen_besluit import decide_eigen, withdraw_eigen
from casustafel.acts.casusoverleg.evaluatie import (
    EvaluatiesBeeld,
    close_evaluatie,
    give_inbreng,
    open_evaluaties,
    start_evaluatie,
)
from casustafel.acts.casusoverleg.find_casussen import CasusLijst, find_casussen
from casustafel.acts.casusoverleg.find_toestemmingen import ToestemmingLijst, find_toestemmingen
from casustafel.acts.casusoverleg.netwerk import (
    add_achterblijver,
    add_netwerkpersoon,
    correct_persoon,
    end_persoon,
)
from casustafel.acts.casusoverleg.open_afsluiting import AfsluitingBeeld, open_afsluiting
from casustafel.acts.casusoverleg.open_casus import CasusBeeld, open_casus
from casustafel.acts.casusoverleg.open_doorverstrekking import (
    DoorverstrekkingLijst,
    DoorverstrekkingPagina,
    find_doorverstrekkingen,
    open_doorverstrekking,
)
from casustafel.acts.casusoverleg.open_doorverstrekkingen import DoorverstrekkingenBeeld, open_doorverstrekkingen
from casustafel.acts.casusoverleg.open_inzage import CasusInzage, open_casus_inzage
from casustafel.acts.casusoverleg.open_netwerk import NetwerkBeeld, open_netwerk
from casustafel.acts.casusoverleg.open_plan import PlanPagina, open_plan
from casustafel.acts.casusoverleg.record_voortgang import record_voortgang
from casustafel.acts.casusoverleg.remind_afsluiting import remind_afsluiting
from casustafel.acts.casusoverleg.request_doorverstrekking import request_doorverstrekking
from casustafel.acts.casusoverleg.take_standpunt_afsluiting import take_standpunt_afsluiting
from casustafel.acts.casusoverleg.toestemming import (
    ToestemmingBeeld,
    open_toestemming,
    take_standpunt_doorverstrekking,
    withdraw_standpunt_doorverstrekking,
)
from casustafel.acts.casusoverleg.versies import (
    MaatregelenBeeld,
    VersieBeeld,
    VersiesBeeld,
    open_maatregelen,
    open_versie,
    open_versies,
)
from casustafel.acts.casusoverleg.withdraw_doorverstrekking import withdraw_doorverstrekking
from casustafel.acts.casusoverleg.withdraw_standpunt_afsluiting import withdraw_standpunt_afsluiting
from casustafel.acts.casusoverleg.write_plan import write_plan
from casustafel.acts.gate import Act
from casustafel.acts.informeren.beeld import InformerenBeeld, open_informeren
from casustafel.acts.informeren.brief import BriefBeeld, open_informatiebrief
from casustafel.acts.informeren.geinformeerd import record_geinformeerd
from casustafel.acts.informeren.overleg import defer_informeren, speak_informeren, withdraw_uitstel
from casustafel.acts.informeren.werk import find_werk_informeren
from casustafel.acts.invoer import Id, Invoer, Uitvoer
from casustafel.acts.register.aanmelding import Uitgenodigd, reset_aanmelding
from casustafel.acts.register.autorisaties import (
    Beoordeling,
    ask_autorisatie,
    confirm_autorisaties,
    end_autorisatie,
    find_autorisaties,
    find_werk_autorisaties,
    refuse_vraag,
)
from casustafel.acts.register.decide_voorstel import (
    remind_voorstel,
    take_standpunt_voorstel,
    withdraw_standpunt_voorstel,
    withdraw_voorstel,
)
from casustafel.acts.register.evaluatie import Evaluaties, find_evaluaties, record_evaluatie, verify_regime
from casustafel.acts.register.find_werk import find_werk_convenant
from casustafel.acts.register.geheimhouding import GeheimhoudingBeeld, accept_geheimhouding, read_geheimhouding
from casustafel.acts.register.geschil import (
    Geschillen,
    find_geschillen,
    record_geschil,
    record_overleg,
    settle_geschil,
)
from casustafel.acts.register.maatregelen import record_maatregelen
from casustafel.acts.register.open_convenant import ConvenantBeeld, open_convenant
from casustafel.acts.register.open_verwerkingen import Verwerkingen, open_verwerkingen
from casustafel.acts.register.open_voorstel import (
    VoorstelBeeld,
    Voorstellen,
    find_voorstellen,
    open_voorstel,
    record_publicatie,
)
from casustafel.acts.register.opzegging import OpzeggingBeeld, give_opzegging, open_opzegging, withdraw_opzegging
from casustafel.acts.register.people import Granted, People, find_people, grant_autorisatie, withdraw_autorisatie
from casustafel.acts.register.propose import (
    admit_partij,
    propose_partner,
    propose_partner_einde,
    propose_referentiekader,
    propose_tekst,
)
from casustafel.acts.register.token import CreatedToken, Tokens, create_token, find_tokens, withdraw_token
from casustafel.acts.register.vervanging import (
    Vervangingen,
    find_vervangingen,
    name_plaatsvervanger,
    withdraw_plaatsvervanger,
)
from casustafel.acts.toegang.toegang import ToegangBeeld, open_toegang
from casustafel.acts.toegang.uitsluiting import end_uitsluiting, exclude_medewerker
from casustafel.acts.toezicht.beveiliging import find_werk_beveiliging
from casustafel.acts.toezicht.find_incidenten import find_werk_incidenten
from casustafel.acts.toezicht.logbewijs import LogbewijsBeeld, find_logbewijs
from casustafel.acts.toezicht.logzoeken import LogLijst, search_log
from casustafel.acts.toezicht.medeondertekenen import cosign_controlepunt
from casustafel.acts.weegploeg.answer_informatie import answer_informatie
from casustafel.acts.weegploeg.ask_informatie import ask_informatie
from casustafel.acts.weegploeg.controle import ControleBeeld, confirm_controle, open_controle, prepare_controle
from casustafel.acts.weegploeg.correct import correct_naw, correct_signaal
from casustafel.acts.weegploeg.decide import decide
from casustafel.acts.weegploeg.find_dossiers import DossierLijst, find_dossiers
from casustafel.acts.weegploeg.hand_over import hand_over
from casustafel.acts.weegploeg.join_dossiers import join_dossiers
from casustafel.acts.weegploeg.move_signaal import move_signaal
from casustafel.acts.weegploeg.name_betrokkenen import name_betrokkenen
from casustafel.acts.weegploeg.open_dossier import DossierBeeld, open_dossier
from casustafel.acts.weegploeg.open_inzage import InzageBeeld, open_inzage
from casustafel.acts.weegploeg.part_dossier import PartedDossier, part_dossier
from casustafel.acts.weegploeg.remind_standpunt import remind_standpunt
from casustafel.acts.weegploeg.search_dossiers import GevondenDossiers, search_dossiers
from casustafel.acts.weegploeg.submit_signaal import NewDossier, submit_new_signaal, submit_signaal
from casustafel.acts.weegploeg.supplement_overdracht import supplement_overdracht
from casustafel.acts.weegploeg.take_standpunt import take_standpunt
from casustafel.acts.weegploeg.verlenging import (
    ask_verlenging,
    remind_verlenging,
    take_standpunt_verlenging,
    withdraw_verlenging,
)
from casustafel.acts.weegploeg.weigh_criterium import weigh_criterium
from casustafel.acts.weegploeg.withdraw_informatie import withdraw_informatie
from casustafel.acts.weegploeg.withdraw_standpunt import withdraw_standpunt
from casustafel.acts.werk import (
    WerkLijst,
    find_werk_afsluiting,
    find_werk_casusoverleg,
    find_werk_doorverstrekking,
    find_werk_weegploeg,
)
from casustafel.api.incident import incidents
from casustafel.api.overleg import WERK_OVERLEG, meetings
from casustafel.api.toezicht import oversight
from casustafel.api.verzoek import WERK_VERZOEK, requests
from casustafel.bestand.bestand import Bestand

BASE: Final = "/v1"
CONTRACT: Final = "/openapi.json"

# Which field of an act's input a parameter in a path feeds.
PATH_FIELDS: Final = {
    "dossierId": "houder_id",
    "casusId": "houder_id",
    "archiefId": "houder_id",
    "vraagId": "vraag_id",
    "itemId": "item_id",
    "overlegId": "houder_id",
    "puntId": "punt_id",
    "doorverstrekkingId": "houder_id",
    "verzoekId": "verzoek_id",
    "signaalId": "signaal_id",
    "controleId": "controle_id",
    "maatregelId": "maatregel_id",
    "organisatieId": "organisatie_id",
    "medewerkerId": "medewerker_id",
    "besluitId": "besluit_id",
    "persoonId": "persoon_id",
    "bijdrageId": "bijdrage_id",
    "planId": "plan_id",
    "evaluatieId": "evaluatie_id",
    "adviesId": "advies_id",
    "autorisatieId": "autorisatie_id",
    "tokenId": "token_id",
    "voorstelId": "voorstel_id",
    "geschilId": "geschil_id",
    "vervangingId": "vervanging_id",
    "betrokkeneverzoekId": "houder_id",
    "taakId": "taak_id",
    "stukId": "stuk_id",
    "incidentId": "houder_id",
    "wijzigingId": "wijziging_id",
    "afschermingId": "afscherming_id",
    "meldingId": "melding_id",
}

Method = Literal["GET", "POST", "PUT", "DELETE"]


class Made(Uitvoer):
    """The id of what was made."""

    id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An endpoint: its method and path, the act behind it, and what it gives.

    A path feeds the input by `PATH_FIELDS`, the named query keys feed theirs, the body feeds the rest. Over several
    files an endpoint is composed of one act per file; `compose` puts together what those that are not hidden give.
    """

    method: Method
    path: str
    acts: tuple[Act[Any, Any], ...]
    summary: str
    output: type[BaseModel] | None = None
    query: tuple[str, ...] = ()
    location: str = ""
    compose: Callable[[Sequence[Any]], BaseModel] | None = None

    @property
    def invoer(self) -> type[Invoer]:
        """Give the input that the acts take."""
        invoer: type[Invoer] = self.acts[0].invoer
        return invoer

    @property
    def parameters(self) -> tuple[str, ...]:
        """Give the names of the parameters in the path."""
        return tuple(re.findall(r"{(\w+)}", self.path))

    @property
    def body(self) -> tuple[str, ...]:
        """Give the fields of the input that the body feeds."""
        fed = {PATH_FIELDS[name] for name in self.parameters} | set(self.query)
        return tuple(name for name in self.invoer.model_fields if name not in fed)

    @property
    def is_search(self) -> bool:
        """Tell whether this only finds, by what may not stand in an address: a name."""
        return self.path.endswith("/_zoek")

    @property
    def articles(self) -> tuple[str, ...]:
        """Give the articles that the acts rest on."""
        return tuple(dict.fromkeys(artikel for act in self.acts for artikel in act.articles))

    @property
    def status(self) -> HTTPStatus:
        """Give the status of a good answer."""
        if self.output is None:
            return HTTPStatus.NO_CONTENT
        return HTTPStatus.CREATED if self.method == "POST" and not self.is_search else HTTPStatus.OK


class Logboeken(Uitvoer):
    """How the evidence of the logs stands, file by file."""

    logboeken: tuple[LogbewijsBeeld, ...]


class Certificaten(Uitvoer):
    """What stays of what was destroyed, file by file."""

    bestanden: tuple[CertificatenBeeld, ...]


class Door(NamedTuple):
    """A door of the API, for the list of doors."""

    method: str
    path: str
    act: str


def _all_work(found: Sequence[WerkLijst]) -> WerkLijst:
    """Put the work of several files in one list, the earliest day first."""
    werk = [regel for lijst in found for regel in lijst.werk]
    return WerkLijst(werk=tuple(sorted(werk, key=lambda w: (w.uiterlijk_op or date.max, w.nummer))))


def _all_logs(found: Sequence[LogbewijsBeeld]) -> Logboeken:
    return Logboeken(logboeken=tuple(found))


def _all_certificates(found: Sequence[CertificatenBeeld]) -> Certificaten:
    return Certificaten(bestanden=tuple(found))


DOSSIER = "/dossiers/{dossierId}"
CASUS = "/casussen/{casusId}"
ARCHIEF = "/archieven/{archiefId}"
DOORVERSTREKKING = "/doorverstrekkingen/{doorverstrekkingId}"
TOESTEMMING = "/toestemmingen/{doorverstrekkingId}"
CERTIFICATEN = tuple(find_certificaten.values())
LOGBEWIJS = tuple(find_logbewijs.values())
WERK: Final[tuple[Act[Any, Any], ...]] = (
    find_werk_weegploeg,
    find_werk_casusoverleg,
    find_werk_afsluiting,
    find_werk_doorverstrekking,
    find_werk_convenant,
    find_werk_autorisaties,
    find_werk_archief,
    *find_werk_vervaldagen,
    *find_werk_vernietigd,
    *find_werk_informeren.values(),
    find_werk_incidenten,
    find_werk_beveiliging,
)
IN_WEEGPLOEG, IN_CASUSOVERLEG = Bestand.WEEGPLOEG, Bestand.CASUSOVERLEG
INFORMEREN = f"{DOSSIER}/informeren"
PERSOON = f"{CASUS}/personen/{{persoonId}}/informeren"
CONVENANT = "/convenant"
VOORSTEL = f"{CONVENANT}/voorstellen/{{voorstelId}}"

# fmt: off
ROUTES: Final[tuple[Route, ...]] = (
    Route(method="GET", path="/werkvoorraad", acts=(*WERK, *WERK_OVERLEG, *WERK_VERZOEK), output=WerkLijst,
          compose=_all_work, summary="Find what waits for you, in every file"),

    Route(method="GET", path="/dossiers", acts=(find_dossiers,), output=DossierLijst,
          query=("nummer", "pagina", "staten"), summary="Find dossiers of the weegploeg"),
    Route(method="POST", path="/dossiers/_zoek", acts=(search_dossiers,), output=GevondenDossiers,
          summary="Find dossiers by a name that is alike"),
    Route(method="POST", path="/dossiers", acts=(submit_new_signaal,), output=NewDossier,
          location="/dossiers/{dossierId}", summary="Submit a signaal that opens a new dossier"),
    Route(method="GET", path=DOSSIER, acts=(open_dossier,), output=DossierBeeld,
          summary="Open a dossier"),
    Route(method="GET", path=f"{DOSSIER}/inzage", acts=(open_inzage,), output=InzageBeeld,
          summary="Open who looked at a dossier"),
    Route(method="GET", path=f"{DOSSIER}/toegang", acts=(open_toegang[IN_WEEGPLOEG],), output=ToegangBeeld,
          summary="Open who may see a dossier and why, and who is kept away from it"),
    Route(method="POST", path=f"{DOSSIER}/uitsluitingen", acts=(exclude_medewerker[IN_WEEGPLOEG],),
          summary="Keep somebody away from the subject of a dossier"),
    Route(method="DELETE", path=f"{DOSSIER}/uitsluitingen/{{medewerkerId}}", acts=(end_uitsluiting[IN_WEEGPLOEG],),
          query=("versie",), summary="Let somebody come near the subject of a dossier again"),
    Route(method="POST", path=f"{DOSSIER}/signalen", acts=(submit_signaal,), output=NewDossier,
          summary="Submit a signaal to a dossier"),
    Route(method="PUT", path=f"{DOSSIER}/signalen/{{signaalId}}", acts=(correct_signaal,),
          summary="Correct a signaal of your organisation"),
    Route(method="PUT", path=f"{DOSSIER}/subject", acts=(correct_naw,),
          summary="Correct the name and address of the subject"),
    Route(method="POST", path=f"{DOSSIER}/informatieverzoeken", acts=(ask_informatie,), output=Made,
          summary="Ask a kernpartij for more information"),
    Route(method="POST", path=f"{DOSSIER}/informatieverzoeken/{{verzoekId}}/antwoord", acts=(answer_informatie,),
          output=Made, summary="Answer a question of the weegploeg"),
    Route(method="POST", path=f"{DOSSIER}/informatieverzoeken/{{verzoekId}}/intrekking", acts=(withdraw_informatie,),
          summary="Take your question back"),
    Route(method="POST", path=f"{DOSSIER}/verlenging", acts=(ask_verlenging,), output=Made,
          summary="Ask for a longer term"),
    Route(method="PUT", path=f"{DOSSIER}/verlenging/standpunt", acts=(take_standpunt_verlenging,),
          summary="Take the position of your kernpartij on a longer term"),
    Route(method="DELETE", path=f"{DOSSIER}/verlenging", acts=(withdraw_verlenging,), query=("versie",),
          summary="Take back your question for a longer term"),
    Route(method="POST", path=f"{DOSSIER}/verlenging/herinnering", acts=(remind_verlenging,),
          summary="Remind the kernpartijen of a longer term"),
    Route(method="GET", path=f"{DOSSIER}/controles", acts=(open_controle,), output=ControleBeeld,
          summary="Open the periodic checks of a dossier"),
    Route(method="POST", path=f"{DOSSIER}/controles", acts=(prepare_controle,), output=Made,
          summary="Prepare a round of the periodic check"),
    Route(method="PUT", path=f"{DOSSIER}/controles/{{controleId}}/bevestiging", acts=(confirm_controle,),
          summary="Confirm the items of your organisation"),
    Route(method="POST", path=f"{DOSSIER}/wegingen", acts=(weigh_criterium,), output=Made,
          summary="Weigh a dossier on one criterion"),
    Route(method="PUT", path=f"{DOSSIER}/standpunt", acts=(take_standpunt,),
          summary="Take the position of your kernpartij on the outcome"),
    Route(method="DELETE", path=f"{DOSSIER}/standpunt", acts=(withdraw_standpunt,), query=("versie",),
          summary="Take the position of your kernpartij on the outcome back"),
    Route(method="POST", path=f"{DOSSIER}/standpunt/herinnering", acts=(remind_standpunt,),
          summary="Remind the kernpartijen that a position on the outcome is asked"),
    Route(method="POST", path=f"{DOSSIER}/beslissing", acts=(decide,),
          summary="Record the outcome that all kernpartijen agree with"),
    Route(method="PUT", path=f"{DOSSIER}/betrokkenen", acts=(name_betrokkenen,),
          summary="Name the parties and partners to involve"),
    Route(method="POST", path=f"{DOSSIER}/overdracht", acts=(hand_over,),
          summary="Hand the chosen signals over to the casusoverleg"),
    Route(method="POST", path=f"{DOSSIER}/overdracht/aanvullingen", acts=(supplement_overdracht,),
          summary="Let further signals follow to the casus"),
    Route(method="POST", path=f"{DOSSIER}/signalen/{{signaalId}}/verplaatsing", acts=(move_signaal,),
          summary="Move a signaal to the dossier where it belongs"),
    Route(method="POST", path=f"{DOSSIER}/samenvoeging", acts=(join_dossiers,),
          summary="Join a dossier to another on the same subject"),
    Route(method="POST", path=f"{DOSSIER}/splitsing", acts=(part_dossier,), output=PartedDossier,
          location="/dossiers/{dossierId}", summary="Part signals on another person off into a new dossier"),

    Route(method="GET", path=INFORMEREN, acts=(open_informeren[IN_WEEGPLOEG],), output=InformerenBeeld,
          summary="Open who must be informed, by which day, and what was noted"),
    Route(method="GET", path=f"{INFORMEREN}/brief", acts=(open_informatiebrief[IN_WEEGPLOEG],), output=BriefBeeld,
          summary="Give what the letter to the subject says (AVG 14)"),
    Route(method="POST", path=f"{INFORMEREN}/uitstel", acts=(defer_informeren[IN_WEEGPLOEG],), output=Made,
          summary="Let informing wait, on a ground of article 11.3"),
    Route(method="POST", path=f"{INFORMEREN}/overleg", acts=(speak_informeren[IN_WEEGPLOEG],),
          summary="Say that you see no ground, or agree with the one that was asked"),
    Route(method="POST", path=f"{INFORMEREN}/uitstel/einde", acts=(withdraw_uitstel[IN_WEEGPLOEG],),
          summary="End what waits: as soon as nothing stands in the way"),
    Route(method="POST", path=f"{INFORMEREN}/geinformeerd", acts=(record_geinformeerd[IN_WEEGPLOEG],), output=Made,
          summary="Record that this person was informed: how, when and by whom"),

    Route(method="GET", path=f"{CASUS}/toegang", acts=(open_toegang[IN_CASUSOVERLEG],), output=ToegangBeeld,
          summary="Open who may see a casus and why, and who is kept away from it"),
    Route(method="POST", path=f"{CASUS}/uitsluitingen", acts=(exclude_medewerker[IN_CASUSOVERLEG],),
          summary="Keep somebody away from the subject of a casus"),
    Route(method="DELETE", path=f"{CASUS}/uitsluitingen/{{medewerkerId}}", acts=(end_uitsluiting[IN_CASUSOVERLEG],),
          query=("versie",), summary="Let somebody come near the subject of a casus again"),
    Route(method="GET", path="/casussen", acts=(find_casussen,), output=CasusLijst, query=("pagina",),
          summary="Find casussen at whose table you sit"),
    Route(method="GET", path=CASUS, acts=(open_casus,), output=CasusBeeld,
          summary="Open a casus as a party at the table"),
    Route(method="GET", path=f"{CASUS}/inzage", acts=(open_casus_inzage,), output=CasusInzage,
          summary="Open who looked at a casus"),
    Route(method="POST", path=f"{CASUS}/bijdragen", acts=(contribute,), output=Made,
          summary="Contribute a signal or other relevant data"),
    Route(method="POST", path=f"{CASUS}/deelnemers", acts=(admit_deelnemer,), output=Made,
          summary="Let a party or a partner join the table"),
    Route(method="POST", path=f"{CASUS}/deelnemers/{{organisatieId}}/einde", acts=(end_deelname,),
          summary="Let an organisation leave the table"),
    Route(method="POST", path=f"{CASUS}/eigen-besluiten", acts=(decide_eigen,), output=Made,
          summary="Decide that an organisation may have an item of your own police or OM data"),
    Route(method="DELETE", path=f"{CASUS}/eigen-besluiten/{{besluitId}}", acts=(withdraw_eigen,), query=("versie",),
          summary="Withdraw a decision on an item of your own police or OM data"),
    Route(method="GET", path=f"{CASUS}/plan", acts=(open_plan,), output=PlanPagina,
          summary="Open the plan page"),
    Route(method="PUT", path=f"{CASUS}/plan/concept", acts=(write_plan,), output=Made,
          summary="Write the concept of the plan"),
    Route(method="POST", path=f"{CASUS}/plan/vaststelling", acts=(adopt_plan,),
          summary="Adopt the concept of the plan"),
    Route(method="POST", path=f"{CASUS}/maatregelen/{{maatregelId}}/voortgang", acts=(record_voortgang,), output=Made,
          summary="Record progress on a measure"),
    Route(method="GET", path=f"{CASUS}/netwerk", acts=(open_netwerk,), output=NetwerkBeeld,
          summary="Open the achterblijvers and the persons in the network"),
    Route(method="POST", path=f"{CASUS}/achterblijvers", acts=(add_achterblijver,), output=Made,
          summary="Record an achterblijver"),
    Route(method="POST", path=f"{CASUS}/netwerkpersonen", acts=(add_netwerkpersoon,), output=Made,
          summary="Record a person in the network with a role in the plan"),
    Route(method="POST", path=f"{CASUS}/personen/{{persoonId}}/correctie", acts=(correct_persoon,),
          summary="Correct what is recorded of a person"),
    Route(method="POST", path=f"{CASUS}/personen/{{persoonId}}/einde", acts=(end_persoon,),
          summary="Set a person aside as no longer needed"),
    Route(method="GET", path=f"{CASUS}/informeren", acts=(open_informeren[IN_CASUSOVERLEG],), output=InformerenBeeld,
          summary="Open who must be informed, by which day, and what was noted"),
    Route(method="GET", path=f"{PERSOON}/brief", acts=(open_informatiebrief[IN_CASUSOVERLEG],), output=BriefBeeld,
          summary="Give what the letter to a person says (AVG 14)"),
    Route(method="POST", path=f"{PERSOON}/uitstel", acts=(defer_informeren[IN_CASUSOVERLEG],), output=Made,
          summary="Let informing wait, on a ground of article 11.3"),
    Route(method="POST", path=f"{PERSOON}/overleg", acts=(speak_informeren[IN_CASUSOVERLEG],),
          summary="Say that you see no ground, or agree with the one that was asked"),
    Route(method="POST", path=f"{PERSOON}/uitstel/einde", acts=(withdraw_uitstel[IN_CASUSOVERLEG],),
          summary="End what waits: as soon as nothing stands in the way"),
    Route(method="POST", path=f"{PERSOON}/geinformeerd", acts=(record_geinformeerd[IN_CASUSOVERLEG],), output=Made,
          summary="Record that this person was informed: how, when and by whom"),
    Route(method="POST", path=f"{CASUS}/bijdragen/{{bijdrageId}}/correctie", acts=(correct_bijdrage,),
          summary="Correct your own contribution"),
    Route(method="GET", path=f"{CASUS}/analyses", acts=(open_analyse,), output=AnalyseBeeld,
          summary="Open the analysis"),
    Route(method="POST", path=f"{CASUS}/analyses", acts=(analyse,), output=Made,
          summary="Analyse at the table on one criterion"),
    Route(method="GET", path=f"{CASUS}/plan/versies", acts=(open_versies,), output=VersiesBeeld,
          summary="Open the versions of the plan"),
    Route(method="GET", path=f"{CASUS}/plan/versies/{{planId}}", acts=(open_versie,), output=VersieBeeld,
          summary="Open one version of the plan"),
    Route(method="GET", path=f"{CASUS}/maatregelen", acts=(open_maatregelen,), output=MaatregelenBeeld,
          summary="Open the measures through all versions of the plan"),
    Route(method="GET", path=f"{CASUS}/evaluaties", acts=(open_evaluaties,), output=EvaluatiesBeeld,
          summary="Open the reviews of the plan"),
    Route(method="POST", path=f"{CASUS}/evaluaties", acts=(start_evaluatie,), output=Made,
          summary="Start a review of the plan"),
    Route(method="PUT", path=f"{CASUS}/evaluaties/{{evaluatieId}}/inbreng", acts=(give_inbreng,),
          summary="Say in a review how the plan goes"),
    Route(method="POST", path=f"{CASUS}/evaluaties/{{evaluatieId}}/conclusie", acts=(close_evaluatie,),
          summary="Close a review with a conclusion"),
    Route(method="GET", path=f"{CASUS}/adviesvragen", acts=(open_adviezen,), output=AdviezenBeeld,
          summary="Open the advice that was asked"),
    Route(method="POST", path=f"{CASUS}/adviesvragen", acts=(ask_advies,), output=Made,
          summary="Ask advice of the NCTV or an expert"),
    Route(method="POST", path=f"{CASUS}/adviesvragen/{{adviesId}}/antwoord", acts=(record_antwoord,),
          summary="Record the answer to a question for advice"),
    Route(method="GET", path=f"{CASUS}/controles", acts=(open_casus_controle,), output=ControlesBeeld,
          summary="Open the periodic checks and corrections of a casus"),
    Route(method="POST", path=f"{CASUS}/controles", acts=(start_controle,), output=Made,
          summary="Begin a periodic check of a casus"),
    Route(method="PUT", path=f"{CASUS}/controles/{{controleId}}/bevestiging", acts=(confirm_gegevens,),
          summary="Confirm what your organisation brought in"),
    Route(method="POST", path=f"{CASUS}/controles/{{controleId}}/resultaat", acts=(record_controle,),
          summary="Record the result of a periodic check"),
    Route(method="POST", path=f"{CASUS}/afsluitadvies", acts=(advise_afsluiting,),
          summary="Advise the kernpartijen to close the plan"),
    Route(method="GET", path=f"{CASUS}/afsluiting", acts=(open_afsluiting,), output=AfsluitingBeeld,
          summary="Open the items of a pending closing"),
    Route(method="PUT", path=f"{CASUS}/afsluiting/standpunt", acts=(take_standpunt_afsluiting,),
          summary="Take the position of your kernpartij on closing"),
    Route(method="DELETE", path=f"{CASUS}/afsluiting/standpunt", acts=(withdraw_standpunt_afsluiting,),
          query=("versie",), summary="Take the position of your kernpartij on closing back"),
    Route(method="POST", path=f"{CASUS}/afsluiting/herinnering", acts=(remind_afsluiting,),
          summary="Remind the kernpartijen that a position on closing is asked"),
    Route(method="POST", path=f"{CASUS}/afsluiting", acts=(close_casus,),
          summary="Close the plan that all kernpartijen agree to close"),

    Route(method="POST", path=f"{CASUS}/doorverstrekkingen", acts=(request_doorverstrekking,), output=Made,
          summary="Ask the parties for leave to disclose chosen items to a partner"),
    Route(method="GET", path=f"{CASUS}/doorverstrekkingen", acts=(open_doorverstrekkingen,),
          output=DoorverstrekkingenBeeld, summary="Open the register of disclosures of a casus"),
    Route(method="GET", path="/toestemmingen", acts=(find_toestemmingen,), output=ToestemmingLijst,
          summary="Find the disclosures that your party is asked for, by random number"),
    Route(method="GET", path=TOESTEMMING, acts=(open_toestemming,), output=ToestemmingBeeld,
          summary="Open a question for permission"),
    Route(method="PUT", path=f"{TOESTEMMING}/standpunt", acts=(take_standpunt_doorverstrekking,),
          summary="Agree with a disclosure on behalf of your party, or refuse"),
    Route(method="DELETE", path=f"{TOESTEMMING}/standpunt", acts=(withdraw_standpunt_doorverstrekking,),
          summary="Take the position of your party on a disclosure back"),
    Route(method="GET", path="/doorverstrekkingen", acts=(find_doorverstrekkingen,), output=DoorverstrekkingLijst,
          summary="Find what was disclosed to your organisation"),
    Route(method="GET", path=DOORVERSTREKKING, acts=(open_doorverstrekking,), output=DoorverstrekkingPagina,
          summary="Open what was disclosed to your organisation"),
    Route(method="POST", path=f"{DOORVERSTREKKING}/intrekking", acts=(withdraw_doorverstrekking,),
          summary="Withdraw a request to disclose, or the permission that was given"),

    Route(method="GET", path="/archieven", acts=(find_archieven,), query=("nummer", "pagina"), output=ArchiefLijst,
          summary="Find what is in the archive: numbers and dates"),
    Route(method="GET", path=ARCHIEF, acts=(open_archief,), output=ArchiefBeeld,
          summary="Open an archived subject without its content, with the questions of your kernpartij"),
    Route(method="POST", path=f"{ARCHIEF}/vragen", acts=(state_archiefvraag,), output=Made,
          summary="State the question for which you will open items of the archive"),
    Route(method="GET", path=f"{ARCHIEF}/vragen/{{vraagId}}", acts=(open_archiefitems,), output=ArchiefItems,
          summary="Find which items there are, under a stated question or a pending decision"),
    Route(method="GET", path=f"{ARCHIEF}/vragen/{{vraagId}}/items/{{itemId}}", acts=(open_archiefitem,),
          output=ArchiefItemBeeld, summary="Open one item of the archive"),
    Route(method="POST", path=f"{ARCHIEF}/reactiveringen", acts=(ask_reactivering,), output=Made,
          summary="Ask for a renewed decision on chosen signals of the archive"),
    Route(method="PUT", path=f"{ARCHIEF}/reactiveringen/standpunt", acts=(take_standpunt_reactivering,),
          summary="Take the position of your kernpartij on a renewed decision"),
    Route(method="POST", path=f"{ARCHIEF}/reactiveringen/intrekking", acts=(withdraw_reactivering,),
          summary="Take the question for a renewed decision back"),
    Route(method="POST", path=f"{ARCHIEF}/reactiveringen/herinnering", acts=(remind_reactivering,),
          summary="Remind the kernpartijen of a renewed decision"),

    Route(method="GET", path="/logboeken", acts=LOGBEWIJS, output=Logboeken, compose=_all_logs,
          summary="Find how the evidence of the logs stands, in every file"),
    *(Route(method="POST", path=f"/logboeken/{bestand}/medeondertekeningen", acts=(act,),
            summary=f"Put the signature of your organisation under a checkpoint of the log of {bestand}")
      for bestand, act in cosign_controlepunt.items()),

    *(Route(method="POST", path=f"/logboeken/{bestand}/_zoek", acts=(act,), output=LogLijst,
            summary=f"Search the log of {bestand} for a period")
      for bestand, act in search_log.items()),

    Route(method="GET", path="/convenant", acts=(open_convenant,), output=ConvenantBeeld,
          summary="Open the covenant: parties, partners, criteria, texts, regime"),
    Route(method="POST", path=f"{CONVENANT}/maatregelen", acts=(record_maatregelen,), output=Made,
          summary="State the measures of the college for purpose limitation and retention"),
    Route(method="GET", path=f"{CONVENANT}/opzegging", acts=(open_opzegging,), output=OpzeggingBeeld,
          summary="Open the notice of your party, or what giving notice would mean"),
    Route(method="POST", path=f"{CONVENANT}/opzegging", acts=(give_opzegging,),
          summary="Give notice to leave the covenant"),
    Route(method="POST", path=f"{CONVENANT}/opzegging/intrekking", acts=(withdraw_opzegging,),
          summary="Take the notice of your party back"),
    Route(method="GET", path=f"{CONVENANT}/geschillen", acts=(find_geschillen,), output=Geschillen,
          summary="Find the disputes of the covenant"),
    Route(method="POST", path=f"{CONVENANT}/geschillen", acts=(record_geschil,), output=Made,
          summary="Record a dispute between parties"),
    Route(method="POST", path=f"{CONVENANT}/geschillen/{{geschilId}}/overleggen", acts=(record_overleg,),
          summary="Record a consultation on a dispute"),
    Route(method="POST", path=f"{CONVENANT}/geschillen/{{geschilId}}/uitkomst", acts=(settle_geschil,),
          summary="Record the outcome of a dispute"),
    Route(method="GET", path=f"{CONVENANT}/evaluaties", acts=(find_evaluaties,), output=Evaluaties,
          summary="Find the evaluations of the covenant, and when the next is due"),
    Route(method="POST", path=f"{CONVENANT}/evaluaties", acts=(record_evaluatie,),
          summary="Record an evaluation of the covenant"),
    Route(method="POST", path=f"{CONVENANT}/regimeverificaties", acts=(verify_regime,),
          summary="Record that the law of the covenant was verified"),
    Route(method="GET", path=f"{CONVENANT}/verwerkingen", acts=(open_verwerkingen,), output=Verwerkingen,
          summary="Open the register of processing activities"),
    Route(method="GET", path="/plaatsvervangers", acts=(find_vervangingen,), output=Vervangingen,
          summary="Find the deputies of your organisation"),
    Route(method="POST", path="/plaatsvervangers", acts=(name_plaatsvervanger,), output=Made,
          summary="Name a deputy"),
    Route(method="DELETE", path="/plaatsvervangers/{vervangingId}", acts=(withdraw_plaatsvervanger,),
          summary="Withdraw a deputy of your organisation"),
    Route(method="POST", path=f"{CONVENANT}/publicaties", acts=(record_publicatie,),
          summary="Record where a part of the covenant was published"),
    Route(method="GET", path=f"{CONVENANT}/voorstellen", acts=(find_voorstellen,), output=Voorstellen,
          summary="Find proposals to change the covenant"),
    Route(method="POST", path=f"{CONVENANT}/voorstellen/partners", acts=(propose_partner,), output=Made,
          summary="Propose a partner for annex 1"),
    Route(method="POST", path=f"{CONVENANT}/voorstellen/partnereinden", acts=(propose_partner_einde,), output=Made,
          summary="Propose that a partner leaves annex 1"),
    Route(method="POST", path=f"{CONVENANT}/voorstellen/teksten", acts=(propose_tekst,), output=Made,
          summary="Propose a version of a text of the covenant"),
    Route(method="POST", path=f"{CONVENANT}/voorstellen/referentiekaders", acts=(propose_referentiekader,),
          output=Made, summary="Propose a version of the referentiekader, annex 3"),
    Route(method="POST", path=f"{CONVENANT}/voorstellen/toetredingen", acts=(admit_partij,), output=Made,
          summary="Propose that a kernpartij joins in the place of one that left"),
    Route(method="GET", path=VOORSTEL, acts=(open_voorstel,), output=VoorstelBeeld,
          summary="Open a proposal to change the covenant"),
    Route(method="DELETE", path=VOORSTEL, acts=(withdraw_voorstel,),
          summary="Withdraw a proposal of your own kernpartij"),
    Route(method="PUT", path=f"{VOORSTEL}/standpunt", acts=(take_standpunt_voorstel,),
          summary="Take the position of your kernpartij on a proposal"),
    Route(method="DELETE", path=f"{VOORSTEL}/standpunt", acts=(withdraw_standpunt_voorstel,),
          summary="Take the position of your kernpartij on a proposal back"),
    Route(method="POST", path=f"{VOORSTEL}/herinnering", acts=(remind_voorstel,),
          summary="Remind who is silent on a proposal"),
    Route(method="GET", path="/geheimhouding", acts=(read_geheimhouding,), output=GeheimhoudingBeeld,
          summary="Read the current secrecy text"),
    Route(method="POST", path="/geheimhouding", acts=(accept_geheimhouding,),
          summary="Accept the current secrecy text"),
    Route(method="GET", path="/medewerkers", acts=(find_people,), output=People,
          summary="Find people and their authorisations"),
    Route(method="POST", path="/medewerkers", acts=(grant_autorisatie,), output=Granted,
          summary="Grant roles to somebody"),
    Route(method="POST", path="/medewerkers/{medewerkerId}/uitnodiging", acts=(reset_aanmelding,), output=Uitgenodigd,
          summary="Take away how somebody signs in, and give a new one-time link"),
    Route(method="DELETE", path="/autorisaties/{autorisatieId}", acts=(withdraw_autorisatie,),
          summary="Withdraw an authorisation"),
    Route(method="GET", path="/autorisaties", acts=(find_autorisaties,), output=Beoordeling,
          summary="Find the authorisations that you review, and the requests for new ones"),
    Route(method="POST", path="/autorisatiebevestigingen", acts=(confirm_autorisaties,),
          summary="Confirm that people still need their authorisation"),
    Route(method="POST", path="/autorisaties/{autorisatieId}/einde", acts=(end_autorisatie,),
          summary="End an authorisation that somebody of your organisation no longer needs"),
    Route(method="POST", path="/autorisatievragen", acts=(ask_autorisatie,), output=Made,
          summary="Ask roles for somebody of your organisation"),
    Route(method="POST", path="/autorisatievragen/{vraagId}/weigering", acts=(refuse_vraag,),
          summary="Refuse a request for an authorisation"),
    Route(method="GET", path="/tokens", acts=(find_tokens,), output=Tokens,
          summary="Find your own tokens"),
    Route(method="POST", path="/tokens", acts=(create_token,), output=CreatedToken,
          summary="Make a token of your own"),
    Route(method="DELETE", path="/tokens/{tokenId}", acts=(withdraw_token,),
          summary="Withdraw a token of your own"),

    Route(method="GET", path="/vervaldagen", acts=find_vervaldagen, output=VervaldagLijst,
          query=("tot", "pagina"), compose=merged,
          summary="Find what falls due, by number and day"),
    Route(method="GET", path="/certificaten", acts=CERTIFICATEN, output=Certificaten,
          query=("van", "tot", "pagina"), compose=_all_certificates,
          summary="Find what stays of what was destroyed, file by file"),
    Route(method="GET", path="/nachten", acts=(find_nachten,), output=Nachten,
          summary="Find what the last nights did, in numbers"),

    *meetings(Route, made=Made),
    *requests(Route, made=Made),
    *incidents(Route),
    *oversight(Route),
)
# fmt: on

# Acts without an endpoint: the system carries bundles and ends terms, the operator loads files.
SYSTEM_ACTS: Final = frozenset(
    {
        "send-overdracht",
        "receive-overdracht",
        "acknowledge-overdracht",
        "send-correctie",
        "receive-correctie",
        "acknowledge-correctie",
        "send-aanvulling",
        "receive-aanvulling",
        "acknowledge-aanvulling",
        "send-uitvoering",
        "receive-uitvoering-weegploeg",
        "receive-uitvoering-casus",
        "receive-uitvoering-archief",
        "receive-uitvoering-verzoek",
        "acknowledge-uitvoering",
        "send-afsluiting",
        "receive-afsluiting",
        "acknowledge-afsluiting",
        "hear-elders-weegploeg",
        "hear-elders-casusoverleg",
        "begin-vernietiging-weegploeg",
        "withdraw-vernietiging-weegploeg",
        "finish-vernietiging-weegploeg",
        "begin-vernietiging-casusoverleg",
        "withdraw-vernietiging-casusoverleg",
        "finish-vernietiging-casusoverleg",
        "begin-vernietiging-archief",
        "withdraw-vernietiging-archief",
        "finish-vernietiging-archief",
        "begin-vernietiging-betrokkene",
        "withdraw-vernietiging-betrokkene",
        "finish-vernietiging-betrokkene",
        "begin-vernietiging-toezicht",
        "withdraw-vernietiging-toezicht",
        "finish-vernietiging-toezicht",
        "open-bevinding",
        "pack-archivering-weegploeg",
        "withdraw-archivering-weegploeg",
        "send-archivering-weegploeg",
        "acknowledge-archivering-weegploeg",
        "pack-archivering-casusoverleg",
        "withdraw-archivering-casusoverleg",
        "send-archivering-casusoverleg",
        "acknowledge-archivering-casusoverleg",
        "receive-archivering",
        "send-reactivering",
        "receive-reactivering",
        "acknowledge-reactivering",
        "send-afscherming",
        "acknowledge-afscherming",
        "shield-weegploeg",
        "lift-weegploeg",
        "shield-casusoverleg",
        "lift-casusoverleg",
        "shield-archief",
        "lift-archief",
        "keep-afgeschermd-weegploeg",
        "keep-afgeschermd-archief",
        "record-verval",
        "run-nachtwerk",
        "drop-autorisaties",
        "drop-convenantstukken",
        "drop-berichten-casusoverleg",
        "drop-berichten-archief",
        "drop-overleggen-weegploeg",
        "drop-overleggen-casusoverleg",
        "drop-tokens",
        "empty-accounts",
        "repeat-vernietiging-weegploeg",
        "repeat-vernietiging-casusoverleg",
        "repeat-vernietiging-archief",
        "repeat-vernietiging-betrokkene",
        "repeat-vernietiging-toezicht",
        "end-sessies",
        "check-bestand-weegploeg",
        "check-bestand-archief",
        "check-bestand-betrokkene",
        "check-bestand-toezicht",
        "check-bestand-casusoverleg",
    }
)
OPERATOR_ACTS: Final = frozenset({"load-convenant", "load-people"})


def doors() -> tuple[Door, ...]:
    """List each endpoint with each act behind it; the contract is a door without an act."""
    served = [Door(route.method, BASE + route.path, act.code) for route in ROUTES for act in route.acts]
    return (*served, Door("GET", BASE + CONTRACT, "closed: the contract, public"))
