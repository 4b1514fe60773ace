"""What identifies somebody of a file is found in a text, however it was typed. Covenant 9.5."""

import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casustafel.convenant.identificatie import PARTICLES, Bekend, fold, identifying_reasons

pytestmark = pytest.mark.article("9.5")
KNOWN = Bekend(
    namen=frozenset({"Jérôme van der Sjöberg", "Fatima el Yassini", "Li Bo"}),
    adressen=frozenset({"Lindelaan 3", "Van Goghplein 12a"}),
    dagen=frozenset({date(2026, 3, 1)}),
)
NOBODY = Bekend(namen=frozenset(), adressen=frozenset(), dagen=frozenset())
LETTERS = "aàáâãäåbcçčdđeèéêëęfgğhiìíîï\u0131jklłmnñńoòóôõöøpqrsßśştuùúûüvwxyýzžźæœ"
NAMES = st.text(alphabet=LETTERS + LETTERS.upper(), min_size=3, max_size=12)


def found(text: str, known: Bekend = KNOWN) -> set[str]:
    """Name the kinds of things that were found."""
    return {reason.code.removeprefix("9.5-") for reason in identifying_reasons(text, known=known)}


def bare(text: str) -> str:
    """Give a text without its diacritics."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


FORMS: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    bare,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: bare(text).upper(),
]


class TestAName:
    """Of the subject, an achterblijver or somebody in the network."""

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "Jérôme van der Sjöberg",
                "JEROME ging mee",
                "de heer Sjoberg",
                "m. sjöberg",
                "Sjöbergs moeder",
                "Jerôme",
            ),
            *(
                "sjoeberg",
                "Sjobberg",
                "Sjöbreg",
                "JeromeVanDerSjoberg",
                "yassini",
                "Jassini",
                "Yasini",
                "Li Bo",
                "li-bo",
            ),
            *("Fátima", "Fatma", "Fatimah"),
        ],
    )
    def test_is_found_in_any_form(self, text: str) -> None:
        """In full or in part, in any case, with or without diacritics, in a simple variant of its spelling."""
        assert found(f"Over {text} gaat dit.") == {"naam"}

    @pytest.mark.parametrize("text", ["van der", "el", "Lisa gaf hulp", "een berg werk", "Bo"])
    def test_is_not_seen_in_other_words(self, text: str) -> None:
        """Small words of a name, and other words, name nobody."""
        assert found(text) == set()

    @given(name=NAMES, form=st.sampled_from(FORMS), before=st.sampled_from(["", "zei ", "(", "aan: "]))
    def test_of_the_file_is_always_found(self, name: str, form: Callable[[str], str], before: str) -> None:
        """Any name of the file, in any casing or diacritic form, wherever it stands."""
        known = Bekend(namen=frozenset({name}), adressen=frozenset(), dagen=frozenset())

        assert "naam" in found(f"{before}{form(name)}, over wie dit gaat", known)

    @given(parts=st.lists(NAMES, min_size=2, max_size=3), form=st.sampled_from(FORMS), which=st.integers(0, 2))
    def test_is_found_by_one_part(self, parts: list[str], form: Callable[[str], str], which: int) -> None:
        """A first name or a last name alone is enough, but for the small words in a name."""
        known = Bekend(namen=frozenset({" ".join(parts)}), adressen=frozenset(), dagen=frozenset())
        part = parts[which % len(parts)]

        assert fold(part).casefold() in SMALL or "naam" in found(f"toen kwam {form(part)} binnen", known)


SMALL = PARTICLES


# A name of the file and the same by ear: each pair differs by one sound of Dutch, in two places, so that no other rule
# finds it. All names are invented.
BY_EAR = (
    ("Schubaschan", "Subasan"),
    ("Achlochar", "Aglogar"),
    ("Phaliphe", "Falife"),
    ("Thamitho", "Tamito"),
    ("Eksabaksa", "Exabaxa"),
    ("Quinaqu", "Kinak"),
    ("Oumaroub", "Umarub"),
    ("Boelamoer", "Bulamur"),
    ("Mijladijn", "Miladin"),
    ("Meinoleib", "Minolib"),
    ("Mienolieb", "Minolib"),
    ("Muinoluib", "Minolib"),
    ("Mauloraub", "Mulorub"),
    ("Adjamadje", "Ajamaje"),
    ("Asjamasje", "Asamase"),
    ("Ashamashe", "Asamase"),
    ("Mylomyn", "Milomin"),
    ("Najolajo", "Naiolaio"),
    ("Calocan", "Kalokan"),
    ("Qaloqan", "Kalokan"),
    ("Zalozan", "Salosan"),
    ("Valovan", "Falofan"),
    ("Walowan", "Falofan"),
    ("Galogan", "Halohan"),
    ("Halohan", "Aloan"),
    ("Abbellino", "Abelllinno"),
)


class TestANameByEar:
    """Somebody wrote down what was heard."""

    @pytest.mark.parametrize(("name", "heard"), [*BY_EAR, *((heard, name) for name, heard in BY_EAR)])
    def test_is_found(self, name: str, heard: str) -> None:
        """In either direction: the file may have it wrong as well."""
        known = Bekend(namen=frozenset({name}), adressen=frozenset(), dagen=frozenset())

        assert found(f"Over {heard} gaat dit.", known) == {"naam"}

    @pytest.mark.parametrize("heard", ["Malobun", "Tarolat"])
    def test_is_not_seen_in_another_sound(self, heard: str) -> None:
        """What sounds otherwise is somebody else."""
        known = Bekend(namen=frozenset({"Kalokan"}), adressen=frozenset(), dagen=frozenset())

        assert found(f"Over {heard} gaat dit.", known) == set()

    @pytest.mark.parametrize(
        ("name", "typed"),
        [
            *(("Øda", "Oda"), ("Łea", "Lea"), ("Đan", "Dan"), ("Æla", "Aela")),
            *(("Œla", "Oela"), ("Ðan", "Dan"), ("Þor", "Thor"), ("Ħan", "Han")),
        ],
    )
    def test_is_found_without_its_foreign_letters(self, name: str, typed: str) -> None:
        """Letters that no diacritic makes have a usual way to be typed."""
        known = Bekend(namen=frozenset({name}), adressen=frozenset(), dagen=frozenset())

        assert found(f"Over {typed} gaat dit.", known) == {"naam"}


class TestASmallWordOfAName:
    """What many names share, and every text."""

    @pytest.mark.parametrize(
        "word",
        [
            *("aan", "al", "bel", "ben", "bij", "bin", "bint", "da", "de", "del", "den", "der", "des", "di", "dos"),
            *("du", "el", "en", "het", "ibn", "in", "la", "le", "les", "of", "oud", "op", "te", "ten", "ter", "tot"),
            *("und", "van", "ver", "von", "voor", "zu"),
        ],
    )
    def test_names_nobody(self, word: str) -> None:
        """Alone it is no name, whatever name of the file it stands in."""
        known = Bekend(namen=frozenset({f"Milo {word} Karstel"}), adressen=frozenset(), dagen=frozenset())

        assert found(f"Dit gaat {word} verder.", known) == set()


class TestAnAddress:
    """A street of the file, or a postcode."""

    @pytest.mark.parametrize(
        "text", ["Lindelaan 3", "LINDELAAN", "de lindelaan in de stad", "van goghplein", "1234 AB", "1234ab", "5611AZ"]
    )
    def test_is_found(self, text: str) -> None:
        """With or without a number: who asks is known, so the town is."""
        assert found(f"Woont aan {text}.") == {"adres"}

    @pytest.mark.parametrize("text", ["Lindewaard", "een laan met linden", "in 2026 ging hij weg", "2026 OM"])
    def test_is_not_seen_in_other_words(self, text: str) -> None:
        """A residence alone is no address, nor is a year."""
        assert found(text) == set()


class TestADay:
    """Of birth, or on which something in the file happened."""

    @pytest.mark.parametrize(
        "text", ["geboren op 3 mei 1999", "geb. 03-05-1999", "geboortedatum 1999-05-03", "jarig op 3 mei"]
    )
    def test_of_birth_is_found(self, text: str) -> None:
        """In figures or in words."""
        assert found(f"Het subject is {text}.") == {"geboortedag"}

    @pytest.mark.parametrize("text", ["1 maart 2026", "1-3-2026", "01/03/26", "2026-03-01", "1 mrt.", "1 March"])
    def test_of_the_file_is_found(self, text: str) -> None:
        """In any way of writing, with its year or without."""
        assert found(f"Op {text} gebeurde het.") == {"dag"}

    @pytest.mark.parametrize(
        ("month", "names"),
        [
            *((1, "januari jan january"), (2, "februari feb february"), (3, "maart mrt march mar"), (4, "april apr")),
            *((5, "mei may"), (6, "juni jun june"), (7, "juli jul july"), (8, "augustus aug august")),
            *((9, "september sep sept"), (10, "oktober okt october oct"), (11, "november nov"), (12, "december dec")),
        ],
    )
    def test_of_the_file_is_found_by_each_name_of_its_month(self, month: int, names: str) -> None:
        """Dutch or English, in full or short; the same day of another month is not taken for it."""
        known = Bekend(namen=frozenset(), adressen=frozenset(), dagen=frozenset({date(2026, month, 9)}))
        other = Bekend(namen=frozenset(), adressen=frozenset(), dagen=frozenset({date(2026, month % 12 + 1, 9)}))

        for name in names.split():
            assert found(f"Op 9 {name} 2026 gebeurde het.", known) == {"dag"}
            assert found(f"Op 9 {name} 2026 gebeurde het.", other) == set()

    @pytest.mark.parametrize("text", ["1 maart 2025", "2 maart 2026", "in maart", "een jongere van 16", "in 2026"])
    def test_is_not_seen_in_other_days(self, text: str) -> None:
        """A month, a year, an age or another day identifies nobody."""
        assert found(f"Dat was {text}.") == set()

    @given(day=st.dates(min_value=date(1950, 1, 1), max_value=date(2039, 12, 31)))
    def test_of_the_file_is_always_found(self, day: date) -> None:
        """Any day that the file holds, in each usual form; the day after it is not taken for it."""
        known = Bekend(namen=frozenset(), adressen=frozenset(), dagen=frozenset({day}))
        after = day + timedelta(days=1)

        assert all(
            "dag" in found(f"toen, {day:{form}}, ging hij", known) for form in ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y")
        )
        assert "dag" not in found(f"toen, {after:%d-%m-%Y}, ging hij", known)


class TestANumberAndAWayToReachSomebody:
    """What leads back to the file or to the person."""

    @pytest.mark.parametrize("text", ["W-2026-0001", "c-2026-12", "C 2026 0004", "C2026-0004", "w–2026–0009"])
    def test_of_a_file_is_found(self, text: str) -> None:
        """Of a dossier or a casus, as people write it."""
        assert found(f"Zie {text}.", NOBODY) == {"nummer"}

    @pytest.mark.parametrize("text", ["a@b.example", "06-12345678", "+31 6 12345678", "0612345678"])
    def test_to_reach_somebody_is_found(self, text: str) -> None:
        """An e-mail address, a telephone number."""
        assert found(f"Bereikbaar via {text}.", NOBODY) == {"bereik"}

    def test_is_not_seen_where_there_is_none(self) -> None:
        """A year, a percentage and a paragraph are no number of a file."""
        assert found("In 2026 was 30% van groep C (zie 9.5) ouder dan 18.", NOBODY) == set()


class TestAReason:
    """What the refusal says."""

    def test_names_the_kind_and_never_what_was_found(self) -> None:
        """One reason for each kind, at the field, without a word of the file."""
        reasons = list(identifying_reasons("Sjoberg, Lindelaan 3, 1-3-2026, W-2026-0001", known=KNOWN, name="antwoord"))

        assert {r.code for r in reasons} == {"9.5-naam", "9.5-adres", "9.5-dag", "9.5-nummer"}
        assert {r.field for r in reasons} == {"antwoord"}
        assert {r.artikel for r in reasons} == {"9.5"}
        assert not any(word in f"{r.text}{r.params}".lower() for r in reasons for word in ("sj", "linde", "2026"))

    def test_stands_at_the_question_unless_told(self) -> None:
        """The question is what is looked at first."""
        assert [r.field for r in identifying_reasons("Sjoberg", known=KNOWN)] == ["vraag"]


class TestAHiddenLetter:
    """What cannot be seen parts no name."""

    @pytest.mark.parametrize("text", ["Sjö\u00adberg", "Sjö\u200bberg", "S\u2060jöberg"])
    def test_hides_nothing(self, text: str) -> None:
        """A soft hyphen or a space without width."""
        assert found(f"Over {text} gaat dit.") == {"naam"}


class TestAYearOfTwoFigures:
    """It is of this century, or of the last one."""

    @pytest.mark.parametrize(("year", "short"), [(1941, "41"), (1999, "99"), (2040, "40"), (2000, "00"), (2026, "26")])
    def test_is_the_nearest(self, year: int, short: str) -> None:
        """From 41 on it is of the last century."""
        known = Bekend(namen=frozenset(), adressen=frozenset(), dagen=frozenset({date(year, 5, 3)}))

        assert found(f"toen, 03-05-{short}, ging hij", known) == {"dag"}

    @pytest.mark.parametrize(("year", "short"), [(2041, "41"), (1940, "40")])
    def test_is_no_other(self, year: int, short: str) -> None:
        """The same figures a century off are another day."""
        known = Bekend(namen=frozenset(), adressen=frozenset(), dagen=frozenset({date(year, 5, 3)}))

        assert found(f"toen, 03-05-{short}, ging hij", known) == set()


class TestOneLetterOff:
    """A slip of the pen in a name of five letters or more; in two letters it is another name."""

    NAME = Bekend(namen=frozenset({"Karstel"}), adressen=frozenset(), dagen=frozenset())

    @pytest.mark.parametrize("text", ["Karstol", "Karste", "Karstels", "Karstell", "Karsetl", "Krastel", "Kastel"])
    def test_is_found(self, text: str) -> None:
        """Another letter, one less, one more, or two that changed places."""
        assert found(f"Over {text} gaat dit.", self.NAME) == {"naam"}

    @pytest.mark.parametrize("text", ["Karsto", "Kerstol", "Kar", "Barstel", "Karsetol", "Krasetl"])
    def test_is_not_found_in_two_or_in_the_first(self, text: str) -> None:
        """Two slips, much shorter or longer, or another first letter."""
        assert found(f"Over {text} gaat dit.", self.NAME) == set()

    def test_is_not_looked_for_in_short_names(self) -> None:
        """Of four letters, one off is another word."""
        known = Bekend(namen=frozenset({"Karl"}), adressen=frozenset(), dagen=frozenset())

        assert found("Over kart gaat dit.", known) == set()
        assert found("Over Karls gaat dit.", known) == {"naam"}


class TestSeveralStreets:
    """Each of the file is looked for."""

    KNOWN = Bekend(
        namen=frozenset(), adressen=frozenset({"Lindelaan 3", "Hoge Brink 12"}), dagen=frozenset({date(2026, 3, 1)})
    )

    @pytest.mark.parametrize("text", ["Lindelaan", "Hoge Brink", "de hoge brink daar"])
    def test_are_found_one_by_one(self, text: str) -> None:
        """Of one word or more."""
        assert found(f"Woont aan {text}.", self.KNOWN) == {"adres"}

    @pytest.mark.parametrize("text", ["Hoge", "Brink", "brink hoge", "hoge en brink"])
    def test_of_two_words_are_found_whole(self, text: str) -> None:
        """One word of them is a word like any other."""
        assert found(f"Woont aan {text}.", self.KNOWN) == set()
