"""Covenant 7.1 and 7.2: signals enter only through a kernpartij, by its own representative."""

from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import DossierStaat, Rol, Taak, Wie
from casustafel.convenant.partij import Soort
from casustafel.convenant.rules.weegploeg import may_submit_new_signaal, may_submit_signaal
from tests.facts import (
    CONFIRMED,
    DAY,
    OTHER_CONVENANT,
    Ground,
    dossier,
    field,
    hidden,
    refused,
    right,
    state,
    systeem,
    tafel,
    uitvoerder,
    verstrekking,
    weegploeg,
    wie,
)

NO_REPRESENTATIVE = {right("7.2", "representative")}
SIGNAAL_OF: dict[Soort, dict[str, Any]] = {
    soort: {"omschrijving": "riep op straat op tot geweld", "verstrekking": verstrekking(soort), "day": DAY}
    for soort in Soort
}
NAMED: dict[str, Any] = {"naam": "A. Verzonnen", "leeftijdsgroep": "18+", "doelgroep": CONFIRMED}
NEW = partial(
    may_submit_new_signaal,
    weegploeg(Soort.POLITIE),
    naam="A. Verzonnen",
    leeftijdsgroep="18+",
    doelgroep=CONFIRMED,
    **SIGNAAL_OF[Soort.POLITIE],
)
MORE = partial(
    may_submit_signaal,
    weegploeg(Soort.POLITIE),
    omschrijving="riep op straat op tot geweld",
    verstrekking=verstrekking(Soort.POLITIE),
    day=DAY,
)


@pytest.mark.article("7.1")
@pytest.mark.article("7.2")
class TestARepresentative:
    """Somebody who represents a kernpartij in the weegploeg."""

    @pytest.mark.parametrize(
        "soort",
        [
            pytest.param(Soort.POLITIE, marks=pytest.mark.article("7.2.a")),
            pytest.param(Soort.OM, marks=pytest.mark.article("7.2.b")),
            pytest.param(Soort.GEMEENTE, marks=pytest.mark.article("7.2.c")),
        ],
    )
    def test_enters_the_signals_of_its_own_kernpartij(self, soort: Soort) -> None:
        """Each kernpartij enters signals by its own representative, in a new dossier and in one that is there."""
        asker = weegploeg(soort)

        assert may_submit_new_signaal(asker, **NAMED, **SIGNAAL_OF[soort]).is_allowed
        assert may_submit_signaal(asker, dossier(), **SIGNAAL_OF[soort]).is_allowed

    @pytest.mark.article("6")
    @pytest.mark.parametrize("other", [Soort.OM, Soort.GEMEENTE, Soort.RAAD])
    def test_does_not_enter_the_signals_of_another(self, other: Soort) -> None:
        """The politie provides on its own ground: not on that of another organisation."""
        verdict = MORE(dossier(), verstrekking=verstrekking(other))

        assert refused(verdict) == {field("6.b", "grondslag")}
        assert refused(NEW(verstrekking=verstrekking(other))) == {field("6.b", "grondslag")}


@pytest.mark.article("7.1")
class TestAnybodyElse:
    """Who does not represent a kernpartij in the weegploeg."""

    @pytest.mark.article("7.2")
    @pytest.mark.parametrize(
        "asker",
        [
            weegploeg(Soort.RAAD),
            weegploeg(Soort.EXTERN),
            tafel(Soort.POLITIE),
            wie(Soort.GEMEENTE, Rol.AUTORISATIEBEHEERDER),
            uitvoerder(),
            systeem(),
        ],
    )
    def test_opens_no_dossier(self, asker: Wie) -> None:
        """A casuspartij, a partner, somebody at a table, the uitvoerder: none of them enters a signaal."""
        verdict = may_submit_new_signaal(asker, **NAMED, **SIGNAAL_OF[Soort.POLITIE])

        assert refused(verdict) == NO_REPRESENTATIVE

    def test_does_not_learn_whether_a_dossier_is_there(self) -> None:
        """Whoever has no access to the file cannot add to a dossier: it does not exist."""
        for asker in (tafel(Soort.POLITIE), weegploeg(Soort.RAAD)):
            verdict = may_submit_signaal(asker, dossier(), **SIGNAAL_OF[Soort.POLITIE])

            assert hidden(verdict) == {right("8.4", "kernpartij")}

    def test_opens_no_dossier_without_standing(self) -> None:
        """Without a valid authorisation or without the secrecy text there is nothing to enter a signaal in."""
        no_role = may_submit_new_signaal(wie(Soort.POLITIE), **NEW.keywords)
        no_text = may_submit_new_signaal(wie(Soort.POLITIE, Rol.WEEGPLOEG, aanvaard=False), **NEW.keywords)

        assert hidden(no_role) == {right("15.2.c", "no-authorisation")}
        assert hidden(no_text) == {right("14.1", "secrecy")}

    def test_adds_nothing_as_uitvoerder(self) -> None:
        """The uitvoerder opens the dossier for a task, and adds no signaal; without a task it is asked for one."""
        with_task = may_submit_signaal(uitvoerder(Taak.CONTROLEREN), dossier(), **SIGNAAL_OF[Soort.GEMEENTE])
        without = may_submit_signaal(uitvoerder(None), dossier(), **SIGNAAL_OF[Soort.GEMEENTE])

        assert refused(with_task) == NO_REPRESENTATIVE
        assert refused(without) == {field("5", "taak")}

    def test_adds_nothing_for_want_of_an_organisation(self) -> None:
        """Who speaks for no organisation, the system among them, has no ground to provide on."""
        assert refused(MORE.func(systeem(), dossier(), **MORE.keywords)) == NO_REPRESENTATIVE

    def test_adds_nothing_from_another_covenant(self) -> None:
        """A kernpartij of another covenant does not find the dossier."""
        verdict = may_submit_signaal(
            weegploeg(Soort.POLITIE, onder=OTHER_CONVENANT), dossier(), **SIGNAAL_OF[Soort.POLITIE]
        )

        assert hidden(verdict) == {right("8.4", "other-convenant")}


@pytest.mark.article("7.1")
@pytest.mark.article("8.2.b")
class TestASignaal:
    """What a signaal holds when it opens a dossier, or is added to one."""

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            pytest.param({"naam": " "}, field("8.2.a", "naam"), marks=pytest.mark.article("8.2.a")),
            pytest.param(
                {"leeftijdsgroep": "34"}, field("8.2.a", "leeftijdsgroep"), marks=pytest.mark.article("8.2.a")
            ),
            pytest.param({"omschrijving": "\n"}, field("8.2.b", "omschrijving"), marks=pytest.mark.article("1.h")),
        ],
    )
    def test_that_opens_a_dossier_names_a_subject_and_a_behaviour(
        self, changed: dict[str, Any], reason: Ground
    ) -> None:
        """Without a name, without a behaviour, or with an age that is no age group, no dossier opens."""
        assert refused(NEW(**changed)) == {reason}

    @pytest.mark.article("8.2.a")
    @pytest.mark.parametrize("leeftijdsgroep", ["", "12-", "12-15", "16-17", "18+"])
    def test_names_an_age_group_or_none(self, leeftijdsgroep: str) -> None:
        """Under 12, 12 to 15, 16 and 17, from 18: no other age is kept, and none is asked."""
        assert NEW(leeftijdsgroep=leeftijdsgroep).is_allowed

    @pytest.mark.article("1.h")
    def test_that_is_added_describes_a_behaviour(self) -> None:
        """A signaal is a factual behaviour: an empty one is none."""
        assert refused(MORE(dossier(), omschrijving=" ")) == {field("8.2.b", "omschrijving")}

    @pytest.mark.article("7.4")
    @pytest.mark.parametrize("staat", [DossierStaat.NIEUW, DossierStaat.IN_WEGING, DossierStaat.INFORMATIE_GEVRAAGD])
    def test_is_added_while_the_weegploeg_has_not_decided(self, staat: DossierStaat) -> None:
        """Until the outcome a new signaal joins the dossier."""
        assert MORE(dossier(staat)).is_allowed

    @pytest.mark.article("7.4")
    @pytest.mark.parametrize(
        "staat",
        [
            DossierStaat.AGENDEREN,
            DossierStaat.NIET_AGENDEREN,
            DossierStaat.OVERGEDRAGEN,
            DossierStaat.AFGESLOTEN,
        ],
    )
    def test_after_an_outcome_opens_a_new_dossier(self, staat: DossierStaat) -> None:
        """After an outcome a signaal is not added: it opens a new dossier, and the old term runs on."""
        assert refused(MORE(dossier(staat))) == {state("7.4", "decided")}

    def test_with_several_faults_is_told_them_all(self) -> None:
        """Whatever is wrong is named at once."""
        empty = NEW(naam="", leeftijdsgroep="oud", omschrijving="", verstrekking=verstrekking(Soort.OM))

        assert refused(empty) == {
            field("8.2.a", "naam"),
            field("8.2.a", "leeftijdsgroep"),
            field("8.2.b", "omschrijving"),
            field("6.b", "grondslag"),
        }
