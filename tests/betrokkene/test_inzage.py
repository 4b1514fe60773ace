"""Who looked at the data, as the person reads it: counted, added up, and without what tells too much. Cov. 12.3."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from casustafel.acts.betrokkene.inzage import MOST_LINES, given_looks, newest
from casustafel.acts.betrokkene.samenstellen import answer_with
from casustafel.acts.gate import ACTS
from casustafel.betrokkene.inhoud import OverzichtInhoud
from casustafel.betrokkene.overzicht import Inzageregel, Overzicht, OverzichtStuk
from casustafel.brieven.brief import Taal
from casustafel.conf.lists import load_all
from casustafel.convenant.feit import OrganisatieFeit
from casustafel.convenant.stuk import Herkomst
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, Verzoekstaat
from casustafel.web.brieven.inzageregels import PURPOSES, looks_of
from tests.facts import CONVENANT, GEMEENTE, OM, POLITIE
from tests.verzoekfeit import standpunt, verzoek

pytestmark = pytest.mark.article("12.3", "15.2.e")
GOLDEN = Path(__file__).parent / "golden"
FIRST = date(2026, 1, 5)
WEGEN, PLAN = "wegen en beslissen", "plan opstellen en volgen"
NAMES: dict[UUID, str] = {o.id: o.naam for o in CONVENANT.organisaties}
GERDA, PETRA = UUID(int=0xA1), UUID(int=0xA2)


def look(
    van: OrganisatieFeit | None, *, days: int = 0, doel: str = WEGEN, nummer: str = "W-1", **rest: Any
) -> Inzageregel:
    """Give a line of one day."""
    on = FIRST + timedelta(days=days)
    counted = rest or {"geopend": 1}
    return Inzageregel(nummer=nummer, organisatie_id=van.id if van else None, doel=doel, vanaf=on, tot=on, **counted)


def piece(number: int, van: OrganisatieFeit, *, days: int = 0) -> OverzichtStuk:
    """Give a piece that an organisation provided on a day."""
    return OverzichtStuk(
        id=UUID(int=number),
        herkomst=Herkomst.WEEGPLOEG,
        is_archief=False,
        soort="signaal",
        op=FIRST + timedelta(days=days),
        organisatie_id=van.id,
        over_id=None,
        staat="",
        grondslag="",
        doel="",
        gegevens=(),
    )


def shown(overzicht: Overzicht, *, weg: tuple[int, ...] = (), silent: tuple[UUID, ...] = ()) -> list[Inzageregel]:
    """Give the lines that are given where these pieces are kept back."""
    return list(given_looks(overzicht, {UUID(int=n) for n in weg}, silent=silent, namen={GERDA: "Gerda Bedacht"}))


class TestTheLines:
    """What the person reads."""

    @pytest.mark.parametrize("taal", Taal)
    def test_read_as_they_should(self, *, taal: Taal) -> None:
        """By organisation: when, for what, how often; the system by itself; names where they are given."""
        lines = (
            look(GEMEENTE, geopend=3, gewijzigd=1),
            look(GEMEENTE, days=2, doel=PLAN, geopend=1, verstrekt=1),
            replace(look(OM, geopend=2), tot=FIRST + timedelta(days=20)),
            look(None, days=5, doel="bewaren en vernietigen", gewijzigd=1),
            replace(look(POLITIE, days=3, geopend=1), namen=("Petra Politie (bedacht)",)),
        )
        with translation.override(taal):
            deel = looks_of(lines, NAMES)
        text = [f"# {deel.titel}", deel.inleiding]
        for tabel in deel.tabellen:
            text += [f"## {tabel.opschrift}", *(" | ".join(row) for row in (tabel.kolommen, *tabel.rijen))]

        assert "\n".join(text) + "\n" == (GOLDEN / f"inzage.{taal}.txt").read_text(encoding="utf-8")

    def test_have_words_for_every_activity_in_which_a_file_is_used(self) -> None:
        """A new activity gets words, or this fails: but those that are never listed, and those of the register."""
        load_all()
        used = {act.verwerking for act in ACTS.values() if act.bestand in {"weegploeg", "casusoverleg", "archief"}}
        never = {"betrokkenen informeren", "toezicht op inzage", "werkvoorraad", "logboek controleren"}

        assert used - never <= set(PURPOSES)

    def test_add_up_the_files(self) -> None:
        """A dossier and its casus are one to the person: one line for a day and a purpose."""
        found = Overzicht(
            inzage=(look(OM, geopend=2), look(OM, nummer="C-1", geopend=1, gewijzigd=1), look(OM, doel=PLAN))
        )

        assert [(o.doel, o.geopend, o.gewijzigd, o.nummer) for o in shown(found)] == [
            (PLAN, 1, 0, ""),
            (WEGEN, 3, 1, ""),
        ]

    def test_go_by_month_where_there_are_too_many(self) -> None:
        """From more than sixty days on; nothing is lost of the numbers."""
        few = Overzicht(inzage=tuple(look(OM, days=n) for n in range(MOST_LINES)))
        many = Overzicht(inzage=tuple(look(OM, days=n) for n in range(MOST_LINES + 1)))
        by_month = shown(many)

        assert len(shown(few)) == MOST_LINES
        assert [(o.vanaf, o.tot, o.geopend) for o in by_month] == [
            (date(2026, 1, 5), date(2026, 1, 31), 27),
            (date(2026, 2, 1), date(2026, 2, 28), 28),
            (date(2026, 3, 1), date(2026, 3, 6), 6),
        ]

    def test_of_a_later_gathering_replace_those_of_the_same_day(self) -> None:
        """Counted again, with more of it; the days of before stay."""
        early = Overzicht(inzage=(look(OM, geopend=1), look(OM, days=1, geopend=1)))
        late = Overzicht(inzage=(look(OM, days=1, geopend=4), look(OM, days=2, geopend=1)))

        assert [(o.vanaf.day, o.geopend) for o in newest([early, late])] == [(5, 1), (6, 4), (7, 1)]


class TestEmployees:
    """Are counted, and not named."""

    def test_are_named_only_where_that_was_chosen(self) -> None:
        """Of whom the name is not given there is not even an id."""
        found = Overzicht(
            inzage=(replace(look(GEMEENTE), medewerkers=(GERDA,)), replace(look(POLITIE), medewerkers=(PETRA,)))
        )

        assert [(o.medewerkers, o.namen) for o in shown(found)] == [((), ("Gerda Bedacht",)), ((), ())]


@pytest.mark.article("12.4", "11.3")
class TestWhatIsKeptBack:
    """No line tells of what a ground of 11.3 keeps back."""

    PIECES = (piece(1, POLITIE), piece(2, POLITIE, days=3), piece(3, GEMEENTE))
    WHOLE = Overzicht(
        stukken=PIECES,
        inzage=(look(POLITIE, gewijzigd=1), look(POLITIE, days=3, gewijzigd=1), look(POLITIE, days=9), look(GEMEENTE)),
    )

    def test_takes_every_line_of_who_is_not_in_what_is_given(self) -> None:
        """That the politie had anything to do with it stays unsaid."""
        assert {o.organisatie_id for o in shown(self.WHOLE, weg=(1, 2))} == {GEMEENTE.id}
        assert {o.organisatie_id for o in shown(self.WHOLE, silent=(POLITIE.id,))} == {GEMEENTE.id}

    def test_takes_the_days_of_what_is_kept_back_of_who_gives_the_rest(self) -> None:
        """The day on which a signaal came in tells that there is one."""
        left = [(o.organisatie_id, o.vanaf) for o in shown(self.WHOLE, weg=(2,))]

        assert (POLITIE.id, FIRST + timedelta(days=3)) not in left
        assert {(POLITIE.id, FIRST), (POLITIE.id, FIRST + timedelta(days=9)), (GEMEENTE.id, FIRST)} == set(left)

    def test_is_left_out_of_the_answer(self) -> None:
        """Where the politie invokes a ground for all of its own."""
        own = standpunt(80, POLITIE, Antwoord.GROND_EIGEN, "11.3.b")
        gathered = OverzichtInhoud(persoon_id=None, overzicht=self.WHOLE, ongelezen=(), door="")
        feit = verzoek(staat=Verzoekstaat.BESLOTEN, stukken=(own,))
        answer = answer_with(feit, [gathered], uitkomst=Besluituitkomst.DEELS, kept=[POLITIE.id])

        assert answer.overzicht is not None
        assert {o.organisatie_id for o in answer.overzicht.inzage} == {GEMEENTE.id}
