"""No list finds what it then has to hide from who is kept away. Covenant 15.2.b."""

from uuid import UUID, uuid4

import pytest
from pydantic import ValidationError

from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import ACTS, ListAct, Refused, do
from casustafel.archief.models import Dossier as ArchiefDossier
from casustafel.casusoverleg.models import Casus
from casustafel.conf.lists import load_all
from casustafel.convenant.rules.uitsluiting import Uitsluitgrond
from casustafel.demo.table import Table
from casustafel.register.models import Uitsluiting
from casustafel.register.store import uitsluiting
from casustafel.toezicht.models import Incident
from casustafel.weegploeg.models import Dossier

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.b")]
CONFIRMED = {"verblijft_in_nederland": True, "radicaliseert": True}


def keep_away(table: Table, name: str, *houders: UUID) -> None:
    """Keep one of the people away from these dossiers and casussen."""
    plaats = table.people[name]
    uitsluiting.add(
        [(uuid4(), houder_id) for houder_id in houders],
        medewerker_id=plaats.medewerker_id,
        convenant_id=plaats.convenant_id,
        grond=Uitsluitgrond.FAMILIE,
        op=table.now.date(),
        door="Iemand (verzonnen)",
    )


def kept_from(table: Table, name: str) -> set[UUID]:
    """Give what is kept from one of the people."""
    rows = Uitsluiting.objects.filter(medewerker_id=table.people[name].medewerker_id)
    return set(rows.values_list("houder_id", flat=True))


class TestLists:
    """Somebody who is kept away from every subject asks for every list."""

    @pytest.mark.parametrize("name", ["petra", "rik", "bente"])
    def test_have_nothing_to_hide_and_nothing_to_tell(self, worlds: list[Table], name: str) -> None:
        """The filters leave it out: no row is refused, and no incident is opened."""
        load_all()
        table = worlds[0]
        found = (model._base_manager.values_list("id", flat=True) for model in (Dossier, Casus, ArchiefDossier))
        keep_away(table, name, *{one for some in found for one in some})
        incidents, asked = Incident.objects.count(), 0
        mine = {"medewerker_id": table.people[name].medewerker_id, "gevolg": "refused", "log_id__isnull": False}
        before = {one.naam: one.regels._default_manager.filter(**mine).count() for one in LOGBOEKEN.values()}
        for act in (act for act in ACTS.values() if isinstance(act, ListAct)):
            try:
                do(act, wie=table.who(name), invoer=act.invoer(), edge=table.edge(0))
            except (ValidationError, Refused):
                continue
            asked += 1
            assert Incident.objects.count() == incidents, act.code

        assert asked > 5
        assert {one.naam: one.regels._default_manager.filter(**mine).count() for one in LOGBOEKEN.values()} == before
