"""The screens of the archive: a question, the items under it, one of them, and a renewed decision. Covenant 13."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

import pytest
from django.urls import reverse

from casustafel.acts.edge import LOCAL, at
from casustafel.archief.models import Dossier, Stuk
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Dossier as ActiveDossier
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.web.casus_world import Screen, screen

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.2")]
QUESTION = {"soort": "klacht", "kenmerk": "Klacht 12 (verzonnen)"}


@dataclass(frozen=True, slots=True)
class Archive:
    """One archived subject, and everybody at their screens."""

    table: Table
    id: UUID

    def at(self, name: str, *, taak: str = "") -> Screen:
        """Seat one of the people at a screen."""
        return screen(self.table, name, taak=taak)

    def asked(self, name: str, **typed: str) -> UUID:
        """Let somebody state a question on the screen."""
        done = self.at(name).post("archiefvraag", self.id, data={**QUESTION, **typed})
        assert done.status == 302
        return UUID(done.next.rstrip("/").split("/")[-1])


@pytest.fixture
def archive(table: Table, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Move a subject with a casus to the archive, and set the clock of the screens."""
    monkeypatch.setattr("casustafel.web.session.edge", lambda: at(table.now))
    Stage(table=table, canaries=Canaries()).casus()
    nachtwerk(edge=at(datetime.combine(date(2027, 1, 31), time(2), LOCAL)))
    return Archive(table, Dossier.objects.get().id)


class TestReading:
    """A kernpartij handles a complaint."""

    def test_goes_from_the_list_to_one_item(self, archive: Archive) -> None:
        """The list has no name; the question comes first; the item shows what stood in it."""
        lijst = archive.at("gerda").get("archieven")
        vraag_id = archive.asked("gerda")
        items = archive.at("gerda").get("archiefitems", archive.id, vraag_id)
        signaal = Stuk.objects.filter(herkomst="weegploeg", soort="signaal").first()
        assert signaal is not None
        page = archive.at("gerda").get("archiefitem", archive.id, vraag_id, signaal.id)

        assert "W-2026-0001" in lijst.text
        assert "erzonnen" not in lijst.text.split("<main", 1)[1].split("</main", 1)[0]
        assert "File of the casusoverleg" in items.text
        assert "Omschrijving" in page.text
        assert "A complaint" in archive.at("gerda").get("archief", archive.id).text

    def test_the_uitvoerder_sees_numbers_and_no_way_in(self, archive: Archive) -> None:
        """The number stands there without a link, and the page behind it says why not."""
        at_screen = archive.at("ulla", taak="verzoek")

        assert f"/archief/{archive.id}" not in at_screen.get("archieven").text
        assert at_screen.get("archief", archive.id).status == 403

    def test_is_not_there_for_the_table(self, archive: Archive) -> None:
        """Neither the list nor the subject, nor in the menu."""
        for name in ("rik", "bente"):
            assert archive.at(name).get("archieven").status == 404
            assert archive.at(name).get("archief", archive.id).status == 404
            assert "/archief/" not in archive.at(name).get("werkvoorraad").text

    def test_a_question_without_a_reference_says_what_to_do(self, archive: Archive) -> None:
        """And keeps what was chosen."""
        page = archive.at("gerda").post("archiefvraag", archive.id, data={**QUESTION, "kenmerk": ""})

        assert page.status == 400
        assert "Art. 13.2" in page.text

    def test_a_question_without_a_purpose_is_shown_again(self, archive: Archive) -> None:
        """With the fault at its field."""
        page = archive.at("gerda").post("archiefvraag", archive.id, data={**QUESTION, "soort": ""})

        assert page.status == 400


@pytest.mark.article("13.4")
class TestARenewedDecision:
    """Asked, agreed to by the other two, and there as a new dossier."""

    def test_goes_from_the_question_to_a_new_dossier(self, archive: Archive) -> None:
        """The dossier says where it came from."""
        vraag_id = archive.asked("gerda", soort="heroverweging")
        chosen = Stuk.objects.filter(herkomst="weegploeg", soort="signaal").first()
        assert chosen is not None
        typed = {"doelstelling": "i", "noodzaak": "Nodig (verzonnen).", "items": [str(chosen.id)]}
        empty = archive.at("gerda").sent("ask-reactivering", archive.id, vraag_id, **{**typed, "items": []})
        asked = archive.at("gerda").sent("ask-reactivering", archive.id, vraag_id, **typed)
        for name in ("omar", "petra"):
            given = {"keuze": "instemmen", "motivering": "Nodig (verzonnen)."}
            assert archive.at(name).sent("take-standpunt-reactivering", archive.id, **given).status == 302
        relay(edge=archive.table.edge(0))
        dossier = ActiveDossier.objects.get()

        assert (empty.status, asked.status) == (400, 302)
        assert "Came back from the archive" in archive.at("petra").get("dossier", dossier.id).text
        assert "all kernpartijen agreed" in archive.at("omar").get("archief", archive.id).text

    def test_waits_in_the_werkvoorraad_and_can_be_reminded_of(self, archive: Archive) -> None:
        """Of who has not spoken, with the day on which it was asked again."""
        vraag_id = archive.asked("gerda", soort="heroverweging")
        chosen = Stuk.objects.filter(herkomst="weegploeg", soort="signaal").first()
        assert chosen is not None
        typed = {"doelstelling": "i", "noodzaak": "Nodig (verzonnen).", "items": [str(chosen.id)]}
        archive.at("gerda").sent("ask-reactivering", archive.id, vraag_id, **typed)

        own = reverse("take-standpunt-reactivering", args=[archive.id])
        assert own in archive.at("omar").get("werkvoorraad").links
        assert own not in archive.at("gerda").get("werkvoorraad").links
        assert reverse("remind-reactivering", args=[archive.id]) in archive.at("gerda").get("archief", archive.id).links
        assert archive.at("gerda").sent("remind-reactivering", archive.id).status == 302
        assert archive.at("gerda").sent("remind-reactivering", archive.id).status == 409
        assert "asked again on" in archive.at("omar").get("werkvoorraad").text

    def test_is_taken_back_by_who_asked(self, archive: Archive) -> None:
        """Another kernpartij is not offered it, and is refused."""
        vraag_id = archive.asked("gerda", soort="heroverweging")
        chosen = Stuk.objects.filter(herkomst="weegploeg", soort="signaal").first()
        assert chosen is not None
        typed = {"doelstelling": "i", "noodzaak": "Nodig (verzonnen).", "items": [str(chosen.id)]}
        archive.at("gerda").sent("ask-reactivering", archive.id, vraag_id, **typed)

        assert "intrekken" not in archive.at("omar").get("archief", archive.id).text
        assert archive.at("omar").sent("withdraw-reactivering", archive.id).status == 403
        assert archive.at("gerda").sent("withdraw-reactivering", archive.id).status == 302
        assert "taken back" in archive.at("gerda").get("archief", archive.id).text
