"""Covenant 15.2.g; AVG 33, 34: incidents are reported, judged, told of in time or with the reason, and registered."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import pytest

from casustafel.convenant.bewaring import BewaarFeit, Houdersoort, must_destroy
from casustafel.convenant.feit import Rol, StukFeit, Wie
from casustafel.convenant.incident import (
    Apbesluit,
    Apmelding,
    IncidentFeit,
    Incidentstaat,
    Inlichting,
    Risico,
    Uitzondering,
    is_running,
    kept_until,
    report_by,
    staat_of,
)
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import Eenheid, Termijn, TermijnCode
from casustafel.convenant.rules.incident import (
    OF_A_BREACH,
    ap_of,
    may_assess_incident,
    may_close_incident,
    may_count_incidenten,
    may_find_incidenten,
    may_open_bevinding,
    may_open_incident,
    may_record_ap,
    may_record_betrokkenen,
    may_report_incident,
)
from casustafel.convenant.stuk import IncidentStuk
from casustafel.convenant.termijn import HoursError, last_day, last_moment
from casustafel.convenant.werk import Stap
from casustafel.convenant.werk_incident import werk_on_incident
from tests.facts import CONVENANT, DAY, OTHER_CONVENANT, field, hidden, refused, right, state, stuk_id, wie

pytestmark = pytest.mark.article("15.2.g")

WATCHES: Final = wie(Soort.GEMEENTE, Rol.TOEZICHTHOUDER)
AUDITS: Final = wie(Soort.GEMEENTE, Rol.AUDITOR)
PETRA: Final = wie(Soort.POLITIE, Rol.WEEGPLOEG)
SYSTEEM: Final = wie(None, Rol.SYSTEEM)
KNOWN: Final = datetime(2026, 3, 1, 9, 17, tzinfo=UTC)
NOW: Final = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
HOURS: Final = timedelta(hours=72)
MINUTE: Final = timedelta(minutes=1)
SAID: Final = dict.fromkeys((*OF_A_BREACH, "motivering", "contactpunt", "vertraging", "tekst"), "Gezegd (verzonnen).")
SILENT: Final = dict.fromkeys(SAID, "")


def incident(*pieces: tuple[IncidentStuk, str], afgesloten_op: date | None = None) -> IncidentFeit:
    """Give an incident with these pieces, each with its state, in this order."""
    stukken = tuple(
        StukFeit(id=stuk_id(100 + place), soort=soort, organisatie_id=None, bij_id=None, op=DAY, staat=staat)
        for place, (soort, staat) in enumerate(((IncidentStuk.MELDING, ""), *pieces))
    )
    feit = IncidentFeit(
        id=UUID(int=1),
        convenant_id=CONVENANT.id,
        nummer="I-2026-0001",
        staat=Incidentstaat.GEMELD,
        versie=1,
        bekend_op=KNOWN,
        afgesloten_op=afgesloten_op,
        stukken=stukken,
    )
    return replace(feit, staat=staat_of(feit))


def judged(risico: Risico) -> tuple[IncidentStuk, str]:
    """Give a judgement."""
    return IncidentStuk.BEOORDELING, risico


AP: Final = (IncidentStuk.AP, Apmelding.GEMELD)
NO_AP: Final = (IncidentStuk.AP, Apmelding.NIET)
TOLD: Final = (IncidentStuk.BETROKKENEN, Inlichting.INGELICHT)
NOT_TOLD: Final = (IncidentStuk.BETROKKENEN, Inlichting.NIET)


class TestWhoReports:
    """Everybody who works here."""

    report = staticmethod(partial(may_report_incident, wat="Weg (verzonnen).", bekend_op=KNOWN, now=NOW, day=DAY))

    @pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.SYSTEEM, Rol.OPERATOR}))
    def test_anybody_may(self, rol: Rol) -> None:
        """Whatever the role, and an uitvoerder without a named task."""
        assert self.report(wie(Soort.GEMEENTE, rol)).is_allowed

    def test_says_what_and_since_when(self) -> None:
        """Each missing part at its field; a moment to come is no moment of knowing."""
        assert refused(self.report(PETRA, wat=" ", bekend_op=None)) == {
            field("15.2.g", "wat"),
            field("15.2.g", "bekend_op"),
        }
        assert refused(self.report(PETRA, bekend_op=NOW + MINUTE)) == {field("15.2.g", "bekend_op")}
        assert self.report(PETRA, bekend_op=NOW).is_allowed

    def test_takes_standing_and_is_no_thing_of_the_system(self) -> None:
        """Who has no place here reports nothing; a check opens its own."""
        assert hidden(self.report(replace(PETRA, geheimhouding_aanvaard=False)))
        assert right("15.2.g", "person") in hidden(self.report(SYSTEEM))

    def test_only_the_system_opens_one_of_a_finding(self) -> None:
        """No person does in the name of a check."""
        assert may_open_bevinding(SYSTEEM, day=DAY).is_allowed
        assert hidden(may_open_bevinding(WATCHES, day=DAY)) == {right("15.2.g", "system")}


class TestWhoHandles:
    """The toezichthouder; the auditor counts."""

    @pytest.mark.parametrize("asks", [PETRA, AUDITS, SYSTEEM])
    def test_nobody_else_has_the_register(self, asks: Wie) -> None:
        """Not who reported it, and not the auditor."""
        assert right("15.2.g", "toezichthouder") in hidden(may_find_incidenten(asks, day=DAY))
        assert may_find_incidenten(WATCHES, day=DAY).is_allowed

    def test_the_auditor_has_the_counts(self) -> None:
        """And the toezichthouder."""
        assert may_count_incidenten(AUDITS, day=DAY).is_allowed
        assert may_count_incidenten(WATCHES, day=DAY).is_allowed
        assert hidden(may_count_incidenten(PETRA, day=DAY)) == {right("15.2.g", "oversight")}

    def test_only_of_the_own_covenant(self) -> None:
        """What belongs to another is not there."""
        other = replace(incident(), convenant_id=OTHER_CONVENANT.id)

        assert may_open_incident(WATCHES, incident(), day=DAY).is_allowed
        assert hidden(may_open_incident(WATCHES, other, day=DAY)) == {right("8.4", "other-convenant")}


class TestThe72Hours:
    """AVG 33(1): from the moment that the first of the organisations knew."""

    def test_run_by_the_clock_to_the_minute(self) -> None:
        """Through a weekend, and through the night in which the clock goes forward."""
        spring = replace(incident(), bekend_op=datetime(2026, 3, 27, 17, 0, tzinfo=UTC))

        assert report_by(incident(), CONVENANT) == datetime(2026, 3, 4, 9, 17, tzinfo=UTC)
        assert report_by(spring, CONVENANT) - spring.bekend_op == HOURS

    def test_are_counted_in_hours_and_nothing_else(self) -> None:
        """A term of hours has no last day, and one of days no last moment."""
        hours = Termijn(code=TermijnCode.MELDEN_AP, aantal=72, eenheid=Eenheid.UUR, citaat="AVG 33")

        with pytest.raises(HoursError):
            last_day(DAY, termijn=hours)
        with pytest.raises(HoursError):
            last_moment(NOW, termijn=replace(hours, eenheid=Eenheid.DAG))

    @pytest.mark.parametrize(
        ("pieces", "runs"),
        [
            ((), True),
            ((judged(Risico.RISICO),), True),
            ((judged(Risico.GEEN_DATALEK),), False),
            ((judged(Risico.RISICO), AP), False),
            ((judged(Risico.ONWAARSCHIJNLIJK), NO_AP), False),
            ((judged(Risico.ONWAARSCHIJNLIJK), NO_AP, judged(Risico.RISICO)), True),
        ],
    )
    def test_run_until_something_was_said(self, *, pieces: tuple[tuple[IncidentStuk, str], ...], runs: bool) -> None:
        """A no falls away when a new judgement finds a risk."""
        assert is_running(incident(*pieces)) is runs

    @pytest.mark.parametrize(
        ("after", "said"), [(-MINUTE, Apmelding.GEMELD), (timedelta(), Apmelding.GEMELD), (MINUTE, Apmelding.TE_LAAT)]
    )
    def test_end_at_their_last_minute(self, *, after: timedelta, said: Apmelding) -> None:
        """On it the notice is in time, a minute later it is not."""
        gemeld_op = KNOWN + HOURS + after

        assert ap_of(WATCHES, incident(), besluit=Apbesluit.MELDEN, gemeld_op=gemeld_op) is said


class TestJudging:
    """AVG 33(3): what the AP will be told is known of a breach."""

    assess = staticmethod(partial(may_assess_incident, WATCHES, said=SAID, day=DAY))

    @pytest.mark.parametrize("risico", sorted(set(Risico) - {Risico.GEEN_DATALEK}))
    def test_of_a_breach_says_each_part(self, risico: Risico) -> None:
        """Nature, whose, which data, consequences, measures, and why it is judged so."""
        lacking = {field("15.2.g", name) for name in (*OF_A_BREACH, "motivering")}

        assert self.assess(incident(), risico=risico).is_allowed
        assert refused(self.assess(incident(), risico=risico, said=SILENT)) == lacking

    def test_of_no_breach_says_why(self) -> None:
        """And needs nothing else."""
        said = {**SILENT, "motivering": "Niemand zag iets (verzonnen)."}

        assert self.assess(incident(), risico=Risico.GEEN_DATALEK, said=said).is_allowed
        assert refused(self.assess(incident(), risico=Risico.GEEN_DATALEK, said=SILENT)) == {
            field("15.2.g", "motivering")
        }

    def test_cannot_make_a_breach_undone_that_the_ap_knows(self) -> None:
        """It stays one in the register."""
        told = incident(judged(Risico.RISICO), AP)

        assert refused(self.assess(told, risico=Risico.GEEN_DATALEK)) == {field("15.2.g", "risico")}
        assert self.assess(told, risico=Risico.HOOG).is_allowed


class TestTellingTheAp:
    """AVG 33."""

    record = staticmethod(
        partial(may_record_ap, WATCHES, besluit=Apbesluit.MELDEN, gemeld_op=NOW, said=SAID, now=NOW, day=DAY)
    )

    def test_comes_after_a_judgement_that_it_is_a_breach(self) -> None:
        """Not before it, and not of what is none."""
        assert refused(self.record(incident())) == {state("15.2.g", "not-judged")}
        assert refused(self.record(incident(judged(Risico.GEEN_DATALEK)))) == {state("15.2.g", "no-breach")}
        assert self.record(incident(judged(Risico.RISICO))).is_allowed

    def test_names_its_moment_and_where_to_ask(self) -> None:
        """After it was known, and not in the future."""
        breach = incident(judged(Risico.RISICO))
        wrong = {field("15.2.g", "gemeld_op")}

        assert refused(self.record(breach, said=SILENT)) == {field("15.2.g", "contactpunt")}
        assert refused(self.record(breach, gemeld_op=None)) == wrong
        assert refused(self.record(breach, gemeld_op=NOW + MINUTE)) == wrong
        assert refused(self.record(breach, gemeld_op=KNOWN - MINUTE)) == wrong

    def test_says_why_it_is_late(self) -> None:
        """From the first minute after the 72 hours."""
        breach = incident(judged(Risico.RISICO))
        without = {**SAID, "vertraging": " "}
        late = KNOWN + HOURS + MINUTE

        assert self.record(breach, gemeld_op=KNOWN + HOURS, now=late, said=without).is_allowed
        assert refused(self.record(breach, gemeld_op=late, now=late, said=without)) == {field("15.2.g", "vertraging")}
        assert self.record(breach, gemeld_op=late, now=late).is_allowed

    def test_may_be_supplemented(self) -> None:
        """In phases: what follows is never late, and the first notice stays as it was."""
        told, late = incident(judged(Risico.RISICO), AP), KNOWN + 3 * HOURS
        without = {**SAID, "vertraging": ""}

        assert self.record(told, gemeld_op=late, now=late, said=without).is_allowed
        assert ap_of(WATCHES, told, besluit=Apbesluit.MELDEN, gemeld_op=late) is Apmelding.GEMELD

    def test_is_left_out_only_where_a_risk_is_unlikely(self) -> None:
        """With the reason; where there is a risk the AP is told."""
        unlikely = incident(judged(Risico.ONWAARSCHIJNLIJK))
        no = partial(self.record, besluit=Apbesluit.NIET, gemeld_op=None)

        assert no(unlikely).is_allowed
        assert refused(no(unlikely, said=SILENT)) == {field("15.2.g", "motivering")}
        for risico in (Risico.RISICO, Risico.HOOG):
            assert refused(no(incident(judged(risico)))) == {field("15.2.g", "besluit")}
        assert state("15.2.g", "told") in refused(no(incident(judged(Risico.RISICO), AP)))


class TestTellingThePeople:
    """AVG 34."""

    record = staticmethod(
        partial(
            may_record_betrokkenen,
            WATCHES,
            besluit=Inlichting.INGELICHT,
            ingelicht_op=DAY,
            bekend_on=DAY - timedelta(days=1),
            uitzondering=None,
            said=SAID,
            day=DAY,
        )
    )

    def test_comes_after_the_ap(self) -> None:
        """First what is done towards the AP."""
        assert refused(self.record(incident())) == {state("15.2.g", "not-judged")}
        assert refused(self.record(incident(judged(Risico.GEEN_DATALEK)))) == {state("15.2.g", "no-breach")}
        assert refused(self.record(incident(judged(Risico.HOOG)))) == {state("15.2.g", "ap-first")}
        assert self.record(incident(judged(Risico.HOOG), AP)).is_allowed

    def test_says_when_and_in_which_words(self) -> None:
        """A public notice also says why it takes the place of telling each."""
        breach = incident(judged(Risico.HOOG), AP)

        assert refused(self.record(breach, said=SILENT, ingelicht_op=None)) == {
            field("15.2.g", "tekst"),
            field("15.2.g", "ingelicht_op"),
        }
        for day in (DAY + timedelta(days=1), DAY - timedelta(days=2)):
            assert refused(self.record(breach, ingelicht_op=day)) == {field("15.2.g", "ingelicht_op")}
        public = partial(self.record, breach, besluit=Inlichting.OPENBAAR)
        assert public().is_allowed
        assert refused(public(said={**SAID, "motivering": ""})) == {field("15.2.g", "motivering")}

    def test_is_left_out_of_a_high_risk_only_where_avg_34_3_says_so(self) -> None:
        """Unreadable data, or a risk that was taken away; of a lower risk the reason is enough."""
        high = incident(judged(Risico.HOOG), AP)
        no = partial(self.record, besluit=Inlichting.NIET, ingelicht_op=None)

        assert refused(no(high)) == {field("15.2.g", "uitzondering")}
        assert no(high, uitzondering=Uitzondering.ONLEESBAAR).is_allowed
        assert no(incident(judged(Risico.RISICO), AP)).is_allowed
        assert refused(no(incident(judged(Risico.RISICO), AP), said=SILENT)) == {field("15.2.g", "motivering")}


class TestHowFarItIs:
    """Reported, judged, AP, people, settled."""

    @pytest.mark.parametrize(
        ("pieces", "staat", "stap"),
        [
            ((), Incidentstaat.GEMELD, Stap.INCIDENT),
            ((judged(Risico.HOOG),), Incidentstaat.BEOORDEELD, Stap.AP),
            ((judged(Risico.GEEN_DATALEK),), Incidentstaat.BEOORDEELD, Stap.SLUIT_INCIDENT),
            ((judged(Risico.HOOG), AP), Incidentstaat.AP_AFGEHANDELD, Stap.BETROKKENEN),
            ((judged(Risico.HOOG), AP, TOLD), Incidentstaat.BETROKKENEN_AFGEHANDELD, Stap.SLUIT_INCIDENT),
            (
                (judged(Risico.RISICO), AP, NOT_TOLD, judged(Risico.HOOG)),
                Incidentstaat.AP_AFGEHANDELD,
                Stap.BETROKKENEN,
            ),
            ((judged(Risico.ONWAARSCHIJNLIJK), NO_AP, judged(Risico.HOOG)), Incidentstaat.BEOORDEELD, Stap.AP),
        ],
    )
    def test_follows_from_what_stands_in_it(
        self, *, pieces: tuple[tuple[IncidentStuk, str], ...], staat: Incidentstaat, stap: Stap
    ) -> None:
        """And what waits follows from that; a judgement of more risk takes an earlier no back."""
        assert staat_of(incident(*pieces)) is staat
        (werk,) = werk_on_incident(WATCHES, incident(*pieces), day=DAY)
        assert werk.stap is stap

    def test_the_hours_stand_beside_what_waits(self) -> None:
        """While they run; nobody else has this work, and what is settled waits for nobody."""
        (werk,) = werk_on_incident(WATCHES, incident(), day=DAY)
        (later,) = werk_on_incident(WATCHES, incident(judged(Risico.RISICO), AP), day=DAY)

        assert werk.uiterlijk_om == KNOWN + HOURS
        assert later.uiterlijk_om is None
        assert not list(werk_on_incident(PETRA, incident(), day=DAY))
        assert not list(werk_on_incident(WATCHES, incident(afgesloten_op=DAY), day=DAY))


class TestSettling:
    """Everybody told, or why not; and what was learned."""

    close = staticmethod(partial(may_close_incident, WATCHES, geleerd="Anders (verzonnen).", day=DAY))

    def test_waits_for_each_step(self) -> None:
        """Of a breach; what is none is settled after its judgement."""
        assert refused(self.close(incident())) == {state("15.2.g", "not-judged")}
        assert refused(self.close(incident(judged(Risico.HOOG)))) == {
            state("15.2.g", "ap-first"),
            state("15.2.g", "people-first"),
        }
        assert self.close(incident(judged(Risico.HOOG), AP, TOLD)).is_allowed
        assert self.close(incident(judged(Risico.GEEN_DATALEK))).is_allowed

    @pytest.mark.article("15.3")
    def test_says_what_was_learned(self) -> None:
        """For the yearly evaluation."""
        done = incident(judged(Risico.GEEN_DATALEK))

        assert refused(self.close(done, geleerd=" ")) == {field("15.2.g", "geleerd")}

    def test_ends_it(self) -> None:
        """Nothing of it changes after that."""
        settled = incident(judged(Risico.HOOG), AP, TOLD, afgesloten_op=DAY)
        verdicts = (
            self.close(settled),
            may_assess_incident(WATCHES, settled, risico=Risico.HOOG, said=SAID, day=DAY),
            TestTellingTheAp.record(settled),
            TestTellingThePeople.record(settled),
        )

        assert all(refused(verdict) == {state("15.2.g", "settled")} for verdict in verdicts)


@pytest.mark.article("13.1")
class TestKeeping:
    """Three years after it was settled; one that is not settled stays."""

    LAST: Final = date(2029, 3, 2)

    @pytest.mark.parametrize(("after", "is_there"), [(-1, True), (0, True), (1, False)])
    def test_is_there_up_to_its_last_day(self, *, after: int, is_there: bool) -> None:
        """The day after it is as if it did not exist, and it is destroyed."""
        settled, day = incident(judged(Risico.GEEN_DATALEK), afgesloten_op=DAY), self.LAST + timedelta(days=after)
        kept = BewaarFeit(
            id=settled.id, convenant_id=CONVENANT.id, soort=Houdersoort.INCIDENT, nummer="", verwerkt_op=DAY
        )

        assert kept_until(settled, CONVENANT) == self.LAST
        assert may_open_incident(WATCHES, settled, day=day).is_allowed is is_there
        assert must_destroy(kept, CONVENANT, day=day) is not is_there

    def test_does_not_run_before_it_is_settled(self) -> None:
        """However old it is."""
        kept = BewaarFeit(
            id=UUID(int=1),
            convenant_id=CONVENANT.id,
            soort=Houdersoort.INCIDENT,
            nummer="",
            verwerkt_op=DAY,
            is_lopend=True,
        )

        assert kept_until(incident(), CONVENANT) is None
        assert not must_destroy(kept, CONVENANT, day=date(2050, 1, 1))
