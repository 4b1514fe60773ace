"""Sealed rows: what was altered, moved or put back does not open."""

import pytest

from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.demo.steps import GEMEENTE, Steps, begin
from casustafel.demo.subjects import IN_WEGING, WITHHELD
from casustafel.demo.table import Table
from casustafel.kluis.models import DossierSleutel
from casustafel.seal.envelope import SealBroken
from casustafel.seal.keys import KeyMissing
from casustafel.weegploeg.models import Dossier, Stuk

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.1")]


@pytest.fixture
def steps(table: Table) -> Steps:
    """Open one dossier with one signaal."""
    return begin(table, IN_WEGING, "gerda", GEMEENTE, days_ago=0)


def _open(table: Table, steps: Steps) -> object:
    return table.does("gerda", open_dossier, OpenDossier(houder_id=steps.dossier_id), days_ago=0)


class TestASealedRowOpensInItsPlaceOnly:
    """A payload is bound to its file, table, row and version."""

    @pytest.mark.parametrize("place", [0, 12, -1])
    def test_one_flipped_bit_is_noticed(self, table: Table, steps: Steps, place: int) -> None:
        """One bit of nonce, text or tag that differs, and nothing opens."""
        row = Stuk.objects.get(houder_id=steps.dossier_id, soort="signaal")
        changed = bytearray(row.verzegeld)
        changed[place] ^= 1
        Stuk.objects.filter(pk=row.pk).update(verzegeld=bytes(changed))

        with pytest.raises(SealBroken):
            _open(table, steps)

    def test_a_payload_from_another_row_is_noticed(self, table: Table, steps: Steps) -> None:
        """The content of one signaal does not open in the place of another."""
        steps.signaal("gerda", "Nog een gedraging (verzonnen).", GEMEENTE, days_ago=0)
        one, two = Stuk.objects.filter(houder_id=steps.dossier_id, soort="signaal")
        Stuk.objects.filter(pk=one.pk).update(verzegeld=bytes(two.verzegeld))

        with pytest.raises(SealBroken):
            _open(table, steps)

    def test_an_older_version_put_back_is_noticed(self, table: Table, steps: Steps) -> None:
        """A row that was put back as it was before does not open under the version it has now."""
        old = bytes(Dossier.objects.get(pk=steps.dossier_id).verzegeld)
        steps.signaal("gerda", "Nog een gedraging (verzonnen).", GEMEENTE, days_ago=0)
        Dossier.objects.filter(pk=steps.dossier_id).update(verzegeld=old)

        with pytest.raises(SealBroken):
            _open(table, steps)

    def test_a_key_of_another_dossier_opens_nothing(self, table: Table, steps: Steps) -> None:
        """A wrapped key that was put in the place of another is refused by its own place."""
        other = begin(table, WITHHELD, "gerda", GEMEENTE, days_ago=0)
        key = DossierSleutel.objects.get(dossier_id=other.dossier_id)
        DossierSleutel.objects.filter(dossier_id=steps.dossier_id).update(omhuld=bytes(key.omhuld))

        with pytest.raises(SealBroken):
            _open(table, steps)

    def test_a_lost_key_opens_nothing(self, table: Table, steps: Steps) -> None:
        """Without its key a dossier is unreadable."""
        DossierSleutel.objects.filter(dossier_id=steps.dossier_id).delete()

        with pytest.raises(KeyMissing):
            _open(table, steps)
