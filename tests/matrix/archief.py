"""The archive in the matrix: numbers and dates, a stated question, one item, a renewed decision. Covenant 13."""

from typing import Final
from uuid import UUID

from casustafel.acts.archief.archiefvraag import StateArchiefvraag, state_archiefvraag
from casustafel.acts.archief.reactivering import AskReactivering, ask_reactivering
from casustafel.acts.bewaring.due import parts_of, systemen
from casustafel.archief.models import Dossier as ArchiefDossier
from casustafel.archief.models import Stuk
from casustafel.casusoverleg.models import Casus
from casustafel.convenant.archief import Vraagsoort
from casustafel.jobs.archiveren import archive
from casustafel.jobs.relay import relay
from casustafel.jobs.vernietigen import destroy_marked
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.models import Dossier
from tests.matrix.asked import Cell, Request, asked, first
from tests.matrix.expected import ARCHIEF_STATES, COLLEGE, ELSEWHERE, Names, Row
from tests.matrix.roles import TASKED, UITVOERDER, WEEGPLOEG
from tests.matrix.world import LAST_CASEWORK, PAST_FIVE_YEARS, World, handed_over
from tests.reseal import reseal

ASKED_AGAIN: Final = frozenset({"reactivation asked"})


def archieven(world: World) -> None:
    """Archive a subject for each state: just archived, with a renewed decision asked, and past its five years."""
    (wie,) = [one for one in systemen(day=world.table.edge(0).day) if one.convenant.id == _convenant(world)]
    for staat in (*sorted(ARCHIEF_STATES), "past five years"):
        steps, casus = handed_over(world)
        reseal(Dossier.objects.filter(pk=steps.dossier_id), laatste_verwerking_op=LAST_CASEWORK)
        reseal(Casus.objects.filter(pk=casus.casus_id), laatste_verwerking_op=LAST_CASEWORK)
        (feit,) = weegploeg.bewaring([steps.dossier_id], lock=False).values()
        assert archive(wie, [parts_of(feit)], edge=world.table.edge(0)) == 1
        world.archieven[staat] = steps.dossier_id
    relay(edge=world.table.edge(0))
    destroy_marked(edge=world.table.edge(0))
    for staat in ARCHIEF_STATES:
        houder_id = world.archieven[staat]
        vraag = StateArchiefvraag(houder_id=houder_id, soort=Vraagsoort.KLACHT, kenmerk="Klacht 12 (verzonnen)")
        world.things[f"vraag {houder_id}"] = str(world.table.does("gerda", state_archiefvraag, vraag, days_ago=0))
    houder_id = world.archieven["reactivation asked"]
    again = AskReactivering(
        houder_id=houder_id,
        versie=world.versie(houder_id),
        doelstelling="i",
        noodzaak="Nodig (verzonnen).",
        items=(UUID(_pieces(houder_id, "weegploeg", "signaal")[0]),),
    )
    world.things[f"vraag {houder_id}"] = str(world.table.does("gerda", ask_reactivering, again, days_ago=0))
    past = ArchiefDossier.objects.filter(pk=world.archieven["past five years"])
    past.update(laatste_verwerking_op=PAST_FIVE_YEARS)


def _convenant(world: World) -> UUID:
    return world.table.people["gerda"].convenant_id


def _pieces(houder_id: UUID, herkomst: str, soort: str) -> list[str]:
    rows = Stuk.objects.filter(houder_id=houder_id, herkomst=herkomst, soort=soort).order_by("op", "volg")
    return [str(pk) for pk in rows.values_list("pk", flat=True)]


def on_archief(*, states: Names = ARCHIEF_STATES, done_too: dict[str, Names] | None = None) -> Row:
    """Make a row on an archived subject. 13.2: kernpartijen only; the uitvoerder, who sees numbers, is told so."""
    return Row(may=WEEGPLOEG, told=UITVOERDER, states=states, done_too=done_too or {})


def rows() -> dict[str, Row]:
    """Give what must come of each act on the archive."""
    by_who_stated = {"archived": COLLEGE}
    return {
        "find-archieven": Row(may=WEEGPLOEG | ELSEWHERE | TASKED, told=UITVOERDER),
        "open-archief": on_archief(),
        "state-archiefvraag": on_archief(),
        # a question opens for who stated it; a decision that is pending for each kernpartij
        "open-archiefitems": Row(may=WEEGPLOEG, told=UITVOERDER, states=ASKED_AGAIN, done_too=by_who_stated),
        "open-archiefitem": Row(may=WEEGPLOEG, told=UITVOERDER, states=ASKED_AGAIN, done_too=by_who_stated),
        "ask-reactivering": on_archief(states=frozenset({"archived"})),
        "take-standpunt-reactivering": on_archief(states=ASKED_AGAIN),
        "remind-reactivering": on_archief(states=ASKED_AGAIN),
        "withdraw-reactivering": Row(may=COLLEGE, told=WEEGPLOEG | UITVOERDER, states=ASKED_AGAIN),
    }


@asked("find-archieven", "open-archief")
def _nothing(_cell: Cell) -> Request:
    return Request()


@asked("state-archiefvraag")
def _state(_cell: Cell) -> Request:
    return Request({"soort": "klacht", "kenmerk": "Klacht 13 (verzonnen)"})


def _vraag(cell: Cell) -> str:
    return str(cell.world.things.get(f"vraag {cell.houder_id}", UUID(int=9)))


@asked("open-archiefitems")
def _items(cell: Cell) -> Request:
    return Request(path={"vraagId": _vraag(cell)})


@asked("open-archiefitem")
def _item(cell: Cell) -> Request:
    head = first(_pieces(cell.houder_id, "weegploeg", "kop"))
    return Request(path={"vraagId": _vraag(cell), "itemId": head})


@asked("ask-reactivering")
def _ask(cell: Cell) -> Request:
    chosen = _pieces(cell.houder_id, "weegploeg", "signaal")[:1]
    body = {"doelstelling": "i", "noodzaak": "Nodig (verzonnen).", "items": chosen, "versie": cell.versie}
    return Request(body)


@asked("take-standpunt-reactivering")
def _take(cell: Cell) -> Request:
    return Request({"keuze": "instemmen", "motivering": "Nodig (verzonnen).", "versie": cell.versie})


@asked("withdraw-reactivering", "remind-reactivering")
def _withdraw(cell: Cell) -> Request:
    return Request({"versie": cell.versie})
