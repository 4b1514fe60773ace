"""How data leaves a file for good: intent, then the key, then the rows with a certificate. Covenant 13.1, 13.3.

The same in every file. Each step is safe to repeat; between them lies the vault, which is not a table of the file.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from django.db.models import Count

from casustafel.bestand.inhoud import Archivering, Zendsoort
from casustafel.bestand.outbox import Outbox
from casustafel.bestand.overleg import Overleggen
from casustafel.bestand.pas import Pass
from casustafel.bestand.stukken import Kaal, feit_of
from casustafel.bestand.tabel import CertificaatTabel, StukTabel, UitgaandTabel, VernietigberichtTabel
from casustafel.convenant.bewaring import Certificaat, Houdersoort, Wijze
from casustafel.convenant.doorverstrekking import nummer_of
from casustafel.convenant.overeenstemming import Vraagstaat
from casustafel.convenant.plichten import untold
from casustafel.convenant.stuk import CasusStuk

NOT_TOLD: Final = "niet-geinformeerd"
"""How a certificate counts the people who were not informed when their data left the file. Covenant 11.5."""


def hash_of(certificaat: Certificaat, *, convenant_id: UUID) -> str:
    """Give the hash over the fields of a certificate, so that a change of any of them shows."""
    fields = {**asdict(certificaat), "aantallen": dict(certificaat.aantallen), "convenant_id": convenant_id}
    del fields["hash"]
    return sha256(json.dumps(fields, default=str, sort_keys=True).encode()).hexdigest()


def certificate_of(row: dict[str, Any]) -> Certificaat:
    """Give a certificate from its columns. Raises `ValueError` where these are none of a certificate."""
    kinds = {"soort": Houdersoort(row["soort"]), "wijze": Wijze(row["wijze"])}
    return Certificaat(**{**row, **kinds, "aantallen": json.loads(row["aantallen"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Vernietiging:
    """The tables of one file that hold a dossier or casus, and where its certificate goes.

    `uitgaand` is nothing where nothing ever leaves the file for another. `houders` has the column `vernietigen_op`:
    what has a day there is found by nothing else in the file. Where `gearchiveerd_op` has one too, it is moved and not
    destroyed.
    """

    houders: type[Any]
    stukken: type[StukTabel]
    uitgaand: type[UitgaandTabel] | None
    certificaten: type[CertificaatTabel]
    overleggen: Overleggen[Any, Any, Any] | None = None
    berichten: type[VernietigberichtTabel] | None = None

    def begin(self, pas: Pass, houder_id: UUID) -> None:
        """Mark a dossier or casus: from now on it is as if it did not exist. The first day stands."""
        self._of(houder_id).filter(vernietigen_op__isnull=True).update(vernietigen_op=pas.day)
        pas.note(houder_id)

    def withdraw(self, pas: Pass, houder_id: UUID) -> None:
        """Take the mark back; only while the key is there."""
        self._of(houder_id).update(vernietigen_op=None)
        pas.note(houder_id)

    def begin_move(self, pas: Pass, bundel: Archivering, *, houder_id: UUID) -> None:
        """Mark a dossier or casus as moved and seal its bundle: it leaves the file once that has arrived. Cov. 13.2."""
        Outbox(self._outgoing()).put(pas, bundel, houder_id=houder_id, soort=Zendsoort.ARCHIVERING)
        self._of(houder_id).update(vernietigen_op=pas.day, gearchiveerd_op=pas.day)
        pas.note(houder_id)

    def withdraw_move(self, pas: Pass, houder_id: UUID) -> None:
        """Let a dossier or casus stay after all, and drop its bundle; only while that waits."""
        uitgaand = self._outgoing()
        rows = uitgaand._default_manager.filter(houder_id=houder_id, soort=Zendsoort.ARCHIVERING.value)
        for zending_id in list(rows.values_list("id", flat=True)):
            Outbox(uitgaand).drop(pas, zending_id)
        self._of(houder_id).update(vernietigen_op=None, gearchiveerd_op=None)
        pas.note(houder_id)

    def all_ids(self) -> set[UUID]:
        """Give every dossier or casus that the file has a row of."""
        return set(self.houders._default_manager.values_list("id", flat=True))

    def marked(self) -> list[UUID]:
        """Give what is on its way out, oldest first."""
        rows = self.houders._default_manager.filter(vernietigen_op__isnull=False).order_by("vernietigen_op", "id")
        return list(rows.values_list("id", flat=True))

    def finish(  # a certificate is these fields
        self, pas: Pass, houder_id: UUID, *, soort: Houdersoort, wijze: Wijze, artikel: str, tijdperk: int
    ) -> Certificaat | None:
        """Delete every row of a dossier or casus, and put a certificate in their place; nothing where that was done."""
        houder = self._of(houder_id).values_list("convenant_id", "vernietigen_op").first()
        if houder is None or houder[1] is None:
            return None
        convenant_id, vernietigen_op = houder
        stukken = self.stukken._default_manager.filter(houder_id=houder_id)
        kinds = Counter(stukken.values_list("soort", flat=True))
        pieces = [feit_of(Kaal(*row)) for row in stukken.order_by("op", "volg").values_list(*Kaal._fields)]
        not_told = untold(pieces, soort=soort)
        if not_told:
            kinds[NOT_TOLD] = not_told
        if wijze is Wijze.VERNIETIGD:
            self._tell(pas, stukken, convenant_id=convenant_id)
        stukken.delete()
        if self.uitgaand is not None:
            self.uitgaand._default_manager.filter(houder_id=houder_id).delete()
        if self.overleggen is not None:
            self.overleggen.forget(houder_id)
        self._of(houder_id).delete()
        certificaat = Certificaat(
            id=pas.new_id(),
            soort=soort,
            wijze=wijze,
            artikel=artikel,
            aantallen={soort.value: 1, **dict(sorted(kinds.items()))},
            vernietigen_op=vernietigen_op,
            op=pas.day,
            tijdperk=tijdperk,
        )
        self._keep(pas, certificaat, convenant_id=convenant_id)
        return certificaat

    def _tell(self, pas: Pass, stukken: Any, *, convenant_id: UUID) -> None:
        """Tell each organisation that data was disclosed to that it was destroyed here. Covenant 10.5, 13.1."""
        if self.berichten is None:
            return
        seats = dict(stukken.filter(soort=CasusStuk.DEELNEMER.value).values_list("id", "organisatie_id"))
        given = stukken.filter(soort=CasusStuk.DOORVERSTREKKING.value, staat=Vraagstaat.AANGENOMEN.value)
        for disclosure_id, seat_id in given.values_list("id", "bij_id"):
            if seats.get(seat_id) is not None:
                row = self.berichten(
                    id=pas.new_id(),
                    convenant_id=convenant_id,
                    organisatie_id=seats[seat_id],
                    nummer=nummer_of(disclosure_id),
                    op=pas.day,
                )
                row.save(force_insert=True)
                pas.note(row.id)

    def told(self, convenant_id: UUID, organisatie_id: UUID, *, vanaf: date) -> list[tuple[UUID, str, date]]:
        """Give what an organisation was told to destroy since a day: the notice, its number and the day."""
        if self.berichten is None:
            return []
        rows = self.berichten._default_manager.filter(convenant_id=convenant_id, organisatie_id=organisatie_id)
        return list(rows.filter(op__gte=vanaf).order_by("op", "nummer").values_list("id", "nummer", "op"))

    def drop_told(self, pas: Pass, *, until: date) -> int:
        """Delete the notices of up to a day; tells how many."""
        if self.berichten is None:
            return 0
        rows = self.berichten._default_manager.filter(convenant_id=pas.wie.convenant.id, op__lte=until)
        for bericht_id in rows.values_list("id", flat=True):
            pas.note(bericht_id)
        gone: int = rows.delete()[0]
        return gone

    def _outgoing(self) -> type[UitgaandTabel]:
        if self.uitgaand is None:
            msg = "Nothing leaves this file."
            raise LookupError(msg)
        return self.uitgaand

    def _of(self, houder_id: UUID) -> Any:
        return self.houders._default_manager.filter(pk=houder_id)

    def _keep(self, pas: Pass, certificaat: Certificaat, *, convenant_id: UUID) -> None:
        fields = asdict(certificaat)
        fields["aantallen"] = json.dumps(fields["aantallen"])
        fields["hash"] = hash_of(certificaat, convenant_id=convenant_id)
        self.certificaten._default_manager.create(convenant_id=convenant_id, **fields)
        pas.note(certificaat.id)

    def _in(self, convenant_id: UUID, van: date | None, tot: date | None) -> Any:
        rows = self.certificaten._default_manager.filter(convenant_id=convenant_id)
        period = {"op__gte": van, "op__lte": tot}
        return rows.filter(**{name: day for name, day in period.items() if day is not None})

    def totals(
        self, convenant_id: UUID, *, van: date | None = None, tot: date | None = None
    ) -> list[tuple[Houdersoort, Wijze, str, int]]:
        """Count the certificates of a period by kind, way and article."""
        rows = self._in(convenant_id, van, tot).values_list("soort", "wijze", "artikel").annotate(n=Count("id"))
        counted = rows.order_by("soort", "wijze", "artikel")
        return [(Houdersoort(soort), Wijze(wijze), artikel, n) for soort, wijze, artikel, n in counted]

    def certificates(
        self,
        convenant_id: UUID,
        *,
        van: date | None = None,
        tot: date | None = None,
        offset: int = 0,
        limit: int = 50,
    ) -> Sequence[Certificaat]:
        """Give a page of the certificates of a covenant, newest first; with days only those from and up to them."""
        rows = self._in(convenant_id, van, tot).order_by("-op", "id")
        names = [name for name in Certificaat.__dataclass_fields__ if name != "aantallen"]
        return [certificate_of(row) for row in rows.values(*names, "aantallen")[offset : offset + limit]]
