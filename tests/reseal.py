"""Change the plain columns of sealed rows in a test: through the gate, sealed anew and logged, like everything else."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from casustafel.acts.edge import Edge, at
from casustafel.acts.gate import HolderAct, perform_on
from casustafel.acts.invoer import OpHouder
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.tabel import VerzegeldTabel
from casustafel.convenant.feit import Wie
from casustafel.convenant.verdict import ALLOWED, Verdict
from casustafel.register import store as register
from tests.conftest import NOW


class _Reseal(OpHouder):
    """Which dossier or casus."""


def reseal(
    rows: Iterable[Any], *, edge: Edge | None = None, sealed: dict[str, object] | None = None, **columns: object
) -> None:
    """Set plain columns, and `sealed` fields, of rows of one file as if they had always been so; the version stays."""
    for row in rows:
        _reseal(row, edge or at(NOW), columns, sealed or {})


def _reseal(row: Any, edge: Edge, columns: dict[str, object], sealed: dict[str, object]) -> None:
    table: Any = type(row)
    houders = next(iter(_of(table, name) for name in ("Dossier", "Casus") if _of(table, name)))
    houder_id = getattr(row, "houder_id", row.id)
    wie = register.systeem(houders.objects.get(pk=houder_id).convenant_id, day=edge.day)
    assert wie is not None

    def run(pas: Pass, _facts: UUID, _invoer: _Reseal) -> None:
        inhoud = {**pas.open(row, dict, houder_id=houder_id), **sealed}
        for name, value in columns.items():
            setattr(row, name, value)
        pas.seal(row, inhoud, houder_id=houder_id)
        row.save(force_update=True)

    perform_on(_act(Bestand(table._meta.app_label), run), wie=wie, invoer=_Reseal(houder_id=houder_id), edge=edge)


def _of(table: type[VerzegeldTabel], name: str) -> Any:
    return table._meta.apps.all_models[table._meta.app_label].get(name.lower())


def _act(bestand: Bestand, run: Callable[[Pass, UUID, _Reseal], None]) -> HolderAct[_Reseal, UUID, None]:
    """Give an act that no face has: it is in no list."""
    return HolderAct(
        code="reseal",
        articles=("15.1",),
        bestand=bestand,
        verwerking="proef",
        gevolg=Gevolg.CHANGED,
        invoer=_Reseal,
        facts=_facts,
        rule=_rule,
        run=run,
        version=_version,
        adds=True,
    )


def _facts(ids: Iterable[UUID], *, lock: bool) -> dict[UUID, UUID]:
    assert lock
    return {houder_id: houder_id for houder_id in ids}


def _rule(_wie: Wie, _facts: UUID, _invoer: _Reseal, _edge: Edge) -> Verdict:
    return ALLOWED


def _version(_facts: UUID) -> int:
    return 0
