"""The edge: where the clock and randomness enter. Everything below gets them passed down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.conf import settings

LOCAL = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The moment of a request and its sources of randomness.

    `since_sign_in` is how long ago who is at a screen last showed who they are; nothing where there is no screen.
    """

    now: datetime
    since_sign_in: timedelta | None = None
    new_id: Callable[[], UUID] = uuid4
    new_secret: Callable[[], str] = token_urlsafe

    @property
    def day(self) -> date:
        """Give the local day: terms are counted in Europe/Amsterdam."""
        return self.now.astimezone(LOCAL).date()


def edge() -> Edge:
    """Look at the clock. In a demo installation the day can be set; the time of day stays real."""
    now = datetime.now(UTC)
    shown: date | None = settings.CASUSTAFEL_ON
    if shown is not None:
        local = now.astimezone(LOCAL)
        now = datetime.combine(shown, local.time(), LOCAL).astimezone(UTC)
    return Edge(now=now)


def at(moment: datetime) -> Edge:
    """Stand at a given moment: for loading the invented past of a demo, and for jobs that name their day."""
    return Edge(now=moment)
