"""Covenant 12.5, 12.6; AVG 18: what is shielded, what goes with it, and what waits for it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from casustafel.convenant.archief import ArchiefFeit, ArchiefItemFeit
from casustafel.convenant.feit import CasusStaat, DossierFeit, DossierId, OrganisatieId, StukFeit, StukId, Uitkomst
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import regime
from casustafel.convenant.rules.afscherming import (
    AF_TE_SCHERMEN,
    gronden_on,
    is_afgeschermd,
    is_shown,
    may_lift,
    may_shield,
    sees_afgeschermd,
    with_shielded,
)
from casustafel.convenant.rules.archief import may_find_archief, may_serve_archief
from casustafel.convenant.rules.casusoverleg import may_close_casus, may_take_standpunt_afsluiting
from casustafel.convenant.rules.informatieplicht import may_open_informeren
from casustafel.convenant.rules.reactivering import may_take_standpunt_reactivering
from casustafel.convenant.rules.toegang import may_find_dossier, may_open_casus, may_open_dossier, may_open_plan
from casustafel.convenant.rules.verplaatsing import may_join_dossiers, may_part_dossier
from casustafel.convenant.rules.weegploeg import may_decide, may_take_standpunt
from casustafel.convenant.stuk import AFSCHERMING, VERVALLEN, CasusStuk, DossierStuk, Herkomst
from tests.facts import (
    CONFIRMED,
    CONVENANT,
    DAY,
    KERN,
    OTHER_CONVENANT,
    POLITIE,
    SIGNAAL,
    SIGNAAL_2,
    WEGING,
    casus,
    dossier,
    field,
    hidden,
    refused,
    right,
    standpunten,
    state,
    stuk_id,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
)

pytestmark = [pytest.mark.article("12.5"), pytest.mark.article("12.6")]
A, B, C, D = (f"avg-18-1-{letter}" for letter in "abcd")
HIDDEN = right("12.5", "shielded")
WAITS = state("12.5", "open-verzoek")


def stuk(number: int, soort: str, *, bij: StukId | None = None, staat: str = "") -> StukFeit:
    """Give the plain part of a piece."""
    van = OrganisatieId(POLITIE.id)
    return StukFeit(id=stuk_id(number), soort=soort, organisatie_id=van, bij_id=bij, op=DAY, staat=staat)


def shield(bij: StukId | None = None, *, grond: str = D) -> StukFeit:
    """Give what shields a piece, or the whole."""
    return stuk(90, AFSCHERMING, bij=bij, staat=grond)


def with_shield(found: DossierFeit, *shields: StukFeit) -> DossierFeit:
    """Give a dossier with what shields something of it."""
    return replace(found, stukken=(*found.stukken, *shields))


class TestAPieceThatIsShielded:
    """A signaal, or a person, that the person concerned objects to."""

    def test_is_not_shown(self) -> None:
        """And what is not shielded is."""
        assert not is_shown(stuk(1, DossierStuk.SIGNAAL), [shield(SIGNAAL)])
        assert is_shown(stuk(2, DossierStuk.SIGNAAL), [shield(SIGNAAL)])

    def test_takes_along_what_stands_beside_it(self) -> None:
        """What a correction kept of it, and the copy of a signaal in the casus."""
        assert not is_shown(stuk(7, DossierStuk.CORRECTIE, bij=SIGNAAL), [shield(SIGNAAL)])
        assert not is_shown(stuk(8, CasusStuk.SIGNAAL, bij=SIGNAAL), [shield(SIGNAAL)])

    def test_is_shown_again_once_every_shield_is_lifted(self) -> None:
        """Two requests may shield the same."""
        lifted = replace(shield(SIGNAAL), staat=VERVALLEN)

        assert is_shown(stuk(1, DossierStuk.SIGNAAL), [lifted])
        assert not is_shown(stuk(1, DossierStuk.SIGNAAL), [lifted, shield(SIGNAAL)])

    def test_leaves_what_shields_there(self) -> None:
        """It holds no content, and the rules need it."""
        assert is_shown(shield(SIGNAAL), [shield(SIGNAAL)])

    def test_is_read_by_the_system_alone(self) -> None:
        """Which carries, mends and destroys, and shows nobody."""
        assert sees_afgeschermd(systeem())
        assert not any(sees_afgeschermd(one) for one in (weegploeg(), uitvoerder(), tafel()))

    def test_is_of_a_kind_that_a_person_provided(self) -> None:
        """Reading: an outcome, a plan, a position is shielded with the whole."""
        assert {*map(str, DossierStuk), *map(str, CasusStuk)} >= AF_TE_SCHERMEN
        assert not AF_TE_SCHERMEN & {"plan", "maatregel", "beslissing", "standpunt", "deelnemer"}


class TestWhatGoesWithIt:
    """What rests on a shielded piece, in the file where it rests."""

    def test_is_the_analysis_that_rests_on_it(self) -> None:
        """And what stands beside that; nothing else."""
        pieces = (
            stuk(1, DossierStuk.SIGNAAL),
            stuk(2, DossierStuk.SIGNAAL),
            stuk(4, DossierStuk.WEGING),
            stuk(5, DossierStuk.WEGING),
            stuk(6, DossierStuk.CORRECTIE, bij=SIGNAAL),
        )
        rests = [(WEGING, (SIGNAAL,)), (stuk_id(5), (SIGNAAL_2,))]

        assert with_shielded([SIGNAAL], pieces, rests) == {SIGNAAL, WEGING, stuk_id(6)}

    def test_is_the_copy_in_the_casus_with_its_analysis(self) -> None:
        """The copy stands beside the id that the signaal has in the dossier, and so does the analysis."""
        pieces = (stuk(11, CasusStuk.SIGNAAL, bij=SIGNAAL), stuk(12, CasusStuk.ANALYSE), stuk(13, CasusStuk.PLAN))

        assert with_shielded([SIGNAAL], pieces, [(stuk_id(12), (SIGNAAL,))]) == {stuk_id(11), stuk_id(12)}

    def test_is_nothing_of_a_file_that_has_none_of_it(self) -> None:
        """A contribution of the casus is no piece of the dossier."""
        assert with_shielded([stuk_id(40)], (stuk(1, DossierStuk.SIGNAAL),), []) == frozenset()


class TestAWholeSubject:
    """A dossier, its casus, and what the archive has, of which the whole is shielded."""

    def test_is_shielded_by_what_stands_beside_nothing(self) -> None:
        """Until that is lifted."""
        assert is_afgeschermd([shield()])
        assert not is_afgeschermd([shield(SIGNAAL), replace(shield(), staat=VERVALLEN)])

    def test_is_not_there_for_casework(self) -> None:
        """For nobody: who decides on the request has it there."""
        found = dossier()
        kop = replace(found.kop, is_afgeschermd=True)
        for wie in (weegploeg(), uitvoerder()):
            assert may_find_dossier(wie, kop, day=DAY) == may_open_dossier(wie, kop, day=DAY)
            assert hidden(may_open_dossier(wie, kop, day=DAY)) == {HIDDEN}
        assert may_open_dossier(weegploeg(), found.kop, day=DAY).is_allowed

    def test_is_not_there_at_the_table(self) -> None:
        """Neither the casus nor its plan."""
        found = casus(CasusStaat.PLAN_VASTGESTELD)
        kop = replace(found.kop, is_afgeschermd=True)

        assert may_open_casus(tafel(), found.kop, day=DAY).is_allowed
        assert hidden(may_open_casus(tafel(), kop, day=DAY)) == {HIDDEN}
        assert hidden(may_open_plan(tafel(Soort.EXTERN), kop, day=DAY)) == {HIDDEN}

    def test_is_not_there_in_the_archive(self) -> None:
        """But for the overview of 12.3."""
        feit = archived(is_afgeschermd=True)

        assert hidden(may_find_archief(weegploeg(), feit, day=DAY)) == {HIDDEN}
        assert may_find_archief(weegploeg(), archived(), day=DAY).is_allowed
        assert may_serve_archief(weegploeg(), feit, day=DAY).is_allowed

    def test_can_still_be_informed(self) -> None:
        """Reading: the duty to inform is one to the person."""
        found = dossier()
        whole = replace(found, kop=replace(found.kop, is_afgeschermd=True))

        assert may_open_informeren(weegploeg(), whole, day=DAY).is_allowed


def archived(*shields: StukFeit, is_afgeschermd: bool = False) -> ArchiefFeit:
    """Give an archived subject with one signaal."""
    pieces = (stuk(1, DossierStuk.SIGNAAL), *shields)
    return ArchiefFeit(
        id=UUID(int=0xD1),
        convenant_id=CONVENANT.id,
        nummer="W-2025-0001",
        casus_nummer="",
        versie=1,
        verwerkt_op=DAY,
        gearchiveerd_op=DAY,
        items=tuple(ArchiefItemFeit(herkomst=Herkomst.WEEGPLOEG, stuk=one) for one in pieces),
        is_afgeschermd=is_afgeschermd,
    )


class TestADecisionThatRestsOnIt:
    """While a request is open, what is contested is not decided on."""

    @pytest.mark.parametrize(("grond", "waits"), [(A, True), (B, False), (C, False), (D, True)])
    def test_waits_where_the_request_is_open(self, grond: str, *, waits: bool) -> None:
        """Reading: accuracy and an objection are to be decided; what is shielded for good is not part of it."""
        agreed = dossier(standpunten=standpunten(*KERN, uitkomst=Uitkomst.AGENDEREN))
        found = with_shield(agreed, shield(SIGNAAL, grond=grond))

        verdict = may_decide(weegploeg(), found, uitkomst=Uitkomst.AGENDEREN, motivering="Nodig.", day=DAY)

        assert verdict.is_allowed is not waits
        assert not waits or refused(verdict) == {WAITS}

    def test_takes_no_position_either(self) -> None:
        """A position is on what is known when it is taken."""
        found = with_shield(dossier(), shield(SIGNAAL))

        assert refused(may_take_standpunt(weegploeg(), found, motivering="Nodig.", day=DAY)) == {WAITS}

    def test_goes_on_once_it_is_lifted(self) -> None:
        """The position can be taken."""
        found = with_shield(dossier(), replace(shield(SIGNAAL), staat=VERVALLEN))

        assert may_take_standpunt(weegploeg(), found, motivering="Nodig.", day=DAY).is_allowed

    def test_is_closing_and_the_archive_too(self) -> None:
        """Each is decided by the kernpartijen, which know of the request."""
        found = casus(CasusStaat.AFSLUITING_GEADVISEERD, standpunten=standpunten(*KERN))
        found = replace(found, stukken=(*found.stukken, shield(SIGNAAL)))
        closing = may_close_casus(weegploeg(), found, motivering="Klaar.", day=DAY)
        taking = may_take_standpunt_afsluiting(weegploeg(), found, motivering="Klaar.", day=DAY)

        assert refused(closing) == refused(taking) == {WAITS}
        again = may_take_standpunt_reactivering(weegploeg(), archived(shield(SIGNAAL)), motivering="Nodig.", day=DAY)
        assert WAITS in refused(again)

    def test_tells_nobody_else(self) -> None:
        """Who sits at the table is told that kernpartijen decide, and no more."""
        found = casus(CasusStaat.AFSLUITING_GEADVISEERD, standpunten=standpunten(*KERN))
        shielded = replace(found, stukken=(*found.stukken, shield(SIGNAAL)))

        assert may_close_casus(tafel(Soort.RAAD), shielded, motivering="Klaar.", day=DAY) == may_close_casus(
            tafel(Soort.RAAD), found, motivering="Klaar.", day=DAY
        )


class TestMovingOfADossier:
    """Of which something is shielded."""

    def test_waits(self) -> None:
        """Reading: what is shielded stays where it is, and a dossier that ends would take it along."""
        found = with_shield(dossier(), shield(SIGNAAL))
        other = replace(dossier(), kop=replace(dossier().kop, id=DossierId(UUID(int=0xD002))))
        stays = state("12.5", "blijft")

        assert stays in refused(may_join_dossiers(weegploeg(), found, other, reden="Dezelfde.", day=DAY))
        assert may_join_dossiers(weegploeg(), dossier(), other, reden="Dezelfde.", day=DAY).is_allowed
        parted = may_part_dossier(
            weegploeg(),
            found,
            signalen=[SIGNAAL_2],
            naam="Iemand Anders (bedacht)",
            leeftijdsgroep="",
            doelgroep=CONFIRMED,
            reden="Een ander.",
            day=DAY,
        )
        assert stays in refused(parted)


class TestAFile:
    """Which shields what a request says."""

    @pytest.mark.parametrize("grond", [A, B, C, D])
    def test_does_so_by_the_system_on_a_ground_of_the_list(self, grond: str) -> None:
        """AVG 18, first paragraph, a to d."""
        assert may_shield(systeem(), convenant_id=CONVENANT.id, grond=grond, day=DAY).is_allowed

    def test_knows_no_other_ground(self) -> None:
        """Nor one that is no longer valid; lifting needs none."""
        refusal = may_shield(systeem(), convenant_id=CONVENANT.id, grond="omdat", day=DAY)

        assert refused(refusal) == {field("12.5", "grond")}
        assert may_lift(systeem(), convenant_id=CONVENANT.id, day=DAY).is_allowed

    def test_obeys_nobody_else(self) -> None:
        """Not the uitvoerder, not a kernpartij, not the system of another covenant."""
        not_theirs = {right("12.6", "system")}

        assert hidden(may_shield(uitvoerder(), convenant_id=CONVENANT.id, grond=D, day=DAY)) == not_theirs
        assert hidden(may_lift(weegploeg(), convenant_id=CONVENANT.id, day=DAY)) == not_theirs
        assert hidden(may_lift(systeem(), convenant_id=OTHER_CONVENANT.id, day=DAY)) == not_theirs

    def test_has_its_grounds_from_the_day_of_the_avg(self) -> None:
        """Dated data, each with where it stands in the law."""
        first = max(g.geldigheid.vanaf for g in regime(CONVENANT.regime).afschermingsgronden)

        assert [g.code for g in gronden_on(CONVENANT, day=first)] == [A, B, C, D]
        assert gronden_on(CONVENANT, day=first - timedelta(days=1)) == ()
        assert all("AVG 18, eerste lid" in g.citaat for g in gronden_on(CONVENANT, day=DAY))
