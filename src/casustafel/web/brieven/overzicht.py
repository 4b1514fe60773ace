"""An overview of 12.3 in words and tables, in the language of the letter. Covenant 12.3."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casustafel.acts.betrokkene.overzicht import (
    DOORVERSTREKT,
    EIGEN_BESLUIT,
    KERNPARTIJ,
    TAFEL,
    YES,
)
from casustafel.acts.register.open_convenant import KaderBeeld
from casustafel.betrokkene.overzicht import MELDER, Gegeven, Ontvanger, Overzicht, OverzichtStuk
from casustafel.brieven.brief import Deel, Taal, Tabel
from casustafel.convenant.feit import ConvenantFeit, Keuze, Uitkomst
from casustafel.convenant.informatieplicht import Verzendwijze
from casustafel.convenant.regime import Regime, regime
from casustafel.convenant.stuk import VERVALLEN, CasusStuk, DossierStuk, Herkomst
from casustafel.web.brieven.inzageregels import looks_of
from casustafel.web.words import CHOICES, OUTCOMES, SENT, criterium_text

FILES = {
    (Herkomst.WEEGPLOEG, False): gettext_lazy("What the weegploeg has about you"),
    (Herkomst.CASUSOVERLEG, False): gettext_lazy("What the casusoverleg has about you"),
    (Herkomst.WEEGPLOEG, True): gettext_lazy("What the archive has of the weegploeg"),
    (Herkomst.CASUSOVERLEG, True): gettext_lazy("What the archive has of the casusoverleg"),
}
KINDS = {
    DossierStuk.SIGNAAL: gettext_lazy("Signal about behaviour"),
    DossierStuk.VRAAG: gettext_lazy("Question for more information"),
    DossierStuk.WEGING: gettext_lazy("Assessment on one criterion"),
    DossierStuk.STANDPUNT: gettext_lazy("Position of an organisation"),
    DossierStuk.BESLISSING: gettext_lazy("Decision of the weegploeg"),
    DossierStuk.BETROKKEN: gettext_lazy("Why an organisation was involved"),
    DossierStuk.AFSLUITING: gettext_lazy("Decision to stop"),
    DossierStuk.VERLENGING: gettext_lazy("Question for a longer term"),
    DossierStuk.CORRECTIE: gettext_lazy("What was corrected"),
    DossierStuk.BEVESTIGING: gettext_lazy("Check of the data by an organisation"),
    DossierStuk.DOELGROEP: gettext_lazy("Whether the approach is for you"),
    DossierStuk.HEROVERWEGING: gettext_lazy("Why the data came back from the archive"),
    DossierStuk.INFORMEREN: gettext_lazy("That you were informed"),
    CasusStuk.DEELNEMER: gettext_lazy("An organisation that takes part"),
    CasusStuk.BIJDRAGE: gettext_lazy("Information of an organisation"),
    CasusStuk.ANALYSE: gettext_lazy("Assessment on one criterion"),
    CasusStuk.PLAN: gettext_lazy("Plan"),
    CasusStuk.MAATREGEL: gettext_lazy("Measure of the plan"),
    CasusStuk.VOORTGANG: gettext_lazy("Progress on a measure"),
    CasusStuk.ADVIES: gettext_lazy("Advice to stop"),
    CasusStuk.ACHTERBLIJVER: gettext_lazy("Data about you as a family member who stayed behind"),
    CasusStuk.NETWERKPERSOON: gettext_lazy("Data about you as a person in the network"),
    CasusStuk.EVALUATIE: gettext_lazy("Review of the plan"),
    CasusStuk.INBRENG: gettext_lazy("What an organisation said of the plan"),
    CasusStuk.ADVIESVRAAG: gettext_lazy("Question to an expert"),
    CasusStuk.CONTROLE: gettext_lazy("Periodic check"),
    CasusStuk.DOORVERSTREKKING: gettext_lazy("Data that was passed on"),
    CasusStuk.EIGEN_BESLUIT: gettext_lazy("Decision to share data with an organisation"),
}
LABELS = {
    "naam": gettext_lazy("Name"),
    "adres": gettext_lazy("Address"),
    "woonplaats": gettext_lazy("Residence"),
    "leeftijdsgroep": gettext_lazy("Age group"),
    "wisselkwartaal": gettext_lazy("Quarter in which the age group changes"),
    "omschrijving": gettext_lazy("What was seen or heard"),
    MELDER: gettext_lazy("Brought in by"),
    "waar": gettext_lazy("Where"),
    "wanneer": gettext_lazy("When"),
    "wijze": gettext_lazy("How the letter was sent"),
    "hoe": gettext_lazy("In which way"),
    "geinformeerd_op": gettext_lazy("Informed on"),
    "vraag": gettext_lazy("Question"),
    "antwoord": gettext_lazy("Answer given"),
    "beantwoord_op": gettext_lazy("Answered on"),
    "criterium": gettext_lazy("Criterion"),
    "tekst": gettext_lazy("Text"),
    "motivering": gettext_lazy("Why"),
    "reden": gettext_lazy("Why"),
    "reden_einde": gettext_lazy("Why it ended"),
    "blijft": gettext_lazy("Still right"),
    "toelichting": gettext_lazy("Explanation"),
    "nummer": gettext_lazy("Number"),
    "doelstelling": gettext_lazy("Purpose"),
    "doelstellingen": gettext_lazy("Purposes"),
    "doelen": gettext_lazy("Aims of the plan"),
    "noodzaak": gettext_lazy("Why it is necessary"),
    "vastgesteld_op": gettext_lazy("Adopted on"),
    "bepaling": gettext_lazy("On the ground of"),
    "gegevens": gettext_lazy("Other data"),
    "rol": gettext_lazy("Role"),
    "sinds": gettext_lazy("Since"),
    "einde": gettext_lazy("Why no longer needed"),
    "aanleiding": gettext_lazy("Occasion"),
    "conclusie": gettext_lazy("Conclusion"),
    "resultaat": gettext_lazy("Result"),
    "verblijf": gettext_lazy("Stay in the Netherlands"),
    "soorten": gettext_lazy("Kinds of data"),
    "gevraagd_op": gettext_lazy("Asked on"),
    "verleend_op": gettext_lazy("Permitted on"),
    "ingetrokken_op": gettext_lazy("Withdrawn on"),
    "verblijft_in_nederland": gettext_lazy("Stays in the Netherlands"),
    "radicaliseert": gettext_lazy("Radicalises, or threatens to"),
}
WITHIN = {
    "naw": gettext_lazy("before: %(field)s"),
    "signaal": gettext_lazy("before: %(field)s"),
    "was": gettext_lazy("before: %(field)s"),
}
HELP = {YES: gettext_lazy("yes"), "nee": gettext_lazy("no"), "onbekend": gettext_lazy("not known yet")}
HAS_IT_AS = {
    KERNPARTIJ: gettext_lazy("one of the three organisations that are responsible"),
    TAFEL: gettext_lazy("takes part in the casusoverleg"),
    DOORVERSTREKT: gettext_lazy("got data that it needs for its part of the plan"),
    EIGEN_BESLUIT: gettext_lazy("got data by a decision of the police or the OM"),
}
Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woorden:
    """What codes and ids are called: the organisations, the lists of the law, the versions of the referentiekader."""

    names: Names
    law: Regime
    kaders: Sequence[KaderBeeld]


def delen_of(
    overzicht: Overzicht,
    convenant: ConvenantFeit,
    *,
    kaders: Sequence[KaderBeeld],
    taal: Taal,
) -> tuple[Deel, ...]:
    """Give the chapters of the overview in the language of the letter."""
    names: Names = {o.id: o.naam for o in convenant.organisaties}
    woorden = Woorden(names=names, law=regime(convenant.regime), kaders=kaders)
    with translation.override(taal):
        found = (
            _persoon(overzicht),
            *_stukken(overzicht, woorden),
            _doelen(overzicht, woorden.law),
            _ontvangers(overzicht.ontvangers, names, woorden.law),
            _herkomst(overzicht, names),
            looks_of(overzicht.inzage, names),
            _termijnen(overzicht),
        )
        return tuple(deel for deel in found if deel.tabellen)


def _table(caption: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> tuple[Tabel, ...]:
    rijen = tuple(rows)
    return (Tabel(opschrift=caption, kolommen=tuple(columns), rijen=rijen),) if rijen else ()


def _persoon(overzicht: Overzicht) -> Deel:
    rows = ((label_of(one), value_of(one.waarde)) for one in overzicht.persoon)
    columns = (_("What"), _("What we have"))
    days = ((_day(day), _("discussed")) for day in overzicht.besproken_op)
    met = _table(_("Meetings"), (_("Day"), _("What")), days)
    return Deel(titel=_("Your name and address"), tabellen=(*_table(_("Who it is about"), columns, rows), *met))


def label_of(gegeven: Gegeven) -> str:
    """Name a field, and whether it stood there before a correction."""
    label = str(LABELS[gegeven.veld])
    if not gegeven.binnen:
        return label
    return str(WITHIN[gegeven.binnen]) % {"field": label[0].lower() + label[1:]}


def value_of(waarde: str) -> str:
    """Show a day and a yes in words; what people wrote stays as it is."""
    if waarde == YES:
        return _("yes")
    try:
        return _day(date.fromisoformat(waarde))
    except ValueError:
        return waarde


def _stukken(overzicht: Overzicht, woorden: Woorden) -> Iterator[Deel]:
    for (herkomst, is_archief), titel in FILES.items():
        own = [s for s in overzicht.stukken if (s.herkomst, s.is_archief) == (herkomst, is_archief)]
        yield Deel(
            titel=str(titel),
            tabellen=tuple(t for s in own for t in _stuk(s, woorden)),
        )


def stukken_of(
    overzicht: Overzicht, convenant: ConvenantFeit, *, kaders: Sequence[KaderBeeld]
) -> list[tuple[OverzichtStuk, Tabel]]:
    """Give each piece as it stands in the overview, for who looks at it before it is given."""
    names: Names = {o.id: o.naam for o in convenant.organisaties}
    woorden = Woorden(names=names, law=regime(convenant.regime), kaders=kaders)
    return [(one, tabel) for one in overzicht.stukken for tabel in _stuk(one, woorden)]


def _stuk(stuk: OverzichtStuk, woorden: Woorden) -> tuple[Tabel, ...]:
    names = woorden.names
    van = names.get(stuk.organisatie_id, "") if stuk.organisatie_id else ""
    over = names.get(stuk.over_id, "") if stuk.over_id else ""
    params = {"kind": KINDS[stuk.soort], "day": _day(stuk.op), "party": van or over}  # type: ignore[index]  # a kind is a str
    caption = _("%(kind)s, %(day)s")
    if van or over:
        caption = _("%(kind)s, %(day)s, from %(party)s") if van else _("%(kind)s: %(party)s, %(day)s")
    return _table(caption % params, (_("What"), _("What we have")), _rows(stuk, woorden))


def _rows(stuk: OverzichtStuk, woorden: Woorden) -> Iterator[tuple[str, ...]]:
    law = woorden.law
    said = {**{k.value: v for k, v in OUTCOMES.items()}, **{k.value: v for k, v in CHOICES.items()}}
    if stuk.staat in {*Uitkomst, *Keuze}:
        yield _("Outcome"), str(said[stuk.staat])
    for one in stuk.gegevens:
        if one.veld == "rol" and stuk.soort == CasusStuk.ACHTERBLIJVER:
            yield _("Whether you want help"), str(HELP[one.waarde])
        else:
            yield label_of(one), _coded(one, woorden, on=stuk.op)
    if stuk.doel:
        yield _("Given for"), _purpose(stuk.doel, law)
    ground = next((g for g in law.grondslagen if g.code == stuk.grondslag), None)
    if ground is not None:
        yield _("Ground"), f"{ground.titel} ({ground.artikel_wet})"
    if stuk.staat == VERVALLEN:
        yield _("Note"), _("This was replaced later.")
    if stuk.is_nadien:
        yield _("Note"), _("This came in, or was changed, after we received your request.")


def _coded(one: Gegeven, woorden: Woorden, *, on: date) -> str:
    """Give a code in words; a criterion as it read on the day of the piece."""
    if one.veld == "criterium":
        return criterium_text(woorden.kaders, one.waarde, on=on)
    if one.veld == "wijze":
        return str(SENT[Verzendwijze(one.waarde)])
    law = woorden.law
    lists: dict[str, Sequence[Any]] = {
        "doelstelling": law.doelstellingen,
        "doelstellingen": law.doelstellingen,
        "doelen": law.plandoelen,
        "soorten": law.gegevenssoorten,
        "noodzaak": law.noodzaken,
    }
    titles = {entry.code: entry.titel for entry in lists.get(one.veld, ())}
    parts = one.waarde.split(", ")
    return "; ".join(titles[part] for part in parts) if set(parts) <= titles.keys() else value_of(one.waarde)


def _purpose(doel: str, law: Regime) -> str:
    return next((one.titel for one in law.verstrekkingsdoelen if one.code == doel), doel)


def _doelen(overzicht: Overzicht, law: Regime) -> Deel:
    rows = [(one.titel, one.citaat) for one in law.doelstellingen]
    rows += [(one.titel, one.citaat) for one in law.verstrekkingsdoelen if one.code in overzicht.doelen]
    intro = _("We use the data for nothing else.")
    columns = (_("Purpose"), _("Where that stands"))
    return Deel(titel=_("For what we use the data"), inleiding=intro, tabellen=_table(_("Purposes"), columns, rows))


def _ontvangers(ontvangers: Iterable[Ontvanger], names: Names, law: Regime) -> Deel:
    kinds = {one.code: one.titel for one in law.gegevenssoorten}
    rows = (
        (
            names.get(one.organisatie_id, ""),
            str(HAS_IT_AS[one.als]),
            _together(one.vanaf),
            _together(one.tot) if one.tot else "–",
            "; ".join(kinds.get(soort, soort) for soort in one.soorten) or "–",
        )
        for one in ontvangers
    )
    columns = (_("Organisation"), _("As"), _("From"), _("Until"), _("Kinds of data"))
    return Deel(titel=_("Who has the data or had it"), tabellen=_table(_("Organisations"), columns, rows))


def _day(day: date) -> str:
    """Show a day as the letter itself does."""
    return date_format(day, "j F Y")


def _together(day: date) -> str:
    """Show a day on one line: it stands in a narrow column."""
    return _day(day).replace(" ", "\N{NO-BREAK SPACE}")


def _herkomst(overzicht: Overzicht, names: Names) -> Deel:
    counted = Counter(s.organisatie_id for s in overzicht.stukken if s.organisatie_id)
    rows = ((names.get(one, ""), str(counted[one])) for one in overzicht.herkomst if counted[one])
    columns = (_("Organisation"), _("How many pieces above"))
    return Deel(titel=_("From whom the data comes"), tabellen=_table(_("Origin"), columns, rows))


def _termijnen(overzicht: Overzicht) -> Deel:
    rows = (
        (one.nummer, str(FILES[one.herkomst, one.is_archief]), _together(one.tot), one.artikel)
        for one in overzicht.termijnen
    )
    columns = (_("Number"), _("File"), _("Kept until"), _("Article"))
    intro = _("After that day the data is destroyed. If we work on it again, the day moves.")
    return Deel(titel=_("How long we keep the data"), inleiding=intro, tabellen=_table(_("Terms"), columns, rows))
