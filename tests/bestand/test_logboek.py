"""Log rows are sealed in order, once, and whatever is changed afterwards is found. Covenant 15.2.e."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connections

from casustafel.acts.files import LOGBOEKEN
from casustafel.acts.gate import Refused
from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_convenant import open_convenant
from casustafel.acts.toezicht.verzegelen import checks_of_logs, prove, seal_logs
from casustafel.acts.weegploeg.find_dossiers import FindDossiers, find_dossiers
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.logtekst import COLUMNS, plain, row_of, text_of
from casustafel.demo.steps import GEMEENTE, begin
from casustafel.demo.subjects import NIEUW_GEMEENTE
from casustafel.demo.table import Table
from casustafel.kluis.store import log_signer
from casustafel.ledger.checker import canonical, is_included, read_checkpoint, unpack
from casustafel.weegploeg.models import LogBlad, LogBoom, LogRegel, LogTegel

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.e")]
WEEGPLOEG = LOGBOEKEN[Bestand.WEEGPLOEG]


@pytest.fixture
def sealed(table: Table) -> Table:
    """Let people work, with a refusal among it, and seal the log."""
    for _times in range(3):
        work(table)
    seal_logs(table.edge(0))
    return table


def work(table: Table) -> None:
    """Let people work: a signaal, readings, and a refusal."""
    steps = begin(table, NIEUW_GEMEENTE, "gerda", GEMEENTE, days_ago=0)
    for name in ("gerda", "petra", "omar"):
        table.does(name, open_dossier, OpenDossier(houder_id=steps.dossier_id), days_ago=0)
    with pytest.raises(Refused):
        table.does("rik", open_dossier, OpenDossier(houder_id=steps.dossier_id), days_ago=0)
    table.does("rik", open_convenant, Niets(), days_ago=0)


def found() -> list[str]:
    """Check every log, and give what is wrong."""
    return [one.wat for controle in checks_of_logs() for one in controle.findings()]


class TestSealing:
    """One sealer gives each row its place."""

    def test_every_row_has_one_leaf_and_all_fits(self, sealed: Table) -> None:
        """What was done is sealed, in order, and the log computed anew is the one that was signed."""
        assert sealed.people
        assert LogRegel.objects.filter(blad__isnull=True).count() == 0
        assert LogBlad.objects.count() == LogRegel.objects.count() > 10
        assert found() == []

    def test_twice_is_harmless(self, sealed: Table) -> None:
        """Sealing again without new rows writes nothing; new rows go after the old ones."""
        before = WEEGPLOEG.stand(LogBoom.objects.get().id, signer=log_signer())
        assert seal_logs(sealed.edge(0), is_whole=True) == 0
        work(sealed)

        assert before is not None
        assert seal_logs(sealed.edge(0)) > 0
        assert LogBoom.objects.get().grootte > before.grootte
        assert found() == []

    def test_rows_of_no_covenant_have_a_tree_of_their_own(self, sealed: Table) -> None:
        """What the operator did stands in the tree of the installation."""
        trees = LOGBOEKEN[Bestand.REGISTER].trees()

        assert [tree.int == 0 for tree in trees] == [True, False]
        assert sealed.people["gerda"].convenant_id in trees

    def test_a_request_knows_nothing_of_it(self, table: Table) -> None:
        """No statement is added to what a request does: the sealer looks for rows, no row looks for the sealer."""
        work(table)
        seen: list[str] = []

        def watch(execute: Callable[..., object], sql: str, *rest: object) -> object:
            seen.append(sql)
            return execute(sql, *rest)

        with connections["weegploeg"].execute_wrapper(watch):
            table.does("gerda", find_dossiers, FindDossiers(), days_ago=0)

        assert seen
        assert not [sql for sql in seen if any(name in sql for name in ("logblad", "logboom", "logtegel"))]

    def test_the_text_of_a_row_is_canonical(self, sealed: Table) -> None:
        """The fast writer writes what the checker would."""
        assert sealed.people
        for blad in LogBlad.objects.select_related("regel"):
            values, salt = plain([getattr(blad.regel, name) for name in COLUMNS]), bytes(blad.zout or b"")
            row = row_of(values, volgnummer=blad.volgnummer, salt=salt)
            assert text_of(values, volgnummer=blad.volgnummer, salt=salt).encode() == canonical(row)

    def test_a_row_can_be_proved(self, sealed: Table) -> None:
        """The proof of a row holds under the checkpoint, and shows nothing of the row."""
        assert sealed.people
        (one,) = [one for one in prove(LogRegel.objects.first().pk) if one["file"] == "weegploeg"]  # type: ignore[union-attr]  # there are rows
        stand = WEEGPLOEG.stand(LogBoom.objects.get().id, signer=log_signer())
        assert stand is not None
        point = read_checkpoint(one["checkpoint"], stand.verifier)
        proof = [unpack(part) for part in one["proof"]]

        assert is_included(unpack(one["leaf"]), index=one["index"], size=point.size, proof=proof, root=point.root)
        assert prove(10**9) == []


class TestTampering:
    """Whoever can write in the database cannot do it unseen."""

    def test_a_changed_row(self, sealed: Table) -> None:
        """Another act, another person, another moment."""
        assert sealed.people
        LogRegel.objects.filter(blad__plaats=3).update(daad="iets-anders")
        assert found() == ["row is not the one that was sealed"]

    def test_a_changed_reason_of_a_refusal(self, sealed: Table) -> None:
        """What a refusal keeps closed is bound as well."""
        assert sealed.people
        LogRegel.objects.filter(gevolg="refused").update(redenen="8.4-iets-anders")
        assert found() == ["row is not the one that was sealed"] * 3

    def test_a_removed_row(self, sealed: Table) -> None:
        """A row that is gone leaves its leaf."""
        assert sealed.people
        LogRegel.objects.filter(blad__plaats=3).delete()
        assert found() == ["row or salt is gone"]

    def test_a_row_that_seems_past_its_term(self, sealed: Table) -> None:
        """A row is destroyed from the beginning of the log, never in the middle."""
        assert sealed.people
        LogBlad.objects.filter(plaats=3).update(regel=None, zout=None)
        assert "row destroyed before its turn" in found()

    def test_a_removed_leaf(self, sealed: Table) -> None:
        """A leaf that is gone leaves a gap, and its row is without one."""
        assert sealed.people
        LogBlad.objects.filter(plaats=3).delete()
        assert "leaf missing or out of order" in found()

    def test_rows_in_another_order(self, sealed: Table) -> None:
        """Two rows that changed places fit neither leaf."""
        assert sealed.people
        one, other = LogBlad.objects.get(plaats=3), LogBlad.objects.get(plaats=4)
        first, second = one.regel_id, other.regel_id
        LogBlad.objects.filter(plaats=3).update(regel=None)
        LogBlad.objects.filter(plaats=4).update(regel=first)
        LogBlad.objects.filter(plaats=3).update(regel=second)
        assert found() == ["row is not the one that was sealed"] * 2

    def test_a_changed_leaf_and_row(self, sealed: Table) -> None:
        """A leaf that is computed again over a changed row fits no tile."""
        assert sealed.people
        LogBlad.objects.filter(plaats=3).update(hash=bytes(32))
        assert "tile 0/0 does not fit" in found()

    def test_a_changed_tile(self, sealed: Table) -> None:
        """A tile that is changed fits neither the leaves nor the checkpoint."""
        assert sealed.people
        LogTegel.objects.filter(niveau=0).update(hashes=bytes(32 * LogBlad.objects.count()))
        assert found() == ["tile 0/0 does not fit", "checkpoint does not fit the tree"]

    def test_a_log_put_back_to_before(self, sealed: Table) -> None:
        """Last rows cut off with their leaves: the checkpoint speaks of more."""
        assert sealed.people
        last = LogBlad.objects.order_by("-plaats")[0]
        LogRegel.objects.filter(blad=last).delete()
        last.delete()
        LogBoom.objects.update(grootte=last.plaats)
        assert "checkpoint of a longer log than there is" in found()


class TestTheEndOfTheTerm:
    """Log rows have a term of five years; what they proved stays provable."""

    def test_rows_go_and_the_tree_still_verifies(self, sealed: Table) -> None:
        """After the term rows and salts are gone, hashes stay, and all fits."""
        work(sealed)
        seal_logs(sealed.edge(0))
        rows = LogRegel.objects.count()
        moments = list(LogRegel.objects.order_by("id").values_list("op", flat=True))

        gone = WEEGPLOEG.expire(moments[-1] + timedelta(seconds=1))

        assert gone == rows
        assert LogRegel.objects.count() == 0
        assert LogBlad.objects.filter(zout__isnull=True, regel__isnull=True).count() == rows
        assert found() == []

    def test_no_row_goes_before_its_term(self, sealed: Table) -> None:
        """A row of the very moment stays."""
        assert sealed.people
        first = LogRegel.objects.order_by("id")[0]

        assert WEEGPLOEG.expire(first.op) == 0
        assert found() == []
