"""What the files hold of one invented subject, opened: a piece of every kind, with everybody else in it."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from casustafel.acts.betrokkene.overzicht import Inhoud
from casustafel.bestand.inhoud import (
    AfschermingInhoud,
    ArchiefItem,
    InformerenInhoud,
    Leeg,
    Naw,
    StandpuntInhoud,
    Was,
)
from casustafel.bestand.pas import as_dict
from casustafel.casusoverleg import inhoud as casus
from casustafel.convenant.doelgroep import Doelgroep
from casustafel.convenant.rules.verplaatsing import Richting, Wijze
from casustafel.convenant.stuk import CasusStuk, DossierStuk, Herkomst
from casustafel.convenant.verstrekking import Merk, Verstrekking
from casustafel.weegploeg import inhoud as dossier
from tests.facts import DE_BRUG, GEMEENTE, OM, POLITIE, RAAD

FIRST: Final = date(2026, 1, 5)
UNTIL: Final = date(2031, 1, 5)
SUBJECT: Final = Naw(
    naam="Milan Schijn",
    adres="Kastanjelaan 19",
    woonplaats="Lindewaard",
    leeftijdsgroep="16-17",
    wisselkwartaal="2026-3",
)
MELDER: Final = "Gerda Gemelde"
MELDER_REACH: Final = "06-00000000"
DERDE: Final = "Ravi Verzonneling"
ACHTERBLIJVER: Final = "Mirte Nietecht"
ACHTERBLIJVER_ADRES: Final = "Vlierhof 6"
NETWERK: Final = "Coen Bedenksel"
NETWERK_ADRES: Final = "Kastanjelaan 21"
MEDEWERKER: Final = "Omar Officiervanpapier"
OTHERS: Final = (MELDER, DERDE, ACHTERBLIJVER, NETWERK, MEDEWERKER)
SPELLED: Final = (*OTHERS, *(part for name in OTHERS for part in name.split()), MELDER_REACH, ACHTERBLIJVER_ADRES)
"""How the others would be seen in a text: whole, by a part of the name, by an address."""

PROVIDED: Final = Verstrekking(grondslag="wpg-20", klasse="wpg-8", doel="a", bevoegd_functionaris=MEDEWERKER)
SHIELD: Final = AfschermingInhoud(afscherming_id=UUID(int=0x9001), verzoek_id=UUID(int=0x9002), grond="avg-18-1-d")
MARK: Final = Merk(grondslag="wpg-20", doel="a", klassen=("wpg-8",))


def piece_id(soort: str, herkomst: Herkomst = Herkomst.WEEGPLOEG) -> UUID:
    """Give the id of the piece of a kind in a file."""
    kinds = [one.value for one in (DossierStuk if herkomst is Herkomst.WEEGPLOEG else CasusStuk)]
    return UUID(int=(0x7000 if herkomst is Herkomst.WEEGPLOEG else 0x8000) + kinds.index(soort))


def _person(naam: str, adres: str, rol: str) -> casus.PersoonInhoud:
    return casus.PersoonInhoud(
        naam=naam,
        adres=adres,
        woonplaats="Lindewaard",
        gegevens=f"Zorgt voor twee kinderen. Milan Schijn woonde bij {naam}.",
        noodzaak="De hulp is ook voor deze persoon.",
        rol=rol,
        sinds=FIRST,
        verstrekking=PROVIDED,
        merk=MARK,
    )


IN_DOSSIER: Final[dict[DossierStuk, Any]] = {
    DossierStuk.SIGNAAL: dossier.SignaalInhoud(
        omschrijving=f"Milan riep op tot geweld. {DERDE} stond ernaast. Daarna ging hij weg.",
        waar="Marktplein",
        wanneer="in de eerste week van januari",
        melder_naam=MELDER,
        melder_contact=MELDER_REACH,
        verstrekking=PROVIDED,
        derde_naam=DERDE,
        derde_noodzaak="Zonder deze naam is het signaal niet te begrijpen.",
    ),
    DossierStuk.VRAAG: dossier.VraagInhoud(vraag="Gaat Milan nog naar school?", gevraagd_door=GEMEENTE.id),
    DossierStuk.WEGING: dossier.WegingInhoud(
        criterium="zichtbaar-gedrag", tekst="Het gedrag wordt ernstiger.", signalen=(piece_id(DossierStuk.SIGNAAL),)
    ),
    DossierStuk.STANDPUNT: StandpuntInhoud(
        motivering=f"Volgt uit de weging. Zie ook wat {MEDEWERKER} zei.", door=MEDEWERKER, als_plaatsvervanger=True
    ),
    DossierStuk.BESLISSING: dossier.MotiveringInhoud(motivering="De drie komen tot hetzelfde."),
    DossierStuk.BETROKKEN: dossier.MotiveringInhoud(motivering="Nodig voor hulp aan het gezin."),
    DossierStuk.AFSLUITING: dossier.MotiveringInhoud(motivering="Het plan is klaar."),
    DossierStuk.VERLENGING: dossier.MotiveringInhoud(motivering="Er ontbreekt nog een antwoord."),
    DossierStuk.CORRECTIE: dossier.CorrectieInhoud(
        reden="De plaats klopte niet.",
        naw=Naw(naam="Milan Schein", adres="Kastanjelaan 18"),
        signaal=dossier.SignaalInhoud(
            omschrijving="Milan riep iets.",
            waar=f"Bij {MELDER} voor de deur",
            wanneer="",
            melder_naam=MELDER,
            melder_contact=MELDER_REACH,
            verstrekking=PROVIDED,
        ),
    ),
    DossierStuk.CONTROLE: dossier.ControleInhoud(stukken=(piece_id(DossierStuk.SIGNAAL),)),
    DossierStuk.BEVESTIGING: dossier.BevestigingInhoud(stukken=(), blijft=True, toelichting="Klopt nog."),
    DossierStuk.VERPLAATSING: dossier.VerplaatsingInhoud(
        wijze=Wijze.VERPLAATST, richting=Richting.NAAR, nummer="W-2026-0099", signalen=1, reden=f"Ging over {DERDE}."
    ),
    DossierStuk.HERINNERING: Leeg(),
    DossierStuk.AFSCHERMING: SHIELD,
    DossierStuk.DOELGROEP: Doelgroep(verblijft_in_nederland=True, radicaliseert=True),
    DossierStuk.INFORMEREN: InformerenInhoud(
        door=MEDEWERKER,
        als_plaatsvervanger=False,
        grond="b",
        noodzaak="Er loopt een onderzoek.",
        brief="nl",
        wijze="post",
        hoe="Ook in een gesprek.",
        geinformeerd_door=MEDEWERKER,
        geinformeerd_op=FIRST,
    ),
    DossierStuk.HEROVERWEGING: dossier.HeroverwegingInhoud(
        nummer="W-2024-0003", doelstelling="i", noodzaak="Er is een nieuw signaal."
    ),
}
IN_CASUS: Final[dict[CasusStuk, Any]] = {
    CasusStuk.DEELNEMER: casus.RedenInhoud(reden="Nodig voor de hulp."),
    CasusStuk.SIGNAAL: casus.SignaalInhoud(
        omschrijving="Milan riep op tot geweld.", waar="Marktplein", wanneer="in januari", merk=MARK
    ),
    CasusStuk.BIJDRAGE: casus.BijdrageInhoud(
        omschrijving=f"Milan woont bij zijn moeder. {NETWERK} helpt hem op {NETWERK_ADRES}.",
        noodzaak="Nodig om hulp te kiezen.",
        verstrekking=PROVIDED,
        merk=MARK,
    ),
    CasusStuk.ANALYSE: casus.AnalyseInhoud(
        criterium="contacten", tekst="Hij zoekt hulp.", signalen=(piece_id(DossierStuk.SIGNAAL),), merk=MARK
    ),
    CasusStuk.PLAN: casus.PlanInhoud(
        doelen=("b", "e"), toelichting="Weer naar school.", doelstellingen=("i",), vastgesteld_op=FIRST
    ),
    CasusStuk.MAATREGEL: casus.MaatregelInhoud(tekst=f"Gesprek, samen met {NETWERK}.", reeks=UUID(int=9)),
    CasusStuk.VOORTGANG: casus.VoortgangInhoud(tekst="Het eerste gesprek ging goed."),
    CasusStuk.ADVIES: casus.MotiveringInhoud(motivering="De doelen zijn gehaald."),
    CasusStuk.STANDPUNT: StandpuntInhoud(motivering="Mee eens.", door=MEDEWERKER, als_plaatsvervanger=False),
    CasusStuk.AFSLUITING: casus.MotiveringInhoud(motivering="Het plan is klaar."),
    CasusStuk.ACHTERBLIJVER: _person(ACHTERBLIJVER, ACHTERBLIJVER_ADRES, "ja"),
    CasusStuk.NETWERKPERSOON: _person(NETWERK, NETWERK_ADRES, "Oom van Milan, gaat mee naar gesprekken."),
    CasusStuk.EVALUATIE: casus.EvaluatieInhoud(aanleiding="Een maatregel loopt uit.", conclusie="Doorgaan."),
    CasusStuk.INBRENG: casus.InbrengInhoud(tekst="Het gaat de goede kant op.", motivering="Hij komt op tijd."),
    CasusStuk.ADVIESVRAAG: casus.AdviesvraagInhoud(
        aan=MEDEWERKER, vraag="Wat werkt elders?", antwoord="Begin klein.", beantwoord_op=FIRST
    ),
    CasusStuk.CONTROLE: casus.ControleInhoud(resultaat="Alles klopt.", verblijf="bevestigd", toelichting="Gezien."),
    CasusStuk.BEVESTIGING: casus.BevestigingInhoud(juist=(), toelichting="De rest klopt ook."),
    CasusStuk.DOORVERSTREKKING: casus.DoorverstrekkingInhoud(
        noodzaak=("maatregel-uitvoeren",),
        toelichting="Zonder adres kan de hulp niet beginnen.",
        soorten=("naw",),
        gevraagd_op=FIRST,
        verleend_op=FIRST,
    ),
    CasusStuk.DOORVERSTREKT: casus.DoorverstrektInhoud(soort="naw", stuk_id=UUID(int=0xCA)),
    CasusStuk.EIGEN_BESLUIT: casus.EigenBesluitInhoud(
        bepaling="Wpg 20", reden="Nodig voor de hulp.", bevoegd_functionaris=MEDEWERKER
    ),
    CasusStuk.CORRECTIE: casus.CorrectieInhoud(
        reden="Het stond er verkeerd.", was=(Was(veld="omschrijving", tekst=f"{NETWERK} is een neef."),)
    ),
    CasusStuk.HERINNERING: Leeg(),
    CasusStuk.AFSCHERMING: SHIELD,
    CasusStuk.INFORMEREN: InformerenInhoud(door=MEDEWERKER, als_plaatsvervanger=False, hoe="In een gesprek."),
}
OF: Final = {"doorverstrekking": DE_BRUG, "eigen-besluit": RAAD, "deelnemer": RAAD}
BESIDE: Final = {
    Herkomst.WEEGPLOEG: {"correctie": (Herkomst.WEEGPLOEG, "signaal")},
    Herkomst.CASUSOVERLEG: {
        "signaal": (Herkomst.WEEGPLOEG, "signaal"),
        "correctie": (Herkomst.CASUSOVERLEG, "bijdrage"),
        "doorverstrekt": (Herkomst.CASUSOVERLEG, "doorverstrekking"),
        "eigen-besluit": (Herkomst.CASUSOVERLEG, "signaal"),
    },
}
STATE: Final = {"standpunt": "agenderen", "beslissing": "agenderen"}


def piece(soort: str, inhoud: object, *, herkomst: Herkomst) -> ArchiefItem:
    """Give a piece with its content as it is sealed."""
    beside = BESIDE[herkomst].get(soort)
    return ArchiefItem(
        id=piece_id(soort, herkomst),
        soort=soort,
        organisatie_id=OF.get(soort, POLITIE if soort == "signaal" else OM).id,
        bij_id=piece_id(beside[1], beside[0]) if beside else None,
        op=FIRST + timedelta(days=len(soort)),
        uiterlijk_op=None,
        staat=STATE.get(soort, ""),
        inhoud=as_dict(inhoud),
    )


def casus_id(soort: CasusStuk) -> UUID:
    """Give the id of the piece of a kind in the casus."""
    return piece_id(soort.value, Herkomst.CASUSOVERLEG)


def in_dossier(*, is_archief: bool = False) -> Inhoud:
    """Give what the weegploeg holds: a piece of every kind."""
    return Inhoud(
        herkomst=Herkomst.WEEGPLOEG,
        is_archief=is_archief,
        nummer="W-2026-0007",
        naw=SUBJECT,
        tot=UNTIL,
        artikel="13.1",
        items=tuple(piece(k.value, v, herkomst=Herkomst.WEEGPLOEG) for k, v in IN_DOSSIER.items()),
        besproken_op=(FIRST,),
    )


def in_casus(*, is_archief: bool = False) -> Inhoud:
    """Give what the casusoverleg holds: a piece of every kind."""
    return Inhoud(
        herkomst=Herkomst.CASUSOVERLEG,
        is_archief=is_archief,
        nummer="C-2026-0003",
        naw=SUBJECT,
        tot=UNTIL,
        artikel="13.1",
        items=tuple(piece(k.value, v, herkomst=Herkomst.CASUSOVERLEG) for k, v in IN_CASUS.items()),
    )
