"""Covenant 14.1: parties keep secret what they learn; nobody opens personal data before accepting the text."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.beheer import may_accept_geheimhouding, may_hold_token, may_see_people
from casustafel.convenant.rules.toegang import (
    may_find_afsluitingen,
    may_find_casussen,
    may_find_dossier,
    may_find_dossiers,
    may_open_afsluiting,
    may_open_casus,
    may_open_dossier,
    may_open_plan,
    standing,
)
from casustafel.convenant.verdict import Verdict
from tests.facts import (
    CONVENANT,
    DAY,
    OTHER_CONVENANT,
    POLITIE,
    casus,
    convenant_without,
    dossier,
    field,
    grounds,
    hidden,
    refused,
    right,
    systeem,
    wie,
)

SECRECY = right("14.1", "secrecy")
ALL_ROLES = frozenset(Rol) - {Rol.SYSTEEM}


@pytest.mark.article("14.1")
class TestWhoHasNotAcceptedTheSecrecyText:
    """Somebody with every role, who did not accept the current text."""

    @pytest.mark.parametrize(
        "rule",
        [
            lambda asker: may_find_dossiers(asker, day=DAY),
            lambda asker: may_find_dossier(asker, dossier().kop, day=DAY),
            lambda asker: may_open_dossier(asker, dossier().kop, day=DAY),
            lambda asker: may_find_casussen(asker, day=DAY),
            lambda asker: may_open_casus(asker, casus().kop, day=DAY),
            lambda asker: may_open_plan(asker, casus().kop, day=DAY),
            lambda asker: may_open_afsluiting(asker, casus().kop, day=DAY),
            lambda asker: may_find_afsluitingen(asker, day=DAY),
            lambda asker: may_see_people(asker, day=DAY),
            lambda asker: may_hold_token(asker, naam="export", day=DAY),
        ],
    )
    def test_is_shown_nothing(self, rule: Callable[[Wie], Verdict]) -> None:
        """Before the current secrecy text is accepted, no file and no list exists for this person."""
        asker = wie(Soort.POLITIE, *ALL_ROLES, aanvaard=False)

        assert hidden(rule(asker)) == {SECRECY}


@pytest.mark.article("14.1")
class TestStanding:
    """Whether somebody has a place in the covenant at all."""

    def test_is_there_for_who_accepted(self) -> None:
        """Somebody of a party in force, with a role, who accepted the text, has standing."""
        assert grounds(standing(wie(Soort.RAAD, Rol.CASUSOVERLEG), convenant_id=CONVENANT.id, day=DAY)) == set()

    def test_is_there_for_the_system_without_a_text(self) -> None:
        """The system learns nothing that it could tell: it accepts no text."""
        assert grounds(standing(systeem(), convenant_id=CONVENANT.id, day=DAY)) == set()

    @pytest.mark.article("18.1")
    def test_names_every_reason_for_the_log(self) -> None:
        """Whatever is wrong is named at once: the log tells all the reasons for hiding."""
        onder = replace(convenant_without(POLITIE), in_werking_op=DAY.replace(year=2027))
        asker = wie(Soort.POLITIE, onder=onder, aanvaard=False)

        assert grounds(standing(asker, convenant_id=OTHER_CONVENANT.id, day=DAY)) == {
            right("8.4", "other-convenant"),
            right("15.2.c", "no-authorisation"),
            right("18.2", "left"),
            right("18.1", "not-in-force"),
            SECRECY,
        }


@pytest.mark.article("14.1")
class TestAcceptingTheText:
    """Reading and accepting the secrecy text."""

    @pytest.mark.parametrize("rol", Rol)
    def test_is_for_everybody_with_an_authorisation(self, rol: Rol) -> None:
        """Whatever the role, the text can be accepted: that is how access begins."""
        asker = wie(Soort.GEMEENTE, rol, aanvaard=False)

        assert may_accept_geheimhouding(asker, is_current=True).is_allowed

    def test_is_refused_for_a_text_that_was_replaced(self) -> None:
        """Who accepts a former text has not accepted the current one."""
        verdict = may_accept_geheimhouding(wie(Soort.GEMEENTE, Rol.WEEGPLOEG), is_current=False)

        assert refused(verdict) == {field("14.1", "versie")}

    def test_is_not_there_without_an_authorisation(self) -> None:
        """Who has no valid authorisation is not shown the text of this covenant."""
        verdict = may_accept_geheimhouding(wie(Soort.GEMEENTE), is_current=True)

        assert hidden(verdict) == {right("15.2.c", "no-authorisation")}

    def test_is_not_there_for_who_is_no_person(self) -> None:
        """Only a person accepts a duty of secrecy: the system does not."""
        assert hidden(may_accept_geheimhouding(systeem(), is_current=True)) == {right("15.2.c", "no-authorisation")}
