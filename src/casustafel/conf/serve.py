"""Serve an installation on one machine: gunicorn for the screens and the API, the relay beside it."""

import signal
import subprocess
import sys
import time
from types import FrameType

LOOK_SECONDS = 0.5
Process = subprocess.Popen[bytes]


def serve(*, port: int, workers: int) -> int:
    """Serve on 127.0.0.1 until stopped; gives the exit code of the web server. A relay that died is started anew."""
    signal.signal(signal.SIGTERM, _stop)
    web, relay = _web(port=port, workers=workers), _relay()
    try:
        while web.poll() is None:
            if relay.poll() is not None:
                relay = _relay()
            time.sleep(LOOK_SECONDS)
    except KeyboardInterrupt:
        return 0
    finally:
        for process in (web, relay):
            process.terminate()
            process.wait(timeout=30)
    return web.returncode


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Stop on SIGTERM as on Ctrl-C."""
    raise KeyboardInterrupt


def _web(*, port: int, workers: int) -> Process:
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", str(workers)]
    command += ["--umask", "0o077", "--log-level", "warning", "casustafel.conf.wsgi:application"]
    return subprocess.Popen(command)  # noqa: S603  # our own server


def _relay() -> Process:
    return subprocess.Popen([sys.executable, "-m", "casustafel", "relay", "--follow"])  # our own command
