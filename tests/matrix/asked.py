"""How each act is asked over HTTP in the matrix: a body that is in order, so that only role and state can refuse it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from casustafel.casusoverleg.models import Stuk as CasusStuk
from casustafel.weegploeg.models import Stuk as DossierStuk
from tests.matrix.expected import FILES
from tests.matrix.roles import SEATS
from tests.matrix.world import CRITERIUM, World, own_decision

VERSTREKKING: dict[str, dict[str, Any]] = {
    "gemeente": {"grondslag": "publieke-taak-gemeente", "taak": "werk-en-inkomen"},
    "om": {
        "grondslag": "wjsg-39f",
        "klasse": "wjsg-39f",
        "doel": "Risico's verkleinen (verzonnen).",
        "belang": "Ernstige dreiging (verzonnen).",
        "derdenGetoetst": True,
    },
    "politie": {"grondslag": "wpg-20", "klasse": "wpg-8", "doel": "a", "belang": "Ernstige dreiging (verzonnen)."},
    "raad": {"grondslag": "publieke-taak-raad", "taak": "minderjarigen-beschermen"},
    "reclassering": {"grondslag": "reclasseringsregeling-8", "werkzaamheid": "i", "landelijkTeam": True},
    "de-brug": {"grondslag": "eigen-bepaling", "bepaling": "Jeugdwet 7.3.11 (verzonnen)."},
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: who asks, about which dossier or casus (or a random id), in which state the matrix says it is."""

    world: World
    role: str
    state: str
    houder_id: UUID

    @property
    def versie(self) -> int:
        """Give the version that the asker saw."""
        return self.world.versie(self.houder_id)

    @property
    def today(self) -> str:
        """Give the day of the matrix."""
        return self.world.table.edge(0).day.isoformat()

    @property
    def verstrekking(self) -> dict[str, Any]:
        """Give a provision that is in order for this asker, or that of the politie."""
        return VERSTREKKING.get(SEATS[self.role].organisatie, VERSTREKKING["politie"])

    def dossier_stukken(self, soort: str) -> list[str]:
        """Give the ids of the pieces of this kind in the dossier."""
        rows = DossierStuk.objects.filter(houder_id=self.houder_id, soort=soort).exclude(staat="vervallen")
        return [str(pk) for pk in rows.order_by("volg").values_list("pk", flat=True)]

    def casus_stukken(self, soort: str, **named: Any) -> list[str]:
        """Give the ids of the pieces of this kind in the casus."""
        rows = CasusStuk.objects.filter(houder_id=self.houder_id, soort=soort, **named).exclude(staat="vervallen")
        return [str(pk) for pk in rows.order_by("volg").values_list("pk", flat=True)]

    def organisatie(self, first: str) -> str:
        """Give the organisation of one of the people by first name."""
        return str(self.world.table.organisatie(first))


@dataclass(frozen=True, slots=True)
class Request:
    """What goes over the wire, after the path of the endpoint: the parameters left in it, and the body or query."""

    body: dict[str, Any] | None = None
    path: dict[str, str] = None  # type: ignore[assignment]  # empty where the path has the holder alone
    query: str = ""


Build = Callable[[Cell], Request]
ASKED: dict[str, Build] = {}


def asked(*codes: str) -> Callable[[Build], Build]:
    """Register how these acts are asked."""

    def register(build: Build) -> Build:
        for code in codes:
            assert code not in ASKED, code
            ASKED[code] = build
        return build

    return register


# Article 3, confirmed at the opening and at the hand-over.
CONFIRMED = {"verblijftInNederland": True, "radicaliseert": True}
NOBODY = str(UUID(int=9))


def first(ids: list[str]) -> str:
    """Give the first of some ids, or one that is nowhere."""
    return ids[0] if ids else NOBODY


@asked(
    "open-toegang", "open-toegang-casus",
    "open-dossier", "open-inzage", "open-casus", "open-casus-inzage", "open-plan", "open-afsluiting", "find-dossiers",
    "find-casussen", "find-werk-weegploeg", "find-werk-casusoverleg", "find-werk-afsluiting", "open-convenant",
    "read-geheimhouding", "find-people", "find-tokens", "open-controle", "open-doorverstrekkingen",
    "find-toestemmingen", "open-toestemming", "find-doorverstrekkingen", "open-doorverstrekking",
    "find-werk-doorverstrekking", "find-werk-convenant", "find-werk-overleg-weegploeg",
    "find-werk-overleg-casusoverleg", "withdraw-standpunt-doorverstrekking", "find-vervaldagen-weegploeg",
    "find-werk-informeren", "find-werk-informeren-casus", "open-informeren", "open-informeren-casus",
    "find-werk-vernietigd-casusoverleg", "find-werk-vernietigd-archief", "find-werk-archief",
    "find-vervaldagen-archief", "find-werk-vervaldagen-weegploeg", "find-werk-vervaldagen-archief",
    "find-certificaten-weegploeg", "find-certificaten-casusoverleg", "find-certificaten-archief", "find-nachten",
    "find-autorisaties", "find-werk-autorisaties",
    "find-certificaten-betrokkene", "find-werk-verzoeken", "find-werk-verzoektaken",
    "find-werk-meldingen", "open-melding",
)  # fmt: skip
def _nothing(_cell: Cell) -> Request:
    return Request()


@asked("submit-new-signaal")
def _submit_new(cell: Cell) -> Request:
    subject = {"naam": "Nieuw Verzonnen", "woonplaats": "Lindewaard", "leeftijdsgroep": "18+"}
    body = {"omschrijving": "Gedraging (verzonnen).", "verstrekking": cell.verstrekking}
    return Request({"subject": subject, **body, **CONFIRMED})


@asked("submit-signaal")
def _submit(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "omschrijving": "Gedraging (verzonnen).", "verstrekking": cell.verstrekking})


@asked("ask-informatie")
def _ask(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "organisatieId": cell.organisatie("petra"), "vraag": "Wat? (Verzonnen.)"})


@asked("answer-informatie")
def _answer(cell: Cell) -> Request:
    body = {"versie": cell.versie, "omschrijving": "Antwoord (verzonnen).", "verstrekking": cell.verstrekking}
    return Request(body, {"verzoekId": first(cell.dossier_stukken("vraag"))})


@asked("weigh-criterium")
def _weigh(cell: Cell) -> Request:
    signalen = cell.dossier_stukken("signaal")[:1]
    return Request(
        {"versie": cell.versie, "criterium": CRITERIUM, "tekst": "Weegt mee (verzonnen).", "signalen": signalen}
    )


@asked("take-standpunt")
def _standpunt(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "uitkomst": "agenderen", "motivering": "Nodig (verzonnen)."})


@asked("decide")
def _decide(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "uitkomst": "agenderen", "motivering": "Nodig (verzonnen)."})


@asked("withdraw-standpunt", "withdraw-standpunt-afsluiting")
def _withdraw_standpunt(cell: Cell) -> Request:
    return Request(query=f"?versie={cell.versie}")


@asked("remind-standpunt", "remind-afsluiting", "remind-verlenging", "adopt-plan")
def _versie(cell: Cell) -> Request:
    return Request({"versie": cell.versie})


@asked("name-betrokkenen")
def _name(cell: Cell) -> Request:
    organisaties = [cell.organisatie(name) for name in ("petra", "rik")]
    return Request({"versie": cell.versie, "organisaties": organisaties, "reden": "Nodig (verzonnen)."})


@asked("hand-over")
def _hand_over(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "signalen": cell.dossier_stukken("signaal"), **CONFIRMED})


def _to(cell: Cell, *, state: str) -> dict[str, Any]:
    """Name another dossier: the one in this state, or one on the agenda where that is the dossier itself."""
    named = cell.world.dossiers[state]
    other = cell.world.dossiers["agenderen"] if named == cell.houder_id else named
    return {"versie": cell.versie, "naarId": str(other), "naarVersie": cell.world.versie(other), "reden": "Verkeerd."}


@asked("move-signaal")
def _move(cell: Cell) -> Request:
    return Request(_to(cell, state="in-weging"), {"signaalId": first(cell.dossier_stukken("signaal"))})


@asked("join-dossiers")
def _join(cell: Cell) -> Request:
    return Request(_to(cell, state="overgedragen"))


@asked("part-dossier")
def _part(cell: Cell) -> Request:
    body = {"subject": {"naam": "Ander Verzonnen"}, "reden": "Een ander (verzonnen).", **CONFIRMED}
    return Request({"versie": cell.versie, "signalen": cell.dossier_stukken("signaal")[:1], **body})


@asked("supplement-overdracht")
def _supplement(cell: Cell) -> Request:
    rows = DossierStuk.objects.filter(houder_id=cell.houder_id, soort="signaal", staat="").values_list("pk", flat=True)
    return Request({"versie": cell.versie, "signalen": [str(pk) for pk in rows]})


@asked("contribute")
def _contribute(cell: Cell) -> Request:
    body = {"omschrijving": "Gegeven (verzonnen).", "noodzaak": "Nodig.", "verstrekking": cell.verstrekking}
    return Request({"versie": cell.versie, **body})


@asked("write-plan")
def _write(cell: Cell) -> Request:
    maatregelen = [{"tekst": "Gesprek (verzonnen).", "organisatieId": cell.organisatie("rik")}]
    body = {"doelstellingen": ["i"], "doelen": ["a"], "toelichting": "Doel (verzonnen).", "maatregelen": maatregelen}
    return Request({"versie": cell.versie, **body})


@asked("admit-deelnemer")
def _admit(cell: Cell) -> Request:
    body = {"organisatieId": cell.organisatie("rens"), "vanaf": cell.today, "reden": "Nodig (verzonnen)."}
    return Request({"versie": cell.versie, **body})


@asked("exclude-medewerker", "exclude-medewerker-casus")
def _exclude(cell: Cell) -> Request:
    chooses = "kernpartij at the table" if cell.role.startswith("uitvoerder") else cell.role
    plaats = cell.world.people[chooses].plaats
    return Request(
        {"versie": cell.versie, "medewerkerId": str(plaats.medewerker_id) if plaats else NOBODY, "grond": "bekende"}
    )


@asked("end-uitsluiting", "end-uitsluiting-casus")
def _come_near(cell: Cell) -> Request:
    path = {"medewerkerId": str(cell.world.things["uitgesloten"])}
    return Request(path=path, query=f"?versie={cell.versie}")


@asked("end-deelname")
def _end(cell: Cell) -> Request:
    body = {"versie": cell.versie, "tot": cell.today, "reden": "Niet meer nodig (verzonnen)."}
    return Request(body, {"organisatieId": cell.organisatie("rik")})


@asked("decide-eigen")
def _own_decision(cell: Cell) -> Request:
    given = own_decision(cell.world, cell.houder_id)
    ids = {"itemId": str(given["item_id"]), "organisatieId": str(given["organisatie_id"])}
    return Request({"versie": cell.versie, "bepaling": given["bepaling"], "reden": given["reden"], **ids})


@asked("withdraw-eigen")
def _no_own_decision(cell: Cell) -> Request:
    path = {"besluitId": first(cell.casus_stukken("eigen-besluit"))}
    return Request(path=path, query=f"?versie={cell.versie}")


@asked("record-voortgang")
def _voortgang(cell: Cell) -> Request:
    own = cell.casus_stukken("maatregel", organisatie_id=cell.organisatie("petra"))
    return Request({"versie": cell.versie, "tekst": "Loopt (verzonnen)."}, {"maatregelId": first(own)})


@asked("advise-afsluiting", "close-casus")
def _reasons(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "motivering": "Klaar (verzonnen)."})


@asked("take-standpunt-afsluiting")
def _closing(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "keuze": "instemmen", "motivering": "Klaar (verzonnen)."})


@asked("accept-geheimhouding")
def _accept(_cell: Cell) -> Request:
    return Request({"versie": "voorbeeld-1"})


@asked("grant-autorisatie")
def _grant(cell: Cell) -> Request:
    return Request(
        {
            "naam": "Nieuw Iemand (verzonnen)",
            "email": "nieuw@verzonnen.example",
            "organisatieId": cell.organisatie("rik"),
            "rollen": ["casusoverleg"],
        }
    )


@asked("withdraw-autorisatie")
def _withdraw(cell: Cell) -> Request:
    return Request(path={"autorisatieId": cell.world.things["autorisatie of rik"]})


@asked("reset-aanmelding")
def _reset(cell: Cell) -> Request:
    plaats = cell.world.people["casuspartij at the table"].plaats
    assert plaats is not None
    return Request(path={"medewerkerId": str(plaats.medewerker_id)})


@asked("create-token")
def _token(_cell: Cell) -> Request:
    return Request({"naam": "proef"})


@asked("withdraw-token")
def _withdraw_token(_cell: Cell) -> Request:
    return Request(path={"tokenId": NOBODY})


@asked("search-dossiers")
def _search(_cell: Cell) -> Request:
    return Request({"naam": "Verzonnen"})


@asked("correct-naw")
def _correct_naw(cell: Cell) -> Request:
    subject = {"naam": "Ander Verzonnen", "woonplaats": "Lindewaard"}
    return Request({"versie": cell.versie, "subject": subject, "reden": "Verkeerd gespeld (verzonnen)."})


@asked("correct-signaal")
def _correct_signaal(cell: Cell) -> Request:
    body = {"omschrijving": "Juister (verzonnen).", "reden": "Onjuist.", "verstrekking": cell.verstrekking}
    return Request({"versie": cell.versie, **body}, {"signaalId": first(cell.dossier_stukken("signaal"))})


@asked("prepare-controle")
def _prepare(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "uiterlijkOp": cell.world.table.edge(0).day.isoformat()})


@asked("confirm-controle")
def _confirm(cell: Cell) -> Request:
    body = {"versie": cell.versie, "isJuist": True, "blijft": True, "toelichting": ""}
    return Request(body, {"controleId": first(cell.dossier_stukken("controle"))})


@asked("withdraw-informatie")
def _withdraw_informatie(cell: Cell) -> Request:
    return Request({"versie": cell.versie}, {"verzoekId": first(cell.dossier_stukken("vraag"))})


@asked("ask-verlenging")
def _longer(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "reden": "Meer tijd nodig (verzonnen)."})


@asked("take-standpunt-verlenging")
def _on_longer(cell: Cell) -> Request:
    return Request({"versie": cell.versie, "keuze": "instemmen", "motivering": "Nodig (verzonnen)."})


@asked("withdraw-verlenging")
def _withdraw_longer(cell: Cell) -> Request:
    return Request(query=f"?versie={cell.versie}")


@asked("request-doorverstrekking")
def _disclose(cell: Cell) -> Request:
    body = {"noodzaak": ["maatregel-uitvoeren"], "toelichting": "Nodig (verzonnen).", "gegevens": [str(cell.houder_id)]}
    tot = cell.world.table.edge(-30).day.isoformat()
    return Request({"versie": cell.versie, "organisatieId": cell.organisatie("bente"), "tot": tot, **body})


@asked("take-standpunt-doorverstrekking")
def _permit(_cell: Cell) -> Request:
    return Request({"keuze": "instemmen", "motivering": "Nodig (verzonnen)."})


@asked("withdraw-doorverstrekking")
def _withdraw_disclosure(_cell: Cell) -> Request:
    return Request({"reden": "Niet meer nodig (verzonnen)."})


@asked("record-maatregelen")
def _measures(cell: Cell) -> Request:
    said = {"door": "College (verzonnen)", "omschrijving": "Doelbinding en termijnen zijn geregeld (verzonnen)."}
    return Request({"vastgesteldOp": cell.today, **said})


# --- the covenant ---


@asked(
    "find-voorstellen", "open-voorstel", "withdraw-standpunt-voorstel", "withdraw-voorstel", "open-opzegging",
    "find-geschillen", "find-evaluaties", "find-vervangingen", "open-verwerkingen", "give-opzegging", "remind-voorstel",
    *(f"{code}-{name}" for name in (*FILES, "archief")
      for code in ("find-logbewijs", "fetch-controlepunt", "open-tegel", "export-logregels")),
)  # fmt: skip
def _nothing_more(cell: Cell) -> Request:
    assert cell.role
    return Request()


@asked(*(f"search-log-{name}" for name in (*FILES, "archief")))
def _period(cell: Cell) -> Request:
    return Request({"van": cell.today, "tot": cell.today})


@asked("propose-partner")
def _partner(_cell: Cell) -> Request:
    return Request({"reden": "Nodig.", "code": "school", "naam": "School Verzonnen", "contact": "s@school.example"})


@asked("propose-partner-einde")
def _partner_ends(cell: Cell) -> Request:
    roc = cell.world.organisaties(cell.role).get("roc", NOBODY)
    return Request({"reden": "Niet meer nodig.", "organisatieId": roc})


@asked("propose-referentiekader")
def _kader(_cell: Cell) -> Request:
    criteria = [{"code": "gedrag", "tekst": "Gedrag (verzonnen)."}]
    return Request({"reden": "Nodig.", "versienaam": "voorbeeld-2", "criteria": criteria})


@asked("propose-tekst")
def _tekst(_cell: Cell) -> Request:
    return Request({"reden": "Nodig.", "onderdeel": "bijlage-2", "versienaam": "voorbeeld-9", "tekst": "Verzonnen."})


@asked("admit-partij")
def _partij(_cell: Cell) -> Request:
    body = {"soort": "om", "code": "om-nieuw", "naam": "OM Nieuw (verzonnen)", "contact": "om@nieuw.example"}
    return Request({"reden": "Nodig.", **body})


@asked("take-standpunt-voorstel")
def _on_voorstel(_cell: Cell) -> Request:
    return Request({"keuze": "onthouden", "motivering": "Nog niet (verzonnen)."})


@asked("record-publicatie")
def _publicatie(cell: Cell) -> Request:
    return Request({"onderdeel": "convenant", "referentie": "Verzonnen Staatscourant 2026, 2", "op": cell.today})


@asked("withdraw-opzegging")
def _stays(_cell: Cell) -> Request:
    return Request({"reden": "Wij blijven (verzonnen)."})


@asked("record-geschil")
def _geschil(cell: Cell) -> Request:
    known = cell.world.organisaties(cell.role)
    own = SEATS[cell.role].organisatie
    other = "politie" if own != "politie" else "om"
    tussen = [known.get(own, NOBODY), known.get(other, NOBODY)]
    return Request({"tussen": tussen, "artikel": "9.2", "omschrijving": "Oneens over de noodzaak (verzonnen)."})


@asked("record-overleg")
def _overleg(cell: Cell) -> Request:
    return Request({"op": cell.today, "verslag": "Besproken (verzonnen)."})


@asked("settle-geschil")
def _settled(cell: Cell) -> Request:
    return Request({"op": cell.today, "uitkomst": "Eens geworden (verzonnen)."})


@asked("record-evaluatie")
def _evaluatie(cell: Cell) -> Request:
    return Request({"op": cell.today, "uitgevoerdDoor": "Bureau Verzonnen", "conclusie": "Het werkt (verzonnen)."})


@asked("verify-regime")
def _verify(_cell: Cell) -> Request:
    return Request({"toelichting": "Nagegaan (verzonnen)."})


@asked("confirm-autorisaties")
def _confirm_people(cell: Cell) -> Request:
    return Request({"autorisaties": [cell.world.things["autorisatie"]]})


@asked("end-autorisatie")
def _end_people(cell: Cell) -> Request:
    return Request({"reden": "Andere baan (verzonnen)."}, {"autorisatieId": cell.world.things["autorisatie"]})


@asked("ask-autorisatie")
def _ask_people(_cell: Cell) -> Request:
    who = {"naam": "Pim Verzonnen", "email": "pim@verzonnen.example", "rollen": ["casusoverleg"]}
    return Request({**who, "reden": "Nieuw (verzonnen)."})


@asked("refuse-autorisatie")
def _refuse(cell: Cell) -> Request:
    return Request({"reden": "Niet nodig (verzonnen)."}, {"vraagId": cell.world.things["autorisatievraag"]})


@asked("name-plaatsvervanger")
def _deputy(cell: Cell) -> Request:
    where = "not at" if SEATS[cell.role].organisatie == "om" else "at"
    named = cell.world.people[f"kernpartij {where} the table without the weegploeg role"].plaats
    day = cell.world.table.edge(0).day
    period = {"vanaf": cell.today, "tot": (day + timedelta(days=9)).isoformat()}
    who = str(named.medewerker_id) if named else NOBODY
    return Request({"medewerkerId": who, "rol": "weegploeg", "reden": "Verlof (verzonnen).", **period})


@asked("withdraw-plaatsvervanger")
def _no_deputy(cell: Cell) -> Request:
    return Request(path={"vervangingId": cell.world.things["vervanging"]})


@asked(*(f"cosign-controlepunt-{name}" for name in (*FILES, "archief")))
def _cosign(_cell: Cell) -> Request:
    return Request({"grootte": 1, "sleutel": "AAAA", "handtekening": "AAAA"})
