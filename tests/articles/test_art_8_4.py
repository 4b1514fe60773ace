"""Covenant 8.4: kernpartijen only, as far as the purpose of the weegploeg needs."""

import pytest

from casustafel.convenant.feit import Rol
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.toegang import NOT_THERE, may_find_dossier, may_find_dossiers, may_open_dossier
from tests.facts import CONVENANT, DAY, OTHER_CONVENANT, dossier, hidden, right, systeem, tafel, weegploeg, wie

KERNPARTIJEN_ONLY = right("8.4", "kernpartij")


@pytest.mark.article("8.4")
class TestARepresentativeOfAKernpartij:
    """Who represents a kernpartij in the weegploeg."""

    @pytest.mark.parametrize("soort", [Soort.GEMEENTE, Soort.OM, Soort.POLITIE])
    def test_finds_and_opens_the_dossiers_of_the_covenant(self, soort: Soort) -> None:
        """Each kernpartij has access to the file of the weegploeg."""
        kop = dossier().kop

        assert may_find_dossiers(weegploeg(soort), day=DAY).is_allowed
        assert may_find_dossier(weegploeg(soort), kop, day=DAY).is_allowed
        assert may_open_dossier(weegploeg(soort), kop, day=DAY).is_allowed

    def test_does_not_learn_of_a_dossier_of_another_covenant(self) -> None:
        """A dossier of another covenant does not exist for who is in this one."""
        asker = weegploeg(onder=OTHER_CONVENANT)

        assert hidden(may_find_dossier(asker, dossier().kop, day=DAY)) == {right("8.4", "other-convenant")}
        assert hidden(may_open_dossier(asker, dossier().kop, day=DAY)) == {right("8.4", "other-convenant")}


@pytest.mark.article("8.4")
class TestAnybodyElse:
    """Who does not represent a kernpartij in the weegploeg."""

    @pytest.mark.parametrize("soort", [Soort.RAAD, Soort.RECLASSERING, Soort.EXTERN])
    def test_has_no_access_even_with_the_role(self, soort: Soort) -> None:
        """The role of the weegploeg opens nothing for who is not of a kernpartij."""
        asker = weegploeg(soort)

        assert hidden(may_find_dossiers(asker, day=DAY)) == {KERNPARTIJEN_ONLY}
        assert hidden(may_find_dossier(asker, dossier().kop, day=DAY)) == {KERNPARTIJEN_ONLY}
        assert hidden(may_open_dossier(asker, dossier().kop, day=DAY)) == {KERNPARTIJEN_ONLY}

    def test_has_no_access_for_want_of_an_organisation(self) -> None:
        """Who speaks for no organisation represents no kernpartij."""
        assert hidden(may_find_dossiers(wie(None, Rol.WEEGPLOEG), day=DAY)) == {KERNPARTIJEN_ONLY}

    def test_has_no_access_from_the_table_of_a_casus(self) -> None:
        """Somebody of a kernpartij who sits at a table only does not see the file of the weegploeg."""
        assert hidden(may_open_dossier(tafel(), dossier().kop, day=DAY)) == {KERNPARTIJEN_ONLY}


@pytest.mark.article("8.4")
class TestADossierThatIsNotThere:
    """A number that was never given, or whose data was destroyed."""

    def test_gets_the_answer_of_one_that_is_hidden(self) -> None:
        """Not allowed and not there give the same answer."""
        assert hidden(NOT_THERE) == {right("8.4", "not-there")}
        assert NOT_THERE.outcome is may_open_dossier(tafel(), dossier().kop, day=DAY).outcome


@pytest.mark.article("8.4")
class TestTheSystem:
    """What is due by date happens without a person."""

    def test_reaches_the_dossiers_of_its_own_covenant_only(self) -> None:
        """The system works under the same rule: within one covenant, and without a secrecy text to accept."""
        assert CONVENANT.id == dossier().kop.convenant_id
        assert may_find_dossiers(systeem(), day=DAY).is_allowed
        assert may_open_dossier(systeem(), dossier().kop, day=DAY).is_allowed
