"""The examples under deploy/: each runs the night's work, by the command that there is, in Dutch time."""

import shlex
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from casustafel.conf.lists import COMMANDS

DEPLOY = Path(__file__).parents[2] / "deploy"


def night_of(command: str) -> bool:
    """Tell whether a command line runs the night's work, with an option that the command knows or without any."""
    program, name, *options = shlex.split(command)
    return program.endswith("casustafel") and name == "nachtwerk" in COMMANDS and set(options) <= {"--json"}


def unit(name: str) -> ConfigParser:
    """Read a unit of systemd."""
    found = ConfigParser(interpolation=None, strict=True)
    found.optionxform = str  # type: ignore[assignment,method-assign]  # names of settings keep their capitals
    assert found.read(DEPLOY / "systemd" / name)
    return found


@pytest.mark.article("13.1")
class TestTheExamples:
    """A timer of each kind."""

    def test_cron_runs_it_as_its_own_account(self) -> None:
        """Each night, with a umask that keeps files for that account."""
        lines = (DEPLOY / "cron" / "casustafel").read_text().splitlines()
        *_settings, job = [line for line in lines if line and not line.startswith("#")]
        _minute, hours, *days, account, rest = job.split(maxsplit=6)

        assert "CRON_TZ=Europe/Amsterdam" in lines
        assert (hours, days, account) == ("2,4", ["*", "*", "*"], "casustafel")
        umask, command = rest.split(" && ")
        assert umask == "umask 077"
        assert night_of(command)

    def test_systemd_runs_it_and_catches_up(self) -> None:
        """Also after a night in which the machine was off; a failed run is tried again."""
        timer, service = unit("casustafel-nachtwerk.timer"), unit("casustafel-nachtwerk.service")

        assert timer["Timer"]["OnCalendar"].endswith("Europe/Amsterdam")
        assert timer["Timer"]["Persistent"] == "true"
        assert service["Service"]["Restart"] == "on-failure"
        assert service["Service"]["UMask"] == "0077"
        assert night_of(service["Service"]["ExecStart"])

    def test_kubernetes_runs_it_without_rights(self) -> None:
        """Not as root, with nothing to write but its keys."""
        job = yaml.safe_load((DEPLOY / "kubernetes" / "nachtwerk.yaml").read_text())
        (container,) = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]

        assert job["kind"] == "CronJob"
        assert job["spec"]["timeZone"] == "Europe/Amsterdam"
        assert night_of(shlex.join(container["command"]))
        assert container["securityContext"]["readOnlyRootFilesystem"]
