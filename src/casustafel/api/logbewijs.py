"""The evidence of the logs under the paths of C2SP tlog-tiles, behind the token: bytes, and so beside the table.

`…/checkpoint`, `…/tile/<L>/<N>[.p/<W>]`, and `…/uitvoer` with a kernpartij's own rows. Covenant 15.2.e.
"""

import re
from collections.abc import Iterator
from typing import Final

from django.http import HttpRequest, HttpResponse

from casustafel.acts.gate import Refused, do
from casustafel.acts.invoer import MAX_NUMBER, Niets
from casustafel.acts.toezicht.logbewijs import MOST_LEVEL, OpenTegel, fetch_controlepunt, open_tegel
from casustafel.acts.toezicht.logregels import export_logregels
from casustafel.api.door import Caller, PersoonlijkToken
from casustafel.api.problem import no_token, not_allowed, not_there, refused
from casustafel.api.routes import BASE, Door
from casustafel.ledger.checker import TILE_WIDTH, tile_path

PATH: Final = r"^logboeken/(?P<bestand>[a-z]+)/(?P<rest>checkpoint|uitvoer|tile/.+)$"
TILE: Final = re.compile(r"tile/(?P<level>0|[1-9]\d?)/(?P<number>(?:x\d{3}/)*\d{3})(?:\.p/(?P<width>[1-9]\d{0,2}))?")
TEXT, BYTES, LINES = "text/plain; charset=utf-8", "application/octet-stream", "application/jsonl"


def logbewijs(request: HttpRequest, bestand: str, rest: str) -> HttpResponse:
    """Answer with a checkpoint, a tile, or own rows."""
    if request.method != "GET":
        return not_allowed("GET")
    caller = PersoonlijkToken()(request)
    if caller is None:
        return no_token()
    if bestand not in open_tegel:
        return not_there()
    try:
        return _answer(caller, bestand, rest)
    except Refused as refusal:
        return refused(refusal.verdict, fields={})


def _answer(caller: Caller, bestand: str, rest: str) -> HttpResponse:
    if rest == "checkpoint":
        note = do(fetch_controlepunt[bestand], wie=caller.wie, invoer=Niets(), edge=caller.edge)
        return not_there() if note is None else HttpResponse(note, content_type=TEXT)
    if rest == "uitvoer":
        export = do(export_logregels[bestand], wie=caller.wie, invoer=Niets(), edge=caller.edge)
        return not_there() if export is None else HttpResponse(export.data(), content_type=LINES)
    asked = _tile(rest)
    tile = do(open_tegel[bestand], wie=caller.wie, invoer=asked, edge=caller.edge) if asked else None
    return not_there() if tile is None else HttpResponse(tile, content_type=BYTES)


def _tile(rest: str) -> OpenTegel | None:
    """Read the path of a tile in its one right form."""
    found = TILE.fullmatch(rest)
    if found is None:
        return None
    level, number = int(found["level"]), int(found["number"].replace("x", "").replace("/", ""))
    width = int(found["width"] or TILE_WIDTH)
    fits = level <= MOST_LEVEL and number <= MAX_NUMBER and width <= TILE_WIDTH
    if not fits or tile_path(level, number, width) != rest:
        return None
    return OpenTegel(niveau=level, nummer=number, breedte=width)


def doors() -> Iterator[Door]:
    """List each of these paths with each act behind it."""
    for path, acts in (("checkpoint", fetch_controlepunt), ("tile/{tegel}", open_tegel), ("uitvoer", export_logregels)):
        for bestand, act in acts.items():
            yield Door("GET", f"{BASE}/logboeken/{bestand}/{path}", act.code)
