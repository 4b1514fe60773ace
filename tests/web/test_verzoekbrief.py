"""The letter of a request, over HTTP: from what was gathered to the PDF. Covenant 12.3, 12.4, 12.5."""

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

import pytest
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from casustafel.acts.betrokkene.stukkeuze import OpenVerzoekstukken, open_verzoekstukken
from casustafel.betrokkene.models import Stuk as VerzoekStuk
from casustafel.betrokkene.models import Verzoek
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.demo.subjects import AGENDEREN
from casustafel.register.models import Medewerker
from casustafel.weegploeg.models import Dossier
from casustafel.weegploeg.models import Stuk as DossierStuk
from tests.betrokkene.test_overzicht_lezen import ACHTERBLIJVER, NETWERK, Asked, ask, asked
from tests.brieven.pdf_checker import faults
from tests.brieven.pdf_text import text_in
from tests.canary import Canaries
from tests.evidence import topic_archief
from tests.evidence.stage import Stage
from tests.web.test_verzoek import KERN, Desk, desk

__all__ = ["asked", "desk"]
pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.3")]


def letter(client: Client, verzoek_id: UUID) -> tuple[int, bytes]:
    """Ask for the letter."""
    answer = client.get(reverse("verzoek-brief", args=[verzoek_id]))
    return answer.status_code, answer.content


@dataclass(frozen=True, slots=True)
class Letters:
    """A request for access about the subject of both files, at the screens."""

    asked: Asked
    desk: Desk

    @property
    def verzoek_id(self) -> UUID:
        """Give the id of the request."""
        return self.asked.verzoek_id

    def gather(self, name: str = "ulla", *, persoon: str = "subject") -> None:
        """Let somebody gather what both files hold of the subject, or of somebody beside it."""
        versie = Verzoek.objects.get(pk=self.verzoek_id).versie
        data = {"persoon": persoon, "versie": versie}
        done = self.desk.at(name).post("gather-overzicht", self.verzoek_id, self.asked.dossier_id, data=data)
        assert done.status == 302, done.text

    def decide(self, said: Mapping[str, str] = MappingProxyType({"antwoord": "inwilligen"})) -> None:
        """Let each kernpartij say the same, and record the decision."""
        for name in KERN:
            self.desk.sent(name, "take-standpunt-verzoek", self.verzoek_id, **said)
        where = {"bezwaar_bij": "Burgemeester (verzonnen)", "rechtbank": "Rechtbank Verzonnen"}
        self.desk.sent("gerda", "decide-verzoek", self.verzoek_id, **where)

    def answer(self, brief: str = "") -> None:
        """Let the uitvoerder record the answer."""
        self.desk.sent("ulla", "answer-verzoek", self.verzoek_id, brief=brief)

    def text(self, name: str = "ulla") -> str:
        """Read the letter as it is downloaded; it is a document without a fault."""
        status, made = letter(self.desk.at(name).client, self.verzoek_id)
        assert (status, faults(made)) == (200, [])
        return text_in(made)

    def pieces(self, name: str) -> dict[UUID, str]:
        """Give the pieces of somebody's organisation, each with all it says."""
        asks = OpenVerzoekstukken(houder_id=self.verzoek_id)
        own = self.asked.table.does(name, open_verzoekstukken, asks, days_ago=0)
        return {one.id: " ".join(g.waarde for g in one.gegevens) for one in own.stukken}

    def signaal(self, name: str) -> UUID:
        """Give the signaal of somebody's organisation in the dossier; its copy in the casus comes after it."""
        return next(one for one, text in self.pieces(name).items() if "Daarna ging hij weg." in text)

    def choose(self, name: str, stuk_id: UUID, *, keuze: str, grond: str = "11.3.e") -> None:
        """Let a party say of a piece whether it is given."""
        data = {"keuze": keuze, "grond": grond, "motivering": "Iemand loopt gevaar (verzonnen)."}
        done = self.desk.at(name).post("choose-stuk", self.verzoek_id, stuk_id, data=data)
        assert done.status == 302, done.text

    def inform(self) -> None:
        """Tell the subject of the data, after each kernpartij spoke. Covenant 11.2."""
        for name in KERN:
            self.desk.sent(name, "speak-informeren", self.asked.dossier_id, keuze="geen-grond", reden="")
        told = {"hoe": "Met een brief.", "door": "wijkagent", "op": self.asked.table.edge(0).day.strftime("%d-%m-%Y")}
        self.desk.sent("gerda", "record-geinformeerd", self.asked.dossier_id, **told)


@contextmanager
def undone() -> Iterator[None]:
    """Do something, and have nothing of it afterwards."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(transaction.atomic(using=alias))
        yield
        for alias in connections:
            transaction.set_rollback(True, using=alias)


@pytest.fixture
def letters(asked: Asked, desk: Desk) -> Letters:
    """Seat everybody at the request."""
    return Letters(asked, desk)


GROUND = {"antwoord": "grond-alles", "grond": "11.3.a", "reikwijdte": "Alles.", "motivering": "Dit is geheim."}
WHY = "Dit is nodig (verzonnen)."


class TestTheLetter:
    """For who handles the request, and for who decides."""

    def test_is_a_concept_of_what_was_gathered_until_it_is_answered(self, letters: Letters) -> None:
        """Made of both files, in the words of the criteria; the same text is the letter once it is answered."""
        early, _nothing = letter(letters.desk.at("ulla").client, letters.verzoek_id)
        letters.gather()
        concept = letters.text()
        letters.decide()
        letters.answer()
        final, other = letters.text(), letters.text("omar")

        assert early == 404
        assert concept.startswith("Concept: nog niet verstuurd")
        assert AGENDEREN.gedrag in final
        assert "Dit weegt mee." in final
        assert "Burgemeester (verzonnen)" in final
        assert "Concept" not in final
        assert final == other

    def test_is_what_was_gathered_whatever_happens_to_the_files(self, letters: Letters) -> None:
        """A dossier that was destroyed since is in the answer as it was held; what came later is not."""
        letters.gather()
        before = letters.text()
        Dossier.objects.filter(pk=letters.asked.dossier_id).delete()
        DossierStuk.objects.filter(houder_id=letters.asked.dossier_id).delete()
        letters.decide()
        letters.answer()

        body = before.partition("kregen wij uw verzoek")[2].partition("Stuur uw bezwaar")[0]
        assert len(body) > 1000
        assert body in letters.text()

    def test_keeps_only_what_was_given(self, letters: Letters) -> None:
        """What was gathered goes with the answer, and with it what was kept back."""
        letters.gather()
        police = letters.signaal("petra")
        letters.choose("petra", police, keuze="weglaten")
        letters.decide()
        letters.answer(WHY)
        kept = set(VerzoekStuk.objects.filter(houder_id=letters.verzoek_id).values_list("soort", flat=True))

        assert "overzicht" not in kept
        assert "antwoord" in kept
        assert "Daarna ging hij weg." not in letters.text()
        assert "Daarna ging hij weg." not in letters.desk.at("gerda").get("verzoek", letters.verzoek_id).text

    def test_is_not_there_for_who_does_not_handle_requests(self, letters: Letters) -> None:
        """Nor before identity."""
        letters.gather()
        assert letter(letters.desk.at("rik").client, letters.verzoek_id)[0] == 404
        Verzoek.objects.filter(pk=letters.verzoek_id).update(staat="ontvangen")
        assert letter(letters.desk.at("ulla").client, letters.verzoek_id)[0] == 404

    @pytest.mark.article("15.2.e")
    def test_says_which_organisations_looked_and_names_nobody(self, letters: Letters) -> None:
        """When, for what and how often; who of the gemeente is named once the gemeente chooses so."""
        letters.gather()
        names = {
            name: Medewerker.objects.get(pk=str(letters.asked.table.who(name).medewerker_id)).naam for name in KERN
        }
        looks = letters.text().partition("Wie de gegevens bekeken")[2].partition("Hoe lang wij")[0]
        said = {"keuze": "met-namen", "motivering": "Daar is om gevraagd (verzonnen)."}
        done = letters.desk.at("gerda").post("choose-inzagenamen", letters.verzoek_id, data=said)
        whole = letters.desk.at("omar").get("verzoekoverzicht", letters.verzoek_id)
        letters.decide()
        letters.answer()
        named = letters.text().partition("Wie de gegevens bekeken")[2].partition("Hoe lang wij")[0]

        assert done.status == 302
        assert all(word in looks for word in ("Gemeente Lindewaard", "signalen wegen en beslissen", "×"))
        assert not [naam for naam in names.values() if naam in looks]
        assert [naam in named for naam in names.values()] == [True, False, False]
        assert "Name our employees who looked" in whole.text
        assert "Daar is om gevraagd (verzonnen)." in whole.text

    @pytest.mark.parametrize("name", ["achterblijver", "netwerkpersoon"])
    def test_of_somebody_beside_the_subject_is_their_own(self, letters: Letters, name: str) -> None:
        """Chosen on the screen by name; nothing of the subject."""
        page = letters.desk.at("ulla").get("gather-overzicht", letters.verzoek_id, letters.asked.dossier_id)
        people = {"achterblijver": ACHTERBLIJVER, "netwerkpersoon": NETWERK}
        person = re.findall(rf'value="([0-9a-f-]{{36}})"(?:(?!value=).)*?{people[name]},', page.text, re.DOTALL)[0]
        letters.gather(persoon=person)
        letters.decide()
        letters.answer()
        text = letters.text()

        assert people[name].split()[0] in text
        assert not [part for part in (*AGENDEREN.naam.split(), AGENDEREN.gedrag) if part in text.partition("V-2026")[2]]

    @pytest.mark.article("13.2")
    def test_of_the_archive_is_gathered_by_a_kernpartij(self, letters: Letters) -> None:
        """The uitvoerder reads whom to ask; what a kernpartij gathers is in the letter of the uitvoerder."""
        archived = topic_archief.archived(Stage(table=letters.asked.table, canaries=Canaries()))
        verzoek_id = ask(letters.asked.table, dossiers=(archived,))
        told = letters.desk.at("ulla").get("gather-overzicht", verzoek_id, archived)
        data = {"persoon": "subject", "versie": Verzoek.objects.get(pk=verzoek_id).versie}
        done = letters.desk.at("gerda").post("gather-overzicht", verzoek_id, archived, data=data)
        status, made = letter(letters.desk.at("ulla").client, verzoek_id)

        assert (told.status, done.status, status) == (200, 302, 200)
        assert "Only a kernpartij opens the archive" in told.text
        assert "Wat het archief heeft van de weegploeg" in text_in(made)
        assert "Wat het archief heeft van het casusoverleg" in text_in(made)


@pytest.mark.article("12.4")
class TestAPiece:
    """The party that provided it looks at it, and says whether it is given."""

    def test_is_marked_and_chosen_on_the_screen(self, letters: Letters) -> None:
        """With the ground and who, for all who decide; each party its own."""
        letters.gather()
        police = letters.signaal("petra")
        own = letters.desk.at("petra").get("verzoekstukken", letters.verzoek_id)
        theirs = letters.desk.at("gerda").get("choose-stuk", letters.verzoek_id, police)
        letters.choose("petra", police, keuze="weglaten")
        whole = letters.desk.at("gerda").get("verzoekoverzicht", letters.verzoek_id)

        assert "to be checked" in own.text
        assert reverse("choose-stuk", args=[letters.verzoek_id, police]) in own.links
        assert theirs.status == 404
        for words in ("Keep it back", "Iemand loopt gevaar (verzonnen).", "11.3.e"):
            assert words in whole.text

    @pytest.mark.article("11.3.e")
    def test_is_given_without_the_melder_where_that_was_chosen(self, letters: Letters) -> None:
        """Of that signaal; who brought another in is named."""
        letters.gather()
        melders = {name: letters.asked.table.who(name).medewerker_id for name in ("gerda", "petra")}
        names = {name: Medewerker.objects.get(pk=str(pk)).naam for name, pk in melders.items()}
        assert [naam in letters.text() for naam in names.values()] == [True, True]
        police = letters.signaal("petra")
        letters.choose("petra", police, keuze="zonder-melder")
        letters.decide()
        letters.answer(WHY)
        text = letters.text()

        assert [naam in text for naam in names.values()] == [True, False]
        assert "Daarna ging hij weg." in text
        assert WHY in text

    def test_of_a_casuspartij_is_looked_at_by_that_party(self, letters: Letters) -> None:
        """Who was given a task; without one there is no request."""
        letters.gather()
        early = letters.desk.at("rik").get("verzoekstukken", letters.verzoek_id).status
        raad = str(letters.asked.table.organisatie("rik"))
        data = {"voor": raad, "opdracht": "Kijk na.", "uiterlijk_op": ""}
        letters.desk.at("ulla").post("give-verzoektaak", letters.verzoek_id, data=data)
        page = letters.desk.at("rik").get("verzoekstukken", letters.verzoek_id)

        assert (early, page.status) == (404, 200)
        assert AGENDEREN.gedrag not in page.text
        assert (
            reverse("verzoekstukken", args=[letters.verzoek_id])
            in letters.desk.at("rik").get("verzoektaak", letters.verzoek_id).links
        )


@pytest.mark.article("12.4")
class TestTheLetterOfARefusal:
    """Over the screens, from request to PDF."""

    def test_confirms_nothing_to_who_was_not_informed(self, letters: Letters) -> None:
        """Byte for byte the letter to who is in no file, of the same request on the same day."""
        withheld, nobody = self._withheld(letters), self._nobody(letters)

        assert withheld == nobody
        assert "Wij zeggen niet welke van de twee het is." in text_in(nobody)

    def _withheld(self, letters: Letters) -> bytes:
        with undone():
            letters.gather()
            letters.decide(GROUND)
            letters.answer(WHY)
            return letter(letters.desk.at("ulla").client, letters.verzoek_id)[1]

    def _nobody(self, letters: Letters) -> bytes:
        with undone():
            VerzoekStuk.objects.filter(houder_id=letters.verzoek_id, soort="treffer").delete()
            letters.decide()
            letters.answer()
            return letter(letters.desk.at("ulla").client, letters.verzoek_id)[1]

    @pytest.mark.article("11.2")
    def test_names_the_ground_to_who_was_informed(self, letters: Letters) -> None:
        """Who knows of the data reads on which ground and why; not what the kernpartijen said to each other."""
        letters.inform()
        letters.gather()
        letters.decide(GROUND)
        letters.answer(WHY)
        text = letters.text()

        assert "Wij hebben besloten dat wij u die niet geven." in text
        assert WHY in text
        assert not [word for word in ("Dit is geheim.", "Alles.", AGENDEREN.gedrag) if word in text]


@pytest.mark.article("12.4", "12.5")
class TestTheDecision:
    """On a correction, an objection, a restriction."""

    @pytest.mark.parametrize("soort", [one for one in Verzoeksoort if one is not Verzoeksoort.INZAGE])
    def test_says_what_was_decided_and_where_to_go(self, desk: Desk, soort: Verzoeksoort) -> None:
        """Not there before the decision; then where to object, the court, the complaint; at last what was answered."""
        verzoek_id = desk.receive(soort.value)
        Stage(table=desk.table, canaries=Canaries()).dossier()
        early, _nothing = letter(desk.at("ulla").client, verzoek_id)
        desk.decided(verzoek_id, nummers="W-2026-0001")
        concept, made = letter(desk.at("ulla").client, verzoek_id)
        desk.sent("ulla", "answer-verzoek", verzoek_id, brief="De datum klopte niet.")
        _status, final = letter(desk.at("gerda").client, verzoek_id)

        assert (early, concept, faults(made), faults(final)) == (404, 200, [], [])
        assert "Concept: nog niet verstuurd" in text_in(made)
        words = ["Wij doen wat u vraagt.", "De datum klopte niet.", "Burgemeester (verzonnen)", "Rechtbank Verzonnen"]
        assert all(word in text_in(final) for word in (*words, "6 weken", "Autoriteit Persoonsgegevens"))
        assert "Concept" not in text_in(final)
        assert reverse("verzoek-brief", args=[verzoek_id]) in desk.at("ulla").get("verzoek", verzoek_id).links

    def test_confirms_nothing_where_nothing_was_found_or_may_be_said(self, desk: Desk) -> None:
        """Who is in no file, and from whom a ground of 11.3 keeps all of it, read the same words."""
        ground = {"antwoord": "grond-alles", "grond": "11.3.b", "reikwijdte": "Alles.", "motivering": "Er loopt iets."}
        nowhere, withheld = desk.receive(), desk.receive()
        Stage(table=desk.table, canaries=Canaries()).dossier()
        desk.decided(nowhere)
        desk.decided(withheld, nummers="W-2026-0001", said=ground)
        for verzoek_id in (nowhere, withheld):
            desk.sent("ulla", "answer-verzoek", verzoek_id, brief="Dit zegt de brief niet.")
        texts = [text_in(letter(desk.at("ulla").client, one)[1]) for one in (nowhere, withheld)]

        assert texts[0] == texts[1].replace("V-2026-0002", "V-2026-0001")
        assert "Wij zeggen niet welke van de twee het is." in texts[0]
        assert not [word for word in ("Dit zegt", "Er loopt iets", "strafbare") if word in texts[0]]
