"""The same story over HTTP on the API: from an empty installation and a covenant file to a closed plan."""

import time
from typing import Any
from uuid import uuid4

import pytest

from tests.canary import Canaries, found_in
from tests.story.caller import Caller
from tests.story.conftest import Installation, load_people

pytestmark = pytest.mark.article("7.1", "7.4", "8.5", "9.3", "9.4", "10.4", "10.5")
NAMES = ("gerda", "omar", "petra", "ulla", "rik", "bente", "rens", "roc")


def test_from_an_empty_installation_to_a_closed_plan(founded: Installation) -> None:
    """Gemeente, OM, politie, uitvoerder, Raad and a partner take one subject from a signaal to a closed plan."""
    with founded.served():
        links = load_people(founded)
        people = {n: Caller(founded.url, link=links[n]["uitnodiging"]) for n in NAMES}
        organisaties = {o["code"]: o["id"] for o in people["gerda"].get("/convenant")["organisaties"]}
        word = founded.canaries.word
        dossier = weegploeg(people, organisaties, word)
        casus = arrived(people["rik"])
        outsiders(people, casus, founded.canaries)
        casusoverleg(people, organisaties, casus, word)
        closed(people, dossier, casus, word)
    words = list(founded.canaries.words)
    assert found_in(founded.folder, words) == []


def weegploeg(people: dict[str, Caller], organisaties: dict[str, str], word: Any) -> str:
    """From the first signaal to the hand-over."""
    gerda, omar, petra = (people[name] for name in ("gerda", "omar", "petra"))
    gemeente = {"grondslag": "publieke-taak-gemeente", "taak": "jeugdzorg"}
    opened = gerda.do(
        "POST",
        "/dossiers",
        subject={"naam": word("naam")},
        verblijftInNederland=True,
        radicaliseert=True,
        omschrijving=word("signaal"),
        verstrekking=gemeente,
    )
    dossier = f"/dossiers/{opened['dossierId']}"
    police = {"grondslag": "wpg-20", "klasse": "wpg-8"}
    status, refused = petra.call(
        "POST", f"{dossier}/signalen", {"versie": 1, "omschrijving": word("signaal"), "verstrekking": police}
    )
    assert status == 400
    assert {(f["article"], f["field"]) for f in refused["faults"]} >= {("B1.1", "/verstrekking/doel")}
    stated = {**police, "doel": "a", "belang": word("belang")}
    petra.change("POST", dossier, "/signalen", omschrijving=word("signaal"), verstrekking=stated)
    gerda.change("POST", dossier, "/informatieverzoeken", organisatieId=organisaties["om"], vraag=word("vraag"))
    (vraag,) = omar.get(dossier)["vragen"]
    om = {
        "grondslag": "wjsg-39f",
        "klasse": "wjsg-39f",
        "doel": word("doel"),
        "belang": word("belang"),
        "derdenGetoetst": True,
    }
    antwoord = f"/informatieverzoeken/{vraag['id']}/antwoord"
    omar.change("POST", dossier, antwoord, omschrijving=word("antwoord"), verstrekking=om)
    signalen = [signaal["id"] for signaal in gerda.get(dossier)["signalen"]]
    gerda.change("POST", dossier, "/wegingen", criterium="gedrag", tekst=word("weging"), signalen=signalen[:1])
    outcome = {"uitkomst": "agenderen", "motivering": word("motivering")}
    for caller in (gerda, petra):
        caller.change("PUT", dossier, "/standpunt", **outcome)
    omar.change("PUT", dossier, "/standpunt", uitkomst=None, motivering=word("motivering"))
    versie = gerda.get(dossier)["versie"]
    status, refused = gerda.call("POST", f"{dossier}/beslissing", {"versie": versie, **outcome})
    assert (status, [f["code"] for f in refused["faults"]]) == (409, ["4-withheld"])
    omar.change("PUT", dossier, "/standpunt", **outcome)
    gerda.change("POST", dossier, "/beslissing", **outcome)
    chosen = [organisaties[code] for code in ("gemeente", "politie", "raad", "de-brug")]
    gerda.change("PUT", dossier, "/betrokkenen", organisaties=chosen, reden=word("reden"))
    gerda.change("POST", dossier, "/overdracht", signalen=signalen, verblijftInNederland=True, radicaliseert=True)
    return dossier


def arrived(rik: Caller) -> str:
    """Wait until the relay has carried the hand-over."""
    for _try in range(100):
        found = rik.get("/casussen")["casussen"]
        if found:
            return f"/casussen/{found[0]['id']}"
        time.sleep(0.1)
    pytest.fail("the hand-over did not arrive")


def outsiders(people: dict[str, Caller], casus: str, canaries: Canaries) -> None:
    """Who is not at the table gets the answer for what does not exist, and finds no trace."""
    for name in ("rens", "roc", "omar"):
        for page in ("", "/plan", "/afsluiting", "/inzage"):
            there = people[name].call("GET", casus + page)
            nowhere = people[name].call("GET", f"/casussen/{uuid4()}{page}")
            assert there == nowhere
            assert there[0] == 404
        assert people[name].get("/casussen")["casussen"] == []
        assert "C-20" not in str(people[name].get("/werkvoorraad"))
    seen = str(people["rik"].get(casus))
    signals = [word for word, field in canaries.words.items() if field == "signaal" and word in seen]
    assert len(signals) == 1, "classed data is not for the Raad"
    assert people["ulla"].call("GET", casus)[0] in {400, 403}
    assert people["ulla"].call("GET", casus, **{"Casustafel-Taak": "voorbereiden"})[0] == 200


def casusoverleg(people: dict[str, Caller], organisaties: dict[str, str], casus: str, word: Any) -> None:
    """Contribute, write, adopt, change and carry out the plan; the partner sees the plan and nothing else."""
    rik, bente = people["rik"], people["bente"]
    own = {"grondslag": "eigen-bepaling", "bepaling": word("bepaling")}
    versie = bente.get(f"{casus}/plan")["versie"]
    bente.do(
        "POST",
        f"{casus}/bijdragen",
        versie=versie,
        omschrijving=word("bijdrage"),
        noodzaak=word("noodzaak"),
        verstrekking=own,
    )
    for _version in range(2):
        measures = [{"tekst": word("maatregel"), "organisatieId": organisaties["de-brug"]}]
        rik.change(
            "PUT",
            casus,
            "/plan/concept",
            doelstellingen=["i"],
            doelen=["a"],
            toelichting=word("toelichting"),
            maatregelen=measures,
        )
        rik.change("POST", casus, "/plan/vaststelling")
    page = bente.get(f"{casus}/plan")
    assert set(page) == {"id", "nummer", "versie", "staat", "plan", "bewaring"}
    assert page["plan"]["versie"] == 2
    (measure,) = page["plan"]["maatregelen"]
    bente.do("POST", f"{casus}/maatregelen/{measure['id']}/voortgang", versie=page["versie"], tekst=word("voortgang"))
    assert bente.call("GET", casus)[0] == 404
    assert bente.get("/casussen")["casussen"][0]["naam"] == ""


def closed(people: dict[str, Caller], dossier: str, casus: str, word: Any) -> None:
    """Advise, agree and close; both files know it."""
    people["rik"].change("POST", casus, "/afsluitadvies", motivering=word("motivering"))
    for name in ("gerda", "omar", "petra"):
        caller = people[name]
        versie = caller.get(f"{casus}/afsluiting")["versie"]
        body = {"versie": versie, "keuze": "instemmen", "motivering": word("motivering")}
        caller.do("PUT", f"{casus}/afsluiting/standpunt", **body)
    reason = word("motivering")
    people["gerda"].change("POST", casus, "/afsluiting", motivering=reason)
    assert people["gerda"].get(casus)["afsluiting"]["motivering"] == reason
    for _try in range(100):
        found = people["gerda"].get(dossier)
        if found["staat"] == "afgesloten":
            assert found["afsluiting"]["motivering"] == reason
            return
        time.sleep(0.1)
    pytest.fail("the closing did not reach the weegploeg's file")
