"""Who may do what, in which state: written by hand from the law page, article by article, and never from the code.

A row says who may do an act (`may`), who is told plainly that they may not (`told`), and in which states it is done;
for everybody else, and in a state in which it is not seen, the answer is that of what does not exist.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tests.matrix.roles import PARTIES_AT_TABLE, STANDING, TABLE_OF_ALL, TASKED, UITVOERDER, WEEGPLOEG

Names = frozenset[str]

DOSSIER_STATES: Final = frozenset(
    {
        "nieuw",
        "in-weging",
        "agreed",
        "longer term asked",
        "check asked",
        "informatie-gevraagd",
        "verlopen",
        "agenderen",
        "niet-agenderen",
        "overgedragen",
        "afgesloten",
        "opgegaan",
    }
)
# 13: past its last day, though no night's work was done since: as if it did not exist, for everybody and every act.
GONE: Final = frozenset({"past six months", "past a year", "past five years"})
# 8.3: no signaal stands in it any more.
FILLED: Final = DOSSIER_STATES - {"opgegaan"}
# 13.3: what is destroyed six months after the outcome is neither moved to where it is kept longer nor joined.
KEPT_SHORT: Final = frozenset({"verlopen", "niet-agenderen"})
# 7.4: undecided, and within three months of the first signaal.
UNDECIDED: Final = frozenset(
    {"nieuw", "in-weging", "agreed", "longer term asked", "check asked", "informatie-gevraagd"}
)
WEIGHED: Final = UNDECIDED - {"nieuw"}
CASUS_STATES: Final = frozenset(
    {"open", "concept", "plan-vastgesteld", "afsluiting-geadviseerd", "closing agreed", "afgesloten"}
)
VOORSTEL_STATES: Final = frozenset({"proposed", "adopted", "taken back"})
PROPOSED: Final = frozenset({"proposed"})
OVERLEG_STATES: Final = frozenset({"planned", "going on", "over", "called off"})
ARCHIEF_STATES: Final = frozenset({"archived", "reactivation asked"})
VERZOEK_STATES: Final = frozenset(
    {
        *("received", "unknown in time", "identified", "gathered", "last day", "access"),
        *("decided", "answered", "carried out", "told"),
    }
)
INCIDENT_STATES: Final = frozenset(
    {"reported", "judged as a breach", "judged as none", "ap told", "people handled", "settled"}
)
DOORVERSTREKKING_STATES: Final = frozenset({"asked", "given", "withdrawn"})
# By the name that a path of the API gives to what the act is on.
STATES: Final = {
    "dossierId": DOSSIER_STATES | (GONE - {"past five years"}),
    "archiefId": ARCHIEF_STATES | {"past five years"},
    "betrokkeneverzoekId": VERZOEK_STATES | {"past a year"},
    "incidentId": INCIDENT_STATES | {"past five years"},
    "casusId": CASUS_STATES | {"past a year"},
    "doorverstrekkingId": DOORVERSTREKKING_STATES | {"past a year"},
    "voorstelId": VOORSTEL_STATES,
    **dict.fromkeys(("overlegId weegploeg", "overlegId casusoverleg"), OVERLEG_STATES),
    "geschilId": frozenset({"open dispute", "settled dispute"}),
}
PLANNED: Final = frozenset({"plan-vastgesteld", "afsluiting-geadviseerd", "closing agreed"})
PENDING: Final = frozenset({"afsluiting-geadviseerd", "closing agreed"})
RUNNING: Final = CASUS_STATES - {"afgesloten"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What must come of one act: who may, who is told no, in which states it is done, and in which it is seen."""

    may: Names
    told: Names = frozenset()
    states: Names = frozenset({"-"})
    seen_in: Names | None = None
    also: dict[str, Names] = field(default_factory=dict)
    """For one kind of person, the states in which it is seen, where these differ from `seen_in`."""

    done_too: dict[str, Names] = field(default_factory=dict)
    """By state, the few who may do it there beside the states in which all of `may` do it."""

    def outcome(self, role: str, state: str) -> str:
        """Give what a cell must answer: done, refused, or hidden."""
        seen_in = self.also.get(role, self.seen_in)
        if state in GONE:
            return "hidden"
        if role not in self.may | self.told or (seen_in is not None and state not in seen_in):
            return "hidden"
        if role in self.done_too.get(state, frozenset()):
            return "done"
        return "done" if role in self.may and state in self.states else "refused"


def in_dossier(may: Iterable[str], *, states: Names = DOSSIER_STATES) -> Row:
    """Make a row on a dossier. 8.4: kernpartijen only. 5: the uitvoerder for a named task, and told so without one."""
    return Row(may=frozenset(may), told=WEEGPLOEG | UITVOERDER, states=states)


def in_casus(may: Iterable[str], *, states: Names = CASUS_STATES) -> Row:
    """Make a row on a casus. 10.4: parties while at the table; 5: the uitvoerder. A partner sees the plan (10.5)."""
    return Row(may=frozenset(may), told=PARTIES_AT_TABLE | UITVOERDER, states=states)


def on_plan(may: Iterable[str], *, states: Names = CASUS_STATES) -> Row:
    """Make a row on what a partner sees too. 10.5: the plan."""
    return Row(may=frozenset(may), told=TABLE_OF_ALL | UITVOERDER, states=states)


def on_closing(may: Iterable[str], *, states: Names = PENDING) -> Row:
    """Make a row on a pending closing. 9.4: the kernpartijen decide, at the table or not; 10.4: while it is pending."""
    elsewhere = dict.fromkeys(WEEGPLOEG - {"kernpartij at the table"}, PENDING)
    return Row(may=frozenset(may), told=PARTIES_AT_TABLE | UITVOERDER | WEEGPLOEG, states=states, also=elsewhere)


ELSEWHERE: Final = frozenset({"kernpartij of another covenant"})
"""What is asked of no dossier or casus is asked in one's own covenant: there this is a kernpartij like any other."""
MANAGER: Final = frozenset({"manager of authorisations"})
COLLEGE: Final = frozenset({"kernpartij of the college"})
OF_THE_POLITIE: Final = frozenset({"kernpartij at the table", "kernpartij at the table without the weegploeg role"})
# Who speaks for a party when leave to disclose is asked: in the weegploeg for a kernpartij, at the table for another.
SPEAKS: Final = WEEGPLOEG | {"casuspartij at the table", "casuspartij not at the table"}
RUNS: Final = frozenset({"asked", "given"})
PREPARES: Final = frozenset({"uitvoerder who prepares"})
SIGNED_IN: Final = STANDING | ELSEWHERE | {"secrecy not accepted", "party that left, at the table"}
"""Who holds a valid authorisation: those may read the covenant and the secrecy text (11.1, 14.1)."""
AT_ANY_TABLE: Final = STANDING - MANAGER - {"toezichthouder", "auditor", "appointed to handle requests"} - UITVOERDER

LEAVES: Final = frozenset({"casuspartij not at the table"})
REVIEWS: Final = AT_ANY_TABLE | ELSEWHERE | MANAGER | {"toezichthouder"}
HAS_A_COLLEAGUE: Final = frozenset({"kernpartij at the table"})
HAS_A_DEPUTY: Final = frozenset({"kernpartij at the table", "kernpartij not at the table"})
FILES: Final = ("register", "weegploeg", "casusoverleg")
EVIDENCE: Final = WEEGPLOEG | ELSEWHERE | {"toezichthouder", "auditor"}
# What waits is one page over all files: who has a list in any of them sees it.
WERK: Final = Row(
    may=AT_ANY_TABLE | ELSEWHERE | TASKED | MANAGER | {"appointed to handle requests", "toezichthouder"},
    told=UITVOERDER,
)

ROWS: Final[dict[str, Row]] = {
    "find-werk-weegploeg": WERK,
    "find-werk-casusoverleg": WERK,
    "find-werk-afsluiting": WERK,
    "find-werk-archief": WERK,
    "find-werk-convenant": WERK,
    "find-werk-autorisaties": WERK,
    "find-werk-overleg-weegploeg": WERK,
    "find-werk-overleg-casusoverleg": WERK,
    "find-werk-vervaldagen-weegploeg": WERK,
    "find-werk-vervaldagen-archief": WERK,
    "find-werk-vernietigd-casusoverleg": WERK,
    "find-werk-vernietigd-archief": WERK,
    "find-werk-informeren": WERK,
    "find-werk-informeren-casus": WERK,
    "find-werk-verzoeken": WERK,
    "find-werk-verzoektaken": WERK,
    "find-werk-incidenten": WERK,
    "find-werk-beveiliging": WERK,
    "find-werk-meldingen": WERK,
    # 13: what falls due, by number and day: kernpartijen, and the uitvoerder without a named task, for it opens nothing
    "find-vervaldagen-weegploeg": Row(may=WEEGPLOEG | ELSEWHERE | UITVOERDER),
    "find-vervaldagen-archief": Row(may=WEEGPLOEG | ELSEWHERE | UITVOERDER),
    # 13.1: what was destroyed, without anything of it; what the nights did
    "find-certificaten-weegploeg": Row(may=EVIDENCE),
    "find-certificaten-casusoverleg": Row(may=EVIDENCE),
    "find-certificaten-archief": Row(may=EVIDENCE),
    "find-certificaten-betrokkene": Row(may=EVIDENCE),
    "find-certificaten-toezicht": Row(may=EVIDENCE),
    "find-nachten": Row(may=EVIDENCE | UITVOERDER),
    # 8.4: the file of the weegploeg
    "find-dossiers": Row(may=WEEGPLOEG | ELSEWHERE | TASKED, told=UITVOERDER),
    "open-dossier": in_dossier(WEEGPLOEG | TASKED),
    "open-inzage": in_dossier(WEEGPLOEG | TASKED),
    # 15.2.b: who may open the file sees who may, and keeps oneself or a colleague away; the uitvoerder anybody. The OM
    # is not at the table: of its person kept away there, the uitvoerder decides.
    "open-toegang": in_dossier(WEEGPLOEG | TASKED),
    "open-toegang-casus": in_casus(PARTIES_AT_TABLE | TASKED),
    "exclude-medewerker": in_dossier(WEEGPLOEG | TASKED),
    "exclude-medewerker-casus": in_casus(PARTIES_AT_TABLE | TASKED),
    "end-uitsluiting": in_dossier({"kernpartij not at the table"} | TASKED),
    "end-uitsluiting-casus": in_casus(TASKED),
    # 7.1, 7.2: through a kernpartij, by its representative; who is no representative is told so
    "submit-new-signaal": Row(may=WEEGPLOEG | ELSEWHERE, told=STANDING),
    "submit-signaal": in_dossier(WEEGPLOEG, states=UNDECIDED),
    "search-dossiers": Row(may=WEEGPLOEG | ELSEWHERE | TASKED, told=UITVOERDER),
    # 8.3: a file that is kept is kept right, in whatever state; a signaal by the party that provided it
    "correct-naw": in_dossier(WEEGPLOEG),
    "correct-signaal": in_dossier(COLLEGE, states=FILLED),
    # 8.3, 13.3: a signaal goes to the dossier of whom it is about, by the party that provided it; two dossiers on one
    # subject are joined by any kernpartij, into the one that is further
    "move-signaal": in_dossier(COLLEGE, states=FILLED - KEPT_SHORT),
    "part-dossier": in_dossier(COLLEGE, states=FILLED - KEPT_SHORT),
    "join-dossiers": in_dossier(WEEGPLOEG, states=UNDECIDED | {"agenderen"}),
    # 8.3, 5: the uitvoerder prepares the check of what is active; each providing party answers for its own
    "open-controle": in_dossier(WEEGPLOEG | TASKED),
    "prepare-controle": in_dossier(
        {"uitvoerder who checks"}, states=FILLED - KEPT_SHORT - {"afgesloten", "check asked"}
    ),
    "confirm-controle": in_dossier(WEEGPLOEG, states=frozenset({"check asked"})),
    # 7.4: only kernpartijen are asked, and the one that was asked answers
    "ask-informatie": in_dossier(WEEGPLOEG, states=UNDECIDED),
    "answer-informatie": in_dossier({"kernpartij not at the table"}, states=frozenset({"informatie-gevraagd"})),
    "withdraw-informatie": in_dossier(COLLEGE, states=frozenset({"informatie-gevraagd"})),
    # 7.4: once three months more, asked by one, agreed by all three, taken back by who asked
    "ask-verlenging": in_dossier(WEEGPLOEG, states=UNDECIDED - {"longer term asked"}),
    "take-standpunt-verlenging": in_dossier(WEEGPLOEG, states=frozenset({"longer term asked"})),
    "withdraw-verlenging": in_dossier(COLLEGE, states=frozenset({"longer term asked"})),
    "remind-verlenging": in_dossier(WEEGPLOEG | TASKED, states=frozenset({"longer term asked"})),
    # 7.3
    "weigh-criterium": in_dossier(WEEGPLOEG, states=UNDECIDED),
    # 7.4, 4
    "take-standpunt": in_dossier(WEEGPLOEG, states=WEIGHED),
    "withdraw-standpunt": in_dossier(WEEGPLOEG, states=frozenset({"agreed"})),
    "remind-standpunt": in_dossier(WEEGPLOEG | TASKED, states=UNDECIDED - {"agreed"}),
    "decide": in_dossier(WEEGPLOEG, states=frozenset({"agreed"})),
    # 7.3, 8.5
    "name-betrokkenen": in_dossier(WEEGPLOEG, states=frozenset({"agenderen"})),
    "hand-over": in_dossier(WEEGPLOEG, states=frozenset({"agenderen"})),
    # 8.5: further signals follow while the plan is not closed
    "supplement-overdracht": in_dossier(WEEGPLOEG, states=frozenset({"overgedragen"})),
    # 10.4, 10.5: the file of the casusoverleg
    "find-casussen": Row(may=AT_ANY_TABLE | ELSEWHERE | TASKED, told=UITVOERDER),
    "open-casus": in_casus(PARTIES_AT_TABLE | TASKED),
    "open-casus-inzage": in_casus(PARTIES_AT_TABLE | TASKED),
    "open-plan": on_plan(TABLE_OF_ALL | TASKED),
    # 9.2: everybody at the table gives what the plan needs
    "contribute": on_plan(TABLE_OF_ALL, states=RUNNING),
    # 9.1: the parties at the table say whom the plan needs
    "admit-deelnemer": in_casus(PARTIES_AT_TABLE, states=RUNNING),
    "end-deelname": in_casus(PARTIES_AT_TABLE, states=RUNNING),
    # 6: an own decision on classed data is for the party whose data it is: here the politie, who decided in one already
    "decide-eigen": in_casus(OF_THE_POLITIE, states=RUNNING - {"plan-vastgesteld"}),
    "withdraw-eigen": in_casus(OF_THE_POLITIE, states=frozenset({"plan-vastgesteld"})),
    # 9.3: parties write; the uitvoerder who prepares writes, and never adopts
    "write-plan": in_casus(PARTIES_AT_TABLE | PREPARES, states=RUNNING),
    "adopt-plan": in_casus(PARTIES_AT_TABLE, states=frozenset({"concept"})),
    # 9.4: who carries a measure out records its progress (the politie here), or the uitvoerder who prepares
    "record-voortgang": on_plan(
        {"kernpartij at the table", "kernpartij at the table without the weegploeg role"} | PREPARES, states=PLANNED
    ),
    "advise-afsluiting": in_casus(PARTIES_AT_TABLE, states=frozenset({"plan-vastgesteld"})),
    "open-afsluiting": Row(may=WEEGPLOEG | PARTIES_AT_TABLE | TASKED, told=UITVOERDER, states=PENDING, seen_in=PENDING),
    "take-standpunt-afsluiting": on_closing(WEEGPLOEG),
    "withdraw-standpunt-afsluiting": on_closing(WEEGPLOEG, states=frozenset({"closing agreed"})),
    "remind-afsluiting": on_closing(WEEGPLOEG | TASKED, states=frozenset({"afsluiting-geadviseerd"})),
    "close-casus": on_closing(WEEGPLOEG, states=frozenset({"closing agreed"})),
    # 10.5: a party at the table asks; every party in force is asked, at the table or not; a partner sees what is given
    "request-doorverstrekking": in_casus(PARTIES_AT_TABLE, states=RUNNING),
    "open-doorverstrekkingen": in_casus(PARTIES_AT_TABLE | TASKED),
    "find-toestemmingen": Row(may=SPEAKS | ELSEWHERE),
    "find-werk-doorverstrekking": WERK,
    "open-toestemming": Row(may=SPEAKS, states=RUNS, seen_in=RUNS),
    "take-standpunt-doorverstrekking": Row(may=SPEAKS, states=frozenset({"asked"}), seen_in=RUNS),
    "withdraw-standpunt-doorverstrekking": Row(
        may=frozenset({"kernpartij at the table"}), told=SPEAKS, states=frozenset({"asked"}), seen_in=RUNS
    ),
    "find-doorverstrekkingen": Row(may=frozenset({"partner at the table", "partner not at the table"})),
    "open-doorverstrekking": Row(
        may=frozenset({"partner at the table"}), states=frozenset({"given"}), seen_in=frozenset({"given"})
    ),
    # the request is withdrawn by the party that asked, what was given by whoever gave it or sits at the table
    "withdraw-doorverstrekking": Row(
        may=SPEAKS | PARTIES_AT_TABLE,
        told=UITVOERDER,
        states=frozenset({"given"}),
        seen_in=DOORVERSTREKKING_STATES,
        also=dict.fromkeys(SPEAKS - PARTIES_AT_TABLE, RUNS),
        done_too={"asked": OF_THE_POLITIE},
    ),
    # 4, 1.c, 1.g, 11.1: a kernpartij proposes, all agree; 5: the uitvoerder sees it and decides nothing
    "find-voorstellen": Row(may=WEEGPLOEG | ELSEWHERE | UITVOERDER),
    "open-voorstel": Row(may=WEEGPLOEG | UITVOERDER, states=VOORSTEL_STATES),
    **dict.fromkeys(
        ("propose-partner", "propose-partner-einde", "propose-referentiekader", "propose-tekst"),
        Row(may=WEEGPLOEG | ELSEWHERE, told=UITVOERDER),
    ),
    # 18.3: only where a kernpartij is missing, and here none is
    "admit-partij": Row(may=frozenset(), told=WEEGPLOEG | ELSEWHERE | UITVOERDER),
    "take-standpunt-voorstel": Row(may=WEEGPLOEG, told=UITVOERDER, states=PROPOSED),
    "withdraw-standpunt-voorstel": Row(may=COLLEGE, told=WEEGPLOEG | UITVOERDER, states=PROPOSED),
    "withdraw-voorstel": Row(may=COLLEGE, told=WEEGPLOEG | UITVOERDER, states=PROPOSED),
    "remind-voorstel": Row(may=WEEGPLOEG | UITVOERDER, states=PROPOSED),
    "record-publicatie": Row(may=WEEGPLOEG | ELSEWHERE | UITVOERDER),
    # 18.2: each party for itself; the reclassering gave notice, and takes it back
    "open-opzegging": Row(may=SPEAKS | ELSEWHERE),
    "give-opzegging": Row(may=(SPEAKS | ELSEWHERE) - LEAVES, told=LEAVES),
    "withdraw-opzegging": Row(may=LEAVES, told=SPEAKS | ELSEWHERE),
    # 17: the parties of the covenant
    "find-geschillen": Row(may=SPEAKS | ELSEWHERE),
    "record-geschil": Row(may=SPEAKS | ELSEWHERE),
    "record-overleg": Row(may=SPEAKS, states=frozenset({"open dispute"})),
    "settle-geschil": Row(may=SPEAKS, states=frozenset({"open dispute"})),
    # 18.4, 5
    "find-evaluaties": Row(may=SPEAKS | ELSEWHERE | UITVOERDER),
    "record-evaluatie": Row(may=WEEGPLOEG | ELSEWHERE, told=SPEAKS | UITVOERDER),
    # B1.3
    "verify-regime": Row(may=WEEGPLOEG | ELSEWHERE),
    # 4: the representative of an organisation names its deputy, from its own people who hold an authorisation
    "find-vervangingen": Row(may=AT_ANY_TABLE | ELSEWHERE),
    "name-plaatsvervanger": Row(may=HAS_A_DEPUTY, told=AT_ANY_TABLE | ELSEWHERE),
    "withdraw-plaatsvervanger": Row(may=OF_THE_POLITIE | MANAGER, told=AT_ANY_TABLE | ELSEWHERE),
    # 4: AVG 30, for everybody of the covenant
    "open-verwerkingen": Row(may=STANDING | ELSEWHERE),
    # 15.2.e: hashes for the kernpartijen and oversight, own rows for a kernpartij
    **dict.fromkeys([f"find-logbewijs-{name}" for name in (*FILES, "archief")], Row(may=EVIDENCE)),
    # (the other covenant has done nothing yet in the two files of the boards, nor in the archive)
    **dict.fromkeys(("fetch-controlepunt-register", "open-tegel-register"), Row(may=EVIDENCE)),
    **dict.fromkeys(
        [f"{code}-{name}" for code in ("fetch-controlepunt", "open-tegel") for name in (*FILES[1:], "archief")],
        Row(may=EVIDENCE - ELSEWHERE),
    ),
    "export-logregels-register": Row(may=WEEGPLOEG | ELSEWHERE),
    **dict.fromkeys([f"export-logregels-{name}" for name in (*FILES[1:], "archief")], Row(may=WEEGPLOEG)),
    # 15.2.e: the toezichthouder searches the log
    **dict.fromkeys([f"search-log-{name}" for name in (*FILES, "archief")], Row(may=frozenset({"toezichthouder"}))),
    # a signature that is none is told so
    **dict.fromkeys(
        [f"cosign-controlepunt-{name}" for name in (*FILES, "archief")],
        Row(may=frozenset(), told=WEEGPLOEG | ELSEWHERE),
    ),
    # B2.b: the measures of the college
    "record-maatregelen": Row(may=COLLEGE, told=STANDING | ELSEWHERE),
    # 11.1, 14.1
    "open-convenant": Row(may=SIGNED_IN),
    "read-geheimhouding": Row(may=SIGNED_IN),
    "accept-geheimhouding": Row(may=SIGNED_IN),
    # 15.2.b, 15.2.c
    # 15.2.f: each organisation its own people; who grants and who oversees, those of all
    "find-autorisaties": Row(may=REVIEWS),
    "confirm-autorisaties": Row(may=HAS_A_COLLEAGUE, told=REVIEWS),
    "end-autorisatie": Row(may=HAS_A_COLLEAGUE, told=REVIEWS),
    "ask-autorisatie": Row(may=AT_ANY_TABLE | ELSEWHERE),
    "refuse-autorisatie": Row(may=MANAGER),
    "find-people": Row(may=MANAGER),
    "grant-autorisatie": Row(may=MANAGER),
    "withdraw-autorisatie": Row(may=MANAGER),
    "reset-aanmelding": Row(may=MANAGER),
    # 15.2.d
    "find-tokens": Row(may=STANDING | ELSEWHERE),
    "create-token": Row(may=STANDING | ELSEWHERE),
    "withdraw-token": Row(may=STANDING | ELSEWHERE),
}

# Asked on a screen alone: tests/web/test_logbewijs.py.
ON_A_SCREEN: Final = frozenset({"find-werk-logbewijs"})
# Acts that no person does: the system carries bundles and ends terms (8.5, 13), the operator loads files (18.1).
WITHOUT_A_FACE: Final = frozenset(
    {
        "send-overdracht",
        "receive-overdracht",
        "acknowledge-overdracht",
        "send-correctie",
        "receive-correctie",
        "acknowledge-correctie",
        "send-aanvulling",
        "receive-aanvulling",
        "acknowledge-aanvulling",
        "send-uitvoering",
        "receive-uitvoering-weegploeg",
        "receive-uitvoering-casus",
        "receive-uitvoering-archief",
        "receive-uitvoering-verzoek",
        "acknowledge-uitvoering",
        "send-afsluiting",
        "receive-afsluiting",
        "acknowledge-afsluiting",
        "hear-elders-weegploeg",
        "hear-elders-casusoverleg",
        "begin-vernietiging-weegploeg",
        "withdraw-vernietiging-weegploeg",
        "finish-vernietiging-weegploeg",
        "begin-vernietiging-casusoverleg",
        "withdraw-vernietiging-casusoverleg",
        "finish-vernietiging-casusoverleg",
        "begin-vernietiging-archief",
        "withdraw-vernietiging-archief",
        "finish-vernietiging-archief",
        "begin-vernietiging-betrokkene",
        "withdraw-vernietiging-betrokkene",
        "finish-vernietiging-betrokkene",
        "begin-vernietiging-toezicht",
        "withdraw-vernietiging-toezicht",
        "finish-vernietiging-toezicht",
        "open-bevinding",
        "pack-archivering-weegploeg",
        "withdraw-archivering-weegploeg",
        "send-archivering-weegploeg",
        "acknowledge-archivering-weegploeg",
        "pack-archivering-casusoverleg",
        "withdraw-archivering-casusoverleg",
        "send-archivering-casusoverleg",
        "acknowledge-archivering-casusoverleg",
        "receive-archivering",
        "send-reactivering",
        "receive-reactivering",
        "acknowledge-reactivering",
        "send-afscherming",
        "acknowledge-afscherming",
        "shield-weegploeg",
        "lift-weegploeg",
        "shield-casusoverleg",
        "lift-casusoverleg",
        "shield-archief",
        "lift-archief",
        "keep-afgeschermd-weegploeg",
        "keep-afgeschermd-archief",
        "record-verval",
        "run-nachtwerk",
        "drop-autorisaties",
        "drop-convenantstukken",
        "drop-berichten-casusoverleg",
        "drop-berichten-archief",
        "drop-overleggen-weegploeg",
        "drop-overleggen-casusoverleg",
        "drop-tokens",
        "empty-accounts",
        "repeat-vernietiging-weegploeg",
        "repeat-vernietiging-casusoverleg",
        "repeat-vernietiging-archief",
        "repeat-vernietiging-betrokkene",
        "repeat-vernietiging-toezicht",
        "end-sessies",
        "check-bestand-weegploeg",
        "check-bestand-archief",
        "check-bestand-betrokkene",
        "check-bestand-toezicht",
        "check-bestand-casusoverleg",
        "load-convenant",
        "load-people",
    }
)
