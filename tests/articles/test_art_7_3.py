"""Covenant 7.3: the weegploeg analyses with the referentiekader, and names who to involve."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import DossierStaat, OrganisatieFeit
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.weegploeg import may_name_betrokkenen, may_weigh_criterium
from tests.facts import (
    CONVENANT,
    CRITERIUM,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    FOREIGN_SIGNAAL,
    OM,
    RAAD,
    SIGNAAL,
    SIGNAAL_2,
    SINCE,
    TOMORROW,
    YESTERDAY,
    Ground,
    convenant,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    tafel,
    uitvoerder,
    weegploeg,
)

WEIGH = partial(
    may_weigh_criterium,
    weegploeg(),
    dossier(),
    criterium=CRITERIUM,
    tekst="past bij twee meldingen",
    signalen=[SIGNAAL],
    day=DAY,
)
NAME = partial(
    may_name_betrokkenen,
    weegploeg(),
    dossier(DossierStaat.AGENDEREN),
    organisaties=[OM.id, RAAD.id, DE_BRUG.id],
    reden="opvoeding en school",
    day=DAY,
)
NOT_ON_AGENDA = sorted(frozenset(DossierStaat) - {DossierStaat.AGENDEREN})
DECIDED = (
    DossierStaat.AGENDEREN,
    DossierStaat.NIET_AGENDEREN,
    DossierStaat.OVERGEDRAGEN,
    DossierStaat.AFGESLOTEN,
)


@pytest.mark.article("7.3")
@pytest.mark.article("8.2.d")
class TestWeighingACriterion:
    """Text on one criterion, with the signals it rests on."""

    @pytest.mark.parametrize("soort", [Soort.GEMEENTE, Soort.OM, Soort.POLITIE])
    def test_is_done_by_each_kernpartij(self, soort: Soort) -> None:
        """Each kernpartij writes on the criteria of the referentiekader, on one or more signals."""
        verdict = may_weigh_criterium(
            weegploeg(soort), dossier(), **WEIGH.keywords | {"signalen": [SIGNAAL, SIGNAAL_2]}
        )

        assert verdict.is_allowed

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            pytest.param({"criterium": "geloof"}, field("7.3", "criterium"), marks=pytest.mark.article("1.g")),
            ({"tekst": " "}, field("7.3", "tekst")),
            ({"signalen": []}, field("7.3", "signalen")),
            ({"signalen": [FOREIGN_SIGNAAL]}, field("7.3", "signalen")),
            ({"signalen": [SIGNAAL, FOREIGN_SIGNAAL]}, field("7.3", "signalen")),
        ],
    )
    def test_is_refused(self, changed: dict[str, Any], reason: Ground) -> None:
        """Only on a criterion in force, in words, and resting on signals of this dossier."""
        assert refused(WEIGH(**changed)) == {reason}

    @pytest.mark.article("1.g")
    def test_waits_for_a_referentiekader(self) -> None:
        """Without annex 3 no analysis starts."""
        asker = weegploeg(onder=replace(CONVENANT, criteria=frozenset()))
        verdict = may_weigh_criterium(asker, dossier(), **WEIGH.keywords)

        assert refused(verdict) == {state("7.3", "referentiekader")}

    @pytest.mark.parametrize("staat", DECIDED)
    def test_ends_with_the_outcome(self, staat: DossierStaat) -> None:
        """What was decided on is not analysed further."""
        verdict = may_weigh_criterium(weegploeg(), dossier(staat), **WEIGH.keywords)

        assert refused(verdict) == {state("7.3", "decided")}

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder weighs nothing; for who is not in the weegploeg there is no dossier."""
        by_uitvoerder = may_weigh_criterium(uitvoerder(), dossier(), **WEIGH.keywords)
        from_table = may_weigh_criterium(tafel(), dossier(), **WEIGH.keywords)

        assert refused(by_uitvoerder) == {right("7.3", "representative")}
        assert hidden(from_table) == {right("8.4", "kernpartij")}


@pytest.mark.article("7.3")
@pytest.mark.article("9.1")
class TestNamingWhoToInvolve:
    """Which parties and partners the plan needs."""

    @pytest.mark.parametrize("organisatie", CONVENANT.organisaties, ids=lambda o: o.naam)
    def test_names_parties_and_partners_of_the_covenant(self, organisatie: OrganisatieFeit) -> None:
        """A party of the covenant or a partner of annex 1 is named, with the reason."""
        assert NAME(organisaties=[organisatie.id]).is_allowed

    def test_names_as_many_as_the_plan_needs(self) -> None:
        """Some of them, or all parties and partners at once."""
        assert NAME().is_allowed
        assert NAME(organisaties=[o.id for o in CONVENANT.organisaties]).is_allowed

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"organisaties": []}, field("7.3", "organisaties")),
            pytest.param(
                {"organisaties": [ELSEWHERE.id]}, field("7.3", "organisaties"), marks=pytest.mark.article("1.c")
            ),
            pytest.param(
                {"organisaties": [RAAD.id, ELSEWHERE.id]},
                field("7.3", "organisaties"),
                marks=pytest.mark.article("1.c"),
            ),
            ({"reden": ""}, field("7.3", "reden")),
        ],
    )
    def test_is_refused(self, changed: dict[str, Any], reason: Ground) -> None:
        """At least one, none that is outside the covenant and annex 1, and never without a reason."""
        assert refused(NAME(**changed)) == {reason}

    @pytest.mark.article("1.c")
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
    def test_names_nobody_who_does_not_take_part(self, vanaf: date, tot: date | None, takes_part: bool) -> None:
        """A partner is named from its first day in annex 1 until the day it has left."""
        asker = weegploeg(onder=convenant(replace(DE_BRUG, vanaf=vanaf, tot=tot)))
        verdict = may_name_betrokkenen(asker, dossier(DossierStaat.AGENDEREN), **NAME.keywords)

        assert verdict.is_allowed is takes_part

    @pytest.mark.parametrize("staat", NOT_ON_AGENDA)
    def test_follows_outcome_1_once(self, staat: DossierStaat) -> None:
        """Nobody is involved before the decision, without it, or after the hand-over."""
        verdict = may_name_betrokkenen(weegploeg(), dossier(staat), **NAME.keywords)

        assert refused(verdict) == {state("7.3", "not-on-agenda")}

    def test_is_for_representatives_only(self) -> None:
        """The uitvoerder names nobody; for who is not in the weegploeg there is no dossier."""
        ready = dossier(DossierStaat.AGENDEREN)

        assert refused(may_name_betrokkenen(uitvoerder(), ready, **NAME.keywords)) == {right("7.3", "representative")}
        assert hidden(may_name_betrokkenen(tafel(), ready, **NAME.keywords)) == {right("8.4", "kernpartij")}
