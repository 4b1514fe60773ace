"""Make the PDF of a letter: PDF/A-3a to keep, which is also PDF/UA-1 to be read aloud.

WeasyPrint and pikepdf are loaded on the first letter, so that nothing else pays for them. Nothing is fetched from
anywhere: a template may name the fonts of the product, and no other address.
"""

import warnings
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

from casustafel.brieven.brief import Document, taal_of
from casustafel.brieven.sjabloon import write_out

FONTS = ("noto-sans-latin-wght-normal.woff2", "noto-sans-latin-ext-wght-normal.woff2")
PREFIX = "lettertype:"


class PdfUnavailableError(RuntimeError):
    """Raised where the system lacks what WeasyPrint stands on."""


def to_pdf(document: Document) -> bytes:
    """Give a document as PDF. The same document gives the same bytes.

    Raises `PdfUnavailableError` where Pango is not installed.
    """
    return pdf_of(write_out(document), taal=taal_of(document).value)


def pdf_of(html: str, *, taal: str) -> bytes:
    """Give a page of HTML as PDF/A-3a that is also PDF/UA-1."""
    weasyprint = _weasyprint()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        made: bytes = weasyprint.HTML(string=html, base_url="about:blank", url_fetcher=_fetcher()).write_pdf(
            pdf_variant="pdf/a-3a", pdf_tags=True
        )
    return _as_both(made, taal=taal)


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415  # loaded by who makes a letter, by nobody else
    except OSError as fault:
        raise PdfUnavailableError("Letters need Pango. On Debian or Ubuntu: apt-get install libpango-1.0-0") from fault
    return weasyprint


@cache
def _fetcher() -> Any:
    """Make what WeasyPrint asks for every address: it gives the fonts of the product, and refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415  # as above

    class OnlyFonts(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002  # WeasyPrint gives it
            name = url.removeprefix(PREFIX)
            if not url.startswith(PREFIX) or name not in FONTS:
                raise ValueError("A letter fetches nothing.")
            found = finders.find(f"vendor/noto-sans/{name}")
            if found is None:
                raise ValueError("The fonts of the product are not installed.")
            return URLFetcherResponse(url, body=Path(found).read_bytes(), headers={"Content-Type": "font/woff2"})

    return OnlyFonts()


def _as_both(made: bytes, *, taal: str) -> bytes:
    """Say in the metadata that the document is both, as each standard asks."""
    import pikepdf  # noqa: PLC0415  # loaded by who makes a letter, by nobody else

    written = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        title, producer = str(pdf.docinfo.get("/Title", "")), str(pdf.docinfo.get("/Producer", ""))
        packet = XMP.format(title=escape(title), producer=escape(producer), taal=escape(taal))
        metadata = pdf.make_stream(packet.encode())
        metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        pdf.Root.Metadata = metadata
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
                _forget_when(one.FontFile2)
        del pdf.trailer["/ID"]  # made of when, too: saving makes one of what is in the file
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _forget_when(stream: Any) -> None:
    """Take out of an embedded font when it was cut from the whole one: no clock gets into a letter."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # WeasyPrint brings it

    written = BytesIO()
    with TTFont(BytesIO(stream.read_bytes()), recalcTimestamp=False) as font:
        font["head"].modified = font["head"].created
        font.save(written)
    stream.write(written.getvalue())
    stream.Length1 = len(written.getvalue())


# PDF/A asks that whoever uses a schema it does not know describes it: that of PDF/UA is one.
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdf:Producer>{producer}</pdf:Producer>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
