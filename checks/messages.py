"""Every message of the screens has a Dutch text: none missing, none empty, none in doubt.

What is in the sources is found by Django's makemessages in a copy, which needs GNU gettext; without it that half is
skipped, and says so. The catalogue itself is always read.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from checks.tree import ROOT

SOURCES = ROOT / "src" / "casustafel"

Key = tuple[str | None, str | tuple[str, ...]]


def messages(path: Path) -> Iterator[tuple[Key, Message]]:
    """Yield the messages of a catalogue by context and English text, without its header."""
    with path.open("rb") as file:
        for message in read_po(file):
            if message.id:
                yield (message.context, _plain(message.id)), message


def _plain(text: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    """Return a message's English text as something that can be a key."""
    return text if isinstance(text, str) else tuple(text)


def dutch(*, sources: Path) -> dict[Key, Message]:
    """Return the messages of all Dutch catalogues under `sources`."""
    paths = sorted(sources.glob("**/locale/nl/LC_MESSAGES/*.po"))
    return {key: message for path in paths for key, message in messages(path)}


def faults_of_catalogue(catalogue: dict[Key, Message]) -> list[str]:
    """Return a line for each message whose Dutch is empty or marked as in doubt."""
    found = []
    for (_, text), message in catalogue.items():
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
        if not all(string.strip() for string in strings):
            found.append(f"empty: {text!r}")
        elif message.fuzzy:
            found.append(f"fuzzy: {text!r}")
    return found


def extracted(*, sources: Path) -> set[Key]:
    """Return the messages that Django finds in the code and templates under `sources`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sources"
        ignore = shutil.ignore_patterns("locale", "__pycache__", "static")
        shutil.copytree(sources, copy, ignore=ignore)
        # One catalogue for all: Django writes into the nearest folder of this name.
        (copy / "locale").mkdir()
        options = ["--locale=nl", "--extension=html,txt,py", "--no-location"]
        command = [sys.executable, "-m", "django", "makemessages", *options]
        plain = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        done = subprocess.run(command, cwd=copy, env=plain, check=False, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"makemessages failed:\n{done.stdout}{done.stderr}")
        made = copy / "locale" / "nl" / "LC_MESSAGES" / "django.po"
        return {key for key, _ in messages(made)} if made.exists() else set()


def faults(*, sources: Path) -> list[str]:
    """Return a line for each message without a good Dutch text."""
    catalogue = dutch(sources=sources)
    found = faults_of_catalogue(catalogue)
    if shutil.which("xgettext") is None:
        print("Looking for missing messages was skipped: gettext is not installed (Debian: apt-get install gettext).")
        return found
    missing = extracted(sources=sources) - set(catalogue)
    return found + sorted(f"missing: {text!r}" for _, text in missing)


def main() -> int:
    """Print the faults; return 1 if there are any."""
    found = faults(sources=SOURCES)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
