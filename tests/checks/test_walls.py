"""The import contract has no holes."""

from configparser import ConfigParser

from checks.tree import ROOT


def contracts() -> ConfigParser:
    """Return the import contracts as written."""
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


class TestContracts:
    """What .importlinter says."""

    def test_no_import_is_excused(self) -> None:
        """`ignore_imports` is written down everywhere, and empty everywhere."""
        parser = contracts()
        ours = [section for section in parser.sections() if section.startswith("importlinter:contract:")]

        assert ours
        assert {section: parser[section]["ignore_imports"].strip() for section in ours} == dict.fromkeys(ours, "")

    def test_the_rooms_are_all_of_them(self) -> None:
        """A room that is not in the picture breaks the contract."""
        assert contracts()["importlinter:contract:rooms"]["exhaustive"] == "True"

    def test_the_ledger_is_product_free_once_it_exists(self) -> None:
        """The tool cannot name a room that is still to come, so this test asks for it."""
        exists = (ROOT / "src" / "casustafel" / "ledger").is_dir()
        sources = contracts()["importlinter:contract:product_free"]["source_modules"].split()

        assert ("casustafel.ledger" in sources) == exists
