"""Articles 13.2 and 13.4: who consults the archive, for what, and how a copy comes back for a new decision."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from casustafel.convenant.archief import ArchiefFeit, ArchiefItemFeit, Vraagsoort
from casustafel.convenant.feit import ConvenantFeit, Keuze, OrganisatieFeit, StukFeit, StukId, Wie
from casustafel.convenant.overeenstemming import Onderwerp, Vraagstaat, on_reactivation
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.rules import archief as rules
from casustafel.convenant.rules import reactivering as again
from casustafel.convenant.stuk import VERVALLEN, ArchiefStuk, DossierStuk, Herkomst
from casustafel.convenant.verdict import Verdict, refuse_for
from casustafel.convenant.verstrekking import EigenBesluit, Merk
from casustafel.convenant.werk import Stap
from casustafel.convenant.werk_archief import werk_on_reactivering
from tests.facts import (
    CONVENANT,
    DAY,
    GEMEENTE,
    OM,
    OTHER_CONVENANT,
    POLITIE,
    RAAD,
    convenant_without,
    field,
    hidden,
    refused,
    right,
    state,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
)

A_DAY = timedelta(days=1)
SIGNAAL, WEGING, BIJDRAGE, KOP = (UUID(int=n) for n in range(21, 25))
VRAAG, AGAIN = StukId(UUID(int=31)), StukId(UUID(int=32))
OPEN_UNTIL = DAY + 30 * A_DAY
NOWHERE = UUID(int=99)


def item(item_id: UUID, herkomst: Herkomst, soort: str) -> ArchiefItemFeit:
    """Give a piece that came from a file."""
    stuk = StukFeit(id=StukId(item_id), soort=soort, organisatie_id=POLITIE.id, bij_id=None, op=date(2025, 4, 1))
    return ArchiefItemFeit(herkomst=herkomst, stuk=stuk)


def own(  # a piece of the archive is these fields
    soort: ArchiefStuk,
    staat: str,
    *,
    by: OrganisatieFeit = GEMEENTE,
    stuk_id: UUID = VRAAG,
    bij_id: StukId | None = None,
    tot: date | None = None,
) -> ArchiefItemFeit:
    """Give a piece that the archive made itself."""
    stuk = StukFeit(
        id=StukId(stuk_id), soort=soort, organisatie_id=by.id, bij_id=bij_id, op=DAY, uiterlijk_op=tot, staat=staat
    )
    return ArchiefItemFeit(herkomst=Herkomst.ARCHIEF, stuk=stuk)


def archief(*more: ArchiefItemFeit, op: date = date(2025, 4, 1)) -> ArchiefFeit:
    """Give a subject in the archive on which the last casework was done on a day."""
    return ArchiefFeit(
        id=UUID(int=11),
        convenant_id=CONVENANT.id,
        nummer="W-2025-0001",
        casus_nummer="C-2025-0001",
        versie=1,
        verwerkt_op=op,
        gearchiveerd_op=DAY,
        items=(
            item(SIGNAAL, Herkomst.WEEGPLOEG, DossierStuk.SIGNAAL),
            item(WEGING, Herkomst.WEEGPLOEG, DossierStuk.WEGING),
            item(BIJDRAGE, Herkomst.CASUSOVERLEG, DossierStuk.SIGNAAL),
            item(KOP, Herkomst.WEEGPLOEG, ArchiefStuk.KOP),
            *more,
        ),
    )


STATED = own(ArchiefStuk.VRAAG, Vraagsoort.KLACHT, tot=OPEN_UNTIL)
ASKED = own(ArchiefStuk.REACTIVERING, Vraagstaat.OPEN, stuk_id=AGAIN)


def position(by: OrganisatieFeit, keuze: str) -> ArchiefItemFeit:
    """Give the position of a kernpartij on a renewed decision."""
    return own(ArchiefStuk.STANDPUNT, keuze, by=by, stuk_id=UUID(int=40 + by.id.int), bij_id=AGAIN)


@pytest.mark.article("13.2")
class TestTheList:
    """Numbers and dates: for kernpartijen, and for the uitvoerder with a named task."""

    @pytest.mark.parametrize("wie", [weegploeg(GEMEENTE), weegploeg(OM), weegploeg(POLITIE), uitvoerder()])
    def test_is_for_kernpartijen_and_the_uitvoerder(self, wie: Wie) -> None:
        """Both the list and each row of it."""
        assert rules.may_find_archieven(wie, day=DAY).is_allowed
        assert rules.may_find_archief(wie, archief(), day=DAY).is_allowed

    def test_asks_the_uitvoerder_for_the_task(self) -> None:
        """Covenant 5."""
        assert refused(rules.may_find_archieven(uitvoerder(None), day=DAY)) == {field("5", "taak")}
        assert refused(rules.may_find_archief(uitvoerder(None), archief(), day=DAY)) == {field("5", "taak")}

    @pytest.mark.parametrize("wie", [tafel(POLITIE), tafel(RAAD), systeem()])
    def test_is_hidden_from_everybody_else(self, wie: Wie) -> None:
        """At the table or not."""
        assert hidden(rules.may_find_archieven(wie, day=DAY)) == {right("13.2", "kernpartij")}
        assert hidden(rules.may_find_archief(wie, archief(), day=DAY)) == {right("13.2", "kernpartij")}

    def test_has_nothing_of_another_covenant(self) -> None:
        """Each covenant its own."""
        other = replace(archief(), convenant_id=OTHER_CONVENANT.id)

        assert hidden(rules.may_find_archief(weegploeg(GEMEENTE), other, day=DAY)) == {right("8.4", "other-convenant")}

    def test_is_not_there_without_standing(self) -> None:
        """The secrecy text comes first."""
        unsworn = replace(weegploeg(GEMEENTE), geheimhouding_aanvaard=False)

        assert hidden(rules.may_find_archieven(unsworn, day=DAY)) == {right("14.1", "secrecy")}

    @pytest.mark.article("13.1")
    def test_leaves_out_what_is_past_its_five_years(self) -> None:
        """The day before its last day, that day, and the day after; and the filter says the same."""
        one, last = archief(op=date(2021, 3, 2)), date(2026, 3, 2)
        answers = [rules.may_find_archief(weegploeg(GEMEENTE), one, day=last + n * A_DAY) for n in (-1, 0, 1)]

        assert rules.kept_until(one, CONVENANT) == last
        assert [answer.is_allowed for answer in answers] == [True, True, False]
        assert hidden(answers[-1]) == {right("13.1", "past-term")}
        assert [one.verwerkt_op > rules.past_since(CONVENANT, day=last + n * A_DAY) for n in (0, 1)] == [True, False]


@pytest.mark.article("13.2")
class TestTheQuestion:
    """Stated by a kernpartij before it opens anything."""

    def test_is_stated_by_a_kernpartij_with_a_reference(self) -> None:
        """In words."""
        assert rules.may_state_archiefvraag(weegploeg(OM), archief(), kenmerk="Klacht 12", day=DAY).is_allowed
        empty = rules.may_state_archiefvraag(weegploeg(OM), archief(), kenmerk="  ", day=DAY)
        assert refused(empty) == {field("13.2", "kenmerk")}

    @pytest.mark.article("5")
    def test_is_not_for_the_uitvoerder(self) -> None:
        """It sees number and dates, and is told so; it opens nothing."""
        wie, feit = uitvoerder(), archief(STATED)
        answers = (
            rules.may_consult_archief(wie, feit, day=DAY),
            rules.may_state_archiefvraag(wie, feit, kenmerk="Klacht 12", day=DAY),
            rules.may_open_archiefitems(wie, feit, vraag_id=VRAAG, day=DAY),
            rules.may_open_archiefitem(wie, feit, vraag_id=VRAAG, item_id=SIGNAAL, day=DAY),
        )

        assert [refused(answer) for answer in answers] == [{right("13.2", "kernpartij")}] * 4

    def test_is_hidden_from_the_table(self) -> None:
        """As if nothing were there."""
        wie, feit = tafel(RAAD), archief(STATED)
        for answer in (
            rules.may_state_archiefvraag(wie, feit, kenmerk="Klacht 12", day=DAY),
            rules.may_open_archiefitems(wie, feit, vraag_id=VRAAG, day=DAY),
            rules.may_open_archiefitem(wie, feit, vraag_id=VRAAG, item_id=SIGNAAL, day=DAY),
        ):
            assert hidden(answer) == {right("13.2", "kernpartij")}

    def test_opens_items_for_who_stated_it_until_its_last_day(self) -> None:
        """The last day, and the day after."""
        wie, feit = weegploeg(GEMEENTE), archief(STATED)
        found = [rules.purpose_of(wie, feit, VRAAG, day=OPEN_UNTIL + n * A_DAY) for n in (-1, 0, 1)]

        assert found == [Vraagsoort.KLACHT, Vraagsoort.KLACHT, None]
        assert rules.may_open_archiefitems(wie, feit, vraag_id=VRAAG, day=OPEN_UNTIL).is_allowed
        assert rules.may_open_archiefitem(wie, feit, vraag_id=VRAAG, item_id=BIJDRAGE, day=OPEN_UNTIL).is_allowed
        late = rules.may_open_archiefitem(wie, feit, vraag_id=VRAAG, item_id=BIJDRAGE, day=OPEN_UNTIL + A_DAY)
        assert refused(late) == {state("13.2", "no-question")}

    @pytest.mark.parametrize(
        ("wie", "vraag_id", "feit"),
        [
            (weegploeg(OM), VRAAG, archief(STATED)),
            (weegploeg(GEMEENTE), NOWHERE, archief(STATED)),
            (weegploeg(GEMEENTE), VRAAG, archief()),
            (weegploeg(GEMEENTE), VRAAG, archief(own(ArchiefStuk.VRAAG, Vraagsoort.KLACHT))),
            (weegploeg(GEMEENTE), AGAIN, archief(own(ArchiefStuk.REACTIVERING, Vraagstaat.AANGENOMEN, stuk_id=AGAIN))),
        ],
    )
    def test_of_another_or_of_nobody_opens_nothing(self, wie: Wie, vraag_id: UUID, feit: ArchiefFeit) -> None:
        """Neither the list nor an item."""
        assert refused(rules.may_open_archiefitems(wie, feit, vraag_id=vraag_id, day=DAY)) == {
            state("13.2", "no-question")
        }
        one = rules.may_open_archiefitem(wie, feit, vraag_id=vraag_id, item_id=SIGNAAL, day=DAY)
        assert refused(one) == {state("13.2", "no-question")}

    @pytest.mark.parametrize("item_id", [NOWHERE, VRAAG])
    def test_opens_nothing_that_did_not_come_from_a_file(self, item_id: UUID) -> None:
        """What is not there, and the questions themselves."""
        one = rules.may_open_archiefitem(weegploeg(GEMEENTE), archief(STATED), vraag_id=VRAAG, item_id=item_id, day=DAY)

        assert refused(one) == {field("13.2", "item_id")}

    @pytest.mark.article("10.4", "13.4")
    def test_is_the_pending_decision_for_each_kernpartij(self) -> None:
        """While it is pending, and only what it is about."""
        for party in (GEMEENTE, OM, POLITIE):
            assert rules.purpose_of(weegploeg(party), archief(ASKED), AGAIN, day=DAY) is Vraagsoort.HEROVERWEGING
        assert list(rules.chosen_reasons(SIGNAAL, gekozen={SIGNAAL})) == []
        assert list(rules.chosen_reasons(SIGNAAL, gekozen=None)) == []
        assert refused(refuse_for(rules.chosen_reasons(WEGING, gekozen={SIGNAAL}))) == {right("13.4", "not-chosen")}

    @pytest.mark.article("6")
    def test_keeps_the_class_of_an_item(self) -> None:
        """Who may not have it at the table does not have it here, but by an own decision of whose it is."""

        def reasons(merk: Merk | None, *besluiten: EigenBesluit) -> Verdict:
            found = rules.archief_class_reasons(
                merk, item_id=BIJDRAGE, organisatie=RAAD, besluiten=besluiten, regime=CONVENANT_2017, day=DAY
            )
            return refuse_for(found)

        classed = Merk(grondslag="wpg-20", doel="a", klassen=("wpg-8",))
        decided = EigenBesluit(item_id=StukId(BIJDRAGE), organisatie_id=RAAD.id)
        assert refused(reasons(classed)) == {right("6", "class")}
        assert reasons(classed, decided).is_allowed
        assert reasons(None).is_allowed


@pytest.mark.article("13.4")
class TestTheOrder:
    """A renewed decision is asked by one kernpartij, for a purpose of the covenant, on chosen signals."""

    @staticmethod
    def _ask(  # what is given is in order, but for one thing
        wie: Wie | None = None,
        feit: ArchiefFeit | None = None,
        *,
        doel: str = "i",
        noodzaak: str = "Nodig.",
        items: tuple[UUID, ...] = (SIGNAAL,),
    ) -> Verdict:
        wie, feit = wie or weegploeg(GEMEENTE), feit or archief()
        return again.may_ask_reactivering(wie, feit, doelstelling=doel, noodzaak=noodzaak, items=items, day=DAY)

    @pytest.mark.parametrize("doel", ["i", "ii"])
    def test_names_a_purpose_of_the_covenant(self, doel: str) -> None:
        """One of article 3."""
        assert self._ask(doel=doel).is_allowed
        assert refused(self._ask(doel="iii")) == {field("13.4", "doelstelling")}

    def test_says_why_and_on_which_signals(self) -> None:
        """Not the old analysis, nothing of the casus, nothing that is not there."""
        assert refused(self._ask(noodzaak=" ")) == {field("13.4", "noodzaak")}
        for items in ((), (WEGING,), (BIJDRAGE,), (SIGNAAL, KOP), (NOWHERE,)):
            assert refused(self._ask(items=items)) == {field("13.4", "items")}

    def test_is_asked_once_at_a_time(self) -> None:
        """After one that was settled or taken back it may be asked again."""
        assert refused(self._ask(feit=archief(ASKED))) == {state("13.4", "asked")}
        for staat in (Vraagstaat.AANGENOMEN, Vraagstaat.INGETROKKEN):
            settled = archief(own(ArchiefStuk.REACTIVERING, staat, stuk_id=AGAIN))
            assert self._ask(feit=settled).is_allowed

    def test_is_not_for_others(self) -> None:
        """The uitvoerder is told so; for the table nothing is there."""
        assert refused(self._ask(uitvoerder())) == {right("13.2", "kernpartij")}
        assert hidden(self._ask(tafel(RAAD))) == {right("13.2", "kernpartij")}

    @pytest.mark.article("18.3")
    def test_is_casework(self) -> None:
        """Not without one of the kernpartijen, nor without a verified regime."""
        lacking = weegploeg(GEMEENTE, onder=convenant_without(POLITIE))
        unverified: ConvenantFeit = replace(CONVENANT, regime_geverifieerd_op=None)

        assert state("18.3", "kernpartijen") in refused(self._ask(lacking))
        assert refused(self._ask(weegploeg(GEMEENTE, onder=unverified))) == {state("B1.3", "regime")}


@pytest.mark.article("13.4", "4")
class TestAgreement:
    """The controller orders: each kernpartij agrees, and the last agreement adopts."""

    def test_is_the_one_mechanism(self) -> None:
        """The last question counts, with the positions beside it."""
        earlier = own(ArchiefStuk.REACTIVERING, Vraagstaat.INGETROKKEN, stuk_id=UUID(int=30))
        gone = own(ArchiefStuk.STANDPUNT, VERVALLEN, by=OM, stuk_id=UUID(int=50), bij_id=AGAIN)
        elsewhere = own(ArchiefStuk.STANDPUNT, Keuze.INSTEMMEN, by=OM, stuk_id=UUID(int=51), bij_id=StukId(NOWHERE))
        found = on_reactivation(archief(earlier, ASKED, position(GEMEENTE, Keuze.INSTEMMEN), gone, elsewhere))

        assert on_reactivation(archief()) is None
        assert found is not None
        assert found[0] == AGAIN
        assert (found[1].onderwerp, found[1].staat, found[1].artikel) == (
            Onderwerp.REACTIVERING,
            Vraagstaat.OPEN,
            "13.4",
        )
        assert (found[1].gevraagd_op, found[1].gevraagd_door) == (DAY, GEMEENTE.id)
        assert [(s.organisatie_id, s.keuze) for s in found[1].standpunten] == [(GEMEENTE.id, Keuze.INSTEMMEN)]

    def test_a_position_is_taken_while_it_is_open_with_reasons(self) -> None:
        """By each kernpartij."""

        def take(feit: ArchiefFeit, motivering: str = "Nodig.") -> Verdict:
            return again.may_take_standpunt_reactivering(weegploeg(OM), feit, motivering=motivering, day=DAY)

        settled = own(ArchiefStuk.REACTIVERING, Vraagstaat.AANGENOMEN, stuk_id=AGAIN)
        assert take(archief(ASKED)).is_allowed
        assert refused(take(archief(ASKED), "")) == {field("13.4", "motivering")}
        assert refused(take(archief())) == {state("4", "no-question")}
        assert refused(take(archief(settled))) == {state("13.4", "settled")}
        table = again.may_take_standpunt_reactivering(tafel(OM), archief(ASKED), motivering="Nodig.", day=DAY)
        assert hidden(table) == {right("13.2", "kernpartij")}

    def test_who_has_not_spoken_is_reminded_once_a_day(self) -> None:
        """By a kernpartij, while it is open; the day of the reminder stands with the question."""

        def remind(feit: ArchiefFeit, wie: Wie | None = None) -> Verdict:
            return again.may_remind_reactivering(wie or weegploeg(GEMEENTE), feit, day=DAY)

        reminder = own(ArchiefStuk.HERINNERING, "", stuk_id=UUID(int=60), bij_id=AGAIN)
        spoken = archief(ASKED, *(position(by, Keuze.INSTEMMEN) for by in (GEMEENTE, OM, POLITIE)))
        found = on_reactivation(archief(ASKED, reminder))
        assert found is not None
        assert found[1].herinnerd_op == DAY
        assert remind(archief(ASKED)).is_allowed
        assert refused(remind(archief(ASKED, reminder))) == {state("13.4", "reminded")}
        assert refused(remind(spoken)) == {state("13.4", "all-spoke")}
        assert refused(remind(archief())) == {state("4", "no-question")}
        assert hidden(remind(archief(ASKED), tafel(OM))) == {right("13.2", "kernpartij")}

    def test_it_waits_for_who_has_not_spoken(self) -> None:
        """In their werkvoorraad, until the last day of the data, with the day of the last reminder."""
        reminder = own(ArchiefStuk.HERINNERING, "", stuk_id=UUID(int=60), bij_id=AGAIN)
        feit = archief(ASKED, position(GEMEENTE, Keuze.INSTEMMEN), reminder)
        (werk,) = werk_on_reactivering(weegploeg(OM), feit, day=DAY)

        assert (werk.stap, werk.artikel, werk.nummer) == (Stap.STANDPUNT_REACTIVERING, "13.4", "W-2025-0001")
        assert (werk.uiterlijk_op, werk.herinnerd_op) == (date(2030, 4, 1), DAY)
        assert not [*werk_on_reactivering(weegploeg(GEMEENTE), feit, day=DAY)]
        assert not [*werk_on_reactivering(tafel(OM), feit, day=DAY)]
        assert not [*werk_on_reactivering(weegploeg(OM), archief(), day=DAY)]

    def test_who_asked_takes_it_back(self) -> None:
        """And nobody else, and not once it is settled."""
        assert again.may_withdraw_reactivering(weegploeg(GEMEENTE), archief(ASKED), day=DAY).is_allowed
        other = again.may_withdraw_reactivering(weegploeg(OM), archief(ASKED), day=DAY)
        assert refused(other) == {right("13.4", "asker")}
        none = again.may_withdraw_reactivering(weegploeg(GEMEENTE), archief(), day=DAY)
        assert refused(none) == {state("4", "no-question")}

    def test_the_last_agreement_adopts(self) -> None:
        """Not while one is silent or withholds."""
        two = archief(ASKED, position(GEMEENTE, Keuze.INSTEMMEN), position(OM, Keuze.INSTEMMEN))
        withheld = archief(ASKED, position(GEMEENTE, Keuze.INSTEMMEN), position(OM, Keuze.ONTHOUDEN))

        assert again.would_reactivate(weegploeg(POLITIE), two, Keuze.INSTEMMEN, day=DAY)
        assert not again.would_reactivate(weegploeg(POLITIE), two, Keuze.ONTHOUDEN, day=DAY)
        assert not again.would_reactivate(weegploeg(POLITIE), withheld, Keuze.INSTEMMEN, day=DAY)
        assert not again.would_reactivate(weegploeg(OM), two, Keuze.INSTEMMEN, day=DAY)
        assert not again.would_reactivate(weegploeg(POLITIE), archief(), Keuze.INSTEMMEN, day=DAY)

    def test_one_that_changes_its_mind_counts_once(self) -> None:
        """Its new position stands for the old one."""
        withheld = archief(
            ASKED,
            position(GEMEENTE, Keuze.INSTEMMEN),
            position(OM, Keuze.ONTHOUDEN),
            position(POLITIE, Keuze.INSTEMMEN),
        )

        assert again.would_reactivate(weegploeg(OM), withheld, Keuze.INSTEMMEN, day=DAY)
