"""Covenant 12.5, 12.6; AVG 18: when a request shields, who does that, and that the person is told before it ends."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from casustafel.convenant.afscherming import (
    Afschermstaat,
    afschermingen_in,
    is_contested,
    is_restricted,
    staat_code,
)
from casustafel.convenant.feit import StukFeit, Taak
from casustafel.convenant.rules.verzoekafscherming import (
    gronden_of,
    may_announce_opheffing,
    may_lift_verzoek,
    may_open_afscherming,
    may_shield_verzoek,
    to_lift,
    to_shield,
)
from casustafel.convenant.rules.verzoekuitvoering import may_carry_out_verzoek
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import Besluituitkomst, VerzoekFeit, Verzoeksoort, Verzoekstaat
from casustafel.convenant.werk import Stap, Werk
from casustafel.convenant.werk_verzoek import werk_on_verzoek
from tests.facts import (
    CONVENANT,
    DAY,
    SIGNAAL,
    SIGNAAL_2,
    YESTERDAY,
    field,
    hidden,
    refused,
    right,
    state,
    stuk_id,
    tafel,
    uitvoerder,
    weegploeg,
)
from tests.verzoekfeit import stuk, verzoek, without_identity

pytestmark = [pytest.mark.article("12.5"), pytest.mark.article("12.6")]
S, V = Verzoeksoort, Verzoekstaat
A, B, C, D = (f"avg-18-1-{letter}" for letter in "abcd")
DOSSIER = UUID(int=0xD001)
TREFFER = stuk(80, VerzoekStuk.TREFFER, bij_id=DOSSIER)
SHIELD = stuk_id(81)
OPEN_STATES = (V.IDENTITEIT_VASTGESTELD, V.VERZAMELD, V.BESLOTEN, V.BEANTWOORD)
GRANTED = {"uitkomst": Besluituitkomst.TOEGEWEZEN, "besloten_op": DAY}
REFUSED = {"uitkomst": Besluituitkomst.AFGEWEZEN, "besloten_op": DAY}


def asked(
    soort: Verzoeksoort = S.VERZET, staat: Verzoekstaat = V.VERZAMELD, *more: StukFeit, **rest: Any
) -> VerzoekFeit:
    """Give a request about one dossier."""
    return verzoek(soort, staat, stukken=(TREFFER, *more), **rest)


def shielding(
    staat: Afschermstaat = Afschermstaat.AFGESCHERMD, *, grond: str = D, told_on: date | None = None
) -> tuple[StukFeit, ...]:
    """Give a shielding of that dossier, and that the person was told on a day."""
    told = (stuk(82, VerzoekStuk.AANKONDIGING, bij_id=SHIELD, op=told_on),) if told_on else ()
    return (stuk(81, VerzoekStuk.AFSCHERMING, bij_id=DOSSIER, staat=staat_code(staat, grond)), *told)


def shield(feit: VerzoekFeit, **changed: Any) -> Verdict:
    """Ask whether the uitvoerder may shield, but for what is changed."""
    given = {
        "dossier_id": DOSSIER,
        "items": (SIGNAAL,),
        "bekend": (SIGNAAL, SIGNAAL_2),
        "grond": D,
        "reden": "Klopt niet.",
    }
    wie = changed.pop("wie", uitvoerder(Taak.VERZOEK))
    return may_shield_verzoek(wie, feit, **{**given, **changed}, day=DAY)


def lift(feit: VerzoekFeit, *, day: date = DAY, **changed: Any) -> Verdict:
    """Ask whether the uitvoerder may lift, but for what is changed."""
    given = {"afscherming_id": SHIELD, "reden": "Besloten."}
    return may_lift_verzoek(uitvoerder(Taak.VERZOEK), feit, **{**given, **changed}, day=day)


def announce(feit: VerzoekFeit, **changed: Any) -> Verdict:
    """Ask whether it may be recorded that the person was told."""
    given = {"afscherming_id": SHIELD, "brief": "Het klopt."}
    return may_announce_opheffing(uitvoerder(Taak.VERZOEK), feit, **{**given, **changed}, day=DAY)


class TestACorrectionOrAnObjection:
    """That is open."""

    @pytest.mark.parametrize("soort", [S.CORRECTIE, S.VERZET])
    @pytest.mark.parametrize("staat", V)
    def test_shields_from_identity_until_it_is_carried_out(self, soort: Verzoeksoort, staat: Verzoekstaat) -> None:
        """Not before it is known who asks, and no longer than it is open."""
        uitkomst = None if staat in {V.IDENTITEIT_VASTGESTELD, V.VERZAMELD} else Besluituitkomst.TOEGEWEZEN
        feit = asked(soort, staat, uitkomst=uitkomst)
        grond = A if soort is S.CORRECTIE else D

        assert is_contested(feit) is (staat in OPEN_STATES)
        assert shield(feit, grond=grond).is_allowed is (staat in OPEN_STATES)

    @pytest.mark.parametrize("staat", [V.BESLOTEN, V.BEANTWOORD])
    def test_shields_no_longer_once_it_is_refused(self, staat: Verzoekstaat) -> None:
        """Reading: on the day of the decision."""
        assert refused(shield(asked(S.VERZET, staat, **REFUSED))) == {state("12.5", "not-open")}

    def test_is_known_to_be_of_who_asks(self) -> None:
        """A state that says more than was established shields nothing."""
        assert state("12.3", "identity") in refused(shield(without_identity(asked())))


class TestARestriction:
    """That the person asks for itself."""

    @pytest.mark.parametrize(("staat", "rest"), [(V.VERZAMELD, {}), (V.BESLOTEN, REFUSED)])
    def test_shields_nothing_while_it_is_not_granted(self, staat: Verzoekstaat, rest: dict[str, Any]) -> None:
        """Nor once it is refused."""
        feit = asked(S.BEPERKING, staat, **rest)

        assert not is_restricted(feit)
        assert refused(shield(feit, grond=B)) == {state("12.5", "not-open")}

    @pytest.mark.parametrize("grond", [A, B, C, D])
    @pytest.mark.parametrize("uitkomst", [Besluituitkomst.TOEGEWEZEN, Besluituitkomst.DEELS])
    def test_shields_once_it_is_granted(self, grond: str, uitkomst: Besluituitkomst) -> None:
        """On each of the four grounds, in whole or in part."""
        assert shield(asked(S.BEPERKING, V.BESLOTEN, uitkomst=uitkomst), grond=grond).is_allowed


class TestWhoAsksForAccess:
    """Has nothing shielded by that."""

    def test_is_refused(self) -> None:
        """There is no ground for it, and nothing is contested."""
        assert refused(shield(asked(S.INZAGE))) == {state("12.5", "not-open"), field("12.5", "grond")}


class TestWhatIsShielded:
    """As far as the request asks."""

    def test_is_the_whole_where_no_piece_is_named(self) -> None:
        """Or pieces of that dossier and its casus."""
        assert shield(asked(), items=()).is_allowed
        assert shield(asked(), items=(SIGNAAL, SIGNAAL_2)).is_allowed
        assert refused(shield(asked(), items=(SIGNAAL, stuk_id(9)))) == {field("12.5", "items")}

    def test_is_of_a_dossier_that_the_request_is_about(self) -> None:
        """No other."""
        assert refused(shield(asked(), dossier_id=UUID(int=1))) == {field("12.5", "dossier_id")}

    def test_has_a_ground_of_the_kind_of_request_and_a_reason(self) -> None:
        """An objection shields on d; what is asked is written down."""
        assert refused(shield(asked(), grond=A, reden=" ")) == {field("12.5", "grond"), field("12.5", "reden")}
        found = {soort: [g.code for g in gronden_of(asked(soort), CONVENANT, day=DAY)] for soort in S}
        assert found == {S.INZAGE: [], S.CORRECTIE: [A], S.VERZET: [D], S.BEPERKING: [A, B, C, D]}

    def test_is_recorded_by_the_uitvoerder_for_the_task(self) -> None:
        """A kernpartij decides on the request, and is told so; to the table it is not there."""
        assert refused(shield(asked(), wie=weegploeg())) == {right("12.1", "uitvoerder")}
        assert refused(shield(asked(), wie=uitvoerder(Taak.CONTROLEREN))) == {field("5", "taak")}
        assert hidden(shield(asked(), wie=tafel())) == {right("12.1", "handlers")}
        assert may_open_afscherming(uitvoerder(Taak.VERZOEK), asked(), day=DAY).is_allowed
        assert not may_open_afscherming(weegploeg(), asked(), day=DAY).is_allowed


class TestLifting:
    """What was shielded."""

    @pytest.mark.parametrize(("told_on", "allowed"), [(None, False), (YESTERDAY, True), (DAY, False)])
    def test_is_from_the_day_after_the_person_was_told(self, told_on: date | None, *, allowed: bool) -> None:
        """AVG 18(3): before, so that nothing is used again first."""
        feit = asked(S.VERZET, V.BEANTWOORD, *shielding(told_on=told_on), **REFUSED)

        verdict = lift(feit)
        assert verdict.is_allowed is allowed
        assert allowed or refused(verdict) == {state("12.6", "not-told")}

    @pytest.mark.parametrize("staat", OPEN_STATES)
    def test_waits_for_the_request(self, staat: Verzoekstaat) -> None:
        """While it is open, neither is the person told nor is it lifted."""
        rest = {} if staat in {V.IDENTITEIT_VASTGESTELD, V.VERZAMELD} else GRANTED
        feit = asked(S.VERZET, staat, *shielding(told_on=YESTERDAY), **rest)

        assert refused(lift(feit)) == refused(announce(feit)) == {state("12.6", "unsettled")}

    @pytest.mark.parametrize("staat", [V.UITGEVOERD, V.GEMELD])
    def test_follows_what_was_carried_out(self, staat: Verzoekstaat) -> None:
        """What stays of the data is used again."""
        feit = asked(S.CORRECTIE, staat, *shielding(grond=A, told_on=YESTERDAY), **GRANTED)

        assert announce(feit).is_allowed
        assert lift(feit).is_allowed

    @pytest.mark.parametrize("grond", [B, C])
    def test_of_a_restriction_is_when_its_reason_ended(self, grond: str) -> None:
        """Told first, like every other."""
        feit = asked(S.BEPERKING, V.GEMELD, *shielding(grond=grond, told_on=YESTERDAY), **GRANTED)

        assert lift(feit).is_allowed

    @pytest.mark.parametrize("staat", [one for one in Afschermstaat if one is not Afschermstaat.AFGESCHERMD])
    def test_is_of_what_is_shielded_now(self, staat: Afschermstaat) -> None:
        """Not while it is on its way, and not twice."""
        feit = asked(S.VERZET, V.BEANTWOORD, *shielding(staat, told_on=YESTERDAY), **REFUSED)

        assert refused(lift(feit)) == {state("12.5", "not-shielded")}

    def test_has_a_reason(self) -> None:
        """And so has the letter; a shielding that is not there cannot be lifted."""
        feit = asked(S.VERZET, V.BEANTWOORD, *shielding(told_on=YESTERDAY), **REFUSED)

        assert refused(lift(feit, reden="")) == {field("12.6", "reden")}
        assert refused(announce(feit, brief="")) == {field("12.6", "brief")}
        assert refused(lift(feit, afscherming_id=UUID(int=1))) == {field("12.5", "afscherming_id")}

    def test_is_not_on_the_day_of_the_letter(self) -> None:
        """The day before, that day, and the day after."""
        feit = asked(S.VERZET, V.BEANTWOORD, *shielding(told_on=DAY), **REFUSED)

        assert [lift(feit, day=DAY + timedelta(days=n)).is_allowed for n in (-1, 0, 1)] == [False, False, True]


def work(feit: VerzoekFeit, stap: Stap) -> list[Werk]:
    """Give what waits of one kind for the uitvoerder."""
    return [one for one in werk_on_verzoek(uitvoerder(Taak.VERZOEK), feit, day=DAY) if one.stap is stap]


class TestTheWork:
    """Of the uitvoerder, for the task."""

    def test_is_to_shield_at_once(self) -> None:
        """Each dossier that a request is about, until it shields something of it."""
        feit = asked(S.VERZET, V.VERZAMELD)

        (found,) = [
            one for one in werk_on_verzoek(uitvoerder(Taak.VERZOEK), feit, day=DAY) if one.stap is Stap.AFSCHERMEN
        ]
        assert (found.bij_id, found.uiterlijk_op, found.artikel) == (DOSSIER, DAY, "12.5")
        assert to_shield(asked(S.VERZET, V.VERZAMELD, *shielding(Afschermstaat.ONDERWEG))) == ()
        assert to_shield(asked(S.INZAGE)) == to_shield(asked(S.VERZET, V.BESLOTEN, **REFUSED)) == ()

    def test_is_to_lift_once_it_is_settled(self) -> None:
        """Within 28 days of the decision; what was granted until it is lifted asks for nothing."""
        feit = asked(S.VERZET, V.BEANTWOORD, *shielding(), **REFUSED)

        (found,) = [
            one for one in werk_on_verzoek(uitvoerder(Taak.VERZOEK), feit, day=DAY) if one.stap is Stap.OPHEFFEN
        ]
        assert (found.bij_id, found.uiterlijk_op) == (SHIELD, DAY + timedelta(days=28))
        assert to_lift(asked(S.VERZET, V.VERZAMELD, *shielding()), CONVENANT) == ()
        assert to_lift(asked(S.BEPERKING, V.GEMELD, *shielding(grond=B), **GRANTED), CONVENANT) == ()

    def test_is_nobody_elses(self) -> None:
        """Not of a kernpartij."""
        steps = {one.stap for one in werk_on_verzoek(weegploeg(), asked(), day=DAY)}

        assert not steps & {Stap.AFSCHERMEN, Stap.OPHEFFEN}


def test_the_state_of_a_piece_fits_its_column() -> None:
    """At most 24 characters, and read back as it was written."""
    for staat in Afschermstaat:
        code = staat_code(staat, D)
        (read,) = afschermingen_in([replace(shielding()[0], staat=code)])
        assert len(code) <= 24
        assert (read.staat, read.grond, read.dossier_id) == (staat, D, DOSSIER)


class TestARestrictionThatIsCarriedOut:
    """Which is done by shielding."""

    def test_is_shielded_first(self) -> None:
        """Where the files hold something; the rest is as for every decision."""
        feit = asked(S.BEPERKING, V.BEANTWOORD, **GRANTED)
        shielded = asked(S.BEPERKING, V.BEANTWOORD, *shielding(grond=B), **GRANTED)
        done: dict[str, Any] = {"uitgevoerd": "Afgeschermd (bedacht).", "day": DAY}

        assert refused(may_carry_out_verzoek(uitvoerder(Taak.VERZOEK), feit, **done)) == {
            state("12.5", "nothing-shielded")
        }
        assert may_carry_out_verzoek(uitvoerder(Taak.VERZOEK), shielded, **done).is_allowed
