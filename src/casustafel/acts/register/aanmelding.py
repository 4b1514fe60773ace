"""Take away how somebody signs in, their organisation's sign-in too, and give a new one-time link. Covenant 15.2.c."""

from casustafel.acts.edge import Edge
from casustafel.acts.gate import PlainAct, register_act
from casustafel.acts.invoer import Id, Invoer, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import MedewerkerId, Wie
from casustafel.convenant.rules.aanmelding import may_reset
from casustafel.convenant.verdict import Verdict
from casustafel.register import store
from casustafel.register.store.factor import end_sign_in


class ResetAanmelding(Invoer):
    """Whose sign-in is taken away."""

    medewerker_id: Id


class Uitgenodigd(Uitvoer):
    """The one-time link with which somebody sets a password and a second factor anew; shown once."""

    uitnodiging: str


def _rule(wie: Wie, invoer: ResetAanmelding, edge: Edge) -> Verdict:
    held = store.held_roles(invoer.medewerker_id, wie.convenant.id, day=edge.day)
    return may_reset(wie, medewerker_id=MedewerkerId(invoer.medewerker_id), held=held, day=edge.day)


def _run(pas: Pass, invoer: ResetAanmelding) -> Uitgenodigd:
    end_sign_in(invoer.medewerker_id)
    pas.note(invoer.medewerker_id)
    return Uitgenodigd(uitnodiging=store.uitnodiging(invoer.medewerker_id))


reset_aanmelding = register_act(
    PlainAct(
        code="reset-aanmelding",
        articles=("15.2.c", "15.2.d"),
        bestand=Bestand.REGISTER,
        verwerking="autorisaties beheren",
        gevolg=Gevolg.CHANGED,
        invoer=ResetAanmelding,
        needs_fresh_sign_in=True,
        rule=_rule,
        run=_run,
    )
)
