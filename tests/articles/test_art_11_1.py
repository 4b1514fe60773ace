"""Covenant 11.1: the covenant and its annexes are public; article 1: its words."""

import pytest

from casustafel.convenant.feit import Rol
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beheer import may_open_convenant
from tests.facts import hidden, right, wie


@pytest.mark.article("11.1")
@pytest.mark.article("1")
class TestTheTextOfTheCovenant:
    """The covenant, its parties and its annexes."""

    @pytest.mark.parametrize("rol", Rol)
    def test_is_read_by_everybody_with_an_authorisation(self, rol: Rol) -> None:
        """Whatever the role, and before any secrecy is accepted, the covenant itself can be read."""
        assert may_open_convenant(wie(Soort.EXTERN, rol, aanvaard=False)).is_allowed

    def test_is_not_shown_inside_to_who_has_none(self) -> None:
        """Who has no authorisation reads the covenant in the Staatscourant, not here."""
        assert hidden(may_open_convenant(wie(Soort.EXTERN))) == {right("15.2.c", "no-authorisation")}
