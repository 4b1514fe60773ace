"""Open a request: who asks and what, the parts of the parties, the positions, the decision, the answer. Covenant 12."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar
from uuid import UUID

from casustafel.acts.betrokkene.afscherming import AfschermingBeeld, shown_afschermingen
from casustafel.acts.betrokkene.declare import ACTIVITY
from casustafel.acts.betrokkene.find_verzoeken import VerzoekRegel, regel_of
from casustafel.acts.betrokkene.notify_verzoek import recipients
from casustafel.acts.betrokkene.vastleggen import gathered_of
from casustafel.acts.betrokkene.verzoektaak import VerzoektaakBeeld, taken_of
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY, Stuk
from casustafel.betrokkene import store
from casustafel.betrokkene.inhoud import (
    AanvraagInhoud,
    AntwoordInhoud,
    BestandInhoud,
    IdentiteitInhoud,
    MeldingInhoud,
    OntvangerInhoud,
    OverzichtInhoud,
    TrefferInhoud,
    UitvoeringInhoud,
    VerzoekbesluitInhoud,
    VerzoekStandpuntInhoud,
    WijzigingInhoud,
)
from casustafel.betrokkene.overzicht import Overzicht
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.verzoek import may_find_verzoek, told_first_day
from casustafel.convenant.rules.verzoekbesluit import gronden_for
from casustafel.convenant.stuk import Herkomst, VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, VerzoekFeit, appeal_by
from casustafel.convenant.wijziging import Uitvoerstaat, Wijzigingsoort
from casustafel.register.store.vervanging import behandelaars

Inhoud = TypeVar("Inhoud")
Shown = TypeVar("Shown")


class OpenVerzoek(OpHouder):
    """Which request."""


class AanvraagBeeld(Uitvoer):
    """Who asks, and what; for whom somebody else asks."""

    naam: str
    adres: str
    leeftijdsgroep: str
    gevraagd: str
    vertegenwoordiging: str
    vertegenwoordiger: str
    vertegenwoordiger_adres: str


class IdentiteitBeeld(Uitvoer):
    """Which papers were seen and how, by whom, when; or the letter that identity was not established."""

    op: Dag
    papier: str
    gezien: str
    vertegenwoordiging_papier: str
    vertegenwoordiging_gezien: str
    brief: str
    door: str


class TrefferBeeld(Uitvoer):
    """A dossier that the request is about, and whether what it holds was gathered: of the subject, or of whom else."""

    dossier_id: Id
    nummer: str
    is_verzameld: bool
    persoon_id: Id | None


class VerzoekStandpuntBeeld(Uitvoer):
    """What a kernpartij says: to do it, or a ground, what it reaches and why."""

    organisatie_id: Id
    op: Dag
    antwoord: Antwoord
    grond: str
    reikwijdte: str
    motivering: str
    door: str
    als_plaatsvervanger: bool


class VerzoekbesluitBeeld(Uitvoer):
    """What was decided, and where to go with it. `bezwaar_tot` is there once the decision was sent with the answer."""

    op: Dag
    uitkomst: Besluituitkomst
    bezwaar_bij: str
    bezwaar_tot: Dag | None
    rechtbank: str
    klacht_bij: str
    door: str


class AntwoordBeeld(Uitvoer):
    """The answer as it was given: which letter, and the overview where access was given; how many pieces follow."""

    op: Dag
    brief: str
    soort: str
    overzicht: Overzicht | None
    gronden: tuple[str, ...]
    nog_niet: int
    door: str


class WijzigingBeeld(Uitvoer):
    """A change that was chosen: of which item of which dossier, which text, and what it becomes."""

    id: Id
    dossier_id: Id
    stuk_id: Id
    herkomst: Herkomst
    stuksoort: str
    stuk_op: Dag
    soort: Wijzigingsoort
    veld: str
    tekst: str
    door: str


class BestandBeeld(Uitvoer):
    """A file in which the decision is carried out, and how far that is."""

    bestand: Bestand
    staat: Uitvoerstaat


class UitvoeringBeeld(Uitvoer):
    """What was done to carry the decision out."""

    op: Dag
    uitgevoerd: str
    door: str


class OntvangerBeeld(Uitvoer):
    """Who received data outside the system: where a letter goes, and what it got when."""

    id: Id
    naam: str
    adres: str
    verstrekt_op: Dag
    wat: str


class MeldingBeeld(Uitvoer):
    """Who was told: an organisation, or a recipient outside; what an organisation did with its own copies."""

    id: Id
    op: Dag
    organisatie_id: Id | None
    ontvanger_id: Id | None
    uiterlijk_op: Dag | None
    staat: Meldstaat
    gedaan: str
    gedaan_door: str
    door: str


class BehandelaarBeeld(Uitvoer):
    """Somebody who was appointed to handle requests, and for which party."""

    medewerker_id: Id
    organisatie_id: Id
    naam: str


class VerzoekBeeld(Uitvoer):
    """A request, opened. `gronden` may stand in the way of what is asked; `te_melden` are told of what was done."""

    verzoek: VerzoekRegel
    versie: int
    aanvraag: AanvraagBeeld
    identiteit: IdentiteitBeeld | None
    taken: tuple[VerzoektaakBeeld, ...]
    treffers: tuple[TrefferBeeld, ...]
    gronden: tuple[str, ...]
    standpunten: tuple[VerzoekStandpuntBeeld, ...]
    besluit: VerzoekbesluitBeeld | None
    antwoord: AntwoordBeeld | None
    wijzigingen: tuple[WijzigingBeeld, ...]
    uitvoering: UitvoeringBeeld | None
    bestanden: tuple[BestandBeeld, ...]
    afschermingen: tuple[AfschermingBeeld, ...]
    te_melden: tuple[Id, ...]
    behandelaars: tuple[BehandelaarBeeld, ...]
    ontvangers: tuple[OntvangerBeeld, ...]
    meldingen: tuple[MeldingBeeld, ...]


def _rule(wie: Wie, feit: VerzoekFeit, _invoer: OpenVerzoek, edge: Edge) -> Verdict:
    return may_find_verzoek(wie, feit, day=edge.day)


def _standpunt(stuk: Stuk[VerzoekStandpuntInhoud]) -> VerzoekStandpuntBeeld:
    antwoord, _sign, grond = stuk.staat.partition(":")
    return VerzoekStandpuntBeeld(
        organisatie_id=stuk.organisatie_id,
        op=stuk.op,
        antwoord=Antwoord(antwoord),
        grond=grond,
        reikwijdte=stuk.inhoud.reikwijdte,
        motivering=stuk.inhoud.motivering,
        door=stuk.inhoud.door,
        als_plaatsvervanger=stuk.inhoud.als_plaatsvervanger,
    )


def _besluit(pas: Pass, feit: VerzoekFeit, stuk: Stuk[VerzoekbesluitInhoud]) -> VerzoekbesluitBeeld:
    return VerzoekbesluitBeeld(
        op=stuk.op,
        uitkomst=Besluituitkomst(stuk.staat),
        bezwaar_bij=stuk.inhoud.bezwaar_bij,
        bezwaar_tot=appeal_by(feit.beantwoord_op, pas.wie.convenant) if feit.beantwoord_op else None,
        rechtbank=stuk.inhoud.rechtbank,
        klacht_bij=stuk.inhoud.klacht_bij,
        door=stuk.inhoud.door,
    )


def _identiteit(stuk: Stuk[IdentiteitInhoud]) -> IdentiteitBeeld:
    inhoud = stuk.inhoud
    return IdentiteitBeeld(
        op=stuk.op,
        papier=inhoud.papier,
        gezien=inhoud.gezien,
        vertegenwoordiging_papier=inhoud.vertegenwoordiging_papier,
        vertegenwoordiging_gezien=inhoud.vertegenwoordiging_gezien,
        brief=inhoud.brief,
        door=inhoud.door,
    )


def _antwoord(stuk: Stuk[AntwoordInhoud]) -> AntwoordBeeld:
    inhoud = stuk.inhoud
    return AntwoordBeeld(
        op=stuk.op,
        brief=inhoud.brief,
        soort=inhoud.soort,
        overzicht=inhoud.overzicht,
        gronden=inhoud.gronden,
        nog_niet=inhoud.nog_niet,
        door=inhoud.door,
    )


def _aanvraag(stuk: Stuk[AanvraagInhoud]) -> AanvraagBeeld:
    inhoud = stuk.inhoud
    return AanvraagBeeld(
        naam=inhoud.naam,
        adres=inhoud.adres,
        leeftijdsgroep=inhoud.leeftijdsgroep,
        gevraagd=inhoud.gevraagd,
        vertegenwoordiging=inhoud.vertegenwoordiging,
        vertegenwoordiger=inhoud.vertegenwoordiger,
        vertegenwoordiger_adres=inhoud.vertegenwoordiger_adres,
    )


def _treffer(gathered: Mapping[UUID, list[OverzichtInhoud]], stuk: Stuk[TrefferInhoud]) -> TrefferBeeld:
    found = gathered.get(stuk.bij_id, [])
    return TrefferBeeld(
        dossier_id=stuk.bij_id,
        nummer=stuk.inhoud.nummer,
        is_verzameld=bool(found),
        persoon_id=found[-1].persoon_id if found else None,
    )


def _wijziging(stuk: Stuk[WijzigingInhoud]) -> WijzigingBeeld:
    inhoud = stuk.inhoud
    return WijzigingBeeld(
        id=stuk.id,
        dossier_id=inhoud.dossier_id,
        stuk_id=stuk.bij_id,
        herkomst=inhoud.herkomst,
        stuksoort=inhoud.stuksoort,
        stuk_op=inhoud.stuk_op,
        soort=Wijzigingsoort(stuk.staat),
        veld=inhoud.veld,
        tekst=inhoud.tekst,
        door=inhoud.door,
    )


def _bestand(stuk: Stuk[BestandInhoud]) -> BestandBeeld:
    return BestandBeeld(bestand=stuk.inhoud.bestand, staat=Uitvoerstaat(stuk.staat))


def _uitvoering(stuk: Stuk[UitvoeringInhoud]) -> UitvoeringBeeld:
    return UitvoeringBeeld(op=stuk.op, uitgevoerd=stuk.inhoud.uitgevoerd, door=stuk.inhoud.door)


def _melding(stuk: Stuk[MeldingInhoud]) -> MeldingBeeld:
    return MeldingBeeld(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=None if stuk.organisatie_id == NOBODY else stuk.organisatie_id,
        ontvanger_id=None if stuk.bij_id == NOBODY else stuk.bij_id,
        uiterlijk_op=stuk.uiterlijk_op,
        staat=Meldstaat(stuk.staat),
        gedaan=stuk.inhoud.gedaan,
        gedaan_door=stuk.inhoud.gedaan_door,
        door=stuk.inhoud.door,
    )


def _ontvanger(stuk: Stuk[OntvangerInhoud]) -> OntvangerBeeld:
    inhoud = stuk.inhoud
    return OntvangerBeeld(
        id=stuk.id, naam=inhoud.naam, adres=inhoud.adres, verstrekt_op=inhoud.verstrekt_op, wat=inhoud.wat
    )


def _to_tell(pas: Pass, feit: VerzoekFeit) -> tuple[UUID, ...]:
    """Give who is to be told: who took part in the case is shown to who prepares, and to no other. Covenant 10.4."""
    others = recipients(feit.treffers) if Rol.UITVOERDER in pas.wie.rollen else frozenset()
    return tuple(sorted({*told_first_day(pas.wie, day=pas.day), *others}))


def _appointed(pas: Pass) -> tuple[BehandelaarBeeld, ...]:
    """Give who may be given a task by name, to who gives tasks. Covenant 12.1."""
    if Rol.UITVOERDER not in pas.wie.rollen:
        return ()
    return tuple(
        BehandelaarBeeld(medewerker_id=medewerker_id, organisatie_id=organisatie_id, naam=naam)
        for medewerker_id, organisatie_id, naam in behandelaars(pas.wie.convenant.id, day=pas.day)
    )


def _run(pas: Pass, feit: VerzoekFeit, _invoer: OpenVerzoek) -> VerzoekBeeld:
    rows = store.stukken.sealed(feit.id)

    def of(soort: VerzoekStuk, inhoud: type[Inhoud], show: Callable[[Stuk[Inhoud]], Shown]) -> tuple[Shown, ...]:
        return tuple(show(one) for one in store.stukken.open(pas, rows[soort], inhoud))

    to_tell = _to_tell(pas, feit)
    told = of(VerzoekStuk.MELDING, MeldingInhoud, _melding)
    outside = of(VerzoekStuk.ONTVANGER, OntvangerInhoud, _ontvanger)
    prepares = Rol.UITVOERDER in pas.wie.rollen
    return VerzoekBeeld(
        verzoek=regel_of(feit, pas.wie.convenant, day=pas.day),
        versie=feit.versie,
        aanvraag=of(VerzoekStuk.AANVRAAG, AanvraagInhoud, _aanvraag)[0],
        identiteit=_last(of(VerzoekStuk.IDENTITEIT, IdentiteitInhoud, _identiteit)),
        taken=taken_of(pas, feit),
        treffers=of(VerzoekStuk.TREFFER, TrefferInhoud, partial(_treffer, gathered_of(pas, feit.id))),
        gronden=gronden_for(feit.soort, regime(pas.wie.convenant.regime), day=pas.day),
        standpunten=of(VerzoekStuk.STANDPUNT, VerzoekStandpuntInhoud, _standpunt),
        besluit=_last(of(VerzoekStuk.BESLUIT, VerzoekbesluitInhoud, partial(_besluit, pas, feit))),
        antwoord=_last(of(VerzoekStuk.ANTWOORD, AntwoordInhoud, _antwoord)),
        wijzigingen=of(VerzoekStuk.WIJZIGING, WijzigingInhoud, _wijziging),
        bestanden=of(VerzoekStuk.BESTAND, BestandInhoud, _bestand),
        uitvoering=_last(of(VerzoekStuk.UITVOERING, UitvoeringInhoud, _uitvoering)),
        afschermingen=shown_afschermingen(pas, feit),
        te_melden=to_tell,
        behandelaars=_appointed(pas),
        ontvangers=outside if prepares else (),
        meldingen=tuple(one for one in told if prepares or one.organisatie_id in to_tell),
    )


def _last(found: tuple[Shown, ...]) -> Shown | None:
    return found[-1] if found else None


open_verzoek = register_act(
    HolderAct(
        code="open-verzoek",
        articles=("12.1", "12.2"),
        bestand=Bestand.BETROKKENE,
        verwerking=ACTIVITY,
        gevolg=Gevolg.OPENED,
        invoer=OpenVerzoek,
        facts=store.facts,
        version=store.version,
        rule=_rule,
        run=_run,
    )
)
