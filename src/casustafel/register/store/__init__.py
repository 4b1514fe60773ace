# reason: the one door of the register, in which each table has a few lines.
"""The doors of the register: who somebody is in a covenant, and what the covenant says."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.tokens import default_token_generator
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value

from casustafel.bestand.bestand import Bestand
from casustafel.bestand.log import Regel, write_rows
from casustafel.bestand.logboek import logboek_of
from casustafel.bestand.prepared import Prepared, Slot
from casustafel.convenant.eigen_termijn import read_terms
from casustafel.convenant.feit import (
    ConvenantFeit,
    ConvenantId,
    MedewerkerId,
    OrganisatieFeit,
    OrganisatieId,
    Rol,
    Wie,
)
from casustafel.convenant.partij import Soort
from casustafel.register import models
from casustafel.register.beeld import NO_COVENANT, AutorisatieRij, Melder, Plaats, Seat, Zetel
from casustafel.register.models import (
    Autorisatie,
    Convenant,
    Criterium,
    Geheimhoudingstekst,
    Geheimhoudingsverklaring,
    Koppeling,
    LogRegel,
    Maatregelen,
    Medewerker,
    Organisatie,
    Plaatsvervanging,
    Referentiekader,
)


def log(rows: Iterable[Regel]) -> None:
    """Write log rows of the register."""
    write_rows(LogRegel, rows)


logboek = logboek_of(Bestand.REGISTER, models)
"""The evidence of this log. Covenant 15.2.e."""


def _convenant_rows() -> QuerySet[Convenant, tuple[Any, ...]]:
    """Give a covenant with each of its organisations, or with none."""
    names = ("in_werking_op", "regime", "regime_geverifieerd_op", "termijnen")
    current = Maatregelen.objects.filter(convenant_id=Slot("convenant_id"), vastgesteld_op__lte=Slot("day"))
    last = Subquery(current.order_by("-geldig_tot").values("geldig_tot")[:1])
    parts = ("id", "naam", "soort", "vanaf", "tot")
    rows = Convenant.objects.filter(pk=Slot("convenant_id")).order_by("organisatie__soort", "organisatie__naam")
    return rows.values_list(*names, last, *(f"organisatie__{part}" for part in parts))


def _criteria(convenant_id: Any, day: Any) -> QuerySet[Criterium]:
    kader = Referentiekader.objects.filter(convenant_id=convenant_id, vanaf__lte=day)
    latest = kader.order_by("-vanaf", "-id").values("id")[:1]
    return Criterium.objects.filter(referentiekader_id__in=latest).order_by("volgorde")


_convenant = Prepared(_convenant_rows)
_codes = Prepared(lambda: _criteria(Slot("convenant_id"), Slot("day")).values_list("code"))


def convenant_feit(convenant_id: UUID, *, day: date) -> ConvenantFeit | None:
    """Give the facts of a covenant on a day, or nothing where there is none."""
    rows = _convenant.rows(convenant_id=convenant_id, day=day)
    if not rows:
        return None
    in_werking_op, regime, regime_geverifieerd_op, termijnen, maatregelen_geldig_tot, *_first = rows[0]
    return ConvenantFeit(
        id=ConvenantId(convenant_id),
        in_werking_op=in_werking_op,
        regime=regime,
        regime_geverifieerd_op=regime_geverifieerd_op,
        organisaties=tuple(
            OrganisatieFeit(id=OrganisatieId(id_), naam=naam, soort=Soort(soort), vanaf=vanaf, tot=tot)
            for *_convenant_too, id_, naam, soort, vanaf, tot in rows
            if id_ is not None
        ),
        criteria=frozenset(code for (code,) in _codes.rows(convenant_id=convenant_id, day=day)),
        maatregelen_geldig_tot=maatregelen_geldig_tot,
        termijnen=read_terms(termijnen),
    )


def criteria(convenant_id: UUID, *, day: date) -> Sequence[Criterium]:
    """Give the criteria of the referentiekader in force on a day, in their order; none without annex 3."""
    return list(_criteria(convenant_id, day))


def geheimhoudingstekst(convenant_id: UUID, *, day: date) -> Geheimhoudingstekst | None:
    """Give the secrecy text that binds on a day."""
    texts = Geheimhoudingstekst.objects.filter(convenant_id=convenant_id, vanaf__lte=day)
    return texts.order_by("-vanaf", "-id").first()


def valid(day: Any) -> Q:
    """Filter the authorisations that hold on a day, of people who may sign in."""
    not_withdrawn = Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=day)
    return Q(vanaf__lte=day, tot__gt=day, medewerker__is_active=True) & not_withdrawn


def _roles_rows() -> QuerySet[Autorisatie, tuple[Any, ...]]:
    place = {name: Slot(name) for name in ("medewerker_id", "convenant_id", "organisatie_id")}
    own = Autorisatie.objects.filter(valid(Slot("day")), **place)
    held = own.annotate(vervangt=Value(0)).values_list("rol", "vervangt")
    return held.union(_deputy_rows(place), all=True)


def _deputy_rows(place: dict[str, Any]) -> QuerySet[Plaatsvervanging, tuple[Any, ...]]:
    """Give the roles in which somebody is a deputy, while an authorisation for that organisation stands. Covenant 4."""
    day = Slot("day")
    own = Autorisatie.objects.filter(valid(day), medewerker=OuterRef("medewerker"), organisatie=OuterRef("organisatie"))
    named = Plaatsvervanging.objects.filter(
        Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=day), Exists(own), vanaf__lte=day, tot__gt=day, **place
    )
    return named.annotate(vervangt=Value(1)).values_list("rol", "vervangt")


def _standing_rows() -> QuerySet[Medewerker, tuple[Any, ...]]:
    """Give whether somebody accepted the text that binds, beside each subject that is kept from them, or nothing."""
    texts = Geheimhoudingstekst.objects.filter(convenant_id=Slot("convenant_id"), vanaf__lte=Slot("day"))
    binding = texts.order_by("-vanaf", "-id").values("id")[:1]
    accepted = Geheimhoudingsverklaring.objects.filter(medewerker_id=OuterRef("pk"), tekst_id__in=binding)
    rows = Medewerker.objects.filter(pk=Slot("medewerker_id")).annotate(accepted=Exists(accepted))
    return rows.values_list("accepted", "uitsluiting__houder_id")


_roles = Prepared(_roles_rows)
_standing = Prepared(_standing_rows)


def wie(plaats: Plaats, *, day: date) -> Wie | None:
    """Give the facts about who asks, or nothing where the covenant does not know that organisation."""
    convenant = convenant_feit(plaats.convenant_id, day=day)
    organisatie = convenant.organisatie(plaats.organisatie_id) if convenant else None
    if convenant is None or organisatie is None:
        return None
    asked = {"medewerker_id": plaats.medewerker_id, "convenant_id": plaats.convenant_id, "day": day}
    standing = _standing.rows(**asked)
    aanvaard = any(accepted for accepted, _houder_id in standing)
    rows = _roles.rows(**asked, organisatie_id=plaats.organisatie_id)
    own = {rol for rol, vervangt in rows if not vervangt}
    vervangt = {rol for rol, vervangt in rows if vervangt and aanvaard} - own
    return Wie(
        medewerker_id=plaats.medewerker_id,
        organisatie=organisatie,
        rollen=frozenset(Rol(rol) for rol in own | vervangt),
        convenant=convenant,
        geheimhouding_aanvaard=aanvaard,
        taak=plaats.taak,
        is_plaatsvervanger=bool(vervangt),
        uitgesloten=frozenset(houder_id for _accepted, houder_id in standing if houder_id is not None),
    )


def _internal(convenant: ConvenantFeit, rol: Rol) -> Wie:
    return Wie(
        medewerker_id=None,
        organisatie=None,
        rollen=frozenset({rol}),
        convenant=convenant,
        geheimhouding_aanvaard=True,
    )


def systeem(convenant_id: UUID, *, day: date) -> Wie | None:
    """Give the system itself, at work in one covenant."""
    convenant = convenant_feit(convenant_id, day=day)
    return _internal(convenant, Rol.SYSTEEM) if convenant else None


def installatie() -> Wie:
    """Give the system itself, at work for the installation and no covenant."""
    return _internal(NO_COVENANT, Rol.SYSTEEM)


def convenant_ids() -> list[UUID]:
    """Give every covenant of the installation."""
    return list(Convenant.objects.order_by("code").values_list("id", flat=True))


def operator() -> Wie:
    """Give the operator of the command line, who has no standing in any covenant."""
    return _internal(NO_COVENANT, Rol.OPERATOR)


def plaatsen(medewerker_id: UUID, *, day: date) -> list[Plaats]:
    """Give every organisation in every covenant for which somebody holds a valid role."""
    rows = Autorisatie.objects.filter(valid(day), medewerker_id=medewerker_id)
    pairs = rows.values_list("convenant_id", "organisatie_id").distinct().order_by("convenant__gemeente")
    return [
        Plaats(
            medewerker_id=MedewerkerId(medewerker_id),
            convenant_id=ConvenantId(convenant_id),
            organisatie_id=OrganisatieId(organisatie_id),
        )
        for convenant_id, organisatie_id in pairs
    ]


def seat(plaats: Plaats) -> Seat:
    """Give the names that go with a place."""
    row = Organisatie.objects.select_related("convenant").get(pk=plaats.organisatie_id)
    return Seat(organisatie=row.naam, gemeente=row.convenant.gemeente, is_verzonnen=row.convenant.is_verzonnen)


def person(wie: Wie) -> tuple[MedewerkerId, OrganisatieId]:
    """Give who this is and for whom; the system and the operator are nobody."""
    if wie.medewerker_id is None or wie.organisatie_id is None:
        raise ValueError("Only somebody of an organisation does this.")
    return wie.medewerker_id, wie.organisatie_id


def own_organisatie(wie: Wie) -> OrganisatieId:
    """Give for which organisation this person acts."""
    return person(wie)[1]


def _melder_rows() -> QuerySet[Organisatie, tuple[Any, ...]]:
    naam = Medewerker.objects.filter(pk=Slot("medewerker_id")).values("naam")
    return Organisatie.objects.filter(pk=Slot("organisatie_id")).values_list(Subquery(naam), "contact")


_melder = Prepared(_melder_rows)


def melder(wie: Wie) -> Melder:
    """Give the melder that a signaal of this person gets."""
    medewerker_id, organisatie_id = person(wie)
    naam, contact = _melder.first(medewerker_id=medewerker_id, organisatie_id=organisatie_id) or ("", "")
    return Melder(naam=naam or "", contact=contact)


def handelend(wie: Wie) -> str:
    """Give who acts, by name and function, as a position and a check keep it. Covenant 4."""
    medewerker_id, _organisatie_id = person(wie)
    naam, functie = Medewerker.objects.values_list("naam", "functie").get(pk=medewerker_id)
    return f"{naam}, {functie}" if functie else naam


def naam_of(medewerker_id: UUID) -> str:
    """Give the name of a person who was appointed, as a task keeps it. Covenant 12.1."""
    return Medewerker.objects.values_list("naam", flat=True).get(pk=medewerker_id)


def names_of(medewerker_ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the names of people by their ids, of who left too, as far as the register still knows them. Cov. 12.3."""
    rows = Medewerker.objects.filter(pk__in=list(medewerker_ids)).exclude(naam="")
    return dict(rows.values_list("id", "naam"))


def named(convenant_id: UUID, naam: str) -> list[UUID]:
    """Give the people who hold or held an authorisation in a covenant, and have this in their name. Covenant 15.2.e."""
    held = Autorisatie.objects.filter(convenant_id=convenant_id, medewerker__naam__icontains=naam)
    return list(held.values_list("medewerker_id", flat=True).distinct())


def convenant_id(code: str) -> UUID | None:
    """Find a covenant by its code."""
    return Convenant.objects.values_list("id", flat=True).filter(code=code).first()


def convenant(convenant_id: UUID) -> tuple[Convenant, list[Organisatie]]:
    """Give a covenant with its parties and partners."""
    row = Convenant.objects.get(pk=convenant_id)
    return row, list(Organisatie.objects.filter(convenant=row).order_by("vanaf", "soort", "naam"))


def add_convenant(**fields: Any) -> None:
    """Enter a covenant."""
    Convenant.objects.create(**fields)


def add_organisatie(**fields: Any) -> None:
    """Enter a party or a partner of a covenant."""
    Organisatie.objects.create(**fields)


def add_referentiekader(
    convenant_id: UUID,
    *,
    versie: str,
    vastgesteld_op: date,
    criteria: Sequence[tuple[str, str]],
    vanaf: date | None = None,
) -> None:
    """Enter a version of annex 3 with its criteria, as codes and texts in order; in force from `vanaf`."""
    kader = Referentiekader.objects.create(
        convenant_id=convenant_id, versie=versie, vastgesteld_op=vastgesteld_op, vanaf=vanaf or vastgesteld_op
    )
    Criterium.objects.bulk_create(
        Criterium(referentiekader=kader, code=code, tekst=tekst, volgorde=place)
        for place, (code, tekst) in enumerate(criteria)
    )


def add_geheimhoudingstekst(convenant_id: UUID, *, versie: str, tekst: str, vanaf: date) -> None:
    """Enter a version of the secrecy text."""
    Geheimhoudingstekst.objects.create(convenant_id=convenant_id, versie=versie, tekst=tekst, vanaf=vanaf)


def add_maatregelen(**fields: Any) -> None:
    """Enter a statement of the college's measures. Besluit B2.b."""
    Maatregelen.objects.create(**fields)


def drop_maatregelen(convenant_id: UUID, *, until: date) -> int:
    """Delete the statements that were current up to a day; tells how many."""
    return Maatregelen.objects.filter(convenant_id=convenant_id, geldig_tot__lte=until).delete()[0]


def maatregelen(convenant_id: UUID, *, vanaf: date, day: date) -> list[Maatregelen]:
    """Give the statements of a covenant up to a day that were current since another, newest first."""
    rows = Maatregelen.objects.filter(convenant_id=convenant_id, geldig_tot__gte=vanaf, vastgesteld_op__lte=day)
    return list(rows.order_by("-geldig_tot", "-vastgesteld_op"))


def accept_geheimhouding(wie: Wie, *, day: date, at: datetime) -> None:
    """Note that somebody accepted the current secrecy text; twice is once."""
    tekst = geheimhoudingstekst(wie.convenant.id, day=day)
    Geheimhoudingsverklaring.objects.get_or_create(medewerker_id=person(wie)[0], tekst=tekst, defaults={"op": at})


def organisatie_of(convenant: str, organisatie: str) -> Zetel | None:
    """Find an organisation by the code of its covenant and its own."""
    row = Organisatie.objects.select_related("convenant").filter(convenant__code=convenant, code=organisatie).first()
    if row is None:
        return None
    return Zetel(id=row.id, convenant_id=row.convenant_id, regime=row.convenant.regime, soort=Soort(row.soort))


def medewerker_id(email: str) -> UUID | None:
    """Find an account by its e-mail address."""
    return Medewerker.objects.values_list("id", flat=True).filter(email=email.lower()).first()


def add_medewerker(id: UUID, *, naam: str, email: str, functie: str) -> None:  # noqa: A002  # the name of the column
    """Make an account without a password: it is set with a one-time link."""
    medewerker = Medewerker(id=id, naam=naam, email=email.lower(), functie=functie)
    medewerker.set_unusable_password()
    medewerker.save(force_insert=True)


def add_autorisatie(**fields: Any) -> None:
    """Enter an authorisation; `tot` is the first day on which it no longer holds."""
    Autorisatie.objects.create(**fields)


def withdraw(autorisatie_id: UUID, *, on: date) -> None:
    """Withdraw an authorisation from a day on."""
    Autorisatie.objects.filter(pk=autorisatie_id, ingetrokken_op__isnull=True).update(ingetrokken_op=on)


def held_roles(medewerker_id: UUID, convenant_id: UUID, *, day: date) -> frozenset[Rol]:
    """Give the roles that somebody holds in a covenant, for whatever organisation."""
    held = Autorisatie.objects.filter(valid(day), medewerker_id=medewerker_id, convenant_id=convenant_id)
    return frozenset(Rol(rol) for rol in held.values_list("rol", flat=True))


def held_for(medewerker_id: UUID, organisatie_id: UUID, *, day: date) -> frozenset[Rol]:
    """Give the roles that somebody holds for one organisation."""
    held = Autorisatie.objects.filter(valid(day), medewerker_id=medewerker_id, organisatie_id=organisatie_id)
    return frozenset(Rol(rol) for rol in held.values_list("rol", flat=True))


def holder_of(autorisatie_id: UUID, *, convenant_id: UUID) -> UUID | None:
    """Give who holds an authorisation of a covenant."""
    rows = Autorisatie.objects.filter(pk=autorisatie_id, convenant_id=convenant_id)
    return rows.values_list("medewerker_id", flat=True).first()


def autorisaties(convenant_id: UUID, *, day: date) -> list[AutorisatieRij]:
    """Give the valid authorisations of a covenant, by organisation and name."""
    tekst = geheimhoudingstekst(convenant_id, day=day)
    accepted = set(tekst.geheimhoudingsverklaring_set.values_list("medewerker_id", flat=True)) if tekst else set()
    rows = Autorisatie.objects.filter(valid(day), convenant_id=convenant_id)
    rows = rows.select_related("medewerker__koppeling", "organisatie")
    rows = rows.order_by("organisatie__naam", "medewerker__naam", "rol")
    return [
        AutorisatieRij(
            id=row.id,
            medewerker_id=row.medewerker_id,
            naam=row.medewerker.naam,
            email=row.medewerker.email,
            functie=row.medewerker.functie,
            organisatie=row.organisatie.naam,
            rol=row.rol,
            vanaf=row.vanaf,
            tot=row.tot,
            is_aanvaard=row.medewerker_id in accepted,
            is_gekoppeld=hasattr(row.medewerker, "koppeling"),
        )
        for row in rows
    ]


def uitnodiging(medewerker_id: UUID) -> str:
    """Give the path of the one-time link with which somebody who cannot sign in yet begins; else nothing."""
    medewerker = Medewerker.objects.get(pk=medewerker_id)
    if medewerker.has_usable_password() or Koppeling.objects.filter(medewerker_id=medewerker_id).exists():
        return ""
    return f"/uitnodiging/{medewerker_id}/{default_token_generator.make_token(medewerker)}"


def invited(medewerker_id: UUID, token: str) -> Medewerker | None:
    """Give the account that a one-time link is for, or nothing where it was used or is too old."""
    medewerker = Medewerker.objects.filter(pk=medewerker_id, is_active=True).first()
    return medewerker if medewerker and default_token_generator.check_token(medewerker, token) else None
