"""Which letter answers a correction, an objection or a restriction. Covenant 12.4, 12.5."""

from datetime import date

from casustafel.acts.betrokkene.open_verzoek import VerzoekBeeld
from casustafel.brieven.brief import Bezwaar, Correctiebrief, GeenOverzichtbrief, Kop, Onderwerp, Uitkomst
from casustafel.convenant.verzoek import Antwoord, Besluituitkomst, Verzoeksoort

ONDERWERPEN = {
    Verzoeksoort.INZAGE: Onderwerp.INZAGE,
    Verzoeksoort.CORRECTIE: Onderwerp.CORRECTIE,
    Verzoeksoort.VERZET: Onderwerp.VERZET,
    Verzoeksoort.BEPERKING: Onderwerp.BEPERKING,
}
UITKOMSTEN = {
    Besluituitkomst.TOEGEWEZEN: Uitkomst.GEHEEL,
    Besluituitkomst.DEELS: Uitkomst.DEELS,
    Besluituitkomst.AFGEWEZEN: Uitkomst.AFGEWEZEN,
}
EXCEPTION = "11.3."


def confirms_nothing(beeld: VerzoekBeeld) -> bool:
    """Tell whether the letter may not say that there is data: nothing was found, or a ground of 11.3 keeps it all back.

    Covenant 12.4. Reading: also of a correction, an objection and a restriction; who is told that these are refused
    because the data is right knows of the data by that.
    """
    if beeld.besluit is None or not beeld.treffers:
        return not beeld.treffers
    grounds = {one.grond for one in beeld.standpunten if one.antwoord is not Antwoord.INWILLIGEN}
    is_refused = beeld.besluit.uitkomst is Besluituitkomst.AFGEWEZEN
    return is_refused and any(ground.startswith(EXCEPTION) for ground in grounds)


def decision_of(
    beeld: VerzoekBeeld, *, kop: Kop, bezwaar: Bezwaar, uitvoeren_op: date | None, verwittigd: tuple[str, ...] = ()
) -> Correctiebrief | GeenOverzichtbrief:
    """Give the letter with the decision, or the one that everybody gets for whom there is nothing to do.

    `verwittigd` names who was told, to who asks for that. AVG 19.
    """
    onderwerp, ontvangen_op = ONDERWERPEN[beeld.verzoek.soort], beeld.verzoek.ontvangen_op
    if beeld.besluit is None or confirms_nothing(beeld):
        return GeenOverzichtbrief(kop=kop, bezwaar=bezwaar, ontvangen_op=ontvangen_op, onderwerp=onderwerp)
    return Correctiebrief(
        kop=kop,
        bezwaar=bezwaar,
        ontvangen_op=ontvangen_op,
        onderwerp=onderwerp,
        gevraagd=beeld.aanvraag.gevraagd,
        uitkomst=UITKOMSTEN[beeld.besluit.uitkomst],
        motivering=beeld.antwoord.brief if beeld.antwoord else "",
        uitgevoerd_uiterlijk_op=uitvoeren_op,
        verwittigd=verwittigd,
    )
