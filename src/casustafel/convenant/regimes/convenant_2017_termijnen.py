"""The terms of `convenant-2017`: those of the text, and those that are our reading of it."""

from typing import Final

from casustafel.convenant.regimes.model import Eenheid, Termijn, TermijnCode


def _text(code: TermijnCode, *, aantal: int, eenheid: Eenheid, citaat: str) -> Termijn:
    """Make a term whose number stands in the text."""
    return Termijn(code=code, aantal=aantal, eenheid=eenheid, citaat=citaat)


def _reading(code: TermijnCode, *, aantal: int, eenheid: Eenheid, citaat: str) -> Termijn:
    """Make a term whose number is a reading of ours, or stands in a law outside the source."""
    return Termijn(code=code, aantal=aantal, eenheid=eenheid, citaat=f"{citaat} (lezing)", is_reading=True)


TERMIJNEN: Final = (
    _reading(TermijnCode.BESLISSEN, aantal=3, eenheid=Eenheid.MAAND, citaat="Convenant 7.4"),
    _reading(TermijnCode.BESLISSEN_VERLENGEN, aantal=3, eenheid=Eenheid.MAAND, citaat="Convenant 7.4"),
    _reading(TermijnCode.CONTROLE_WEEGPLOEG, aantal=6, eenheid=Eenheid.MAAND, citaat="Convenant 8.3"),
    _reading(TermijnCode.CONTROLE_CASUSOVERLEG, aantal=6, eenheid=Eenheid.MAAND, citaat="Convenant 10.3"),
    _reading(TermijnCode.INFORMEREN, aantal=1, eenheid=Eenheid.MAAND, citaat="Convenant 11.2; AVG 14, derde lid"),
    _reading(TermijnCode.UITSTEL_HEROVERWEGEN, aantal=3, eenheid=Eenheid.MAAND, citaat="Convenant 11.5"),
    _reading(TermijnCode.INFORMEREN_VOOR_VERNIETIGING, aantal=30, eenheid=Eenheid.DAG, citaat="Convenant 11.5, 13.1"),
    _text(TermijnCode.INZAGE, aantal=28, eenheid=Eenheid.DAG, citaat="Convenant 12.3"),
    _text(TermijnCode.CORRECTIE, aantal=28, eenheid=Eenheid.DAG, citaat="Convenant 12.5"),
    _text(TermijnCode.CORRECTIE_UITVOEREN, aantal=28, eenheid=Eenheid.DAG, citaat="Convenant 12.6"),
    _reading(TermijnCode.VERZET, aantal=28, eenheid=Eenheid.DAG, citaat="Convenant 12.1; AVG 21"),
    _reading(TermijnCode.BEPERKING, aantal=28, eenheid=Eenheid.DAG, citaat="Convenant 12.1; AVG 12, derde lid, en 18"),
    _reading(TermijnCode.VERZOEK_DEEL, aantal=14, eenheid=Eenheid.DAG, citaat="Convenant 12.3"),
    _reading(TermijnCode.RECHTSMIDDEL, aantal=42, eenheid=Eenheid.DAG, citaat="Convenant 12.4; Awb 6:7 en 6:8"),
    _text(TermijnCode.BEWAREN, aantal=5, eenheid=Eenheid.JAAR, citaat="Convenant 13.1"),
    _text(TermijnCode.ARCHIVEREN, aantal=1, eenheid=Eenheid.JAAR, citaat="Convenant 13.2"),
    _reading(TermijnCode.ARCHIVEREN_AFGESLOTEN, aantal=3, eenheid=Eenheid.MAAND, citaat="Convenant 13.2"),
    _reading(TermijnCode.ARCHIVEREN_VOORAF, aantal=30, eenheid=Eenheid.DAG, citaat="Convenant 13.2"),
    _reading(TermijnCode.ARCHIEFVRAAG, aantal=30, eenheid=Eenheid.DAG, citaat="Convenant 13.2"),
    _text(TermijnCode.BEWAREN_NIET_GEAGENDEERD, aantal=6, eenheid=Eenheid.MAAND, citaat="Convenant 13.3"),
    _reading(TermijnCode.LOGREGEL, aantal=5, eenheid=Eenheid.JAAR, citaat="Convenant 13.1, 15.2.e"),
    _reading(TermijnCode.LOS_VERZOEK, aantal=1, eenheid=Eenheid.JAAR, citaat="Convenant 12.3, 13.1"),
    _reading(TermijnCode.INCIDENT, aantal=3, eenheid=Eenheid.JAAR, citaat="Convenant 13.1, 15.2.g"),
    _reading(TermijnCode.MELDEN_AP, aantal=72, eenheid=Eenheid.UUR, citaat="Convenant 15.2.g; AVG 33, eerste lid"),
    _reading(TermijnCode.AUTORISATIE_BEWAREN, aantal=5, eenheid=Eenheid.JAAR, citaat="Convenant 13.1, 15.2.c"),
    _reading(TermijnCode.ACCOUNT_LEGEN, aantal=1, eenheid=Eenheid.JAAR, citaat="Convenant 13.1, 15.2.c"),
    _reading(TermijnCode.CONCEPT, aantal=14, eenheid=Eenheid.DAG, citaat="Convenant 13.1"),
    _reading(TermijnCode.CONVENANTSTUK, aantal=5, eenheid=Eenheid.JAAR, citaat="Convenant 13.1, 17, 18.4"),
    _reading(TermijnCode.LEEG_OVERLEG, aantal=14, eenheid=Eenheid.DAG, citaat="Convenant 13.1"),
    _reading(TermijnCode.VERNIETIGBERICHT, aantal=90, eenheid=Eenheid.DAG, citaat="Convenant 10.5, 13.1, 14.2"),
    _reading(TermijnCode.CONTROLE_LOG, aantal=1, eenheid=Eenheid.MAAND, citaat="Convenant 15.2.e"),
    _reading(TermijnCode.AUTORISATIE, aantal=6, eenheid=Eenheid.MAAND, citaat="Convenant 15.2.f"),
    _text(TermijnCode.BEVEILIGING_EVALUEREN, aantal=1, eenheid=Eenheid.JAAR, citaat="Convenant 15.3"),
    _text(TermijnCode.OPZEGGEN, aantal=3, eenheid=Eenheid.MAAND, citaat="Convenant 18.2"),
    _text(TermijnCode.EVALUATIE, aantal=2, eenheid=Eenheid.JAAR, citaat="Convenant 18.4"),
)
