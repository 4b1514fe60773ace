"""Seal the logs, and check them: no acts, for they show nobody a row and would log without end. Covenant 15.2.e."""

from base64 import b64encode, urlsafe_b64decode
from collections.abc import Callable, Iterator
from typing import Any

from casustafel.acts.edge import Edge
from casustafel.acts.files import LOGBOEKEN
from casustafel.bestand.logboek import ROUND
from casustafel.bestand.logcontrole import Bevinding, Controle
from casustafel.kluis.store import log_signer

__all__ = ["Bevinding", "Controle", "checkpoints", "checks_of_logs", "prove", "seal_logs"]


def seal_logs(edge: Edge, *, is_whole: bool = False) -> int:
    """Seal every row that has no leaf yet, file by file, and tell how many; safe to repeat, at any moment."""
    sealed, signer = 0, log_signer()
    for logboek in LOGBOEKEN.values():
        done = ROUND
        while done == ROUND:
            done = logboek.seal(at=edge.now, signer=signer, new_bytes=_bytes_of(edge), is_whole=is_whole)
            sealed += done
    return sealed


def _bytes_of(edge: Edge) -> Callable[[], bytes]:
    """Give 32 bytes at a time from the secrets of the edge."""
    return lambda: urlsafe_b64decode(edge.new_secret() + "=")


def checks_of_logs() -> Iterator[Controle]:
    """Give a check for the log of each file."""
    for logboek in LOGBOEKEN.values():
        yield Controle(logboek=logboek, signer=log_signer())


def checkpoints() -> list[dict[str, Any]]:
    """Give the latest checkpoint of each tree with the public key that it is checked with."""
    found: list[dict[str, Any]] = []
    for logboek in LOGBOEKEN.values():
        for boom_id in logboek.trees():
            stand = logboek.stand(boom_id, signer=log_signer())
            if stand is not None:
                found.append(
                    {
                        "file": logboek.naam,
                        "covenant": str(boom_id),
                        "size": stand.grootte,
                        "key": str(stand.verifier),
                        "checkpoint": stand.controlepunt,
                    }
                )
    return found


def prove(row: int) -> list[dict[str, Any]]:
    """Prove, for each file that has a row of this number, that it stands in the log; nothing of its content."""
    found: list[dict[str, Any]] = []
    for logboek in LOGBOEKEN.values():
        place = logboek.place_of(row)
        if place is None:
            continue
        boom_id, index = place
        stand = logboek.stand(boom_id, signer=log_signer())
        if stand is not None:
            tree = logboek.tree(boom_id, stand.grootte)
            found.append(
                {
                    "file": logboek.naam,
                    "covenant": str(boom_id),
                    "index": index,
                    "leaf": b64encode(tree.leaf(index)).decode(),
                    "proof": [b64encode(part).decode() for part in tree.inclusion(index)],
                    "checkpoint": stand.controlepunt,
                }
            )
    return found
