"""The evidence of the logs: looked at, fetched, exported and signed, file by file. Covenant 15.2.e."""

from base64 import b64encode
from contextlib import suppress

from casustafel.acts.gate import Refused
from casustafel.acts.toezicht.logbewijs import fetch_controlepunt, find_logbewijs, find_werk_logbewijs, open_tegel
from casustafel.acts.toezicht.logregels import export_logregels
from casustafel.acts.toezicht.logzoeken import search_log
from casustafel.acts.toezicht.medeondertekenen import cosign_controlepunt
from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.ledger.note import SoftSigner
from tests.evidence.stage import Stage

CONTROLS = "fatma"
SIGNER = SoftSigner(bytes(range(32)))


def walk(stage: Stage) -> None:
    """Do each act in each file; the signature is first one that is none."""
    for bestand in find_logbewijs:
        stage.does("petra", find_logbewijs[bestand])
    seal_logs(stage.table.edge(0))
    stage.does("petra", find_werk_logbewijs)
    today = stage.table.edge(0).day
    for act in search_log.values():
        stage.does(CONTROLS, act, van=today, tot=today)
    for bestand in find_logbewijs:
        note = stage.does("petra", fetch_controlepunt[bestand])
        stage.does("petra", open_tegel[bestand], niveau=0, nummer=0, breedte=1)
        export = stage.does("petra", export_logregels[bestand])
        assert export.data()
        text = note.rpartition("\n\n")[0] + "\n"
        grootte = int(text.split("\n")[1])
        with suppress(Refused):
            stage.does("petra", cosign_controlepunt[bestand], grootte=grootte)
        key, signature = b64encode(SIGNER.public).decode(), b64encode(SIGNER.sign(text.encode())).decode()
        stage.does("petra", cosign_controlepunt[bestand], grootte=grootte, sleutel=key, handtekening=signature)
