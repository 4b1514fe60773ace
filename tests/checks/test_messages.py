"""A message without a good Dutch text does not pass."""

import shutil
from pathlib import Path

import pytest

from checks import messages

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def lay_out(root: Path, *, catalogue: str) -> Path:
    """Write a source with one message, and this Dutch catalogue; return their folder."""
    sources = root / "src"
    folder = sources / "web" / "locale" / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(HEADER + catalogue, encoding="utf-8")
    (sources / "web" / "views.py").write_text('from x import gettext as _\n\n_("Decision")\n', encoding="utf-8")
    template = '{% load i18n %}{% translate "Open" context "verb" %}'
    (sources / "web" / "page.html").write_text(template, encoding="utf-8")
    return sources


COMPLETE = 'msgid "Decision"\nmsgstr "Besluit"\n\nmsgctxt "verb"\nmsgid "Open"\nmsgstr "Openen"\n'

needs_gettext = pytest.mark.skipif(shutil.which("xgettext") is None, reason="gettext is not installed")


class TestCatalogue:
    """What nl.po itself says."""

    def test_an_empty_text_is_refused(self, tmp_path: Path) -> None:
        """The screen would be half English."""
        sources = lay_out(tmp_path, catalogue=COMPLETE.replace("Besluit", ""))

        assert messages.faults(sources=sources) == ["empty: 'Decision'"]

    def test_a_fuzzy_text_is_refused(self, tmp_path: Path) -> None:
        """A guess by a tool is not a translation."""
        sources = lay_out(tmp_path, catalogue="#, fuzzy\n" + COMPLETE)

        assert messages.faults(sources=sources) == ["fuzzy: 'Decision'"]

    def test_a_missing_plural_is_refused(self, tmp_path: Path) -> None:
        """Every form has its text."""
        plural = '\nmsgid "case"\nmsgid_plural "cases"\nmsgstr[0] "casus"\nmsgstr[1] ""\n'
        sources = lay_out(tmp_path, catalogue=COMPLETE + plural)

        assert messages.faults(sources=sources) == ["empty: ('case', 'cases')"]


@needs_gettext
class TestSources:
    """What the code and the templates ask for."""

    def test_a_complete_catalogue_passes(self, tmp_path: Path) -> None:
        """Every message is found back, with its context."""
        assert messages.faults(sources=lay_out(tmp_path, catalogue=COMPLETE)) == []

    def test_a_missing_message_is_refused(self, tmp_path: Path) -> None:
        """From code as from a template."""
        sources = lay_out(tmp_path, catalogue="")

        assert messages.faults(sources=sources) == ["missing: 'Decision'", "missing: 'Open'"]

    def test_another_context_is_another_message(self, tmp_path: Path) -> None:
        """Open the verb is not open the adjective."""
        sources = lay_out(tmp_path, catalogue=COMPLETE.replace('msgctxt "verb"', 'msgctxt "adjective"'))

        assert messages.faults(sources=sources) == ["missing: 'Open'"]
