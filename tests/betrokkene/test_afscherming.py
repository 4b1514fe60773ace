"""A request shields data in every file, and lifts it after the person was told. Covenant 12.5, 12.6; AVG 18."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.betrokkene.afscherming import (
    AnnounceOpheffing,
    LiftVerzoek,
    OpenAfscherming,
    ShieldVerzoek,
    announce_opheffing,
    lift_verzoek,
    open_afscherming,
    shield_verzoek,
)
from casustafel.acts.betrokkene.answer_verzoek import AnswerVerzoek, answer_verzoek
from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, open_verzoek
from casustafel.acts.betrokkene.overzicht_lezen import OpenOverzicht, open_overzicht
from casustafel.acts.betrokkene.verzoekbesluit import (
    DecideVerzoek,
    TakeStandpuntVerzoek,
    decide_verzoek,
    take_standpunt_verzoek,
)
from casustafel.acts.casusoverleg.open_casus import OpenCasus, open_casus
from casustafel.acts.gate import Act, Refused, perform_on
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.bestand.bestand import Bestand
from casustafel.betrokkene.models import Uitgaand, Verzoek
from casustafel.convenant.afscherming import Afschermstaat
from casustafel.convenant.feit import Taak, Uitkomst
from casustafel.convenant.verzoek import Antwoord, Verzoeksoort
from casustafel.demo.steps import GEMEENTE, CasusSteps, begin
from casustafel.demo.subjects import AGENDEREN
from casustafel.demo.table import Table
from casustafel.jobs.relay import relay
from casustafel.weegploeg.models import Stuk
from tests.betrokkene.test_overzicht_lezen import ask

pytestmark = [
    pytest.mark.django_db(databases="__all__"),
    pytest.mark.article("12.5"),
    pytest.mark.article("12.6"),
]
D = "avg-18-1-d"
PERFORM = "casustafel.jobs.relay.perform_on"


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection of somebody with a dossier and a casus; what there is was gathered."""

    table: Table
    casus: CasusSteps
    dossier_id: UUID
    verzoek_id: UUID

    def does(self, act: Act[Any, Any], kind: type[Any], *, days_ago: int = 0, **given: Any) -> Any:
        """Let the uitvoerder do an act on the request."""
        if "versie" in kind.model_fields:
            given["versie"] = Verzoek.objects.get(pk=self.verzoek_id).versie
        invoer = kind(houder_id=self.verzoek_id, **given)
        return self.table.does_with_task("ulla", Taak.VERZOEK, act, invoer, days_ago=days_ago)

    def shield(self, *items: UUID) -> UUID:
        """Shield, and let the relay carry it."""
        given: dict[str, Any] = {
            "dossier_id": self.dossier_id,
            "items": items,
            "grond": D,
            "reden": "Klopt niet (bedacht).",
        }
        shielding: UUID = self.does(shield_verzoek, ShieldVerzoek, **given)
        relay(edge=self.table.edge(0))
        return shielding

    def refuse(self) -> None:
        """Refuse the objection, and answer it."""
        for name in ("gerda", "omar", "petra"):
            taken = TakeStandpuntVerzoek(
                houder_id=self.verzoek_id,
                antwoord=Antwoord.GROND_ALLES,
                grond="avg-21-1",
                reikwijdte="Alles (bedacht).",
                motivering="Het gevaar weegt zwaarder (bedacht).",
            )
            self.table.does(name, take_standpunt_verzoek, taken, days_ago=0)
        where = {"bezwaar_bij": "Burgemeester (bedacht)", "rechtbank": "Rechtbank (bedacht)"}
        versie = Verzoek.objects.get(pk=self.verzoek_id).versie
        decided = DecideVerzoek(houder_id=self.verzoek_id, versie=versie, **where)
        self.table.does("gerda", decide_verzoek, decided, days_ago=0)
        self.does(answer_verzoek, AnswerVerzoek, brief="Wij gaan door (bedacht).")

    @property
    def beeld(self) -> Any:
        """Open the request as a kernpartij."""
        return self.table.does("gerda", open_verzoek, OpenVerzoek(houder_id=self.verzoek_id), days_ago=0)

    def is_there(self, name: str = "gerda") -> tuple[bool, bool]:
        """Tell whether casework opens the dossier, and the casus."""
        dossier, casus = OpenDossier(houder_id=self.dossier_id), OpenCasus(houder_id=self.casus.casus_id)
        return self._opens(name, open_dossier, dossier), self._opens(name, open_casus, casus)

    def _opens(self, name: str, act: Act[Any, Any], invoer: Any) -> bool:
        try:
            self.table.does(name, act, invoer, days_ago=0)
        except Refused as refused:
            return not refused.verdict.is_hidden
        return True


@pytest.fixture
def objection(table: Table) -> Objection:
    """Put a subject in both files, and have them object."""
    steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.weigh("petra", "gedrag", "Dit weegt mee (bedacht).", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    casus = steps.hand_over(betrokken=("gerda", "petra", "rik"), days_ago=0)
    casus.contribute("gerda", "Zoekt werk (bedacht).", GEMEENTE, days_ago=0)
    verzoek_id = ask(table, dossiers=(steps.dossier_id,), soort=Verzoeksoort.VERZET)
    return Objection(table, casus, steps.dossier_id, verzoek_id)


class TestShielding:
    """By one act on the request."""

    def test_is_in_every_file(self, objection: Objection) -> None:
        """The dossier and the casus are gone for casework, and the request says that they are shielded."""
        assert objection.is_there() == (True, True)

        objection.shield()

        assert objection.is_there() == objection.is_there("petra") == (False, False)
        (one,) = objection.beeld.afschermingen
        assert (one.staat, one.grond, one.items) == (Afschermstaat.AFGESCHERMD, D, ())

    def test_names_the_pieces_without_their_content(self, objection: Objection) -> None:
        """Of both files; the copy in the casus goes with its signaal and is not named."""
        (dossier,) = objection.does(open_afscherming, OpenAfscherming).dossiers

        named = sorted((one.bestand, one.soort) for one in dossier.stukken)
        assert named == [
            (Bestand.CASUSOVERLEG, "bijdrage"),
            (Bestand.WEEGPLOEG, "signaal"),
            (Bestand.WEEGPLOEG, "weging"),
        ]

    def test_of_a_signaal_takes_its_copy_and_what_rests_on_it(self, objection: Objection) -> None:
        """In both files; the rest stays."""
        signaal = Stuk.objects.get(houder_id=objection.dossier_id, soort="signaal").id

        objection.shield(signaal)

        invoer = OpenDossier(houder_id=objection.dossier_id)
        seen = objection.table.does("gerda", open_dossier, invoer, days_ago=0)
        casus = objection.casus.seen(days_ago=0)
        assert not [*seen.signalen, *seen.wegingen, *casus.signalen, *casus.analyses]
        assert [one.omschrijving for one in casus.bijdragen] == ["Zoekt werk (bedacht)."]

    def test_arrives_once_whatever_happens(self, objection: Objection, monkeypatch: pytest.MonkeyPatch) -> None:
        """A crash after the first file, and again before the request hears of it: nothing is lost, nothing doubled."""
        given: dict[str, Any] = {"dossier_id": objection.dossier_id, "grond": D, "reden": "Klopt niet (bedacht)."}
        objection.does(shield_verzoek, ShieldVerzoek, **given)
        for stopped in ("shield-casusoverleg", "acknowledge-afscherming"):

            def crash(act: Any, *, at: str = stopped, **rest: Any) -> Any:
                if act.code == at:
                    raise KeyboardInterrupt
                return perform_on(act, **rest)

            monkeypatch.setattr(PERFORM, crash)
            with pytest.raises(KeyboardInterrupt):
                relay(edge=objection.table.edge(0))
        monkeypatch.setattr(PERFORM, perform_on)
        assert Uitgaand.objects.count() == 1

        assert relay(edge=objection.table.edge(0)) == 1

        assert relay(edge=objection.table.edge(0)) == 0
        assert Stuk.objects.filter(soort="afscherming").count() == 1
        assert objection.beeld.afschermingen[0].staat is Afschermstaat.AFGESCHERMD

    def test_does_not_keep_a_request_from_its_dossier(self, objection: Objection) -> None:
        """Who handles requests finds it by number, and its overview is whole; a kernpartij does not find it."""
        nummer = objection.beeld.treffers[0].nummer
        objection.shield()

        found = objection.table.does_with_task(
            "ulla", Taak.VERZOEK, find_dossiers, FindDossiers(nummer=nummer), days_ago=0
        )
        again = ask(objection.table, dossiers=(found.dossiers[0].id,))
        whole = objection.table.does_with_task(
            "ulla",
            Taak.VERZOEK,
            open_overzicht,
            OpenOverzicht(houder_id=objection.dossier_id, verzoek_id=again),
            days_ago=0,
        )

        assert AGENDEREN.gedrag in str(whole.overzicht)
        assert not objection.table.does("gerda", find_dossiers, FindDossiers(nummer=nummer), days_ago=0).dossiers


class TestLifting:
    """After the request is settled."""

    def test_gives_everything_back_after_the_person_was_told(self, objection: Objection) -> None:
        """The letter first, the next day the lift; the request keeps why."""
        shielding = objection.shield()
        objection.refuse()
        objection.does(announce_opheffing, AnnounceOpheffing, afscherming_id=shielding, brief="Het klopt (bedacht).")
        with pytest.raises(Refused, match="not-told"):
            objection.does(lift_verzoek, LiftVerzoek, afscherming_id=shielding, reden="Besloten (bedacht).")

        objection.does(lift_verzoek, LiftVerzoek, afscherming_id=shielding, reden="Besloten (bedacht).", days_ago=-1)
        relay(edge=objection.table.edge(-1))

        assert objection.is_there() == (True, True)
        (one,) = objection.beeld.afschermingen
        assert (one.staat, one.reden_opheffing) == (Afschermstaat.OPGEHEVEN, "Besloten (bedacht).")

    def test_waits_for_the_decision(self, objection: Objection) -> None:
        """Nobody is told, and nothing lifted, while the objection is open."""
        shielding = objection.shield()

        with pytest.raises(Refused, match="unsettled"):
            objection.does(announce_opheffing, AnnounceOpheffing, afscherming_id=shielding, brief="Nee (bedacht).")
