"""Signing in at one's own organisation for real: a browser, a provider, and what comes back when something is wrong."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.aanbieder.process import CODE, NAAM, Provider, running, write_config, write_key
from tests.story.conftest import Installation, chromium, free_port, load_people
from tests.story.person import browser
from tests.story.test_passkey import let_time_pass, sign_out

pytestmark = pytest.mark.article("15.2.d")
BACK = f"/aanmelden/organisatie/{CODE}/terug"
BUTTON = f"Inloggen bij {NAAM}"
REFUSED = "U bent niet ingelogd"
WHO = "p.etra"
WRONG = {
    "nonce": "nonce",
    "audience": "audience",
    "signature": "signature",
    "none": "signature",
    "level": "level",
    "issuer": "issuer",
    "expired": "expired",
    "userinfo": "userinfo",
    "state": "state",
}


@pytest.fixture
def chrome() -> Iterator[Browser]:
    """Give a real Chromium."""
    with browser(chromium()) as started:
        yield started


@contextmanager
def beside(founded: Installation) -> Iterator[Provider]:
    """Run the provider of the police beside an installation that knows it."""
    folder: Path = founded.folder
    key = write_key(folder / "politie.pem")
    with running(port=free_port(), key=key, callback=f"{founded.url}{BACK}") as provider:
        founded.more["CASUSTAFEL_AANBIEDERS"] = str(write_config(folder, issuer=provider.issuer))
        yield provider


def open_page(chrome: Browser, founded: Installation) -> tuple[Page, list[str]]:
    """Open a browser that nobody used before; gives also what it complains of."""
    page = chrome.new_context(base_url=founded.url, locale="nl-NL").new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    return page, faults


def sign_in_there(page: Page, provider: Provider, *, who: str = WHO) -> None:
    """Press the button, and sign in at the provider."""
    page.get_by_role("button", name=BUTTON).click()
    page.wait_for_url(f"{provider.issuer}/**")
    page.fill('[name="who"]', who)
    page.get_by_role("button", name="Aanmelden").click()


def begin(page: Page, one: dict[str, Any], provider: Provider) -> None:
    """Follow the one-time link, choose the organisation, and accept the secrecy text."""
    page.goto(one["uitnodiging"])
    sign_in_there(page, provider)
    page.wait_for_url("**/geheimhouding")
    page.locator("main input[type=checkbox]").check()
    page.locator('main form button[type="submit"]').first.click()
    page.wait_for_load_state("load")


def test_the_whole_way(founded: Installation, chrome: Browser) -> None:
    """With the link, with the button, and once more for a decision: what was typed waits in its own window."""
    one = load_people(founded)["petra"]
    with beside(founded) as provider, founded.served():
        page, faults = open_page(chrome, founded)
        begin(page, one, provider)
        page.goto("/mijn/aanmelding")
        assert NAAM in page.locator("main").inner_text()
        sign_out(page)

        page.goto("/aanmelden?next=/mijn/tokens")
        sign_in_there(page, provider)
        page.wait_for_url("**/mijn/tokens")
        let_time_pass(founded)
        page.goto("/mijn/aanmelding")
        assert "Hier is een tijd niets gedaan" in page.locator("main").inner_text()
        with page.context.expect_page() as opened:
            page.get_by_role("button", name=BUTTON).click()
        other = opened.value
        other.wait_for_url(f"{provider.issuer}/**")
        other.fill('[name="who"]', WHO)
        other.get_by_role("button", name="Aanmelden").click()
        other.get_by_role("heading", name="U bent het").wait_for()
        page.get_by_role("button", name="Verder").click()
        page.wait_for_url("**/mijn/aanmelding")
        assert NAAM in page.locator("main").inner_text()
        assert [fault for fault in faults if "403" not in fault] == []


def test_what_is_wrong_lets_nobody_in(founded: Installation, chrome: Browser) -> None:
    """Each wrong answer, and one that nobody asked for: the same page, and a reason in the log."""
    one = load_people(founded)["petra"]
    with beside(founded) as provider, founded.served():
        page, _faults = open_page(chrome, founded)
        begin(page, one, provider)
        sign_out(page)
        for what in WRONG:
            provider.wrong(what)
            page.goto("/aanmelden")
            sign_in_there(page, provider)
            page.get_by_role("heading", name=REFUSED).wait_for()
        provider.wrong("")
        page.goto(f"{BACK}?code=x&state=y")
        assert REFUSED in page.locator("main").inner_text()
        page.goto("/convenant")
        assert urlsplit(page.url).path == "/aanmelden"

        told = re.findall(rf"Signing in by {CODE} was refused: ([\w-]+)", (founded.folder / "serve.log").read_text())
        assert told == [*WRONG.values(), "state"]
