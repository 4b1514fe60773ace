"""Every row of the matrix: the two boards and the covenant, and the topics that have a module of their own."""

from typing import Final

from tests.matrix import archief, expected, incident, informeren, overleg, tafel, toezicht, verzoek
from tests.matrix.expected import Row

ROWS: Final[dict[str, Row]] = {
    **expected.ROWS,
    **overleg.rows(),
    **tafel.rows(),
    **archief.rows(),
    **informeren.rows(),
    **verzoek.rows(),
    **incident.rows(),
    **toezicht.rows(),
}
