"""The PDF of a letter: to keep (PDF/A-3a) and to be read aloud (PDF/UA-1)."""

import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
import time_machine
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from casustafel.brieven import pdf
from casustafel.brieven.brief import Taal
from casustafel.brieven.pdf import FONTS, PdfUnavailableError, pdf_of, to_pdf
from tests.brieven.letters import letters
from tests.brieven.pdf_checker import faults
from tests.brieven.pdf_text import letters_of

try:
    import weasyprint  # noqa: F401
except OSError:
    pytest.skip("Pango is not installed (Debian: apt-get install libpango-1.0-0).", allow_module_level=True)

PAGE = '<!DOCTYPE html><html lang="nl"><head><title>Brief</title></head><body>{}</body></html>'


class TestEveryLetter:
    """In Dutch and in English."""

    @pytest.mark.parametrize("taal", Taal)
    @pytest.mark.parametrize("name", letters(Taal.NL))
    def test_is_both(self, *, taal: Taal, name: str) -> None:
        """The checker finds nothing wrong with it."""
        assert faults(to_pdf(letters(taal)[name])) == []

    def test_says_its_language(self) -> None:
        """A screen reader speaks Dutch, or English."""
        for taal in Taal:
            with pikepdf.open(BytesIO(to_pdf(letters(taal)["Identiteitbrief"]))) as made:
                assert str(made.Root.Lang) == taal

    def test_is_made_the_same_every_time(self) -> None:
        """No clock and no chance: the same letter is the same file."""
        one = letters(Taal.NL)["GeenOverzichtbrief"]
        with time_machine.travel("2026-03-02"):
            early = to_pdf(one)
        with time_machine.travel("2031-03-02"):
            late = to_pdf(one)

        assert early == late

    def test_is_in_the_fonts_of_the_product(self) -> None:
        """Whatever fonts the system has."""
        with pikepdf.open(BytesIO(to_pdf(letters(Taal.NL)["Identiteitbrief"]))) as made:
            fonts = {str(font.BaseFont) for page in made.pages for font in page.Resources.Font.values()}

        assert {name.partition("+")[2].partition("-")[0] for name in fonts} == {"Casustafel"}

    @pytest.mark.parametrize("name", ["Identiteitbrief", "Correctiebrief"])
    def test_draws_the_letters_that_it_says(self, name: str) -> None:
        """Each character has the shape of its own font: also where a name has letters that few names have."""
        sources = [TTFont(str(finders.find(f"vendor/noto-sans/{one}"))) for one in FONTS]
        tables = [{chr(code): font.getGlyphID(glyph) for code, glyph in font.getBestCmap().items()} for font in sources]
        with pikepdf.open(BytesIO(to_pdf(letters(Taal.NL)[name]))) as made:
            fonts = {str(font.BaseFont): font for page in made.pages for font in page.Resources.Font.values()}
            drawn = {base: letters_of(font) for base, font in fonts.items()}

        assert sum("Ł" in shown.values() for shown in drawn.values()) == 1
        for base, shown in drawn.items():
            one = {code: text for code, text in shown.items() if code and len(text) == 1}
            assert any(all(table.get(text) == code for code, text in one.items()) for table in tables), base


class TestTheChecker:
    """It sees what is wrong."""

    @pytest.mark.parametrize(
        ("html", "fault"),
        [
            (PAGE.format("<h1>A</h1><img src='data:image/svg+xml,<svg/>'>").replace("lang", "data"), "no language"),
            (PAGE.format("<h1>A</h1>").replace("Brief", ""), "no title"),
            (PAGE.format("<h1>A</h1><h3>B</h3>"), "H3 comes after H1"),
            (PAGE.format("<h2>A</h2>"), "not one H1"),
            (PAGE.format("<h1>A</h1><table><tr><td>x</td></tr></table>"), "a table without headings"),
            (PAGE.format("<h1>A</h1><p><a href='https://voorbeeld.example'>x</a></p>"), "a link, a form or a file"),
        ],
    )
    def test_names_what_is_wrong_with_a_page(self, *, html: str, fault: str) -> None:
        """One fault, named."""
        assert fault in faults(pdf_of(html, taal="nl"))

    def test_names_what_an_ordinary_pdf_lacks(self) -> None:
        """Without tags and without metadata."""
        ordinary = pikepdf.new()
        ordinary.add_blank_page()
        written = BytesIO()
        ordinary.save(written)

        found = faults(written.getvalue())

        assert {"not tagged", "no language", "no title", "no metadata", "no output intent"} <= set(found)

    def test_names_an_image_without_a_text(self) -> None:
        """A picture that nobody describes is nothing to who cannot see it."""
        changed = BytesIO()
        with pikepdf.open(BytesIO(pdf_of(PAGE.format("<h1>A</h1><p>x</p>"), taal="nl"))) as made:
            made.Root.StructTreeRoot.K.append(pikepdf.Dictionary(S=pikepdf.Name.Figure))
            made.save(changed)

        assert faults(changed.getvalue()) == ["an image without a text"]


class TestNothingElse:
    """A letter is no way in and no way out."""

    @pytest.mark.parametrize("url", ["https://voorbeeld.example/x.css", "file:///etc/passwd", "lettertype:../x.woff2"])
    def test_is_fetched(self, url: str) -> None:
        """A template can name no other address than the fonts."""
        with pytest.raises(ValueError, match="fetches nothing"):
            pdf._fetcher().fetch(url)  # noqa: SLF001  # what WeasyPrint asks

    def test_pays_for_it(self) -> None:
        """Neither package is loaded by the product itself: only by who makes a letter."""
        code = (
            "import django; django.setup(); import casustafel.conf.urls, casustafel.brieven.pdf, sys;"
            "print([m for m in ('weasyprint', 'pikepdf') if m in sys.modules])"
        )
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

        assert ran.stdout.strip() == "[]"

    def test_is_hidden_where_pango_lacks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Who makes a letter reads which package is missing."""
        monkeypatch.setitem(sys.modules, "weasyprint", None)

        with pytest.raises((PdfUnavailableError, ImportError)):
            to_pdf(letters(Taal.NL)["Identiteitbrief"])
