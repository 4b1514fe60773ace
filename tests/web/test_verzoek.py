"""The screens of requests: from receipt to everybody being told; a task; one that stays unknown. Covenant 12."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.betrokkene.verzoektaak import GiveVerzoektaak, give_verzoektaak
from casustafel.acts.edge import at
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.betrokkene.models import Stuk, Verzoek
from casustafel.convenant.feit import Taak
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Stuk as DossierStuk
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.web.casus_world import Page, Screen, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.1")]
KERN = ("gerda", "omar", "petra")
SAID = {"naam": "Sam Verzonnen", "adres": "Lindelaan 1", "gevraagd": "De datum is fout.", "vertegenwoordiging": "geen"}
PAPERS = {"papier": "paspoort", "gezien": "aan de balie"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Everybody at their screens."""

    table: Table

    def at(self, name: str) -> Screen:
        """Seat one of the people; the uitvoerder handles a request."""
        return screen(self.table, name, taak="verzoek" if name == "ulla" else "")

    def receive(self, soort: str = "correctie", *, days_ago: int = 0, **said: str) -> UUID:
        """Enter a request that came so long ago."""
        op = (self.table.edge(0).day - timedelta(days=days_ago)).isoformat()
        done = self.at("ulla").post("receive-verzoek", data={**SAID, **said, "soort": soort, "ontvangen_op": op})
        assert done.status == 302, done.text
        return UUID(done.next.rstrip("/").split("/")[-1])

    def sent(self, name: str, page: str, verzoek_id: UUID, *more: UUID, **typed: object) -> Page:
        """Fill a form in and send it; it must be taken."""
        done = self.at(name).sent(page, verzoek_id, *more, **typed)
        assert done.status == 302, done.text
        return done

    def checked(self, verzoek_id: UUID) -> None:
        """Let each kernpartij report its part."""
        for name in KERN:
            taak = Stuk.objects.get(
                houder_id=verzoek_id, soort="verzoektaak", organisatie_id=self.table.organisatie(name), bij_id=None
            )
            done = self.at(name).post("do-verzoektaak", verzoek_id, taak.id, data={"bevinding": "Klopt (verzonnen)."})
            assert done.status == 302

    def decided(
        self,
        verzoek_id: UUID,
        *,
        nummers: str = "",
        said: Mapping[str, str] = MappingProxyType({}),
        omar: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """From identity to a decision about these dossiers; the OM says what is named, or all three what was said."""
        self.sent("ulla", "establish-identiteit", verzoek_id, **PAPERS)
        self.checked(verzoek_id)
        self.sent("ulla", "record-verzameld", verzoek_id, nummers=nummers)
        for name in KERN:
            own = omar if name == "omar" and omar else {"antwoord": "inwilligen"}
            self.sent(name, "take-standpunt-verzoek", verzoek_id, **(said or own))
        where = {"bezwaar_bij": "Burgemeester (verzonnen)", "rechtbank": "Rechtbank Verzonnen"}
        self.sent("gerda", "decide-verzoek", verzoek_id, **where)


@pytest.fixture
def desk(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    return Desk(table)


class TestARequest:
    """The uitvoerder receives and prepares, the kernpartijen decide."""

    @pytest.mark.article("12.6")
    def test_goes_from_receipt_to_everybody_being_told(self, desk: Desk) -> None:
        """A correction: each step on its own form, the days left in the list, who to object to on the page."""
        verzoek_id = desk.receive()
        lijst = desk.at("ulla").get("verzoeken")
        work = desk.at("omar").get("werkvoorraad")
        desk.decided(verzoek_id)
        desk.sent("ulla", "answer-verzoek", verzoek_id, brief="Wij herstellen dit.")
        desk.sent("ulla", "carry-out-verzoek", verzoek_id, uitgevoerd="De datum is hersteld.")
        day = desk.table.edge(0).day.isoformat()
        outside = {"naam": "Instelling Verzonnen", "adres": "Lindelaan 9", "verstrekt_op": day, "wat": "Een afschrift."}
        assert desk.at("ulla").post("add-ontvanger", verzoek_id, data=outside).status == 302
        desk.sent("ulla", "notify-verzoek", verzoek_id)
        notice = Stuk.objects.get(houder_id=verzoek_id, soort="melding", organisatie_id=desk.table.organisatie("omar"))
        waiting = desk.at("omar").get("werkvoorraad")
        asked = desk.at("omar").get("acknowledge-melding", verzoek_id, notice.id)
        said = {"gedaan": "Onze kopie is aangepast."}
        done = desk.at("omar").post("acknowledge-melding", verzoek_id, notice.id, data=said)
        told = desk.at("ulla").get("verzoek", verzoek_id)
        page = desk.at("gerda").get("verzoek", verzoek_id)

        assert "28 days left" in lijst.text
        assert "Check your part for a request" in work.text
        assert reverse("acknowledge-melding", args=[verzoek_id, notice.id]) in waiting.links
        assert "Sam Verzonnen" in asked.text
        assert "De datum is fout." not in asked.text
        assert done.status == 302
        assert "Onze kopie is aangepast." in told.text
        assert "Instelling Verzonnen" in told.text
        assert "Instelling Verzonnen" not in page.text
        assert (
            reverse("acknowledge-melding", args=[verzoek_id, notice.id])
            not in desk.at("omar").get("werkvoorraad").links
        )
        assert desk.at("petra").get("acknowledge-melding", verzoek_id, notice.id).status == 404
        assert "Everybody told" in page.text
        for words in ("Burgemeester (verzonnen)", "Rechtbank Verzonnen", "Autoriteit Persoonsgegevens", "paspoort"):
            assert words in page.text

    @pytest.mark.article("12.5")
    def test_is_carried_out_in_every_file(self, desk: Desk) -> None:
        """From the decision each page offers the next step: gather, choose of an item what changes, carry it out."""
        dossier_id = Stage(table=desk.table, canaries=Canaries()).dossier().dossier_id
        verzoek_id = desk.receive()
        desk.decided(verzoek_id, nummers="W-2026-0001")
        desk.sent("ulla", "answer-verzoek", verzoek_id, brief="Wij herstellen dit.")
        offered = desk.at("ulla").get("verzoek", verzoek_id).links
        versie = Verzoek.objects.get(pk=verzoek_id).versie
        gather = {"persoon": "subject", "versie": versie}
        assert desk.at("ulla").post("gather-overzicht", verzoek_id, dossier_id, data=gather).status == 302
        page = desk.at("ulla").get("wijzigingen", verzoek_id)
        stuk_id = DossierStuk.objects.filter(houder_id=dossier_id, soort="signaal").values_list("id", flat=True)[0]
        desk.sent(
            "ulla", "choose-wijziging", verzoek_id, stuk_id, soort="verbeteren", veld="omschrijving", tekst="Hersteld."
        )
        desk.sent("ulla", "choose-wijziging", verzoek_id, dossier_id, soort="verbeteren", veld="naam", tekst="Weg.")
        name = Stuk.objects.get(houder_id=verzoek_id, soort="wijziging", bij_id=dossier_id)
        desk.sent("ulla", "withdraw-wijziging", verzoek_id, name.id)
        shown = desk.at("ulla").get("carry-out-verzoek", verzoek_id)
        desk.sent("ulla", "carry-out-verzoek", verzoek_id, uitgevoerd="")
        before = desk.at("ulla").get("verzoek", verzoek_id)
        relay(edge=desk.table.edge(0))
        after = desk.at("ulla").get("verzoek", verzoek_id)
        dossier = desk.at("gerda").get("dossier", dossier_id)

        assert reverse("gather-overzicht", args=[verzoek_id, dossier_id]) in offered
        assert reverse("choose-wijziging", args=[verzoek_id, stuk_id]) in page.links
        assert "Hersteld." in shown.text
        assert "Weg." not in shown.text
        assert "0 of 1 file" in before.text
        assert reverse("carry-out-verzoek", args=[verzoek_id]) not in before.links
        assert "1 of 1 file" in after.text
        assert "Hersteld." in dossier.text
        assert "Changed on a request of the person" in dossier.text

    @pytest.mark.article("12.3")
    def test_shows_a_task_that_is_late_and_asks_for_it_again(self, desk: Desk) -> None:
        """How many days; once a day; the party sees in its werkvoorraad that it was asked again."""
        verzoek_id = desk.receive(days_ago=20)
        task = GiveVerzoektaak(
            houder_id=verzoek_id,
            organisatie_id=desk.table.organisatie("omar"),
            opdracht="Kijk dit na (verzonnen).",
            uiterlijk_op=desk.table.edge(6).day,
        )
        taak_id = desk.table.does_with_task("ulla", Taak.VERZOEK, give_verzoektaak, task, days_ago=6)
        url = reverse("remind-verzoektaak", args=[verzoek_id, taak_id])
        page = desk.at("ulla").get("verzoek", verzoek_id)
        done = desk.at("ulla").post("remind-verzoektaak", verzoek_id, taak_id, data={})
        again = desk.at("ulla").post("remind-verzoektaak", verzoek_id, taak_id, data={})
        after = desk.at("ulla").get("verzoek", verzoek_id)
        work = desk.at("omar").get("werkvoorraad")

        assert (url in page.links, url in after.links) == (True, False)
        assert "6 days late" in page.text
        assert (done.status, again.status) == (302, 409)
        assert "asked again on" in work.text
        assert desk.at("omar").post("remind-verzoektaak", verzoek_id, taak_id, data={}).status == 403

    @pytest.mark.article("12.3")
    def test_of_access_is_led_from_receipt_to_letter(self, desk: Desk) -> None:
        """Each page offers the next step: find by name, gather, look, put it before the kernpartijen, answer."""
        stage = Stage(table=desk.table, canaries=Canaries())
        dossier_id = stage.dossier().dossier_id
        naam = desk.table.does("gerda", open_dossier, OpenDossier(houder_id=dossier_id), days_ago=0).subject.naam
        verzoek_id = desk.receive("inzage", naam=naam)
        desk.sent("ulla", "establish-identiteit", verzoek_id, **PAPERS)
        offered = [step for step in desk.at("ulla").get("verzoek", verzoek_id).links if "treffers" in step]
        desk.sent("ulla", "record-treffers", verzoek_id, gevonden=[str(dossier_id)], nummers="")
        gather = reverse("gather-overzicht", args=[verzoek_id, dossier_id])
        waiting = desk.at("ulla").get("verzoek", verzoek_id).links
        page = desk.at("ulla").get("gather-overzicht", verzoek_id, dossier_id)
        done = desk.at("ulla").post(
            "gather-overzicht",
            verzoek_id,
            dossier_id,
            data={"persoon": "subject", "versie": Verzoek.objects.get(pk=verzoek_id).versie},
        )
        whole = desk.at("ulla").get("verzoekoverzicht", verzoek_id)

        assert offered
        assert gather in waiting
        assert f"{naam}, the subject" in page.text
        assert done.status == 302
        assert "Signal about behaviour" in whole.text
        assert "the overview" in whole.text
        assert not desk.at("ulla").get("verzoek", verzoek_id).text.count("textarea")

    @pytest.mark.article("12.3")
    def test_of_access_is_not_answered_before_it_was_gathered(self, desk: Desk) -> None:
        """Nobody types what the person gets."""
        verzoek_id = desk.receive("inzage", days_ago=28)
        Stage(table=desk.table, canaries=Canaries()).dossier()
        desk.decided(verzoek_id, nummers="W-2026-0001")
        refused = desk.at("ulla").sent("answer-verzoek", verzoek_id, brief="Dit is er.")

        assert refused.status == 409
        assert "Gather first what each of the dossiers holds" in refused.text
        assert "Dit is er." in refused.text

    @pytest.mark.article("12.4")
    def test_is_refused_as_far_as_a_ground_reaches(self, desk: Desk) -> None:
        """The OM keeps its own back, with the ground, what it reaches and why; the rest is given."""
        verzoek_id = desk.receive("inzage")
        ground = {
            "antwoord": "grond-eigen",
            "grond": "11.3.b",
            "reikwijdte": "Ons signaal.",
            "motivering": "Loopt nog.",
        }
        desk.decided(verzoek_id, omar=ground)
        page = desk.at("gerda").get("verzoek", verzoek_id)

        assert "granted, but for what a ground reaches" in page.text
        assert "Strafbare feiten voorkomen" in page.text
        assert "Ons signaal." in page.text

    @pytest.mark.article("12.3")
    def test_says_before_identity_that_nothing_is_answered(self, desk: Desk) -> None:
        """The forms of later steps refuse with the article."""
        verzoek_id = desk.receive("inzage", days_ago=28)
        where = {"bezwaar_bij": "Burgemeester", "rechtbank": "Rechtbank"}
        refused = [
            desk.at("ulla").sent("answer-verzoek", verzoek_id, brief="Dit is er."),
            desk.at("ulla").sent("record-verzameld", verzoek_id, nummers=""),
            desk.at("omar").sent("take-standpunt-verzoek", verzoek_id, antwoord="inwilligen"),
            desk.at("omar").sent("decide-verzoek", verzoek_id, **where),
        ]

        assert {page.status for page in refused} == {409}
        assert all("First establish who asks" in page.text for page in refused)
        assert "Until then nothing is decided or answered" in desk.at("gerda").get("verzoek", verzoek_id).text

    def test_that_stays_unknown_ends_in_a_letter(self, desk: Desk) -> None:
        """On the last day the uitvoerder is offered that letter, and not before."""
        early, late = desk.receive("inzage", days_ago=27), desk.receive("inzage", days_ago=28)

        assert reverse("verzoek-brief", args=[early]) not in desk.at("ulla").get("verzoek", early).links
        assert f"/verzoeken/{early}/onbekend" not in desk.at("ulla").get("verzoek", early).text
        assert f"/verzoeken/{late}/onbekend" in desk.at("ulla").get("verzoek", late).text
        desk.sent("ulla", "close-onbekend", late, brief="Wij konden niet vaststellen wie u bent.")
        assert "Identity not established" in desk.at("ulla").get("verzoek", late).text

    @pytest.mark.article("12.3")
    def test_names_its_dossiers_by_number(self, desk: Desk) -> None:
        """One that is not there is refused; one that goes within the term brings the answer forward."""
        verzoek_id = desk.receive("inzage")
        Stage(table=desk.table, canaries=Canaries()).dossier()
        desk.sent("ulla", "establish-identiteit", verzoek_id, **PAPERS)
        desk.checked(verzoek_id)
        missing = desk.at("ulla").sent("record-verzameld", verzoek_id, nummers="W-2026-0077")
        desk.sent("ulla", "record-verzameld", verzoek_id, nummers="W-2026-0001")

        assert missing.status == 400
        assert Verzoek.objects.get(pk=verzoek_id).gegevens_tot is not None
        assert Stuk.objects.filter(houder_id=verzoek_id, soort="treffer").count() == 1


class TestATask:
    """A party sees its own part, and nothing else of the request."""

    def test_is_given_by_the_uitvoerder_and_reported(self, desk: Desk) -> None:
        """The Raad gets one, sees whose request it is and not what was asked, and reports."""
        verzoek_id = desk.receive()
        raad = str(desk.table.organisatie("rik"))
        done = desk.at("ulla").post(
            "give-verzoektaak", verzoek_id, data={"voor": raad, "opdracht": "Kijk na.", "uiterlijk_op": ""}
        )
        lijst, page = desk.at("rik").get("verzoektaken"), desk.at("rik").get("verzoektaak", verzoek_id)

        assert done.status == 302
        assert "V-2026-0001" in lijst.text
        assert "Sam Verzonnen" in page.text
        assert "De datum is fout." not in page.text
        assert "Lindelaan" not in page.text
        assert desk.at("rik").get("verzoek", verzoek_id).status == 404

    @pytest.mark.parametrize("name", ["rik", "bente", "anna"])
    def test_is_not_there_for_who_has_none(self, desk: Desk, name: str) -> None:
        """Neither the request, nor the list, nor the menu."""
        verzoek_id = desk.receive()

        assert desk.at(name).get("verzoektaak", verzoek_id).status == 404
        assert desk.at(name).get("verzoek", verzoek_id).status == 404
        assert desk.at(name).get("verzoeken").status == 404
