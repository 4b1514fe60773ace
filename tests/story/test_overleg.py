"""Two people at a meeting, each with a browser of their own: one takes a position, the other sees it appear."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.story.conftest import Installation, chromium
from tests.story.person import browser

SECONDS = 20_000


@pytest.fixture
def chrome() -> Iterator[Browser]:
    """Start Chromium, or skip where there is none."""
    with browser(chromium()) as started:
        yield started


def _sign_in(chrome: Browser, installation: Installation, one: dict[str, Any]) -> Page:
    page = chrome.new_context(base_url=installation.url, locale="nl-NL").new_page()
    page.goto("/demo")
    page.locator("main li, main article", has_text=one["naam"]).locator("button").first.click()
    return page


def _plan(page: Page, *, day: str) -> str:
    """Plan a meeting of the weegploeg with everything that is being weighed, begin it, and give its address."""
    page.goto("/overleg/weegploeg/nieuw")
    page.fill('[name="op"]', day)
    page.fill('[name="van"]', "10:00")
    page.select_option('[name="plaats_id"]', "-")
    page.locator('main button[type="submit"]').first.click()
    address = page.url
    page.locator('main a[href$="/onderwerpen"]').click()
    page.locator("main label", has_text="In weging").first.click()
    page.locator('main form button[type="submit"]').first.click()
    page.locator('button[value="beginnen"]').click()
    return address


def test_a_position_appears_on_the_other_screen(installation: Installation, chrome: Browser) -> None:
    """The gemeente leads, the politie takes its position; nobody reloads a page."""
    loaded = installation.command("demo", "load", "--json")
    assert loaded.returncode == 0, loaded.stderr
    people = {one["email"].partition("@")[0]: one for one in json.loads(loaded.stdout)}
    with installation.served():
        gerda = _sign_in(chrome, installation, people["gerda"])
        petra = _sign_in(chrome, installation, people["petra"])
        faults: list[str] = []
        petra.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        day = gerda.evaluate("new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Amsterdam'}).format(new Date())")
        address = _plan(gerda, day=day)

        petra.goto(f"{address}/bespreken")
        expect(petra.locator("#onderwerp")).to_have_text("Tussen twee onderwerpen")
        gerda.goto(f"{address}/bespreken")
        gerda.locator('button[value="bespreken"]').first.click()
        subject = gerda.locator("#onderwerp").inner_text()
        expect(petra.locator("#onderwerp")).to_have_text(subject, timeout=SECONDS)
        before = gerda.locator(".ct-position--given").count()

        petra.locator('main a[href*="/standpunt?overleg="]').click()
        petra.locator('[name="uitkomst"][value="niet-agenderen"]').check()
        petra.fill('[name="motivering"]', "Dit is niet genoeg (verzonnen).")
        petra.locator('main form button[type="submit"]').first.click()

        expect(petra).to_have_url(f"{address}/bespreken")
        expect(gerda.locator(".ct-position--given")).to_have_count(before + 1, timeout=SECONDS)
        assert faults == []
