"""The evidence of the logs over the API: the paths of C2SP tlog-tiles, behind the token. Covenant 15.2.e."""

from base64 import b64encode

import pytest
from django.test import Client

from casustafel.acts.toezicht.verzegelen import seal_logs
from casustafel.demo.table import Table
from casustafel.ledger.checker import check_tiles, open_note, read_checkpoint, read_verifier, tile_path
from casustafel.ledger.note import SoftSigner
from casustafel.weegploeg.models import LogBlad
from tests.api.caller import Caller
from tests.api.conftest import Callers

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.article("15.2.e")]
BASE = "/v1/logboeken/weegploeg"
SIGNER = SoftSigner(bytes(range(32)))


def raw(caller: Caller, path: str) -> tuple[int, bytes, str]:
    """Read bytes."""
    response = Client().get(path, headers={"authorization": f"Bearer {caller.token}"})
    assert response.headers["API-Version"]
    assert response.headers["Cache-Control"] == "no-store"
    return response.status_code, response.content, response.headers["Content-Type"]


@pytest.fixture
def petra(callers: Callers, dossier: str, table: Table) -> Caller:
    """Give the representative of the police, on a log that was sealed."""
    one = callers("petra")
    one.shown(dossier)
    seal_logs(table.edge(0))
    return one


class TestTiles:
    """Any client that knows C2SP can follow the log."""

    def test_a_client_rebuilds_the_root(self, petra: Caller) -> None:
        """Checkpoint and tiles are enough to compute what was signed."""
        status, note, kind = raw(petra, f"{BASE}/checkpoint")
        key = petra.shown("/v1/logboeken")["logboeken"][1]["sleutel"]
        point = read_checkpoint(note.decode(), read_verifier(key))

        leaves = check_tiles(lambda path: raw(petra, f"{BASE}/{path}")[1], [point])

        assert (status, kind) == (200, "text/plain; charset=utf-8")
        assert leaves == [bytes(leaf.hash) for leaf in LogBlad.objects.order_by("plaats")]

    def test_part_of_a_tile_may_be_asked(self, petra: Caller) -> None:
        """A narrower tile is the beginning of a wider one, for what was sealed stays."""
        one, two = (raw(petra, f"{BASE}/tile/0/000.p/{width}")[1] for width in (1, 2))

        assert two.startswith(one)
        assert (len(one), len(two)) == (32, 64)

    @pytest.mark.parametrize(
        "path",
        ["tile/0/000", "tile/0/001.p/1", "tile/0/0.p/1", "tile/0/000.p/0", "tile/00/000", "tile/x", "tile/0/000.p/256"],
    )
    def test_what_is_not_there_is_not_there(self, petra: Caller, path: str) -> None:
        """A tile that is not filled, or a path in another form."""
        assert raw(petra, f"{BASE}/{path}")[0] == 404

    def test_own_rows_are_signed_as_a_whole(self, petra: Caller) -> None:
        """The export comes with its statement."""
        status, data, _kind = raw(petra, f"{BASE}/uitvoer")

        assert status == 200
        assert b'"verklaring"' in data.splitlines()[-1]


class TestWhoHasThem:
    """Kernpartijen in the weegploeg and oversight."""

    def test_for_others_it_is_not_there(self, petra: Caller, callers: Callers) -> None:
        """A casuspartij gets the bytes of what does not exist."""
        assert petra.token
        rik = callers("rik")
        nothing = raw(rik, "/v1/nergens")

        assert {raw(rik, f"{BASE}/{path}") for path in ("checkpoint", tile_path(0, 0, 1), "uitvoer")} == {nothing}
        assert rik.get("/v1/logboeken").status == 404

    def test_without_a_token_there_is_nothing(self, petra: Caller) -> None:
        """Hashes are no secret, and still no public matter."""
        assert petra.token
        assert Caller("").get(f"{BASE}/checkpoint").status == 401
        assert Caller("x").call("POST", f"{BASE}/checkpoint", {}).status == 405


class TestSigningToo:
    """A kernpartij sends its signature."""

    def test_it_stands_beside_the_checkpoint(self, petra: Caller) -> None:
        """Signed with the organisation's own key, it is kept and shown."""
        note = raw(petra, f"{BASE}/checkpoint")[1].decode()
        key = petra.shown("/v1/logboeken")["logboeken"][1]["sleutel"]
        text = "\n".join(open_note(note, read_verifier(key))) + "\n"
        body = {
            "grootte": int(text.split("\n")[1]),
            "sleutel": b64encode(SIGNER.public).decode(),
            "handtekening": b64encode(SIGNER.sign(text.encode())).decode(),
        }

        petra.made("POST", f"{BASE}/medeondertekeningen", body)

        (afgifte,) = petra.shown("/v1/logboeken")["logboeken"][1]["afgiften"]
        assert afgifte["isMedeondertekend"]
        wrong = petra.post(f"{BASE}/medeondertekeningen", {**body, "handtekening": "AAAA"})
        assert wrong.faults == {("15.2.e", "15.2.e-handtekening", "/handtekening")}
