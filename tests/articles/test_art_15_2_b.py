"""15.2.b: who is kept away from one subject, though the role would let them come near."""

from dataclasses import replace

import pytest

from casustafel.convenant.feit import OrganisatieFeit, Rol, Wie
from casustafel.convenant.rules.beheer import may_grant
from casustafel.convenant.rules.toegang import may_find_dossier, may_find_dossiers, may_open_casus, may_open_dossier
from casustafel.convenant.rules.uitsluiting import GekozenFeit, may_come_near, may_end_uitsluiting, may_exclude
from casustafel.convenant.verdict import ALLOWED, hide_for, right_fault
from tests.facts import (
    DAY,
    GEMEENTE,
    OM,
    POLITIE,
    casus,
    dossier,
    field,
    hidden,
    medewerker_id,
    refused,
    right,
    state,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

pytestmark = pytest.mark.article("15.2.b")

EXCLUDED = right("15.2.b", "excluded")
NOT_AT_TABLE = right_fault("10.4", "not-at-table", "Not at the table.")


def gekozen(van: OrganisatieFeit = POLITIE, *rollen: Rol, is_uitgesloten: bool = False) -> GekozenFeit:
    """Give somebody who was chosen: of the politie, in the weegploeg."""
    held = frozenset(rollen or (Rol.WEEGPLOEG,))
    return GekozenFeit(
        medewerker_id=medewerker_id(7),
        organisaties=frozenset({van.id}),
        rollen=held,
        is_uitgesloten=is_uitgesloten,
    )


class TestWhoIsKeptAway:
    """A representative of the politie who knows the subject of one dossier."""

    def test_finds_and_opens_nothing_of_that_subject(self) -> None:
        """Neither the dossier nor its casus is there."""
        known, table = dossier().kop, casus().kop

        asker = replace(weegploeg(), uitgesloten=frozenset({known.id}))
        assert hidden(may_find_dossier(asker, known, day=DAY)) == {EXCLUDED}
        assert hidden(may_open_dossier(asker, known, day=DAY)) == {EXCLUDED}
        asker = replace(tafel(), uitgesloten=frozenset({table.id}))
        assert hidden(may_open_casus(asker, table, day=DAY)) == {EXCLUDED}

    def test_has_the_list_and_every_other_dossier(self) -> None:
        """Being kept away from one subject says nothing of the others."""
        asker = replace(weegploeg(), uitgesloten=frozenset({casus().kop.id}))

        assert may_find_dossiers(asker, day=DAY).is_allowed
        assert may_open_dossier(asker, dossier().kop, day=DAY).is_allowed

    def test_is_asked_of_every_file_that_an_act_touches(self) -> None:
        """One of several is enough."""
        one, other = dossier().kop.id, casus().kop.id

        assert hidden(may_come_near(replace(weegploeg(), uitgesloten=frozenset({other})), [one, other])) == {EXCLUDED}
        assert may_come_near(systeem(), [one, other]).is_allowed


class TestKeepingAway:
    """Somebody who may open the file says who must not."""

    @pytest.mark.parametrize("asker", [weegploeg(), uitvoerder()])
    def test_is_done_by_a_colleague_or_the_uitvoerder(self, asker: Wie) -> None:
        """Of the own organisation, or of any by who keeps the file."""
        assert may_exclude(ALLOWED, asker, gekozen(), day=DAY).is_allowed

    @pytest.mark.parametrize("chosen", [None, gekozen(OM)])
    def test_does_not_reach_another_organisation(self, chosen: GekozenFeit | None) -> None:
        """A kernpartij does not shut another one out; who is not of the covenant cannot be chosen."""
        assert refused(may_exclude(ALLOWED, weegploeg(), chosen, day=DAY)) == {field("15.2.b", "medewerker_id")}

    def test_does_not_reach_the_uitvoerder(self) -> None:
        """What a person asks for must be gathered whole (12.3)."""
        chosen = gekozen(GEMEENTE, Rol.UITVOERDER)

        assert refused(may_exclude(ALLOWED, uitvoerder(), chosen, day=DAY)) == {right("15.2.b", "uitvoerder")}

    def test_is_done_once(self) -> None:
        """Who is kept away already is not kept away again."""
        chosen = gekozen(is_uitgesloten=True)

        assert refused(may_exclude(ALLOWED, weegploeg(), chosen, day=DAY)) == {state("15.2.b", "excluded-before")}

    def test_needs_the_file_to_be_open(self) -> None:
        """Whoever may not open it gets the answer of the file itself, and so does who would end it."""
        away = hide_for([NOT_AT_TABLE])

        assert may_exclude(away, weegploeg(), gekozen(), day=DAY) is away
        assert may_end_uitsluiting(away, weegploeg(), gekozen(is_uitgesloten=True), day=DAY) is away


class TestComingNearAgain:
    """An exclusion that is needed no more."""

    def test_is_said_by_a_colleague_or_the_uitvoerder(self) -> None:
        """The same people as who may say that somebody is kept away."""
        known = gekozen(is_uitgesloten=True)

        assert may_end_uitsluiting(ALLOWED, weegploeg(), known, day=DAY).is_allowed
        assert may_end_uitsluiting(ALLOWED, uitvoerder(), known, day=DAY).is_allowed
        assert refused(may_end_uitsluiting(ALLOWED, weegploeg(OM), known, day=DAY)) == {
            field("15.2.b", "uitsluiting_id")
        }

    def test_needs_an_exclusion(self) -> None:
        """What is not there does not end."""
        assert refused(may_end_uitsluiting(ALLOWED, weegploeg(), None, day=DAY)) == {field("15.2.b", "uitsluiting_id")}


class TestTheUitvoerder:
    """Who sees all that a request asks for."""

    @pytest.mark.parametrize(("rol", "is_refused"), [(Rol.UITVOERDER, True), (Rol.AUDITOR, False)])
    def test_is_nobody_who_is_kept_away_from_a_subject(self, rol: Rol, *, is_refused: bool) -> None:
        """The manager is told that it cannot be, and not why."""
        verdict = may_grant(
            wie(GEMEENTE, Rol.AUTORISATIEBEHEERDER),
            medewerker_id=medewerker_id(7),
            organisatie_id=GEMEENTE.id,
            rollen=frozenset({rol}),
            held=frozenset(),
            naam="Nora",
            email="nora@lindewaard.example",
            day=DAY,
            is_kept_away=True,
        )

        assert verdict.is_allowed is not is_refused
        assert {reason.code for reason in verdict.reasons} == ({"15.2.b-rollen"} if is_refused else set())
