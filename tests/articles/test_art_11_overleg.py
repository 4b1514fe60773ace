"""Covenant 11.2, 11.3, 11.5, 4, 5: the kernpartijen consult, let it wait on a ground, and the person is told."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import CasusStaat, Keuze, Rol, Taak
from casustafel.convenant.informatieplicht import Aantekening, Bereik, on_deferral
from casustafel.convenant.rules.informatieplicht import (
    Uitstel,
    defer_reasons,
    inform_reasons,
    informs_in_part,
    letter_reasons,
    may_find_informeren,
    may_open_informeren,
    may_open_informeren_casus,
    on_plicht,
    speak_reasons,
    withdraw_reasons,
    would_agree,
)
from casustafel.convenant.stuk import CasusStuk
from casustafel.convenant.verdict import ALLOWED
from tests.articles.test_art_11_termijn import (
    ALLEN,
    BLIJVEND_ALLEN,
    EIGEN_GEMEENTE,
    EIGEN_POLITIE,
    EINDE_ALLEN,
    EINDE_POLITIE,
    GEVRAAGD,
    JUNE,
    LAATSTE,
    PERSOON,
    SINDS,
    SLOT,
    TOLD,
    TOLD_IN_PART,
    TWEEDE,
    UITERLIJK,
    _casus,
    note,
    plicht,
)
from tests.facts import (
    DAY,
    GEMEENTE,
    OM,
    POLITIE,
    casus,
    convenant_without,
    deelnemers,
    dossier,
    field,
    grounds,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

N = Aantekening
A_DAY = timedelta(days=1)
ON = date(2026, 3, 20)
UITSTEL = Uitstel(
    bereik=Bereik.EIGEN,
    grond="b",
    noodzaak="Er loopt een onderzoek.",
    evenredigheid="Het wachten duurt kort.",
    reden="De politie spreekt eerst met getuigen.",
    tot=date(2026, 6, 20),
)
VAN_ALLEN = replace(UITSTEL, bereik=Bereik.ALLEN)
BLIJVEND = replace(UITSTEL, tot=None, is_blijvend=True)
INFORM = partial(inform_reasons, hoe="in een gesprek", door="wijkagent", op=ON, day=ON)
SPOKE = tuple(note(N.GEEN_GROND, o) for o in (GEMEENTE, OM, POLITIE))


def defer(uitstel: Uitstel = UITSTEL, *notes: Any, wie: Any = None, day: date = ON) -> set[Any]:
    """Give why informing does not wait."""
    return grounds(defer_reasons(wie or weegploeg(POLITIE), plicht(*notes), uitstel, day=day))


@pytest.mark.article("11.3")
@pytest.mark.article("11.4")
@pytest.mark.article("4")
class TestLettingItWait:
    """A ground is invoked by one kernpartij for its own data, or by all for everything."""

    @pytest.mark.parametrize(
        "code",
        [
            pytest.param("a", marks=pytest.mark.article("11.3.a")),
            pytest.param("b", marks=pytest.mark.article("11.3.b")),
            pytest.param("c", marks=pytest.mark.article("11.3.c")),
            pytest.param("d", marks=pytest.mark.article("11.3.d")),
            pytest.param("e", marks=pytest.mark.article("11.3.e")),
        ],
    )
    def test_rests_on_one_of_the_five_grounds(self, code: str) -> None:
        """Each of the five of article 11.3 may stand in the way."""
        assert defer(replace(UITSTEL, grond=code)) == set()

    @pytest.mark.parametrize("code", ["f", "", "A", "11.3.a", "b "])
    def test_rests_on_nothing_else(self, code: str) -> None:
        """No sixth ground, and none that is not named."""
        assert defer(replace(UITSTEL, grond=code)) == {field("11.3", "grond")}

    def test_names_necessity_proportionality_and_reason(self) -> None:
        """All that is missing is said at once."""
        empty = replace(UITSTEL, noodzaak=" ", evenredigheid="", reden="")

        expected = {field("11.3", "noodzaak"), field("11.3", "evenredigheid"), field("11.4", "reden")}
        assert defer(empty) == expected

    @pytest.mark.article("11.5")
    @pytest.mark.parametrize(
        ("tot", "is_allowed"),
        [
            (None, False),
            (ON - A_DAY, False),
            (ON, False),
            (ON + A_DAY, True),
            (JUNE - A_DAY, True),
            (JUNE, True),
            (JUNE + A_DAY, False),
        ],
    )
    def test_lasts_three_months_at_most(self, tot: date | None, is_allowed: bool) -> None:
        """A next day after today, up to three months on."""
        assert defer(replace(UITSTEL, tot=tot)) == (set() if is_allowed else {field("11.5", "tot")})

    def test_is_for_kernpartijen_in_the_weegploeg(self) -> None:
        """Not for the uitvoerder, who prepares and decides nothing, nor for who sits at the table only."""
        for other in (uitvoerder(), tafel(POLITIE), wie(GEMEENTE, Rol.BEHANDELAAR)):
            assert right("11.3", "representative") in defer(VAN_ALLEN, wie=other)

    def test_of_one_reaches_its_own_data_only(self) -> None:
        """The OM gave nothing: it has nothing of its own to hold back; for all that is held it may ask."""
        assert defer(UITSTEL, wie=weegploeg(OM)) == {right("11.3", "own-data")}
        assert defer(VAN_ALLEN, wie=weegploeg(OM)) == set()

    def test_is_not_asked_twice_at_a_time(self) -> None:
        """While it is asked; after the day that was asked it may be asked anew."""
        assert defer(VAN_ALLEN, GEVRAAGD) == {state("11.3", "asked")}
        later = replace(VAN_ALLEN, tot=JUNE + timedelta(days=30))
        assert defer(later, GEVRAAGD, day=JUNE) == {state("11.3", "asked")}
        assert defer(later, GEVRAAGD, day=JUNE + A_DAY) == set()

    def test_may_be_reconsidered_before_and_after_its_day(self) -> None:
        """A next deferral follows the one before; late is better than never."""
        again = replace(UITSTEL, tot=date(2026, 9, 20))

        assert defer(again, EIGEN_POLITIE, day=JUNE) == set()
        assert defer(again, EIGEN_POLITIE, day=JUNE + timedelta(days=10)) == set()

    def test_is_over_once_the_person_knows(self) -> None:
        """What was told cannot be held back; what was left out still can."""
        assert state("11.2", "informed") in defer(VAN_ALLEN, TOLD)
        assert defer(UITSTEL, EIGEN_POLITIE, TOLD_IN_PART, day=ON + A_DAY) == set()
        assert defer(replace(UITSTEL), EIGEN_POLITIE, TOLD_IN_PART, wie=weegploeg(GEMEENTE), day=ON + A_DAY) == {
            right("11.3", "own-data")
        }

    @pytest.mark.article("11.5")
    @pytest.mark.parametrize(("day", "is_last"), [(SLOT - A_DAY, False), (SLOT, True), (LAATSTE, True)])
    def test_needs_a_ground_that_stays_in_the_last_thirty_days(self, day: date, is_last: bool) -> None:
        """Then, and not before."""
        dated = replace(UITSTEL, tot=day + timedelta(days=20))
        fault = {field("11.5", "is_blijvend")}

        assert defer(dated, day=day) == (fault if is_last else set())
        assert defer(BLIJVEND, day=day) == (set() if is_last else fault)

    @pytest.mark.article("18.3")
    def test_goes_on_where_a_kernpartij_left(self) -> None:
        """Existing files then serve articles 11 and 12 still: this is no casework."""
        left = weegploeg(POLITIE, onder=convenant_without(OM))
        seen = may_open_informeren(left, dossier(), day=DAY)

        assert on_plicht(seen, plicht(), defer_reasons(left, plicht(), UITSTEL, day=ON)) == ALLOWED


@pytest.mark.article("11.3")
@pytest.mark.article("4")
class TestConsulting:
    """Each kernpartij says whether a ground stands in the way."""

    def test_is_agreeing_with_what_is_asked(self) -> None:
        """All of them must: the last one makes it hold."""
        asked, two = plicht(GEVRAAGD), plicht(GEVRAAGD, note(N.INSTEMMING, GEMEENTE))

        assert not list(speak_reasons(weegploeg(GEMEENTE), asked, N.INSTEMMING, day=ON))
        assert not would_agree(weegploeg(GEMEENTE), asked, day=ON)
        assert would_agree(weegploeg(OM), two, day=ON)

    def test_is_withholding_too(self) -> None:
        """Who sees no ground does not agree, and may still change its mind."""
        withheld = plicht(GEVRAAGD, note(N.INSTEMMING, GEMEENTE), note(N.GEEN_GROND, OM))
        (_id, vraag) = on_deferral(withheld, day=ON) or (None, None)

        assert vraag is not None
        assert {s.organisatie_id: s.keuze for s in vraag.standpunten}[OM.id] is Keuze.ONTHOUDEN
        assert not list(speak_reasons(weegploeg(OM), withheld, N.INSTEMMING, day=ON))

    @pytest.mark.parametrize("day", [JUNE - A_DAY, JUNE, JUNE + A_DAY])
    def test_on_what_is_asked_ends_with_its_day(self, day: date) -> None:
        """On the day that was asked for it may still be agreed on, the day after it is nothing any more."""
        found = grounds(speak_reasons(weegploeg(OM), plicht(GEVRAAGD), N.INSTEMMING, day=day))

        assert found == ({state("4", "no-question")} if day > JUNE else set())

    def test_agrees_with_something(self) -> None:
        """Without a question there is nothing to agree with; a note of another kind is no answer."""
        assert grounds(speak_reasons(weegploeg(OM), plicht(), N.INSTEMMING, day=ON)) == {state("4", "no-question")}
        assert grounds(speak_reasons(weegploeg(OM), plicht(), N.GEINFORMEERD, day=ON)) == {field("11.3", "keuze")}

    def test_does_not_say_two_things(self) -> None:
        """Who let it wait for its own data ends that first."""
        own = grounds(speak_reasons(weegploeg(POLITIE), plicht(EIGEN_POLITIE), N.GEEN_GROND, day=ON))

        assert own == {state("11.3", "own-deferral")}
        after = speak_reasons(weegploeg(POLITIE), plicht(EIGEN_POLITIE), N.GEEN_GROND, day=JUNE + A_DAY)
        assert not list(after)

    def test_is_for_kernpartijen_until_the_person_knows(self) -> None:
        """Not for others, and not after."""
        other = grounds(speak_reasons(uitvoerder(), plicht(), N.GEEN_GROND, day=ON))

        assert other == {right("11.3", "representative")}
        late = grounds(speak_reasons(weegploeg(), plicht(TOLD), N.GEEN_GROND, day=ON))
        assert late == {state("11.2", "informed")}


@pytest.mark.article("11.5")
@pytest.mark.article("4")
class TestEndingTheWait:
    """As soon as nothing stands in the way."""

    def ends(self, *notes: Any, van: Any = POLITIE, bereik: Bereik = Bereik.ALLEN, reden: str = "Klaar.") -> set[Any]:
        """Give why a deferral does not end."""
        return grounds(withdraw_reasons(weegploeg(van), plicht(*notes), bereik, reden=reden, day=ON))

    def test_of_all_is_done_by_each_of_them(self) -> None:
        """It needs the agreement of each, so it ends with that of one."""
        assert all(self.ends(ALLEN, van=o) == set() for o in (POLITIE, GEMEENTE, OM))
        assert self.ends(BLIJVEND_ALLEN, van=OM) == set()

    def test_of_own_data_is_done_by_that_kernpartij(self) -> None:
        """Nobody ends that of another."""
        assert self.ends(EIGEN_POLITIE, bereik=Bereik.EIGEN) == set()
        assert self.ends(EIGEN_POLITIE, van=GEMEENTE, bereik=Bereik.EIGEN) == {state("11.5", "no-deferral")}

    def test_of_what_is_asked_is_done_by_who_asked(self) -> None:
        """The others say that they see no ground."""
        assert self.ends(GEVRAAGD) == set()
        assert self.ends(GEVRAAGD, van=OM) == {right("11.3", "asker")}

    def test_is_done_once_with_a_reason(self) -> None:
        """Not where nothing waits any more, not without a reason."""
        gone = state("11.5", "no-deferral")

        assert self.ends() == {gone}
        assert self.ends(ALLEN, EINDE_ALLEN) == {gone}
        assert self.ends(EIGEN_POLITIE, EINDE_POLITIE, bereik=Bereik.EIGEN) == {gone}
        assert self.ends(ALLEN, reden=" ") == {field("11.5", "reden")}


@pytest.mark.article("11.2")
class TestInforming:
    """It is recorded how, when and by whom."""

    def test_is_recorded_by_a_kernpartij_or_the_uitvoerder(self) -> None:
        """After all spoke; who is neither does not."""
        ready = plicht(*SPOKE)

        assert not list(INFORM(weegploeg(OM), ready))
        assert not list(INFORM(uitvoerder(Taak.VERZOEK), ready))
        assert right("11.2", "recorder") in grounds(INFORM(tafel(), ready))

    @pytest.mark.article("11.3")
    @pytest.mark.parametrize(
        ("day", "waits"), [(UITERLIJK - A_DAY, True), (UITERLIJK, False), (UITERLIJK + A_DAY, False)]
    )
    def test_waits_for_the_others_until_the_last_day(self, day: date, waits: bool) -> None:
        """Each that is silent is named; on the last day silence holds nothing up."""
        found = list(INFORM(weegploeg(OM), plicht(note(N.GEEN_GROND, OM)), day=day))

        assert {r.params.get("partij") for r in found} == ({GEMEENTE.naam, POLITIE.naam} if waits else set())
        assert grounds(found) == ({state("11.3", "consult")} if waits else set())

    def test_names_how_by_whom_and_a_day(self) -> None:
        """All that is missing is said at once."""
        found = grounds(INFORM(weegploeg(OM), plicht(*SPOKE), hoe=" ", door="", op=ON + A_DAY))

        assert found == {field("11.2", "hoe"), field("11.2", "door"), field("11.2", "op")}

    @pytest.mark.parametrize(
        ("op", "is_allowed"),
        [(SINDS - A_DAY, False), (SINDS, True), (ON - A_DAY, True), (ON, True), (ON + A_DAY, False)],
    )
    def test_was_done_on_a_day_between_the_record_and_today(self, op: date, is_allowed: bool) -> None:
        """Not before anything was recorded, and not in the future."""
        found = grounds(INFORM(weegploeg(OM), plicht(*SPOKE), op=op))

        assert found == (set() if is_allowed else {field("11.2", "op")})

    @pytest.mark.article("11.3")
    def test_waits_while_a_ground_of_all_holds(self) -> None:
        """Up to and including its day; what is only asked, holds nothing up."""
        deferred = {state("11.3", "deferred")}

        assert grounds(INFORM(weegploeg(OM), plicht(ALLEN), day=JUNE)) == deferred
        assert not list(INFORM(weegploeg(OM), plicht(ALLEN), day=JUNE + A_DAY))
        assert not list(INFORM(weegploeg(OM), plicht(ALLEN, EINDE_ALLEN), day=date(2026, 5, 1)))
        assert not list(INFORM(weegploeg(OM), plicht(GEVRAAGD), day=UITERLIJK))

    @pytest.mark.article("11.3")
    def test_leaves_out_what_one_lets_wait(self) -> None:
        """The rest is told; where nothing is left to tell, that waits too."""
        one, both = plicht(EIGEN_POLITIE), plicht(EIGEN_POLITIE, EIGEN_GEMEENTE)

        assert not list(INFORM(weegploeg(OM), one, day=UITERLIJK))
        assert informs_in_part(one, day=UITERLIJK)
        assert not informs_in_part(one, day=JUNE + A_DAY)
        assert grounds(INFORM(weegploeg(OM), both, day=UITERLIJK)) == {state("11.3", "nothing-to-tell")}

    @pytest.mark.parametrize(
        ("given", "missing"),
        [
            ({"brief": "nl", "wijze": "post", "hoe": ""}, set()),
            ({"brief": "nl", "hoe": ""}, {"wijze"}),
            ({"wijze": "post", "hoe": ""}, {"hoe"}),
        ],
    )
    def test_was_with_a_letter_that_was_sent_or_in_words_how_else(
        self, given: dict[str, Any], missing: set[str]
    ) -> None:
        """A letter without its way is half a record, a way without a letter none."""
        found = grounds(INFORM(weegploeg(OM), plicht(*SPOKE), **given))

        assert found == {field("11.2", name) for name in missing}

    def test_is_done_once(self) -> None:
        """Who knows, knows."""
        assert grounds(INFORM(weegploeg(OM), plicht(*SPOKE, TOLD))) == {state("11.2", "informed")}


class TestTheLetter:
    """Who has a letter can send it: it is made only where somebody may be told."""

    def test_is_made_by_who_may_record_that_somebody_was_told(self) -> None:
        """A kernpartij or the uitvoerder, after all spoke."""
        assert not list(letter_reasons(weegploeg(OM), plicht(*SPOKE), day=ON))
        assert not list(letter_reasons(uitvoerder(Taak.VERZOEK), plicht(*SPOKE), day=ON))
        assert grounds(letter_reasons(tafel(), plicht(*SPOKE), day=ON)) == {right("11.2", "recorder")}

    @pytest.mark.article("11.3")
    def test_is_not_made_before_the_kernpartijen_consulted_or_while_a_ground_holds(self) -> None:
        """As little as somebody is told then."""
        both = plicht(EIGEN_POLITIE, EIGEN_GEMEENTE)

        assert grounds(letter_reasons(weegploeg(OM), plicht(), day=ON)) == {state("11.3", "consult")}
        assert grounds(letter_reasons(weegploeg(OM), plicht(ALLEN), day=JUNE)) == {state("11.3", "deferred")}
        assert grounds(letter_reasons(weegploeg(OM), both, day=UITERLIJK)) == {state("11.3", "nothing-to-tell")}
        assert not list(letter_reasons(weegploeg(OM), plicht(EIGEN_POLITIE), day=UITERLIJK))

    def test_is_not_made_again_once_all_was_told(self) -> None:
        """What came since is not due here; of what was told in part there is a second one."""
        assert grounds(letter_reasons(weegploeg(OM), plicht(*SPOKE, TOLD), day=ON)) == {state("11.2", "informed")}
        assert not list(letter_reasons(weegploeg(OM), plicht(EIGEN_POLITIE, TOLD_IN_PART), day=JUNE + A_DAY))


@pytest.mark.article("11.4")
class TestLookingAtIt:
    """A decision of the kernpartijen, prepared by the uitvoerder."""

    def test_in_a_dossier_is_for_who_may_open_it(self) -> None:
        """Kernpartijen in the weegploeg, and the uitvoerder with a task."""
        assert may_open_informeren(weegploeg(OM), dossier(), day=DAY).is_allowed
        assert may_open_informeren(uitvoerder(), dossier(), day=DAY).is_allowed
        assert refused(may_open_informeren(uitvoerder(None), dossier(), day=DAY)) == {field("5", "taak")}
        assert hidden(may_open_informeren(tafel(), dossier(), day=DAY)) == {right("8.4", "kernpartij")}

    @pytest.mark.article("10.4")
    def test_in_a_casus_is_for_each_kernpartij_while_it_is_pending(self) -> None:
        """Also for one that is not at the table; once all know it, only for who is there."""
        told = tuple(
            replace(note(N.GEINFORMEERD, None, soort=CasusStuk.INFORMEREN), bij_id=p) for p in (PERSOON, TWEEDE)
        )

        assert may_open_informeren_casus(weegploeg(OM), _casus(), day=DAY).is_allowed
        assert hidden(may_open_informeren_casus(weegploeg(OM), _casus(*told), day=DAY)) == {
            right("10.4", "not-at-table")
        }
        assert may_open_informeren_casus(weegploeg(POLITIE), _casus(*told), day=DAY).is_allowed

    @pytest.mark.article("10.4")
    def test_in_a_casus_is_hidden_from_the_others(self) -> None:
        """Who is only at the table, a partner, and who has no task."""
        for other in (tafel(POLITIE), tafel(GEMEENTE)):
            assert hidden(may_open_informeren_casus(other, _casus(), day=DAY)) == {right("10.4", "not-at-table")}
        assert may_open_informeren_casus(uitvoerder(), _casus(), day=DAY).is_allowed
        assert refused(may_open_informeren_casus(uitvoerder(None), _casus(), day=DAY)) == {field("5", "taak")}
        nobody = casus(CasusStaat.OPEN, aan_tafel=deelnemers(GEMEENTE))
        assert may_open_informeren_casus(weegploeg(OM), nobody, day=DAY).is_hidden

    def test_as_a_list_is_for_the_same(self) -> None:
        """Kernpartijen in the weegploeg and the uitvoerder; to others there is no list."""
        assert may_find_informeren(weegploeg(), day=DAY).is_allowed
        assert may_find_informeren(uitvoerder(), day=DAY).is_allowed
        assert refused(may_find_informeren(uitvoerder(None), day=DAY)) == {field("5", "taak")}
        assert may_find_informeren(tafel(), day=DAY).is_hidden
        assert may_find_informeren(replace(weegploeg(), rollen=frozenset()), day=DAY).is_hidden

    def test_of_nobody_there_is_none(self) -> None:
        """A person that is not in this file has no duty here; who may not look is told nothing."""
        assert refused(on_plicht(ALLOWED, None, iter(()))) == {state("11.2", "nobody")}
        assert on_plicht(may_open_informeren(tafel(), dossier(), day=DAY), None, iter(())).is_hidden
