"""The performance bench measures what it says: every operation answers well on the casework that it makes."""

import os
import subprocess
import sys
from pathlib import Path

from bench.drive import Contestant, check
from bench.request import PAGE
from bench.server import free_port, serving
from bench.side import ROOT, Casustafel

# The fewest of which the measured person sees a page, for they see three of every twenty.
SIZE = PAGE * 20 // 3 + 10


class TestCasework:
    """Casework that the bench makes, served as an operator serves it."""

    def test_every_operation_answers_as_it_should(self, tmp_path: Path) -> None:
        """A page holds fifty dossiers, one dossier opens, and a new signaal is taken in."""
        program = [sys.executable, "-m"]
        filling = [*program, "bench.casework", "--data", str(tmp_path), "--size", str(SIZE)]
        subprocess.run(filling, cwd=ROOT, check=True, timeout=120)
        requests = Casustafel().requests(data=tmp_path, size=SIZE)

        port = free_port()
        command = [*program, "casustafel", "serve", "--data", str(tmp_path), "--port", str(port), "--workers", "1"]
        with serving(command, port=port, data=tmp_path, environment=os.environ) as server:
            check(Contestant("casustafel", SIZE, server, requests))
