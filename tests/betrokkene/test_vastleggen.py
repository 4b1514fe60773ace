"""What is gathered for a request: read through the gate of each file, kept as it was, of one person. Covenant 12.3."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.betrokkene import stukkeuze
from casustafel.acts.betrokkene.answer_verzoek import AnswerVerzoek, answer_verzoek
from casustafel.acts.betrokkene.open_verzoek import OpenVerzoek, open_verzoek
from casustafel.acts.betrokkene.overzicht_lezen import open_overzicht
from casustafel.acts.betrokkene.stukkeuze import (
    ChooseStuk,
    OpenVerzoekoverzicht,
    OpenVerzoekstukken,
    VerzoekoverzichtBeeld,
    choose_stuk,
    open_verzoekoverzicht,
    open_verzoekstukken,
)
from casustafel.acts.betrokkene.vastleggen import GatherOverzicht, gather_overzicht
from casustafel.acts.edge import at
from casustafel.acts.gate import Refused, do
from casustafel.betrokkene.models import Stuk, Verzoek
from casustafel.casusoverleg.models import LogRegel as CasusLog
from casustafel.convenant.feit import Taak, Wie
from casustafel.convenant.partij import PARTIJEN
from casustafel.convenant.verzoek import Stukkeuze, still_to_ask
from casustafel.demo.steps import POLITIE as PROVIDED
from casustafel.demo.steps import RAAD
from casustafel.demo.subjects import AGENDEREN
from casustafel.register.models import LogRegel as RegisterLog
from casustafel.weegploeg.models import LogRegel
from tests.betrokkene.test_overzicht_lezen import ACHTERBLIJVER, NETWERK, Asked, ask, asked
from tests.canary import Canaries
from tests.evidence import topic_archief
from tests.evidence.stage import Stage
from tests.facts import CONVENANT, DAY, DE_BRUG, OM, POLITIE
from tests.facts import RAAD as RAAD_FEIT
from tests.verzoekfeit import taak, verzoek

__all__ = ["asked"]
pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("12.3")]


def uitvoerder(found: Asked, *, van: str = "ulla") -> Wie:
    """Give the uitvoerder who handles requests, of an organisation."""
    return replace(found.table.who("ulla"), taak=Taak.VERZOEK, organisatie=found.table.who(van).organisatie)


def gather(
    found: Asked, wie: Wie, *, dossier_id: UUID | None = None, persoon_id: UUID | None = None, minutes: int = 0
) -> None:
    """Let somebody gather a dossier for the request, so many minutes from now."""
    invoer = GatherOverzicht(
        houder_id=found.verzoek_id,
        versie=Verzoek.objects.get(pk=found.verzoek_id).versie,
        dossier_id=dossier_id or found.dossier_id,
        persoon_id=persoon_id,
    )
    do(gather_overzicht, wie=wie, invoer=invoer, edge=at(found.table.now + timedelta(minutes=minutes)))


def whole(found: Asked) -> VerzoekoverzichtBeeld:
    """Open what was gathered."""
    asks = OpenVerzoekoverzicht(houder_id=found.verzoek_id)
    return found.table.does("gerda", open_verzoekoverzicht, asks, days_ago=0)


def said(beeld: VerzoekoverzichtBeeld) -> str:
    """Read all of it as one text."""
    return beeld.model_dump_json()


def reasons(refused: Any) -> set[str]:
    """Give the codes of a refusal."""
    return {reason.code for reason in refused.value.verdict.reasons}


class TestWhatIsRead:
    """Each file through its own gate."""

    def test_is_logged_in_each_file_and_with_the_request(self, asked: Asked) -> None:
        """Opened in both files, changed at the request."""
        gather(asked, uitvoerder(asked))

        assert LogRegel.objects.filter(daad="open-overzicht", gevolg="opened").count() == 1
        assert CasusLog.objects.filter(daad="open-overzicht-casus", gevolg="opened").count() == 1
        assert RegisterLog.objects.filter(daad="gather-overzicht", gevolg="changed").count() == 1

    @pytest.mark.parametrize("name", ["rik", "bente", "anna"])
    def test_is_nothing_where_gathering_is_not_allowed(self, asked: Asked, name: str) -> None:
        """Refused at the request, before any file is opened."""
        with pytest.raises(Refused) as refused:
            gather(asked, asked.table.who(name))

        assert refused.value.verdict.is_hidden
        assert not LogRegel.objects.filter(daad="open-overzicht").exists()

    def test_is_nothing_before_identity(self, asked: Asked) -> None:
        """Not by who may otherwise."""
        Verzoek.objects.filter(pk=asked.verzoek_id).update(staat="ontvangen")
        with pytest.raises(Refused) as refused:
            gather(asked, uitvoerder(asked))

        assert "12.3-identity" in reasons(refused)
        assert not LogRegel.objects.filter(daad="open-overzicht").exists()

    @pytest.mark.article("13.2")
    def test_in_the_archive_is_read_by_a_kernpartij(self, asked: Asked) -> None:
        """The uitvoerder is told so; then the answer can be made of it."""
        stage = Stage(table=asked.table, canaries=Canaries())
        archived = topic_archief.archived(stage)
        found = Asked(asked.table, asked.casus, ask(asked.table, dossiers=(archived,)))
        with pytest.raises(Refused) as refused:
            gather(found, uitvoerder(found), dossier_id=archived)
        gather(found, found.table.who("gerda"), dossier_id=archived)

        assert reasons(refused) == {"13.2-archive"}
        assert {one.is_archief for one in whole(found).overzicht.stukken} == {True}


class TestWhatIsKept:
    """With the request, of one person, as it was."""

    def test_is_nobody_else(self, asked: Asked) -> None:
        """Sealed with the request is the overview, and no copy of a file: no name of anybody beside the person."""
        gather(asked, uitvoerder(asked))

        assert AGENDEREN.gedrag in said(whole(asked))
        assert not [part for part in (*NETWERK.split(), *ACHTERBLIJVER.split()) if part in said(whole(asked))]

    def test_stands_when_it_is_gathered_again(self, asked: Asked) -> None:
        """What came since is added and marked; what was held first stands as it was."""
        gather(asked, uitvoerder(asked))
        early = whole(asked).overzicht.stukken
        asked.casus.contribute("petra", "Hij kwam op tijd.", PROVIDED, days_ago=0)
        gather(asked, uitvoerder(asked), minutes=1)
        late = whole(asked).overzicht.stukken
        new = late[len(early) :]

        assert late[: len(early)] == early
        assert ["Hij kwam op tijd." in str(one.gegevens) for one in new].count(True) == 1
        assert all(one.is_nadien for one in new)

    def test_of_another_person_takes_its_place(self, asked: Asked) -> None:
        """The first choice was wrong: nothing of whom it was about stays in the answer."""
        gather(asked, uitvoerder(asked))
        person = next(one.id for one in asked.of_casus().personen if one.naam == ACHTERBLIJVER)
        gather(asked, uitvoerder(asked), persoon_id=person)
        shown = asked.table.does("gerda", open_verzoek, OpenVerzoek(houder_id=asked.verzoek_id), days_ago=0)

        assert AGENDEREN.gedrag not in said(whole(asked))
        assert ACHTERBLIJVER in said(whole(asked))
        assert [one.persoon_id for one in shown.treffers] == [person]


@pytest.mark.article("12.1")
class TestWhoIsAsked:
    """The party whose text seems to name somebody else."""

    def test_gets_a_task_to_look_at_it(self, asked: Asked) -> None:
        """Once; a party that has one already, and one without such a text, gets none."""
        asked.casus.contribute("rik", f"Wij spraken met {NETWERK}.", RAAD, days_ago=0)
        kern = {asked.table.organisatie(name) for name in ("gerda", "omar", "petra")}
        Verzoek.objects.filter(pk=asked.verzoek_id).update(staat="identiteit-vastgesteld")
        for _twice in range(2):
            gather(asked, uitvoerder(asked))
        tasks = list(Stuk.objects.filter(houder_id=asked.verzoek_id, soort="verzoektaak"))

        assert {one.organisatie_id for one in tasks} == {*kern, asked.table.organisatie("rik")}
        assert len(tasks) == 4

    def test_is_a_party_in_force_without_a_task(self) -> None:
        """A kernpartij has one from the first day; an externe casuspartner is no party."""
        found = verzoek(stukken=(taak(90, OM), taak(91, POLITIE, voor=UUID(int=5))))
        bronnen = [OM.id, POLITIE.id, RAAD_FEIT.id, DE_BRUG.id]

        assert still_to_ask(found, bronnen, CONVENANT, day=DAY) == sorted([POLITIE.id, RAAD_FEIT.id])


@pytest.mark.article("6")
class TestWhatItsClassKeeps:
    """From an uitvoerder of an organisation that may not have it."""

    @pytest.fixture
    def unread(self, asked: Asked) -> Asked:
        """Gather by an uitvoerder of the Raad, for a request of today."""
        op = asked.table.edge(0).day
        Verzoek.objects.filter(pk=asked.verzoek_id).update(ontvangen_op=op, uiterlijk_op=op + timedelta(days=28))
        gather(asked, uitvoerder(asked, van="rik"))
        return asked

    def test_is_added_by_the_party_that_it_comes_from(self, unread: Asked) -> None:
        """Counted until then; by another kernpartij it is not."""
        before = len(whole(unread).antwoord.ongelezen)
        gather(unread, unread.table.who("gerda"), minutes=1)
        other = len(whole(unread).antwoord.ongelezen)
        gather(unread, unread.table.who("petra"), minutes=2)

        assert before
        assert (other, len(whole(unread).antwoord.ongelezen)) == (before, 0)

    def test_holds_an_answer_up_until_the_last_day(self, unread: Asked) -> None:
        """On that day it goes, and says that something follows."""
        decided = Verzoek.objects.filter(pk=unread.verzoek_id)
        decided.update(staat="besloten", uitkomst="toegewezen", besloten_op=unread.table.edge(0).day)
        invoer = AnswerVerzoek(houder_id=unread.verzoek_id, versie=decided.get().versie)
        with pytest.raises(Refused) as refused:
            do(answer_verzoek, wie=uitvoerder(unread), invoer=invoer, edge=unread.table.edge(0))
        decided.update(ontvangen_op=unread.table.edge(0).day - timedelta(days=28))
        do(answer_verzoek, wie=uitvoerder(unread), invoer=invoer, edge=unread.table.edge(0))
        shown = unread.table.does("gerda", open_verzoek, OpenVerzoek(houder_id=unread.verzoek_id), days_ago=0)

        assert reasons(refused) == {"12.3-unread"}
        assert shown.antwoord is not None
        assert shown.antwoord.nog_niet


@pytest.mark.article("12.4")
class TestAChoice:
    """Of the party that a piece comes from."""

    def choose(self, found: Asked, name: str, stuk_id: UUID, grond: str = "11.3.b") -> None:
        """Let somebody keep a piece back."""
        said_of = ChooseStuk(
            houder_id=found.verzoek_id, stuk_id=stuk_id, keuze=Stukkeuze.WEGLATEN, grond=grond, motivering="Nodig."
        )
        found.table.does(name, choose_stuk, said_of, days_ago=0)

    def own(self, found: Asked, name: str) -> list[Any]:
        """Give the pieces of somebody's party, and those of nobody."""
        asks = OpenVerzoekstukken(houder_id=found.verzoek_id)
        return list(found.table.does(name, open_verzoekstukken, asks, days_ago=0).stukken)

    def test_is_not_of_another_party(self, asked: Asked) -> None:
        """Nor of a piece that was not gathered."""
        gather(asked, uitvoerder(asked))
        police = next(one.id for one in self.own(asked, "petra") if one.organisatie_id is not None)
        for stuk_id in (police, UUID(int=9)):
            with pytest.raises(Refused) as refused:
                self.choose(asked, "gerda", stuk_id)
            assert reasons(refused) == {"12.4-stuk_id"}
        self.choose(asked, "petra", police)

        assert [one.stuk_id for one in whole(asked).keuzes] == [police]

    @pytest.mark.article("11.3.e")
    def test_of_what_comes_from_nobody_is_to_protect_somebody(self, asked: Asked) -> None:
        """By a kernpartij, on ground e only."""
        gather(asked, uitvoerder(asked))
        nobodys = next(one.id for one in self.own(asked, "omar") if one.organisatie_id is None)
        with pytest.raises(Refused) as refused:
            self.choose(asked, "omar", nobodys)
        self.choose(asked, "omar", nobodys, "11.3.e")

        assert reasons(refused) == {"12.4-grond"}
        assert nobodys not in {one.id for one in (whole(asked).antwoord.overzicht or whole(asked).overzicht).stukken}

    def test_of_an_externe_casuspartner_is_looked_at_by_a_kernpartij(self, asked: Asked) -> None:
        """Who is no party has no task; a party looks at its own."""
        gather(asked, uitvoerder(asked))
        piece = whole(asked).overzicht.stukken[0]
        of = {name: replace(piece, organisatie_id=asked.table.organisatie(name)) for name in ("bente", "rik", "petra")}
        gerda = asked.table.who("gerda")

        assert [name for name, one in of.items() if stukkeuze._is_nobodys(gerda, one)] == ["bente"]  # noqa: SLF001  # the one place where that is told
        assert not stukkeuze._is_nobodys(asked.table.who("rik"), of["bente"])  # noqa: SLF001  # as above

    def test_shows_a_party_only_its_own(self, asked: Asked) -> None:
        """Each its own, and what comes from nobody."""
        gather(asked, uitvoerder(asked))
        for name in ("gerda", "petra", "omar"):
            found = {one.organisatie_id for one in self.own(asked, name)}
            partners = {o.id for o in asked.table.who("gerda").convenant.organisaties if o.soort not in PARTIJEN}
            assert found <= {None, asked.table.organisatie(name), *partners}


def test_the_reading_is_not_in_the_input() -> None:
    """Nobody hands in what was read: over the API there is no such field."""
    assert set(GatherOverzicht.model_fields) == {"houder_id", "versie", "dossier_id", "persoon_id"}
    assert open_overzicht.is_change is False
