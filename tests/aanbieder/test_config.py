"""The file that configures the sign-in of organisations: whole and right, or the product does not start."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from joserfc import jwt
from joserfc.jwk import KeySet

from casustafel.web.aanmelden.organisatie.aanbieder import read_aanbieders
from casustafel.web.aanmelden.organisatie.proof import client_assertion, public_keys
from tests.aanbieder.process import CODE, write_config, write_key

pytestmark = pytest.mark.article("15.2.d")
ISSUER = "https://login.politie.example"
NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a key in it."""
    write_key(tmp_path / "politie.pem")
    return tmp_path


class TestTheFile:
    """What an operator wrote."""

    def test_it_is_read_with_what_it_leaves_out(self, folder: Path) -> None:
        """The key lies beside it; the levels are those of eIDAS, and substantial is the least."""
        one = read_aanbieders(write_config(folder, issuer=ISSUER))[CODE]

        assert (one.uitgever, one.sleutel) == (ISSUER, folder / "politie.pem")
        assert [level.rpartition("/")[2] for level in one.genoeg] == ["substantial", "high"]

    def test_a_minimum_of_its_own(self, folder: Path) -> None:
        """Levels as this provider names them, from low to high."""
        path = write_config(folder, issuer=ISSUER, niveaus=["1", "2", "3"], minimum="3")

        assert read_aanbieders(path)[CODE].genoeg == ("3",)

    @pytest.mark.parametrize(
        ("told", "fault"),
        [
            ({"issuer": "http://login.politie.example"}, "https"),
            ({"issuer": "https://"}, "https"),
            ({"issuer": "https://login.politie.example/?x=1"}, "question mark"),
            ({"code": "Politie"}, "code"),
            ({"naam": ""}, "naam"),
            ({"client_id": ""}, "client_id"),
            ({"client_secret": "x"}, "client_secret"),
            ({"organisaties": []}, "organisaties"),
            ({"organisaties": ["politie"]}, "organisaties"),
            ({"minimum": "x"}, "minimum"),
            ({"sleutel": "elsewhere.pem"}, "FileNotFoundError"),
            ({"sleutel": "aanbieders.toml"}, "no private key"),
            ({"sleutel": None}, "sleutel"),
        ],
    )
    def test_a_fault_is_told(self, folder: Path, told: dict[str, Any], fault: str) -> None:
        """And nothing is read."""
        path = write_config(folder, **{"issuer": ISSUER, **told})

        with pytest.raises(ImproperlyConfigured, match=fault):
            read_aanbieders(path)

    def test_a_weak_key_is_refused(self, tmp_path: Path) -> None:
        """RSA of 2048 bits or more, or P-256."""
        write_key(tmp_path / "politie.pem", bits=1024)

        with pytest.raises(ImproperlyConfigured, match="2048"):
            read_aanbieders(write_config(tmp_path, issuer=ISSUER))

    def test_a_code_is_used_once(self, folder: Path) -> None:
        """Two of the same name could not be told apart."""
        path = write_config(folder, issuer=ISSUER)
        path.write_text(path.read_text() * 2)

        with pytest.raises(ImproperlyConfigured, match="twice"):
            read_aanbieders(path)

    @pytest.mark.parametrize("text", ["x", "x = 1", "aanbieder = 1", "aanbieder = [1]", ""])
    def test_what_is_no_such_file_is_refused(self, folder: Path, text: str) -> None:
        """No TOML, or something else in it."""
        path = folder / "aanbieders.toml"
        path.write_text(text)

        with pytest.raises(ImproperlyConfigured):
            read_aanbieders(path)
        with pytest.raises(ImproperlyConfigured):
            read_aanbieders(folder / "none.toml")


@pytest.mark.parametrize(("curve", "alg"), [(False, "PS256"), (True, "ES256")])
def test_an_installation_shows_that_it_is_itself(tmp_path: Path, curve: bool, alg: str) -> None:
    """A statement for one provider, that holds for a minute; its key is published without its secret."""
    write_key(tmp_path / "politie.pem", curve=curve)
    one = read_aanbieders(write_config(tmp_path, issuer=ISSUER))[CODE]
    made = client_assertion(one, audience=f"{ISSUER}/token", jti="once", at=NOW)
    token = jwt.decode(made, KeySet.import_key_set(public_keys(one)), algorithms=[alg])

    assert "d" not in public_keys(one)["keys"][0]
    assert token.claims == {
        "iss": one.client_id,
        "sub": one.client_id,
        "aud": f"{ISSUER}/token",
        "jti": "once",
        "iat": int(NOW.timestamp()),
        "exp": int(NOW.timestamp()) + 60,
    }
