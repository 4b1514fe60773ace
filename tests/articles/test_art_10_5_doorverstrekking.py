"""Covenant 10.5.i-iii, 14.2: data beyond the plan goes to a partner by need, with permission, and on record."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest

from casustafel.convenant.doorverstrekking import DoorverstrekkingFeit, doorverstrekkingen_of, seat_of
from casustafel.convenant.feit import (
    CasusFeit,
    CasusStaat,
    ConvenantFeit,
    Keuze,
    OrganisatieFeit,
    Rol,
    StandpuntFeit,
    StukFeit,
    Wie,
)
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import CONVENANT_2017
from casustafel.convenant.rules.doorverstrekking import (
    Aanvraag,
    Keus,
    is_granted_with,
    item_reasons,
    may_find_doorverstrekkingen,
    may_find_toestemmingen,
    may_open_doorverstrekking,
    may_open_toestemming,
    may_request_doorverstrekking,
    may_take_standpunt_doorverstrekking,
    may_withdraw_doorverstrekking,
    may_withdraw_standpunt_doorverstrekking,
)
from casustafel.convenant.rules.klasse import Steun
from casustafel.convenant.stuk import VERVALLEN, CasusStuk
from casustafel.convenant.verstrekking import Merk
from casustafel.convenant.werk import Stap, werk_on_doorverstrekking
from tests.facts import (
    AT_TABLE,
    CONVENANT,
    DAY,
    DE_BRUG,
    ELSEWHERE,
    GEMEENTE,
    OM,
    OTHER_CONVENANT,
    POLITIE,
    RAAD,
    RECLASSERING,
    ROC,
    SIGNAAL,
    SIGNAAL_2,
    TOMORROW,
    YESTERDAY,
    Ground,
    casus,
    convenant_without,
    deelnemers,
    field,
    grounds,
    hidden,
    onthouden,
    refused,
    right,
    standpunten,
    state,
    stuk_id,
    systeem,
    tafel,
    uitvoerder,
    weegploeg,
    wie,
)

NOT_AT_TABLE = {right("10.4", "not-at-table")}
NOT_ASKED = {right("10.5.ii", "not-asked")}
NOT_DISCLOSED = {right("10.5", "not-disclosed")}
PARTIES = (GEMEENTE, OM, POLITIE, RAAD, RECLASSERING)
SPEAKERS = [weegploeg(GEMEENTE), weegploeg(OM), weegploeg(POLITIE), tafel(RAAD), tafel(RECLASSERING)]
AANVRAAG = Aanvraag(partner_id=DE_BRUG.id, noodzaak=("hulp-bieden",), toelichting="voor de hulp", aantal=1, tot=DAY)
OPEN = Merk(grondslag="publieke-taak-gemeente")


def asked(
    staat: Vraagstaat = Vraagstaat.OPEN,
    *,
    stands: Iterable[StandpuntFeit] = (),
    tot: date = TOMORROW,
    of: CasusFeit | None = None,
    bronnen: Iterable[OrganisatieFeit] = (POLITIE,),
) -> DoorverstrekkingFeit:
    """Give a disclosure of an item of the politie to De Brug, that the Raad asked for."""
    return DoorverstrekkingFeit(
        id=stuk_id(90),
        casus=of or casus(),
        partner_id=DE_BRUG.id,
        gevraagd_door=RAAD.id,
        gevraagd_op=YESTERDAY,
        tot=tot,
        staat=staat,
        standpunten=tuple(stands),
        bronnen=frozenset(o.id for o in bronnen),
    )


def chosen(*gevonden: tuple[str, Steun], aantal: int | None = None) -> Keus:
    """Give a choice for De Brug: of which kind, with which marks."""
    return Keus(partner_id=DE_BRUG.id, aantal=len(gevonden) if aantal is None else aantal, gevonden=gevonden)


def decided(staat: str) -> CasusFeit:
    """Give a casus in which the politie decided that De Brug may have its signaal."""
    besluit = StukFeit(
        id=stuk_id(80),
        soort=CasusStuk.EIGEN_BESLUIT,
        organisatie_id=DE_BRUG.id,
        bij_id=SIGNAAL,
        op=YESTERDAY,
        staat=staat,
    )
    return replace(casus(), stukken=(besluit,))


GRANTED = asked(Vraagstaat.AANGENOMEN, stands=standpunten(*PARTIES))
REQUEST = partial(may_request_doorverstrekking, day=DAY)
CHOOSE = partial(item_reasons, tafel(), day=DAY)
TAKE = partial(may_take_standpunt_doorverstrekking, motivering="akkoord", day=DAY)
WITHDRAW = partial(may_withdraw_doorverstrekking, reden="niet meer nodig", day=DAY)


@pytest.mark.article("10.5.i")
class TestAskingToDisclose:
    """A party at the table asks for a partner."""

    @pytest.mark.parametrize("organisatie", [POLITIE, GEMEENTE, RAAD], ids=lambda o: o.naam)
    def test_is_done_by_a_party_at_the_table(self, organisatie: OrganisatieFeit) -> None:
        """Each party at the table may ask for a partner that sits there."""
        assert REQUEST(tafel(organisatie), casus(), aanvraag=AANVRAAG).is_allowed

    @pytest.mark.parametrize("asker", [tafel(OM), tafel(ROC), tafel(DE_BRUG), weegploeg()])
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """Who has not the casus has nothing to ask, the partner itself included."""
        assert hidden(REQUEST(asker, casus(), aanvraag=AANVRAAG)) == NOT_AT_TABLE

    @pytest.mark.parametrize("asker", [uitvoerder(), systeem()])
    def test_is_not_done_by_who_has_no_seat(self, asker: Wie) -> None:
        """The uitvoerder prepares, and asks nothing in the name of a party."""
        assert refused(REQUEST(asker, casus(), aanvraag=AANVRAAG)) == {right("10.5.i", "party")}

    @pytest.mark.parametrize("partner", [ROC, ELSEWHERE, RAAD, OM], ids=lambda o: o.naam)
    def test_is_for_a_partner_of_annex_1_at_this_table(self, partner: OrganisatieFeit) -> None:
        """Not for a partner elsewhere, one in no annex, or a party."""
        aanvraag = replace(AANVRAAG, partner_id=partner.id)

        assert refused(REQUEST(tafel(), casus(), aanvraag=aanvraag)) == {field("10.5", "organisatie_id")}

    def test_is_for_a_partner_in_force(self) -> None:
        """A partner that left the covenant today gets nothing any more."""
        asker = tafel(onder=convenant_without(DE_BRUG))

        assert refused(REQUEST(asker, casus(), aanvraag=AANVRAAG)) == {field("10.5", "organisatie_id")}

    @pytest.mark.parametrize("noodzaak", [(), ("handig",), ("hulp-bieden", "handig")])
    def test_names_a_need_of_the_fixed_list(self, noodzaak: tuple[str, ...]) -> None:
        """Without a reason of the list, or with one of one's own, it is refused."""
        aanvraag = replace(AANVRAAG, noodzaak=noodzaak)

        assert refused(REQUEST(tafel(), casus(), aanvraag=aanvraag)) == {field("10.5.i", "noodzaak")}

    def test_may_name_every_need_of_the_list(self) -> None:
        """One is enough, and more may hold at once."""
        every = tuple(need.code for need in CONVENANT_2017.noodzaken_on(DAY))

        assert REQUEST(tafel(), casus(), aanvraag=replace(AANVRAAG, noodzaak=every)).is_allowed

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"toelichting": " "}, field("10.5.i", "toelichting")),
            ({"aantal": 0}, field("10.5.iii", "gegevens")),
            ({"tot": YESTERDAY}, field("10.5.i", "tot")),
            ({"tot": None}, field("10.5.i", "tot")),
        ],
    )
    def test_is_complete(self, change: dict[str, Any], reason: Ground) -> None:
        """It has words for the table, chosen items, and a last day that is not past."""
        assert refused(REQUEST(tafel(), casus(), aanvraag=replace(AANVRAAG, **change))) == {reason}

    @pytest.mark.parametrize("tot", [DAY, TOMORROW])
    def test_may_end_today_or_later(self, tot: date) -> None:
        """A last day of today is a day."""
        assert REQUEST(tafel(), casus(), aanvraag=replace(AANVRAAG, tot=tot)).is_allowed

    def test_ends_with_the_closing(self) -> None:
        """For a closed plan nobody needs data."""
        closed = casus(CasusStaat.AFGESLOTEN)

        assert refused(REQUEST(tafel(), closed, aanvraag=AANVRAAG)) == {state("10.5.i", "closed")}


@pytest.mark.article("10.5.iii")
@pytest.mark.article("6")
class TestTheChosenItems:
    """Which items may be chosen."""

    def test_are_of_a_listed_kind_and_may_go_to_a_partner(self) -> None:
        """An item without a class, of a kind on the list, is fine."""
        assert not list(CHOOSE(casus(), chosen(("signaal", Steun(id=SIGNAAL, merk=OPEN)))))

    @pytest.mark.parametrize("soort", ["naw", "signaal", "bijdrage", "analyse", "achterblijver", "netwerkpersoon"])
    def test_are_all_that_10_2_lets_a_casus_hold_of_people(self, soort: str) -> None:
        """Also what is recorded of an achterblijver and of a person in the network. Covenant 10.2.f, 10.2.g."""
        assert not list(CHOOSE(casus(), chosen((soort, Steun(id=SIGNAAL, merk=OPEN)))))

    def test_are_items_that_the_asker_may_read(self) -> None:
        """One that is not among what it may read is refused."""
        assert grounds(CHOOSE(casus(), chosen(aantal=1))) == {field("10.5.iii", "gegevens")}

    def test_of_another_kind_are_refused(self) -> None:
        """What is on no list is not disclosed."""
        on_list, of_no_list = ((kind, Steun(id=SIGNAAL, merk=OPEN)) for kind in ("signaal", "weging"))

        assert not list(CHOOSE(casus(), chosen(on_list)))
        assert grounds(CHOOSE(casus(), chosen(of_no_list))) == {field("10.5.iii", "gegevens")}
        assert grounds(CHOOSE(casus(), chosen(on_list, of_no_list))) == {field("10.5.iii", "gegevens")}

    @pytest.mark.parametrize("klasse", ["wpg-8", "wpg-9", "wjsg-39f"])
    def test_keep_their_class(self, klasse: str) -> None:
        """A class that may not go to a partner is refused, and named."""
        classed = Steun(id=SIGNAAL, merk=replace(OPEN, klassen=(klasse,)))

        reasons = list(CHOOSE(casus(), chosen(("signaal", classed))))

        assert grounds(reasons) == {field("6", "gegevens")}
        assert reasons[0].params["klasse"] == klasse

    @pytest.mark.parametrize(
        ("partner", "staat", "goes"), [(DE_BRUG, "", True), (ROC, "", False), (DE_BRUG, "ingetrokken", False)]
    )
    def test_go_where_the_police_or_the_om_decided_that_they_may(
        self, partner: OrganisatieFeit, staat: str, goes: bool
    ) -> None:
        """To the partner of that decision and no other, while it stands."""
        classed = Steun(id=SIGNAAL, merk=replace(OPEN, klassen=("wpg-8",)))
        keus = replace(chosen(("signaal", classed)), partner_id=partner.id)

        assert (not list(CHOOSE(decided(staat), keus))) is goes

    def test_an_analysis_goes_where_all_goes_that_it_rests_on(self) -> None:
        """A decision on one of two classed signals is not enough for the analysis on both."""
        classed = Steun(id=SIGNAAL, merk=replace(OPEN, klassen=("wpg-8",)))
        other = replace(classed, id=SIGNAAL_2)
        on_one = replace(classed, id=stuk_id(9), rust_op=(classed,))
        on_both = replace(on_one, rust_op=(classed, other))

        assert not list(CHOOSE(decided(""), chosen(("analyse", on_one))))
        assert grounds(CHOOSE(decided(""), chosen(("analyse", on_both)))) == {field("6", "gegevens")}

    def test_lists_are_dated_and_cite_the_covenant(self) -> None:
        """Needs and kinds are data of the regime, each with its source, and hold on its days only."""
        needs = [n.citaat for n in CONVENANT_2017.noodzaken]
        kinds = [g.citaat for g in CONVENANT_2017.gegevenssoorten]
        assert all(citaat.startswith("Convenant 10.5.") for citaat in (*needs, *kinds))
        assert CONVENANT_2017.noodzaken_on(DAY)
        assert not CONVENANT_2017.noodzaken_on(date(2017, 7, 20))
        assert not CONVENANT_2017.gegevenssoorten_on(date(2017, 7, 20))


@pytest.mark.article("10.5.ii")
class TestTheQuestion:
    """Who is asked for permission, and sees the question."""

    @pytest.mark.parametrize("speaker", SPEAKERS)
    def test_is_for_every_party_in_force(self, speaker: Wie) -> None:
        """Kernpartijen and casuspartijen, at the table or not."""
        assert may_open_toestemming(speaker, asked(), day=DAY).is_allowed
        assert may_find_toestemmingen(speaker, day=DAY).is_allowed
        assert TAKE(speaker, asked()).is_allowed

    @pytest.mark.parametrize(
        "asker", [tafel(DE_BRUG), tafel(ROC), tafel(OM), uitvoerder(), systeem(), wie(OM, Rol.AUDITOR)]
    )
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """Partners, the uitvoerder and people without the role do not learn that anything is asked."""
        assert hidden(may_open_toestemming(asker, asked(), day=DAY)) == NOT_ASKED
        assert hidden(may_find_toestemmingen(asker, day=DAY)) == NOT_ASKED
        assert hidden(TAKE(asker, asked())) == NOT_ASKED

    @pytest.mark.parametrize("onder", [OTHER_CONVENANT, convenant_without(RECLASSERING)])
    def test_is_not_there_without_standing(self, onder: ConvenantFeit) -> None:
        """Not for another covenant, nor for a party that left."""
        assert hidden(may_open_toestemming(tafel(RECLASSERING, onder=onder), asked(), day=DAY))

    @pytest.mark.parametrize(("tot", "is_there"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_ends_after_the_last_day(self, tot: date, is_there: bool) -> None:
        """The day after it there is nothing to decide, and nothing to see."""
        assert may_open_toestemming(tafel(RECLASSERING), asked(tot=tot), day=DAY).is_allowed is is_there

    @pytest.mark.parametrize("ended", [asked(Vraagstaat.INGETROKKEN), asked(of=casus(CasusStaat.AFGESLOTEN))])
    def test_ends_with_the_request_and_the_casus(self, ended: DoorverstrekkingFeit) -> None:
        """What was withdrawn, or belongs to a closed plan, is not there."""
        assert hidden(may_open_toestemming(tafel(RECLASSERING), ended, day=DAY)) == NOT_ASKED

    def test_waits_for_who_did_not_answer(self) -> None:
        """It stands in the werkvoorraad by its random number, without a day, until the party answered."""
        (werk,) = werk_on_doorverstrekking(tafel(RECLASSERING), asked(), day=DAY)
        answered = asked(stands=[onthouden(RECLASSERING)])

        assert (werk.nummer, werk.uiterlijk_op, werk.bij_id) == (asked().nummer, None, None)
        assert (werk.stap, werk.artikel) == (Stap.TOESTEMMING, "10.5.ii")
        assert werk.nummer != asked().casus.kop.nummer
        assert not list(werk_on_doorverstrekking(tafel(RECLASSERING), answered, day=DAY))
        assert not list(werk_on_doorverstrekking(tafel(DE_BRUG), asked(), day=DAY))

    def test_waits_for_nobody_when_a_kernpartij_is_missing(self) -> None:
        """Without one of the kernpartijen no casework waits, and none is done. Covenant 18.3."""
        asker = tafel(RECLASSERING, onder=convenant_without(OM))

        assert not list(werk_on_doorverstrekking(asker, asked(), day=DAY))
        assert "18.3" in {reason.artikel for reason in TAKE(asker, asked()).reasons}


@pytest.mark.article("10.5.ii")
class TestAnswering:
    """A party agrees, or refuses."""

    def test_has_a_reason(self) -> None:
        """Agreement and refusal both say why."""
        assert refused(TAKE(tafel(RECLASSERING), asked(), motivering=" ")) == {field("10.5.ii", "motivering")}

    def test_is_done_while_it_is_open(self) -> None:
        """After all agreed an answer is not changed: permission is withdrawn, with a reason."""
        assert refused(TAKE(tafel(RECLASSERING), GRANTED)) == {state("10.5.ii", "settled")}

    @pytest.mark.parametrize("at", [None, (OM, RAAD)])
    def test_the_party_whose_data_it_is_can_always_refuse(self, at: Any) -> None:
        """At the table and away from it, it is asked like every other party."""
        elsewhere = casus(aan_tafel=()) if at else casus()

        assert TAKE(weegploeg(POLITIE), asked(of=elsewhere)).is_allowed

    @pytest.mark.parametrize("last", PARTIES, ids=lambda o: o.naam)
    def test_permission_is_there_when_the_last_party_agrees(self, last: OrganisatieFeit) -> None:
        """Whichever party is the last: with its agreement all have agreed."""
        others = asked(stands=standpunten(*(o for o in PARTIES if o is not last)))
        agrees = StandpuntFeit(organisatie_id=last.id, keuze=Keuze.INSTEMMEN)

        assert is_granted_with(others, agrees, wie=tafel(RECLASSERING), day=DAY)
        assert not is_granted_with(others, onthouden(last), wie=tafel(RECLASSERING), day=DAY)

    @pytest.mark.parametrize("silent", PARTIES, ids=lambda o: o.naam)
    def test_one_that_is_silent_or_refuses_keeps_it_closed(self, silent: OrganisatieFeit) -> None:
        """All but one is not all."""
        spoke = tuple(o for o in PARTIES if o is not silent)
        mine = StandpuntFeit(organisatie_id=spoke[0].id, keuze=Keuze.INSTEMMEN)

        assert not is_granted_with(asked(stands=standpunten(*spoke)), mine, wie=tafel(RECLASSERING), day=DAY)

    def test_may_be_taken_back_while_it_is_open(self) -> None:
        """Who answered takes it back; who did not has nothing to take back; after the permission it is too late."""
        withdraw = partial(may_withdraw_standpunt_doorverstrekking, day=DAY)
        mine = asked(stands=standpunten(RECLASSERING))

        assert withdraw(tafel(RECLASSERING), mine).is_allowed
        assert refused(withdraw(tafel(RECLASSERING), asked())) == {state("10.5.ii", "no-position")}
        assert refused(withdraw(tafel(RECLASSERING), GRANTED)) == {state("10.5.ii", "settled")}
        assert hidden(withdraw(tafel(DE_BRUG), mine)) == NOT_ASKED


@pytest.mark.article("10.5.ii")
class TestWithdrawing:
    """The request while it is open, the permission after it was given."""

    def test_the_request_by_the_party_that_asked(self) -> None:
        """Its party withdraws the request, and no other does."""
        assert WITHDRAW(tafel(RAAD), asked()).is_allowed
        assert refused(WITHDRAW(tafel(POLITIE), asked())) == {right("10.5.ii", "requester")}
        assert refused(WITHDRAW(tafel(RECLASSERING), asked())) == {right("10.5.ii", "requester")}

    @pytest.mark.parametrize("speaker", SPEAKERS)
    def test_the_permission_by_each_that_gave_it(self, speaker: Wie) -> None:
        """Any party takes its permission away, at the table or not."""
        assert WITHDRAW(speaker, GRANTED).is_allowed

    def test_the_permission_by_the_table(self) -> None:
        """A party at the table withdraws it for the casusoverleg, also one that does not speak for it."""
        assert WITHDRAW(tafel(GEMEENTE), GRANTED).is_allowed

    @pytest.mark.parametrize("asker", [uitvoerder(), systeem()])
    def test_not_by_who_gave_nothing(self, asker: Wie) -> None:
        """Who decides nothing withdraws nothing."""
        assert refused(WITHDRAW(asker, GRANTED)) == {right("10.5.ii", "giver")}

    @pytest.mark.parametrize("asker", [tafel(DE_BRUG), tafel(ROC), tafel(OM)])
    def test_is_not_there_for_others(self, asker: Wie) -> None:
        """Not for the partner either."""
        assert hidden(WITHDRAW(asker, GRANTED)) == NOT_AT_TABLE

    def test_has_a_reason(self) -> None:
        """Without one it is refused."""
        assert refused(WITHDRAW(tafel(RAAD), asked(), reden="")) == {field("10.5.ii", "reden")}

    @pytest.mark.parametrize("ended", [asked(Vraagstaat.INGETROKKEN), replace(GRANTED, tot=YESTERDAY)])
    def test_what_has_ended_is_not_withdrawn(self, ended: DoorverstrekkingFeit) -> None:
        """Once is enough."""
        assert refused(WITHDRAW(tafel(RAAD), ended)) == {state("10.5.ii", "ended")}


@pytest.mark.article("10.5")
@pytest.mark.article("14.2")
class TestThePartner:
    """When the partner sees what was disclosed to it."""

    def test_sees_it_once_all_agreed(self) -> None:
        """Its people at the table see it."""
        assert may_open_doorverstrekking(tafel(DE_BRUG), GRANTED, day=DAY).is_allowed
        assert may_find_doorverstrekkingen(tafel(DE_BRUG), day=DAY).is_allowed

    @pytest.mark.parametrize(("tot", "is_there"), [(YESTERDAY, False), (DAY, True), (TOMORROW, True)])
    def test_sees_it_up_to_and_including_the_last_day(self, tot: date, is_there: bool) -> None:
        """The day after it, it does not exist."""
        assert may_open_doorverstrekking(tafel(DE_BRUG), replace(GRANTED, tot=tot), day=DAY).is_allowed is is_there

    @pytest.mark.parametrize(
        "not_now",
        [
            asked(stands=standpunten(*PARTIES)),
            asked(Vraagstaat.INGETROKKEN, stands=standpunten(*PARTIES)),
            replace(GRANTED, casus=casus(CasusStaat.AFGESLOTEN)),
            replace(GRANTED, casus=casus(aan_tafel=())),
        ],
    )
    def test_sees_nothing_before_after_or_away_from_the_table(self, not_now: DoorverstrekkingFeit) -> None:
        """Not while it is asked, once it was withdrawn, after the closing, nor when it left the table."""
        assert hidden(may_open_doorverstrekking(tafel(DE_BRUG), not_now, day=DAY)) == NOT_DISCLOSED

    def test_accepted_the_secrecy_text_first(self) -> None:
        """Third parties keep it secret: without the current text accepted nothing is there."""
        silent = replace(tafel(DE_BRUG), geheimhouding_aanvaard=False)

        assert hidden(may_open_doorverstrekking(silent, GRANTED, day=DAY)) == {right("14.1", "secrecy")}
        assert hidden(may_find_doorverstrekkingen(silent, day=DAY)) == {right("14.1", "secrecy")}

    def test_has_left_the_covenant(self) -> None:
        """From the day on which it takes part no more, nothing is there."""
        gone = tafel(DE_BRUG, onder=convenant_without(DE_BRUG))

        assert hidden(may_open_doorverstrekking(gone, GRANTED, day=DAY)) == {right("18.2", "left")}

    def test_does_not_share_it_with_another_partner_at_the_table(self) -> None:
        """The ROC sits there too, and sees nothing of what went to De Brug; a party has pages of its own."""
        both = replace(GRANTED, casus=casus(aan_tafel=deelnemers(*AT_TABLE, ROC)))

        assert may_open_doorverstrekking(tafel(DE_BRUG), both, day=DAY).is_allowed
        for asker in (tafel(ROC), tafel(POLITIE)):
            assert hidden(may_open_doorverstrekking(asker, both, day=DAY)) == NOT_DISCLOSED

    @pytest.mark.parametrize("asker", [tafel(ROC), tafel(POLITIE), weegploeg(), uitvoerder(), systeem()])
    def test_is_the_only_one(self, asker: Wie) -> None:
        """Another partner, a party and the uitvoerder have no such page."""
        assert hidden(may_open_doorverstrekking(asker, GRANTED, day=DAY)) == NOT_DISCLOSED

    @pytest.mark.parametrize("asker", [tafel(POLITIE), weegploeg(), wie(DE_BRUG, Rol.AUDITOR)])
    def test_alone_has_a_list(self, asker: Wie) -> None:
        """Who sits at no table for a partner has no list."""
        assert hidden(may_find_doorverstrekkingen(asker, day=DAY)) == {right("10.5", "partner")}


@pytest.mark.article("10.5.iii")
class TestTheRecord:
    """Each disclosure is a record of its own, among the pieces of the casus."""

    def test_is_read_from_the_plain_pieces(self) -> None:
        """Partner by its seat, whose data by the chosen items, positions by the question they are on."""
        record = StukFeit(
            id=stuk_id(60), soort=CasusStuk.DOORVERSTREKKING, organisatie_id=RAAD.id, bij_id=stuk_id(61),
            op=DAY, uiterlijk_op=TOMORROW, staat="open",
        )  # fmt: skip
        seat = replace(record, id=stuk_id(61), soort=CasusStuk.DEELNEMER, organisatie_id=DE_BRUG.id, bij_id=None)
        item = replace(record, id=stuk_id(62), soort=CasusStuk.DOORVERSTREKT, organisatie_id=OM.id, bij_id=record.id)
        own = replace(item, id=stuk_id(63), soort=CasusStuk.STANDPUNT, staat="instemmen")
        other = replace(own, id=stuk_id(64), bij_id=None)
        old = replace(own, id=stuk_id(65), organisatie_id=RAAD.id, staat=VERVALLEN)

        (found,) = doorverstrekkingen_of(replace(casus(), stukken=(seat, record, item, own, other, old)))

        assert (found.partner_id, found.gevraagd_door, found.tot) == (DE_BRUG.id, RAAD.id, TOMORROW)
        assert found.bronnen == {OM.id}
        assert found.standpunten == standpunten(OM)

    def test_is_read_apart_from_every_other(self) -> None:
        """Two disclosures side by side: each keeps its own partner, items and positions."""
        first = StukFeit(
            id=stuk_id(60), soort=CasusStuk.DOORVERSTREKKING, organisatie_id=RAAD.id, bij_id=stuk_id(71), op=DAY,
            uiterlijk_op=TOMORROW, staat="open",
        )  # fmt: skip
        second = replace(first, id=stuk_id(61), organisatie_id=POLITIE.id, bij_id=stuk_id(72), uiterlijk_op=None)
        seats = [
            replace(first, id=stuk_id(n), soort=CasusStuk.DEELNEMER, organisatie_id=o.id, bij_id=None)
            for n, o in ((71, DE_BRUG), (72, ROC))
        ]
        beside = [
            replace(first, id=stuk_id(73), soort=CasusStuk.DOORVERSTREKT, organisatie_id=OM.id, bij_id=first.id),
            replace(first, id=stuk_id(74), soort=CasusStuk.DOORVERSTREKT, organisatie_id=RAAD.id, bij_id=second.id),
            replace(first, id=stuk_id(75), soort=CasusStuk.DOORVERSTREKT, organisatie_id=None, bij_id=second.id),
            replace(first, id=stuk_id(76), soort=CasusStuk.STANDPUNT, bij_id=first.id, staat="instemmen"),
            replace(first, id=stuk_id(77), soort=CasusStuk.STANDPUNT, bij_id=second.id, staat="onthouden"),
        ]

        one, two = doorverstrekkingen_of(replace(casus(), stukken=(first, second, *seats, *beside)))

        assert (one.partner_id, one.gevraagd_door, one.tot) == (DE_BRUG.id, RAAD.id, TOMORROW)
        assert (two.partner_id, two.gevraagd_door, two.tot) == (ROC.id, POLITIE.id, DAY)
        assert (one.bronnen, two.bronnen) == (frozenset({OM.id}), frozenset({RAAD.id}))
        assert (one.standpunten, two.standpunten) == (standpunten(RAAD), (onthouden(RAAD),))

    def test_says_where_each_organisation_stands(self) -> None:
        """Agreement, refusal, or nothing yet: each its own."""
        found = asked(stands=[*standpunten(OM), onthouden(RAAD)])

        assert found.keuze_of(OM.id) is Keuze.INSTEMMEN
        assert found.keuze_of(RAAD.id) is Keuze.ONTHOUDEN
        assert found.keuze_of(POLITIE.id) is None

    @pytest.mark.parametrize(
        ("op", "tot", "sits"),
        [
            (YESTERDAY, None, True),
            (DAY, None, True),
            (TOMORROW, None, False),
            (YESTERDAY, TOMORROW, True),
            (YESTERDAY, DAY, False),
            (YESTERDAY, YESTERDAY, False),
        ],
    )
    def test_is_for_the_seat_that_the_partner_has_on_the_day(self, op: date, tot: date | None, sits: bool) -> None:
        """From its first day until the day on which it has left; the seat of another is not its seat."""
        other = StukFeit(id=stuk_id(80), soort=CasusStuk.DEELNEMER, organisatie_id=ROC.id, bij_id=None, op=YESTERDAY)
        seat = replace(other, id=stuk_id(81), organisatie_id=DE_BRUG.id, op=op, uiterlijk_op=tot)
        feit = replace(casus(), stukken=(other, seat))

        assert seat_of(feit, DE_BRUG.id, day=DAY) == (seat.id if sits else None)
        assert seat_of(feit, ROC.id, day=DAY) == other.id
        assert seat_of(feit, RAAD.id, day=DAY) is None

    def test_has_a_number_that_is_its_own(self) -> None:
        """The number is made of its random id, and of nothing of the casus."""
        other = replace(asked(), casus=casus(CasusStaat.OPEN), partner_id=ROC.id)

        assert other.nummer == asked().nummer
        assert asked().nummer.startswith("R-")


def test_a_partner_is_the_only_kind_that_is_disclosed_to() -> None:
    """The partner's page is for the kind of annex 1 alone."""
    assert {o.soort for o in CONVENANT.organisaties if may_find_doorverstrekkingen(tafel(o), day=DAY).is_allowed} == {
        Soort.EXTERN
    }
