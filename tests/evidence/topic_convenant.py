"""The walk of the covenant itself: every text is given, for the register seals nothing and is about no subject."""

from typing import Any

import pytest

from casustafel.acts.gate import Act, Refused
from casustafel.acts.invoer import Invoer, Niets
from casustafel.acts.register.decide_voorstel import (
    OpVoorstel,
    TakeStandpuntVoorstel,
    remind_voorstel,
    take_standpunt_voorstel,
    withdraw_standpunt_voorstel,
    withdraw_voorstel,
)
from casustafel.acts.register.open_voorstel import RecordPublicatie, find_voorstellen, open_voorstel, record_publicatie
from casustafel.acts.register.propose import (
    AdmitPartij,
    CriteriumVoorstel,
    ProposePartner,
    ProposePartnerEinde,
    ProposeReferentiekader,
    ProposeTekst,
    admit_partij,
    propose_partner,
    propose_partner_einde,
    propose_referentiekader,
    propose_tekst,
)
from casustafel.convenant.feit import Keuze
from casustafel.convenant.partij import Soort
from casustafel.convenant.voorstel import Onderdeel
from casustafel.demo.table import Table
from tests.evidence.stage import Stage

WHY = "Nodig voor de aanpak (verzonnen)."


def walk(stage: Stage) -> None:
    """Do every act on the covenant itself."""
    table = stage.table
    _propose(table)
    partner = ProposePartner(naam="Woonhulp (verzonnen)", code="woonhulp", contact="loket", reden=WHY)
    voorstel_id = _does(table, "gerda", propose_partner, partner)
    op = OpVoorstel(voorstel_id=voorstel_id)
    agree = TakeStandpuntVoorstel(voorstel_id=voorstel_id, keuze=Keuze.INSTEMMEN, motivering=WHY)
    _does(table, "gerda", take_standpunt_voorstel, agree)
    _does(table, "gerda", withdraw_standpunt_voorstel, op)
    _does(table, "ulla", remind_voorstel, op)
    _does(table, "omar", open_voorstel, op)
    _does(table, "gerda", withdraw_voorstel, op)
    _does(table, "petra", find_voorstellen, Niets())
    published = RecordPublicatie(onderdeel=Onderdeel.CONVENANT, referentie="Stcrt. 2026, 1", op=table.edge(0).day)
    _does(table, "ulla", record_publicatie, published)


def _propose(table: Table) -> None:
    """Propose one of each kind."""
    leaves = ProposePartnerEinde(organisatie_id=table.organisatie("roc"), reden=WHY)
    _does(table, "gerda", propose_partner_einde, leaves)
    text = ProposeTekst(onderdeel=Onderdeel.BIJLAGE_2, versienaam="2", tekst="Zo werken wij (verzonnen).", reden=WHY)
    _does(table, "omar", propose_tekst, text)
    criteria = (CriteriumVoorstel(code="gedrag", tekst="Zichtbaar gedrag (verzonnen)."),)
    kader = ProposeReferentiekader(versienaam="proef-2", criteria=criteria, reden=WHY)
    _does(table, "petra", propose_referentiekader, kader)
    joins = AdmitPartij(soort=Soort.OM, code="om-2", naam="OM Elders (verzonnen)", contact="loket", reden=WHY)
    with pytest.raises(Refused, match=r"18\.3-soort"):
        _does(table, "gerda", admit_partij, joins)


def _does(table: Table, name: str, act: Act[Any, Any], invoer: Invoer) -> Any:
    return table.does(name, act, invoer, days_ago=0)
