"""Who composes an overview and when; who says of a piece whether it is given. Covenant 12.3, 12.2, 10.4, 13.2."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID

import pytest

from casustafel.convenant.feit import Rol, Taak, Wie
from casustafel.convenant.rules.overzicht import may_gather_overzicht, may_open_overzicht
from casustafel.convenant.rules.verzoek import may_record_treffers
from casustafel.convenant.rules.verzoekbesluit import (
    access_reasons,
    may_choose_stuk,
    may_decide_verzoek,
    may_see_stukken,
    would_decide,
)
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import ALLOWED, Verdict
from casustafel.convenant.verzoek import (
    Antwoord,
    Besluituitkomst,
    Stukkeuze,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
)
from tests.facts import (
    DAY,
    KERN,
    OM,
    POLITIE,
    RAAD,
    dossier,
    field,
    grounds,
    hidden,
    medewerker_id,
    refused,
    state,
    stuk_id,
    tafel,
    uitvoerder,
    weegploeg,
)
from tests.verzoekfeit import standpunt, stuk, taak, verzoek, without_identity

pytestmark = pytest.mark.article("12.3")
KOP: Final = dossier().kop


def pending(**changed: object) -> VerzoekFeit:
    """Give a request for access of which what there is was gathered, about the dossier."""
    about = stuk(72, VerzoekStuk.TREFFER, bij_id=KOP.id, staat="")
    found = verzoek(staat=Verzoekstaat.VERZAMELD, stukken=(about,))
    return replace(found, **changed)  # type: ignore[arg-type]  # by name


def asked(who: object, found: VerzoekFeit | None, dossier_id: UUID = KOP.id) -> Verdict:
    """Ask whether somebody may open the dossier for a request."""
    return may_open_overzicht(who, KOP, found, dossier_id=dossier_id, day=DAY)  # type: ignore[arg-type]  # a Wie


class TestWhoMay:
    """The kernpartijen, which decide, and the uitvoerder who handles the request."""

    @pytest.mark.parametrize("who", [weegploeg(POLITIE), weegploeg(OM), uitvoerder(Taak.VERZOEK)])
    def test_opens_it(self, who: object) -> None:
        """While the request is pending."""
        assert asked(who, pending()).is_allowed

    def test_names_the_task_first(self) -> None:
        """The uitvoerder opens a file for a named task only: here a request."""
        assert {one.code for one in refused(asked(uitvoerder(Taak.CONTROLEREN), pending()))} == {"5-taak"}

    def test_is_nobody_else(self) -> None:
        """For who sits at a table only, it does not exist."""
        assert hidden(asked(tafel(RAAD), pending()))


class TestWhen:
    """Only for what a request is about, and only behind the gate of identity."""

    def test_identity_was_not_established(self) -> None:
        """Nothing is opened for somebody who may be anybody."""
        found = without_identity(pending())

        assert refused(asked(weegploeg(), found)) == {state("12.3", "identity")}

    def test_it_is_about_another_dossier(self) -> None:
        """Then it does not exist; nor does a request that is not there."""
        assert hidden(asked(weegploeg(), pending(), UUID(int=1)))
        assert hidden(asked(weegploeg(), None))

    @pytest.mark.parametrize(
        "staat", [Verzoekstaat.IDENTITEIT_VASTGESTELD, Verzoekstaat.VERZAMELD, Verzoekstaat.BESLOTEN]
    )
    def test_identity_was_established(self, staat: Verzoekstaat) -> None:
        """From then on, so that it shows what was held on receipt; until the answer is given."""
        assert asked(weegploeg(), replace(pending(), staat=staat)).is_allowed

    def test_it_is_answered(self) -> None:
        """After that there is nothing to open it for."""
        assert refused(asked(weegploeg(), replace(pending(), staat=Verzoekstaat.BEANTWOORD))) == {state("12.3", "step")}

    def test_something_else_is_asked(self) -> None:
        """An overview is for who asks for access."""
        found = replace(pending(), soort=Verzoeksoort.CORRECTIE)

        assert grounds(access_reasons(found)) == {state("12.3", "kind")}


class TestFinding:
    """In which dossiers somebody stands is recorded as soon as identity is established."""

    def test_does_not_wait_for_the_parties(self) -> None:
        """By the uitvoerder, while parts are still to be checked; by no kernpartij, and not without a dossier."""
        found = verzoek(staat=Verzoekstaat.IDENTITEIT_VASTGESTELD, stukken=(taak(90, OM),))

        assert may_record_treffers(uitvoerder(Taak.VERZOEK), found, dossiers=[KOP.id], day=DAY) == ALLOWED
        assert may_record_treffers(weegploeg(), found, dossiers=[KOP.id], day=DAY) != ALLOWED
        for nothing in (None, ()):
            may = may_record_treffers(uitvoerder(Taak.VERZOEK), found, dossiers=nothing, day=DAY)
            assert refused(may) == {field("12.3", "dossiers")}

    def test_is_over_once_it_was_put_before_the_kernpartijen(self) -> None:
        """And has not begun before identity."""
        for staat, reason in ((Verzoekstaat.VERZAMELD, "step"), (Verzoekstaat.ONTVANGEN, "step")):
            may = may_record_treffers(uitvoerder(Taak.VERZOEK), verzoek(staat=staat), dossiers=[KOP.id], day=DAY)
            assert state("12.3", reason) in refused(may)


class TestGathering:
    """What a dossier holds is kept with the request."""

    @pytest.mark.parametrize("who", [weegploeg(POLITIE), uitvoerder(Taak.VERZOEK)])
    @pytest.mark.parametrize("is_there", [None, True])
    def test_is_done_by_who_opens_the_files(self, who: Wie, *, is_there: bool | None) -> None:
        """Asked before they are opened, and again after."""
        assert may_gather_overzicht(who, pending(), dossier_id=KOP.id, is_there=is_there, day=DAY) == ALLOWED

    @pytest.mark.article("13.2")
    def test_of_the_archive_is_done_by_a_kernpartij(self) -> None:
        """Who could open nothing is told so."""
        may = may_gather_overzicht(uitvoerder(Taak.VERZOEK), pending(), dossier_id=KOP.id, is_there=False, day=DAY)

        assert refused(may) == {state("13.2", "archive")}

    def test_is_of_what_the_request_is_about(self) -> None:
        """Another dossier, another kind of request, one that was not established: nothing is gathered."""
        may = partial(may_gather_overzicht, weegploeg(), is_there=None, day=DAY)

        assert refused(may(pending(), dossier_id=UUID(int=1))) == {field("12.3", "dossier_id")}
        assert refused(may(replace(pending(), soort=Verzoeksoort.VERZET), dossier_id=KOP.id)) == {state("12.6", "step")}
        assert state("12.3", "identity") in refused(may(without_identity(pending()), dossier_id=KOP.id))
        assert hidden(may_gather_overzicht(tafel(RAAD), pending(), dossier_id=KOP.id, is_there=None, day=DAY))

    @pytest.mark.article("12.2")
    def test_comes_before_a_decision_but_on_the_last_day(self) -> None:
        """On that day the duty is performed; no answer goes without it."""
        spoke = tuple(standpunt(80 + n, van, Antwoord.INWILLIGEN) for n, van in enumerate(KERN))
        found = replace(pending(), stukken=(*pending().stukken, *spoke))
        decide = partial(may_decide_verzoek, weegploeg(), found, bezwaar_bij="Burgemeester", rechtbank="Rechtbank")

        assert refused(decide(day=DAY)) == {state("12.3", "ungathered")}
        assert decide(day=DAY + timedelta(days=28)) == ALLOWED


@pytest.mark.article("12.4")
class TestAPiece:
    """The party that it comes from says whether it is given."""

    CHOOSE = staticmethod(
        partial(may_choose_stuk, keuze=Stukkeuze.WEGLATEN, grond="11.3.b", motivering="Er loopt iets.", day=DAY)
    )

    @pytest.mark.article("11.3.b")
    def test_is_kept_back_on_a_ground_with_reasons(self) -> None:
        """Each fault at its field; what is given needs neither."""
        assert self.CHOOSE(weegploeg(OM), pending()) == ALLOWED
        assert refused(self.CHOOSE(weegploeg(OM), pending(), grond="12.5", motivering="")) == {
            field("12.4", "grond"),
            field("12.4", "motivering"),
        }
        given = partial(self.CHOOSE, keuze=Stukkeuze.GEVEN, motivering="")
        assert given(weegploeg(OM), pending(), grond="") == ALLOWED
        assert refused(given(weegploeg(OM), pending())) == {field("12.4", "grond")}

    @pytest.mark.article("11.3.e")
    @pytest.mark.parametrize("grond", ["11.3.a", "11.3.b", "11.3.c", "11.3.d", ""])
    def test_is_given_without_the_melder_on_ground_e_only(self, grond: str) -> None:
        """A melder's name is withheld to protect somebody, signaal by signaal."""
        nameless = partial(self.CHOOSE, keuze=Stukkeuze.ZONDER_MELDER)

        assert refused(nameless(weegploeg(OM), pending(), grond=grond)) == {field("12.4", "grond")}
        assert nameless(weegploeg(OM), pending(), grond="11.3.e") == ALLOWED

    @pytest.mark.article("12.1")
    def test_is_looked_at_by_a_party_with_a_task(self) -> None:
        """The Raad looks at its own, keeps one back only to protect somebody; without a task there is no request."""
        asked_raad = replace(pending(), stukken=(*pending().stukken, taak(91, RAAD)))

        assert may_see_stukken(tafel(RAAD), asked_raad, day=DAY) == ALLOWED
        assert self.CHOOSE(tafel(RAAD), asked_raad, grond="11.3.e") == ALLOWED
        assert refused(self.CHOOSE(tafel(RAAD), asked_raad)) == {field("12.4", "grond")}
        assert hidden(may_see_stukken(tafel(RAAD), pending(), day=DAY))
        assert hidden(self.CHOOSE(tafel(RAAD), pending()))

    def test_is_not_looked_at_by_who_was_appointed(self) -> None:
        """Somebody with a task by name sees that task, and so does the uitvoerder, who prepares, not decide."""
        named = taak(91, RAAD, voor=medewerker_id(1))
        appointed = replace(tafel(RAAD), rollen=frozenset({Rol.BEHANDELAAR}), medewerker_id=medewerker_id(1))

        assert hidden(may_see_stukken(appointed, replace(pending(), stukken=(*pending().stukken, named)), day=DAY))
        assert hidden(may_see_stukken(uitvoerder(Taak.VERZOEK), pending(), day=DAY))

    def test_is_chosen_before_the_decision(self) -> None:
        """What was decided stands."""
        decided = replace(pending(), staat=Verzoekstaat.BESLOTEN)

        assert refused(self.CHOOSE(weegploeg(OM), decided)) == {state("12.2", "decided")}

    @pytest.mark.parametrize(
        ("staat", "uitkomst"),
        [
            ("geven", Besluituitkomst.TOEGEWEZEN),
            ("zonder-melder:11.3.e", Besluituitkomst.DEELS),
            ("weglaten:11.3.b", Besluituitkomst.DEELS),
        ],
    )
    def test_that_is_kept_back_makes_that_not_all_is_given(self, staat: str, uitkomst: Besluituitkomst) -> None:
        """Also where every position says to do what is asked."""
        one = stuk(95, VerzoekStuk.KEUZE, van=OM, bij_id=stuk_id(1), staat=staat)
        found = replace(pending(), stukken=(*pending().stukken, one))

        assert would_decide(found, weegploeg(), day=DAY)[0] is uitkomst
