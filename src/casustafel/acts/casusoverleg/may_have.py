"""Whether the reader may have an item, by its class and the own decisions on it. Covenant 6, reading *Class*."""

from uuid import UUID

from casustafel.acts.casusoverleg.steun import readable
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import CasusFeit, StukId
from casustafel.convenant.rules.klasse import Steun
from casustafel.convenant.verstrekking import Merk


def may_have(pas: Pass, casus: CasusFeit, item_id: UUID, merk: Merk) -> bool:
    """Tell whether who holds the pass may have an item with this mark."""
    return item_id in readable(pas, casus, [Steun(id=StukId(item_id), merk=merk)])
