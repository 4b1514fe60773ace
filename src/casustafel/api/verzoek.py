"""The endpoints of the requests of the person concerned. Covenant 12."""

from collections.abc import Callable
from typing import Any, Final

from pydantic import BaseModel

from casustafel.acts.betrokkene.afscherming import (
    AfschermbaarBeeld,
    announce_opheffing,
    lift_verzoek,
    open_afscherming,
    shield_verzoek,
)
from casustafel.acts.betrokkene.answer_verzoek import answer_verzoek
from casustafel.acts.betrokkene.carry_out_verzoek import carry_out_verzoek
from casustafel.acts.betrokkene.find_verzoeken import VerzoekLijst, find_verzoeken
from casustafel.acts.betrokkene.inzagenamen import choose_inzagenamen
from casustafel.acts.betrokkene.melding import (
    EigenMelding,
    acknowledge_melding,
    find_werk_meldingen,
    open_melding,
)
from casustafel.acts.betrokkene.notify_verzoek import add_ontvanger, notify_verzoek
from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld, open_verzoek
from casustafel.acts.betrokkene.overzicht_lezen import (
    OverzichtBeeld,
    open_overzicht,
    open_overzicht_archief,
    open_overzicht_casus,
)
from casustafel.acts.betrokkene.receive_verzoek import (
    NewVerzoek,
    close_onbekend,
    establish_identiteit,
    receive_verzoek,
)
from casustafel.acts.betrokkene.stukkeuze import (
    VerzoekoverzichtBeeld,
    VerzoekstukkenBeeld,
    choose_stuk,
    open_verzoekoverzicht,
    open_verzoekstukken,
)
from casustafel.acts.betrokkene.vastleggen import gather_overzicht
from casustafel.acts.betrokkene.verzamelen import record_treffers, record_verzameld
from casustafel.acts.betrokkene.verzoekbesluit import decide_verzoek, take_standpunt_verzoek
from casustafel.acts.betrokkene.verzoektaak import (
    EigenTaken,
    VerzoektaakLijst,
    do_verzoektaak,
    find_verzoektaken,
    give_verzoektaak,
    open_verzoektaak,
    remind_verzoektaak,
)
from casustafel.acts.betrokkene.werk import find_werk_verzoeken, find_werk_verzoektaken
from casustafel.acts.betrokkene.wijziging import choose_wijziging, withdraw_wijziging
from casustafel.acts.gate import Act

VERZOEK: Final = "/verzoeken/{betrokkeneverzoekId}"
OVERZICHT: Final = "/verzoeken/{verzoekId}/overzicht"
MELDING: Final = "/verzoekmeldingen/{betrokkeneverzoekId}"
TAAK: Final = "/verzoektaken/{betrokkeneverzoekId}"
WERK_VERZOEK: Final[tuple[Act[Any, Any], ...]] = (find_werk_verzoeken, find_werk_verzoektaken, find_werk_meldingen)


def _shielding(route: Callable[..., Any], *, made: type[BaseModel]) -> tuple[Any, ...]:
    # fmt: off
    return (
        route(method="GET", path=f"{VERZOEK}/afschermingen", acts=(open_afscherming,), output=AfschermbaarBeeld,
              summary="Open which pieces can be shielded on a request, without their content"),
        route(method="POST", path=f"{VERZOEK}/afschermingen", acts=(shield_verzoek,), output=made,
              summary="Shield data from casework in every file, as far as a request asks"),
        route(method="POST", path=f"{VERZOEK}/afschermingen/{{afschermingId}}/aankondiging",
              acts=(announce_opheffing,),
              summary="Record that the person was sent that a shielding will be lifted, and why"),
        route(method="POST", path=f"{VERZOEK}/afschermingen/{{afschermingId}}/opheffing", acts=(lift_verzoek,),
              summary="Lift a shielding in every file, after the person was told"),
    )
    # fmt: on


def _overviews(route: Callable[..., Any]) -> tuple[Any, ...]:
    # fmt: off
    return (
        route(method="GET", path=f"{VERZOEK}/overzicht", acts=(open_verzoekoverzicht,), output=VerzoekoverzichtBeeld,
              summary="Open what was gathered for a request, and the answer that follows as it stands"),
        route(method="POST", path=f"{VERZOEK}/overzicht", acts=(gather_overzicht,),
              summary="Gather what a dossier holds of who asks for access, and keep it with the request"),
        route(method="GET", path=f"{VERZOEK}/stukken", acts=(open_verzoekstukken,), output=VerzoekstukkenBeeld,
              summary="Open the pieces of an overview that your organisation provided"),
        route(method="PUT", path=f"{VERZOEK}/stukken/{{stukId}}", acts=(choose_stuk,),
              summary="Say of a piece of an overview whether it is given"),
        route(method="PUT", path=f"{VERZOEK}/inzagenamen", acts=(choose_inzagenamen,),
              summary="Choose whether the overview names who of your organisation looked"),
        route(method="POST", path=f"/dossiers/{{dossierId}}{OVERZICHT}", acts=(open_overzicht,), output=OverzichtBeeld,
              summary="Open what the weegploeg holds of a person, for the overview of a request"),
        route(method="POST", path=f"/casussen/{{casusId}}{OVERZICHT}", acts=(open_overzicht_casus,),
              output=OverzichtBeeld,
              summary="Open what the casusoverleg holds of a person, for the overview of a request"),
        route(method="POST", path=f"/archieven/{{archiefId}}{OVERZICHT}", acts=(open_overzicht_archief,),
              output=OverzichtBeeld,
              summary="Open what the archive holds of a person, for the overview of a request"),
    )
    # fmt: on


def _carrying_out(route: Callable[..., Any], *, made: type[BaseModel]) -> tuple[Any, ...]:
    # fmt: off
    return (
        route(method="POST", path=f"{VERZOEK}/wijzigingen", acts=(choose_wijziging,), output=made,
              summary="Choose what a decision changes in the files: improve, add to or remove an item"),
        route(method="POST", path=f"{VERZOEK}/wijzigingen/{{wijzigingId}}/intrekking", acts=(withdraw_wijziging,),
              summary="Take back what was chosen to change"),
        route(method="POST", path=f"{VERZOEK}/uitvoering", acts=(carry_out_verzoek,),
              summary="Carry out a decision on a request in every file that holds it"),
        route(method="POST", path=f"{VERZOEK}/ontvangers", acts=(add_ontvanger,), output=made,
              summary="Add who received data and is not known here: a letter goes there"),
        route(method="POST", path=f"{VERZOEK}/meldingen", acts=(notify_verzoek,),
              summary="Tell everybody who received data of what was carried out"),
        route(method="GET", path=MELDING, acts=(open_melding,), output=EigenMelding,
              summary="Open the notice of your organisation of what was carried out on a request"),
        route(method="PUT", path=f"{MELDING}/meldingen/{{meldingId}}", acts=(acknowledge_melding,),
              summary="Report that your organisation corrected its own copies"),
    )
    # fmt: on


def requests(route: Callable[..., Any], *, made: type[BaseModel]) -> tuple[Any, ...]:
    """Give the endpoints, made with the table's own kind of route."""
    # fmt: off
    return (
        route(method="GET", path="/verzoeken", acts=(find_verzoeken,), query=("pagina", "staten"), output=VerzoekLijst,
              summary="Find requests of persons concerned: number, state, days left"),
        route(method="POST", path="/verzoeken", acts=(receive_verzoek,), output=NewVerzoek,
              summary="Receive a request of a person concerned"),
        route(method="GET", path=VERZOEK, acts=(open_verzoek,), output=VerzoekBeeld,
              summary="Open a request of a person concerned"),
        route(method="POST", path=f"{VERZOEK}/identiteit", acts=(establish_identiteit,),
              summary="Record that the identity of who asks was established"),
        route(method="POST", path=f"{VERZOEK}/onbekend", acts=(close_onbekend,),
              summary="End a request of which the identity was not established in time"),
        route(method="POST", path=f"{VERZOEK}/taken", acts=(give_verzoektaak,), output=made,
              summary="Give a party, or somebody appointed, a task for a request"),
        route(method="POST", path=f"{VERZOEK}/taken/{{taakId}}/herinnering", acts=(remind_verzoektaak,),
              summary="Ask again for a task whose day has passed"),
        route(method="POST", path=f"{VERZOEK}/treffers", acts=(record_treffers,),
              summary="Record in which dossiers the person stands, as soon as identity is established"),
        route(method="POST", path=f"{VERZOEK}/verzameld", acts=(record_verzameld,),
              summary="Record that what there is was gathered, and in which dossiers"),
        route(method="PUT", path=f"{VERZOEK}/standpunt", acts=(take_standpunt_verzoek,),
              summary="Take the position of your kernpartij on a request"),
        route(method="POST", path=f"{VERZOEK}/besluit", acts=(decide_verzoek,),
              summary="Decide on a request by what the kernpartijen said"),
        route(method="POST", path=f"{VERZOEK}/antwoord", acts=(answer_verzoek,),
              summary="Answer a request"),
        *_carrying_out(route, made=made),
        *_shielding(route, made=made),
        *_overviews(route),
        route(method="GET", path="/verzoektaken", acts=(find_verzoektaken,), output=VerzoektaakLijst,
              summary="Find the requests for which you have a task"),
        route(method="GET", path=TAAK, acts=(open_verzoektaak,), output=EigenTaken,
              summary="Open your tasks for a request"),
        route(method="PUT", path=f"{TAAK}/taken/{{taakId}}", acts=(do_verzoektaak,),
              summary="Report a task for a request as done"),
    )
    # fmt: on
