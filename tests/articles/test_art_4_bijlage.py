"""Covenant 4, 1.c, 1.g, 11.1, 18.3: the covenant and its annexes change when every kernpartij agrees."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casustafel.convenant.feit import Keuze, Rol, StandpuntFeit, Wie
from casustafel.convenant.overeenstemming import Onderwerp, OvereenstemmingFeit, Vraagstaat, is_agreed
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules import bijlage as rules
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.voorstel import (
    INHOUD,
    Bestaand,
    Onderdeel,
    PartnerEindeInhoud,
    PartnerInhoud,
    ReferentiekaderInhoud,
    TekstInhoud,
    ToetredingInhoud,
    VoorstelInhoud,
    VoorstelSoort,
    begins_on,
    onderwerp_of,
    soort_of,
)
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    RAAD,
    TOMORROW,
    YESTERDAY,
    Ground,
    convenant_without,
    field,
    hidden,
    onthouden,
    operator,
    organisatie,
    refused,
    right,
    standpunten,
    state,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

PARTNER = PartnerInhoud(code="woonhulp", naam="Woonhulp (verzonnen)", contact="loket")
EINDE = PartnerEindeInhoud(organisatie_id=DE_BRUG.id)
TEKST = TekstInhoud(onderdeel=Onderdeel.BIJLAGE_2, versienaam="2", tekst="Zo werken wij (verzonnen).")
KADER = ReferentiekaderInhoud(versienaam="2", criteria=(("gedrag", "Gedrag (verzonnen)."),))
JOINS = ToetredingInhoud(soort=Soort.OM, code="om-2", naam="OM Elders (verzonnen)", contact="loket")
BESTAAND = Bestaand(
    codes=frozenset({"de-brug"}),
    versies=frozenset({("bijlage-2", "1"), ("bijlage-3", "1")}),
    organisaties=CONVENANT.organisaties,
)
WITHOUT_OM = convenant_without(OM)
ELSEWHERE_WEEGPLOEG = wie(Soort.RAAD, Rol.WEEGPLOEG)
STRANGERS = [tafel(GEMEENTE), tafel(RAAD), tafel(DE_BRUG), ELSEWHERE_WEEGPLOEG, wie(Soort.GEMEENTE, Rol.AUDITOR)]


def vraag(
    *positions: StandpuntFeit,
    onderwerp: Onderwerp = Onderwerp.BIJLAGE,
    staat: Vraagstaat = Vraagstaat.OPEN,
    herinnerd_op: date | None = None,
) -> OvereenstemmingFeit:
    """Give a question of the gemeente with these positions."""
    return OvereenstemmingFeit(
        onderwerp=onderwerp,
        staat=staat,
        gevraagd_op=YESTERDAY,
        gevraagd_door=GEMEENTE.id,
        standpunten=positions,
        herinnerd_op=herinnerd_op,
    )


def propose(
    inhoud: VoorstelInhoud, *, by: Wie | None = None, reden: str = "nodig", bestaand: Bestaand = BESTAAND
) -> Verdict:
    """Let a kernpartij propose this today."""
    return rules.may_propose(by or weegploeg(), inhoud, reden=reden, bestaand=bestaand, day=DAY)


def take(asked: OvereenstemmingFeit | None, inhoud: VoorstelInhoud = PARTNER, **given: Any) -> Verdict:
    """Let a kernpartij take its position today."""
    by = given.pop("by", None) or weegploeg()
    given = {"keuze": Keuze.INSTEMMEN, "motivering": "eens", "bestaand": BESTAAND, **given}
    return rules.may_take_standpunt_voorstel(by, asked, inhoud if asked else None, **given, day=DAY)


@pytest.mark.article("4", "1.c", "1.g", "11.1")
class TestAProposal:
    """A kernpartij proposes that an annex changes."""

    @pytest.mark.parametrize("inhoud", [PARTNER, EINDE, TEKST, KADER])
    @pytest.mark.parametrize("partij", KERN)
    def test_is_made_by_any_kernpartij(self, inhoud: VoorstelInhoud, partij: Any) -> None:
        """Each of the three proposes a partner, its end, a text or a referentiekader."""
        assert propose(inhoud, by=weegploeg(partij)).is_allowed

    def test_is_not_made_by_the_uitvoerder(self) -> None:
        """The uitvoerder prepares: it sees proposals and makes none (article 5)."""
        assert rules.may_see_voorstellen(uitvoerder(None), day=DAY).is_allowed
        assert refused(propose(PARTNER, by=uitvoerder())) == {right("4", "representative")}

    @pytest.mark.parametrize("asker", [*STRANGERS, operator(), systeem()])
    def test_is_not_known_to_others(self, asker: Wie) -> None:
        """A casuspartij, a partner, who controls: none of them learns what is proposed."""
        assert hidden(rules.may_see_voorstellen(asker, day=DAY)) == {right("4", "kernpartij")}
        assert propose(PARTNER, by=asker).is_hidden
        assert take(vraag(), by=asker).is_hidden
        assert take(None, by=asker).is_hidden

    @pytest.mark.parametrize(
        ("inhoud", "grounds"),
        [
            (replace(PARTNER, code="De Brug"), {field("1.c", "code")}),
            (replace(PARTNER, code="de-brug"), {field("1.c", "code")}),
            (replace(PARTNER, code="a" * 51), {field("1.c", "code")}),
            (replace(PARTNER, naam=" ", contact=""), {field("1.c", "naam"), field("1.c", "contact")}),
            (replace(PARTNER, naam="n" * 201), {field("1.c", "naam")}),
            (replace(PARTNER, contact="c" * 201), {field("1.c", "contact")}),
            (replace(EINDE, organisatie_id=ELSEWHERE.id), {field("1.c", "organisatie_id")}),
            (replace(EINDE, organisatie_id=RAAD.id), {field("1.c", "organisatie_id")}),
            (replace(TEKST, onderdeel=Onderdeel.BIJLAGE_1), {field("11.1", "onderdeel")}),
            (replace(TEKST, versienaam="1"), {field("11.1", "versienaam")}),
            (replace(TEKST, versienaam="v" * 21), {field("11.1", "versienaam")}),
            (replace(TEKST, versienaam=" "), {field("11.1", "versienaam")}),
            (replace(TEKST, tekst=""), {field("11.1", "tekst")}),
            (replace(KADER, versienaam="1"), {field("1.g", "versienaam")}),
            (replace(KADER, versienaam=""), {field("1.g", "versienaam")}),
            (replace(KADER, versienaam="v" * 21), {field("1.g", "versienaam")}),
            (replace(KADER, criteria=()), {field("1.g", "criteria")}),
            (replace(KADER, criteria=(("", "tekst"),)), {field("1.g", "criteria")}),
            (replace(KADER, criteria=(("a", " "),)), {field("1.g", "criteria")}),
            (replace(KADER, criteria=(("a", "een"), ("a", "twee"))), {field("1.g", "criteria")}),
            (replace(KADER, criteria=(("a", "een"), ("B", "twee"))), {field("1.g", "criteria")}),
            (replace(KADER, criteria=(("a" * 51, "een"),)), {field("1.g", "criteria")}),
            (replace(KADER, criteria=(("a", "t" * 501),)), {field("1.g", "criteria")}),
        ],
    )
    def test_is_refused_for_what_is_wrong_in_it(self, inhoud: VoorstelInhoud, grounds: set[Ground]) -> None:
        """A field that is missing, double or out of place is named with its article."""
        assert refused(propose(inhoud)) == grounds

    @pytest.mark.parametrize(
        "inhoud",
        [
            replace(PARTNER, code="a" * 50, naam="n" * 200, contact="c" * 200),
            replace(TEKST, versienaam="v" * 20),
            replace(TEKST, onderdeel=Onderdeel.CONVENANT, versienaam="1"),
            replace(KADER, versienaam="v" * 20, criteria=(("a" * 50, "t" * 500), ("b", "t"))),
        ],
    )
    def test_may_be_as_long_as_there_is_room(self, inhoud: VoorstelInhoud) -> None:
        """The longest code, name, version and text are taken; a version of another part stands in no way."""
        assert propose(inhoud).is_allowed

    def test_is_refused_without_a_reason(self) -> None:
        """Why it is needed stands with the proposal."""
        assert refused(propose(PARTNER, reden=" ")) == {field("4", "reden")}

    @pytest.mark.parametrize(("vanaf", "is_allowed"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True), (None, True)])
    def test_changes_nothing_in_the_past(self, vanaf: date | None, *, is_allowed: bool) -> None:
        """The chosen day is today or later; the fault stands at that day."""
        for inhoud, name in ((replace(PARTNER, vanaf=vanaf), "vanaf"), (replace(EINDE, tot=vanaf), "tot")):
            verdict = propose(inhoud)

            assert verdict.is_allowed is is_allowed
            assert is_allowed or refused(verdict) == {field("4", name)}

    def test_waits_while_a_kernpartij_is_missing(self) -> None:
        """Annexes change only while all three take part."""
        by = weegploeg(onder=WITHOUT_OM)

        assert refused(propose(TEKST, by=by)) == {state("18.3", "kernpartijen")}
        assert refused(take(vraag(), by=by)) == {state("18.3", "kernpartijen")}

    @pytest.mark.parametrize(("tot", "is_allowed"), [(YESTERDAY, False), (DAY, False), (TOMORROW, True)])
    def test_to_end_a_partner_needs_one_that_takes_part(self, tot: date, *, is_allowed: bool) -> None:
        """Who has left cannot leave again; who leaves tomorrow may still leave sooner."""
        partners = tuple(replace(o, tot=tot) if o.id == DE_BRUG.id else o for o in CONVENANT.organisaties)

        assert propose(EINDE, bestaand=replace(BESTAAND, organisaties=partners)).is_allowed is is_allowed


@pytest.mark.article("18.3", "4")
class TestAKernpartijThatJoins:
    """One takes the place of another that left; those that remain decide."""

    def test_is_proposed_by_one_that_remains(self) -> None:
        """Without the OM the gemeente or the politie proposes another OM."""
        bestaand = replace(BESTAAND, organisaties=WITHOUT_OM.organisaties)

        assert propose(JOINS, by=weegploeg(onder=WITHOUT_OM), bestaand=bestaand).is_allowed

    def test_needs_an_empty_place(self) -> None:
        """While the OM takes part no second one joins."""
        assert refused(propose(JOINS)) == {field("18.3", "soort")}

    @pytest.mark.parametrize(("vanaf", "is_allowed"), [(None, False), (DAY, False), (TOMORROW, True)])
    def test_begins_no_sooner_than_the_other_has_left(self, vanaf: date | None, *, is_allowed: bool) -> None:
        """An OM that leaves tomorrow is followed by one from tomorrow on."""
        leaving = tuple(replace(o, tot=TOMORROW) if o.id == OM.id else o for o in CONVENANT.organisaties)
        verdict = propose(replace(JOINS, vanaf=vanaf), bestaand=replace(BESTAAND, organisaties=leaving))

        assert verdict.is_allowed is is_allowed

    @pytest.mark.parametrize("soort", [Soort.RAAD, Soort.RECLASSERING, Soort.EXTERN])
    def test_is_a_kernpartij(self, soort: Soort) -> None:
        """A partner comes in through annex 1, never as a party."""
        assert refused(propose(replace(JOINS, soort=soort))) == {field("18.3", "soort")}

    def test_has_a_code_and_a_name_of_its_own(self) -> None:
        """As a partner has: what is missing or used already is named under 18.3."""
        bestaand = replace(BESTAAND, organisaties=WITHOUT_OM.organisaties)
        joins = replace(JOINS, code="de-brug", naam="", contact="c" * 201)

        assert refused(propose(joins, by=weegploeg(onder=WITHOUT_OM), bestaand=bestaand)) == {
            field("18.3", "code"),
            field("18.3", "naam"),
            field("18.3", "contact"),
        }

    def test_is_agreed_on_by_those_that_remain(self) -> None:
        """Gemeente and politie are enough when the OM has left, and not before."""
        asked = vraag(*standpunten(GEMEENTE, POLITIE), onderwerp=Onderwerp.TOETREDING)

        assert is_agreed(asked, WITHOUT_OM, day=DAY)
        assert not is_agreed(asked, WITHOUT_OM, day=YESTERDAY)


@pytest.mark.article("4")
class TestAPositionOnAProposal:
    """Each kernpartij answers itself."""

    @pytest.mark.parametrize("keuze", Keuze)
    def test_is_taken_by_a_kernpartij_with_a_reason(self, keuze: Keuze) -> None:
        """It agrees or withholds, and says why."""
        assert take(vraag(), keuze=keuze).is_allowed
        assert refused(take(vraag(), keuze=keuze, motivering="")) == {field("4", "motivering")}

    def test_is_not_taken_by_the_uitvoerder(self) -> None:
        """The uitvoerder sees the proposal and decides nothing."""
        assert rules.may_open_voorstel(uitvoerder(), vraag(), day=DAY).is_allowed
        assert refused(take(vraag(), by=uitvoerder())) == {right("4", "representative")}

    def test_is_not_taken_back_by_the_uitvoerder(self) -> None:
        """Nor does it take back what the gemeente answered, or withdraw what the gemeente proposed."""
        answered = vraag(*standpunten(GEMEENTE))

        for rule in (rules.may_withdraw_standpunt_voorstel, rules.may_withdraw_voorstel):
            assert refused(rule(uitvoerder(), answered, day=DAY)) == {right("4", "representative")}

    @pytest.mark.parametrize("staat", [Vraagstaat.AANGENOMEN, Vraagstaat.INGETROKKEN])
    def test_is_not_taken_on_what_is_settled(self, staat: Vraagstaat) -> None:
        """After adoption, or when it was withdrawn, nothing changes any more."""
        asked = vraag(*standpunten(POLITIE), staat=staat)

        assert refused(take(asked)) == {state("4", "settled")}
        assert refused(rules.may_withdraw_standpunt_voorstel(weegploeg(), asked, day=DAY)) == {state("4", "settled")}

    def test_agrees_only_with_what_still_can_be(self) -> None:
        """A code that another proposal took meanwhile stands in the way; withholding is always possible."""
        asked, taken = vraag(), replace(BESTAAND, codes=frozenset({"woonhulp"}))

        assert refused(take(asked, bestaand=taken)) == {state("4", "outdated")}
        assert take(asked, bestaand=taken, keuze=Keuze.ONTHOUDEN).is_allowed

    def test_is_taken_back_while_nothing_was_decided(self) -> None:
        """By the kernpartij that took it."""
        may = rules.may_withdraw_standpunt_voorstel

        assert may(weegploeg(OM), vraag(*standpunten(OM)), day=DAY).is_allowed
        assert refused(may(weegploeg(OM), vraag(), day=DAY)) == {state("4", "no-position")}

    def test_adopts_only_with_all_three(self) -> None:
        """One that withholds or is silent leaves the question open."""
        assert is_agreed(vraag(*standpunten(*KERN)), CONVENANT, day=DAY)
        assert not is_agreed(vraag(*standpunten(GEMEENTE, OM)), CONVENANT, day=DAY)
        assert not is_agreed(vraag(*standpunten(GEMEENTE, OM), onthouden(POLITIE)), CONVENANT, day=DAY)


@pytest.mark.article("4", "5")
class TestAnOpenProposal:
    """What else happens with it."""

    def test_is_withdrawn_by_who_made_it(self) -> None:
        """The gemeente asked, so the gemeente withdraws."""
        assert rules.may_withdraw_voorstel(weegploeg(GEMEENTE), vraag(), day=DAY).is_allowed
        assert refused(rules.may_withdraw_voorstel(weegploeg(OM), vraag(), day=DAY)) == {right("4", "proposer")}
        settled = vraag(staat=Vraagstaat.AANGENOMEN)
        assert refused(rules.may_withdraw_voorstel(weegploeg(GEMEENTE), settled, day=DAY)) == {state("4", "settled")}

    @pytest.mark.parametrize("asker", [uitvoerder(), weegploeg(OM)])
    def test_is_reminded_of_once_a_day(self, asker: Wie) -> None:
        """By a kernpartij or the uitvoerder, while somebody is silent."""
        may = rules.may_remind_voorstel

        assert may(asker, vraag(), day=DAY).is_allowed
        assert may(asker, vraag(herinnerd_op=YESTERDAY), day=DAY).is_allowed
        assert refused(may(asker, vraag(herinnerd_op=DAY), day=DAY)) == {state("4", "reminded")}

    @pytest.mark.parametrize(
        "rule", [rules.may_withdraw_standpunt_voorstel, rules.may_withdraw_voorstel, rules.may_remind_voorstel]
    )
    def test_that_is_not_there_is_not_there(self, rule: Callable[..., Verdict]) -> None:
        """An id that is no proposal of this covenant gives the answer of what does not exist."""
        assert hidden(rule(weegploeg(), None, day=DAY)) == {right("8.4", "not-there")}
        assert hidden(take(None)) == {right("8.4", "not-there")}
        without_content = rules.may_take_standpunt_voorstel(
            weegploeg(), vraag(), None, keuze=Keuze.ONTHOUDEN, motivering="nee", bestaand=BESTAAND, day=DAY
        )
        assert hidden(without_content) == {right("8.4", "not-there")}
        assert hidden(rules.may_open_voorstel(weegploeg(), None, day=DAY)) == {right("8.4", "not-there")}
        assert rule(tafel(DE_BRUG), None, day=DAY).is_hidden


@pytest.mark.article("4")
class TestWhatWasAdopted:
    """The day from which a change holds."""

    @pytest.mark.parametrize(("chosen", "first"), [(None, DAY), (YESTERDAY, DAY), (DAY, DAY), (TOMORROW, TOMORROW)])
    def test_holds_from_adoption_or_a_later_chosen_day(self, chosen: date | None, first: date) -> None:
        """A chosen day that has passed when the last agrees does not reach back."""
        assert begins_on(replace(KADER, vanaf=chosen), aangenomen_op=DAY) == first
        assert begins_on(replace(EINDE, tot=chosen), aangenomen_op=DAY) == first

    def test_each_kind_is_asked_under_its_own_subject(self) -> None:
        """Annexes under article 4, who joins under 18.3."""
        assert {onderwerp_of(soort) for soort in VoorstelSoort if soort is not VoorstelSoort.TOETREDING} == {
            Onderwerp.BIJLAGE
        }
        assert onderwerp_of(VoorstelSoort.TOETREDING) is Onderwerp.TOETREDING
        assert {soort_of(i) for i in (PARTNER, EINDE, TEKST, KADER, JOINS)} == set(INHOUD)


@pytest.mark.article("11.1", "5")
class TestAPublication:
    """Where a part of the covenant was published."""

    @pytest.mark.parametrize("asker", [weegploeg(), uitvoerder()])
    def test_is_recorded_by_a_kernpartij_or_the_uitvoerder(self, asker: Wie) -> None:
        """The reference and the day; not a day to come."""

        def may(referentie: str, op: date) -> Verdict:
            return rules.may_record_publicatie(asker, referentie=referentie, op=op, day=DAY)

        assert may("Stcrt. 2026, 1", DAY).is_allowed
        assert may("r" * 200, YESTERDAY).is_allowed
        assert refused(may("", TOMORROW)) == {field("11.1", "referentie"), field("11.1", "op")}
        assert refused(may("r" * 201, DAY)) == {field("11.1", "referentie")}

    @pytest.mark.parametrize("asker", STRANGERS)
    def test_is_recorded_by_nobody_else(self, asker: Wie) -> None:
        """A partner reads where it was published; it records nothing."""
        assert rules.may_record_publicatie(asker, referentie="x", op=DAY, day=DAY).is_hidden


@pytest.mark.article("1.c")
def test_an_organisation_elsewhere_is_no_partner_of_this_covenant() -> None:
    """What is not in this covenant cannot be ended in it."""
    assert organisatie(8, "x", Soort.EXTERN).id == ELSEWHERE.id
    assert refused(propose(replace(EINDE, organisatie_id=ELSEWHERE.id))) == {field("1.c", "organisatie_id")}
