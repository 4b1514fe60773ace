"""Two names may be of one person however they are written, and are not where they are really others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casustafel.bestand.gelijkenis import is_alike, words_of

pytestmark = pytest.mark.article("8.4")
LETTERS = st.text(alphabet="bcdfghjklmnprstvwz" + "aeiou", min_size=1, max_size=12)
NAMES = st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüçñø", min_size=2, max_size=10), min_size=1, max_size=3)


class TestAlike:
    """The same name in another spelling."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Zoë Müller", "Zoe Muller"),
            ("Mohammed El Amrani", "Muhamed Amrani"),
            ("Mohamed", "\u0645\u062d\u0645\u062f"),
            ("Ivanov", "\u0418\u0432\u0430\u043d\u043e\u0432"),
            ("Youssef", "Jusuf"),
            ("Khadija", "Chadidja"),
            ("Jan van den Berg", "Berg, J."),
            ("Sjoerd Bakker", "Sjoerd Bekker"),
            ("Voorbeeld", "Voor"),
            ("Anne-Marie Proef", "Annemarie Proef"),
        ],
    )
    def test_is_found(self, one: str, other: str) -> None:
        """Accents, prefixes, order, initials, another script, one slip: none of it hides a person."""
        assert is_alike(one, other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Jan de Vries", "Jan Jansen"),
            ("Dirk Visser", "Daan Visser"),
            ("Kees", "Kaas"),
            ("van de", "Berg"),
            ("J", "Jan"),
            ("", "Jan"),
            ("---", "Jan"),
        ],
    )
    def test_is_not_found_where_it_is_another(self, one: str, other: str) -> None:
        """A shared first name, a short word with another vowel, an initial alone: that is nobody in particular."""
        assert not is_alike(one, other)


class TestWhatHoldsOfEveryName:
    """Properties of the comparison."""

    @given(one=NAMES, other=NAMES)
    def test_the_order_does_not_matter(self, one: list[str], other: list[str]) -> None:
        """A is like B as B is like A, however their words are ordered."""
        there = is_alike(" ".join(one), " ".join(other))

        assert there == is_alike(" ".join(other), " ".join(one))
        assert there == is_alike(" ".join(reversed(one)), " ".join(other))

    @given(name=NAMES)
    def test_a_name_is_like_itself_in_any_case(self, name: list[str]) -> None:
        """In capitals, with more spaces, with a prefix before it."""
        text = " ".join(name)

        assert is_alike(text, f"  van {text.upper()} ") or not any(len(w) > 1 for w in words_of(text))

    @settings(max_examples=60)
    @given(word=st.text(alphabet="abcdefghiklmnoprstu", min_size=6, max_size=12), data=st.data())
    def test_one_slip_in_a_long_word_is_forgiven(self, word: str, data: st.DataObject) -> None:
        """A letter too few, anywhere."""
        place = data.draw(st.integers(0, len(word) - 1))

        assert is_alike(f"{word} proef", f"{word[:place]}{word[place + 1 :]} proef")

    @given(text=st.text(max_size=30), other=st.text(max_size=30))
    def test_anything_may_be_typed(self, text: str, other: str) -> None:
        """No text breaks it."""
        assert is_alike(text, other) in {True, False}
