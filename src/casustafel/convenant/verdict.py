"""What a rule says: allowed, refused or hidden, with every reason and its article."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Outcome(StrEnum):
    """The three answers of a rule."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    HIDDEN = "hidden"


class Nature(StrEnum):
    """What a reason is about, so that every face answers with the same kind of error."""

    FIELD = "field"
    STATE = "state"
    RIGHT = "right"


def gettext_noop(text: str) -> str:
    """Mark an English text for translation; the faces translate it."""
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for not allowing: its article, a stable code, the sentence to show, and the field it is about."""

    artikel: str
    code: str
    text: str
    field: str | None = None
    nature: Nature = Nature.RIGHT
    params: Mapping[str, str] = dataclasses.field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of a rule. Only an allowed verdict has no reasons."""

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Tell whether the act may go on."""
        return self.outcome is Outcome.ALLOWED

    @property
    def is_hidden(self) -> bool:
        """Tell whether the asker gets the answer that fits what does not exist."""
        return self.outcome is Outcome.HIDDEN


ALLOWED = Verdict(Outcome.ALLOWED)


def refuse_for(reasons: Iterable[Reason]) -> Verdict:
    """Give *refused* with all the reasons, or *allowed* when there are none."""
    found = tuple(reasons)
    return Verdict(Outcome.REFUSED, found) if found else ALLOWED


def hide_for(reasons: Iterable[Reason]) -> Verdict:
    """Give *hidden* with all the reasons (for the log only), or *allowed* when there are none."""
    found = tuple(reasons)
    return Verdict(Outcome.HIDDEN, found) if found else ALLOWED


def field_fault(artikel: str, name: str, text: str, **params: str) -> Reason:
    """Make the reason for one field that is missing or wrong; its code is the article and the field."""
    return Reason(artikel=artikel, code=f"{artikel}-{name}", text=text, field=name, nature=Nature.FIELD, params=params)


def state_fault(artikel: str, name: str, text: str, **params: str) -> Reason:
    """Make the reason for something that the state of the dossier stands in the way of."""
    return Reason(artikel=artikel, code=f"{artikel}-{name}", text=text, nature=Nature.STATE, params=params)


def right_fault(artikel: str, name: str, text: str, **params: str) -> Reason:
    """Make the reason for something that is not this person's to do or see."""
    return Reason(artikel=artikel, code=f"{artikel}-{name}", text=text, params=params)
