"""Covenant 10.4: parties have access while at the table; for others the casus does not exist."""

from datetime import date

import pytest

from casustafel.convenant.feit import CasusStaat, OrganisatieFeit, Rol, Taak, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.toegang import (
    may_find_afsluitingen,
    may_find_casussen,
    may_open_afsluiting,
    may_open_casus,
    may_open_plan,
)
from tests.facts import (
    DAY,
    DE_BRUG,
    GEMEENTE,
    OM,
    OTHER_CONVENANT,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    SINCE,
    TOMORROW,
    YESTERDAY,
    casus,
    deelnemers,
    field,
    hidden,
    refused,
    right,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

NOT_AT_TABLE = {right("10.4", "not-at-table")}
ADVISED = casus(CasusStaat.AFSLUITING_GEADVISEERD).kop


@pytest.mark.article("10.4")
class TestAPartyAtTheTable:
    """A kernpartij or casuspartij that the plan needs."""

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD])
    def test_opens_the_casus(self, organisatie: OrganisatieFeit) -> None:
        """While at the table a party has access to the file of this casus."""
        assert may_find_casussen(tafel(organisatie), day=DAY).is_allowed
        assert may_open_casus(tafel(organisatie), casus().kop, day=DAY).is_allowed

    @pytest.mark.parametrize(("vanaf", "tot"), [(DAY, None), (YESTERDAY, None), (SINCE, TOMORROW)])
    def test_has_access_from_its_first_day_until_it_leaves(self, vanaf: date, tot: date | None) -> None:
        """On its first day a party has access, and still on the day before it has left."""
        kop = casus(aan_tafel=deelnemers(RAAD, DE_BRUG, vanaf=vanaf, tot=tot)).kop

        assert may_open_casus(tafel(RAAD), kop, day=DAY).is_allowed
        assert may_open_plan(tafel(DE_BRUG), kop, day=DAY).is_allowed

    @pytest.mark.parametrize(("vanaf", "tot"), [(TOMORROW, None), (SINCE, DAY), (SINCE, YESTERDAY)])
    def test_has_none_before_its_first_day_or_once_it_left(self, vanaf: date, tot: date | None) -> None:
        """The day before it joins, and from the day it has left, the casus does not exist for it."""
        kop = casus(aan_tafel=deelnemers(RAAD, DE_BRUG, vanaf=vanaf, tot=tot)).kop

        assert hidden(may_open_casus(tafel(RAAD), kop, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_plan(tafel(DE_BRUG), kop, day=DAY)) == NOT_AT_TABLE

    def test_has_access_again_when_it_comes_back(self) -> None:
        """A party that left and joined again has access from the later day."""
        back = (*deelnemers(RAAD, tot=YESTERDAY), *deelnemers(RAAD, vanaf=DAY))

        assert may_open_casus(tafel(RAAD), casus(aan_tafel=back).kop, day=DAY).is_allowed


@pytest.mark.article("10.4")
class TestAPartyElsewhere:
    """A party that is not at the table of this casus."""

    @pytest.mark.parametrize("organisatie", [OM, RECLASSERING])
    def test_does_not_learn_that_the_casus_exists(self, organisatie: OrganisatieFeit) -> None:
        """With the role, and at tables of its own, a party finds nothing of the others."""
        assert may_find_casussen(tafel(organisatie), day=DAY).is_allowed
        assert hidden(may_open_casus(tafel(organisatie), casus().kop, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_plan(tafel(organisatie), casus().kop, day=DAY)) == NOT_AT_TABLE

    def test_has_no_access_without_the_role(self) -> None:
        """Somebody of a party at the table who has not the role of the casusoverleg has no access."""
        asker = wie(Soort.POLITIE, Rol.AUDITOR)

        assert hidden(may_find_casussen(asker, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_casus(asker, casus().kop, day=DAY)) == NOT_AT_TABLE

    def test_has_no_access_for_want_of_an_organisation(self) -> None:
        """Who speaks for no organisation has no seat."""
        asker = wie(None, Rol.CASUSOVERLEG)

        assert hidden(may_open_casus(asker, casus().kop, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_plan(asker, casus().kop, day=DAY)) == NOT_AT_TABLE

    def test_has_no_access_from_another_covenant(self) -> None:
        """A seat in one covenant opens no casus of another."""
        asker = tafel(onder=OTHER_CONVENANT)

        assert hidden(may_open_casus(asker, casus().kop, day=DAY)) == {right("8.4", "other-convenant")}
        assert hidden(may_open_plan(asker, casus().kop, day=DAY)) == {right("8.4", "other-convenant")}


@pytest.mark.article("10.4")
@pytest.mark.article("9.4")
class TestAPendingClosing:
    """The table has advised the kernpartijen to close."""

    @pytest.mark.parametrize("organisatie", [GEMEENTE, OM, POLITIE])
    def test_is_opened_by_each_kernpartij(self, organisatie: OrganisatieFeit) -> None:
        """A kernpartij opens what it decides on, also when it is not at the table."""
        assert may_find_afsluitingen(weegploeg(organisatie), day=DAY).is_allowed
        assert may_open_afsluiting(weegploeg(organisatie), ADVISED, day=DAY).is_allowed

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD])
    def test_is_opened_by_each_party_at_the_table(self, organisatie: OrganisatieFeit) -> None:
        """Who advised to close sees what was advised, and has no list of closings to decide on."""
        assert may_open_afsluiting(tafel(organisatie), ADVISED, day=DAY).is_allowed
        assert hidden(may_find_afsluitingen(tafel(organisatie), day=DAY)) == NOT_AT_TABLE

    @pytest.mark.parametrize(
        ("vanaf", "tot", "at_table"),
        [
            (TOMORROW, None, False),
            (DAY, None, True),
            (YESTERDAY, None, True),
            (SINCE, TOMORROW, True),
            (SINCE, DAY, False),
            (SINCE, YESTERDAY, False),
        ],
    )
    def test_is_opened_by_a_party_while_at_the_table(self, vanaf: date, tot: date | None, at_table: bool) -> None:
        """From the day a casuspartij joins until the day it has left."""
        kop = casus(CasusStaat.AFSLUITING_GEADVISEERD, aan_tafel=deelnemers(RAAD, vanaf=vanaf, tot=tot)).kop

        assert may_open_afsluiting(tafel(RAAD), kop, day=DAY).is_allowed is at_table

    @pytest.mark.article("5")
    @pytest.mark.parametrize("taak", Taak)
    def test_is_opened_by_the_uitvoerder_for_a_named_task(self, taak: Taak) -> None:
        """The uitvoerder opens it for a task; without one it is asked for it. The list is the kernpartijen's."""
        assert may_open_afsluiting(uitvoerder(taak), ADVISED, day=DAY).is_allowed
        assert refused(may_open_afsluiting(uitvoerder(None), ADVISED, day=DAY)) == {field("5", "taak")}
        assert hidden(may_find_afsluitingen(uitvoerder(taak), day=DAY)) == NOT_AT_TABLE

    @pytest.mark.parametrize("staat", sorted(frozenset(CasusStaat) - {CasusStaat.AFSLUITING_GEADVISEERD}))
    @pytest.mark.parametrize(
        "asker",
        [
            weegploeg(OM),
            weegploeg(POLITIE),
            wie(POLITIE, Rol.WEEGPLOEG, Rol.CASUSOVERLEG),
            tafel(POLITIE),
            tafel(RAAD),
            tafel(DE_BRUG),
            uitvoerder(),
            uitvoerder(None),
            systeem(),
        ],
    )
    def test_is_not_there_before_the_advice_or_after_the_decision(self, asker: Wie, staat: CasusStaat) -> None:
        """Only while the decision is pending is there something to open: for nobody before and after."""
        assert hidden(may_open_afsluiting(asker, casus(staat).kop, day=DAY)) == NOT_AT_TABLE

    @pytest.mark.parametrize("organisatie", [RECLASSERING, DE_BRUG, ROC])
    def test_is_not_there_for_another(self, organisatie: OrganisatieFeit) -> None:
        """A casuspartij elsewhere, and a partner at the table or not, has no part in it, whatever its role."""
        asker = wie(organisatie, Rol.WEEGPLOEG, Rol.CASUSOVERLEG)

        assert hidden(may_find_afsluitingen(asker, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_afsluiting(asker, ADVISED, day=DAY)) == NOT_AT_TABLE

    def test_is_not_there_for_a_kernpartij_without_a_part_in_it(self) -> None:
        """A kernpartij that is not at the table opens it in the weegploeg only."""
        assert hidden(may_open_afsluiting(tafel(OM), ADVISED, day=DAY)) == NOT_AT_TABLE

    def test_opens_no_more_than_its_items(self) -> None:
        """For a kernpartij that is not at the table a pending decision does not open the casus."""
        assert hidden(may_open_casus(weegploeg(OM), ADVISED, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_plan(weegploeg(OM), ADVISED, day=DAY)) == NOT_AT_TABLE

    def test_of_another_covenant_is_not_there(self) -> None:
        """A kernpartij of another covenant decides nothing here."""
        asker = weegploeg(onder=OTHER_CONVENANT)

        assert hidden(may_open_afsluiting(asker, ADVISED, day=DAY)) == {right("8.4", "other-convenant")}


@pytest.mark.article("10.4")
class TestTheSystem:
    """What is due by date happens without a person."""

    def test_reaches_the_casussen_of_its_own_covenant(self) -> None:
        """The system works on a casus, has no plan page and takes part in no decision."""
        assert may_find_casussen(systeem(), day=DAY).is_allowed
        assert may_open_casus(systeem(), casus().kop, day=DAY).is_allowed
        assert hidden(may_open_plan(systeem(), casus().kop, day=DAY)) == NOT_AT_TABLE
        assert hidden(may_open_afsluiting(systeem(), ADVISED, day=DAY)) == NOT_AT_TABLE
