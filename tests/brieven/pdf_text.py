"""Read the text of a PDF as its reader sees it, by the maps of the fonts that are embedded in it."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf


def text_in(made: bytes) -> str:
    """Give the words of a PDF with one space between them."""
    with pikepdf.open(BytesIO(made)) as pdf:
        return " ".join(" ".join(_of_page(page)) for page in pdf.pages)


def _of_page(page: Any) -> Iterator[str]:
    maps = {str(name): letters_of(font) for name, font in page.Resources.Font.items()}
    font: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands, name = list(step.operands), str(step.operator)
        if name == "Tf":
            font = maps[str(operands[0])]
        elif name in {"Tj", "TJ"}:
            parts = operands[0] if name == "TJ" else [operands[0]]
            yield from "".join(_words(part, font) for part in parts if isinstance(part, pikepdf.String)).split()


def _words(part: Any, font: dict[int, str]) -> str:
    codes = bytes(part)
    return "".join(font.get(int.from_bytes(codes[n : n + 2]), "") for n in range(0, len(codes), 2))


def letters_of(font: Any) -> dict[int, str]:
    """Give what each glyph of a font says, by its number."""
    found: dict[int, str] = {}
    for code, text in re.findall(
        rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>\s*$", font.ToUnicode.read_bytes(), re.MULTILINE
    ):
        found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found
