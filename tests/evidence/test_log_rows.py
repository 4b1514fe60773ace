"""The log: every act leaves a row in its own file, with who, what, which article, when, and the outcome."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

from casustafel.acts.casusoverleg.open_afsluiting import OpenAfsluiting, open_afsluiting
from casustafel.acts.casusoverleg.open_inzage import OpenCasusInzage, open_casus_inzage
from casustafel.acts.casusoverleg.open_plan import OpenPlan, open_plan
from casustafel.acts.gate import ACTS, Act
from casustafel.acts.invoer import Invoer, Niets
from casustafel.acts.register.aanmelding import ResetAanmelding, reset_aanmelding
from casustafel.acts.register.autorisaties import (
    AskAutorisatie,
    ConfirmAutorisaties,
    EndAutorisatie,
    RefuseVraag,
    ask_autorisatie,
    confirm_autorisaties,
    end_autorisatie,
    find_autorisaties,
    find_werk_autorisaties,
    refuse_vraag,
)
from casustafel.acts.register.geheimhouding import read_geheimhouding
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.register.people import Grant, Withdraw, find_people, grant_autorisatie, withdraw_autorisatie
from casustafel.acts.register.token import CreateToken, WithdrawToken, create_token, find_tokens, withdraw_token
from casustafel.acts.toegang.toegang import OpenToegang, open_toegang
from casustafel.acts.toegang.uitsluiting import (
    EndUitsluiting,
    ExcludeMedewerker,
    end_uitsluiting,
    exclude_medewerker,
)
from casustafel.acts.weegploeg.answer_informatie import AnswerInformatie, answer_informatie
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.acts.weegploeg.open_inzage import OpenInzage, open_inzage
from casustafel.acts.werk import find_werk_afsluiting, find_werk_casusoverleg, find_werk_weegploeg
from casustafel.archief.models import LogRegel as ArchiefLog
from casustafel.bestand.bestand import Bestand
from casustafel.casusoverleg.models import Casus
from casustafel.casusoverleg.models import LogRegel as CasusLog
from casustafel.casusoverleg.models import Stuk as CasusStuk
from casustafel.conf.lists import load_all
from casustafel.convenant.feit import Rol, Taak
from casustafel.convenant.rules.uitsluiting import Uitsluitgrond
from casustafel.demo.steps import POLITIE
from casustafel.demo.table import Table
from casustafel.register.models import LogRegel as RegisterLog
from casustafel.weegploeg.models import Dossier
from casustafel.weegploeg.models import LogRegel as WeegploegLog
from casustafel.weegploeg.models import Stuk as WeegploegStuk
from tests.canary import Canaries
from tests.evidence.stage import Stage, topics

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.e")]
LOGS: dict[Bestand, Any] = {
    Bestand.REGISTER: RegisterLog,
    Bestand.WEEGPLOEG: WeegploegLog,
    Bestand.CASUSOVERLEG: CasusLog,
    Bestand.ARCHIEF: ArchiefLog,
}


def the_rest(table: Table) -> None:
    """Let people do the acts that the invented past has none of."""
    dossier = Dossier.objects.filter(convenant_id=table.people["gerda"].convenant_id)
    asked = dossier.get(staat="informatie-gevraagd", eerste_signaal_op=table.edge(20).day).id
    casus = Casus.objects.filter(convenant_id=table.people["gerda"].convenant_id)
    pending = casus.get(staat="afsluiting-geadviseerd").id
    seen = table.does("petra", open_dossier, OpenDossier(houder_id=asked), days_ago=0)
    answer = AnswerInformatie(
        houder_id=asked,
        versie=seen.versie,
        verzoek_id=seen.vragen[0].id,
        omschrijving="Nee (verzonnen).",
        verstrekking=POLITIE,
    )
    steps: tuple[tuple[str, Act[Any, Any], Invoer], ...] = (
        ("petra", answer_informatie, answer),
        ("petra", open_inzage, OpenInzage(houder_id=asked)),
        ("bente", open_plan, OpenPlan(houder_id=pending)),
        ("omar", open_afsluiting, OpenAfsluiting(houder_id=pending)),
        ("petra", open_toegang[Bestand.WEEGPLOEG], OpenToegang(houder_id=asked)),
        ("gerda", open_toegang[Bestand.CASUSOVERLEG], OpenToegang(houder_id=pending)),
        ("gerda", open_casus_inzage, OpenCasusInzage(houder_id=pending)),
        ("gerda", find_dossiers, FindDossiers()),
        ("gerda", find_werk_weegploeg, Niets()),
        ("gerda", find_werk_casusoverleg, Niets()),
        ("gerda", find_werk_afsluiting, Niets()),
        ("gerda", open_convenant, Niets()),
        ("gerda", read_geheimhouding, Niets()),
        ("gerda", find_tokens, Niets()),
        ("anna", find_people, Niets()),
    )
    for name, act, invoer in steps:
        table.does(name, act, invoer, days_ago=0)
    token = table.does("gerda", create_token, CreateToken(naam="proef"), days_ago=0)
    table.does("gerda", withdraw_token, WithdrawToken(token_id=token.id), days_ago=0)
    seat = table.organisatie("rik")
    grant = Grant(naam="Nieuw", email="nieuw@verzonnen.example", organisatie_id=seat, rollen=(Rol.CASUSOVERLEG,))
    table.does("anna", grant_autorisatie, grant, days_ago=0)
    held = table.does("anna", find_people, Niets(), days_ago=0).autorisaties
    reset = ResetAanmelding(medewerker_id=next(one.medewerker_id for one in held if one.naam == "Nieuw"))
    table.does("anna", reset_aanmelding, reset, days_ago=0)
    _review(table)
    _kept_away(table, dossier.latest("nummer").id, casus.latest("nummer").id)
    withdraw = Withdraw(autorisatie_id=next(one.id for one in held if one.naam == "Nieuw"))
    table.does("anna", withdraw_autorisatie, withdraw, days_ago=0)


def _kept_away(table: Table, dossier_id: UUID, casus_id: UUID) -> None:
    """Keep a colleague away from a dossier and a casus, and end that."""
    known = table.people["omar"].medewerker_id
    for houder_id, bestand in ((dossier_id, Bestand.WEEGPLOEG), (casus_id, Bestand.CASUSOVERLEG)):
        exclude = ExcludeMedewerker(houder_id=houder_id, versie=0, medewerker_id=known, grond=Uitsluitgrond.BEKENDE)
        end = EndUitsluiting(houder_id=houder_id, versie=0, medewerker_id=known)
        for act, invoer in ((exclude_medewerker[bestand], exclude), (end_uitsluiting[bestand], end)):
            table.does_with_task("ulla", Taak.CONTROLEREN, act, invoer, days_ago=0)


def _review(table: Table) -> None:
    """Confirm a colleague, ask for another and be refused, and end what is not needed."""
    asks = AskAutorisatie(naam="Pia", email="pia@verzonnen.example", rollen=(Rol.CASUSOVERLEG,), reden="Nieuw.")
    vraag_id = table.does("rik", ask_autorisatie, asks, days_ago=0)
    table.does("anna", refuse_vraag, RefuseVraag(vraag_id=vraag_id, reden="Niet nodig."), days_ago=0)
    table.does("rik", find_werk_autorisaties, Niets(), days_ago=0)
    seen = table.does("rik", find_autorisaties, Niets(), days_ago=0).autorisaties
    colleague = next(one.id for one in seen if one.bevestigt)
    table.does("rik", confirm_autorisaties, ConfirmAutorisaties(autorisaties=(colleague,)), days_ago=0)
    table.does("rik", end_autorisatie, EndAutorisatie(autorisatie_id=colleague, reden="Weg."), days_ago=0)


@pytest.fixture
def worked(worlds: list[Table]) -> Table:
    """Look at what the invented people did."""
    return worlds[0]


def _rows() -> Iterator[tuple[Bestand, Any]]:
    for bestand, log in LOGS.items():
        for row in log.objects.all():
            yield bestand, row


class TestEveryActIsInTheLog:
    """An act that was done stands in the log of the file that it touched."""

    def test_each_row_names_who_what_article_when_and_outcome(self, worked: Table) -> None:
        """A row names the act with its own articles and effect, in the file of the act, on a day of the work."""
        load_all()
        for bestand, row in _rows():
            act = ACTS[row.daad]
            assert act.bestand.database == bestand.database
            assert row.artikelen.split() == list(act.articles)
            assert row.gevolg in {act.gevolg.value, "refused"}
            assert row.op <= worked.now
            assert row.rollen
            if "systeem" not in row.rollen and "operator" not in row.rollen:
                assert row.medewerker_id
                assert row.organisatie_id

    def test_no_act_is_left_out(self, worked: Table) -> None:
        """Each act that there is, done once, has its row."""
        load_all()
        the_rest(worked)
        for topic in topics():
            topic(Stage(table=worked, canaries=Canaries()))

        assert {row.daad for _bestand, row in _rows()} == set(ACTS)

    def test_a_change_names_every_row_it_wrote_by_its_hash(self, worked: Table) -> None:
        """Each sealed row that stands in a file is named by the log at the version and with the hash that it has."""
        assert worked.people
        for log, tables in ((WeegploegLog, (Dossier, WeegploegStuk)), (CasusLog, (CasusStuk,))):
            named = {
                tuple(change)
                for text in log.objects.exclude(wijzigingen="").values_list("wijzigingen", flat=True)
                for change in json.loads(text)
            }
            for tabel in tables:
                for row in tabel.objects.all():
                    assert (str(row.id), row.versie, sha256(bytes(row.verzegeld)).hexdigest()) in named

    def test_dossiers_stand_by_a_random_id_and_content_nowhere(self, worked: Table) -> None:
        """No row holds the id or number of a dossier, or a word of its content."""
        assert worked.people
        dossiers = list(Dossier.objects.values_list("id", "nummer"))
        for _bestand, row in _rows():
            text = json.dumps({k: str(v) for k, v in vars(row).items() if k not in {"_state", "wijzigingen"}})
            assert "erzonnen" not in text
            for dossier_id, nummer in dossiers:
                assert str(dossier_id) not in text
                assert nummer not in text
