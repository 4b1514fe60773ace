"""What the product can show of itself: articles, acts, and every door with the act behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

import casustafel.acts
import casustafel.convenant.rules
from casustafel.acts.bewaring.herstel import HERHALINGEN, end_sessies_act
from casustafel.acts.gaafheid import KEURINGEN
from casustafel.acts.gate import ACTS
from casustafel.acts.toezicht.incident import open_bevinding
from casustafel.acts.toezicht.verantwoording import tests_by_article
from casustafel.api.logbewijs import doors as tile_doors
from casustafel.api.routes import doors as api_doors
from casustafel.convenant.artikel import artikelen, rules_of

Row = dict[str, Any]
COMMANDS = {
    "migrate": "closed: sets up an installation, reads no content",
    "convenant load": "load-convenant",
    "people load": "load-people",
    "invite": "load-people",
    "demo load": "closed: the invented people, each step an act",
    "demo run": "closed: demo load and serve",
    "relay": "send-overdracht, receive-overdracht, acknowledge-overdracht, "
    "send-correctie, receive-correctie, acknowledge-correctie, "
    "send-aanvulling, receive-aanvulling, acknowledge-aanvulling, "
    "send-uitvoering, receive-uitvoering-weegploeg, receive-uitvoering-casus, receive-uitvoering-archief, "
    "receive-uitvoering-verzoek, acknowledge-uitvoering, "
    "send-afsluiting, receive-afsluiting, acknowledge-afsluiting, "
    "send-archivering-weegploeg, acknowledge-archivering-weegploeg, "
    "send-archivering-casusoverleg, acknowledge-archivering-casusoverleg, receive-archivering, "
    "send-reactivering, receive-reactivering, acknowledge-reactivering, "
    "send-afscherming, acknowledge-afscherming, "
    "shield-weegploeg, lift-weegploeg, shield-casusoverleg, lift-casusoverleg, shield-archief, lift-archief",
    "nachtwerk": "hear-elders-weegploeg, hear-elders-casusoverleg, "
    "begin-vernietiging-weegploeg, withdraw-vernietiging-weegploeg, finish-vernietiging-weegploeg, "
    "begin-vernietiging-casusoverleg, withdraw-vernietiging-casusoverleg, finish-vernietiging-casusoverleg, "
    "begin-vernietiging-archief, withdraw-vernietiging-archief, finish-vernietiging-archief, "
    "begin-vernietiging-betrokkene, withdraw-vernietiging-betrokkene, finish-vernietiging-betrokkene, "
    "begin-vernietiging-toezicht, withdraw-vernietiging-toezicht, finish-vernietiging-toezicht, "
    "pack-archivering-weegploeg, withdraw-archivering-weegploeg, "
    "pack-archivering-casusoverleg, withdraw-archivering-casusoverleg, "
    "keep-afgeschermd-weegploeg, keep-afgeschermd-archief, "
    "record-verval, drop-berichten-casusoverleg, drop-berichten-archief, drop-convenantstukken, "
    "drop-overleggen-weegploeg, drop-overleggen-casusoverleg, "
    "drop-autorisaties, drop-tokens, empty-accounts, run-nachtwerk",
    "backup": "closed: copies files that stay sealed, reads no content",
    "restore": ", ".join([*(act.code for act in HERHALINGEN.values()), end_sessies_act.code]),
    "health": ", ".join([*(keuring.act.code for keuring in KEURINGEN.values()), open_bevinding.code]),
    "logboek verify": open_bevinding.code,
    "logboek checkpoint": "closed: prints what was signed, shows no row",
    "logboek prove": "closed: prints hashes, shows no row",
    "serve": "closed: starts the other doors",
    "articles": "closed: lists what the code declares",
    "acts": "closed: lists what the code declares",
    "doors": "closed: lists what the code declares",
    "openapi": "closed: prints what the code declares",
}


def load_all() -> None:
    """Import every act and rule, so that the lists are whole."""
    for package in (casustafel.acts, casustafel.convenant.rules):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)


def acts() -> list[Row]:
    """List each act with what it declares."""
    load_all()
    return [
        {
            "act": act.code,
            "articles": list(act.articles),
            "file": act.bestand.value,
            "activity": act.verwerking,
            "effect": act.gevolg.value,
        }
        for act in sorted(ACTS.values(), key=lambda act: act.code)
    ]


def doors() -> list[Row]:
    """List every route, endpoint and command with its act, or why it is in the closed list of doors without one."""
    load_all()
    rows = [*_web_doors(), *_api_doors()]
    rows += [{"kind": "command", "door": name, "act": act} for name, act in COMMANDS.items()]
    return rows


def _patterns(found: Iterable[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in found:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, path)
        else:
            yield path, pattern


def _web_doors() -> Iterator[Row]:
    for path, pattern in _patterns(get_resolver().url_patterns):
        if path.startswith("v1/"):
            continue
        view = pattern.callback
        served = getattr(view, "acts", ())
        if served:
            act = ", ".join(served)
        else:
            act = "closed: open door" if getattr(view, "is_open", False) else "closed: one's own session"
        yield {"kind": "screen", "door": f"/{path}", "act": act}


def _api_doors() -> Iterator[Row]:
    for method, path, act in (*api_doors(), *tile_doors()):
        yield {"kind": "api", "door": f"{method} {path}", "act": act}


def articles() -> list[Row]:
    """List each article with its status, rules, acts, screens and tests."""
    load_all()
    by_article: defaultdict[str, list[str]] = defaultdict(list)
    screens: defaultdict[str, list[str]] = defaultdict(list)
    for act in ACTS.values():
        for artikel_id in act.articles:
            by_article[artikel_id].append(act.code)
    for door in _web_doors():
        for code in door["act"].split(", "):
            for artikel_id in ACTS[code].articles if code in ACTS else ():
                screens[artikel_id].append(door["door"])
    tests = tests_by_article()
    return [
        {
            "article": artikel.id,
            "status": artikel.status.value,
            "title": artikel.titel,
            "rules": [rule.removeprefix("casustafel.convenant.") for rule in rules_of(artikel.id)],
            "acts": sorted(by_article[artikel.id]),
            "screens": sorted(set(screens[artikel.id])),
            "tests": tests.get(artikel.id, []),
        }
        for artikel in artikelen()
    ]
