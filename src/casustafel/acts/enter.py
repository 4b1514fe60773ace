"""Enter with a personal token: who it speaks for, before the first act. Covenant 15.2.d."""

from dataclasses import replace

from casustafel.acts.edge import Edge
from casustafel.acts.gate import Refused, enter
from casustafel.convenant.feit import Taak, Wie
from casustafel.convenant.rules.aanmelding import not_signed_in
from casustafel.register.store.token import plaats_of_token


def by_token(secret: str, *, taak: Taak | None, edge: Edge) -> Wie:
    """Give the facts about who a token speaks for, with the task that an uitvoerder named.

    Raises `Refused` where the token is unknown or past its term.
    """
    plaats = plaats_of_token(secret, at=edge.now)
    if plaats is None:
        raise Refused(not_signed_in())
    return enter(replace(plaats, taak=taak), edge=edge)
