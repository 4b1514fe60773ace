"""Personal tokens for the API: made, found and withdrawn by the person they speak for. Covenant 15.2.d."""

from datetime import timedelta

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Niets, Regel, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Wie
from casustafel.convenant.rules.beheer import may_hold_token, may_see_tokens
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import token as store

TERM = timedelta(days=90)


class CreateToken(Invoer):
    """What the token is called."""

    naam: Regel


class CreatedToken(Uitvoer):
    """The token itself: shown once, kept only as a hash."""

    id: Id
    token: str


class WithdrawToken(Invoer):
    """Which token is withdrawn."""

    token_id: Id


class TokenBeeld(Uitvoer):
    """A token of one's own."""

    id: Id
    naam: str
    tot: Dag


class Tokens(Uitvoer):
    """One's own tokens for this organisation."""

    tokens: tuple[TokenBeeld, ...]


def _may_create(wie: Wie, invoer: CreateToken, edge: Edge) -> Verdict:
    return may_hold_token(wie, naam=invoer.naam, day=edge.day)


def _create(pas: Pass, invoer: CreateToken) -> CreatedToken:
    token_id, secret = pas.new_id(), pas.new_secret()
    store.add_token(token_id, pas.wie, naam=invoer.naam, secret=secret, vanaf=pas.moment, tot=pas.moment + TERM)
    pas.note(token_id)
    return CreatedToken(id=token_id, token=secret)


def _may_see(wie: Wie, _invoer: Invoer, edge: Edge) -> Verdict:
    return may_see_tokens(wie, day=edge.day)


def _withdraw(pas: Pass, invoer: WithdrawToken) -> None:
    store.withdraw_token(invoer.token_id, pas.wie)
    pas.note(invoer.token_id)


def _find(pas: Pass, _invoer: Niets) -> Tokens:
    rows = store.tokens(pas.wie, at=pas.moment)
    return Tokens(tokens=tuple(TokenBeeld(id=t.id, naam=t.naam, tot=t.tot.date()) for t in rows))


create_token = register_act(
    PlainAct(
        code="create-token",
        articles=("15.2.d",),
        bestand=Bestand.REGISTER,
        verwerking="aanmelden",
        gevolg=Gevolg.CHANGED,
        invoer=CreateToken,
        needs_fresh_sign_in=True,
        rule=_may_create,
        run=_create,
    )
)

withdraw_token = register_act(
    PlainAct(
        code="withdraw-token",
        articles=("15.2.d",),
        bestand=Bestand.REGISTER,
        verwerking="aanmelden",
        gevolg=Gevolg.CHANGED,
        invoer=WithdrawToken,
        rule=_may_see,
        run=_withdraw,
    )
)

find_tokens = register_act(
    PlainAct(
        code="find-tokens",
        articles=("15.2.d",),
        bestand=Bestand.REGISTER,
        verwerking="aanmelden",
        gevolg=Gevolg.OPENED,
        invoer=Niets,
        rule=_may_see,
        run=_find,
    )
)
