"""Find dossiers: the weegploegbord, and the list by page. Each row shown is judged and logged as found."""

from collections.abc import Sequence

from casustafel.acts.bewaring.beeld import Bewaard, bewaring_beeld
from casustafel.acts.edge import Edge
from casustafel.acts.gate import ListAct, register_act
from casustafel.acts.invoer import Dag, Id, Invoer, Pagina, Regel, Uitvoer
from casustafel.acts.weegploeg.termijn import beslis_uiterlijk_op
from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Gevolg
from casustafel.bestand.pas import Pass
from casustafel.convenant.beslistermijn import outcome_2_on
from casustafel.convenant.feit import DossierKop, DossierStaat, Wie
from casustafel.convenant.rules.toegang import may_find_dossier, may_find_dossiers
from casustafel.convenant.verdict import Verdict
from casustafel.weegploeg import store

PAGE = 50


class FindDossiers(Invoer):
    """Which dossiers: their states (all when none is named), and the page, counted from 1; or one by its number."""

    nummer: Regel = ""
    staten: tuple[DossierStaat, ...] = ()
    pagina: Pagina = 1


class PartijTelling(Uitvoer):
    """How many signals an organisation brought in."""

    organisatie_id: Id
    aantal: int


class DossierRegel(Bewaard):
    """A dossier in a list: number, name, signals per party, the last day to decide; since when it has outcome 2."""

    id: Id
    nummer: str
    naam: str
    staat: DossierStaat
    eerste_signaal_op: Dag
    beslis_uiterlijk_op: Dag | None
    niet_geagendeerd_sinds: Dag | None
    signalen: tuple[PartijTelling, ...]


class DossierLijst(Uitvoer):
    """A page of dossiers, whether there is a next one, and how many were left out because they are damaged."""

    pagina: int
    is_laatste: bool
    beschadigd: int
    dossiers: tuple[DossierRegel, ...]


def _candidates(wie: Wie, invoer: FindDossiers, edge: Edge) -> Sequence[DossierKop]:
    if invoer.nummer:
        return store.by_number(wie, invoer.nummer, day=edge.day)
    staten = invoer.staten or tuple(DossierStaat)
    return store.page(wie, day=edge.day, staten=staten, offset=(invoer.pagina - 1) * PAGE, limit=PAGE)


def _show(pas: Pass, koppen: Sequence[DossierKop], invoer: FindDossiers) -> DossierLijst:
    ids = [kop.id for kop in koppen]
    names = store.names(pas, ids)
    counts = store.signaal_counts(ids)
    return DossierLijst(
        pagina=invoer.pagina,
        is_laatste=len(koppen) < PAGE,
        beschadigd=len(koppen) - len(names),
        dossiers=tuple(
            DossierRegel(
                id=kop.id,
                nummer=kop.nummer,
                bewaring=bewaring_beeld(kop, pas.wie.convenant),
                naam=names[kop.id].naam,
                staat=kop.staat,
                eerste_signaal_op=kop.eerste_signaal_op,
                beslis_uiterlijk_op=beslis_uiterlijk_op(kop, pas.wie.convenant),
                niet_geagendeerd_sinds=outcome_2_on(kop, pas.wie.convenant, day=pas.day),
                signalen=tuple(
                    PartijTelling(organisatie_id=organisatie_id, aantal=n)
                    for organisatie_id, n in counts.get(kop.id, ())
                ),
            )
            for kop in koppen
            if kop.id in names
        ),
    )


def _rule(wie: Wie, kop: DossierKop, edge: Edge) -> Verdict:
    return may_find_dossier(wie, kop, day=edge.day)


def _may(wie: Wie, edge: Edge) -> Verdict:
    return may_find_dossiers(wie, day=edge.day)


def _id(kop: DossierKop) -> Id:
    return kop.id


find_dossiers = register_act(
    ListAct(
        code="find-dossiers",
        articles=("8.4",),
        bestand=Bestand.WEEGPLOEG,
        verwerking="wegen en beslissen",
        gevolg=Gevolg.FOUND,
        invoer=FindDossiers,
        candidates=_candidates,
        id_of=_id,
        may=_may,
        rule=_rule,
        run=_show,
    )
)
