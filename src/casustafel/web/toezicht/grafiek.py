"""A chart of counts as SVG, drawn on the server: bars, with the same figures as the table under it. Covenant 18.4.

No style attribute and no script: colours come from the style sheet, which a strict content policy lets through.
"""

from collections.abc import Sequence
from html import escape

import svg
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

WIDTH, LABEL, LINE, BAR = 640, 90, 22, 14
SCALE = WIDTH - LABEL - 60
KINDS = 4
"""How many colours of bars there are."""


def bars(title: str, rows: Sequence[str], columns: int, counts: Sequence[Sequence[int | None]]) -> SafeString:
    """Draw a bar for each count, row by row, `columns` of them in each; one that is kept back has no bar."""
    shown = [n for row in counts for n in row if n is not None]
    most = max(shown, default=0) or 1
    group = LINE * columns + LINE // 2
    height = group * len(rows) + LINE
    elements: list[svg.Element] = [svg.Title(text=escape(title))]
    for place, (row, values) in enumerate(zip(rows, counts, strict=True)):
        top = place * group + LINE
        elements.append(svg.Text(x=0, y=top + BAR - 2, text=escape(row), class_=["ct-chart__row"]))
        for line, n in enumerate(values):
            elements += _bar(n, top + line * LINE, kind=line % KINDS, most=most)
    drawn = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, height), class_=["ct-chart"], extra={"role": "img"}, elements=elements
    )
    return mark_safe(str(drawn))  # noqa: S308  # every text in it was escaped above


def _bar(n: int | None, top: int, *, kind: int, most: int) -> list[svg.Element]:
    length = max(SCALE * n // most, 1) if n else 0
    bar = svg.Rect(x=LABEL, y=top, width=length, height=BAR, class_=["ct-chart__bar", f"ct-chart__bar--{kind}"])
    words = _("kept back") if n is None else str(n)
    text = svg.Text(x=LABEL + length + 6, y=top + BAR - 2, text=escape(words), class_=["ct-chart__count"])
    return [bar, text] if length else [text]
