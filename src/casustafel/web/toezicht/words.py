"""The words of incidents. Covenant 15.2.g; AVG 33, 34."""

from django.utils.translation import gettext_lazy as _

from casustafel.convenant.incident import Apbesluit, Apmelding, Incidentstaat, Inlichting, Risico, Uitzondering

STATES = {
    Incidentstaat.GEMELD: _("Reported"),
    Incidentstaat.BEOORDEELD: _("Judged"),
    Incidentstaat.AP_AFGEHANDELD: _("AP handled"),
    Incidentstaat.BETROKKENEN_AFGEHANDELD: _("People handled"),
    Incidentstaat.AFGESLOTEN: _("Settled"),
}
RISKS = {
    Risico.GEEN_DATALEK: _("no data breach"),
    Risico.ONWAARSCHIJNLIJK: _("data breach, a risk for people is unlikely"),
    Risico.RISICO: _("data breach with a risk for people"),
    Risico.HOOG: _("data breach with a high risk for people"),
}
AP_ANSWERS = {
    Apbesluit.MELDEN: _("Yes, the AP was told"),
    Apbesluit.NIET: _("No, a risk for people is unlikely"),
}
NOTICES = {
    Apmelding.GEMELD: _("told in time"),
    Apmelding.TE_LAAT: _("told after the 72 hours"),
    Apmelding.NIET: _("not told, with the reason"),
}
TELLINGS = {
    Inlichting.INGELICHT: _("They were told, each of them"),
    Inlichting.OPENBAAR: _("A public notice was given: telling each asks too much"),
    Inlichting.NIET: _("They are not told"),
}
EXCEPTIONS = {
    Uitzondering.ONLEESBAAR: _("The data is unreadable for who got it, because it is encrypted (AVG 34, 3, a)"),
    Uitzondering.WEGGENOMEN: _("Measures took the high risk away afterwards (AVG 34, 3, b)"),
}
