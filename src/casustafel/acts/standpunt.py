"""The position of a party on whatever is asked: its reasons, and who acted. Covenant 4."""

from casustafel.bestand.inhoud import StandpuntInhoud
from casustafel.bestand.pas import Pass
from casustafel.register import store as register


def standpunt_inhoud(pas: Pass, motivering: str) -> StandpuntInhoud:
    """Make the content of a position that is taken now, by who is at work."""
    return StandpuntInhoud(
        motivering=motivering,
        door=register.handelend(pas.wie),
        als_plaatsvervanger=pas.wie.is_plaatsvervanger,
    )
