"""The night destroys a request a year after its answer, or with the dossier that it is about. Covenant 13.1."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from casustafel.acts.betrokkene.receive_verzoek import ReceiveVerzoek, receive_verzoek
from casustafel.acts.edge import LOCAL, at
from casustafel.bestand.bestand import Bestand
from casustafel.betrokkene.models import Certificaat, Stuk, Verzoek
from casustafel.convenant.feit import Taak
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.demo.table import Table
from casustafel.jobs.nachtwerk import nachtwerk
from casustafel.kluis import store as kluis
from casustafel.weegploeg.models import Dossier
from tests.canary import Canaries
from tests.evidence.stage import Stage

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1"), pytest.mark.article("12.3")]


def answered(table: Table, *, about: UUID | None = None) -> UUID:
    """Receive a request, and let it have been answered today, about a dossier or about none."""
    invoer = ReceiveVerzoek(
        soort=Verzoeksoort.INZAGE, naam="Sam Verzonnen", adres="Lindelaan 1", ontvangen_op=table.edge(0).day
    )
    verzoek_id = table.does_with_task("ulla", Taak.VERZOEK, receive_verzoek, invoer, days_ago=0).id
    Verzoek.objects.filter(pk=verzoek_id).update(beantwoord_op=table.edge(0).day, staat="beantwoord")
    if about is not None:
        first = Stuk.objects.filter(houder_id=verzoek_id, soort="verzoektaak").order_by("volg").first()
        assert first is not None
        Stuk.objects.filter(pk=first.pk).update(soort="treffer", bij_id=about)
    return verzoek_id


def night(day: date) -> None:
    """Do the night's work of a day."""
    nachtwerk(edge=at(datetime.combine(day, time(2), LOCAL)))


class TestARequestAboutNoDossier:
    """A year after the answer."""

    def test_is_there_on_its_last_day_and_gone_the_day_after(self, table: Table) -> None:
        """Rows and key; a certificate without a name stays."""
        verzoek_id = answered(table)
        night(date(2027, 3, 2))
        assert Verzoek.objects.filter(pk=verzoek_id).exists()

        night(date(2027, 3, 3))
        assert not Verzoek.objects.filter(pk=verzoek_id).exists()
        assert not Stuk.objects.filter(houder_id=verzoek_id).exists()
        assert verzoek_id not in kluis.holders(Bestand.BETROKKENE)
        assert Certificaat.objects.get().soort == "verzoek"


class TestARequestAboutADossier:
    """Goes with it, and not before."""

    def test_goes_in_the_night_in_which_the_dossier_goes(self, table: Table) -> None:
        """Undecided, the dossier lapses after three months, and six months later it is destroyed."""
        dossier_id = Stage(table=table, canaries=Canaries()).dossier().dossier_id
        verzoek_id = answered(table, about=dossier_id)
        night(date(2026, 6, 3))
        last = date(2026, 12, 3)
        night(last)
        assert Dossier.objects.filter(pk=dossier_id).exists()
        assert Verzoek.objects.filter(pk=verzoek_id).exists()

        night(last + timedelta(days=1))
        assert not Dossier.objects.filter(pk=dossier_id).exists()
        assert not Verzoek.objects.filter(pk=verzoek_id).exists()
