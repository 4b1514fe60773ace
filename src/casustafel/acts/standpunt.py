"""The position of a party on whatever is asked: its reasons, and who acted. Covenant 4."""

from casustafel.bestand.inhoud import StandpuntInhoud
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import StukId
from casustafel.convenant.overeenstemming import OvereenstemmingFeit
from casustafel.register import store as register


def standpunt_inhoud(pas: Pass, motivering: str) -> StandpuntInhoud:
    """Make the content of a position that is taken now, by who is at work."""
    return StandpuntInhoud(
        motivering=motivering,
        door=register.handelend(pas.wie),
        als_plaatsvervanger=pas.wie.is_plaatsvervanger,
    )


def open_question(found: tuple[StukId, OvereenstemmingFeit] | None) -> StukId:
    """Give the piece of the question that the rule saw to be open; without one the rule would have refused."""
    if found is None:
        msg = "The rule allows this only where a question is open."
        raise LookupError(msg)
    return found[0]
