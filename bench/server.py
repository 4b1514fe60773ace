"""A server on a loopback port: started, waited for, stopped."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
ANSWER_SECONDS = 30.0
LOG = "bench-server.log"


class ServerDied(Exception):
    """A server ended, or never listened; carries the end of its log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens. Its processes are those of one session of the operating system."""

    port: int
    session: int

    def ask(self, method: str, path: str, *, headers: Mapping[str, str], body: str | None) -> tuple[int, bytes]:
        """Send one request; return the status and the body of the answer."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=ANSWER_SECONDS)
        try:
            connection.request(method, path, body=body, headers=dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(command: Sequence[str], *, port: int, data: Path, environment: Mapping[str, str]) -> Iterator[Server]:
    """Run a server in `data`, from when it listens until the context ends."""
    log = data / LOG
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=data, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _wait(process, port=port, log=log)
        yield Server(port=port, session=process.pid)
    finally:
        _stop(process)


def _wait(process: subprocess.Popen[bytes], *, port: int, log: Path) -> None:
    """Return when the port accepts a connection."""
    limit = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < limit:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise ServerDied(f"The server does not listen. Its log ends:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to end; end what is left of its process group if it does not."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(STOP_SECONDS)
