"""Mending what is wrong in a dossier. Covenant 8.3."""

from collections.abc import Iterator
from datetime import date

from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import DossierFeit, StukId, Wie, of_kind
from casustafel.convenant.rules.derde import NIEMAND, Derde, third_person_reasons
from casustafel.convenant.rules.toegang import may_open_dossier
from casustafel.convenant.rules.weegploeg import age_group, provided, representative, text_reason
from casustafel.convenant.stuk import VERVALLEN, DossierStuk
from casustafel.convenant.verdict import Reason, Verdict, field_fault, gettext_noop, refuse_for
from casustafel.convenant.verstrekking import Verstrekking


def _own_signaal(wie: Wie, dossier: DossierFeit, signaal_id: StukId) -> Iterator[Reason]:
    found = next((s for s in of_kind(dossier.stukken, DossierStuk.SIGNAAL) if s.id == signaal_id), None)
    if found is None or found.staat == VERVALLEN or found.organisatie_id != wie.organisatie_id:
        text = gettext_noop("Only the kernpartij that brought a signaal in corrects it.")
        yield field_fault("8.3", "signaal_id", text)


@carries_out("8.3")
def may_correct_signaal(  # what the signaal becomes, and why
    wie: Wie,
    dossier: DossierFeit,
    *,
    signaal_id: StukId,
    omschrijving: str,
    reden: str,
    verstrekking: Verstrekking,
    day: date,
    derde: Derde = NIEMAND,
) -> Verdict:
    """Say whether a signaal may be corrected: by the kernpartij that provided it, with a reason. Covenant 8.3.

    Reading: in every state of the dossier, also while no casework is done (18.3): a file that is kept is kept right.
    """
    seen = may_open_dossier(wie, dossier.kop, day=day)
    if not seen.is_allowed:
        return seen
    return refuse_for(
        [
            *representative(wie, artikel="8.3"),
            *_own_signaal(wie, dossier, signaal_id),
            *text_reason("8.2.b", "omschrijving", omschrijving),
            *text_reason("8.3", "reden", reden),
            *third_person_reasons(derde),
            *provided(wie, verstrekking, day=day),
        ]
    )


@carries_out("8.3", "8.2.a")
def may_correct_naw(  # what is recorded about the subject, and why it changes
    wie: Wie, dossier: DossierFeit, *, naam: str, leeftijdsgroep: str, reden: str, day: date
) -> Verdict:
    """Say whether the subject's name and address may be corrected: by any kernpartij, with a reason. Covenant 8.3."""
    seen = may_open_dossier(wie, dossier.kop, day=day)
    if not seen.is_allowed:
        return seen
    return refuse_for(
        [
            *representative(wie, artikel="8.3"),
            *text_reason("8.2.a", "naam", naam),
            *age_group(leeftijdsgroep),
            *text_reason("8.3", "reden", reden),
        ]
    )
