"""A request of the person concerned: from its receipt to everybody being told; one that stays unknown. Covenant 12."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.betrokkene.afscherming import (
    announce_opheffing,
    lift_verzoek,
    open_afscherming,
    shield_verzoek,
)
from casustafel.acts.betrokkene.answer_verzoek import answer_verzoek
from casustafel.acts.betrokkene.carry_out_verzoek import carry_out_verzoek
from casustafel.acts.betrokkene.find_verzoeken import find_verzoeken
from casustafel.acts.betrokkene.inzagenamen import choose_inzagenamen
from casustafel.acts.betrokkene.melding import acknowledge_melding, find_werk_meldingen, open_melding
from casustafel.acts.betrokkene.notify_verzoek import add_ontvanger, notify_verzoek
from casustafel.acts.betrokkene.open_verzoek import open_verzoek
from casustafel.acts.betrokkene.overzicht_lezen import (
    open_overzicht,
    open_overzicht_archief,
    open_overzicht_casus,
)
from casustafel.acts.betrokkene.receive_verzoek import close_onbekend, establish_identiteit, receive_verzoek
from casustafel.acts.betrokkene.stukkeuze import choose_stuk, open_verzoekoverzicht, open_verzoekstukken
from casustafel.acts.betrokkene.vastleggen import gather_overzicht
from casustafel.acts.betrokkene.verzamelen import record_treffers, record_verzameld
from casustafel.acts.betrokkene.verzoekbesluit import decide_verzoek, take_standpunt_verzoek
from casustafel.acts.betrokkene.verzoektaak import (
    do_verzoektaak,
    find_verzoektaken,
    give_verzoektaak,
    open_verzoektaak,
    remind_verzoektaak,
)
from casustafel.acts.betrokkene.werk import find_werk_verzoeken, find_werk_verzoektaken
from casustafel.acts.betrokkene.wijziging import choose_wijziging, withdraw_wijziging
from casustafel.acts.bewaring.herstel import repeat_destruction
from casustafel.acts.gaafheid import KEURINGEN, check_rows
from casustafel.acts.gate import Act
from casustafel.bestand.bestand import Bestand
from casustafel.betrokkene.models import Stuk, Verzoek
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Taak
from casustafel.convenant.verzoek import Antwoord, Inzagenamen, Stukkeuze, Vertegenwoordiging, Verzoeksoort
from casustafel.convenant.wijziging import Wijzigingsoort
from casustafel.kluis import store as kluis
from tests.evidence import topic_archief, topic_bewaring
from tests.evidence.stage import Stage

KERN = ("gerda", "omar", "petra")
NOBODY_ELSE: dict[str, Any] = {
    "vertegenwoordiging": Vertegenwoordiging.GEEN,
    "vertegenwoordiger": "",
    "leeftijdsgroep": "",
}


def walk(stage: Stage) -> None:
    """Do each act on a request of a child, asked by a representative, and on one that stays unknown."""
    verzoek_id = _received(
        stage,
        soort=Verzoeksoort.CORRECTIE,
        leeftijdsgroep="12-15",
        vertegenwoordiging=Vertegenwoordiging.JONGER_DAN_16,
    )
    _prepares(stage, give_verzoektaak, houder_id=verzoek_id, organisatie_id=stage.table.organisatie("rik"))
    _reminded(stage, verzoek_id)
    _prepares(stage, find_verzoeken)
    _prepares(stage, find_werk_verzoeken)
    _prepares(stage, establish_identiteit, houder_id=verzoek_id)
    for name in (*KERN, "rik"):
        _part(stage, name, verzoek_id)
    _prepares(stage, record_verzameld, houder_id=verzoek_id, dossiers=[stage.dossier().dossier_id])
    for name in KERN:
        ground = {"antwoord": Antwoord.GROND_EIGEN, "grond": "11.3.b"} if name == "omar" else {}
        given = ground or {"antwoord": Antwoord.INWILLIGEN, "grond": ""}
        stage.does(name, take_standpunt_verzoek, houder_id=verzoek_id, **given)
    stage.does("gerda", decide_verzoek, houder_id=verzoek_id, versie=_version(verzoek_id))
    _prepares(stage, answer_verzoek, houder_id=verzoek_id)
    _prepares(stage, carry_out_verzoek, houder_id=verzoek_id)
    stage.relay()
    _prepares(stage, add_ontvanger, houder_id=verzoek_id, verstrekt_op=stage.table.edge(0).day)
    _prepares(stage, notify_verzoek, houder_id=verzoek_id)
    stage.does("omar", find_werk_meldingen)
    (own,) = stage.does("omar", open_melding, houder_id=verzoek_id).meldingen
    stage.does("omar", acknowledge_melding, houder_id=verzoek_id, melding_id=own.id)
    _prepares(stage, open_verzoek, houder_id=verzoek_id)
    _changed(stage, *_overview(stage))
    _shielded(stage)
    _checked(stage)
    _unknown(stage)
    _brought_back(stage)


def _shielded(stage: Stage) -> None:
    """Shield a dossier with its casus and another in the archive, tell the person, and lift it again."""
    casus = stage.casus()
    dossier_id, archived_id = casusoverleg.dossier_of(casus.casus_id), topic_archief.archived(stage)
    asked_on = stage.table.edge(0).day - timedelta(days=28)
    verzoek_id = _received(stage, soort=Verzoeksoort.VERZET, ontvangen_op=asked_on, **NOBODY_ELSE)
    _prepares(stage, establish_identiteit, houder_id=verzoek_id)
    _prepares(stage, record_treffers, houder_id=verzoek_id, dossiers=[dossier_id, archived_id])
    found = _prepares(stage, open_afscherming, houder_id=verzoek_id)
    given = {"grond": "avg-18-1-d", "items": ()}
    made = [
        _prepares(stage, shield_verzoek, houder_id=verzoek_id, dossier_id=one.dossier_id, **given)
        for one in found.dossiers
    ]
    stage.relay()
    _prepares(stage, record_verzameld, houder_id=verzoek_id, dossiers=[])
    refusal = {"antwoord": Antwoord.GROND_ALLES, "grond": "avg-21-1"}
    for name in KERN:
        stage.does(name, take_standpunt_verzoek, houder_id=verzoek_id, **refusal)
    stage.does("gerda", decide_verzoek, houder_id=verzoek_id, versie=_version(verzoek_id))
    for one in made:
        _prepares(stage, announce_opheffing, houder_id=verzoek_id, afscherming_id=one)
    for one in made:
        _prepares(stage, lift_verzoek, days_ago=-1, houder_id=verzoek_id, afscherming_id=one)
    stage.relay()
    _prepares(stage, open_verzoek, houder_id=verzoek_id)


def _changed(stage: Stage, dossier_id: UUID, archived_id: UUID) -> None:
    """Choose what changes in both files and in the archive, take a choice back, and carry it out."""
    asked_on = stage.table.edge(0).day - timedelta(days=28)
    verzoek_id = _received(stage, soort=Verzoeksoort.CORRECTIE, ontvangen_op=asked_on, **NOBODY_ELSE)
    _prepares(stage, establish_identiteit, houder_id=verzoek_id)
    _prepares(stage, record_verzameld, houder_id=verzoek_id, dossiers=[dossier_id, archived_id])
    for name in KERN:
        stage.does(name, take_standpunt_verzoek, houder_id=verzoek_id, antwoord=Antwoord.INWILLIGEN, grond="")
    stage.does("gerda", decide_verzoek, houder_id=verzoek_id, versie=_version(verzoek_id))
    _prepares(stage, answer_verzoek, houder_id=verzoek_id)
    _prepares(stage, gather_overzicht, houder_id=verzoek_id, dossier_id=dossier_id)
    stage.does("gerda", gather_overzicht, houder_id=verzoek_id, dossier_id=archived_id, versie=_version(verzoek_id))
    whole = _prepares(stage, open_verzoekoverzicht, houder_id=verzoek_id).overzicht
    signalen = [one.id for one in whole.stukken if one.soort == "signaal" and one.herkomst == "weegploeg"]
    better = {"soort": Wijzigingsoort.VERBETEREN, "veld": "omschrijving"}
    back = _prepares(stage, choose_wijziging, houder_id=verzoek_id, stuk_id=signalen[0], **better)
    _prepares(stage, withdraw_wijziging, houder_id=verzoek_id, wijziging_id=back)
    for one in signalen[:-1]:
        _prepares(stage, choose_wijziging, houder_id=verzoek_id, stuk_id=one, **better)
    gone = {"soort": Wijzigingsoort.VERWIJDEREN, "veld": "", "tekst": ""}
    _prepares(stage, choose_wijziging, houder_id=verzoek_id, stuk_id=signalen[-1], **gone)
    for one in (dossier_id, archived_id):
        _prepares(stage, choose_wijziging, houder_id=verzoek_id, stuk_id=one, **{**better, "veld": "naam"})
    _prepares(stage, carry_out_verzoek, houder_id=verzoek_id)
    stage.relay()
    _prepares(stage, open_verzoek, houder_id=verzoek_id)


def _overview(stage: Stage) -> tuple[UUID, UUID]:
    """Open what each file holds, for a request of somebody who asks for access; gives what it is about."""
    casus = stage.casus()
    dossier_id, archived_id = casusoverleg.dossier_of(casus.casus_id), topic_archief.archived(stage)
    asked_on = stage.table.edge(0).day - timedelta(days=28)
    verzoek_id = _received(stage, soort=Verzoeksoort.INZAGE, ontvangen_op=asked_on, **NOBODY_ELSE)
    _prepares(stage, establish_identiteit, houder_id=verzoek_id)
    _prepares(stage, record_treffers, houder_id=verzoek_id, dossiers=[dossier_id])
    _prepares(stage, record_verzameld, houder_id=verzoek_id, dossiers=[archived_id])
    _prepares(stage, open_overzicht, houder_id=dossier_id, verzoek_id=verzoek_id, weglaten=())
    given = {"verzoek_id": verzoek_id, "weglaten": (), "persoon_id": None}
    _prepares(stage, open_overzicht_casus, houder_id=casus.casus_id, **given)
    stage.does("gerda", open_overzicht_archief, houder_id=archived_id, **given)
    _gathered(stage, verzoek_id, dossier_id, archived_id)
    return dossier_id, archived_id


def _gathered(stage: Stage, verzoek_id: UUID, dossier_id: UUID, archived_id: UUID) -> None:
    """Keep what there is with the request, keep a piece of it back, and answer with the rest."""
    _prepares(stage, gather_overzicht, houder_id=verzoek_id, dossier_id=dossier_id)
    stage.does("gerda", gather_overzicht, houder_id=verzoek_id, dossier_id=archived_id, versie=_version(verzoek_id))
    own = stage.does("gerda", open_verzoekstukken, houder_id=verzoek_id).stukken
    back = {"keuze": Stukkeuze.WEGLATEN, "grond": "11.3.e"}
    stage.does("gerda", choose_stuk, houder_id=verzoek_id, stuk_id=own[0].id, **back)
    stage.does("gerda", choose_inzagenamen, houder_id=verzoek_id, keuze=Inzagenamen.MET_NAMEN)
    _prepares(stage, open_verzoekoverzicht, houder_id=verzoek_id)
    for name in KERN:
        stage.does(name, take_standpunt_verzoek, houder_id=verzoek_id, antwoord=Antwoord.INWILLIGEN, grond="")
    stage.does("gerda", decide_verzoek, houder_id=verzoek_id, versie=_version(verzoek_id))
    _prepares(stage, answer_verzoek, houder_id=verzoek_id)
    _prepares(stage, open_verzoek, houder_id=verzoek_id)


def _reminded(stage: Stage, verzoek_id: UUID) -> None:
    """Ask again, two days on, for a task that was given for today: nobody here was a colleague before that."""
    task = give_verzoektaak.invoer(
        houder_id=verzoek_id,
        organisatie_id=stage.table.organisatie("rik"),
        uiterlijk_op=stage.table.edge(0).day,
        opdracht="Kijk dit na (verzonnen).",
    )
    taak_id = stage.table.does_with_task("ulla", Taak.VERZOEK, give_verzoektaak, task, days_ago=0)
    again = remind_verzoektaak.invoer(houder_id=verzoek_id, taak_id=taak_id)
    stage.table.does_with_task("ulla", Taak.VERZOEK, remind_verzoektaak, again, days_ago=-2)


def _checked(stage: Stage) -> None:
    """Hold every sealed row of the requests beside the log."""
    found = check_rows(
        KEURINGEN[Bestand.BETROKKENE], [topic_bewaring.systeem(stage)], without=set(), edge=stage.table.edge(0)
    )
    assert not list(found)


def _brought_back(stage: Stage) -> None:
    """Have the journal name a request that is there, as after a restore, and destroy it again."""
    kluis.note_destroyed(Bestand.BETROKKENE, [_received(stage, soort=Verzoeksoort.INZAGE, **NOBODY_ELSE)])
    assert repeat_destruction(edge=stage.table.edge(0)) == 1


def _unknown(stage: Stage) -> None:
    """End one whose identity was not established in time, and destroy it when its term has ended."""
    verzoek_id = _received(
        stage,
        soort=Verzoeksoort.INZAGE,
        ontvangen_op=stage.table.edge(0).day - timedelta(days=28),
        **NOBODY_ELSE,
    )
    _prepares(stage, close_onbekend, houder_id=verzoek_id)
    topic_bewaring.destroy(stage, Bestand.BETROKKENE, verzoek_id)


def _received(stage: Stage, **given: Any) -> UUID:
    received: UUID = _prepares(stage, receive_verzoek, **{"ontvangen_op": stage.table.edge(0).day, **given}).id
    return received


def _prepares(stage: Stage, act: Act[Any, Any], *, days_ago: Any = 0, **given: Any) -> Any:
    """Let the uitvoerder do an act for a request, with a canary in every text that is not given."""
    if "versie" in act.invoer.model_fields:
        given["versie"] = _version(given["houder_id"])
    invoer = act.invoer(**stage.canaries.fill(act.invoer, **given))
    return stage.table.does_with_task("ulla", Taak.VERZOEK, act, invoer, days_ago=days_ago)


def _part(stage: Stage, name: str, verzoek_id: UUID) -> None:
    """Let a party look at its tasks, and report its part as done."""
    stage.does(name, find_verzoektaken)
    stage.does(name, find_werk_verzoektaken)
    stage.does(name, open_verzoektaak, houder_id=verzoek_id)
    own = Stuk.objects.filter(
        houder_id=verzoek_id, soort="verzoektaak", organisatie_id=stage.table.organisatie(name), bij_id=None
    )
    for taak in own:
        stage.does(name, do_verzoektaak, houder_id=verzoek_id, taak_id=taak.id)


def _version(verzoek_id: UUID) -> int:
    return Verzoek.objects.get(pk=verzoek_id).versie
