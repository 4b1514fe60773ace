"""Carry out the terms of what is beside the files: logs, authorisations, accounts, tokens. Covenant 13.1."""

from collections.abc import Sequence

from casustafel.acts.bewaring.berichten import drop_berichten
from casustafel.acts.bewaring.due import installatie
from casustafel.acts.bewaring.termijnen import (
    UntilDay,
    drop_autorisaties,
    drop_convenantstukken,
    drop_overleggen,
    drop_tokens,
    empty_accounts,
    ended_by,
    expire_logs,
)
from casustafel.acts.edge import Edge
from casustafel.acts.gate import perform
from casustafel.acts.invoer import Niets
from casustafel.convenant.feit import Wie
from casustafel.convenant.regime import TermijnCode


def clear_people(covenants: Sequence[Wie], *, edge: Edge) -> int:
    """Empty accounts, delete what ended long ago and what has expired; tells how many of all that."""
    wie = installatie()
    gone = perform(drop_tokens, wie=wie, invoer=Niets(), edge=edge)
    until = ended_by(wie.convenant, TermijnCode.ACCOUNT_LEGEN, day=edge.day)
    gone += perform(empty_accounts, wie=wie, invoer=UntilDay(tot_en_met=until), edge=edge)
    for one in covenants:
        until = ended_by(one.convenant, TermijnCode.AUTORISATIE_BEWAREN, day=edge.day)
        gone += perform(drop_autorisaties, wie=one, invoer=UntilDay(tot_en_met=until), edge=edge)
    return gone


def clear_papers(covenants: Sequence[Wie], *, edge: Edge) -> int:
    """Delete proposals, disputes, notices, evaluations and statements, empty past meetings, notices."""
    gone = 0
    for wie in covenants:
        until = ended_by(wie.convenant, TermijnCode.CONVENANTSTUK, day=edge.day)
        gone += perform(drop_convenantstukken, wie=wie, invoer=UntilDay(tot_en_met=until), edge=edge)
        until = ended_by(wie.convenant, TermijnCode.LEEG_OVERLEG, day=edge.day)
        for act in drop_overleggen:
            gone += perform(act, wie=wie, invoer=UntilDay(tot_en_met=until), edge=edge)
        until = ended_by(wie.convenant, TermijnCode.VERNIETIGBERICHT, day=edge.day)
        for act in drop_berichten:
            gone += perform(act, wie=wie, invoer=UntilDay(tot_en_met=until), edge=edge)
    return gone


def clear_logs(covenants: Sequence[Wie], *, edge: Edge) -> int:
    """Destroy the log rows that are past their term; tells how many."""
    return expire_logs([one.convenant for one in covenants], day=edge.day)
