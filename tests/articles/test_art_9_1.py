"""Covenant 9.1 and 1.b: each casus has a table of its own; 1.m: only kernpartijen sit in the weegploeg."""

from dataclasses import replace

import pytest

from casustafel.convenant.feit import CasusId, Rol
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.toegang import at_table, is_weegploeg, may_open_casus
from tests.facts import AT_TABLE, CONVENANT, DAY, OM, RAAD, casus, deelnemers, stuk_id, tafel, wie


@pytest.mark.article("9.1")
@pytest.mark.article("1.b")
class TestATable:
    """The parties and partners that one plan needs."""

    def test_is_of_one_casus(self) -> None:
        """A seat at the table of one casus is no seat at that of another."""
        other = replace(casus(aan_tafel=deelnemers(OM)).kop, id=CasusId(stuk_id(99)))

        assert may_open_casus(tafel(RAAD), casus().kop, day=DAY).is_allowed
        assert not may_open_casus(tafel(RAAD), other, day=DAY).is_allowed
        assert may_open_casus(tafel(OM), other, day=DAY).is_allowed

    def test_seats_nobody_but_those_who_were_named(self) -> None:
        """Of all organisations of the covenant only those named are at the table."""
        seated = [o for o in CONVENANT.organisaties if at_table(tafel(o), casus().kop, day=DAY)]

        assert set(seated) == set(AT_TABLE)


@pytest.mark.article("1.m")
class TestTheWeegploeg:
    """The board of the kernpartijen."""

    @pytest.mark.parametrize("soort", Soort)
    def test_seats_kernpartijen_with_the_role(self, soort: Soort) -> None:
        """Gemeente, OM and politie, by who has the role; nobody else."""
        is_kernpartij = soort in {Soort.GEMEENTE, Soort.OM, Soort.POLITIE}

        assert is_weegploeg(wie(soort, Rol.WEEGPLOEG)) is is_kernpartij
        assert not is_weegploeg(wie(soort, *(frozenset(Rol) - {Rol.WEEGPLOEG})))
