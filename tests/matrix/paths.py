"""The endpoints of the matrix: of each act, what its path is about, and what is filled in."""

from typing import Final

from casustafel.acts.gate import ACTS
from casustafel.api.routes import ROUTES, Route
from casustafel.conf.lists import load_all
from tests.matrix.expected import FILES, STATES

load_all()

# What is answered in bytes stands beside the table of the API (C2SP tlog-tiles).
LOG_ROUTES: Final = {
    f"{code}-{name}": Route(method="GET", path=f"/logboeken/{name}/{rest}", acts=(ACTS[f"{code}-{name}"],), summary="")
    for name in (*FILES, "archief")
    for code, rest in (
        ("fetch-controlepunt", "checkpoint"),
        ("open-tegel", "tile/0/000.p/1"),
        ("export-logregels", "uitvoer"),
    )
}
TABLE_ROUTES: Final = {act.code: route for route in ROUTES for act in route.acts}
ALL_ROUTES: Final = TABLE_ROUTES | LOG_ROUTES


def holder_name(route: Route) -> str:
    """Name what a path is about: of a meeting also whose it is; nothing where it is about nothing in particular."""
    board = route.path.split("/")[1]
    names = (f"{name} {board}" if name == "overlegId" else name for name in route.parameters)
    return next((name for name in names if name in STATES), "")


def is_holder(name: str) -> bool:
    """Tell whether a parameter of a path names what the path is about."""
    return name in STATES or name == "overlegId"
