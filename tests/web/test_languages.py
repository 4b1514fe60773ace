"""Every text that the screens know reads as it was written in English, and as its translator wrote it in Dutch."""

from importlib.resources import files

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.utils import translation


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    """Read the Dutch texts of the screens."""
    path = files("casustafel.web") / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    with path.open("rb") as found:
        return read_po(found)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_text_of_the_screens_is_taken_over_by_another_catalogue(catalogue: Catalog, language: str) -> None:
    """Django has texts of its own under the same English words: none of them stands in the place of ours."""
    ours = {m.id: m.string for m in catalogue if m.id and isinstance(m.id, str) and not m.context}
    with translation.override(language):
        wrong = [
            text for text, dutch in ours.items() if translation.gettext(text) != {"en": text, "nl": dutch}[language]
        ]

    assert ours
    assert not wrong
