"""The world of the matrix: a dossier and a casus in every state, and every kind of person with a token."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from casustafel.acts.casusoverleg.eigen_besluit import decide_eigen
from casustafel.acts.casusoverleg.withdraw_doorverstrekking import withdraw_doorverstrekking
from casustafel.acts.edge import at
from casustafel.acts.gate import Act, do, enter
from casustafel.acts.invoer import Niets
from casustafel.acts.places import places
from casustafel.acts.register.autorisaties import AskAutorisatie, ask_autorisatie
from casustafel.acts.register.decide_voorstel import (
    OpVoorstel,
    TakeStandpuntVoorstel,
    take_standpunt_voorstel,
    withdraw_voorstel,
)
from casustafel.acts.register.geheimhouding import AcceptGeheimhouding, accept_geheimhouding
from casustafel.acts.register.geschil import RecordGeschil, SettleGeschil, record_geschil, settle_geschil
from casustafel.acts.register.load_convenant import LoadConvenant, load_convenant
from casustafel.acts.register.load_people import LoadPeople, load_people
from casustafel.acts.register.operator import operator
from casustafel.acts.register.opzegging import give_opzegging
from casustafel.acts.register.propose import ProposePartner, propose_partner
from casustafel.acts.register.token import CreateToken, create_token
from casustafel.acts.register.vervanging import NamePlaatsvervanger, name_plaatsvervanger
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.acts.weegploeg.controle import PrepareControle, prepare_controle
from casustafel.acts.weegploeg.join_dossiers import join_dossiers
from casustafel.acts.weegploeg.name_betrokkenen import NameBetrokkenen, name_betrokkenen
from casustafel.acts.weegploeg.verlenging import ask_verlenging
from casustafel.archief.models import Dossier as ArchiefDossier
from casustafel.betrokkene.models import Verzoek
from casustafel.casusoverleg.models import Casus, Stuk
from casustafel.convenant.feit import Keuze, Rol, Taak, Uitkomst
from casustafel.demo.example import example
from casustafel.demo.steps import GEMEENTE, OM, POLITIE, CasusSteps, Steps, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.register.models import Autorisatie, Geheimhoudingsverklaring, Organisatie
from casustafel.toezicht.models import Incident
from casustafel.weegploeg.models import Dossier
from tests.matrix.roles import AT_TABLE, LONG, SEATS, Person, email, people_file
from tests.reseal import reseal

CRITERIUM = "gedrag"
# The world stands on 2 March 2026 (tests.conftest.NOW): these are one day too long ago.
PAST_SIX_MONTHS, PAST_A_YEAR, PAST_FIVE_YEARS = date(2025, 9, 1), date(2025, 3, 1), date(2021, 3, 1)
# Of what goes to the archive on that day: thirty days before a year has passed.
LAST_CASEWORK = date(2025, 4, 1)
VOORSTELLEN = ("proposed", "adopted", "taken back")
KERN = {
    "gerda": "kernpartij of the college",
    "omar": "kernpartij not at the table",
    "petra": "kernpartij at the table",
    "rik": "casuspartij at the table",
    "rens": "casuspartij not at the table",
    "bente": "partner at the table",
    "vertrokken": "party that left, at the table",
}
BETROKKEN = ("petra", "rik", "bente", "vertrokken")
MEASURES = (("Gesprekken (verzonnen).", "petra", 30), ("Begeleiding (verzonnen).", "bente", 20))


@dataclass(slots=True)
class World:
    """What there is: people by kind; dossiers, casussen and disclosures by state; and other things by name."""

    table: Table
    people: dict[str, Person]
    dossiers: dict[str, UUID] = field(default_factory=dict)
    casussen: dict[str, UUID] = field(default_factory=dict)
    doorverstrekkingen: dict[str, UUID] = field(default_factory=dict)
    voorstellen: dict[str, UUID] = field(default_factory=dict)
    geschillen: dict[str, UUID] = field(default_factory=dict)
    archieven: dict[str, UUID] = field(default_factory=dict)
    verzoeken: dict[str, UUID] = field(default_factory=dict)
    incidenten: dict[str, UUID] = field(default_factory=dict)
    overleggen: dict[str, dict[str, Any]] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    @property
    def holders(self) -> dict[str, dict[str, UUID]]:
        """Give what a path of the API names, by the name it has there and by state."""
        return {
            "dossierId": self.dossiers,
            "casusId": self.casussen,
            "doorverstrekkingId": self.doorverstrekkingen,
            "voorstelId": self.voorstellen,
            "geschilId": self.geschillen,
            "archiefId": self.archieven,
            "betrokkeneverzoekId": self.verzoeken,
            "incidentId": self.incidenten,
            **{f"overlegId {bord}": found for bord, found in self.overleggen.items()},
        }

    def organisaties(self, role: str) -> dict[str, str]:
        """Give the organisations of the covenant of one of the people, by code."""
        plaats = self.people[role].plaats
        rows = Organisatie.objects.filter(convenant_id=plaats.convenant_id) if plaats else Organisatie.objects.none()
        return {code: str(pk) for code, pk in rows.values_list("code", "id")}

    def versie(self, houder_id: UUID) -> int:
        """Give the version that a dossier or casus has now."""
        for model in (Dossier, Casus, ArchiefDossier, Verzoek, Incident):
            found = model._base_manager.filter(pk=houder_id).values_list("versie", flat=True).first()
            if found is not None:
                return int(found)
        return 1


def build(now: datetime, *more: Callable[["World"], None]) -> World:
    """Make the whole world, with what each topic adds; what people lack is taken from them last."""
    people = {name: Person(name, None, "", None) for name in SEATS}
    for covenant in ("lindewaard", "elders"):
        people |= _seat(covenant, now=now)
    table = Table(
        people={first: plaats for first, name in KERN.items() if (plaats := people[name].plaats) is not None}, now=now
    )
    world = World(table=table, people=people)
    _dossiers(world)
    _casussen(world)
    _doorverstrekkingen(world)
    _past(world)
    _convenant(world)
    for add in more:
        add(world)
    seal_logs(table.edge(0))
    _take_away(world)
    return world


def _seat(covenant: str, *, now: datetime) -> dict[str, Person]:
    edge = at(now - LONG)
    file = example("convenant.toml")
    extra = {"code": "vertrokken", "naam": "Reclassering Vertrokken", "soort": "reclassering", "contact": "v@v.example"}
    loaded = LoadConvenant.model_validate({**file, "code": covenant, "partijen": [*file["partijen"], extra]})  # type: ignore[misc]
    do(load_convenant, wie=operator(), invoer=loaded, edge=edge)
    invited = do(load_people, wie=operator(), invoer=LoadPeople.model_validate(people_file(covenant)), edge=edge)
    by_email = {one.email: one.medewerker_id for one in invited}
    found = {}
    for name, seat in SEATS.items():
        medewerker_id = by_email.get(email(name, covenant))
        if medewerker_id is None:
            continue
        (place,) = places(medewerker_id, edge=edge)
        accepted = AcceptGeheimhouding(versie=loaded.geheimhouding.versie)
        do(accept_geheimhouding, wie=enter(place.plaats, edge=edge), invoer=accepted, edge=edge)
        today = at(now)
        token = do(create_token, wie=enter(place.plaats, edge=today), invoer=CreateToken(naam="matrix"), edge=today)
        found[name] = Person(name, place.plaats, token.token, seat.taak)
    return found


# --- dossiers ---


def _begun(world: World, *, days_ago: int = 20) -> Steps:
    steps = begin(world.table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=days_ago)
    steps.signaal("petra", "Een tweede gedraging (verzonnen).", POLITIE, days_ago=days_ago - 1)
    steps.signaal("omar", "Een derde gedraging (verzonnen).", OM, days_ago=days_ago - 1)
    return steps


def _weighed(world: World, *, days_ago: int = 20) -> Steps:
    steps = _begun(world, days_ago=days_ago)
    steps.weigh("petra", CRITERIUM, "Dit weegt mee (verzonnen).", days_ago=days_ago - 2)
    return steps


def _dossiers(world: World) -> None:
    """Put a dossier in every state; `agreed` is one being weighed on which all three agree."""
    world.dossiers["nieuw"] = _begun(world).dossier_id
    world.dossiers["in-weging"] = _weighed(world).dossier_id
    agreed = _weighed(world)
    for name in ("gerda", "omar", "petra"):
        agreed.standpunt(name, Uitkomst.AGENDEREN, "Nodig (verzonnen).", days_ago=5)
    world.dossiers["agreed"] = agreed.dossier_id
    asked = _weighed(world)
    asked.ask("gerda", of="omar", vraag="Loopt er een zaak? (Verzonnen.)", days_ago=4)
    world.dossiers["informatie-gevraagd"] = asked.dossier_id
    world.dossiers["verlopen"] = _weighed(world, days_ago=120).dossier_id
    longer = _weighed(world)
    world.dossiers["longer term asked"] = longer.dossier_id
    _does(world, "gerda", ask_verlenging, longer.dossier_id, reden="Wij wachten op een bericht (verzonnen).")
    checked = _weighed(world)
    world.dossiers["check asked"] = checked.dossier_id
    _check(world, checked.dossier_id)
    for staat, uitkomst in (("agenderen", Uitkomst.AGENDEREN), ("niet-agenderen", Uitkomst.NIET_AGENDEREN)):
        steps = _weighed(world)
        steps.decide(uitkomst, days_ago=10)
        world.dossiers[staat] = steps.dossier_id
    named = NameBetrokkenen(
        houder_id=world.dossiers["agenderen"],
        versie=world.versie(world.dossiers["agenderen"]),
        organisaties=tuple(world.table.organisatie(name) for name in BETROKKEN if name != "vertrokken"),
        reden="Nodig (verzonnen).",
    )
    world.table.does("gerda", name_betrokkenen, named, days_ago=9)


def _does(world: World, name: str, act: Act[Any, Any], houder_id: UUID, **given: Any) -> Any:
    """Let somebody do an act today, after the version there is."""
    if "versie" in act.invoer.model_fields:
        given["versie"] = world.versie(houder_id)
    return world.table.does(name, act, act.invoer(houder_id=houder_id, **given), days_ago=0)


def _check(world: World, dossier_id: UUID) -> None:
    """Let the uitvoerder who checks begin a round."""
    plaats = world.people["uitvoerder who checks"].plaats
    assert plaats is not None
    edge = world.table.edge(0)
    wie = enter(replace(plaats, taak=Taak.CONTROLEREN), edge=edge)
    invoer = PrepareControle(houder_id=dossier_id, versie=world.versie(dossier_id), uiterlijk_op=edge.day)
    do(prepare_controle, wie=wie, invoer=invoer, edge=edge)


# --- casussen ---


def _gone_over(world: World) -> None:
    """Join a dossier to the one that was handed over, which has signals that are not in its casus from then on."""
    naar_id = world.dossiers["overgedragen"]
    world.dossiers["opgegaan"] = _weighed(world).dossier_id
    given = {"naar_id": naar_id, "naar_versie": world.versie(naar_id), "reden": "Dezelfde persoon (verzonnen)."}
    _does(world, "omar", join_dossiers, world.dossiers["opgegaan"], **given)


def handed_over(world: World) -> tuple[Steps, CasusSteps]:
    """Hand a dossier over to the table."""
    steps = _weighed(world)
    steps.decide(Uitkomst.AGENDEREN, days_ago=15)
    return steps, steps.hand_over(betrokken=BETROKKEN, days_ago=14)


def _casussen(world: World) -> None:
    """Put a casus in every state: open, with a concept, with an adopted plan, with closing advised, closed."""
    steps, casus = handed_over(world)
    world.dossiers["overgedragen"], world.casussen["open"] = steps.dossier_id, casus.casus_id
    _steps, casus = handed_over(world)
    casus.write(MEASURES, days_ago=12)
    world.casussen["concept"] = casus.casus_id
    _steps, casus = handed_over(world)
    _planned(casus)
    world.casussen["plan-vastgesteld"] = casus.casus_id
    _does(world, "petra", decide_eigen, casus.casus_id, **own_decision(world, casus.casus_id))
    _steps, casus = handed_over(world)
    _planned(casus)
    casus.advise(days_ago=6)
    world.casussen["afsluiting-geadviseerd"] = casus.casus_id
    _steps, casus = handed_over(world)
    _planned(casus)
    casus.advise(days_ago=6)
    for name in ("gerda", "omar", "petra"):
        casus.standpunt(name, Keuze.INSTEMMEN, "Klaar (verzonnen).", days_ago=5)
    world.casussen["closing agreed"] = casus.casus_id
    steps, casus = handed_over(world)
    _planned(casus)
    casus.advise(days_ago=6)
    casus.close(days_ago=4)
    world.dossiers["afgesloten"], world.casussen["afgesloten"] = steps.dossier_id, casus.casus_id
    _gone_over(world)


def own_decision(world: World, casus_id: UUID) -> dict[str, Any]:
    """Give the input of a decision of the politie that its signaal may go to the partner."""
    rows = Stuk.objects.filter(houder_id=casus_id, soort="signaal", organisatie_id=world.table.organisatie("petra"))
    item = rows.values_list("id", flat=True).first() or UUID(int=9)
    partner = world.table.organisatie("bente")
    return {"item_id": item, "organisatie_id": partner, "bepaling": "Wpg 19 (verzonnen)", "reden": "Nodig (verzonnen)."}


def _planned(casus: CasusSteps) -> None:
    casus.write(MEASURES, days_ago=12)
    casus.adopt(days_ago=11)


# --- disclosures ---


def _doorverstrekkingen(world: World) -> None:
    """Ask the parties for leave to disclose to the partner: asked, given by all, and withdrawn."""
    for staat in ("asked", "given", "withdrawn"):
        _steps, casus = handed_over(world)
        _planned(casus)
        asked = casus.ask_to_disclose(
            "petra", to="bente", noodzaak="maatregel-uitvoeren", tekst="Nodig.", in_days=30, days_ago=3
        )
        world.doorverstrekkingen[staat] = asked
        casus.permit(asked, "petra", days_ago=3)
        if staat == "given":
            casus.permit(asked, "gerda", "omar", "rik", "rens", "vertrokken", days_ago=2)
        if staat == "withdrawn":
            _does(world, "petra", withdraw_doorverstrekking, asked, reden="Niet meer nodig (verzonnen).")


# --- what is past its term ---


def _past(world: World) -> None:
    """Let terms end yesterday: six months after an outcome, a year after the last casework in both files."""
    steps = _weighed(world)
    steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=10)
    world.dossiers["past six months"] = steps.dossier_id
    reseal(Dossier.objects.filter(pk=steps.dossier_id), besloten_op=PAST_SIX_MONTHS)
    steps, casus = handed_over(world)
    _planned(casus)
    given = casus.ask_to_disclose(
        "petra", to="bente", noodzaak="maatregel-uitvoeren", tekst="Nodig.", in_days=30, days_ago=3
    )
    casus.permit(given, "gerda", "omar", "petra", "rik", "rens", "vertrokken", days_ago=2)
    world.dossiers["past a year"], world.casussen["past a year"] = steps.dossier_id, casus.casus_id
    world.doorverstrekkingen["past a year"] = given
    reseal(Dossier.objects.filter(pk=steps.dossier_id), laatste_verwerking_op=PAST_A_YEAR)
    reseal(Casus.objects.filter(pk=casus.casus_id), laatste_verwerking_op=PAST_A_YEAR)


# --- the covenant ---


def _convenant(world: World) -> None:
    """Propose changes, have a dispute, give notice for one party, name a deputy from tomorrow on."""
    table, today = world.table, world.table.edge(0).day
    for staat in VOORSTELLEN:
        invoer = ProposePartner(
            reden="Nodig.", code=f"nieuw-{len(staat)}", naam="School Verzonnen", contact="s@s.example"
        )
        world.voorstellen[staat] = table.does("gerda", propose_partner, invoer, days_ago=0)
    for staat, names in (("proposed", ("gerda",)), ("adopted", ("gerda", "omar", "petra"))):
        for name in names:
            agreed = TakeStandpuntVoorstel(
                voorstel_id=world.voorstellen[staat], keuze=Keuze.INSTEMMEN, motivering="Ja."
            )
            table.does(name, take_standpunt_voorstel, agreed, days_ago=0)
    table.does("gerda", withdraw_voorstel, OpVoorstel(voorstel_id=world.voorstellen["taken back"]), days_ago=0)
    between = (table.organisatie("petra"), table.organisatie("gerda"))
    for staat in ("open dispute", "settled dispute"):
        dispute = RecordGeschil(tussen=between, artikel="9.2", omschrijving="Oneens (verzonnen).")
        world.geschillen[staat] = table.does("petra", record_geschil, dispute, days_ago=0)
    settled = SettleGeschil(geschil_id=world.geschillen["settled dispute"], op=today, uitkomst="Eens (verzonnen).")
    table.does("petra", settle_geschil, settled, days_ago=0)
    table.does("rens", give_opzegging, Niets(), days_ago=0)
    deputy = world.people["kernpartij at the table without the weegploeg role"].plaats
    assert deputy is not None
    period = {"vanaf": today + timedelta(days=1), "tot": today + timedelta(days=9)}
    named = NamePlaatsvervanger(medewerker_id=deputy.medewerker_id, rol=Rol.WEEGPLOEG, reden="Verlof.", **period)
    held = Autorisatie.objects.filter(medewerker_id=deputy.medewerker_id)
    world.things["autorisatie"] = str(held.values_list("id", flat=True)[0])
    asks = AskAutorisatie(naam="Pia", email="pia@verzonnen.example", rollen=(Rol.CASUSOVERLEG,), reden="Nieuw.")
    world.things["autorisatievraag"] = str(table.does("petra", ask_autorisatie, asks, days_ago=0))
    world.things["vervanging"] = str(table.does("petra", name_plaatsvervanger, named, days_ago=0))


# --- what people lack ---


def _take_away(world: World) -> None:
    """Let authorisations end, secrecy lapse and a party leave, today."""
    today = world.table.edge(0).day
    Organisatie.objects.filter(code="vertrokken").update(tot=today)
    for name, seat in SEATS.items():
        plaats = world.people[name].plaats
        if plaats is None:
            continue
        own = Autorisatie.objects.filter(medewerker_id=plaats.medewerker_id)
        if seat.lacks == "secrecy":
            Geheimhoudingsverklaring.objects.filter(medewerker_id=plaats.medewerker_id).delete()
        elif seat.lacks == "authorisation":
            own.update(tot=today)
        elif seat.lacks == "withdrawn":
            own.update(ingetrokken_op=today)
    assert {seat.organisatie for seat in SEATS.values()} >= set(AT_TABLE)
