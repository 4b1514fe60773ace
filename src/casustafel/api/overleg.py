"""The endpoints for meetings: the same for each board. Covenant 7.3, 9.1."""

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from casustafel.acts.gate import Act
from casustafel.acts.overleg.agenda import move_overleg, order_agenda, plan_overleg, put_on_agenda, take_off_agenda
from casustafel.acts.overleg.beeld import OverlegAfspraak, OverlegBeeld, OverlegLijst, OverlegStand
from casustafel.acts.overleg.meet import cancel_overleg, discuss_punt, finish_overleg, record_aanwezig, start_overleg
from casustafel.acts.overleg.read import export_overleg, find_overleggen, open_overleg, peek_overleg
from casustafel.acts.overleg.werk import find_werk_overleg
from casustafel.convenant.overleg import Bord

if TYPE_CHECKING:
    from casustafel.api.routes import Route

WERK_OVERLEG: tuple[Act[Any, Any], ...] = tuple(find_werk_overleg.values())


def meetings(route: "type[Route]", *, made: type[BaseModel]) -> "tuple[Route, ...]":
    """Give the endpoints for the meetings of both boards; `route` makes one, `made` is what tells an id."""
    return tuple(one for bord in Bord for one in _of(bord, route, made=made))


# fmt: off
def _of(bord: Bord, route: "type[Route]", *, made: type[BaseModel]) -> "tuple[Route, ...]":
    """Give the endpoints for the meetings of one board."""
    every, one = f"/{bord}/overleggen", f"/{bord}/overleggen/{{overlegId}}"
    return (
        route(method="GET", path=every, acts=(find_overleggen[bord],), output=OverlegLijst,
              summary=f"Find the meetings of the {bord}"),
        route(method="POST", path=every, acts=(plan_overleg[bord],), output=made, location=f"{every}/{{id}}",
              summary=f"Plan a meeting of the {bord}"),
        route(method="GET", path=one, acts=(open_overleg[bord],), output=OverlegBeeld,
              summary=f"Open a meeting of the {bord}, with your own agenda"),
        route(method="PUT", path=f"{one}/moment", acts=(move_overleg[bord],),
              summary=f"Move a meeting of the {bord} to another day, time or place"),
        route(method="GET", path=f"{one}/stand", acts=(peek_overleg[bord],), output=OverlegStand, query=("stand",),
              summary=f"See whether a meeting of the {bord} changed for you"),
        route(method="GET", path=f"{one}/afspraak", acts=(export_overleg[bord],), output=OverlegAfspraak,
              summary=f"Take what a calendar may have of a meeting of the {bord}"),
        route(method="POST", path=f"{one}/punten", acts=(put_on_agenda[bord],),
              summary=f"Put a subject on the agenda of the {bord}"),
        route(method="PUT", path=f"{one}/punten", acts=(order_agenda[bord],),
              summary=f"Put the agenda of the {bord} in order"),
        route(method="DELETE", path=f"{one}/punten/{{puntId}}", acts=(take_off_agenda[bord],),
              summary=f"Take a subject off the agenda of the {bord}"),
        route(method="POST", path=f"{one}/opening", acts=(start_overleg[bord],),
              summary=f"Start a meeting of the {bord}"),
        route(method="POST", path=f"{one}/aanwezigen", acts=(record_aanwezig[bord],),
              summary=f"Record who is present at a meeting of the {bord}"),
        route(method="PUT", path=f"{one}/onderwerp", acts=(discuss_punt[bord],),
              summary=f"Go on to a subject in a meeting of the {bord}, or to none"),
        route(method="POST", path=f"{one}/afronding", acts=(finish_overleg[bord],),
              summary=f"Finish a meeting of the {bord}"),
        route(method="POST", path=f"{one}/afgelasting", acts=(cancel_overleg[bord],),
              summary=f"Call off a meeting of the {bord}"),
    )
# fmt: on
