"""What is shielded because the person wants it kept outlives its term, alone; all else is destroyed. Covenant 13."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from uuid import UUID

import pytest

from casustafel.acts.edge import Edge
from casustafel.acts.gate import Refused, perform_on
from casustafel.acts.overdracht.afscherming import AFSCHERMEN, ShieldGegevens
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.archief import store as archief
from casustafel.archief.models import Dossier as Archiefdossier
from casustafel.archief.models import Stuk as Archiefstuk
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afscherming
from casustafel.convenant.bewaring import BewaarFeit, Houdersoort, must_destroy
from casustafel.convenant.feit import Uitkomst
from casustafel.convenant.rules.afscherming import outlasts, rest_of
from casustafel.convenant.rules.bewaring import may_begin_vernietiging, may_keep_afgeschermd
from casustafel.demo.steps import GEMEENTE, POLITIE, begin
from casustafel.demo.subjects import NIET_AGENDEREN
from casustafel.demo.table import Table
from casustafel.kluis import store as kluis
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.models import Dossier, Stuk
from tests.bewaring.test_nachtwerk import night, work
from tests.canary import Canaries
from tests.evidence.stage import Stage
from tests.facts import CONVENANT, DAY, refused, state, systeem
from tests.facts import weegploeg as wie_weegploeg

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("13.1"), pytest.mark.article("13.3")]
A_DAY = timedelta(days=1)
LAST = date(2026, 9, 2)
"""Six months after 2 March, on which outcome 2 was recorded."""
A, B, C, D = (f"avg-18-1-{letter}" for letter in "abcd")
_zending = count(1)


@dataclass(frozen=True, slots=True)
class Kept:
    """A dossier that was not put on the agenda, with two signals."""

    table: Table
    dossier_id: UUID
    signaal_id: UUID

    def tell(
        self,
        *items: UUID,
        grond: str = B,
        is_opgeheven: bool = False,
        bestand: Bestand = Bestand.WEEGPLOEG,
        edge: Edge | None = None,
        houder_id: UUID | None = None,
    ) -> int:
        """Let the system shield in a file, or lift it."""
        edge = edge or self.table.edge(0)
        wie = register.systeem(self.table.people["gerda"].convenant_id, day=edge.day)
        assert wie is not None
        bundel = Afscherming(
            afscherming_id=UUID(int=1),
            verzoek_id=UUID(int=2),
            dossier_id=self.dossier_id,
            op=edge.day,
            grond=grond,
            items=items,
            is_opgeheven=is_opgeheven,
        )
        zending_id = UUID(int=0xF000 + next(_zending))
        invoer = ShieldGegevens(houder_id=houder_id or self.dossier_id, zending_id=zending_id, bundel=bundel)
        acts = AFSCHERMEN[bestand]
        return perform_on(acts.lift if is_opgeheven else acts.shield, wie=wie, invoer=invoer, edge=edge)


@pytest.fixture
def kept(table: Table) -> Kept:
    """Decide not to put a subject on the agenda."""
    steps = begin(table, NIET_AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.signaal("petra", "Nog een gedrag (bedacht).", POLITIE, days_ago=0)
    steps.weigh("petra", "gedrag", "Dit weegt mee (bedacht).", days_ago=0)
    steps.decide(Uitkomst.NIET_AGENDEREN, days_ago=0)
    signaal = next(s.id for s in steps.seen(days_ago=0).signalen if "Nog een" in s.omschrijving)
    return Kept(table, steps.dossier_id, signaal)


class TestAPieceThatIsKept:
    """Because the person wants no erasure, or needs it for a claim."""

    @pytest.mark.parametrize("grond", [B, C])
    def test_is_all_that_outlives_the_term(self, kept: Kept, grond: str) -> None:
        """The dossier is destroyed with its key on its day, and not before; the piece stands apart, shielded."""
        kept.tell(kept.signaal_id, grond=grond)

        assert (work(LAST).vernietigd, Dossier.objects.count()) == (0, 1)
        assert work(LAST + A_DAY).vernietigd == 1

        (row,) = Dossier.objects.all()
        assert row.id == rest_of(kept.dossier_id)
        assert kluis.holders(Bestand.WEEGPLOEG) == {row.id}
        assert kluis.destroyed_ids()[Bestand.WEEGPLOEG] == {kept.dossier_id}
        assert sorted(Stuk.objects.values_list("soort", flat=True)) == ["afscherming"] * 3 + ["signaal", "weging"]

    def test_is_there_for_nobody_in_casework(self, kept: Kept) -> None:
        """And does not lapse, or go, by itself, however many nights pass."""
        kept.tell(kept.signaal_id)
        work(LAST + A_DAY)
        for days in (2, 40, 2000):
            assert work(LAST + days * A_DAY).vernietigd == 0
        rest = rest_of(kept.dossier_id)

        with pytest.raises(Refused) as refusal:
            kept.table.does("gerda", open_dossier, OpenDossier(houder_id=rest), days_ago=-200)
        assert refusal.value.verdict.is_hidden
        assert weegploeg.all_facts([rest], lock=False)[rest].kop.is_behouden

    def test_goes_once_it_is_lifted(self, kept: Kept) -> None:
        """The night after, with its key: its term ended long ago."""
        kept.tell(kept.signaal_id)
        work(LAST + A_DAY)
        later = LAST + 100 * A_DAY

        kept.tell(is_opgeheven=True, houder_id=rest_of(kept.dossier_id), edge=night(later))

        assert work(later + A_DAY).vernietigd == 1
        assert (Dossier.objects.count(), Stuk.objects.count(), kluis.holders(Bestand.WEEGPLOEG)) == (0, 0, set())

    @pytest.mark.parametrize("grond", [A, D])
    def test_is_not_what_is_contested(self, kept: Kept, grond: str) -> None:
        """A correction or an objection that is open does not keep data past its term."""
        kept.tell(kept.signaal_id, grond=grond)

        assert work(LAST + A_DAY).vernietigd == 1
        assert (Dossier.objects.count(), Stuk.objects.count()) == (0, 0)

    def test_is_set_apart_once(self, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
        """A night that stops after it was set apart is finished by the next: nothing is doubled or lost."""
        kept.tell(kept.signaal_id)

        def stop(*_args: object, **_named: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(type(weegploeg.vernietiging), "begin", stop)
        with pytest.raises(KeyboardInterrupt):
            work(LAST + A_DAY)
        monkeypatch.undo()

        assert work(LAST + A_DAY).vernietigd == 1
        assert [row.id for row in Dossier.objects.all()] == [rest_of(kept.dossier_id)]
        assert Stuk.objects.filter(soort="signaal").count() == 1


class TestAWholeDossierThatIsKept:
    """As it is."""

    def test_stays_until_it_is_lifted(self, kept: Kept) -> None:
        """Then it goes, a night later."""
        kept.tell()
        assert work(LAST + 50 * A_DAY).vernietigd == 0

        kept.tell(is_opgeheven=True, edge=night(LAST + 50 * A_DAY))
        assert work(LAST + 51 * A_DAY).vernietigd == 1
        assert Dossier.objects.count() == 0


class TestInTheArchive:
    """Where most of it is by then."""

    def test_the_piece_stays_with_the_head_that_says_whom_it_is_about(self, table: Table) -> None:
        """And all else goes, five years after the last casework."""
        Stage(table=table, canaries=Canaries()).casus()
        work(date(2027, 1, 31))
        archived = Archiefdossier.objects.get()
        signaal = Archiefstuk.objects.filter(herkomst="weegploeg", soort="signaal").values_list("id", flat=True)[0]
        kept = Kept(table, archived.id, signaal)
        kept.tell(signaal, bestand=Bestand.ARCHIEF, edge=night(date(2027, 2, 1)))

        work(date(2031, 3, 3))

        (row,) = Archiefdossier.objects.all()
        assert (row.id, row.nummer, row.laatste_verwerking_op) == (
            rest_of(archived.id),
            archived.nummer,
            archived.laatste_verwerking_op,
        )
        kinds = set(Archiefstuk.objects.values_list("herkomst", "soort"))
        assert ("weegploeg", "signaal") in kinds
        assert {soort for _herkomst, soort in kinds} <= {"kop", "signaal", "weging", "analyse", "afscherming"}
        assert archief.all_facts([row.id], lock=False)[row.id].is_behouden
        assert kluis.holders(Bestand.ARCHIEF) == {row.id}


class TestTheRule:
    """On facts alone."""

    def feit(self, **more: object) -> BewaarFeit:
        """Give a casus long past its term."""
        found: BewaarFeit = BewaarFeit(
            id=UUID(int=1),
            convenant_id=CONVENANT.id,
            soort=Houdersoort.CASUS,
            nummer="C-2019-0001",
            verwerkt_op=date(2019, 1, 1),
            **more,  # type: ignore[arg-type]  # a flag or a number
        )
        return found

    def test_keeps_a_whole_past_its_term(self) -> None:
        """And nothing else."""
        assert must_destroy(self.feit(), CONVENANT, day=DAY)
        assert not must_destroy(self.feit(is_behouden=True), CONVENANT, day=DAY)
        assert [outlasts(one) for one in (A, B, C, D)] == [False, True, True, False]

    def test_destroys_nothing_before_it_was_set_apart(self) -> None:
        """By the system alone, and only where something is kept."""
        verdict = may_begin_vernietiging(systeem(), self.feit(behoudt=1), elders_op=None, day=DAY)

        assert refused(verdict) == {state("13.1", "kept")}
        assert may_keep_afgeschermd(systeem(), self.feit(behoudt=1), day=DAY).is_allowed
        assert refused(may_keep_afgeschermd(systeem(), self.feit(), day=DAY)) == {state("13.1", "nothing-kept")}
        assert may_keep_afgeschermd(wie_weegploeg(), self.feit(behoudt=1), day=DAY).is_hidden
