"""Agreement: the one way in which the controller decides anything. Covenant 4, 7.4, 9.4, 10.5.ii.

Reading: what the controller decides needs each kernpartij; permission of the covenant's parties (10.5.ii) needs every
party in force. One that withholds, or is silent, leaves the question visibly open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from casustafel.convenant.archief import ArchiefFeit
from casustafel.convenant.artikel import carries_out
from casustafel.convenant.feit import (
    UNDECIDED,
    CasusFeit,
    CasusStaat,
    ConvenantFeit,
    DossierFeit,
    Keuze,
    OrganisatieFeit,
    OrganisatieId,
    Rol,
    StandpuntFeit,
    StukFeit,
    StukId,
    Uitkomst,
    Wie,
    of_kind,
)
from casustafel.convenant.partij import KERNPARTIJEN, PARTIJEN
from casustafel.convenant.stuk import VERVALLEN, ArchiefStuk, DossierStuk
from casustafel.convenant.verdict import Reason, gettext_noop, right_fault, state_fault


class Onderwerp(StrEnum):
    """What is decided by agreement."""

    BESLISSING = "beslissing"
    VERLENGING = "verlenging"
    AFSLUITING = "afsluiting"
    DOORVERSTREKKING = "doorverstrekking"
    BIJLAGE = "bijlage"
    REACTIVERING = "reactivering"
    TOETREDING = "toetreding"
    UITSTEL = "uitstel"


ARTIKEL = {
    Onderwerp.BESLISSING: "7.4",
    Onderwerp.VERLENGING: "7.4",
    Onderwerp.AFSLUITING: "9.4",
    Onderwerp.DOORVERSTREKKING: "10.5.ii",
    Onderwerp.BIJLAGE: "4",
    Onderwerp.REACTIVERING: "13.4",
    Onderwerp.TOETREDING: "18.3",
    Onderwerp.UITSTEL: "11.3",
}


class Vraagstaat(StrEnum):
    """How far a question to agree on is."""

    OPEN = "open"
    AANGENOMEN = "aangenomen"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class OvereenstemmingFeit:
    """A question that is put to the parties, and where each of them stands. `uitkomst` is what they are asked for."""

    onderwerp: Onderwerp
    staat: Vraagstaat
    gevraagd_op: date
    gevraagd_door: OrganisatieId | None
    standpunten: tuple[StandpuntFeit, ...]
    uitkomst: Uitkomst | None = None
    herinnerd_op: date | None = None

    @property
    def artikel(self) -> str:
        """Give the article that this question rests on."""
        return ARTIKEL[self.onderwerp]


def _reminded_on(
    stukken: Iterable[StukFeit], vraag_id: StukId | None = None, *, soort: str = DossierStuk.HERINNERING
) -> date | None:
    """Give the last day on which was reminded of a question; without one, of that of the whole dossier or casus."""
    days = [stuk.op for stuk in of_kind(stukken, soort) if stuk.bij_id == vraag_id]
    return max(days, default=None)


def on_outcome(dossier: DossierFeit, uitkomst: Uitkomst | None) -> OvereenstemmingFeit:
    """Give the question on the outcome of the weegploeg, open while it is undecided. Covenant 7.4."""
    return OvereenstemmingFeit(
        onderwerp=Onderwerp.BESLISSING,
        staat=Vraagstaat.OPEN if dossier.kop.staat in UNDECIDED else Vraagstaat.AANGENOMEN,
        gevraagd_op=dossier.kop.eerste_signaal_op,
        gevraagd_door=None,
        standpunten=dossier.standpunten,
        uitkomst=uitkomst,
        herinnerd_op=_reminded_on(dossier.stukken),
    )


def on_extension(dossier: DossierFeit) -> tuple[StukId, OvereenstemmingFeit] | None:
    """Give the last question on a longer term, with its positions; nothing where it was never asked. Covenant 7.4."""
    asked = of_kind(dossier.stukken, DossierStuk.VERLENGING)
    if not asked:
        return None
    vraag = asked[-1]
    return vraag.id, OvereenstemmingFeit(
        onderwerp=Onderwerp.VERLENGING,
        staat=Vraagstaat(vraag.staat),
        gevraagd_op=vraag.op,
        gevraagd_door=vraag.organisatie_id,
        standpunten=positions_beside(dossier.stukken, vraag.id),
        herinnerd_op=_reminded_on(dossier.stukken, vraag.id),
    )


def on_reactivation(archief: ArchiefFeit) -> tuple[StukId, OvereenstemmingFeit] | None:
    """Give the last question to make archived data available again, with its positions; nothing without one. Cov. 13.4.

    The one mechanism of agreement: what the controller orders needs each kernpartij.
    """
    asked = of_kind(archief.eigen, ArchiefStuk.REACTIVERING)
    if not asked:
        return None
    vraag = asked[-1]
    return vraag.id, OvereenstemmingFeit(
        onderwerp=Onderwerp.REACTIVERING,
        staat=Vraagstaat(vraag.staat),
        gevraagd_op=vraag.op,
        gevraagd_door=vraag.organisatie_id,
        standpunten=positions_beside(archief.eigen, vraag.id, soort=ArchiefStuk.STANDPUNT),
        herinnerd_op=_reminded_on(archief.eigen, vraag.id, soort=ArchiefStuk.HERINNERING),
    )


def positions_beside(
    stukken: Iterable[StukFeit], vraag_id: StukId, *, soort: str = DossierStuk.STANDPUNT
) -> tuple[StandpuntFeit, ...]:
    """Give the positions on one question that stands as a piece of its own; those on others do not count here."""
    taken = of_kind(stukken, soort)
    return tuple(
        StandpuntFeit(organisatie_id=stuk.organisatie_id, keuze=Keuze(stuk.staat))
        for stuk in taken
        if stuk.bij_id == vraag_id and stuk.organisatie_id is not None and stuk.staat != VERVALLEN
    )


def on_closing(casus: CasusFeit) -> OvereenstemmingFeit:
    """Give the question on closing the plan, open while closing is advised and not decided on. Covenant 9.4."""
    is_open = casus.kop.staat is CasusStaat.AFSLUITING_GEADVISEERD
    return OvereenstemmingFeit(
        onderwerp=Onderwerp.AFSLUITING,
        staat=Vraagstaat.OPEN if is_open else Vraagstaat.AANGENOMEN,
        gevraagd_op=casus.kop.geopend_op,
        gevraagd_door=None,
        standpunten=casus.standpunten,
        herinnerd_op=_reminded_on(casus.stukken),
    )


@carries_out("4", "10.5.ii")
def must_agree(onderwerp: Onderwerp, convenant: ConvenantFeit, *, day: date) -> tuple[OrganisatieFeit, ...]:
    """Give who must agree on the day. Covenant 4: the kernpartijen; 10.5.ii: every party in force."""
    soorten = PARTIJEN if onderwerp is Onderwerp.DOORVERSTREKKING else KERNPARTIJEN
    return tuple(o for o in convenant.organisaties if o.soort in soorten and o.is_in_force_on(day))


def may_speak(wie: Wie, onderwerp: Onderwerp, *, day: date) -> bool:
    """Tell whether this person takes positions for one of those who must agree.

    Reading at 7.4: each by its own representative: of a kernpartij the one in the weegploeg, of a casuspartij the one
    in the casusoverleg.
    """
    asked = {o.id for o in must_agree(onderwerp, wie.convenant, day=day)}
    rol = Rol.WEEGPLOEG if wie.soort in KERNPARTIJEN else Rol.CASUSOVERLEG
    return wie.organisatie_id in asked and rol in wie.rollen


def speaking_reasons(wie: Wie, onderwerp: Onderwerp, *, day: date) -> Iterator[Reason]:
    """Say why this person does not take a position."""
    if not may_speak(wie, onderwerp, day=day):
        text = gettext_noop("Only the representative of a party that must agree does this.")
        yield right_fault(ARTIKEL[onderwerp], "representative", text)


def reminding_reasons(wie: Wie, onderwerp: Onderwerp, *, day: date) -> Iterator[Reason]:
    """Ask for somebody who may remind: who speaks for one of the asked, or the uitvoerder that prepares. Covenant 5."""
    if Rol.UITVOERDER not in wie.rollen and not may_speak(wie, onderwerp, day=day):
        text = gettext_noop("Only who must agree, or the uitvoerder, reminds the others.")
        yield right_fault("4", "reminder", text)


def open_reasons(vraag: OvereenstemmingFeit | None) -> Iterator[Reason]:
    """Say why no position is taken or changed any more."""
    if vraag is None:
        yield state_fault("4", "no-question", gettext_noop("Nothing is asked here."))
    elif vraag.staat is not Vraagstaat.OPEN:
        yield state_fault(vraag.artikel, "settled", gettext_noop("This has been decided or withdrawn already."))


@carries_out("4", "10.5.ii")
def missing_reasons(vraag: OvereenstemmingFeit, convenant: ConvenantFeit, *, day: date) -> Iterator[Reason]:
    """Name each party whose agreement is missing. Covenant 4. Reading: each of them must agree."""
    stands = {s.organisatie_id: s for s in vraag.standpunten}
    for partij in must_agree(vraag.onderwerp, convenant, day=day):
        found = stands.get(partij.id)
        if found is not None and found.keuze is Keuze.ONTHOUDEN:
            text = gettext_noop("%(partij)s withholds its agreement.")
            yield state_fault("4", "withheld", text, partij=partij.naam)
        elif found is None or (vraag.uitkomst is not None and found.uitkomst is not vraag.uitkomst):
            text = gettext_noop("%(partij)s has not agreed yet.")
            yield state_fault("4", "no-agreement", text, partij=partij.naam)


def with_position(vraag: OvereenstemmingFeit, standpunt: StandpuntFeit) -> OvereenstemmingFeit:
    """Give a question as it stands once this position is taken: in the place of the one that its party had."""
    others = (s for s in vraag.standpunten if s.organisatie_id != standpunt.organisatie_id)
    return replace(vraag, standpunten=(*others, standpunt))


def is_agreed(vraag: OvereenstemmingFeit, convenant: ConvenantFeit, *, day: date) -> bool:
    """Tell whether everybody who must agree does."""
    return not any(missing_reasons(vraag, convenant, day=day))


@carries_out("4")
def withdrawal_reasons(wie: Wie, vraag: OvereenstemmingFeit | None) -> Iterator[Reason]:
    """Say why a position is not taken back. Covenant 4. Reading: as long as the question is open."""
    yield from open_reasons(vraag)
    if vraag is not None and wie.organisatie_id not in {s.organisatie_id for s in vraag.standpunten}:
        text = gettext_noop("Your organisation has taken no position here.")
        yield state_fault(vraag.artikel, "no-position", text)


@carries_out("4")
def reminder_reasons(vraag: OvereenstemmingFeit | None, convenant: ConvenantFeit, *, day: date) -> Iterator[Reason]:
    """Say why nobody is reminded. Covenant 4. Reading: while somebody is to speak, and once a day at most."""
    yield from open_reasons(vraag)
    if vraag is None or vraag.staat is not Vraagstaat.OPEN:
        return
    if vraag.herinnerd_op == day:
        yield state_fault(vraag.artikel, "reminded", gettext_noop("A reminder went out today already."))
    taken = {s.organisatie_id for s in vraag.standpunten}
    if all(partij.id in taken for partij in must_agree(vraag.onderwerp, convenant, day=day)):
        yield state_fault(vraag.artikel, "all-spoke", gettext_noop("Everybody has taken a position."))
