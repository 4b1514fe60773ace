"""Load the demo once per installation."""

from datetime import date, datetime

from django.conf import settings

from casustafel.acts.edge import LOCAL, at, edge
from casustafel.demo.load import MARK, Persona, load


def load_once(*, on: date | None) -> list[Persona] | None:
    """Load the demo as it stands on a day (today by default), or give nothing where it is there already."""
    if (settings.CASUSTAFEL_DATA / MARK).exists():
        return None
    here = edge()
    if on is not None:
        here = at(datetime.combine(on, here.now.astimezone(LOCAL).time(), LOCAL))
    return load(data=settings.CASUSTAFEL_DATA, edge=here)
