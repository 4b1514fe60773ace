"""Checkpoints are signed notes, and the checker needs no package to tell a true one from another."""

from base64 import b64encode
from random import Random

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from casustafel.ledger.checker import (
    Broken,
    Checkpoint,
    Verifier,
    canonical,
    is_signed,
    read_checkpoint,
    read_verifier,
)
from casustafel.ledger.note import SoftSigner, new_private_key, sign_checkpoint, sign_note, verifier_of

pytestmark = pytest.mark.article("15.2.e")
NAME = "casustafel/proef"
SIGNER = SoftSigner(bytes(range(32)))
VERIFIER = verifier_of(NAME, SIGNER)
POINT = Checkpoint(origin=NAME, size=7, root=bytes(range(32)))
NOTE = sign_checkpoint(POINT, signer=SIGNER)


class TestSignatures:
    """Ed25519 in plain Python, beside that of a well-known package."""

    def test_a_known_answer(self) -> None:
        """The second example of RFC 8032, 7.1."""
        public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        signature = bytes.fromhex(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        )

        assert is_signed(b"\x72", signature=signature, public=public)
        assert not is_signed(b"\x73", signature=signature, public=public)

    @settings(max_examples=60, deadline=None)
    @given(message=st.binary(max_size=80), seed=st.integers(0, 2**32), bit=st.integers(0, 64 * 8 - 1))
    def test_it_says_what_the_package_says(self, message: bytes, seed: int, bit: int) -> None:
        """A true signature holds in both, one with a flipped bit in neither."""
        signer = SoftSigner(Random(seed).randbytes(32))  # noqa: S311  # a test's own keys
        signature = signer.sign(message)
        broken = bytearray(signature)
        broken[bit // 8] ^= 1 << bit % 8

        assert is_signed(message, signature=signature, public=signer.public)
        assert not is_signed(message, signature=bytes(broken), public=signer.public)
        with pytest.raises(InvalidSignature):
            Ed25519PublicKey.from_public_bytes(signer.public).verify(bytes(broken), message)

    @pytest.mark.parametrize("public", [b"", b"\xff" * 32, (2**255 - 19).to_bytes(32, "little"), b"\x02" + b"\0" * 31])
    def test_what_is_no_key_signs_nothing(self, public: bytes) -> None:
        """Bytes that are no point, or not in their one right form, verify nothing."""
        assert not is_signed(b"x", signature=SIGNER.sign(b"x"), public=public)

    def test_a_signature_has_one_form(self) -> None:
        """The number in a signature is below the order of the group."""
        signature = SIGNER.sign(b"x")
        order = 2**252 + 27742317777372353535851937790883648493
        other = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")

        assert not is_signed(b"x", signature=signature[:32] + other, public=SIGNER.public)


class TestNotes:
    """A checkpoint is read as it was signed, or not at all."""

    def test_a_checkpoint_comes_back(self) -> None:
        """What was signed is what is read."""
        assert read_checkpoint(NOTE, VERIFIER) == POINT
        assert NOTE.startswith(f"{NAME}\n7\n")

    def test_a_key_comes_back(self) -> None:
        """A public key is printed on one line, with its hash, and read back."""
        assert read_verifier(f"{VERIFIER}\n") == VERIFIER

    def test_every_flipped_bit_is_found(self) -> None:
        """One bit in a checkpoint, wherever it is, and it is no checkpoint."""
        data = NOTE.encode()
        for bit in range(len(data) * 8):
            broken = bytearray(data)
            broken[bit // 8] ^= 1 << bit % 8
            with pytest.raises((Broken, UnicodeDecodeError)):
                read_checkpoint(bytes(broken).decode(), VERIFIER)

    @pytest.mark.parametrize(
        "text", ["", "x\n", f"{NAME}\n7\n", f"{NAME}\n07\n{b64encode(bytes(32)).decode()}\n", f"{NAME}\n7\nAAAA\n"]
    )
    def test_a_note_that_is_no_checkpoint(self, text: str) -> None:
        """A note under the right key with something else in it is refused."""
        with pytest.raises(Broken):
            read_checkpoint(sign_note(text, name=NAME, signer=SIGNER), VERIFIER)

    @pytest.mark.parametrize("name", ["casustafel/ander", NAME])
    def test_another_name_or_key_does_not_read_it(self, name: str) -> None:
        """A checkpoint of one log is none of another's, and another key did not sign it."""
        other = Verifier(name, VERIFIER.public if name != NAME else SoftSigner(new_private_key()).public)
        with pytest.raises(Broken):
            read_checkpoint(NOTE, other)

    @pytest.mark.parametrize("text", ["", "x", "x+00000000+AAAA", str(VERIFIER)[:-4], str(VERIFIER).replace("A", "B")])
    def test_what_is_no_public_key(self, text: str) -> None:
        """A public key whose hash does not fit is refused."""
        with pytest.raises(Broken):
            read_verifier(text)


def test_rows_are_written_in_one_way() -> None:
    """Canonical JSON (RFC 8785): names in order, no spaces, the shortest escapes."""
    row = {"b": 'é "\\/\n\x01', "a": 3, "c": None, "aa": ["x", 1]}

    assert canonical(row) == b'{"a":3,"aa":["x",1],"b":"\xc3\xa9 \\"\\\\/\\n\\u0001","c":null}'
