"""The main job over HTTP, from a covenant file to a closed plan."""

from typing import Any

import pytest

from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from tests.api.caller import GEMEENTE, POLITIE, RAAD, Caller
from tests.api.conftest import Callers

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


def _organisaties(caller: Caller) -> dict[str, str]:
    return {o["code"]: o["id"] for o in caller.shown("/v1/convenant")["organisaties"]}


def _agenderen(callers: Callers, dossier: str) -> None:
    outcome = {"uitkomst": "agenderen", "motivering": "Gezamenlijke aanpak is nodig (verzonnen)."}
    for name in ("gerda", "omar", "petra"):
        caller = callers(name)
        caller.made("PUT", f"{dossier}/standpunt", {"versie": caller.shown(dossier)["versie"], **outcome})
    gerda = callers("gerda")
    gerda.made("POST", f"{dossier}/beslissing", {"versie": gerda.shown(dossier)["versie"], **outcome})


def _hand_over(gerda: Caller, dossier: str) -> None:
    known = _organisaties(gerda)
    named = {"organisaties": [known[code] for code in ("gemeente", "raad", "de-brug")], "reden": "Nodig (verzonnen)."}
    gerda.made("PUT", f"{dossier}/betrokkenen", {"versie": gerda.shown(dossier)["versie"], **named})
    seen = gerda.shown(dossier)
    chosen = [signaal["id"] for signaal in seen["signalen"]]
    confirmed = {"verblijftInNederland": True, "radicaliseert": True}
    gerda.made("POST", f"{dossier}/overdracht", {"versie": seen["versie"], "signalen": chosen, **confirmed})


def _plan(rik: Caller, casus: str, *, eigenaar: str) -> None:
    plan = {
        "doelstellingen": ["i"],
        "doelen": ["b"],
        "toelichting": "Ander gedrag (verzonnen).",
        "maatregelen": [{"tekst": "Begeleiding (verzonnen).", "organisatieId": eigenaar, "uiterlijkOp": "2026-06-01"}],
    }
    rik.made("PUT", f"{casus}/plan/concept", {"versie": rik.shown(casus)["versie"], **plan})
    rik.made("POST", f"{casus}/plan/vaststelling", {"versie": rik.shown(casus)["versie"]})


def _close(callers: Callers, casus: str) -> None:
    gerda, why = callers("gerda"), {"motivering": "Het doel is bereikt (verzonnen)."}
    gerda.made("POST", f"{casus}/afsluitadvies", {"versie": gerda.shown(casus)["versie"], **why})
    for name in ("gerda", "omar", "petra"):
        caller = callers(name)
        versie = caller.shown(f"{casus}/afsluiting")["versie"]
        caller.made("PUT", f"{casus}/afsluiting/standpunt", {"versie": versie, "keuze": "instemmen", **why})
    versie = gerda.shown(f"{casus}/afsluiting")["versie"]
    gerda.made("POST", f"{casus}/afsluiting", {"versie": versie, **why})


class TestTheMainJob:
    """Nothing but the API and the relay between the files."""

    def test_a_subject_goes_from_signaal_to_closed_plan(self, callers: Callers, weighed: str, table: Table) -> None:
        """A signaal is weighed, decided on, handed over, planned for, followed and closed. Covenant 7-10."""
        gerda, rik, bente = callers("gerda"), callers("rik"), callers("bente")
        _agenderen(callers, weighed)
        _hand_over(gerda, weighed)
        assert relay(edge=table.edge(0)) == 1

        casus = f"/v1/casussen/{rik.shown('/v1/casussen')['casussen'][0]['id']}"
        bijdrage = {"omschrijving": "Gezinssituatie (verzonnen).", "noodzaak": "Voor het plan.", "verstrekking": RAAD}
        rik.made("POST", f"{casus}/bijdragen", {"versie": rik.shown(casus)["versie"], **bijdrage})
        _plan(rik, casus, eigenaar=_organisaties(rik)["de-brug"])
        page = bente.shown(f"{casus}/plan")
        (maatregel,) = page["plan"]["maatregelen"]
        step = {"versie": page["versie"], "tekst": "Begonnen (verzonnen)."}
        bente.made("POST", f"{casus}/maatregelen/{maatregel['id']}/voortgang", step)
        _close(callers, casus)
        assert relay(edge=table.edge(0)) == 1

        assert rik.shown(casus)["staat"] == "afgesloten"
        assert gerda.shown(weighed)["staat"] == "afgesloten"
        assert gerda.shown(f"{weighed}/inzage")["regels"][0]["daad"] == "open-inzage"
        assert gerda.shown(f"{casus}/inzage")["regels"][0]["daad"] == "open-casus-inzage"


class TestAQuestionToAKernpartij:
    """The weegploeg asks the police for more."""

    def test_the_answer_is_a_signaal_of_who_was_asked(self, callers: Callers, dossier: str) -> None:
        """The question waits for the police, and its answer stands among the signals. Covenant 7.4."""
        gerda, petra = callers("gerda"), callers("petra")
        asked: dict[str, Any] = {"organisatieId": _organisaties(gerda)["politie"], "vraag": "Is er meer (verzonnen)?"}
        versie = gerda.shown(dossier)["versie"]
        vraag = gerda.made("POST", f"{dossier}/informatieverzoeken", {"versie": versie, **asked})["id"]

        waits = [werk["stap"] for werk in petra.shown("/v1/werkvoorraad")["werk"] if werk["bijId"] == vraag]
        answer = {"versie": versie, "omschrijving": "Derde gedraging (verzonnen).", "verstrekking": POLITIE}
        petra.made("POST", f"{dossier}/informatieverzoeken/{vraag}/antwoord", answer)

        assert waits == ["answer-informatie"]
        assert [s["verstrekking"]["grondslag"] for s in gerda.shown(dossier)["signalen"]] == [
            GEMEENTE["grondslag"],
            POLITIE["grondslag"],
        ]


class TestPeople:
    """The manager of authorisations, and everybody's own tokens."""

    def test_the_manager_grants_and_withdraws(self, callers: Callers) -> None:
        """A role is granted, shows in the list and is withdrawn. Covenant 15.2.c."""
        anna = callers("anna")
        organisatie = _organisaties(anna)["raad"]
        new = {"naam": "Ria Raad (verzonnen)", "email": "ria@raad-lindewaard.example", "organisatieId": organisatie}
        granted = anna.made("POST", "/v1/medewerkers", {**new, "rollen": ["casusoverleg"]})

        held = [a for a in anna.shown("/v1/medewerkers")["autorisaties"] if a["email"] == new["email"]]
        anna.made("DELETE", f"/v1/autorisaties/{held[0]['id']}", None)

        assert granted["uitnodiging"].startswith("/uitnodiging/")
        assert all(a["email"] != new["email"] for a in anna.shown("/v1/medewerkers")["autorisaties"])

    def test_a_token_is_made_and_withdrawn(self, gerda: Caller) -> None:
        """A withdrawn token no longer speaks for anybody. Covenant 15.2.d."""
        made = gerda.made("POST", "/v1/tokens", {"naam": "koppeling"})
        other = Caller(made["token"])
        assert {token["naam"] for token in other.shown("/v1/tokens")["tokens"]} == {"proef", "koppeling"}

        gerda.made("DELETE", f"/v1/tokens/{made['id']}", None)

        assert other.get("/v1/tokens").status == 401

    def test_the_secrecy_text_is_read_and_accepted(self, gerda: Caller) -> None:
        """Accepting the current text again is no fault. Covenant 14.1."""
        tekst = gerda.shown("/v1/geheimhouding")

        gerda.made("POST", "/v1/geheimhouding", {"versie": tekst["versie"]})

        assert gerda.shown("/v1/geheimhouding")["isAanvaard"]
