"""Covenant 12: requests of the person concerned; who sees, prepares and decides, and the gate of identity."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.feit import OrganisatieFeit, Rol, Taak, Wie
from casustafel.convenant.melding import Meldstaat, received_by
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.rules.melding import (
    may_acknowledge_melding,
    may_add_ontvanger,
    may_notify_verzoek,
    may_open_melding,
)
from casustafel.convenant.rules.verzoek import (
    may_close_onbekend,
    may_do_verzoektaak,
    may_establish_identiteit,
    may_find_verzoek,
    may_find_verzoeken,
    may_find_verzoektaken,
    may_give_verzoektaak,
    may_open_verzoektaak,
    may_receive_verzoek,
    may_record_verzameld,
    may_remind_verzoektaak,
    told_first_day,
)
from casustafel.convenant.rules.verzoekbesluit import (
    gronden_for,
    may_answer_verzoek,
    may_choose_inzagenamen,
    may_decide_verzoek,
    may_take_standpunt_verzoek,
    would_decide,
)
from casustafel.convenant.rules.verzoekuitvoering import may_carry_out_verzoek
from casustafel.convenant.rules.wijziging import may_choose_wijziging
from casustafel.convenant.stuk import VERVALLEN, CasusStuk, DossierStuk, VerzoekStuk
from casustafel.convenant.verdict import ALLOWED, Reason, Verdict
from casustafel.convenant.verzoek import (
    Antwoord,
    Besluituitkomst,
    Inzagenamen,
    Taakstaat,
    Vertegenwoordiging,
    VerzoekFeit,
    Verzoeksoort,
    Verzoekstaat,
    taak_late,
)
from casustafel.convenant.werk_verzoek import werk_on_verzoektaken
from casustafel.convenant.wijziging import WITH_TEXT, Wijzigingsoort
from tests.facts import (
    CONVENANT,
    DAY,
    DE_BRUG,
    GEMEENTE,
    KERN,
    OM,
    POLITIE,
    RAAD,
    TOMORROW,
    medewerker_id,
    stuk_id,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)
from tests.verzoekfeit import standpunt, stuk, taak, verzoek, without_identity

FIRST = DAY
LAST = date(2026, 3, 30)
BEHANDELT = uitvoerder(Taak.VERZOEK)
ESTABLISHED = verzoek(staat=Verzoekstaat.IDENTITEIT_VASTGESTELD)
GATHERED = verzoek(staat=Verzoekstaat.VERZAMELD)
DECIDED = verzoek(staat=Verzoekstaat.BESLOTEN, besloten_op=DAY, uitkomst=Besluituitkomst.TOEGEWEZEN)
GRANTED = verzoek(Verzoeksoort.CORRECTIE, Verzoekstaat.BEANTWOORD, besloten_op=DAY, uitkomst=Besluituitkomst.TOEGEWEZEN)
RECEIVE = partial(
    may_receive_verzoek,
    soort=Verzoeksoort.INZAGE,
    naam="Sam de Wit",
    adres="Lindelaan 1, Lindewaard",
    gevraagd="",
    vertegenwoordiging=Vertegenwoordiging.GEEN,
    vertegenwoordiger="",
    leeftijdsgroep="",
    ontvangen_op=DAY,
    day=DAY,
)
ESTABLISH = partial(
    may_establish_identiteit,
    papier="paspoort",
    gezien="aan de balie",
    vertegenwoordiging_papier="",
    vertegenwoordiging_gezien="",
    day=DAY,
)
TASK = partial(may_give_verzoektaak, organisatie_id=RAAD.id, opdracht="Kijk na.", uiterlijk_op=None, day=DAY)
TAKE = partial(
    may_take_standpunt_verzoek, antwoord=Antwoord.INWILLIGEN, grond="", reikwijdte="", motivering="", day=DAY
)
INVOKE = partial(
    TAKE, antwoord=Antwoord.GROND_EIGEN, grond="11.3.b", reikwijdte="Het signaal van mei.", motivering="Er loopt iets."
)
DECIDE = partial(
    may_decide_verzoek, bezwaar_bij="Burgemeester van Lindewaard", rechtbank="Rechtbank Waardland", day=DAY
)
ANSWER = partial(may_answer_verzoek, brief="Wij bewaren dit.", day=DAY)
CARRY_OUT = partial(may_carry_out_verzoek, uitgevoerd="De datum is hersteld.", day=DAY)
NOTIFY = partial(may_notify_verzoek, day=DAY)
ADD = partial(may_add_ontvanger, naam="Instelling", adres="Lindelaan 9", wat="Een afschrift.", op=DAY, day=DAY)
CHOOSE = partial(
    may_choose_wijziging, soort=Wijzigingsoort.VERBETEREN, veld="omschrijving", tekst="Zo klopt het.", day=DAY
)


def codes(verdict: Verdict) -> set[str]:
    """Give the codes of the reasons of a refusal."""
    assert not verdict.is_allowed
    return {reason.code for reason in verdict.reasons}


def fields(reasons: Iterable[Reason]) -> set[str | None]:
    """Give the fields that reasons are about."""
    return {reason.field for reason in reasons}


def positions(*taken: tuple[OrganisatieFeit, Antwoord, str]) -> VerzoekFeit:
    """Give a request that was gathered, with these positions."""
    pieces = tuple(standpunt(80 + n, *one) for n, one in enumerate(taken))
    return verzoek(staat=Verzoekstaat.VERZAMELD, stukken=pieces)


@pytest.mark.article("12.1")
class TestWhoSeesRequests:
    """The uitvoerder receives them, the kernpartijen decide on them; to others they are not there."""

    @pytest.mark.parametrize("van", KERN)
    def test_kernpartijen_in_the_weegploeg_do(self, van: OrganisatieFeit) -> None:
        """Each of the three."""
        assert may_find_verzoeken(weegploeg(van), day=DAY) == ALLOWED
        assert may_find_verzoek(weegploeg(van), verzoek(), day=DAY) == ALLOWED

    def test_the_uitvoerder_does_for_that_task(self) -> None:
        """And for no other task, and not without one."""
        assert may_find_verzoek(BEHANDELT, verzoek(), day=DAY) == ALLOWED
        assert fields(may_find_verzoek(uitvoerder(Taak.CONTROLEREN), verzoek(), day=DAY).reasons) == {"taak"}
        assert fields(may_find_verzoek(uitvoerder(None), verzoek(), day=DAY).reasons) == {"taak"}

    @pytest.mark.parametrize(
        "who",
        [
            tafel(Soort.RAAD),
            tafel(),
            wie(Soort.GEMEENTE, Rol.BEHANDELAAR),
            wie(Soort.GEMEENTE, Rol.TOEZICHTHOUDER),
            wie(Soort.GEMEENTE, Rol.AUTORISATIEBEHEERDER),
            wie(Soort.GEMEENTE, Rol.AUDITOR),
            wie(Soort.POLITIE),
        ],
    )
    def test_others_do_not(self, who: Wie) -> None:
        """Hidden, as what does not exist."""
        assert may_find_verzoeken(who, day=DAY).is_hidden
        assert may_find_verzoek(who, verzoek(), day=DAY).is_hidden

    @pytest.mark.parametrize(("offset", "is_there"), [(-1, True), (0, True), (1, False)])
    def test_nobody_does_past_its_term(self, offset: int, is_there: bool) -> None:
        """A year after the answer, at midnight."""
        feit = verzoek(staat=Verzoekstaat.BEANTWOORD, beantwoord_op=DAY)

        found = may_find_verzoek(weegploeg(), feit, day=date(2027, 3, 2) + timedelta(days=offset))

        assert found.is_allowed is is_there

    def test_the_three_kernpartijen_are_told_on_the_first_day(self) -> None:
        """Police and OM among them."""
        assert set(told_first_day(BEHANDELT, day=DAY)) == {GEMEENTE.id, OM.id, POLITIE.id}


@pytest.mark.article("12.1")
class TestATask:
    """Others may be appointed: they see their tasks only."""

    MINE = taak(90, GEMEENTE, voor=medewerker_id(1))
    OF_THE_RAAD = taak(91, RAAD)

    def test_is_seen_by_whose_it_is(self) -> None:
        """By who was appointed by name, and by who sits for the party."""
        feit = verzoek(stukken=(self.MINE, self.OF_THE_RAAD))

        assert may_open_verzoektaak(wie(GEMEENTE, Rol.BEHANDELAAR), feit, day=DAY) == ALLOWED
        assert may_open_verzoektaak(tafel(Soort.RAAD), feit, day=DAY) == ALLOWED

    @pytest.mark.parametrize(
        "who",
        [
            wie(GEMEENTE, Rol.BEHANDELAAR, medewerker=2),
            wie(RAAD, Rol.BEHANDELAAR),
            tafel(Soort.RECLASSERING),
            wie(GEMEENTE, Rol.AUDITOR),
        ],
    )
    def test_is_not_there_for_others(self, who: Wie) -> None:
        """Another person, another organisation, and who has no part in requests."""
        assert may_open_verzoektaak(who, verzoek(stukken=(self.MINE, self.OF_THE_RAAD)), day=DAY).is_hidden

    def test_asks_for_a_role(self) -> None:
        """An auditor has no tasks."""
        assert may_find_verzoektaken(wie(GEMEENTE, Rol.BEHANDELAAR), day=DAY) == ALLOWED
        assert may_find_verzoektaken(wie(GEMEENTE, Rol.AUDITOR), day=DAY).is_hidden

    def test_is_given_by_the_uitvoerder_to_a_party(self) -> None:
        """With what is to be done, by a day that is ahead and within the term."""
        assert TASK(BEHANDELT, verzoek()) == ALLOWED
        assert TASK(BEHANDELT, verzoek(), uiterlijk_op=LAST) == ALLOWED
        assert fields(TASK(BEHANDELT, verzoek(), uiterlijk_op=LAST + timedelta(days=1)).reasons) == {"uiterlijk_op"}
        assert fields(TASK(BEHANDELT, verzoek(), organisatie_id=DE_BRUG.id).reasons) == {"organisatie_id"}
        assert fields(TASK(BEHANDELT, verzoek(), opdracht=" ").reasons) == {"opdracht"}
        assert codes(TASK(weegploeg(), verzoek())) == {"12.1-uitvoerder"}
        assert codes(TASK(BEHANDELT, GRANTED)) == {"12.3-answered"}

    def test_is_done_once_by_whose_it_is(self) -> None:
        """With what was found."""
        feit = verzoek(stukken=(self.OF_THE_RAAD,))
        done = verzoek(stukken=(replace(self.OF_THE_RAAD, staat=Taakstaat.GEDAAN),))
        do = partial(may_do_verzoektaak, taak_id=stuk_id(91), bevinding="Alles klopt.", day=DAY)

        assert do(tafel(Soort.RAAD), feit) == ALLOWED
        assert codes(do(tafel(Soort.RAAD), done)) == {"12.1-done"}
        assert fields(do(tafel(Soort.RAAD), feit, bevinding="").reasons) == {"bevinding"}
        assert fields(do(tafel(Soort.RAAD), feit, taak_id=stuk_id(90)).reasons) == {"taak_id"}

    @pytest.mark.article("12.3")
    @pytest.mark.parametrize(("days", "late"), [(-1, 0), (0, 0), (1, 1), (9, 9)])
    def test_is_late_from_the_day_after_its_last_one(self, days: int, late: int) -> None:
        """Counted in days; one that is done is late no more."""
        mine = replace(self.OF_THE_RAAD, uiterlijk_op=DAY)
        done = replace(mine, staat=Taakstaat.GEDAAN)
        on = DAY + timedelta(days=days)

        assert taak_late(verzoek(stukken=(mine,)), mine, CONVENANT, day=on) == late
        assert taak_late(verzoek(stukken=(done,)), done, CONVENANT, day=on) == 0

    @pytest.mark.article("12.3")
    def test_is_asked_again_once_its_day_has_passed(self) -> None:
        """By the uitvoerder, once a day, while there is no answer and the task is open."""
        mine = replace(self.OF_THE_RAAD, uiterlijk_op=DAY)
        feit, late = verzoek(stukken=(mine,)), DAY + timedelta(days=1)
        again = stuk(95, VerzoekStuk.HERINNERING, van=RAAD, bij_id=mine.id, op=late)
        remind = partial(may_remind_verzoektaak, taak_id=mine.id, day=late)

        assert remind(BEHANDELT, feit) == ALLOWED
        assert codes(remind(BEHANDELT, feit, day=DAY)) == {"12.3-in-term"}
        assert codes(remind(BEHANDELT, verzoek(stukken=(mine, again)))) == {"12.1-reminded"}
        assert remind(BEHANDELT, verzoek(stukken=(mine, again)), day=late + timedelta(days=1)) == ALLOWED
        assert codes(remind(BEHANDELT, verzoek(stukken=(replace(mine, staat=Taakstaat.GEDAAN),)))) == {"12.1-done"}
        assert fields(remind(BEHANDELT, verzoek()).reasons) == {"taak_id"}
        assert codes(remind(weegploeg(), feit)) == {"12.1-uitvoerder"}
        assert "12.3-answered" in codes(remind(BEHANDELT, replace(GRANTED, stukken=(*GRANTED.stukken, mine))))

    def test_that_was_asked_again_says_so_in_the_werkvoorraad(self) -> None:
        """The day of the last time it was asked."""
        mine = replace(self.OF_THE_RAAD, uiterlijk_op=DAY)
        again = [
            stuk(95 + n, VerzoekStuk.HERINNERING, van=RAAD, bij_id=mine.id, op=DAY + timedelta(days=n)) for n in (1, 3)
        ]
        (first,) = werk_on_verzoektaken(tafel(Soort.RAAD), verzoek(stukken=(mine,)), day=TOMORROW)
        (second,) = werk_on_verzoektaken(tafel(Soort.RAAD), verzoek(stukken=(mine, *again)), day=TOMORROW)

        assert (first.herinnerd_op, second.herinnerd_op) == (None, DAY + timedelta(days=3))


@pytest.mark.article("12.3")
class TestNamingWhoLooked:
    """Employees are named only where their organisation chose so for the request."""

    def test_is_chosen_by_a_kernpartij_with_a_reason_while_nothing_was_decided(self) -> None:
        """Of access only, after identity; not by the uitvoerder."""
        feit = verzoek(Verzoeksoort.INZAGE, Verzoekstaat.VERZAMELD)
        choose = partial(may_choose_inzagenamen, motivering="Daar is om gevraagd.", day=DAY)

        assert choose(weegploeg(), feit) == ALLOWED
        assert fields(choose(weegploeg(), feit, motivering=" ").reasons) == {"motivering"}
        assert codes(choose(BEHANDELT, feit)) == {"12.2-kernpartij"}
        assert "12.3-identity" in codes(choose(weegploeg(), verzoek()))
        assert codes(choose(weegploeg(), verzoek(Verzoeksoort.CORRECTIE, Verzoekstaat.VERZAMELD))) == {"12.3-kind"}
        assert codes(choose(weegploeg(), verzoek(staat=Verzoekstaat.BESLOTEN))) == {"12.2-decided"}
        assert choose(tafel(Soort.RAAD), feit).is_hidden

    def test_holds_for_the_organisation_that_chose_it(self) -> None:
        """And not for one that chose the other, or nothing."""
        chose = (
            stuk(96, VerzoekStuk.INZAGENAMEN, van=OM, staat=Inzagenamen.MET_NAMEN),
            stuk(97, VerzoekStuk.INZAGENAMEN, van=POLITIE, staat=Inzagenamen.ZONDER_NAMEN),
        )

        assert verzoek(stukken=chose).met_namen == {OM.id}


@pytest.mark.article("12.1")
class TestReceiving:
    """By the uitvoerder: who asks, and what."""

    def test_is_done_by_the_uitvoerder(self) -> None:
        """And by no kernpartij."""
        assert RECEIVE(BEHANDELT) == ALLOWED
        assert codes(RECEIVE(weegploeg())) == {"12.1-uitvoerder"}
        assert RECEIVE(tafel(Soort.RAAD)).is_hidden

    @pytest.mark.parametrize("name", ["naam", "adres"])
    def test_says_who_asks(self, name: str) -> None:
        """Name and address."""
        assert fields(partial(RECEIVE, BEHANDELT, **{name: " "})().reasons) == {name}

    @pytest.mark.article("12.5")
    @pytest.mark.parametrize("soort", [s for s in Verzoeksoort if s is not Verzoeksoort.INZAGE])
    def test_says_what_and_why(self, soort: Verzoeksoort) -> None:
        """A correction says what must change, and why; so does an objection."""
        assert fields(RECEIVE(BEHANDELT, soort=soort).reasons) == {"gevraagd"}
        assert RECEIVE(BEHANDELT, soort=soort, gevraagd="De datum is fout, want ik was elders.") == ALLOWED

    @pytest.mark.parametrize(
        ("op", "is_right"), [(DAY, True), (TOMORROW, False), (CONVENANT.in_werking_op - timedelta(days=1), False)]
    )
    def test_has_a_day_that_can_be(self, op: date, is_right: bool) -> None:
        """Not after today, not before the covenant."""
        assert RECEIVE(BEHANDELT, ontvangen_op=op).is_allowed is is_right


@pytest.mark.article("12.1")
class TestARepresentative:
    """Only for who is under sixteen, under curatele, or has a mentor."""

    @pytest.mark.parametrize(
        ("soort", "group", "is_right"),
        [
            (Vertegenwoordiging.JONGER_DAN_16, "12-", True),
            (Vertegenwoordiging.JONGER_DAN_16, "12-15", True),
            (Vertegenwoordiging.JONGER_DAN_16, "16-17", False),
            (Vertegenwoordiging.JONGER_DAN_16, "18+", False),
            (Vertegenwoordiging.JONGER_DAN_16, "", False),
            (Vertegenwoordiging.CURATELE, "18+", True),
            (Vertegenwoordiging.MENTORSCHAP, "18+", True),
            (Vertegenwoordiging.GEEN, "", False),
        ],
    )
    def test_asks_in_three_cases(self, soort: Vertegenwoordiging, group: str, is_right: bool) -> None:
        """From sixteen on people ask for themselves."""
        found = RECEIVE(BEHANDELT, vertegenwoordiging=soort, vertegenwoordiger="Noor de Wit", leeftijdsgroep=group)
        assert found.is_allowed is is_right

    def test_has_a_name(self) -> None:
        """Who asks for another is known too."""
        found = RECEIVE(BEHANDELT, vertegenwoordiging=Vertegenwoordiging.CURATELE)
        assert fields(found.reasons) == {"vertegenwoordiger"}

    def test_shows_two_papers(self) -> None:
        """The own one and that of the representation, and of each how it was seen."""
        feit = verzoek(is_vertegenwoordigd=True)

        assert fields(ESTABLISH(BEHANDELT, feit).reasons) == {"vertegenwoordiging_papier", "vertegenwoordiging_gezien"}
        assert (
            ESTABLISH(
                BEHANDELT, feit, vertegenwoordiging_papier="beschikking", vertegenwoordiging_gezien="aan de balie"
            )
            == ALLOWED
        )


@pytest.mark.article("12.3")
class TestIdentity:
    """Is the gate on every way to an answer."""

    def test_is_established_from_a_paper_that_was_seen(self) -> None:
        """Once, by the uitvoerder."""
        assert ESTABLISH(BEHANDELT, verzoek()) == ALLOWED
        assert fields(ESTABLISH(BEHANDELT, verzoek(), papier="").reasons) == {"papier"}
        assert fields(ESTABLISH(BEHANDELT, verzoek(), gezien="").reasons) == {"gezien"}
        assert codes(ESTABLISH(BEHANDELT, ESTABLISHED)) == {"12.3-step"}
        assert codes(ESTABLISH(weegploeg(), verzoek())) == {"12.1-uitvoerder"}

    @pytest.mark.parametrize(
        ("who", "rule"),
        [
            (BEHANDELT, partial(may_record_verzameld, dossiers=(), day=LAST)),
            (weegploeg(), TAKE),
            (weegploeg(), INVOKE),
            (weegploeg(), partial(DECIDE, day=LAST)),
            (BEHANDELT, ANSWER),
            (BEHANDELT, CARRY_OUT),
            (BEHANDELT, NOTIFY),
        ],
    )
    @pytest.mark.parametrize("soort", Verzoeksoort)
    @pytest.mark.parametrize("staat", Verzoekstaat)
    def test_stands_before_every_step_to_an_answer(
        self, who: Wie, rule: Callable[[Wie, VerzoekFeit], Verdict], soort: Verzoeksoort, staat: Verzoekstaat
    ) -> None:
        """In whatever state, of whatever kind: without the piece of identity nothing goes on."""
        feit = without_identity(verzoek(soort, staat, besloten_op=DAY, uitkomst=Besluituitkomst.TOEGEWEZEN))

        assert "12.3-identity" in codes(rule(who, feit))

    @pytest.mark.parametrize(("offset", "is_right"), [(-1, False), (0, True), (1, True)])
    def test_that_stays_open_ends_in_a_letter(self, offset: int, is_right: bool) -> None:
        """On the last of the 28 days, and not before it."""
        found = may_close_onbekend(
            BEHANDELT, verzoek(), brief="Wij weten niet wie u bent.", day=LAST + timedelta(offset)
        )
        assert found.is_allowed is is_right

    def test_that_was_established_does_not(self) -> None:
        """Who is known gets an answer."""
        assert codes(may_close_onbekend(BEHANDELT, ESTABLISHED, brief="x", day=LAST)) == {"12.3-step"}


@pytest.mark.article("12.3")
class TestGathering:
    """Once every part was checked, or the day for that has passed."""

    OPEN = verzoek(staat=Verzoekstaat.IDENTITEIT_VASTGESTELD, stukken=(taak(90, OM),))
    DONE = verzoek(staat=Verzoekstaat.IDENTITEIT_VASTGESTELD, stukken=(taak(90, OM, staat=Taakstaat.GEDAAN),))

    def test_waits_for_every_part(self) -> None:
        """Up to and including the day for it."""
        gather = partial(may_record_verzameld, BEHANDELT, dossiers=())

        assert gather(self.DONE, day=DAY) == ALLOWED
        assert codes(gather(self.OPEN, day=date(2026, 3, 15))) == {"12.3-parts"}
        assert codes(gather(self.OPEN, day=date(2026, 3, 16))) == {"12.3-parts"}
        assert gather(self.OPEN, day=date(2026, 3, 17)) == ALLOWED

    @pytest.mark.parametrize(
        ("own", "day", "waits"),
        [
            (date(2026, 3, 20), date(2026, 3, 20), True),
            (date(2026, 3, 20), date(2026, 3, 21), False),
            (LAST, LAST - timedelta(days=1), True),
            (LAST, LAST, False),
        ],
    )
    def test_waits_for_a_task_until_its_own_day(self, *, own: date, day: date, waits: bool) -> None:
        """One that was given later has a later day; on the last day nobody holds the answer up."""
        late = replace(self.OPEN, stukken=(*self.DONE.stukken, replace(taak(91, RAAD), uiterlijk_op=own)))

        assert may_record_verzameld(BEHANDELT, late, dossiers=(), day=day).is_allowed is not waits

    def test_names_dossiers_that_are_there(self) -> None:
        """And no others."""
        assert fields(may_record_verzameld(BEHANDELT, self.DONE, dossiers=None, day=DAY).reasons) == {"dossiers"}


@pytest.mark.article("12.2")
@pytest.mark.article("4")
class TestDeciding:
    """By the kernpartijen; silence stands in nobody's way."""

    def test_waits_for_all_three_until_the_last_day(self) -> None:
        """Who is silent on the last day does not hold up the answer."""
        two = positions((OM, Antwoord.INWILLIGEN, ""), (POLITIE, Antwoord.INWILLIGEN, ""))
        three = positions(*((van, Antwoord.INWILLIGEN, "") for van in KERN))

        assert codes(DECIDE(weegploeg(), two, day=LAST - timedelta(days=1))) == {"4-silent"}
        assert DECIDE(weegploeg(), two, day=LAST) == ALLOWED
        assert DECIDE(weegploeg(), three) == ALLOWED
        assert would_decide(GATHERED, weegploeg(), day=LAST) == (Besluituitkomst.TOEGEWEZEN, frozenset())

    def test_is_not_for_the_uitvoerder(self) -> None:
        """Who prepares does not decide."""
        assert codes(DECIDE(BEHANDELT, GATHERED)) == {"12.2-kernpartij"}
        assert codes(TAKE(BEHANDELT, GATHERED)) == {"12.2-kernpartij"}

    def test_follows_the_gathering(self) -> None:
        """And is done once."""
        assert codes(DECIDE(weegploeg(), ESTABLISHED, day=LAST)) == {"12.2-step"}
        assert codes(DECIDE(weegploeg(), DECIDED, day=LAST)) == {"12.2-step"}
        assert codes(TAKE(weegploeg(), DECIDED)) == {"12.2-decided"}

    @pytest.mark.article("12.4")
    @pytest.mark.parametrize("name", ["bezwaar_bij", "rechtbank"])
    def test_names_where_to_go_with_it(self, name: str) -> None:
        """Bezwaar and the court; the complaint to the AP stands in every decision."""
        assert fields(DECIDE(weegploeg(), GATHERED, day=LAST, **{name: ""}).reasons) == {name}


@pytest.mark.article("12.4")
class TestRefusing:
    """Only on a ground of the list, as far as it reaches, with reasons."""

    @pytest.mark.parametrize("grond", ["11.3.a", "11.3.b", "11.3.c", "11.3.d", "11.3.e"])
    def test_access_has_the_five_of_11_3(self, grond: str) -> None:
        """Each of them, and no other."""
        assert INVOKE(weegploeg(), GATHERED, grond=grond) == ALLOWED
        assert len(gronden_for(Verzoeksoort.INZAGE, CONVENANT_2017, day=DAY)) == 5

    @pytest.mark.parametrize("grond", ["", "11.3.f", "12.5", "avg-21-1", "te veel werk"])
    def test_access_has_no_other(self, grond: str) -> None:
        """A correction's ground is none for access."""
        assert fields(INVOKE(weegploeg(), GATHERED, grond=grond).reasons) == {"grond"}

    @pytest.mark.parametrize(
        ("soort", "grond"),
        [
            (Verzoeksoort.CORRECTIE, "12.5"),
            (Verzoeksoort.VERZET, "avg-21-1"),
            (Verzoeksoort.BEPERKING, "avg-18-1"),
        ],
    )
    @pytest.mark.article("12.5.a")
    @pytest.mark.article("12.5.b")
    @pytest.mark.article("12.5.c")
    def test_another_request_has_its_own_besides(self, soort: Verzoeksoort, grond: str) -> None:
        """That the data is right; that the objection or the restriction is not called for."""
        feit = verzoek(soort, Verzoekstaat.VERZAMELD)

        assert INVOKE(weegploeg(), feit, grond=grond) == ALLOWED
        assert INVOKE(weegploeg(), feit, grond="11.3.e") == ALLOWED

    @pytest.mark.parametrize("name", ["reikwijdte", "motivering"])
    def test_says_how_far_and_why(self, name: str) -> None:
        """Both in words."""
        assert fields(INVOKE(weegploeg(), GATHERED, **{name: " "}).reasons) == {name}

    def test_reaches_the_own_data_of_who_invokes_it(self) -> None:
        """The rest is given."""
        feit = positions(
            (OM, Antwoord.GROND_EIGEN, "11.3.b"),
            (POLITIE, Antwoord.INWILLIGEN, ""),
            (GEMEENTE, Antwoord.INWILLIGEN, ""),
        )
        assert would_decide(feit, weegploeg(), day=DAY) == (Besluituitkomst.DEELS, frozenset({OM.id}))

    @pytest.mark.parametrize(
        ("grounds", "uitkomst"),
        [
            (("11.3.a", "11.3.a", "11.3.a"), Besluituitkomst.AFGEWEZEN),
            (("11.3.a", "11.3.a", "11.3.b"), Besluituitkomst.DEELS),
            (("11.3.a", "11.3.a"), Besluituitkomst.DEELS),
            (("11.3.a",), Besluituitkomst.DEELS),
        ],
    )
    def test_reaches_all_only_where_all_invoke_it(self, grounds: tuple[str, ...], uitkomst: Besluituitkomst) -> None:
        """The same ground, by every kernpartij, for all of it."""
        taken = [(van, Antwoord.GROND_ALLES, grond) for van, grond in zip(KERN, grounds, strict=False)]
        found = frozenset(van.id for van, _antwoord, _grond in taken)

        assert would_decide(positions(*taken), weegploeg(), day=DAY) == (uitkomst, found)

    def test_without_a_ground_is_no_refusal(self) -> None:
        """To do what is asked takes no ground."""
        assert fields(TAKE(weegploeg(), GATHERED, grond="11.3.a").reasons) == {"grond"}
        assert TAKE(weegploeg(), GATHERED) == ALLOWED


@pytest.mark.article("12.3")
class TestAnswering:
    """By the uitvoerder, after the decision."""

    def test_follows_the_decision(self) -> None:
        """Once, and by who prepares."""
        assert ANSWER(BEHANDELT, DECIDED) == ALLOWED
        assert codes(ANSWER(BEHANDELT, GATHERED)) == {"12.3-step"}
        assert codes(ANSWER(BEHANDELT, GRANTED)) == {"12.3-step"}
        assert codes(ANSWER(weegploeg(), DECIDED)) == {"12.1-uitvoerder"}

    @pytest.mark.article("12.4")
    @pytest.mark.parametrize("soort", Verzoeksoort)
    @pytest.mark.parametrize("uitkomst", Besluituitkomst)
    def test_says_why_but_where_all_of_access_is_given(self, soort: Verzoeksoort, uitkomst: Besluituitkomst) -> None:
        """A refusal has reasons, and so has a decision on a correction."""
        decided = replace(DECIDED, soort=soort, uitkomst=uitkomst)
        is_whole = soort is Verzoeksoort.INZAGE and uitkomst is Besluituitkomst.TOEGEWEZEN

        assert fields(ANSWER(BEHANDELT, decided, brief="").reasons) == (set() if is_whole else {"brief"})

    def test_of_access_is_made_of_what_was_gathered(self) -> None:
        """Of each dossier that it is about; nobody types an overview."""
        hits = tuple(stuk(60 + n, VerzoekStuk.TREFFER, bij_id=stuk_id(n), staat="") for n in (1, 2))
        one, two = (stuk(64 + n, VerzoekStuk.OVERZICHT, bij_id=stuk_id(n), staat="") for n in (1, 2))
        about = replace(DECIDED, stukken=(*DECIDED.stukken, *hits))

        assert codes(ANSWER(BEHANDELT, replace(about, stukken=(*about.stukken, one)))) == {"12.3-ungathered"}
        assert ANSWER(BEHANDELT, replace(about, stukken=(*about.stukken, one, two))) == ALLOWED
        assert ANSWER(BEHANDELT, replace(about, soort=Verzoeksoort.CORRECTIE)) == ALLOWED
        gone = replace(one, staat=VERVALLEN)
        assert codes(ANSWER(BEHANDELT, replace(about, stukken=(*about.stukken, gone, two)))) == {"12.3-ungathered"}


@pytest.mark.article("12.6")
class TestCarryingOut:
    """What was granted is done, and everybody is told."""

    def test_follows_the_answer(self) -> None:
        """Once, with what was done."""
        assert CARRY_OUT(BEHANDELT, GRANTED) == ALLOWED
        assert codes(CARRY_OUT(BEHANDELT, replace(GRANTED, staat=Verzoekstaat.UITGEVOERD))) == {"12.6-step"}
        assert fields(CARRY_OUT(BEHANDELT, GRANTED, uitgevoerd="").reasons) == {"uitgevoerd"}
        assert codes(CARRY_OUT(weegploeg(), GRANTED)) == {"12.1-uitvoerder"}

    def test_is_only_for_what_was_granted(self) -> None:
        """Access is given by its answer, and nothing is done of what was refused."""
        assert codes(CARRY_OUT(BEHANDELT, replace(GRANTED, soort=Verzoeksoort.INZAGE))) == {"12.6-nothing"}
        assert codes(CARRY_OUT(BEHANDELT, replace(GRANTED, uitkomst=Besluituitkomst.AFGEWEZEN))) == {"12.6-nothing"}

    def test_is_told_once_every_file_has_it(self) -> None:
        """Nobody chooses who: that follows from the files."""
        done = replace(GRANTED, staat=Verzoekstaat.UITGEVOERD)

        assert NOTIFY(BEHANDELT, done) == ALLOWED
        assert codes(NOTIFY(BEHANDELT, GRANTED)) == {"12.6-step"}
        assert codes(NOTIFY(weegploeg(), done)) == {"12.1-uitvoerder"}

    def test_is_begun_once(self) -> None:
        """While the files get it, the request waits."""
        begun = replace(GRANTED, stukken=(*GRANTED.stukken, stuk(90, VerzoekStuk.UITVOERING)))

        assert codes(CARRY_OUT(BEHANDELT, begun)) == {"12.6-step"}
        assert codes(CHOOSE(BEHANDELT, begun)) == {"12.6-step"}

    def test_of_a_correction_in_a_dossier_changes_something(self) -> None:
        """What was granted whole is chosen first; a text says what else was done."""
        about = replace(GRANTED, stukken=(*GRANTED.stukken, stuk(90, VerzoekStuk.TREFFER, bij_id=stuk_id(1))))
        chosen = stuk(91, VerzoekStuk.WIJZIGING, bij_id=stuk_id(2), staat=Wijzigingsoort.VERWIJDEREN)

        assert codes(CARRY_OUT(BEHANDELT, about)) == {"12.5-nothing-chosen"}
        assert CARRY_OUT(BEHANDELT, replace(about, stukken=(*about.stukken, chosen)), uitgevoerd="") == ALLOWED


@pytest.mark.article("12.5")
class TestWhatADecisionChanges:
    """Chosen by who prepares, within it."""

    def test_follows_the_decision(self) -> None:
        """And nothing is chosen where nothing was granted."""
        assert CHOOSE(BEHANDELT, GRANTED) == ALLOWED
        assert codes(CHOOSE(BEHANDELT, replace(GRANTED, staat=Verzoekstaat.VERZAMELD))) == {"12.6-step"}
        assert codes(CHOOSE(BEHANDELT, replace(GRANTED, uitkomst=Besluituitkomst.AFGEWEZEN))) == {"12.6-nothing"}
        assert codes(CHOOSE(weegploeg(), GRANTED)) == {"12.1-uitvoerder"}

    @pytest.mark.parametrize(
        ("soort", "allowed"),
        [
            (Verzoeksoort.CORRECTIE, set(Wijzigingsoort)),
            (Verzoeksoort.VERZET, {Wijzigingsoort.VERWIJDEREN}),
            (Verzoeksoort.BEPERKING, set()),
        ],
    )
    def test_is_what_the_kind_of_request_allows(self, soort: Verzoeksoort, allowed: set[Wijzigingsoort]) -> None:
        """A correction improves, adds and removes; an objection removes; a restriction changes no text."""
        feit = replace(GRANTED, soort=soort)
        asked: dict[Wijzigingsoort, dict[str, Any]] = {
            one: {"soort": one, **({} if one in WITH_TEXT else {"veld": "", "tekst": ""})} for one in Wijzigingsoort
        }

        assert {one for one, given in asked.items() if CHOOSE(BEHANDELT, feit, **given).is_allowed} == allowed

    def test_has_a_text_unless_it_is_removed(self) -> None:
        """A new text is not empty; what is removed leaves none."""
        assert fields(CHOOSE(BEHANDELT, GRANTED, tekst=" ").reasons) == {"tekst"}
        assert fields(CHOOSE(BEHANDELT, GRANTED, soort=Wijzigingsoort.VERWIJDEREN).reasons) == {"tekst"}


@pytest.mark.article("12.6")
class TestANotice:
    """Who received data is told, and corrects its own copies."""

    def test_goes_to_whoever_received(self) -> None:
        """Asked a question, seated, given by an own decision; not who was named and never sat down."""
        named: list[tuple[StrEnum, OrganisatieFeit]] = [
            (DossierStuk.VRAAG, RAAD),
            (DossierStuk.BETROKKEN, DE_BRUG),
            (CasusStuk.DEELNEMER, OM),
            (CasusStuk.BIJDRAGE, POLITIE),
        ]
        pieces = [replace(stuk(n, VerzoekStuk.TAAK, van=van), soort=soort) for n, (soort, van) in enumerate(named)]

        assert received_by(pieces) == {RAAD.id, OM.id}

    def test_is_seen_by_who_speaks_for_its_organisation(self) -> None:
        """To everybody else the request is not there."""
        melding = stuk(90, VerzoekStuk.MELDING, van=OM, staat=Meldstaat.OPEN)
        told = replace(GRANTED, staat=Verzoekstaat.GEMELD, stukken=(*GRANTED.stukken, melding))

        assert may_open_melding(weegploeg(OM), told, day=DAY) == ALLOWED
        assert may_open_melding(weegploeg(POLITIE), told, day=DAY).is_hidden
        assert may_open_melding(BEHANDELT, told, day=DAY).is_hidden

    def test_is_acknowledged_once(self) -> None:
        """With what was done."""
        melding = stuk(90, VerzoekStuk.MELDING, van=OM, staat=Meldstaat.OPEN)
        told = replace(GRANTED, staat=Verzoekstaat.GEMELD, stukken=(*GRANTED.stukken, melding))
        again = replace(told, stukken=(*GRANTED.stukken, replace(melding, staat=Meldstaat.BEVESTIGD)))
        say = partial(may_acknowledge_melding, melding_id=melding.id, gedaan="Aangepast.", day=DAY)

        assert say(weegploeg(OM), told) == ALLOWED
        assert fields(say(weegploeg(OM), told, gedaan="").reasons) == {"gedaan"}
        assert fields(say(weegploeg(OM), told, melding_id=stuk_id(7)).reasons) == {"melding_id"}
        assert codes(say(weegploeg(OM), again)) == {"12.6-done"}

    def test_goes_by_letter_to_who_is_outside(self) -> None:
        """Added after the decision until all are told, with an address, the day and what it got."""
        assert ADD(BEHANDELT, GRANTED) == ALLOWED
        assert fields(ADD(BEHANDELT, GRANTED, naam="", adres="", wat="").reasons) == {"naam", "adres", "wat"}
        assert fields(ADD(BEHANDELT, GRANTED, op=LAST).reasons) == {"verstrekt_op"}
        assert codes(ADD(BEHANDELT, replace(GRANTED, staat=Verzoekstaat.GEMELD))) == {"12.6-step"}
        assert codes(ADD(weegploeg(), GRANTED)) == {"12.1-uitvoerder"}
