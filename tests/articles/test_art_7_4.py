"""Covenant 7.4: two outcomes, for which all kernpartijen are needed, each by its own representative."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import DossierFeit, DossierStaat, OrganisatieFeit, Uitkomst, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.weegploeg import (
    may_answer_informatie,
    may_ask_informatie,
    may_decide,
    may_hand_over,
    may_name_betrokkenen,
    may_submit_signaal,
    may_take_standpunt,
    may_weigh_criterium,
)
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.werk import Stap, werk_in_weegploeg
from tests.facts import (
    CONFIRMED,
    CRITERIUM,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    RAAD,
    SIGNAAL,
    SINCE,
    TOMORROW,
    VRAAG,
    YESTERDAY,
    Ground,
    convenant,
    dossier,
    field,
    hidden,
    onthouden,
    refused,
    right,
    standpunten,
    state,
    tafel,
    uitvoerder,
    verstrekking,
    verzoek,
    weegploeg,
)

AGENDEREN, NIET_AGENDEREN = Uitkomst
UNDECIDED = (DossierStaat.NIEUW, DossierStaat.IN_WEGING, DossierStaat.INFORMATIE_GEVRAAGD)
DECIDED = tuple(sorted(frozenset(DossierStaat) - frozenset(UNDECIDED)))
ASK = partial(may_ask_informatie, organisatie_id=OM.id, vraag="Wat is er over werk bekend?", day=DAY)
ANSWER = partial(
    may_answer_informatie,
    verzoek_id=VRAAG,
    antwoord="Geen werk sinds mei.",
    verstrekking=verstrekking(Soort.POLITIE),
    day=DAY,
)
STANDPUNT = partial(may_take_standpunt, motivering="twee meldingen passen", day=DAY)
DECIDE = partial(may_decide, uitkomst=AGENDEREN, motivering="aanpak nodig", day=DAY)
MORE = partial(may_submit_signaal, omschrijving="riep op tot geweld", verstrekking=verstrekking(Soort.POLITIE), day=DAY)
WEIGH = partial(may_weigh_criterium, criterium=CRITERIUM, tekst="past bij een melding", signalen=[SIGNAAL], day=DAY)
ASKED = dossier(verzoeken=[verzoek(POLITIE)])
AGREED = dossier(standpunten=standpunten(*KERN, uitkomst=AGENDEREN))
TOO_LATE = state("7.4", "term")
RULES = pytest.mark.parametrize(
    ("rule", "ready"),
    [
        (ASK, dossier()),
        (ANSWER, ASKED),
        (STANDPUNT, dossier()),
        (DECIDE, AGREED),
    ],
)
UNTIL_THE_OUTCOME = pytest.mark.parametrize(
    ("rule", "ready"),
    [
        (MORE, dossier()),
        (ASK, dossier()),
        (ANSWER, ASKED),
        (WEIGH, dossier()),
        (STANDPUNT, dossier()),
        (DECIDE, AGREED),
    ],
    ids=["signaal", "ask", "answer", "weigh", "standpunt", "decide"],
)


@pytest.mark.article("7.4")
class TestTheWeegploeg:
    """What the weegploeg does on its way to an outcome."""

    @RULES
    @pytest.mark.parametrize("staat", UNDECIDED)
    def test_acts_while_it_has_not_decided(
        self, rule: Callable[..., Verdict], ready: DossierFeit, staat: DossierStaat
    ) -> None:
        """Until the outcome the kernpartijen ask, answer, take positions and decide."""
        open_dossier = replace(ready, kop=replace(ready.kop, staat=staat))

        assert rule(weegploeg(POLITIE), open_dossier).is_allowed

    @RULES
    @pytest.mark.parametrize("staat", DECIDED)
    def test_decides_once(self, rule: Callable[..., Verdict], ready: DossierFeit, staat: DossierStaat) -> None:
        """After the outcome nothing is asked, answered, taken or decided again."""
        closed = replace(ready, kop=replace(ready.kop, staat=staat))

        assert refused(rule(weegploeg(POLITIE), closed)) == {state("7.4", "decided")}

    @RULES
    @pytest.mark.parametrize("asker", [tafel(POLITIE), weegploeg(RAAD), weegploeg(DE_BRUG)])
    def test_does_not_exist_for_others(self, rule: Callable[..., Verdict], ready: DossierFeit, asker: Wie) -> None:
        """For who is not of a kernpartij in the weegploeg there is no dossier."""
        assert hidden(rule(asker, ready)) == {right("8.4", "kernpartij")}

    @pytest.mark.parametrize("rule", [ASK, STANDPUNT, DECIDE])
    def test_is_not_the_uitvoerder(self, rule: Callable[..., Verdict]) -> None:
        """The uitvoerder prepares, and does none of this; without a task it is asked for one."""
        ready = dossier(standpunten=standpunten(*KERN, uitkomst=AGENDEREN))

        assert refused(rule(uitvoerder(), ready)) == {right("7.4", "representative")}
        assert refused(rule(uitvoerder(None), ready)) == {field("5", "taak")}


@pytest.mark.article("7.4.1")
class TestAskingForMore:
    """A question for additional information."""

    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_goes_to_a_kernpartij(self, organisatie: OrganisatieFeit) -> None:
        """Each kernpartij can be asked, from its own sources."""
        assert ASK(weegploeg(), dossier(), organisatie_id=organisatie.id).is_allowed

    @pytest.mark.parametrize("organisatie", [RAAD, DE_BRUG, ELSEWHERE], ids=lambda o: o.naam)
    def test_goes_to_nobody_else(self, organisatie: OrganisatieFeit) -> None:
        """A casuspartij or a partner is not asked: it does not learn that somebody is discussed."""
        verdict = ASK(weegploeg(), dossier(), organisatie_id=organisatie.id)

        assert refused(verdict) == {field("7.4", "organisatie_id")}

    @pytest.mark.parametrize(
        ("vanaf", "tot", "takes_part"),
        [
            (TOMORROW, None, False),
            (DAY, None, True),
            (YESTERDAY, None, True),
            (SINCE, TOMORROW, True),
            (SINCE, DAY, False),
            (SINCE, YESTERDAY, False),
        ],
    )
    def test_goes_to_a_kernpartij_while_it_takes_part(self, vanaf: date, tot: date | None, takes_part: bool) -> None:
        """A kernpartij that has not joined yet, or has left, is not asked."""
        asker = weegploeg(onder=convenant(replace(OM, vanaf=vanaf, tot=tot)))

        assert ASK(asker, dossier()).is_allowed is takes_part

    def test_says_what_is_asked(self) -> None:
        """An empty question is none."""
        assert refused(ASK(weegploeg(), dossier(), vraag=" ")) == {field("7.4", "vraag")}


@pytest.mark.article("7.4.1")
class TestAnswering:
    """The answer of the kernpartij that was asked."""

    def test_is_given_once_by_the_kernpartij_that_was_asked(self) -> None:
        """The kernpartij answers on its own ground, once."""
        answered = dossier(verzoeken=[verzoek(POLITIE, answered=True)])

        assert ANSWER(weegploeg(POLITIE), ASKED).is_allowed
        assert refused(ANSWER(weegploeg(POLITIE), answered)) == {state("7.4", "answered")}

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"verzoek_id": SIGNAAL}, field("7.4", "verzoek_id")),
            ({"antwoord": ""}, field("7.4", "omschrijving")),
            ({"verstrekking": verstrekking(Soort.OM)}, field("6.b", "grondslag")),
        ],
    )
    def test_is_refused(self, changed: dict[str, Any], reason: Ground) -> None:
        """An answer is to a question, says something, and carries a ground of its own kernpartij."""
        assert refused(ANSWER(weegploeg(POLITIE), ASKED, **changed)) == {reason}

    @pytest.mark.parametrize("answered", [False, True])
    def test_is_not_given_for_another(self, answered: bool) -> None:
        """What was asked of the politie the OM does not answer, and is not told whether it was answered."""
        asked = dossier(verzoeken=[verzoek(POLITIE, answered=answered)])
        verdict = ANSWER(weegploeg(OM), asked, verstrekking=verstrekking(Soort.OM))

        assert refused(verdict) == {field("7.4", "verzoek_id")}

    def test_is_not_given_by_the_uitvoerder(self) -> None:
        """The uitvoerder does not answer, also not for its own organisation."""
        asked = dossier(verzoeken=[verzoek(GEMEENTE)])
        verdict = ANSWER(uitvoerder(), asked, verstrekking=verstrekking(Soort.GEMEENTE))

        assert refused(verdict) == {right("7.4", "representative")}


@pytest.mark.article("7.4")
class TestAPosition:
    """What a kernpartij thinks of the outcome."""

    @pytest.mark.parametrize("organisatie", KERN, ids=lambda o: o.naam)
    def test_is_taken_by_each_kernpartij(self, organisatie: OrganisatieFeit) -> None:
        """Each kernpartij takes its own position, with a motivation."""
        assert STANDPUNT(weegploeg(organisatie), dossier()).is_allowed

    def test_follows_the_analysis(self) -> None:
        """Without analysis there is nothing to take a position on."""
        assert refused(STANDPUNT(weegploeg(), dossier(gewogen=()))) == {state("7.4", "not-weighed")}

    def test_has_a_motivation(self) -> None:
        """A position without a motivation is not taken."""
        assert refused(STANDPUNT(weegploeg(), dossier(), motivering="\t")) == {field("7.4", "motivering")}


@pytest.mark.article("7.4")
@pytest.mark.article("8.2.e")
@pytest.mark.article("4")
class TestAnOutcome:
    """The decision of the weegploeg."""

    @pytest.mark.parametrize(
        "uitkomst",
        [
            pytest.param(AGENDEREN, marks=pytest.mark.article("7.4.1")),
            pytest.param(NIET_AGENDEREN, marks=pytest.mark.article("7.4.2")),
        ],
    )
    def test_is_reached_when_all_kernpartijen_agree_with_it(self, uitkomst: Uitkomst) -> None:
        """Whichever of the two: all three kernpartijen agree with that same outcome."""
        agreed = dossier(standpunten=standpunten(*KERN, uitkomst=uitkomst))
        other = NIET_AGENDEREN if uitkomst is AGENDEREN else AGENDEREN

        assert DECIDE(weegploeg(), agreed, uitkomst=uitkomst).is_allowed
        assert refused(DECIDE(weegploeg(), agreed, uitkomst=other)) == {state("4", "no-agreement")}

    @pytest.mark.parametrize("agreed", [(), KERN[:1], KERN[:2], KERN[1:], (GEMEENTE, POLITIE)])
    def test_waits_for_each_kernpartij(self, agreed: Iterable[OrganisatieFeit]) -> None:
        """Without all three there is no outcome, and each one that is missing is named."""
        missing = [o.naam for o in KERN if o not in agreed]
        verdict = DECIDE(weegploeg(), dossier(standpunten=standpunten(*agreed, uitkomst=AGENDEREN)))

        assert refused(verdict) == {state("4", "no-agreement")}
        assert [reason.params["partij"] for reason in verdict.reasons] == missing

    def test_waits_while_the_kernpartijen_differ(self) -> None:
        """Two for one outcome and one for the other is no outcome, either way."""
        two = standpunten(GEMEENTE, POLITIE, uitkomst=AGENDEREN)
        split = dossier(standpunten=(*two, *standpunten(OM, uitkomst=NIET_AGENDEREN)))

        assert refused(DECIDE(weegploeg(), split)) == {state("4", "no-agreement")}
        assert refused(DECIDE(weegploeg(), split, uitkomst=NIET_AGENDEREN)) == {state("4", "no-agreement")}

    def test_stays_visibly_undecided_when_one_withholds(self) -> None:
        """The kernpartij that withholds its agreement is named as such."""
        two = standpunten(GEMEENTE, POLITIE, uitkomst=AGENDEREN)
        verdict = DECIDE(weegploeg(), dossier(standpunten=(*two, onthouden(OM))))

        assert refused(verdict) == {state("4", "withheld")}
        assert [reason.params["partij"] for reason in verdict.reasons] == ["OM Lindewaard"]

    def test_takes_no_agreement_of_others_for_that_of_a_kernpartij(self) -> None:
        """The agreement of casuspartijen and partners does not count."""
        others = standpunten(GEMEENTE, POLITIE, RAAD, DE_BRUG, uitkomst=AGENDEREN)

        assert refused(DECIDE(weegploeg(), dossier(standpunten=others))) == {state("4", "no-agreement")}

    @pytest.mark.parametrize("staat", DECIDED)
    def test_asks_nobody_to_agree_once_it_is_there(self, staat: DossierStaat) -> None:
        """After the outcome no kernpartij is named as missing."""
        assert refused(DECIDE(weegploeg(), dossier(staat))) == {state("7.4", "decided")}

    def test_has_a_motivation(self) -> None:
        """An outcome without a motivation is not recorded, and all that is missing is named."""
        verdict = DECIDE(weegploeg(), dossier(standpunten=[onthouden(OM)]), motivering=" ")

        assert refused(verdict) == {
            field("7.4", "motivering"),
            state("4", "withheld"),
            state("4", "no-agreement"),
        }


@pytest.mark.article("7.4")
class TestTheLastDayToDecide:
    """Three months from the first signaal."""

    FIRST = date(2025, 12, 2)
    LAST = date(2026, 3, 2)

    @UNTIL_THE_OUTCOME
    @pytest.mark.parametrize("day", [LAST - timedelta(days=1), LAST])
    def test_is_in_time(self, rule: Callable[..., Verdict], ready: DossierFeit, day: date) -> None:
        """On the day before the last day, and on the last day itself, all that leads to a decision is done."""
        waiting = replace(ready, kop=replace(ready.kop, eerste_signaal_op=self.FIRST))

        assert rule(weegploeg(), waiting, day=day).is_allowed

    @UNTIL_THE_OUTCOME
    @pytest.mark.parametrize("staat", UNDECIDED)
    def test_is_over_the_day_after(self, rule: Callable[..., Verdict], ready: DossierFeit, staat: DossierStaat) -> None:
        """From the next day on it counts as not substantial enough: nothing is added, asked, weighed or decided."""
        late = replace(ready, kop=replace(ready.kop, eerste_signaal_op=self.FIRST, staat=staat))

        assert refused(rule(weegploeg(), late, day=self.LAST + timedelta(days=1))) == {TOO_LATE}

    @UNTIL_THE_OUTCOME
    def test_is_the_last_of_a_month_that_is_shorter(self, rule: Callable[..., Verdict], ready: DossierFeit) -> None:
        """Three months from 30 November end on the last day of February."""
        waiting = replace(ready, kop=replace(ready.kop, eerste_signaal_op=date(2025, 11, 30)))

        assert rule(weegploeg(), waiting, day=date(2026, 2, 28)).is_allowed
        assert refused(rule(weegploeg(), waiting, day=date(2026, 3, 1))) == {TOO_LATE}

    @UNTIL_THE_OUTCOME
    def test_is_no_longer_asked_for_after_an_outcome(self, rule: Callable[..., Verdict], ready: DossierFeit) -> None:
        """What was decided in time is decided: years later the reason is the decision, not the term."""
        decided = replace(ready, kop=replace(ready.kop, eerste_signaal_op=SINCE, staat=DossierStaat.AGENDEREN))

        assert {g.code.partition("-")[2] for g in refused(rule(weegploeg(), decided))} == {"decided"}

    def test_does_not_hold_up_what_follows_outcome_1(self) -> None:
        """Who was put on the agenda in time is handed over, also after the three months."""
        ready = dossier(DossierStaat.AGENDEREN, betrokken=[RAAD], eerste_signaal_op=self.FIRST)
        day = self.LAST + timedelta(days=1)
        named = may_name_betrokkenen(weegploeg(), ready, organisaties=[RAAD.id], reden="opvoeding", day=day)

        assert named.is_allowed
        assert may_hand_over(weegploeg(), ready, signalen=[SIGNAAL], doelgroep=CONFIRMED, day=day).is_allowed

    def test_is_told_to_each_kernpartij_that_has_something_to_do(self) -> None:
        """What waits on a dossier waits until the last day to decide."""
        waiting = werk_in_weegploeg(weegploeg(), dossier(eerste_signaal_op=self.FIRST), day=DAY)

        assert [(w.stap, w.uiterlijk_op) for w in waiting] == [(Stap.STANDPUNT, date(2026, 3, 2))]
