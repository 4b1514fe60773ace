"""Show who may see a dossier or a casus, and why: its rule is asked for everybody. Covenant 15.2.b, 8.4, 10.4."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from casustafel.acts.edge import Edge
from casustafel.acts.gate import HolderAct, register_act
from casustafel.acts.invoer import Dag, Id, OpHouder, Uitvoer
from casustafel.acts.toegang.kamer import KAMERS, Kamer
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.feit import Rol, Taak, Wie
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.rules.uitsluiting import Uitsluitgrond, decides_on
from casustafel.convenant.verdict import Verdict
from casustafel.register.store import uitsluiting as store
from casustafel.register.store.uitsluiting import Bezet

ACTIVITY = "autorisaties beheren"


class OpenToegang(OpHouder):
    """Of which dossier or casus."""


class ToegangRegel(Uitvoer):
    """A person who has to do with the file by role: whether it opens, on which article, or why it does not.

    `alleen_taak`: only for a named task (article 5). `redenen` are codes, and name nobody.
    """

    medewerker_id: Id
    naam: str
    functie: str
    organisatie_id: Id
    rol: Rol
    mag: bool
    artikel: str
    alleen_taak: bool
    redenen: tuple[str, ...]
    is_uit_te_sluiten: bool


class UitsluitingBeeld(Uitvoer):
    """Somebody who is kept away; the ground is there for a colleague of that person, and for the uitvoerder."""

    medewerker_id: Id
    naam: str
    organisatie_id: Id | None
    op: Dag
    door: str
    grond: Uitsluitgrond | None
    mag_eindigen: bool


class ToegangBeeld(Uitvoer):
    """Who may see the file on this day and who is kept away, by organisation and name."""

    versie: int
    mensen: tuple[ToegangRegel, ...]
    uitgesloten: tuple[UitsluitingBeeld, ...]


def as_asked(one: Bezet) -> Wie:
    """Give the person as one who asks: an uitvoerder with a task, for without one nothing opens. Covenant 5."""
    return replace(one.wie, taak=Taak.CONTROLEREN) if Rol.UITVOERDER in one.wie.rollen else one.wie


def _regel(kamer: Kamer, feit: Any, one: Bezet, reader: Wie, *, day: date) -> ToegangRegel | None:
    wie = as_asked(one)
    held = kamer.rol in wie.rollen and (kamer.rol is not Rol.WEEGPLOEG or is_weegploeg(wie))
    by_role = held and kamer.belongs(wie, feit, day)
    if wie.medewerker_id is None or wie.organisatie is None or not (by_role or Rol.UITVOERDER in wie.rollen):
        return None
    verdict = kamer.sees(wie, feit, day)
    return ToegangRegel(
        medewerker_id=wie.medewerker_id,
        naam=one.naam,
        functie=one.functie,
        organisatie_id=wie.organisatie.id,
        rol=kamer.rol if by_role else Rol.UITVOERDER,
        mag=verdict.is_allowed,
        artikel=kamer.artikel if by_role else "5",
        alleen_taak=not by_role,
        redenen=tuple(reason.code for reason in verdict.reasons),
        is_uit_te_sluiten=decides_on(reader, {wie.organisatie.id}, day=day) and Rol.UITVOERDER not in wie.rollen,
    )


def _uitgesloten(houder_id: Any, bezet: list[Bezet], reader: Wie, *, day: date) -> Iterator[UitsluitingBeeld]:
    homes = {one.wie.medewerker_id: one.wie.organisatie_id for one in bezet}
    for row in store.of(houder_id):
        home = homes.get(row.medewerker_id)
        is_near = decides_on(reader, {home} if home else (), day=day)
        yield UitsluitingBeeld(
            medewerker_id=row.medewerker_id,
            naam=row.naam,
            organisatie_id=home,
            op=row.op,
            door=row.door,
            grond=row.grond if is_near else None,
            mag_eindigen=is_near,
        )


def _open_in(kamer: Kamer) -> HolderAct[OpenToegang, Any, ToegangBeeld]:
    def rule(wie: Wie, feit: Any, _invoer: OpenToegang, edge: Edge) -> Verdict:
        return kamer.may_open(wie, feit, edge.day)

    def run(pas: Pass, feit: Any, _invoer: OpenToegang) -> ToegangBeeld:
        bezet = store.bezetting(pas.wie.convenant, day=pas.day)
        uitgesloten = tuple(_uitgesloten(feit.kop.id, bezet, pas.wie, day=pas.day))
        kept_away = {one.medewerker_id for one in uitgesloten}
        regels = (_regel(kamer, feit, one, pas.wie, day=pas.day) for one in bezet)
        return ToegangBeeld(
            versie=kamer.version(feit),
            mensen=tuple(regel for regel in regels if regel and regel.medewerker_id not in kept_away),
            uitgesloten=uitgesloten,
        )

    return register_act(
        HolderAct(
            code=f"open-toegang{kamer.naam}",
            articles=("15.2.b", kamer.artikel),
            bestand=kamer.bestand,
            verwerking=ACTIVITY,
            gevolg=Gevolg.OPENED,
            invoer=OpenToegang,
            facts=kamer.facts,
            version=kamer.version,
            rule=rule,
            run=run,
        )
    )


open_toegang = {kamer.bestand: _open_in(kamer) for kamer in KAMERS}
