"""What PDF/UA-1 and PDF/A-3a ask of a letter, looked up in the file itself, whatever made it.

Not a whole validator: it holds what a letter of ours could get wrong.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
NAMES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def faults(made: bytes) -> list[str]:
    """Give what is wrong with a PDF; nothing where all is well."""
    with pikepdf.open(BytesIO(made)) as pdf:
        return [*_of_document(pdf), *_of_metadata(pdf), *_of_structure(pdf), *_of_pages(pdf)]


def elements(node: Any) -> Iterator[Any]:
    """Walk the structure tree in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from elements(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def _of_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    nothing: Any = pikepdf.Dictionary()
    if not root.get("/MarkInfo", nothing).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "not tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "no title"
    if not root.get("/ViewerPreferences", nothing).get("/DisplayDocTitle", False):
        yield "the title is not displayed"
    if not any(intent.S == "/GTS_PDFA1" for intent in root.get("/OutputIntents", [])):
        yield "no output intent"
    if pdf.is_encrypted:
        yield "encrypted"
    if "/OpenAction" in root or "/AA" in root or "/JavaScript" in root.get("/Names", nothing):
        yield "something happens on opening"


def _of_metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "no metadata"
        return
    tree = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314  # our own file
    for name, wanted in (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        prefix, local = name.split(":")
        key = f"{{{NAMES[prefix]}}}{local}"
        found = [e.text for e in tree.iter(key)] + [e.attrib[key] for e in tree.iter() if key in e.attrib]
        if found != [wanted]:
            yield f"{name} is {found}"
    titles = [e.text for e in tree.iterfind(".//dc:title/rdf:Alt/rdf:li", NAMES)]
    if titles != [str(pdf.docinfo.get("/Title", ""))]:
        yield "the titles differ"


def _of_structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    found = list(elements(pdf.Root.StructTreeRoot.K)) if "/StructTreeRoot" in pdf.Root else []
    level = 0
    for element in found:
        kind = str(element.S).removeprefix("/")
        if kind == "Figure" and not str(element.get("/Alt", "")):
            yield "an image without a text"
        if kind in {"H1", "H2", "H3", "H4", "H5", "H6"}:
            if int(kind[1]) > level + 1:
                yield f"{kind} comes after H{level}"
            level = int(kind[1])
        if kind == "Table" and not any(e.S == "/TH" for e in elements(element)):
            yield "a table without headings"
    if sum(e.S == "/H1" for e in found) != 1:
        yield "not one H1"


def _of_pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    nothing: Any = pikepdf.Dictionary()
    page: Any
    for page in pdf.pages:
        if "/StructParents" not in page:
            yield "a page outside the structure"
        for font in page.get("/Resources", nothing).get("/Font", nothing).values():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys()):
                yield f"{font.BaseFont} is not embedded"
            if "/ToUnicode" not in font:
                yield f"{font.BaseFont} cannot be read aloud"
        if any(str(a.Subtype) in {"/Link", "/Widget", "/FileAttachment"} for a in page.get("/Annots", [])):
            yield "a link, a form or a file"
        yield from _unmarked(page)


def _unmarked(page: pikepdf.Page) -> Iterator[str]:
    """Text is either part of the structure or marked as none of it."""
    marks: list[bool] = []
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name in {"BMC", "BDC"}:
            has_id = name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
            marks.append(has_id or str(operands[0]) == "/Artifact")
        elif name == "EMC":
            marks.pop()
        elif name in SHOWS_TEXT and not any(marks):
            yield "text outside the structure"
            return
