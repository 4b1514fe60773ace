"""The walk of the covenant itself: every text is given, for the register seals nothing and is about no subject."""

from datetime import timedelta
from typing import Any
from uuid import UUID

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
from casustafel.acts.register.evaluatie import (
    RecordEvaluatie,
    VerifyRegime,
    find_evaluaties,
    record_evaluatie,
    verify_regime,
)
from casustafel.acts.register.find_werk import find_werk_convenant
from casustafel.acts.register.geschil import (
    RecordGeschil,
    RecordOverleg,
    SettleGeschil,
    find_geschillen,
    record_geschil,
    record_overleg,
    settle_geschil,
)
from casustafel.acts.register.open_verwerkingen import open_verwerkingen
from casustafel.acts.register.open_voorstel import RecordPublicatie, find_voorstellen, open_voorstel, record_publicatie
from casustafel.acts.register.opzegging import WithdrawOpzegging, give_opzegging, open_opzegging, withdraw_opzegging
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
from casustafel.acts.register.vervanging import (
    NamePlaatsvervanger,
    WithdrawPlaatsvervanger,
    find_vervangingen,
    name_plaatsvervanger,
    withdraw_plaatsvervanger,
)
from casustafel.convenant.feit import Keuze, Rol
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
    _live(table)


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


def _live(table: Table) -> None:
    """Give notice and take it back; a dispute, an evaluation, a verification, a deputy."""
    day = table.edge(0).day
    _does(table, "rens", open_opzegging, Niets())
    _does(table, "rens", give_opzegging, Niets())
    _does(table, "rens", withdraw_opzegging, WithdrawOpzegging(reden=WHY))
    between = (table.organisatie("rik"), table.organisatie("gerda"))
    geschil_id = _does(table, "rik", record_geschil, RecordGeschil(tussen=between, artikel="9.3", omschrijving=WHY))
    _does(table, "gerda", record_overleg, RecordOverleg(geschil_id=geschil_id, op=day, verslag=WHY))
    _does(table, "rik", settle_geschil, SettleGeschil(geschil_id=geschil_id, op=day, uitkomst=WHY))
    _does(table, "petra", find_geschillen, Niets())
    _does(table, "omar", record_evaluatie, RecordEvaluatie(op=day, uitgevoerd_door="bureau (verzonnen)", conclusie=WHY))
    _does(table, "ulla", find_evaluaties, Niets())
    _does(table, "ulla", find_werk_convenant, Niets())
    _does(table, "omar", verify_regime, VerifyRegime(toelichting=WHY))
    _does(table, "bente", open_verwerkingen, Niets())
    _does(table, "gerda", find_vervangingen, Niets())
    soon = NamePlaatsvervanger(
        medewerker_id=UUID(int=7), rol=Rol.WEEGPLOEG, vanaf=day, tot=day + timedelta(days=7), reden="verlof"
    )
    with pytest.raises(Refused, match="4-medewerker_id"):
        _does(table, "gerda", name_plaatsvervanger, soon)
    with pytest.raises(Refused, match="4-vervanging_id"):
        _does(table, "gerda", withdraw_plaatsvervanger, WithdrawPlaatsvervanger(vervanging_id=UUID(int=7)))
