"""Find what is in the archive: numbers and dates, no name. Covenant 13.2.

Reading: nobody searches the archive by name. Who complains, asks or accounts names the number that stands in the
letters of the covenant; a search by name would open every record to answer a question about one.
"""

from collections.abc import Sequence

from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Pagina, Regel, Uitvoer
from casustafel.archief import store
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.feit import ConvenantFeit, Wie
from casustafel.convenant.rules.archief import kept_until, may_find_archief, may_find_archieven, past_since
from casustafel.convenant.verdict import Verdict

PAGE = 50
ACTIVITY = "archief raadplegen"


class FindArchieven(Invoer):
    """The page, counted from 1; or one subject by its number as dossier or as casus."""

    nummer: Regel = ""
    pagina: Pagina = 1


class ArchiefRegel(Uitvoer):
    """A subject in the archive: its numbers, its last casework, since when it is here, and until when."""

    id: Id
    nummer: str
    casus_nummer: str
    laatste_verwerking_op: Dag
    gearchiveerd_op: Dag
    bewaard_tot: Dag


class ArchiefLijst(Uitvoer):
    """A page of the archive, what is destroyed first at the top, and whether there is a next one."""

    pagina: int
    is_laatste: bool
    dossiers: tuple[ArchiefRegel, ...]


def regel_of(feit: ArchiefFeit, convenant: ConvenantFeit) -> ArchiefRegel:
    """Give the numbers and dates of a subject."""
    return ArchiefRegel(
        id=feit.id,
        nummer=feit.nummer,
        casus_nummer=feit.casus_nummer,
        laatste_verwerking_op=feit.verwerkt_op,
        gearchiveerd_op=feit.gearchiveerd_op,
        bewaard_tot=kept_until(feit, convenant),
    )


def _candidates(wie: Wie, invoer: FindArchieven, edge: Edge) -> Sequence[ArchiefFeit]:
    past = past_since(wie.convenant, day=edge.day)
    if invoer.nummer:
        return store.by_number(wie, invoer.nummer, past=past)
    return store.page(wie, past=past, offset=(invoer.pagina - 1) * PAGE, limit=PAGE)


def _show(pas: Pass, feiten: Sequence[ArchiefFeit], invoer: FindArchieven) -> ArchiefLijst:
    return ArchiefLijst(
        pagina=invoer.pagina,
        is_laatste=len(feiten) < PAGE,
        dossiers=tuple(regel_of(feit, pas.wie.convenant) for feit in feiten),
    )


def _rule(wie: Wie, feit: ArchiefFeit, edge: Edge) -> Verdict:
    return may_find_archief(wie, feit, day=edge.day)


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_archieven(wie, day=edge.day)


def _id(feit: ArchiefFeit) -> Id:
    return feit.id


find_archieven = register_act(
    ListAct(
        code="find-archieven",
        articles=("13.2", "5"),
        bestand=Bestand.ARCHIEF,
        verwerking=ACTIVITY,
        gevolg=Gevolg.FOUND,
        invoer=FindArchieven,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
    )
)
