"""Look at the duty to inform in one file: who must be told, by which day, and what was noted. Covenant 11."""

from typing import Any, Final

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.informeren.kamer import CASUS, DOSSIER, VERWERKING, Kamer
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.inhoud import InformerenInhoud
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import NOBODY, Stuk
from casustafel.convenant.feit import Wie
from casustafel.convenant.informatieplicht import Plicht, Plichtstaat, on_deferral, replay, stand_of
from casustafel.convenant.rules.informatieplicht import informs_in_part, letter_reasons
from casustafel.convenant.verdict import Verdict


class OpenInformeren(OpHouder):
    """Of which dossier or casus."""


class AantekeningBeeld(Uitvoer):
    """A note: what it says, by which organisation, when; of a deferral its ground and last day, of informing how."""

    id: Id
    op: Dag
    organisatie_id: Id | None
    staat: str
    tot: Dag | None
    door: str
    als_plaatsvervanger: bool
    grond: str
    noodzaak: str
    evenredigheid: str
    reden: str
    brief: str
    wijze: str
    hoe: str
    geinformeerd_door: str
    geinformeerd_op: Dag | None


class StandBeeld(Uitvoer):
    """Where a kernpartij stands on what was asked of all."""

    organisatie_id: Id
    keuze: str


class PlichtBeeld(Uitvoer):
    """The duty towards one person. The name is empty where the reader may not have it by its class.

    `open_delen` are the organisations whose data is due; `uitgesteld` those that let theirs wait. `heeft_brief`: the
    letter can be made today.
    """

    persoon_id: Id | None
    soort: str
    naam: str
    sinds: Dag
    staat: Plichtstaat
    uiterlijk_op: Dag | None
    laatste_op: Dag
    is_deels: bool
    zou_deels: bool
    moet_blijvend: bool
    is_uitgesteld_voor_allen: bool
    heeft_brief: bool
    open_delen: tuple[Id, ...]
    uitgesteld: tuple[Id, ...]
    gesproken: tuple[Id, ...]
    gevraagd_id: Id | None
    gevraagd_door: Id | None
    standen: tuple[StandBeeld, ...]
    aantekeningen: tuple[AantekeningBeeld, ...]


class InformerenBeeld(Bewaard):
    """Who must be informed of what stands in a file; `is_aan_tafel` tells whether the reader may open that too."""

    id: Id
    nummer: str
    versie: int
    is_aan_tafel: bool
    plichten: tuple[PlichtBeeld, ...]


def _aantekening(stuk: Stuk[InformerenInhoud]) -> AantekeningBeeld:
    inhoud = stuk.inhoud
    return AantekeningBeeld(
        id=stuk.id,
        op=stuk.op,
        organisatie_id=stuk.organisatie_id if stuk.organisatie_id != NOBODY else None,
        staat=stuk.staat,
        tot=stuk.uiterlijk_op,
        door=inhoud.door,
        als_plaatsvervanger=inhoud.als_plaatsvervanger,
        grond=inhoud.grond,
        noodzaak=inhoud.noodzaak,
        evenredigheid=inhoud.evenredigheid,
        reden=inhoud.reden,
        brief=inhoud.brief,
        wijze=inhoud.wijze,
        hoe=inhoud.hoe,
        geinformeerd_door=inhoud.geinformeerd_door,
        geinformeerd_op=inhoud.geinformeerd_op,
    )


def _plicht(pas: Pass, plicht: Plicht, *, soort: str, naam: str, notes: list[Stuk[InformerenInhoud]]) -> PlichtBeeld:
    found, stand, asked = replay(plicht), stand_of(plicht, day=pas.day), on_deferral(plicht, day=pas.day)
    own_id = plicht.persoon_id or NOBODY
    return PlichtBeeld(
        persoon_id=plicht.persoon_id,
        soort=soort,
        naam=naam,
        sinds=plicht.sinds,
        staat=stand.staat,
        uiterlijk_op=stand.uiterlijk_op,
        laatste_op=plicht.laatste_op,
        is_deels=stand.is_deels,
        zou_deels=informs_in_part(plicht, day=pas.day),
        moet_blijvend=stand.moet_blijvend,
        is_uitgesteld_voor_allen=found.holds_for_all(pas.day),
        heeft_brief=bool(naam) and not any(letter_reasons(pas.wie, plicht, day=pas.day)),
        open_delen=tuple(sorted(deel for deel in stand.open_delen if deel != NOBODY)),
        uitgesteld=tuple(sorted(found.waiting(pas.day))),
        gesproken=tuple(sorted(found.gesproken)),
        gevraagd_id=asked[0] if asked else None,
        gevraagd_door=asked[1].gevraagd_door if asked else None,
        standen=tuple(
            StandBeeld(organisatie_id=s.organisatie_id, keuze=s.keuze) for s in (asked[1].standpunten if asked else ())
        ),
        aantekeningen=tuple(_aantekening(n) for n in notes if n.bij_id == own_id),
    )


def _open_in(kamer: Kamer) -> HolderAct[OpenInformeren, Any, InformerenBeeld]:
    def rule(wie: Wie, feit: Any, _invoer: OpenInformeren, edge: Edge) -> Verdict:
        return kamer.may_open(wie, feit, day=edge.day)

    def run(pas: Pass, feit: Any, _invoer: OpenInformeren) -> InformerenBeeld:
        kinds = {stuk.id: stuk.soort for stuk in feit.stukken}
        names, notes = kamer.names(pas, feit), kamer.notes(pas, feit)
        return InformerenBeeld(
            id=feit.kop.id,
            nummer=feit.kop.nummer,
            versie=feit.kop.versie,
            is_aan_tafel=kamer.may_open_all(pas.wie, feit.kop, day=pas.day).is_allowed,
            bewaring=bewaring_beeld(feit.kop, pas.wie.convenant),
            plichten=tuple(
                _plicht(
                    pas,
                    plicht,
                    soort=kinds[plicht.persoon_id] if plicht.persoon_id else "subject",
                    naam=names.get(plicht.persoon_id, ""),
                    notes=notes,
                )
                for plicht in kamer.plichten(feit, pas.wie, pas.day)
            ),
        )

    return register_act(
        HolderAct(
            code=kamer.code("open-informeren"),
            articles=("11.2", "11.3", "11.4", "11.5"),
            bestand=kamer.bestand,
            verwerking=VERWERKING,
            gevolg=Gevolg.OPENED,
            invoer=OpenInformeren,
            facts=kamer.facts,
            version=kamer.version,
            rule=rule,
            run=run,
        )
    )


open_informeren: Final = {Bestand.WEEGPLOEG: _open_in(DOSSIER), Bestand.CASUSOVERLEG: _open_in(CASUS)}
