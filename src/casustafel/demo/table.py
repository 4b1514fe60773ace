"""The invented people at work: each step of theirs is an act through the gate, on a day of their invented past."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from casustafel.acts.edge import Edge, at
from casustafel.acts.gate import Act, do, enter
from casustafel.acts.invoer import Invoer
from casustafel.acts.places import Plaats
from casustafel.convenant.feit import Taak, Wie

Out = TypeVar("Out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who sits round the table, by first name, and the moment that counts as now."""

    people: Mapping[str, Plaats]
    now: datetime

    def edge(self, days_ago: int) -> Edge:
        """Stand so many days before now."""
        return at(self.now - timedelta(days=days_ago))

    def who(self, name: str, *, days_ago: int = 0) -> Wie:
        """Give the facts about one of the people on a day."""
        return enter(self.people[name], edge=self.edge(days_ago))

    def organisatie(self, name: str) -> UUID:
        """Give the organisation of one of the people."""
        return self.people[name].organisatie_id

    def does(self, name: str, act: Act[Any, Out], invoer: Invoer, *, days_ago: int) -> Out:
        """Let one of the people do an act, so many days before now."""
        return do(act, wie=self.who(name, days_ago=days_ago), invoer=invoer, edge=self.edge(days_ago))

    def does_with_task(self, name: str, taak: Taak, act: Act[Any, Out], invoer: Invoer, *, days_ago: int) -> Out:
        """Let the uitvoerder do an act for a named task, so many days before now. Covenant 5."""
        wie = replace(self.who(name, days_ago=days_ago), taak=taak)
        return do(act, wie=wie, invoer=invoer, edge=self.edge(days_ago))
