"""A kernpartij's own log rows, with the proof that each stands in the log, for its own checker. Covenant 15.2.e."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Niets
from casustafel.acts.toezicht.logbewijs import ACTIVITY
from casustafel.bestand.log import Gevolg
from casustafel.bestand.logboek import Logboek, Stand
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.logbewijs import may_export_logregels
from casustafel.convenant.verdict import Verdict
from casustafel.kluis.store import log_signer
from casustafel.ledger.export import write_export


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoer:
    """An export that may be made: it is written after the log row of the act is, outside its transaction."""

    logboek: Logboek
    stand: Stand
    boom_id: UUID
    organisatie_id: UUID

    def data(self) -> bytes:
        """Write it, with a proof from each of the last checkpoints that the party fetched."""
        return b"".join(self._parts())

    def _parts(self) -> Iterator[bytes]:
        size = self.stand.grootte
        return write_export(
            self.logboek.own_rows(self.boom_id, self.organisatie_id, size=size),
            tree=self.logboek.tree(self.boom_id, size),
            origin=self.logboek.origin(self.boom_id),
            organisatie=self.organisatie_id.hex,
            controlepunt=self.stand.controlepunt,
            sizes=self.logboek.sizes_of(self.boom_id, self.organisatie_id),
            signer=log_signer(),
        )


def _rule(wie: Wie, _invoer: Niets, edge: Edge) -> Verdict:
    return may_export_logregels(wie, day=edge.day)


def _run(logboek: Logboek, pas: Pass) -> Uitvoer | None:
    """Give the export under the latest checkpoint, which the kernpartij has from then on."""
    boom_id, organisatie_id = pas.wie.convenant.id, pas.wie.organisatie_id
    stand = logboek.stand(boom_id, signer=log_signer())
    if stand is None or organisatie_id is None:
        return None
    logboek.give(stand, boom_id, organisatie_id=organisatie_id, at=pas.moment)
    return Uitvoer(logboek=logboek, stand=stand, boom_id=boom_id, organisatie_id=organisatie_id)


def _act_of(logboek: Logboek) -> PlainAct[Niets, Uitvoer | None]:
    return PlainAct(
        code=f"export-logregels-{logboek.naam}",
        articles=("15.2.e",),
        bestand=logboek.bestand,
        verwerking=ACTIVITY,
        gevolg=Gevolg.EXPORTED,
        invoer=Niets,
        rule=_rule,
        run=lambda pas, _invoer: _run(logboek, pas),
    )


export_logregels = {logboek.naam: register_act(_act_of(logboek)) for logboek in LOGBOEKEN.values()}
"""The own rows of a kernpartij, by the name of the file."""
