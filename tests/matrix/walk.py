"""A walk of random acts by random people, and what must be true wherever it leads. Used by the stateful test."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Final
from uuid import UUID

from pydantic import ValidationError

from casustafel.acts.casusoverleg.find_casussen import FindCasussen, find_casussen
from casustafel.acts.edge import Edge
from casustafel.acts.gate import ACTS, Act, Refused, do, enter
from casustafel.api.routes import PATH_FIELDS, Route
from casustafel.casusoverleg import store as casusoverleg
from casustafel.casusoverleg.models import Casus
from casustafel.casusoverleg.models import Stuk as CasusStuk
from casustafel.convenant.feit import CasusStaat, DossierStaat, Wie
from casustafel.convenant.rules.toegang import NOT_THERE
from casustafel.weegploeg.models import Dossier
from casustafel.weegploeg.models import Stuk as DossierStuk
from tests.matrix.asked import ASKED, Cell, Request
from tests.matrix.paths import TABLE_ROUTES, holder_name, is_holder
from tests.matrix.roles import SEATS
from tests.matrix.world import World

# From which state to which a dossier or a casus may go: the covenant knows no other way (7.4, 8.3, 8.5, 9.3, 9.4).
DOSSIER_WAYS: Final = frozenset(
    {
        ("nieuw", "in-weging"),
        ("nieuw", "informatie-gevraagd"),
        ("in-weging", "informatie-gevraagd"),
        ("informatie-gevraagd", "in-weging"),
        ("in-weging", "agenderen"),
        ("in-weging", "niet-agenderen"),
        ("informatie-gevraagd", "agenderen"),
        ("informatie-gevraagd", "niet-agenderen"),
        ("agenderen", "overgedragen"),
        ("overgedragen", "afgesloten"),
        # 8.3: the last signaal went to the dossier where it belongs
        ("nieuw", "opgegaan"),
        ("in-weging", "opgegaan"),
        ("informatie-gevraagd", "opgegaan"),
        ("agenderen", "opgegaan"),
    }
)
CASUS_WAYS: Final = frozenset(
    {
        ("open", "plan-vastgesteld"),
        ("plan-vastgesteld", "afsluiting-geadviseerd"),
        ("afsluiting-geadviseerd", "plan-vastgesteld"),
        ("afsluiting-geadviseerd", "afgesloten"),
    }
)
# The acts that choose signals for the casus (8.5).
CHOOSING: Final = frozenset({"hand-over", "supplement-overdracht"})
# On how many dossiers or casussen somebody tries an act before giving up.
TRIES: Final = 3
OUTSIDERS: Final = (
    "casuspartij not at the table",
    "partner not at the table",
    "toezichthouder",
    "manager of authorisations",
    "auditor",
    "party that left, at the table",
    "secrecy not accepted",
    "authorisation that ended",
    "authorisation that was withdrawn",
    "kernpartij of another covenant",
)


@dataclass(slots=True)
class Walk:
    """Where the walk is: the world, the moment, and the states that were seen last."""

    world: World
    edge: Edge
    seen: dict[UUID, str] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    chosen: dict[UUID, set[UUID]] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)

    def has_standing(self, role: str) -> bool:
        """Tell whether one of the people may know what its organisation may know, as the walk went so far.

        Who accepts the secrecy on the way lacks nothing from then on (14.1).
        """
        seat = SEATS[role]
        lacks = "" if seat.lacks == "secrecy" and role in self.bound else seat.lacks
        return not lacks and seat.organisatie != "vertrokken"

    def wie(self, role: str) -> Wie | None:
        """Give who one of the people is today; nobody where they have no place."""
        person = self.world.people[role]
        if person.plaats is None:
            return None
        try:
            return enter(replace(person.plaats, taak=person.taak), edge=self.edge)
        except Refused:
            return None

    def holders(self, name: str) -> list[UUID]:
        """Give all that a path may be about: every dossier and casus that there is by now, or what the world has."""
        model = {"dossierId": Dossier, "casusId": Casus}.get(name)
        if model is not None:
            return list(model._base_manager.order_by("nummer").values_list("pk", flat=True))
        return [found for _staat, found in sorted(self.world.holders.get(name, {}).items())] or [UUID(int=7)]

    def step(self, code: str, role: str, pick: int) -> bool:
        """Let somebody try an act on a dossier or casus, if refused on the next ones; tells whether it was done."""
        act, route, wie = ACTS[code], TABLE_ROUTES[code], self.wie(role)
        if wie is None:
            return False
        holders = self.holders(holder_name(route))
        for further in range(min(TRIES, len(holders))):
            houder_id = holders[(pick + further) % len(holders)]
            request = ASKED[code](Cell(self.world, role, "", houder_id))
            if self._is_done(act, _values(route, request, houder_id), wie):
                self._note(code, role, houder_id, request)
                return True
        return False

    def _is_done(self, act: Act[Any, Any], values: dict[str, Any], wie: Wie) -> bool:
        try:
            do(act, wie=wie, invoer=act.invoer.model_validate(values, by_alias=True, by_name=True), edge=self.edge)
        except (Refused, ValidationError):
            return False
        return True

    def _note(self, code: str, role: str, houder_id: UUID, request: Request) -> None:
        self.done.append(code)
        if code == "accept-geheimhouding":
            self.bound.add(role)
        if code in CHOOSING:
            self.chosen.setdefault(houder_id, set()).update(UUID(i) for i in (request.body or {})["signalen"])


def _values(route: Route, request: Request, houder_id: UUID) -> dict[str, Any]:
    values = dict(request.body or {})
    for name in route.parameters:
        values[PATH_FIELDS[name]] = str(houder_id) if is_holder(name) else (request.path or {})[name]
    for pair in request.query.removeprefix("?").split("&"):
        name, _is, value = pair.partition("=")
        if name:
            values[name] = int(value) if value.isdecimal() else value
    return values


def begin(world: World, *, edge: Edge) -> Walk:
    """Begin a walk in the world as it is: what the casussen hold by then was chosen."""
    walk = Walk(world=world, edge=edge)
    for casus_id, dossier_id in Casus.objects.values_list("pk", "dossier_id"):
        held = CasusStuk.objects.filter(houder_id=casus_id, soort="signaal").values_list("bij_id", flat=True)
        walk.chosen[dossier_id] = {found for found in held if found}
    return walk


# --- what must be true ---


def unknown_ways(walk: Walk) -> Iterator[str]:
    """Yield each step from one state to another that the covenant does not know, and remember where all stands."""
    for model, states, ways in ((Dossier, DossierStaat, DOSSIER_WAYS), (Casus, CasusStaat, CASUS_WAYS)):
        for pk, staat in model._base_manager.values_list("pk", "staat"):
            states(staat)
            before = walk.seen.get(pk, staat)
            if before != staat and (before, staat) not in ways:
                yield f"{model.__name__}: {before} → {staat}"
            walk.seen[pk] = staat


def leaks(walk: Walk, rng: Random) -> Iterator[str]:
    """Yield each outsider who finds or opens a casus at whose table its organisation does not sit today.

    Of the acts that open a casus each outsider tries one, at random, on each casus.
    """
    every = casusoverleg.facts(list(Casus.objects.values_list("pk", flat=True)), lock=False)
    for role in OUTSIDERS:
        wie = walk.wie(role)
        if wie is None:
            continue
        seated = {pk for pk, casus in every.items() if casus.kop.is_at_table(wie.organisatie_id, day=walk.edge.day)}
        may_know = seated if walk.has_standing(role) else set()
        yield from (f"{role} finds a casus" for pk in _found(wie, walk.edge) - may_know if pk in every)
        for pk in every.keys() - may_know:
            code = rng.choice(("open-casus", "open-plan", "open-afsluiting"))
            if not _is_as_nothing(ACTS[code], wie, pk, walk.edge):
                yield f"{role} learns by {code} that a casus exists"


def _found(wie: Wie, edge: Edge) -> set[UUID]:
    try:
        return {casus.id for casus in do(find_casussen, wie=wie, invoer=FindCasussen(), edge=edge).casussen}
    except Refused:
        return set()


def _is_as_nothing(act: Act[Any, Any], wie: Wie, houder_id: UUID, edge: Edge) -> bool:
    try:
        do(act, wie=wie, invoer=act.invoer(houder_id=houder_id), edge=edge)
    except Refused as refused:
        return refused.verdict.outcome is NOT_THERE.outcome
    return False


def lost(walk: Walk) -> Iterator[str]:
    """Yield each chosen signaal that is not in the casus once, and each other signaal that is there.

    Asked when nothing is under way. A signaal that was moved out of the dossier leaves the casus too (8.3).
    """
    for casus_id, dossier_id in Casus.objects.values_list("pk", "dossier_id"):
        held = Counter(CasusStuk.objects.filter(houder_id=casus_id, soort="signaal").values_list("bij_id", flat=True))
        there = set(DossierStuk.objects.filter(houder_id=dossier_id, soort="signaal").values_list("pk", flat=True))
        chosen = walk.chosen.get(dossier_id)
        if chosen is None:
            continue
        if held != Counter(chosen & there):
            yield f"chosen {len(chosen & there)}, held {sum(held.values())}"
