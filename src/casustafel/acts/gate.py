"""The gate: the one way to do or read anything. Covenant 8.4, 10.4, 15.2.d, 15.2.e.

Facts about who are read first. Then, in one transaction of the act's file: the facts on the dossier, a verdict, the log
row and the act. A refusal is committed to the log and raised afterwards. Only here passes are made.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from uuid import UUID

from casustafel.acts.disagreement import tell_disagreement
from casustafel.acts.edge import Edge
from casustafel.acts.files import LOGS, logboek_of
from casustafel.acts.invoer import Invoer, OpHouder, OpTweeHouders, Wijzigend, texts_of
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg, Regel
from casustafel.bestand.pas import Pass, Wijziging, claim_issue
from casustafel.bestand.stand import Standen
from casustafel.bestand.turn import turn
from casustafel.convenant.feit import Rol, Wie
from casustafel.convenant.rules.aanmelding import may_go_on
from casustafel.convenant.rules.toegang import NOT_THERE
from casustafel.convenant.rules.uitsluiting import may_come_near
from casustafel.convenant.tekst import number_reasons
from casustafel.convenant.verdict import ALLOWED, Verdict, gettext_noop, refuse_for, state_fault
from casustafel.kluis.store import Sleutels
from casustafel.register import store as register
from casustafel.register.beeld import Plaats

In = TypeVar("In", bound=Invoer)
OnHolder = TypeVar("OnHolder", bound=OpHouder)
OnPair = TypeVar("OnPair", bound=OpTweeHouders)
Facts = TypeVar("Facts")
Out = TypeVar("Out")

_issue = claim_issue(__name__)


class Refused(Exception):  # it is a verdict that travels, not an error of the program
    """The verdict was not *allowed*. Each face translates it once."""

    def __init__(self, verdict: Verdict) -> None:
        """Take the verdict."""
        super().__init__(" ".join(reason.code for reason in verdict.reasons))
        self.verdict = verdict


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Act(Generic[In, Out]):
    """What every act declares: the articles it rests on, its file, its processing activity (AVG 30) and its effect.

    `needs_fresh_sign_in` says that it decides: whoever does it at a screen showed a moment ago who they are.
    """

    code: str
    articles: tuple[str, ...]
    bestand: Bestand
    verwerking: str
    gevolg: Gevolg
    invoer: type[In]
    needs_fresh_sign_in: bool = False

    @property
    def is_change(self) -> bool:
        """Tell whether the act writes."""
        return self.gevolg is Gevolg.CHANGED


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HolderAct(Act[OnHolder, Out], Generic[OnHolder, Facts, Out]):
    """An act on one dossier or casus. `adds` says that it only adds, so that no version can clash.

    `toets` judges what the rule cannot see without a pass: content that is sealed. It is asked after the rule allowed,
    and refuses like the rule. `reach` names the dossiers whose content the act opens where these are others than the
    holder: a second dossier, or the casus that the holder belongs to. `quiet` tells that a read gives nothing but that
    nothing changed since what the reader was shown, and the log has: it is judged like any other, and leaves no row.
    `stated` gives what the log has to say of a read besides: the purpose that was stated for it, and the rows it names.
    `reads` does first what a change reads in other files, each reading an act of its own, gated and logged there, and
    gives the input with what was read. The rule is asked before it, and again after it, in the transaction.
    """

    facts: Callable[..., dict[UUID, Facts]]
    rule: Callable[[Wie, Facts, OnHolder, Edge], Verdict]
    run: Callable[[Pass, Facts, OnHolder], Out]
    version: Callable[[Facts], int]
    adds: bool = False
    toets: Callable[[Pass, Facts, OnHolder], Verdict] | None = None
    reach: Callable[[OnHolder], Collection[UUID]] | None = None
    quiet: Callable[[Wie, Facts, OnHolder, Edge], bool] | None = None
    stated: Callable[[Wie, Facts, OnHolder, Edge], tuple[str, Collection[UUID]]] | None = None
    reads: Callable[[Wie, OnHolder, Edge], OnHolder] | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairAct(Act[OnPair, Out], Generic[OnPair, Facts, Out]):
    """A change that touches two dossiers of one file: both are read, locked, judged and logged together."""

    facts: Callable[..., dict[UUID, Facts]]
    rule: Callable[[Wie, Facts, Facts, OnPair, Edge], Verdict]
    run: Callable[[Pass, Facts, Facts, OnPair], Out]
    version: Callable[[Facts], int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlainAct(Act[In, Out], Generic[In, Out]):
    """An act on no dossier in particular: one that opens a new dossier, or an act of the register."""

    rule: Callable[[Wie, In, Edge], Verdict]
    run: Callable[[Pass, In], Out]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ListAct(Act[In, Out], Generic[In, Facts, Out]):
    """An act that finds dossiers or casussen: candidates by a filter, then the rule for each.

    `select` keeps, of the rows that the rule allows, those whose sealed content is asked for: what it leaves out is
    neither shown nor logged.
    `whole` judges what the list is of, such as a meeting, before any of its rows is looked at.
    """

    candidates: Callable[[Wie, In, Edge], Sequence[Facts]]
    id_of: Callable[[Facts], UUID]
    may: Callable[[Wie, Edge], Verdict]
    rule: Callable[[Wie, Facts, Edge], Verdict]
    run: Callable[[Pass, Sequence[Facts], In], Out]
    select: Callable[[Pass, Sequence[Facts], In], Sequence[Facts]] | None = None
    whole: Callable[[Wie, In, Edge], Verdict] | None = None


ACTS: dict[str, Act[Any, Any]] = {}
AnyAct = TypeVar("AnyAct", bound=Act[Any, Any])


def register_act(act: AnyAct) -> AnyAct:
    """Enter an act in the list of all acts; a code is used once."""
    if act.code in ACTS:
        msg = f"There are two acts with the code {act.code}."
        raise ValueError(msg)
    ACTS[act.code] = act
    return act


def enter(plaats: Plaats, *, edge: Edge) -> Wie:
    """Read the facts about who asks, once in every request. Raises `Refused` where there is no such place."""
    wie = register.wie(plaats, day=edge.day)
    if wie is None:
        raise Refused(NOT_THERE)
    return wie


def _pass(act: Act[Any, Any], wie: Wie, *, edge: Edge, houders: Collection[UUID], sleutels: Sleutels) -> Pass:
    return _issue(
        bestand=act.bestand,
        wie=wie,
        moment=edge.now,
        day=edge.day,
        new_id=edge.new_id,
        new_secret=edge.new_secret,
        houders=set(houders),
        sleutels=sleutels,
        standen=Standen(logboek_of(act.bestand).regels),
    )


def _rows(
    act: Act[Any, Any], wie: Wie, *, edge: Edge, verdict: Verdict, log_ids: Collection[UUID | None]
) -> list[Regel]:
    return [
        Regel(
            wie=wie,
            op=edge.now,
            daad=act.code,
            artikelen=act.articles,
            verwerking=act.verwerking,
            gevolg=act.gevolg if verdict.is_allowed else Gevolg.REFUSED,
            log_id=log_id,
            redenen=tuple(reason.code for reason in verdict.reasons),
        )
        for log_id in log_ids
    ]


def _log(act: Act[Any, Any], rows: list[Regel]) -> None:
    LOGS[act.bestand](rows)


def _log_change(act: Act[Any, Any], wie: Wie, *, edge: Edge, pas: Pass) -> None:
    rows = _rows(act, wie, edge=edge, verdict=ALLOWED, log_ids=_log_ids(pas))
    _log(act, [row.with_changes(pas.wijzigingen) for row in rows])


def _stale(seen: int, current: int) -> Verdict:
    if seen != current:
        text = gettext_noop("Somebody changed this while you were working. Look at what changed, then save again.")
        return refuse_for([state_fault("8.3", "changed", text)])
    return ALLOWED


def _closed_texts(act: Act[Any, Any], wie: Wie, invoer: Invoer) -> Verdict:
    """Refuse what no text of a file may hold, whoever types it; what the system carries was judged before."""
    if not act.is_change or Rol.SYSTEEM in wie.rollen:
        return ALLOWED
    return refuse_for(number_reasons(texts_of(invoer)))


def _fresh(act: Act[Any, Any], *, edge: Edge) -> Verdict:
    return may_go_on(edge.since_sign_in) if act.needs_fresh_sign_in else ALLOWED


def _first_refusal(*asked: Callable[[], Verdict]) -> Verdict:
    """Ask one after the other, as long as all is allowed."""
    for ask in asked:
        verdict = ask()
        if not verdict.is_allowed:
            return verdict
    return ALLOWED


def perform_on(act: HolderAct[OnHolder, Facts, Out], *, wie: Wie, invoer: OnHolder, edge: Edge) -> Out:
    """Do or read one act on one dossier or casus, or raise `Refused`."""
    houders = [invoer.houder_id] if act.reach is None else list(act.reach(invoer))
    pas = _pass(act, wie, edge=edge, houders=houders, sleutels=Sleutels(act.bestand, houders))
    try:
        if not act.is_change:
            return _read_on(act, pas, invoer, edge=edge)
        if act.reads is not None and _allows(act, wie, invoer, edge=edge):
            invoer = act.reads(wie, invoer, edge)
        with turn(act.bestand):
            verdict, found = _judge(act, pas, invoer, edge=edge)
            if verdict.is_allowed:
                result = act.run(pas, found[0], invoer)
                _log_change(act, wie, edge=edge, pas=pas)
                return result
            _log(act, _rows(act, wie, edge=edge, verdict=verdict, log_ids=_log_ids(pas)))
        raise Refused(verdict)
    finally:
        pas.end()


def _allows(act: HolderAct[OnHolder, Facts, Out], wie: Wie, invoer: OnHolder, *, edge: Edge) -> bool:
    """Ask the rule before anything is read elsewhere; what it refuses is logged where the act itself is judged."""
    found = act.facts([invoer.houder_id], lock=False).values()
    return any(act.rule(wie, facts, invoer, edge).is_allowed for facts in found)


def _log_ids(pas: Pass) -> list[UUID | None]:
    return [pas.sleutels.log_id(houder_id) for houder_id in pas.houders] or [None]


def _judge(
    act: HolderAct[OnHolder, Facts, Out], pas: Pass, invoer: OnHolder, *, edge: Edge
) -> tuple[Verdict, list[Facts]]:
    """Load the facts and ask the rule; the facts are a list of one, or empty where there is nothing."""
    found = list(act.facts([invoer.houder_id], lock=act.is_change).values())
    if not found:
        return NOT_THERE, found
    facts, toets = found[0], act.toets
    is_versioned = isinstance(invoer, Wijzigend) and not act.adds
    verdict = _first_refusal(
        lambda: may_come_near(pas.wie, {invoer.houder_id, *pas.houders}),
        lambda: act.rule(pas.wie, facts, invoer, edge),
        lambda: _closed_texts(act, pas.wie, invoer),
        lambda: _stale(getattr(invoer, "versie", 0), act.version(facts)) if is_versioned else ALLOWED,
        lambda: toets(pas, facts, invoer) if toets is not None else ALLOWED,
        lambda: _fresh(act, edge=edge),
    )
    return verdict, found


def _read_on(act: HolderAct[OnHolder, Facts, Out], pas: Pass, invoer: OnHolder, *, edge: Edge) -> Out:
    verdict, found = _judge(act, pas, invoer, edge=edge)
    is_quiet = verdict.is_allowed and act.quiet is not None and act.quiet(pas.wie, found[0], invoer, edge)
    if not is_quiet:
        with turn(act.bestand):
            rows = _rows(act, pas.wie, edge=edge, verdict=verdict, log_ids=_log_ids(pas))
            if verdict.is_allowed and act.stated is not None:
                rows = _with_purpose(rows, *act.stated(pas.wie, found[0], invoer, edge))
            _log(act, rows)
    if not verdict.is_allowed:
        raise Refused(verdict)
    return act.run(pas, found[0], invoer)


def _with_purpose(rows: list[Regel], doel: str, named: Collection[UUID]) -> list[Regel]:
    return [
        replace(row, verwerking=f"{row.verwerking}: {doel}").with_changes(Wijziging(one, 0, "") for one in named)
        for row in rows
    ]


def perform_pair(act: PairAct[OnPair, Facts, Out], *, wie: Wie, invoer: OnPair, edge: Edge) -> Out:
    """Do one act on two dossiers of one file, or raise `Refused`; where either is not there, nothing is."""
    houders = [invoer.houder_id, invoer.naar_id]
    pas = _pass(act, wie, edge=edge, houders=houders, sleutels=Sleutels(act.bestand, houders))
    try:
        with turn(act.bestand):
            verdict, found = _judge_pair(act, wie, invoer, edge=edge)
            if verdict.is_allowed:
                result = act.run(pas, found[invoer.houder_id], found[invoer.naar_id], invoer)
                _log_change(act, wie, edge=edge, pas=pas)
                return result
            _log(act, _rows(act, wie, edge=edge, verdict=verdict, log_ids=_log_ids(pas)))
        raise Refused(verdict)
    finally:
        pas.end()


def _judge_pair(
    act: PairAct[OnPair, Facts, Out], wie: Wie, invoer: OnPair, *, edge: Edge
) -> tuple[Verdict, dict[UUID, Facts]]:
    found = act.facts(sorted({invoer.houder_id, invoer.naar_id}), lock=True)
    if not {invoer.houder_id, invoer.naar_id} <= found.keys():
        return NOT_THERE, found
    van, naar = found[invoer.houder_id], found[invoer.naar_id]
    verdict = _first_refusal(
        lambda: may_come_near(wie, found),
        lambda: act.rule(wie, van, naar, invoer, edge),
        lambda: _closed_texts(act, wie, invoer),
        lambda: _stale(invoer.versie, act.version(van)),
        lambda: _stale(invoer.naar_versie, act.version(naar)),
        lambda: _fresh(act, edge=edge),
    )
    return verdict, found


def perform(act: PlainAct[In, Out], *, wie: Wie, invoer: In, edge: Edge) -> Out:
    """Do one act that is on no dossier yet, or raise `Refused`."""
    pas = _pass(act, wie, edge=edge, houders=(), sleutels=Sleutels(act.bestand, ()))
    try:
        with turn(act.bestand):
            verdict = _first_refusal(
                lambda: act.rule(wie, invoer, edge),
                lambda: _closed_texts(act, wie, invoer),
                lambda: _fresh(act, edge=edge),
            )
            if verdict.is_allowed:
                result = act.run(pas, invoer)
                _log_change(act, wie, edge=edge, pas=pas)
                return result
            _log(act, _rows(act, wie, edge=edge, verdict=verdict, log_ids=[None]))
        raise Refused(verdict)
    finally:
        pas.end()


def find(act: ListAct[In, Facts, Out], *, wie: Wie, invoer: In, edge: Edge) -> Out:
    """Read a list: the filter's candidates, each judged, each shown row logged before it is shown.

    A candidate that the rule does not allow is left out, stands in the log as refused, and opens an incident.
    """
    whole = act.whole
    general = _first_refusal(
        lambda: act.may(wie, edge),
        lambda: whole(wie, invoer, edge) if whole is not None else ALLOWED,
    )
    candidates = act.candidates(wie, invoer, edge) if general.is_allowed else ()
    judged = [(facts, _judge_row(act, wie, facts, edge=edge)) for facts in candidates]
    shown = [facts for facts, verdict in judged if verdict.is_allowed]
    sleutels = Sleutels(act.bestand, [act.id_of(facts) for facts, _verdict in judged])
    pas = _pass(act, wie, edge=edge, houders=[act.id_of(facts) for facts in shown], sleutels=sleutels)
    try:
        if act.select is not None:
            shown = list(act.select(pas, shown, invoer))
            pas.narrow({act.id_of(facts) for facts in shown})
        rows = _rows(act, wie, edge=edge, verdict=ALLOWED, log_ids=[sleutels.log_id(act.id_of(f)) for f in shown])
        for facts, verdict in judged:
            if not verdict.is_allowed:
                rows += _rows(act, wie, edge=edge, verdict=verdict, log_ids=[sleutels.log_id(act.id_of(facts))])
        if not rows:
            rows = _rows(act, wie, edge=edge, verdict=general, log_ids=[None])
        with turn(act.bestand):
            _log(act, rows)
        if not general.is_allowed:
            raise Refused(general)
        tell_disagreement(act, wie, [verdict for _facts, verdict in judged], edge=edge)
        return act.run(pas, shown, invoer)
    finally:
        pas.end()


def _judge_row(act: ListAct[In, Facts, Out], wie: Wie, facts: Facts, *, edge: Edge) -> Verdict:
    return _first_refusal(lambda: may_come_near(wie, {act.id_of(facts)}), lambda: act.rule(wie, facts, edge))


def do(act: Act[Any, Out], *, wie: Wie, invoer: Invoer, edge: Edge) -> Out:
    """Do an act of any shape; faces that handle all acts alike come in here. Raises `Refused`."""
    result: Out
    if isinstance(act, HolderAct) and isinstance(invoer, OpHouder):
        result = perform_on(act, wie=wie, invoer=invoer, edge=edge)
    elif isinstance(act, PairAct) and isinstance(invoer, OpTweeHouders):
        result = perform_pair(act, wie=wie, invoer=invoer, edge=edge)
    elif isinstance(act, ListAct):
        result = find(act, wie=wie, invoer=invoer, edge=edge)
    elif isinstance(act, PlainAct):
        result = perform(act, wie=wie, invoer=invoer, edge=edge)
    else:
        msg = f"{act.code} does not take this input."
        raise TypeError(msg)
    return result
