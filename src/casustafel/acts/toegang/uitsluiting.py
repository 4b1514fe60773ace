"""Keep somebody away from one subject, and end that. Covenant 15.2.b."""

from typing import Any
from uuid import UUID

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Id, Wijzigend
from casustafel.acts.toegang.kamer import KAMERS, Kamer
from casustafel.acts.toegang.toegang import ACTIVITY
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import OrganisatieId, Wie
from casustafel.convenant.rules import uitsluiting as rules
from casustafel.convenant.rules.uitsluiting import GekozenFeit, Uitsluitgrond
from casustafel.convenant.verdict import Verdict
from casustafel.register import store as register
from casustafel.register.store import uitsluiting as store


class ExcludeMedewerker(Wijzigend):
    """Who is kept away from the subject, and on which ground."""

    medewerker_id: Id
    grond: Uitsluitgrond


class EndUitsluiting(Wijzigend):
    """Who may come near again."""

    medewerker_id: Id


def _gekozen(wie: Wie, houder_id: UUID, medewerker_id: UUID, edge: Edge) -> GekozenFeit | None:
    """Give who was chosen, by every organisation of the covenant that the person has a role for."""
    seats = [one.wie for one in store.bezetting(wie.convenant, day=edge.day) if one.wie.medewerker_id == medewerker_id]
    known = [seat for seat in seats if seat.medewerker_id is not None]
    if not known or known[0].medewerker_id is None:
        return None
    return GekozenFeit(
        medewerker_id=known[0].medewerker_id,
        organisaties=frozenset(OrganisatieId(s.organisatie_id) for s in known if s.organisatie_id),
        rollen=frozenset(rol for seat in known for rol in seat.rollen),
        is_uitgesloten=houder_id in known[0].uitgesloten,
    )


def _exclude_in(kamer: Kamer) -> HolderAct[ExcludeMedewerker, Any, None]:
    def rule(wie: Wie, feit: Any, invoer: ExcludeMedewerker, edge: Edge) -> Verdict:
        opens = kamer.may_open(wie, feit, edge.day)
        gekozen = _gekozen(wie, feit.kop.id, invoer.medewerker_id, edge) if opens.is_allowed else None
        return rules.may_exclude(opens, wie, gekozen, day=edge.day)

    def run(pas: Pass, feit: Any, invoer: ExcludeMedewerker) -> None:
        store.add(
            [(pas.new_id(), houder_id) for houder_id in kamer.houders(feit.kop.id)],
            medewerker_id=invoer.medewerker_id,
            convenant_id=pas.wie.convenant.id,
            grond=invoer.grond,
            op=pas.day,
            door=register.handelend(pas.wie),
        )
        pas.note(invoer.medewerker_id)

    return _act(kamer, "exclude-medewerker", ExcludeMedewerker, rule=rule, run=run)


def _end_in(kamer: Kamer) -> HolderAct[EndUitsluiting, Any, None]:
    def rule(wie: Wie, feit: Any, invoer: EndUitsluiting, edge: Edge) -> Verdict:
        opens = kamer.may_open(wie, feit, edge.day)
        gekozen = _gekozen(wie, feit.kop.id, invoer.medewerker_id, edge) if opens.is_allowed else None
        is_there = gekozen is not None and gekozen.is_uitgesloten
        return rules.may_end_uitsluiting(opens, wie, gekozen if is_there else None, day=edge.day)

    def run(pas: Pass, feit: Any, invoer: EndUitsluiting) -> None:
        store.end(invoer.medewerker_id, kamer.houders(feit.kop.id))
        pas.note(invoer.medewerker_id)

    return _act(kamer, "end-uitsluiting", EndUitsluiting, rule=rule, run=run)


def _act(kamer: Kamer, name: str, invoer: type[Any], *, rule: Any, run: Any) -> HolderAct[Any, Any, None]:
    return register_act(
        HolderAct(
            code=f"{name}{kamer.naam}",
            articles=("15.2.b",),
            bestand=kamer.bestand,
            verwerking=ACTIVITY,
            gevolg=Gevolg.CHANGED,
            invoer=invoer,
            facts=kamer.facts,
            version=kamer.version,
            adds=True,
            rule=rule,
            run=run,
        )
    )


exclude_medewerker = {kamer.bestand: _exclude_in(kamer) for kamer in KAMERS}
end_uitsluiting = {kamer.bestand: _end_in(kamer) for kamer in KAMERS}
