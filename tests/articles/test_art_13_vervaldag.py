"""Article 13: what falls due ahead is shown by number and day, to check and mend; what was destroyed, in numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from casustafel.convenant.bewaring import BewaarFeit, Houdersoort
from casustafel.convenant.feit import UNDECIDED, DossierStaat, Rol, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules import bewaring as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.vervaldag import Verval, remind_until, vervaldagen_of
from tests.facts import (
    CONVENANT,
    DAY,
    OTHER_CONVENANT,
    RAAD,
    dossier,
    hidden,
    right,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

A_DAY = timedelta(days=1)
FAR = date(2040, 1, 1)


def feit(  # the days of a dossier are these fields
    staat: DossierStaat, *, besloten_op: date | None = None, is_afgesloten: bool = False, gehoord_op: date | None = None
) -> BewaarFeit:
    """Give a dossier whose first signaal and last casework are of 2 March 2026."""
    kop = replace(dossier(staat).kop, besloten_op=besloten_op, elders_op=gehoord_op)
    return BewaarFeit(
        id=kop.id,
        convenant_id=kop.convenant_id,
        soort=Houdersoort.DOSSIER,
        nummer=kop.nummer,
        verwerkt_op=DAY,
        kop=kop,
        is_afgesloten=is_afgesloten,
        gehoord_op=gehoord_op,
    )


ARCHIEF = BewaarFeit(
    id=UUID(int=3), convenant_id=CONVENANT.id, soort=Houdersoort.ARCHIEF, nummer="W-2026-0003", verwerkt_op=DAY
)


def ahead(one: BewaarFeit, *, day: date = DAY, until: date = FAR) -> list[tuple[Verval, date, str]]:
    """Give what comes, without ids."""
    found = list(vervaldagen_of(one, CONVENANT, day=day, until=until))
    assert {(v.houder_id, v.nummer) for v in found} <= {(one.id, one.nummer)}
    return [(v.wat, v.op, v.artikel) for v in found]


@pytest.mark.article("7.4", "13.3")
class TestAnUndecidedDossier:
    """It lapses, and is destroyed six months later."""

    def test_shows_both_days(self) -> None:
        """For each of the undecided states."""
        for staat in UNDECIDED:
            assert ahead(feit(staat)) == [
                (Verval.VERVALT, date(2026, 6, 3), "7.4"),
                (Verval.VERNIETIGD, date(2026, 12, 4), "13.3"),
            ]

    def test_shows_destruction_alone_once_it_lapsed(self) -> None:
        """The day before it lapses it is said; on the day itself it has come."""
        kinds = [
            [wat for wat, _op, _artikel in ahead(feit(DossierStaat.NIEUW), day=date(2026, 6, 3) + n * A_DAY)]
            for n in (-1, 0)
        ]

        assert kinds == [[Verval.VERVALT, Verval.VERNIETIGD], [Verval.VERNIETIGD]]


@pytest.mark.article("13.1", "13.2", "13.3")
class TestOtherDossiers:
    """One day each: destruction, or the move to the archive."""

    def test_not_on_the_agenda_is_destroyed(self) -> None:
        """The day after the six months."""
        one = feit(DossierStaat.NIET_AGENDEREN, besloten_op=DAY)

        assert ahead(one) == [(Verval.VERNIETIGD, date(2026, 9, 3), "13.3")]

    def test_on_the_agenda_goes_to_the_archive(self) -> None:
        """Thirty days before its last day outside, counted from the last casework in either file; closed, sooner."""
        assert ahead(feit(DossierStaat.OVERGEDRAGEN)) == [(Verval.NAAR_ARCHIEF, date(2027, 1, 31), "13.2")]
        later = feit(DossierStaat.OVERGEDRAGEN, gehoord_op=date(2026, 5, 2))
        assert ahead(later) == [(Verval.NAAR_ARCHIEF, date(2027, 4, 2), "13.2")]
        closed = feit(DossierStaat.AFGESLOTEN, is_afgesloten=True)
        assert ahead(closed) == [(Verval.NAAR_ARCHIEF, date(2026, 6, 2), "13.2")]

    def test_in_the_archive_is_destroyed(self) -> None:
        """The day after the five years."""
        assert ahead(ARCHIEF) == [(Verval.VERNIETIGD, date(2031, 3, 3), "13.1")]

    @pytest.mark.parametrize(
        ("one", "last"),
        [
            (feit(DossierStaat.NIET_AGENDEREN, besloten_op=DAY), date(2026, 9, 2)),
            (feit(DossierStaat.OVERGEDRAGEN), date(2027, 3, 2)),
            (ARCHIEF, date(2031, 3, 2)),
        ],
    )
    def test_past_its_term_is_in_no_list(self, one: BewaarFeit, last: date) -> None:
        """The day before, on the last day, and after it; nor what is on its way out."""
        assert [bool(ahead(one, day=last + n * A_DAY)) for n in (-1, 0, 1)] == [True, True, False]
        assert ahead(replace(one, vernietigen_op=DAY)) == []
        assert ahead(replace(one, gearchiveerd_op=DAY)) == []


@pytest.mark.article("13.1", "11.5")
class TestHowFarIsLookedAhead:
    """Up to and including a day."""

    def test_the_day_itself_counts(self) -> None:
        """Not the day before it."""
        one = feit(DossierStaat.NIET_AGENDEREN, besloten_op=DAY)
        found = [bool(ahead(one, until=date(2026, 9, 3) + n * A_DAY)) for n in (-1, 0, 1)]

        assert found == [False, True, True]

    def test_is_reminded_thirty_days_ahead(self) -> None:
        """From 4 August on of what is destroyed on 3 September."""
        assert remind_until(CONVENANT, day=date(2026, 8, 4)) == date(2026, 9, 3)


Rule = Callable[[Wie], Verdict]


def oversight(rol: Rol) -> Wie:
    """Give somebody who oversees."""
    return wie(Soort.GEMEENTE, rol)


@pytest.mark.article("13.1", "15.2.e", "5")
class TestWhoSeesIt:
    """Numbers and days are for kernpartijen and uitvoerder, certificates for kernpartijen and oversight."""

    ASKED = (
        weegploeg(),
        uitvoerder(None),
        oversight(Rol.TOEZICHTHOUDER),
        oversight(Rol.AUDITOR),
        tafel(),
        tafel(RAAD),
        oversight(Rol.AUTORISATIEBEHEERDER),
        systeem(),
    )

    @pytest.mark.parametrize(
        ("rule", "reason", "allowed"),
        [
            (lambda w: rules.may_find_vervaldagen(w, day=DAY), "kernpartij", (0, 1)),
            (lambda w: rules.may_find_certificaten(w, day=DAY), "certificaten", (0, 2, 3)),
            (lambda w: rules.may_find_nachten(w, day=DAY), "nachten", (0, 1, 2, 3)),
            (lambda w: rules.may_find_vervaldag(w, feit(DossierStaat.NIEUW), day=DAY), "kernpartij", (0, 1)),
        ],
    )
    def test_everybody_else_is_not_told(self, rule: Rule, reason: str, allowed: tuple[int, ...]) -> None:
        """It is as if it did not exist."""
        answers = [rule(one) for one in self.ASKED]

        assert tuple(place for place, verdict in enumerate(answers) if verdict.is_allowed) == allowed
        assert all(
            hidden(verdict) == {right("13.1", reason)} for place, verdict in enumerate(answers) if place not in allowed
        )

    def test_who_has_no_standing_has_no_list(self) -> None:
        """Nor who did not accept the secrecy text."""
        unsworn = replace(weegploeg(), geheimhouding_aanvaard=False)
        for rule in (rules.may_find_vervaldagen, rules.may_find_certificaten, rules.may_find_nachten):
            assert hidden(rule(unsworn, day=DAY)) == {right("14.1", "secrecy")}

    def test_a_list_is_of_dossiers_of_the_own_covenant(self) -> None:
        """A casus goes with its dossier and has no line of its own; one of another covenant is not there."""
        casus = replace(ARCHIEF, soort=Houdersoort.CASUS)
        elsewhere = replace(ARCHIEF, convenant_id=OTHER_CONVENANT.id)

        assert rules.may_find_vervaldag(weegploeg(), ARCHIEF, day=DAY).is_allowed
        for one in (casus, elsewhere):
            assert hidden(rules.may_find_vervaldag(weegploeg(), one, day=DAY)) == {right("8.4", "other-convenant")}

    def test_an_auditor_sees_how_many(self) -> None:
        """A kernpartij and the toezichthouder see each certificate."""
        seen = [rules.sees_certificaten(one) for one in self.ASKED]

        assert seen == [True, False, True, False, False, False, False, False]
