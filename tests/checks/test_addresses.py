"""No registry address and no place on somebody's machine gets into the repository."""

from pathlib import Path

import pytest

from checks import addresses
from checks.tree import ROOT, own_files


class TestThisCheckout:
    """What would be committed from here."""

    def test_names_no_address(self) -> None:
        """Every file that git tracks or would add is looked through."""
        files = own_files(root=ROOT)

        assert ROOT / "package-lock.json" in files
        assert addresses.faults(root=ROOT, files=files) == []


class TestAFile:
    """A file in an invented checkout."""

    @pytest.mark.parametrize(
        "line",
        [
            "see https://" + "pypi" + ".org/simple",
            '"resolved"' + ': "https://somewhere/x.tgz"',
            "--extra-index" + "-url https://somewhere/simple",
            "registry" + "=https://somewhere/",
            "{root}/src",
        ],
    )
    def test_with_an_address_is_refused(self, *, line: str, tmp_path: Path) -> None:
        """The fault names the file and the line."""
        root = tmp_path / "place" / "checkout"
        root.mkdir(parents=True)
        path = root / "lock.txt"
        path.write_text("first\n" + line.replace("{root}", str(root)) + "\n", encoding="utf-8")

        found = addresses.faults(root=root, files=[path])

        assert [fault.rpartition(": ")[0] for fault in found] == ["lock.txt:2"]

    def test_with_hashes_only_passes(self, tmp_path: Path) -> None:
        """A pinned package with its hash is what a lock file holds."""
        path = tmp_path / "run.txt"
        path.write_text("django==5.2 \\\n    --hash=sha256:00\n", encoding="utf-8")

        assert addresses.faults(root=tmp_path, files=[path]) == []

    def test_named_uv_lock_is_refused(self, tmp_path: Path) -> None:
        """It would hold a registry's address sooner or later."""
        path = tmp_path / "uv.lock"
        path.write_text("", encoding="utf-8")

        assert len(addresses.faults(root=tmp_path, files=[path])) == 1
