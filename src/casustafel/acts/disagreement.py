"""Who is told where the filter of a list finds what its rule does not allow. Cov. 15.2.g.

The gate leaves the row out and logs it; what is done about it is an act, and acts stand above the gate.
"""

from collections.abc import Callable, Sequence
from typing import Any

from casustafel.acts.edge import Edge
from casustafel.convenant.feit import Wie
from casustafel.convenant.verdict import Verdict

_watchers: list[Callable[..., None]] = []


def watch_disagreement(watcher: Callable[..., None]) -> None:
    """Tell this function of each: the act, who asked, the verdicts that did not allow, and the edge."""
    _watchers.append(watcher)


def tell_disagreement(act: Any, wie: Wie, verdicts: Sequence[Verdict], *, edge: Edge) -> None:
    """Tell who watches, where there is anything to tell."""
    refused = [verdict for verdict in verdicts if not verdict.is_allowed]
    for watcher in _watchers if refused else ():
        watcher(act, wie, refused, edge=edge)
