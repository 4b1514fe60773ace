"""Which answer follows, and in which letter: over every path, of everybody whom a file knows. Covenant 12.3, 12.4."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casustafel.acts.betrokkene.overzicht import compose
from casustafel.acts.betrokkene.samenstellen import Antwoordsoort, Samengesteld, answer_with, joined
from casustafel.betrokkene.inhoud import Ongelezen, OverzichtInhoud
from casustafel.betrokkene.overzicht import MELDER, Overzicht
from casustafel.brieven.brief import GeenOverzichtbrief, Inzagebrief, Taal, Weigeringsbrief
from casustafel.brieven.pdf import to_pdf
from casustafel.brieven.sjabloon import write_out
from casustafel.convenant.feit import OrganisatieFeit, OrganisatieId, StukFeit
from casustafel.convenant.stuk import CasusStuk, VerzoekStuk
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, VerzoekFeit, Verzoekstaat
from casustafel.web.brieven.inzage import Antwoordbrief, Inzage, answer_of
from tests.betrokkene.opened import MELDER as MELDER_NAAM
from tests.betrokkene.opened import MELDER_REACH, SPELLED, SUBJECT, casus_id, in_casus, in_dossier, piece_id
from tests.betrokkene.test_overzicht import FILES, KADERS, PEOPLE
from tests.brieven.letters import OBJECTION, RECEIVED, head
from tests.brieven.pdf_checker import faults
from tests.facts import CONVENANT, GEMEENTE, KERN, OM, POLITIE
from tests.verzoekfeit import standpunt, stuk, verzoek

pytestmark = pytest.mark.article("12.3", "12.4")
NOBODY: tuple[OrganisatieId, ...] = ()


def gathered(
    overzicht: Overzicht | None = None, *, persoon_id: UUID | None = None, ongelezen: tuple[Ongelezen, ...] = ()
) -> OverzichtInhoud:
    """Give what was gathered: all of the invented subject, or what is named."""
    whole = overzicht or compose([in_dossier(), in_casus()], CONVENANT, persoon_id=persoon_id)
    return OverzichtInhoud(persoon_id=persoon_id, overzicht=whole, ongelezen=ongelezen, door="")


def chosen(number: int, van: OrganisatieFeit, stuk_id: UUID, staat: str) -> StukFeit:
    """Give what a party said of a piece."""
    return stuk(number, VerzoekStuk.KEUZE, van=van, bij_id=stuk_id, staat=staat)


def request(*stukken: StukFeit) -> VerzoekFeit:
    """Give a request with these positions and choices."""
    return verzoek(staat=Verzoekstaat.BESLOTEN, stukken=stukken)


def letter(answer: Samengesteld, *, taal: Taal = Taal.NL) -> Antwoordbrief:
    """Give the letter of an answer."""
    inzage = Inzage(
        soort=answer.soort,
        overzicht=answer.overzicht,
        gronden=answer.gronden,
        motivering="Wij hebben dit besproken.",
        nog_niet=len(answer.ongelezen),
    )
    return answer_of(inzage, CONVENANT, kaders=KADERS, kop=head(taal), bezwaar=OBJECTION, ontvangen_op=RECEIVED)


def refused_to(*, is_geinformeerd: bool) -> Samengesteld:
    """Give the answer where every kernpartij keeps all of it back."""
    whole = replace(compose([in_dossier(), in_casus()], CONVENANT), is_geinformeerd=is_geinformeerd)
    spoke = (standpunt(80 + n, van, Antwoord.GROND_ALLES, "11.3.a") for n, van in enumerate(KERN))
    kept = [van.id for van in KERN]
    return answer_with(request(*spoke), [gathered(whole)], uitkomst=Besluituitkomst.AFGEWEZEN, kept=kept)


def of_nobody() -> Samengesteld:
    """Give the answer to who is in no file."""
    return answer_with(request(), [], uitkomst=Besluituitkomst.TOEGEWEZEN, kept=NOBODY)


class TestOfAccessThatIsGiven:
    """All that was gathered."""

    def test_is_what_was_gathered(self) -> None:
        """Not a word more or less."""
        whole = gathered()
        answer = answer_with(request(), [whole], uitkomst=Besluituitkomst.TOEGEWEZEN, kept=NOBODY)

        assert (answer.soort, answer.overzicht, answer.gronden) == (Antwoordsoort.OVERZICHT, whole.overzicht, ())
        assert "Wij hebben dit besproken." not in write_out(letter(answer))

    @pytest.mark.parametrize("taal", Taal)
    def test_is_a_readable_document(self, *, taal: Taal) -> None:
        """The letter with every kind of piece is PDF/A-3a and PDF/UA-1."""
        answer = answer_with(request(), [gathered()], uitkomst=Besluituitkomst.TOEGEWEZEN, kept=NOBODY)
        made = letter(answer, taal=taal)

        assert isinstance(made, Inzagebrief)
        assert faults(to_pdf(made)) == []

    def test_keeps_what_was_gathered_first(self) -> None:
        """What came later adds, and replaces nothing; a piece that is in both stands as it was."""
        early = compose([in_dossier()], CONVENANT)
        changed = tuple(replace(one, staat="later") for one in early.stukken)
        late = replace(early, stukken=(*changed, *compose([in_casus()], CONVENANT).stukken))
        found = joined([gathered(early), gathered(late)])

        assert found.stukken[: len(early.stukken)] == early.stukken
        assert {one.id for one in found.stukken} == {one.id for one in late.stukken}


class TestOfAPart:
    """The rest is given, with the ground of what is not."""

    def test_leaves_out_all_of_a_kernpartij_that_chose_no_piece(self) -> None:
        """Its own, its copies, and what rests on them."""
        spoke = standpunt(80, OM, Antwoord.GROND_EIGEN, "11.3.b")
        answer = answer_with(request(spoke), [gathered()], uitkomst=Besluituitkomst.DEELS, kept=[OM.id])

        assert answer.overzicht is not None
        assert OM.id not in {one.organisatie_id for one in answer.overzicht.stukken}
        assert POLITIE.id in {one.organisatie_id for one in answer.overzicht.stukken}
        assert answer.gronden == ("11.3.b",)

    def test_leaves_out_only_what_was_chosen_where_a_piece_was(self) -> None:
        """The rest of its own is given."""
        spoke = standpunt(80, OM, Antwoord.GROND_EIGEN, "11.3.b")
        piece = chosen(81, OM, piece_id("weging"), "weglaten:11.3.e")
        answer = answer_with(request(spoke, piece), [gathered()], uitkomst=Besluituitkomst.DEELS, kept=[OM.id])

        assert answer.overzicht is not None
        assert answer.overzicht.weggelaten == {piece_id("weging")}
        assert OM.id in {one.organisatie_id for one in answer.overzicht.stukken}

    def test_names_the_ground_in_the_letter_and_nothing_of_the_piece(self) -> None:
        """In the words of the law, with the reasons of the letter."""
        piece = chosen(81, POLITIE, piece_id("signaal"), "weglaten:11.3.e")
        answer = answer_with(request(piece), [gathered()], uitkomst=Besluituitkomst.DEELS, kept=[POLITIE.id])
        text = write_out(letter(answer))

        assert "U krijgt niet alles te zien" in text
        assert "Wij hebben dit besproken." in text
        assert "Milan riep op tot geweld." not in text
        assert "Gaat Milan nog naar school?" in text

    @pytest.mark.article("11.3.e")
    def test_leaves_out_the_melder_where_that_was_chosen(self) -> None:
        """The signaal is given, the name is not, and the letter says that something is left out."""
        piece = chosen(81, POLITIE, piece_id("signaal"), "zonder-melder:11.3.e")
        named = answer_with(request(), [gathered()], uitkomst=Besluituitkomst.TOEGEWEZEN, kept=NOBODY)
        nameless = answer_with(request(piece), [gathered()], uitkomst=Besluituitkomst.DEELS, kept=[POLITIE.id])

        assert [MELDER_NAAM in write_out(letter(one)) for one in (named, nameless)] == [True, False]
        assert "Milan riep op tot geweld." in write_out(letter(nameless))
        assert nameless.gronden == ("11.3.e",)
        assert "U krijgt niet alles te zien" in write_out(letter(nameless))

    @pytest.mark.article("6")
    def test_says_what_still_follows(self) -> None:
        """What its class kept from who gathered; not where a ground keeps it, or it was added since."""
        unread = Ongelezen(id=UUID(int=5), organisatie_id=POLITIE.id)
        own = [gathered(ongelezen=(unread,))]
        spoke = standpunt(80, POLITIE, Antwoord.GROND_EIGEN, "11.3.b")
        piece = chosen(81, POLITIE, piece_id("signaal"), "weglaten:11.3.b")
        waits = answer_with(request(), own, uitkomst=Besluituitkomst.TOEGEWEZEN, kept=NOBODY)
        kept = answer_with(request(spoke), own, uitkomst=Besluituitkomst.DEELS, kept=[POLITIE.id])
        other = answer_with(request(spoke, piece), own, uitkomst=Besluituitkomst.DEELS, kept=[POLITIE.id])
        added = gathered(Overzicht(stukken=(replace(compose([in_dossier()], CONVENANT).stukken[0], id=unread.id),)))
        whole = answer_with(request(), [*own, added], uitkomst=Besluituitkomst.TOEGEWEZEN, kept=NOBODY)

        assert [one.ongelezen for one in (waits, kept, other, whole)] == [(unread,), (), (unread,), ()]
        assert "kijkt nog naar 1 " in write_out(letter(waits))


class TestOfNothing:
    """Who is in no file, and from whom all is kept back."""

    def test_is_byte_for_byte_the_same(self) -> None:
        """Whatever ground was given, and whatever the letter would have said of the reasons."""
        assert write_out(letter(of_nobody())) == write_out(letter(refused_to(is_geinformeerd=False)))
        assert to_pdf(letter(of_nobody())) == to_pdf(letter(refused_to(is_geinformeerd=False)))
        assert isinstance(letter(of_nobody()), GeenOverzichtbrief)

    def test_is_the_same_where_every_piece_was_chosen(self) -> None:
        """Piece by piece, or all at once."""
        every = compose([in_dossier(), in_casus()], CONVENANT).stukken
        pieces = (chosen(100 + n, OM, one.id, "weglaten:11.3.b") for n, one in enumerate(every))
        answer = answer_with(request(*pieces), [gathered()], uitkomst=Besluituitkomst.DEELS, kept=[OM.id])

        assert answer == of_nobody()

    @pytest.mark.article("11.2")
    def test_is_a_refusal_to_who_was_informed(self) -> None:
        """Who knows of the data reads the ground and why; nothing of the data."""
        answer = refused_to(is_geinformeerd=True)
        made = letter(answer)
        text = write_out(made)

        assert isinstance(made, Weigeringsbrief)
        assert (answer.soort, answer.overzicht) == (Antwoordsoort.WEIGERING, None)
        assert all(word in text for word in made.gronden)
        assert not [word for word in (*SPELLED, SUBJECT.naam, "Marktplein", "school") if word in text]

    @pytest.mark.parametrize("staat", ["geinformeerd", "geinformeerd-deels", "uitstel-allen", ""])
    def test_knows_who_was_informed_from_the_file(self, staat: str) -> None:
        """By the note that says so; a deferral says the contrary."""
        informed = replace(in_dossier().items[-2], staat=staat)

        assert informed.soort == "informeren"
        found = compose([replace(in_dossier(), items=(informed,))], CONVENANT)
        assert found.is_geinformeerd == staat.startswith("geinformeerd")

    @pytest.mark.parametrize("of", [CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON])
    def test_knows_so_of_each_person(self, of: CasusStuk) -> None:
        """That one beside the subject was told says nothing of another."""
        note = next(item for item in in_casus().items if item.soort == CasusStuk.INFORMEREN)
        told = replace(note, staat="geinformeerd", bij_id=casus_id(of))
        items = tuple(told if item.id == note.id else item for item in in_casus().items)
        found = {
            who: compose([replace(in_casus(), items=items)], CONVENANT, persoon_id=who).is_geinformeerd
            for who in PEOPLE.values()
        }

        assert {who for who, is_told in found.items() if is_told} == {casus_id(of)}


SAID = st.dictionaries(
    st.sampled_from([piece_id("signaal"), piece_id("weging"), casus_id(CasusStuk.BIJDRAGE), casus_id(CasusStuk.PLAN)]),
    st.sampled_from(["geven", "weglaten:11.3.b", "zonder-melder:11.3.e"]),
)


class TestNobodyElse:
    """None of a third person's data in any letter."""

    @settings(max_examples=40, deadline=None)
    @given(
        file=st.sampled_from(sorted(FILES)),
        person=st.sampled_from(sorted(PEOPLE)),
        taal=st.sampled_from(list(Taal)),
        said=SAID,
        keeps=st.sampled_from([None, GEMEENTE, OM, POLITIE]),
    )
    def test_is_in_any_letter(  # the whole of what may be asked, said and written
        self, *, file: str, person: str, taal: Taal, said: dict[UUID, str], keeps: OrganisatieFeit | None
    ) -> None:
        """Property: of everybody, of every file, whatever was kept back: in the whole letter, as it is written out."""
        pieces = [chosen(100 + n, OM, one, staat) for n, (one, staat) in enumerate(said.items())]
        spoke = [standpunt(80, keeps, Antwoord.GROND_EIGEN, "11.3.b")] if keeps else []
        whole = compose(FILES[file], CONVENANT, persoon_id=PEOPLE[person])
        answer = answer_with(
            request(*spoke, *pieces),
            [gathered(whole, persoon_id=PEOPLE[person])],
            uitkomst=Besluituitkomst.DEELS if keeps or pieces else Besluituitkomst.TOEGEWEZEN,
            kept=[keeps.id] if keeps else NOBODY,
        )
        text = write_out(letter(answer, taal=taal))

        own = {
            CasusStuk.ACHTERBLIJVER.value: ("Mirte", "Nietecht", "Vlierhof"),
            CasusStuk.NETWERKPERSOON.value: ("Coen", "Bedenksel"),
        }.get(person, ())
        named = {g.waarde for s in (answer.overzicht or whole).stukken for g in s.gegevens if g.veld == MELDER}
        mine = (*own, *(part for name in named for part in (name, *name.split())))
        others = [word for word in (*SPELLED, MELDER_REACH) if not any(part in word for part in mine)]
        if person != "subject":
            others += [*SUBJECT.naam.split(), SUBJECT.adres]
        assert [word for word in others if word in text] == []
        assert not (named and person != "subject")
