"""Besluit 1: police data for three purposes, of certain classes, to certain recipients."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casustafel.convenant.feit import DossierStaat
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017, Klasse
from casustafel.convenant.rules.weegploeg import may_hand_over, may_submit_new_signaal
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verstrekking import Merk, Verstrekking, may_read_item, provision_reasons
from tests.facts import (
    CONFIRMED,
    CONVENANT,
    DAY,
    ONDERZOEK,
    RAAD,
    SIGNAAL,
    TOMORROW,
    YESTERDAY,
    Ground,
    dossier,
    field,
    grounds,
    refused,
    state,
    verstrekking,
    weegploeg,
)

DAILY = verstrekking(Soort.POLITIE)

# Written by hand from the reading "Class" at article 6; politie and OM have what they gave themselves.
INVESTIGATION = ("wpg-9", "wpg-10-1-a", "wpg-10-1-c")
DAILY_CLASSES = ("wpg-8", "wpg-13")
MATRIX = frozenset(
    {
        *product(INVESTIGATION, (Soort.GEMEENTE, Soort.OM, Soort.POLITIE)),
        *product(DAILY_CLASSES, (Soort.GEMEENTE, Soort.OM, Soort.POLITIE)),
        *product(("wjsg-39f",), (Soort.POLITIE, Soort.GEMEENTE, Soort.OM)),
    }
)
CLASSES = st.sampled_from([*INVESTIGATION, *DAILY_CLASSES, "wjsg-39f"])
READERS = st.sampled_from([*Soort, None])
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no counterexample
IN_FORCE = st.dates(min_value=date(2017, 7, 21), max_value=date(2100, 1, 1))
BEFORE = st.dates(min_value=date(2000, 1, 1), max_value=date(2017, 7, 20))


def opens_dossier(verified_on: date | None) -> Verdict:
    """Let the politie open a dossier under a regime that was verified on this day, or never."""
    asker = weegploeg(onder=replace(CONVENANT, regime_geverifieerd_op=verified_on))
    return may_submit_new_signaal(
        asker,
        naam="A. Verzonnen",
        leeftijdsgroep="",
        doelgroep=CONFIRMED,
        omschrijving="dreigde",
        verstrekking=DAILY,
        day=DAY,
    )


def opens_casus(verified_on: date | None) -> Verdict:
    """Let the politie hand over, and so open a casus, under a regime that was verified on this day, or never."""
    asker = weegploeg(onder=replace(CONVENANT, regime_geverifieerd_op=verified_on))
    return may_hand_over(
        asker, dossier(DossierStaat.AGENDEREN, betrokken=[RAAD]), signalen=[SIGNAAL], doelgroep=CONFIRMED, day=DAY
    )


Opening = Callable[[date | None], Verdict]
OPENING = pytest.mark.parametrize(
    "opening", [opens_dossier, pytest.param(opens_casus, marks=pytest.mark.article("8.5"))]
)


def changed(v: Verstrekking, **changes: Any) -> set[Ground]:
    """Give all that is wrong with a provision by the politie that is in order but for this."""
    reasons = provision_reasons(
        replace(v, **changes), soort=Soort.POLITIE, convenant=CONVENANT, regime=CONVENANT_2017, day=DAY
    )
    return grounds(reasons)


@pytest.mark.article("B1.1")
class TestThePurpose:
    """For what police data is provided."""

    @pytest.mark.parametrize("v", [DAILY, ONDERZOEK])
    @pytest.mark.parametrize(
        "doel",
        [
            pytest.param("a", marks=pytest.mark.article("B1.1.a")),
            pytest.param("b", marks=pytest.mark.article("B1.1.b")),
            pytest.param("c", marks=pytest.mark.article("B1.1.c")),
        ],
    )
    def test_is_one_of_three(self, v: Verstrekking, doel: str) -> None:
        """The risks to society, care for subjects, the development of minors."""
        assert changed(v, doel=doel) == set()

    @pytest.mark.parametrize("v", [DAILY, ONDERZOEK])
    @pytest.mark.parametrize("doel", ["", " ", "d", "handhaving"])
    def test_is_no_other(self, v: Verstrekking, doel: str) -> None:
        """Police data without a purpose, or for another, is not provided."""
        assert changed(v, doel=doel) == {field("B1.1", "doel")}

    @pytest.mark.parametrize("v", [DAILY, ONDERZOEK])
    def test_is_asked_for_once(self, v: Verstrekking) -> None:
        """Who names none is told so, and is not told besides that it is not one of the three."""
        without = replace(v, doel="")
        reasons = list(
            provision_reasons(without, soort=Soort.POLITIE, convenant=CONVENANT, regime=CONVENANT_2017, day=DAY)
        )

        assert [reason.code for reason in reasons] == ["B1.1-doel"]


@pytest.mark.article("B1.2")
class TestTheClass:
    """Which police data goes on which ground."""

    @pytest.mark.parametrize(
        ("v", "klassen"),
        [(ONDERZOEK, INVESTIGATION), (DAILY, DAILY_CLASSES)],
    )
    def test_belongs_to_the_ground(self, v: Verstrekking, klassen: tuple[str, ...]) -> None:
        """Wpg 9 and 10(1)(a) and (c) data under this decision, Wpg 8 and 13 data under Wpg 20; nothing else."""
        others = {k.value for k in Klasse} - set(klassen) | {"", "wpg-12", "wpg-10-1-b"}

        assert all(changed(v, klasse=klasse) == set() for klasse in klassen)
        assert all(changed(v, klasse=klasse) == {field("B1.2", "klasse")} for klasse in others)

    def test_of_the_om_or_the_burgemeester_only_does_not_enter(self) -> None:
        """What goes under Wpg 16 is not made available to the college: it does not enter a file that it reads."""
        under_16 = replace(DAILY, grondslag="wpg-16")

        assert changed(under_16) == {field("B1.2", "grondslag")}
        assert changed(under_16, doel="", klasse="") == {
            field("B1.2", "grondslag"),
            field("B1.1", "doel"),
            field("B1.2", "klasse"),
        }


@pytest.mark.article("B1.2")
@pytest.mark.article("6")
class TestReadingAnItem:
    """Whether a reader at the table may have an item with its mark."""

    @UNHURRIED
    @given(klassen=st.lists(CLASSES), soort=READERS, day=IN_FORCE)
    def test_follows_the_matrix_and_is_no_by_default(self, klassen: list[str], soort: Soort | None, day: date) -> None:
        """Whatever the classes and the reader: yes only where the law page says yes for every one of them."""
        merk = Merk(grondslag="wpg-18-2", doel="a", klassen=tuple(klassen))

        expected = all((klasse, soort) in MATRIX for klasse in klassen)
        assert may_read_item(merk, soort=soort, regime=CONVENANT_2017, day=day) is expected

    @pytest.mark.article("B3")
    @UNHURRIED
    @given(klassen=st.lists(CLASSES, min_size=1), soort=READERS, day=BEFORE)
    def test_is_no_while_no_ground_is_valid(self, klassen: list[str], soort: Soort | None, day: date) -> None:
        """Before the decision is in force nobody has classed data."""
        merk = Merk(grondslag="wpg-18-2", doel="a", klassen=tuple(klassen))

        assert not may_read_item(merk, soort=soort, regime=CONVENANT_2017, day=day)

    @pytest.mark.parametrize("soort", [*Soort, None])
    @pytest.mark.parametrize("known", [(), DAILY_CLASSES, INVESTIGATION])
    @pytest.mark.parametrize("unknown", ["", "wpg-12", "wpg-10-1-b", "WPG-8", "geheim"])
    def test_is_no_for_a_class_that_the_law_does_not_name(
        self, soort: Soort | None, known: tuple[str, ...], unknown: str
    ) -> None:
        """A class that stands in no row is nobody's to have, also beside classes that may be had."""
        for klassen in ((*known, unknown), (unknown, *known)):
            merk = Merk(grondslag="wpg-20", doel="a", klassen=klassen)

            assert not may_read_item(merk, soort=soort, regime=CONVENANT_2017, day=DAY)

    @pytest.mark.parametrize("soort", [*Soort, None])
    def test_without_a_class_is_not_stopped(self, soort: Soort | None) -> None:
        """What gemeente, Raad, reclassering and partners give has no class to stop it."""
        merk = Merk(grondslag="publieke-taak-gemeente")

        assert may_read_item(merk, soort=soort, regime=CONVENANT_2017, day=DAY)


@pytest.mark.article("B1.3")
class TestTheRegime:
    """The law that the covenant is under."""

    @OPENING
    @pytest.mark.parametrize("verified_on", [None, TOMORROW, date(2027, 1, 1)])
    def test_is_verified_before_a_case_opens(self, opening: Opening, verified_on: date | None) -> None:
        """Unverified, or verified on a day still to come: no dossier opens, and no casus."""
        assert refused(opening(verified_on)) == {state("B1.3", "regime")}

    @OPENING
    @pytest.mark.parametrize("verified_on", [YESTERDAY, DAY])
    def test_opens_cases_from_the_day_it_was_verified(self, opening: Opening, verified_on: date) -> None:
        """On the day on which somebody verified the regime, and on every day after, a dossier and a casus open."""
        assert opening(verified_on).is_allowed
