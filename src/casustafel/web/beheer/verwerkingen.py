"""The register of processing activities on the screen, ready to print. Covenant 4; AVG 30."""

from types import MappingProxyType
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from casustafel.acts.invoer import Niets
from casustafel.acts.register.open_verwerkingen import TermijnBeeld, open_verwerkingen
from casustafel.convenant.partij import Soort
from casustafel.convenant.regime import TermijnCode
from casustafel.convenant.regimes.model import Eenheid
from casustafel.web.beheer.pages import safeguards
from casustafel.web.door import acts, through
from casustafel.web.part import Cell, Column, Fact, Table
from casustafel.web.words import KINDS

TERMS: Final = MappingProxyType(
    {
        TermijnCode.BESLISSEN: gettext_lazy("to reach an outcome in the weegploeg"),
        TermijnCode.BESLISSEN_VERLENGEN: gettext_lazy("longer term to reach an outcome, once"),
        TermijnCode.CONTROLE_WEEGPLOEG: gettext_lazy("periodic check of the weegploeg's data"),
        TermijnCode.CONTROLE_CASUSOVERLEG: gettext_lazy("periodic check of the casusoverleg's data"),
        TermijnCode.INFORMEREN: gettext_lazy("to inform the person concerned"),
        TermijnCode.UITSTEL_HEROVERWEGEN: gettext_lazy("to reconsider a deferral of informing"),
        TermijnCode.INFORMEREN_VOOR_VERNIETIGING: gettext_lazy(
            "to inform, or record a final ground, before destruction"
        ),
        TermijnCode.INZAGE: gettext_lazy("to answer a request for access"),
        TermijnCode.CORRECTIE: gettext_lazy("to decide on a request for correction"),
        TermijnCode.CORRECTIE_UITVOEREN: gettext_lazy("to carry out a correction"),
        TermijnCode.VERZET: gettext_lazy("to decide on an objection"),
        TermijnCode.BEWAREN: gettext_lazy("to keep, after the last casework"),
        TermijnCode.ARCHIVEREN: gettext_lazy("to move to the archive, after the last casework"),
        TermijnCode.ARCHIVEREN_AFGESLOTEN: gettext_lazy("to move a closed plan to the archive"),
        TermijnCode.ARCHIVEREN_VOORAF: gettext_lazy("to say beforehand what goes to the archive"),
        TermijnCode.ARCHIEFVRAAG: gettext_lazy("to look into the archive, after a question was stated"),
        TermijnCode.BEWAREN_NIET_GEAGENDEERD: gettext_lazy("to keep what was not put on the agenda"),
        TermijnCode.LOGREGEL: gettext_lazy("to keep a line of the log"),
        TermijnCode.LOS_VERZOEK: gettext_lazy("to keep a request that belongs to no dossier, after its answer"),
        TermijnCode.INCIDENT: gettext_lazy("to keep an incident, after it was settled"),
        TermijnCode.MELDEN_AP: gettext_lazy("to tell the AP of a data breach, after the first of us knew"),
        TermijnCode.AUTORISATIE_BEWAREN: gettext_lazy("to keep an authorisation, after it ended"),
        TermijnCode.ACCOUNT_LEGEN: gettext_lazy("to empty an account, after its last authorisation"),
        TermijnCode.CONVENANTSTUK: gettext_lazy("to keep what is of the covenant itself, after it ended"),
        TermijnCode.LEEG_OVERLEG: gettext_lazy("to keep a meeting without subjects"),
        TermijnCode.CONCEPT: gettext_lazy("to keep a draft"),
        TermijnCode.CONTROLE_LOG: gettext_lazy("to control the log"),
        TermijnCode.AUTORISATIE: gettext_lazy("to confirm an authorisation again"),
        TermijnCode.BEVEILIGING_EVALUEREN: gettext_lazy("to evaluate the security plan"),
        TermijnCode.OPZEGGEN: gettext_lazy("notice to leave the covenant"),
        TermijnCode.EVALUATIE: gettext_lazy("to evaluate the covenant"),
    }
)


RECIPIENTS: Final = MappingProxyType({**KINDS, Soort.EXTERN: gettext_lazy("external partners of annex 1")})


def _words(code: str) -> str:
    """Say what a term is for; one that has no words yet stands by its own name."""
    return str(TERMS.get(TermijnCode(code), code.replace("-", " ")))


def _length(term: TermijnBeeld) -> str:
    count = term.aantal
    words = {
        Eenheid.UUR: ngettext("%(count)s hour", "%(count)s hours", count),
        Eenheid.DAG: ngettext("%(count)s day", "%(count)s days", count),
        Eenheid.MAAND: ngettext("%(count)s month", "%(count)s months", count),
        Eenheid.JAAR: ngettext("%(count)s year", "%(count)s years", count),
    }
    return words[Eenheid(term.eenheid)] % {"count": count}


@acts(open_verwerkingen)
@require_safe
def verwerkingen(request: HttpRequest) -> HttpResponse:
    """Show the register of processing activities, ready to print."""
    found = through(request, open_verwerkingen, Niets())
    activities = Table(
        caption=_("Activities"),
        columns=[Column(label=label) for label in (_("Activity"), _("Articles"), _("Files"))],
        cells=[
            [
                Cell(text=f"{v.verwerking[:1].upper()}{v.verwerking[1:]}"),
                Cell(text=", ".join(v.artikelen)),
                Cell(text=", ".join(v.bestanden)),
            ]
            for v in found.verwerkingen
        ],
    )
    terms = Table(
        caption=_("Terms"),
        columns=[Column(label=label) for label in (_("Term"), _("Length"), _("Source"))],
        cells=[[Cell(text=_words(t.code)), Cell(text=_length(t)), Cell(text=t.citaat)] for t in found.termijnen],
    )
    facts = [
        Fact(key=_("Controllers, jointly (article 4)"), value="\n".join(found.verantwoordelijken)),
        Fact(key=_("Purposes (article 3)"), value="\n".join(found.doelen)),
        Fact(
            key=_("Kinds of recipients (article 6)"),
            value=", ".join(str(RECIPIENTS[Soort(one)]) for one in found.ontvangers),
        ),
        Fact(key=_("People it is about"), value=_("subjects, achterblijvers, network persons, melders")),
        Fact(key=_("Security"), value=_("sealed by dossier, access by role, every look logged (article 15)")),
    ]
    context = {"facts": facts, "tables": [activities, terms], "waarborgen": safeguards("4")}
    return render(request, "beheer/verwerkingen.html", context)
