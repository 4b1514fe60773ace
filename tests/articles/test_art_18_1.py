"""Covenant 18.1: the covenant is in force from a date; 18.2 and 18.3: who left, and what then still happens."""

from dataclasses import replace
from datetime import date

import pytest

from casustafel.convenant.feit import OrganisatieFeit, Rol
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beheer import may_load_convenant
from casustafel.convenant.rules.toegang import may_find_dossiers, may_open_plan
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    POLITIE,
    TOMORROW,
    YESTERDAY,
    casus,
    convenant,
    hidden,
    operator,
    refused,
    right,
    state,
    tafel,
    weegploeg,
    wie,
)


@pytest.mark.article("18.1")
class TestTheCovenant:
    """The day from which the covenant is in force."""

    def test_opens_nothing_the_day_before(self) -> None:
        """The day before the covenant is in force there is no file."""
        onder = replace(CONVENANT, in_werking_op=TOMORROW)

        assert hidden(may_find_dossiers(weegploeg(onder=onder), day=DAY)) == {right("18.1", "not-in-force")}
        assert hidden(may_open_plan(tafel(onder=onder), casus().kop, day=DAY)) == {right("18.1", "not-in-force")}

    @pytest.mark.parametrize("in_werking_op", [DAY, YESTERDAY])
    def test_is_in_force_from_its_first_day(self, in_werking_op: date) -> None:
        """On its first day, and on every day after that, the covenant is in force: it has no end."""
        onder = replace(CONVENANT, in_werking_op=in_werking_op)

        assert may_find_dossiers(weegploeg(onder=onder), day=DAY).is_allowed
        assert may_open_plan(tafel(onder=onder), casus().kop, day=DAY).is_allowed


@pytest.mark.article("18.2")
class TestAnOrganisation:
    """The days between which an organisation takes part."""

    @pytest.mark.parametrize("organisatie", [POLITIE, DE_BRUG])
    @pytest.mark.parametrize(("vanaf", "tot"), [(DAY, None), (YESTERDAY, None), (YESTERDAY, TOMORROW)])
    def test_has_access_while_it_takes_part(self, organisatie: OrganisatieFeit, vanaf: date, tot: date | None) -> None:
        """From its first day until its notice has run out the people of an organisation have access."""
        asker = tafel(organisatie, onder=convenant(replace(organisatie, vanaf=vanaf, tot=tot)))

        assert may_open_plan(asker, casus().kop, day=DAY).is_allowed

    @pytest.mark.parametrize("organisatie", [POLITIE, DE_BRUG])
    @pytest.mark.parametrize(("vanaf", "tot"), [(TOMORROW, None), (YESTERDAY, DAY), (date(2024, 1, 1), YESTERDAY)])
    def test_has_none_before_it_joins_and_once_it_left(
        self, organisatie: OrganisatieFeit, vanaf: date, tot: date | None
    ) -> None:
        """Before its first day, and from the day its notice has run out, its people have no access."""
        asker = tafel(organisatie, onder=convenant(replace(organisatie, vanaf=vanaf, tot=tot)))

        assert hidden(may_open_plan(asker, casus().kop, day=DAY)) == {right("18.2", "left")}


@pytest.mark.article("18.1")
@pytest.mark.article("1")
class TestLoadingACovenant:
    """A concluded covenant is entered by the operator."""

    def test_is_done_once(self) -> None:
        """A covenant enters under a code that is new."""
        assert may_load_convenant(operator(), is_known=False).is_allowed

    def test_is_refused_for_a_code_that_is_there(self) -> None:
        """A covenant that is there is not entered over."""
        assert refused(may_load_convenant(operator(), is_known=True)) == {state("18.1", "known")}

    @pytest.mark.parametrize("rol", sorted(frozenset(Rol) - {Rol.OPERATOR}))
    def test_is_nobody_elses(self, rol: Rol) -> None:
        """No person of a party, and no job, enters a covenant."""
        asker = wie(Soort.GEMEENTE, rol)

        assert hidden(may_load_convenant(asker, is_known=False)) == {right("15.2.c", "operator")}
