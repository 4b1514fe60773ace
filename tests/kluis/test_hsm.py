"""A master key in a hardware security module: it wraps, and never leaves. Tried on SoftHSM2. Covenant 15.1."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django.fixtures import Settings

from casustafel.bestand.bestand import Bestand
from casustafel.kluis import store
from casustafel.kluis.hoofdsleutel import FILE, hoofdsleutel
from casustafel.kluis.secret import open_secret, seal_secret
from casustafel.seal.envelope import SealBroken
from casustafel.seal.hsm import HsmMasterKey, Token
from casustafel.seal.keys import KeyMissing

pytestmark = pytest.mark.article("15.1")

LIBRARIES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
LIBRARY = next((path for path in LIBRARIES if Path(path).exists()), "")
needs_softhsm = pytest.mark.skipif(
    not LIBRARY or which("softhsm2-util") is None, reason="no SoftHSM2: install the Debian package softhsm2"
)
KEY, PLACE = bytes(range(32)), b"epoch|1"


@pytest.fixture(scope="module")
def uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a key in a new token, that of this file alone."""
    folder = tmp_path_factory.mktemp("hsm")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n")
    (folder / "pin").write_text("0000-verzonnen\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        command = ["softhsm2-util", "--init-token", "--free", "--label", "tafel", "--so-pin", "1111-verzonnen"]
        subprocess.run([*command, "--pin", "0000-verzonnen"], check=True, capture_output=True)
        yield f"pkcs11:token=tafel;object=hoofdsleutel?module-path={LIBRARY}&pin-source=file:{folder / 'pin'}"


@pytest.fixture
def master(uri: str) -> HsmMasterKey:
    """Give the key, made where it is not there."""
    made = HsmMasterKey(Token.parse(uri))
    made.make()
    return made


@needs_softhsm
class TestAKeyInAModule:
    """A token with a key of ours."""

    def test_wraps_and_unwraps_for_one_place(self, master: HsmMasterKey) -> None:
        """What was wrapped for a place opens there, and nowhere else; no two wrappings are alike."""
        wrapped = master.wrap(KEY, place=PLACE)

        assert KEY not in wrapped
        assert wrapped != master.wrap(KEY, place=PLACE)
        assert master.unwrap(wrapped, place=PLACE) == KEY
        with pytest.raises(SealBroken):
            master.unwrap(wrapped, place=b"epoch|2")

    def test_notices_every_byte_that_was_changed(self, master: HsmMasterKey) -> None:
        """Also that of the nonce and of the tag, and a part that was cut off."""
        wrapped = master.wrap(KEY, place=PLACE)

        for at in range(len(wrapped)):
            with pytest.raises(SealBroken):
                master.unwrap(wrapped[:at] + bytes([wrapped[at] ^ 1]) + wrapped[at + 1 :], place=PLACE)
        with pytest.raises(SealBroken):
            master.unwrap(wrapped[:-1], place=PLACE)

    def test_is_made_once(self, master: HsmMasterKey) -> None:
        """Making it again leaves what it wrapped open."""
        wrapped = master.wrap(KEY, place=PLACE)
        master.make()

        assert master.unwrap(wrapped, place=PLACE) == KEY

    def test_never_leaves_the_module(self, master: HsmMasterKey) -> None:
        """Not even we can read it."""
        with master._opened() as (pkcs11, session):  # noqa: SLF001  # what the module itself says of the key
            (found,) = session.get_objects({pkcs11.Attribute.LABEL: "hoofdsleutel"})
            assert found[pkcs11.Attribute.SENSITIVE] is True
            assert found[pkcs11.Attribute.EXTRACTABLE] is False
            with pytest.raises(pkcs11.exceptions.PKCS11Error):
                _value = found[pkcs11.Attribute.VALUE]

    def test_is_there_in_a_process_that_was_forked(self, master: HsmMasterKey) -> None:
        """A server forks its workers after the first use."""
        wrapped = master.wrap(KEY, place=PLACE)
        child = os.fork()
        if child == 0:
            os._exit(0 if master.unwrap(wrapped, place=PLACE) == KEY else 1)

        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

    @pytest.mark.parametrize(("part", "other"), [("hoofdsleutel", "een-andere"), ("token=tafel", "token=weg")])
    def test_says_that_a_key_or_token_is_not_there(self, uri: str, part: str, other: str) -> None:
        """In words without the PIN."""
        with pytest.raises(KeyMissing) as raised:
            HsmMasterKey(Token.parse(uri.replace(part, other))).wrap(KEY, place=PLACE)
        assert "0000" not in str(raised.value)


@needs_softhsm
@pytest.mark.django_db(databases="__all__")
class TestAnInstallationWithAModule:
    """`CASUSTAFEL_HSM` names the key."""

    def test_keeps_no_master_key_in_a_file(self, uri: str, settings: Settings, tmp_path: Path) -> None:
        """Dossier keys, secrets of signing in and the key of the logs all open under the module's key."""
        settings.CASUSTAFEL_HSM = uri
        settings.CASUSTAFEL_KEYS, settings.CASUSTAFEL_RESERVE = tmp_path, tmp_path / "reserve"
        store.make_keys()
        dossier_id = uuid4()
        made = store.Sleutels(Bestand.WEEGPLOEG, ())
        made.make(dossier_id)

        assert store.Sleutels(Bestand.WEEGPLOEG, [dossier_id]).key(dossier_id) == made.key(dossier_id)
        assert open_secret(seal_secret("geheim", place="a"), place="a") == "geheim"
        assert store.log_signer().sign(b"x")
        assert not (tmp_path / FILE).exists()


class TestTheAddress:
    """What an operator types."""

    @pytest.mark.parametrize(
        ("uri", "lacks"),
        [
            ("pkcs11:token=a;object=b?module-path=/c", "pin-source"),
            ("pkcs11:object=b?module-path=/c&pin-source=/d", "token"),
            ("token=a;object=b?module-path=/c&pin-source=/d", "pkcs11:"),
        ],
    )
    def test_is_refused_with_what_it_lacks(self, uri: str, lacks: str, settings: Settings) -> None:
        """Before anything is wrapped with something else."""
        settings.CASUSTAFEL_HSM = uri
        with pytest.raises(ImproperlyConfigured, match=lacks):
            hoofdsleutel()

    def test_may_hold_what_stands_for_a_sign(self) -> None:
        """As RFC 7512 writes a space."""
        found = Token.parse("pkcs11:token=de%20tafel;object=b?module-path=/c&pin-source=file:/d")
        assert (found.token, str(found.pin_file)) == ("de tafel", "/d")
