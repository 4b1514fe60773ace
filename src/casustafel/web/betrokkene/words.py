"""The words of requests. Covenant 12."""

from django.utils.translation import gettext_lazy as _

from casustafel.acts.betrokkene.samenstellen import Antwoordsoort
from casustafel.bestand.bestand import Bestand
from casustafel.convenant.afscherming import Afschermstaat
from casustafel.convenant.melding import Meldstaat
from casustafel.convenant.regime import regime
from casustafel.convenant.verzoek import (
    Antwoord,
    Besluituitkomst,
    Inzagenamen,
    Stukkeuze,
    Vertegenwoordiging,
    Verzoeksoort,
    Verzoekstaat,
)
from casustafel.convenant.wijziging import Uitvoerstaat, Wijzigingsoort

KINDS = {
    Verzoeksoort.INZAGE: _("Access"),
    Verzoeksoort.CORRECTIE: _("Correction"),
    Verzoeksoort.VERZET: _("Objection"),
    Verzoeksoort.BEPERKING: _("Restriction"),
}
STATES = {
    Verzoekstaat.ONTVANGEN: _("Received"),
    Verzoekstaat.IDENTITEIT_VASTGESTELD: _("Identity established"),
    Verzoekstaat.VERZAMELD: _("Gathered"),
    Verzoekstaat.BESLOTEN: _("Decided"),
    Verzoekstaat.BEANTWOORD: _("Answered"),
    Verzoekstaat.UITGEVOERD: _("Carried out"),
    Verzoekstaat.GEMELD: _("Everybody told"),
    Verzoekstaat.ONBEKEND: _("Identity not established"),
}
REPRESENTED = {
    Vertegenwoordiging.GEEN: _("Nobody: the person asks"),
    Vertegenwoordiging.JONGER_DAN_16: _("A representative: the person is younger than 16"),
    Vertegenwoordiging.CURATELE: _("A curator: the person is under curatele"),
    Vertegenwoordiging.MENTORSCHAP: _("A mentor"),
}
ANSWERS = {
    Antwoord.INWILLIGEN: _("Do what is asked"),
    Antwoord.GROND_EIGEN: _("A ground stands in the way, for the data of our organisation"),
    Antwoord.GROND_ALLES: _("A ground stands in the way, for all of the data"),
}
OUTCOMES = {
    Besluituitkomst.TOEGEWEZEN: _("granted"),
    Besluituitkomst.DEELS: _("granted, but for what a ground reaches"),
    Besluituitkomst.AFGEWEZEN: _("refused"),
}

LETTERS = {
    Antwoordsoort.OVERZICHT: _("the overview"),
    Antwoordsoort.GEEN_OVERZICHT: _("that there is no overview to give"),
    Antwoordsoort.WEIGERING: _("that access is refused"),
}
CHOICES = {
    Stukkeuze.GEVEN: _("Give it as it stands here"),
    Stukkeuze.ZONDER_MELDER: _("Give it without the name of who brought it in"),
    Stukkeuze.WEGLATEN: _("Keep it back"),
}
NAMING = {
    Inzagenamen.ZONDER_NAMEN: _("Do not name our employees"),
    Inzagenamen.MET_NAMEN: _("Name our employees who looked"),
}
CHANGES = {
    Wijzigingsoort.VERBETEREN: _("Replace a text"),
    Wijzigingsoort.AANVULLEN: _("Add to a text"),
    Wijzigingsoort.VERWIJDEREN: _("Remove the whole item"),
}
CHANGED = {
    Wijzigingsoort.VERBETEREN: _("texts that were replaced: %(n)d"),
    Wijzigingsoort.AANVULLEN: _("texts that were added to: %(n)d"),
    Wijzigingsoort.VERWIJDEREN: _("items that were removed: %(n)d"),
}
TOLD = {
    Meldstaat.OPEN: _("told"),
    Meldstaat.BEVESTIGD: _("own copies corrected"),
    Meldstaat.BRIEF: _("by letter"),
}
DONE_IN = {
    Bestand.WEEGPLOEG: _("file of the weegploeg"),
    Bestand.CASUSOVERLEG: _("file of the casusoverleg"),
    Bestand.ARCHIEF: _("archive"),
    Bestand.BETROKKENE: _("another request of this person"),
}
HOW_FAR = {
    Uitvoerstaat.ONDERWEG: _("under way"),
    Uitvoerstaat.UITGEVOERD: _("done"),
    Uitvoerstaat.NIET_MEER: _("nothing is left there"),
}

SHIELDED = {
    Afschermstaat.ONDERWEG: _("on its way to the files"),
    Afschermstaat.AFGESCHERMD: _("shielded"),
    Afschermstaat.OPHEFFING: _("being lifted"),
    Afschermstaat.OPGEHEVEN: _("lifted"),
}


def shield_grounds(code: str) -> dict[str, str]:
    """Give the title of each ground on which data is shielded, as the law of the covenant has it."""
    return {g.code: g.titel for g in regime(code).afschermingsgronden}


def ground_names(code: str) -> dict[str, str]:
    """Give the title of each ground that may stand in the way, as the law of the covenant has it."""
    law = regime(code)
    return {
        **{f"11.3.{g.code}": f"11.3.{g.code} {g.titel}" for g in law.uitzonderingsgronden},
        **{g.code: g.titel for g in law.afwijzingsgronden},
    }
