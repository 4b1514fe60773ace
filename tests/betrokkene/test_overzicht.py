"""The overview of one person: what is in it, and who is not. Covenant 12.3, 12.4."""

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from casustafel.acts.betrokkene.overzicht import Inhoud, compose, from_archive, without
from casustafel.acts.betrokkene.velden import GEHEEL_WEG, PERSONEN, VELDEN
from casustafel.acts.bewaring.inhoud import IN_CASUS, IN_DOSSIER, MADE_THERE
from casustafel.acts.register.open_convenant import CriteriumBeeld, KaderBeeld
from casustafel.bestand.inhoud import ArchiefItem, ArchiefKop, ArchiefOverleg
from casustafel.bestand.pas import as_dict
from casustafel.betrokkene.overzicht import MELDER, Overzicht
from casustafel.brieven.brief import Deel, Taal
from casustafel.convenant.stuk import ArchiefStuk, CasusStuk, DossierStuk, Herkomst
from casustafel.web.brieven.overzicht import FILES as TITLES
from casustafel.web.brieven.overzicht import KINDS, LABELS, delen_of
from casustafel.weegploeg.inhoud import MotiveringInhoud
from tests.betrokkene import opened
from tests.betrokkene.opened import SPELLED, SUBJECT, casus_id, in_casus, in_dossier, piece_id
from tests.facts import CONVENANT, DE_BRUG, OM, POLITIE, RAAD

pytestmark = pytest.mark.article("12.3", "12.4")
GOLDEN = Path(__file__).parent / "golden"
SIGNALEN = (piece_id("signaal"),)
NAMES = st.sampled_from(["Ravi", "Mirte", "Coen", "Gerda", "Verzonneling", "Nietecht", "Łucja", "D’Angelo", "Ferhat"])


def text_of(delen: tuple[Deel, ...]) -> str:
    """Give an overview line by line, as it is read."""
    lines = []
    for deel in delen:
        lines.append(f"# {deel.titel}")
        for tabel in deel.tabellen:
            lines += [f"## {tabel.opschrift}", *(" | ".join(rij) for rij in tabel.rijen)]
    return "\n".join(lines) + "\n"


def _says_nothing(kind: DossierStuk | CasusStuk) -> bool:
    """Tell whether a kind of piece has no field that is given: that an organisation was reminded."""
    return kind == "herinnering"


def read(overzicht: Overzicht, *, taal: Taal = Taal.NL) -> str:
    """Give an overview as the person reads it."""
    return text_of(delen_of(overzicht, CONVENANT, kaders=KADERS, taal=taal))


def archived(inhoud: Inhoud) -> list[tuple[Herkomst, ArchiefItem]]:
    """Give what the archive holds of a file: its head, a meeting, and its pieces."""
    kop = ArchiefKop(
        naw=inhoud.naw, nummer=inhoud.nummer, staat="afgesloten", begonnen_op=opened.FIRST, verwerkt_op=opened.FIRST
    )
    met = ArchiefOverleg(nummer="1", op=opened.FIRST, is_besproken=True, organisaties=(OM.id,), medewerkers=())
    made = ((ArchiefStuk.KOP, kop), (ArchiefStuk.OVERLEG, met))
    items = [
        replace(inhoud.items[0], id=piece_id("signaal"), soort=soort, bij_id=None, inhoud=as_dict(one))
        for soort, one in made
    ]
    return [(inhoud.herkomst, item) for item in (*items, *inhoud.items)]


KADERS = (
    KaderBeeld(
        versie="1",
        vastgesteld_op=opened.FIRST,
        vanaf=opened.FIRST,
        criteria=(
            CriteriumBeeld(code="zichtbaar-gedrag", tekst="Het gedrag is zichtbaar (verzonnen)."),
            CriteriumBeeld(code="contacten", tekst="Met wie iemand omgaat (verzonnen)."),
        ),
    ),
)
FILES = {
    "weegploeg": (in_dossier(),),
    "casusoverleg": (in_casus(),),
    "archief": from_archive([*archived(in_dossier()), *archived(in_casus())], tot=opened.UNTIL, artikel="13.1"),
}
PEOPLE = {
    "subject": None,
    **{one.value: casus_id(one) for one in (CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON)},
}
READ = [
    (file, person)
    for file in FILES
    for person in PEOPLE
    if person == "subject" or file != "weegploeg"  # in the weegploeg nobody stands beside the subject
]


class TestTheClosedList:
    """What goes along and what stays out."""

    def test_knows_every_field_of_every_kind_of_piece(self) -> None:
        """A new field is in the list, or this fails."""
        kinds = {*IN_DOSSIER.values(), *IN_CASUS.values(), *MADE_THERE.values()}

        assert {kind: {f.name for f in fields(kind)} for kind in kinds} == {kind: set(VELDEN[kind]) for kind in kinds}

    def test_is_tried_on_every_kind_of_piece(self) -> None:
        """The invented subject has a piece of every kind in both files."""
        assert {item.soort for item in in_dossier().items} == set(DossierStuk)
        assert {item.soort for item in in_casus().items} == set(CasusStuk)


class TestTheOverview:
    """Of an invented subject, file by file."""

    @pytest.mark.parametrize(("file", "person"), READ)
    @pytest.mark.parametrize("taal", Taal)
    def test_reads_as_it_should(self, *, file: str, person: str, taal: Taal) -> None:
        """Data, purposes, recipients, origin and terms, in words: of each person, out of each file."""
        golden = GOLDEN / f"{file}-{person}.{taal}.txt"

        found = compose(FILES[file], CONVENANT, persoon_id=PEOPLE[person])
        assert read(found, taal=taal) == golden.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("file", "herkomst", "kinds"),
        [
            ("weegploeg", Herkomst.WEEGPLOEG, DossierStuk),
            ("casusoverleg", Herkomst.CASUSOVERLEG, CasusStuk),
            ("archief", Herkomst.WEEGPLOEG, DossierStuk),
            ("archief", Herkomst.CASUSOVERLEG, CasusStuk),
        ],
    )
    def test_has_every_kind_of_piece_in_a_golden_of_every_file(
        self, *, file: str, herkomst: Herkomst, kinds: type[DossierStuk] | type[CasusStuk]
    ) -> None:
        """A kind that is given and stands in no golden was never read by anybody."""
        with translation.override(Taal.NL):
            title = str(TITLES[herkomst, file == "archief"])
            given = {kind: str(KINDS[kind]) for kind in kinds if kind not in GEHEEL_WEG and not _says_nothing(kind)}
            shown = {
                kind: (GOLDEN / f"{file}-{kind if kind in PERSONEN else 'subject'}.{Taal.NL}.txt").read_text("utf-8")
                for kind in given
            }
        chapters = {kind: text.split(f"# {title}\n")[1].split("\n# ")[0] for kind, text in shown.items()}

        assert [kind for kind, caption in given.items() if f"## {caption}" not in chapters[kind]] == []

    @pytest.mark.parametrize("person", [CasusStuk.ACHTERBLIJVER, CasusStuk.NETWERKPERSOON])
    def test_of_a_person_beside_the_subject_is_their_own(self, person: CasusStuk) -> None:
        """Their piece, and nothing of the subject."""
        found = compose([in_dossier(), in_casus()], CONVENANT, persoon_id=casus_id(person))

        assert [s.id for s in found.stukken] == [casus_id(person)]
        assert not [part for part in (*SUBJECT.naam.split(), SUBJECT.adres) if part in read(found)]
        assert {t.nummer for t in found.termijnen} == {"C-2026-0003"}

    def test_has_a_word_for_every_kind_and_field(self) -> None:
        """Whatever stands in an overview."""
        found = compose([in_dossier(), in_casus()], CONVENANT)

        assert {s.soort for s in found.stukken} <= set(KINDS)
        assert {g.veld for s in found.stukken for g in s.gegevens} <= set(LABELS)


class TestOtherPeople:
    """Nobody else is in it."""

    @pytest.mark.parametrize("file", FILES)
    def test_are_in_no_overview(self, file: str) -> None:
        """Not the melder, nobody named in a signaal, no achterblijver or network person, nobody who acted."""
        found = read(without(compose(FILES[file], CONVENANT), (), zonder_melder=SIGNALEN))

        assert [word for word in SPELLED if word in found] == []

    @pytest.mark.parametrize("file", FILES)
    def test_are_in_no_overview_but_for_who_brought_a_signaal_in(self, file: str) -> None:
        """The melder is named at the signaal and nowhere else; how to reach the melder, nowhere."""
        whole = compose(FILES[file], CONVENANT)
        named = [(s.soort, g.veld) for s in whole.stukken for g in s.gegevens if opened.MELDER in g.waarde]

        assert named == ([] if file == "casusoverleg" else [("signaal", MELDER)])
        assert opened.MELDER_REACH not in read(whole)
        rest = [word for word in SPELLED if word not in {opened.MELDER, *opened.MELDER.split()}]
        assert [word for word in rest if word in read(whole)] == []

    def test_are_withheld_signaal_by_signaal(self) -> None:
        """The melder of one that was chosen is not named; that of another is."""
        other = replace(in_dossier().items[0], id=casus_id(CasusStuk.SIGNAAL), bij_id=None)
        found = compose([replace(in_dossier(), items=(in_dossier().items[0], other))], CONVENANT)
        kept = without(found, (), zonder_melder=[other.id])

        assert [read(one).count(opened.MELDER) for one in (found, kept)] == [2, 1]
        assert kept.weggelaten == frozenset()

    def test_are_marked_for_the_party_to_check(self) -> None:
        """Where a text named somebody: the organisation that provided it looks first."""
        found = compose([in_dossier()], CONVENANT)

        assert piece_id("signaal") in found.te_toetsen[POLITIE.id]
        assert piece_id("vraag") not in {one for ids in found.te_toetsen.values() for one in ids}

    def test_whom_no_file_knows_are_marked_too(self) -> None:
        """A word with a capital within a sentence may be a name."""
        one = replace(
            in_dossier().items[4], inhoud=as_dict(MotiveringInhoud(motivering="Hij sprak met Ferhat op school."))
        )
        found = compose([replace(in_dossier(), items=(one,))], CONVENANT)

        assert found.te_toetsen == {OM.id: frozenset({one.id})}

    @given(first=NAMES, last=NAMES, before=st.text(max_size=30), after=st.text(max_size=30))
    def test_are_found_in_whatever_text(self, *, first: str, last: str, before: str, after: str) -> None:
        """Property: a name that stands in a field of its own is in no text that is given."""
        signaal = in_dossier().items[0]
        text = f"{before} {first} {last} {after}. Meer was er niet."
        known = {**signaal.inhoud, "derde_naam": f"{first} {last}", "omschrijving": text, "waar": f"bij {last}"}
        weging = {**in_dossier().items[2].inhoud, "tekst": text}
        items = (replace(signaal, inhoud=known), replace(in_dossier().items[2], inhoud=weging))

        whole = compose([replace(in_dossier(), items=items)], CONVENANT)
        found = read(without(whole, (), zonder_melder=SIGNALEN))

        assert f"{first} {last}" not in found
        assert first not in found
        assert last not in found

    def test_with_the_same_surname_are_known_by_the_rest(self) -> None:
        """A relative does not take the person's own name out of the texts."""
        signaal = in_dossier().items[0]
        text = "Milan Schijn riep iets. Zijn broer Bas Schijn was erbij."
        known = {**signaal.inhoud, "derde_naam": "Bas Schijn", "omschrijving": text}

        found = read(compose([replace(in_dossier(), items=(replace(signaal, inhoud=known),))], CONVENANT))

        assert "Milan Schijn riep iets. […]" in found
        assert "Bas" not in found

    @pytest.mark.parametrize(
        ("by", "is_given"), [("politie", True), ("Politie Lindewaard", True), ("Petra Politie", False)]
    )
    def test_are_no_organisations(self, *, by: str, is_given: bool) -> None:
        """Who acted is sometimes recorded by the word for an organisation: that is nobody's name."""
        signaal, note = in_dossier().items[0], in_dossier().items[-2]
        items = (
            replace(signaal, inhoud={**signaal.inhoud, "omschrijving": "Milan sprak met de politie."}),
            replace(note, inhoud={**note.inhoud, "geinformeerd_door": by, "door": ""}),
        )

        assert ("sprak met de politie" in read(compose([replace(in_dossier(), items=items)], CONVENANT))) is is_given

    def test_at_another_number_of_the_same_street_are_not_found_by_it(self) -> None:
        """The address goes, the street of the person stays."""
        found = read(compose([in_casus()], CONVENANT))

        assert opened.NETWERK_ADRES not in found
        assert SUBJECT.adres in found


class TestAGround:
    """What a ground of 11.3 keeps back."""

    def test_reaches_the_copy_and_what_rests_on_it(self) -> None:
        """The signaal, its copy in the casus, what corrections kept of it, and the analysis that rests on it."""
        found = compose([in_dossier(), in_casus()], CONVENANT, weglaten=[piece_id("signaal")])

        kept = {(s.herkomst, s.soort) for s in found.stukken}
        gone = {
            (herkomst, soort)
            for herkomst, soorten in (
                (Herkomst.WEEGPLOEG, ("signaal", "weging", "correctie")),
                (Herkomst.CASUSOVERLEG, ("signaal", "analyse", "eigen-besluit")),
            )
            for soort in soorten
        }
        assert not gone & kept
        assert found.weggelaten >= {piece_id("signaal"), piece_id("weging"), casus_id(CasusStuk.SIGNAAL)}
        assert (Herkomst.WEEGPLOEG, "vraag") in kept

    def test_reaches_the_original_from_the_copy(self) -> None:
        """Whichever of the two is chosen."""
        found = compose([in_dossier(), in_casus()], CONVENANT, weglaten=[casus_id(CasusStuk.SIGNAAL)])

        assert piece_id("signaal") in found.weggelaten

    def test_leaves_the_rest(self) -> None:
        """As far as the ground reaches, and no further."""
        whole = compose([in_dossier()], CONVENANT)
        rest = compose([in_dossier()], CONVENANT, weglaten=[piece_id("vraag")])

        assert {s.id for s in whole.stukken} - {s.id for s in rest.stukken} == {piece_id("vraag")}
        assert rest.weggelaten == {piece_id("vraag")}


class TestRecipients:
    """Who has the data, or had it."""

    def test_are_parties_participants_and_who_was_disclosed_to(self) -> None:
        """With the kinds of data of a disclosure."""
        found = {(o.organisatie_id, o.als) for o in compose([in_dossier(), in_casus()], CONVENANT).ontvangers}

        assert {(POLITIE.id, "kernpartij"), (RAAD.id, "deelnemer"), (DE_BRUG.id, "doorverstrekking")} <= found

    @pytest.mark.parametrize(("of", "is_told"), [(None, False), (CasusStuk.ACHTERBLIJVER, True)])
    def test_of_data_about_somebody_else_are_told_to_them(self, *, of: CasusStuk | None, is_told: bool) -> None:
        """A disclosure of what is about an achterblijver is told to the achterblijver, and not to the subject."""
        chosen = {"soort": "achterblijver", "stuk_id": str(casus_id(CasusStuk.ACHTERBLIJVER))}
        items = tuple(
            replace(item, inhoud=chosen) if item.soort == CasusStuk.DOORVERSTREKT else item for item in in_casus().items
        )
        found = compose([replace(in_casus(), items=items)], CONVENANT, persoon_id=casus_id(of) if of else None)

        assert (DE_BRUG.id in {o.organisatie_id for o in found.ontvangers}) == is_told

    def test_of_what_was_only_asked_are_none(self) -> None:
        """Without permission nothing was disclosed."""
        items = tuple(
            replace(item, inhoud={**item.inhoud, "verleend_op": None}) if item.soort == "doorverstrekking" else item
            for item in in_casus().items
        )
        found = compose([replace(in_casus(), items=items)], CONVENANT)

        assert DE_BRUG.id not in {o.organisatie_id for o in found.ontvangers}


class TestWhatCameLater:
    """The overview shows what was held on receipt."""

    def test_is_marked(self) -> None:
        """What came after that day, and what was corrected after it; not what came on it."""
        signaal, correctie = in_dossier().items[0], in_dossier().items[8]
        own = [replace(in_dossier(), items=(signaal, replace(correctie, op=signaal.op + timedelta(days=9))))]
        marked = {
            days: {
                s.soort
                for s in compose(own, CONVENANT, ontvangen_op=signaal.op + timedelta(days=days)).stukken
                if s.is_nadien
            }
            for days in (-1, 0, 8, 9)
        }

        both = {"signaal", "correctie"}
        assert marked == {-1: both, 0: both, 8: both, 9: set()}
        late = compose(
            [replace(in_dossier(), items=(signaal,))], CONVENANT, ontvangen_op=signaal.op - timedelta(days=1)
        )
        assert "binnengekomen of veranderd nadat wij uw verzoek kregen" in read(late)
        assert not compose(own, CONVENANT).stukken[0].is_nadien
