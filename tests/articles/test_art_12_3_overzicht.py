"""Who composes an overview, and when. Covenant 12.3, 12.2, 10.4, 13.2."""

from dataclasses import replace
from typing import Final
from uuid import UUID

import pytest

from casustafel.convenant.feit import Taak
from casustafel.convenant.rules.overzicht import may_open_overzicht, overzicht_reasons
from casustafel.convenant.stuk import VerzoekStuk
from casustafel.convenant.verdict import Verdict
from casustafel.convenant.verzoek import VerzoekFeit, Verzoeksoort, Verzoekstaat
from tests.facts import DAY, OM, POLITIE, RAAD, dossier, grounds, hidden, refused, state, tafel, uitvoerder, weegploeg
from tests.verzoekfeit import stuk, verzoek, without_identity

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

    @pytest.mark.parametrize("staat", [Verzoekstaat.VERZAMELD, Verzoekstaat.BESLOTEN])
    def test_it_was_gathered(self, staat: Verzoekstaat) -> None:
        """Until the answer is given."""
        assert asked(weegploeg(), replace(pending(), staat=staat)).is_allowed

    @pytest.mark.parametrize("staat", [Verzoekstaat.IDENTITEIT_VASTGESTELD, Verzoekstaat.BEANTWOORD])
    def test_it_was_not_gathered_or_is_answered(self, staat: Verzoekstaat) -> None:
        """Before and after there is nothing to open it for."""
        assert refused(asked(weegploeg(), replace(pending(), staat=staat))) == {state("12.3", "step")}

    def test_something_else_is_asked(self) -> None:
        """An overview is for who asks for access."""
        found = replace(pending(), soort=Verzoeksoort.CORRECTIE)

        assert grounds(overzicht_reasons(found)) == {state("12.3", "kind")}
