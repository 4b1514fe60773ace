"""What is shielded is behind no door: the filter is the rule, and no page or answer of casework has a word of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from casustafel.acts.betrokkene.overzicht_lezen import OpenOverzicht, open_overzicht
from casustafel.acts.gate import Refused, perform_on
from casustafel.acts.overdracht.afscherming import AFSCHERMEN, ShieldGegevens
from casustafel.acts.weegploeg.open_dossier import OpenDossier, open_dossier
from casustafel.archief import store as archief
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import Afscherming
from casustafel.bestand.stukken import feit_of
from casustafel.casusoverleg import store as casusoverleg
from casustafel.convenant.feit import Taak, Uitkomst
from casustafel.convenant.rules.afscherming import AF_TE_SCHERMEN, is_afgeschermd, is_shown
from casustafel.convenant.stuk import CasusStuk, DossierStuk
from casustafel.convenant.verzoek import Verzoeksoort
from casustafel.demo import topics
from casustafel.demo.steps import GEMEENTE, POLITIE, CasusSteps, begin
from casustafel.demo.subjects import AGENDEREN
from casustafel.demo.table import Table
from casustafel.register import store as register
from casustafel.weegploeg import store as weegploeg
from casustafel.weegploeg.models import Stuk
from tests.betrokkene.test_overzicht_lezen import ask
from tests.signing_in import sign_in

pytestmark = [
    pytest.mark.django_db(databases="__all__"),
    pytest.mark.article("12.5"),
    pytest.mark.article("12.6"),
    pytest.mark.usefixtures("the_day"),
]
CANARY = "kanariegedragzondercijfers"
BIJDRAGE = "kanariebijdragezondercijfers"
ANALYSE = "kanarieanalysezondercijfers"
PEOPLE = ("gerda", "omar", "rik", "bente")
KINDS = tuple(dict.fromkeys([*map(str, DossierStuk), *map(str, CasusStuk)]))
_zending = count(1)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in both files, with words in it that stand nowhere else."""

    table: Table
    casus: CasusSteps
    dossier_id: UUID
    signaal_id: UUID

    @property
    def holders(self) -> dict[Bestand, UUID]:
        """Give what each file has."""
        return {Bestand.WEEGPLOEG: self.dossier_id, Bestand.CASUSOVERLEG: self.casus.casus_id}

    def tell(self, *items: UUID, afscherming: int = 1, grond: str = "avg-18-1-d", is_opgeheven: bool = False) -> int:
        """Let the system shield in every file, or lift it; tells how many pieces that were."""
        edge = self.table.edge(0)
        wie = register.systeem(self.table.people["gerda"].convenant_id, day=edge.day)
        assert wie is not None
        bundel = Afscherming(
            afscherming_id=UUID(int=afscherming),
            verzoek_id=UUID(int=2),
            dossier_id=self.dossier_id,
            op=edge.day,
            grond=grond,
            items=items,
            is_opgeheven=is_opgeheven,
            reden="Opgelost (verzonnen)." if is_opgeheven else "",
        )
        done, zending_id = 0, UUID(int=0xF000 + next(_zending))
        for bestand, houder_id in self.holders.items():
            acts = AFSCHERMEN[bestand]
            invoer = ShieldGegevens(houder_id=houder_id, zending_id=zending_id, bundel=bundel)
            done += perform_on(acts.lift if is_opgeheven else acts.shield, wie=wie, invoer=invoer, edge=edge)
        return done


@pytest.fixture
def subject(table: Table) -> Subject:
    """Put a subject in both files: a signaal of the police, an analysis that rests on it, and a contribution."""
    steps = begin(table, AGENDEREN, "gerda", GEMEENTE, days_ago=0)
    steps.signaal("petra", f"Sprak een dreigement uit: {CANARY}.", POLITIE, days_ago=0)
    steps.weigh("petra", "gedrag", f"Dit weegt mee: {ANALYSE}.", days_ago=0)
    steps.decide(Uitkomst.AGENDEREN, days_ago=0)
    signaal = next(s.id for s in steps.seen(days_ago=0).signalen if CANARY in s.omschrijving)
    casus = steps.hand_over(betrokken=("gerda", "petra", "rik", "bente"), days_ago=0)
    topics.persons(casus, days_ago=0)
    casus.contribute("gerda", f"Zoekt werk: {BIJDRAGE}.", GEMEENTE, days_ago=0)
    return Subject(table, casus, steps.dossier_id, signaal)


def _names(patterns: list[URLPattern | URLResolver], within: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            space = f"{within}{one.namespace}:" if one.namespace else within
            yield from _names(one.url_patterns, space)
        elif one.name:
            yield f"{within}{one.name}"


BOARDS = ("/weegploeg/", "/casusoverleg/", "/doorverstrekking")


def pages(subject: Subject) -> Iterator[str]:
    """Give the work list, every page of the boards that is about nothing in particular, and all about the subject."""
    yield "/"
    for name in dict.fromkeys(_names(get_resolver().url_patterns)):
        for args in ((), (subject.dossier_id,), (subject.casus.casus_id,)):
            try:
                path = reverse(name, args=args)
            except NoReverseMatch:
                continue
            if args or path.startswith(BOARDS):
                yield path


def walk(subject: Subject) -> Iterator[tuple[str, str]]:
    """Give every page for everybody."""
    paths = list(dict.fromkeys(pages(subject)))
    return ((name, path) for name in PEOPLE for path in paths)


def seen_at(subject: Subject, doors: Iterable[tuple[str, str]], *words: str) -> dict[str, set[tuple[str, str]]]:
    """Go through these doors, each somebody and a page, and give where each word stands."""
    found: dict[str, set[tuple[str, str]]] = {word: set() for word in words}
    by_name: dict[str, Client] = {}
    for name, path in doors:
        if name not in by_name:
            by_name[name] = sign_in(Client(raise_request_exception=False), subject.table.people[name].medewerker_id)
        page = by_name[name].get(path).content.decode(errors="ignore")
        for word in words:
            found[word] |= {(name, path)} if word in page else set()
    return found


class TestTheFilter:
    """Of the pieces of a file, and of its lists."""

    @pytest.mark.parametrize("seed", range(4))
    def test_is_the_rule(self, subject: Subject, seed: int) -> None:
        """Whatever is shielded and lifted: what is read is what the rule shows, in each file, plain and sealed."""
        rng = Random(seed)  # noqa: S311  # a choice of tests
        for number in range(1, 5):
            every = [p for store, houder in _files(subject) for p in _all(store, houder)]
            loose = [p.id for p in every if p.soort in AF_TE_SCHERMEN]
            subject.tell(*rng.sample(loose, k=rng.randint(1, 2)), afscherming=number)
            if rng.random() < 0.4:
                subject.tell(afscherming=rng.randint(1, number), is_opgeheven=True)
            for store, houder_id in _files(subject):
                pieces = _all(store, houder_id)
                shown = {p.id for p in pieces if is_shown(p, pieces_that_shield(pieces))}
                assert {p.id for p in store.stukken.plain([houder_id], KINDS)} == shown
                assert {row.id for rows in store.stukken.sealed(houder_id).values() for row in rows} == shown
                assert {s.id for s in store.facts([houder_id], lock=False)[houder_id].stukken} == shown

    def test_of_a_list_is_the_rule_too(self, subject: Subject) -> None:
        """A subject of which the whole is shielded is in no list, and its facts say why."""
        wie = subject.table.who("petra")
        day = subject.table.edge(0).day

        def listed() -> list[set[UUID]]:
            dossiers: set[UUID] = {k.id for k in weegploeg.koppen(wie, day=day)}
            return [dossiers, {c.kop.id for c in casusoverleg.page(wie, day=day, offset=0, limit=99)}]

        before = listed()

        subject.tell()

        for now, was, (store, houder_id) in zip(listed(), before, _files(subject), strict=True):
            assert was - now == {houder_id}
            assert store.facts([houder_id], lock=False)[houder_id].kop.is_afgeschermd
            assert is_afgeschermd(_all(store, houder_id))

    def test_counts_what_is_shown(self, subject: Subject) -> None:
        """How many signals an organisation brought is one less."""
        police = subject.table.organisatie("petra")
        before = dict(weegploeg.signaal_counts([subject.dossier_id])[subject.dossier_id])

        subject.tell(subject.signaal_id)

        after = dict(weegploeg.signaal_counts([subject.dossier_id])[subject.dossier_id])
        assert before[police] == 1
        assert police not in after


def _files(subject: Subject) -> list[tuple[Any, UUID]]:
    return [(weegploeg, subject.dossier_id), (casusoverleg, subject.casus.casus_id)]


def _all(store: Any, houder_id: UUID) -> list[Any]:
    return [feit_of(p) for p in store.stukken.plain([houder_id], KINDS, ook_afgeschermd=True)]


def pieces_that_shield(pieces: list[Any]) -> list[Any]:
    """Give the pieces that shield."""
    return [p for p in pieces if p.soort == "afscherming"]


class TestTheDoors:
    """Walked with words that stand in one piece each."""

    def test_have_no_word_of_a_piece_that_is_shielded(self, subject: Subject) -> None:
        """Nor of the analysis that rests on it, nor of its copy; and no page says that something is shielded."""
        before = seen_at(subject, walk(subject), CANARY, ANALYSE, BIJDRAGE)
        pieces = casusoverleg.facts([subject.casus.casus_id], lock=False)[subject.casus.casus_id].stukken

        subject.tell(subject.signaal_id, *[p.id for p in pieces if p.soort == CasusStuk.BIJDRAGE])

        assert {path.split("/")[1] for _name, path in before[CANARY]} == {"weegploeg", "casusoverleg"}
        assert all(before[word] for word in (ANALYSE, BIJDRAGE))
        words = (CANARY, ANALYSE, BIJDRAGE, "shield", "afscherm")
        inzage = {(name, path) for name, path in walk(subject) if path.endswith("/inzage/")}
        assert seen_at(subject, set().union(*before.values()) | inzage, *words) == {word: set() for word in words}

    def test_have_no_name_of_a_subject_that_is_shielded(self, subject: Subject) -> None:
        """But where the person is to be informed, which is a duty to the person; all of it once that is lifted."""
        before = seen_at(subject, walk(subject), AGENDEREN.naam, CANARY)
        doors = before[AGENDEREN.naam] | before[CANARY]
        subject.tell()
        meanwhile = seen_at(subject, doors, AGENDEREN.naam, CANARY)
        subject.tell(is_opgeheven=True)

        assert meanwhile[CANARY] == set()
        assert {path for _name, path in meanwhile[AGENDEREN.naam]} <= {"/", *_informing(subject)}
        assert {name for name, _path in meanwhile[AGENDEREN.naam]} <= {"gerda", "omar"}
        assert seen_at(subject, doors, AGENDEREN.naam, CANARY) == before


def _informing(subject: Subject) -> set[str]:
    return {path for path in pages(subject) if "informeren" in path}


class TestWhatServesThePerson:
    """The overview of 12.3, while something is shielded."""

    def test_holds_what_is_shielded(self, subject: Subject) -> None:
        """One piece, or the whole."""
        verzoek_id = ask(subject.table, dossiers=(subject.dossier_id,), soort=Verzoeksoort.INZAGE)
        invoer = OpenOverzicht(houder_id=subject.dossier_id, verzoek_id=verzoek_id)

        for items in ((subject.signaal_id,), ()):
            subject.tell(*items)
            found = subject.table.does_with_task("ulla", Taak.VERZOEK, open_overzicht, invoer, days_ago=0)

            assert (
                CANARY in found.overzicht.model_dump_json()
                if hasattr(found.overzicht, "model_dump_json")
                else (CANARY in str(found.overzicht))
            )
        with pytest.raises(Refused):
            subject.table.does("gerda", open_dossier, OpenDossier(houder_id=subject.dossier_id), days_ago=0)


class TestTellingAFile:
    """By the system, as the request says."""

    def test_twice_is_once(self, subject: Subject) -> None:
        """A bundle that arrives again changes nothing."""
        edge = subject.table.edge(0)
        wie = register.systeem(subject.table.people["gerda"].convenant_id, day=edge.day)
        assert wie is not None
        bundel = Afscherming(
            afscherming_id=UUID(int=1),
            verzoek_id=UUID(int=2),
            dossier_id=subject.dossier_id,
            op=edge.day,
            grond="avg-18-1-d",
        )
        invoer = ShieldGegevens(houder_id=subject.dossier_id, zending_id=UUID(int=3), bundel=bundel)

        done = [perform_on(AFSCHERMEN[Bestand.WEEGPLOEG].shield, wie=wie, invoer=invoer, edge=edge) for _ in range(2)]

        assert done == [1, 0]
        assert Stuk.objects.filter(soort="afscherming").count() == 1

    def test_is_no_casework(self, subject: Subject) -> None:
        """The day of the last processing stays, and what was shielded is whole again when it is lifted."""
        before = weegploeg.bewaring([subject.dossier_id], lock=False)[subject.dossier_id].verwerkt_op
        was = {p.id for p in weegploeg.stukken.plain([subject.dossier_id], KINDS)}

        subject.tell(subject.signaal_id)
        subject.tell(is_opgeheven=True)

        assert weegploeg.bewaring([subject.dossier_id], lock=False)[subject.dossier_id].verwerkt_op == before
        assert {p.id for p in weegploeg.stukken.plain([subject.dossier_id], KINDS) if p.soort != "afscherming"} == was

    def test_lifts_what_that_request_shields_alone(self, subject: Subject) -> None:
        """Two requests shield the same signaal: it stays shielded until both are lifted."""
        subject.tell(subject.signaal_id, afscherming=1)
        subject.tell(subject.signaal_id, afscherming=2)

        subject.tell(afscherming=1, is_opgeheven=True)
        assert subject.signaal_id not in weegploeg.facts([subject.dossier_id], lock=False)[subject.dossier_id].signalen
        subject.tell(afscherming=2, is_opgeheven=True)
        assert subject.signaal_id in weegploeg.facts([subject.dossier_id], lock=False)[subject.dossier_id].signalen


def test_the_archive_has_the_acts_too() -> None:
    """Each file that holds a subject shields."""
    assert set(AFSCHERMEN) == {Bestand.WEEGPLOEG, Bestand.CASUSOVERLEG, Bestand.ARCHIEF}
    assert archief.all_facts([], lock=False) == {}
