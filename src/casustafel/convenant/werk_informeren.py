"""What waits of the duty to inform: derived from the notes, never stored. Covenant 11.2, 11.3, 11.5."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import CasusFeit, DossierFeit, Rol, Taak, Wie
from casustafel.convenant.informatieplicht import Plicht, Plichtstaat, Stand, on_deferral, replay, stand_of
from casustafel.convenant.plichten import plichten_of_casus, plichten_of_dossier
from casustafel.convenant.rules.toegang import is_weegploeg
from casustafel.convenant.vervaldag import remind_until
from casustafel.convenant.werk import Stap, Werk


@carries_out("11.2", "11.3", "11.5")
def stap_of(wie: Wie, plicht: Plicht, stand: Stand, *, day: date) -> Stap | None:
    """Give the one step that is asked of somebody, if any.

    Covenant 11. Reading: a kernpartij speaks, and then the person is told, by any of them or by the uitvoerder who
    prepares; what waits is reconsidered in the last thirty days of its own, and in the last thirty days of the data
    nothing but informing or a ground that stays counts.
    """
    if stand.uiterlijk_op is None or not (is_weegploeg(wie) or wie.taak is Taak.VOORBEREIDEN):
        return None
    if stand.moet_blijvend:
        return Stap.INFORMEREN_VOOR_VERTREK
    if is_weegploeg(wie) and _must_speak(wie, plicht, stand, day=day):
        return Stap.SPREEK_INFORMEREN
    if stand.staat is Plichtstaat.UITGESTELD:
        is_near = stand.uiterlijk_op <= remind_until(wie.convenant, day=day)
        return Stap.HEROVERWEEG_UITSTEL if is_near and is_weegploeg(wie) else None
    return Stap.INFORMEREN


def _must_speak(wie: Wie, plicht: Plicht, stand: Stand, *, day: date) -> bool:
    """Tell whether a kernpartij is asked to agree, or has not spoken at all while nothing makes it wait."""
    found = replay(plicht)
    if on_deferral(plicht, day=day) is not None:
        return wie.organisatie_id not in found.standen
    return stand.staat is Plichtstaat.OPEN and wie.organisatie_id not in found.gesproken


def _lines(wie: Wie, feit: DossierFeit | CasusFeit, plichten: tuple[Plicht, ...], *, day: date) -> Iterator[Werk]:
    if not is_weegploeg(wie) and Rol.UITVOERDER not in wie.rollen:
        return
    for plicht in plichten:
        stand = stand_of(plicht, day=day)
        stap = stap_of(wie, plicht, stand, day=day)
        if stap is not None:
            yield Werk(
                stap=stap,
                artikel="11.3" if stap is Stap.SPREEK_INFORMEREN else "11.5",
                houder_id=feit.kop.id,
                nummer=feit.kop.nummer,
                uiterlijk_op=stand.uiterlijk_op,
                bij_id=plicht.persoon_id,
            )


@carries_out("11.2", "11.5")
def werk_on_informeren(wie: Wie, dossier: DossierFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits of the duty towards the subject of a dossier."""
    yield from _lines(wie, dossier, plichten_of_dossier(dossier, wie.convenant, day=day), day=day)


@carries_out("11.2", "11.5")
def werk_on_informeren_casus(wie: Wie, casus: CasusFeit, *, day: date) -> Iterator[Werk]:
    """Give what waits of the duty towards the persons of a casus."""
    yield from _lines(wie, casus, plichten_of_casus(casus, wie.convenant), day=day)
