"""Signing in for real, in a browser: with an app that shows codes, and with a passkey of the browser itself."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.signing_in import code_of
from tests.story.conftest import Installation, chromium, load_people
from tests.story.person import PASSWORD, browser

pytestmark = pytest.mark.article("15.2.d")
AN_HOUR = """
import django
django.setup()
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
for row in Session.objects.all():
    store = SessionStore(row.session_key)
    for one in store.get("account_authentication_methods", []):
        one["at"] -= 3600
    if "gezien" in store:
        store["gezien"] -= 3600
    store.modified = True
    store.save()
"""
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def chrome() -> Iterator[Browser]:
    """Give a real Chromium."""
    with browser(chromium()) as started:
        yield started


def device(page: Page) -> tuple[Any, str]:
    """Give the browser a device that keeps passkeys, and whose owner opens it with a finger."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return devtools, made["authenticatorId"]


def arrive(chrome: Browser, installation: Installation, one: dict[str, Any]) -> tuple[Page, list[str]]:
    """Open a browser, and set a password with a one-time link; gives also what the browser complained of."""
    page = chrome.new_context(base_url=installation.url, locale="nl-NL").new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(one["uitnodiging"])
    page.fill('[name="new_password1"]', PASSWORD)
    page.fill('[name="new_password2"]', PASSWORD)
    send(page)
    return page, faults


def send(page: Page) -> None:
    """Send the first form of the page."""
    page.locator('main form button[type="submit"]').first.click()


def sign_out(page: Page) -> None:
    """Sign out."""
    page.locator('header form[action="/afmelden"] button').click()
    page.wait_for_url("**/aanmelden")


def begin(page: Page, email: str) -> None:
    """Give address and password."""
    page.goto("/aanmelden")
    page.fill('[name="login"]', email)
    page.fill('[name="password"]', PASSWORD)
    send(page)


def let_time_pass(installation: Installation) -> None:
    """Let every session be one that nobody touched for an hour."""
    environment = {**installation.environment(), "DJANGO_SETTINGS_MODULE": "casustafel.conf.settings"}
    done = subprocess.run([sys.executable, "-c", AN_HOUR], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_app_with_codes(founded: Installation, chrome: Browser) -> None:
    """Set up by its key, in a page that holds a picture of its own address; then a password and a code sign in."""
    one = load_people(founded)["gerda"]
    with founded.served():
        page, faults = arrive(chrome, founded, one)
        page.locator('main a[href$="/app"]').click()
        page.wait_for_load_state("load")
        assert page.locator("img.ct-qr").evaluate("e => e.decode().then(() => e.naturalWidth)") > 50
        secret = page.locator("code.ct-once").inner_text()
        page.fill('[name="code"]', code_of(secret))
        send(page)
        recovery = page.locator("ul.ct-codes code").first.inner_text()
        sign_out(page)

        begin(page, one["email"])
        assert page.url.endswith("/aanmelden/bevestigen")
        page.fill('[name="code"]', recovery)
        send(page)
        page.wait_for_url("**/geheimhouding")
        assert faults == []


def test_a_passkey(founded: Installation, chrome: Browser) -> None:
    """Made with a finger after the password of the link; it signs in alone, beside the password, and after a pause."""
    one = load_people(founded)["gerda"]
    with founded.served():
        page, faults = arrive(chrome, founded, one)
        devtools, key = device(page)
        page.locator('main a[href$="/passkey"]').click()
        page.fill('[name="name"]', "mijn werktelefoon")
        page.locator('button[data-passkey="create"]').click()
        page.wait_for_url("**/herstelcodes")
        assert len(devtools.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]) == 1
        sign_out(page)

        page.goto("/aanmelden?next=/mijn/aanmelding")
        page.locator('button[data-passkey="get"]').click()
        page.wait_for_url(lambda url: url.endswith("/mijn/aanmelding") and "?" not in url)
        assert "mijn werktelefoon" in page.locator("main").inner_text()
        let_time_pass(founded)
        page.goto("/mijn/aanmelding")
        assert "mijn werktelefoon" not in page.locator("main").inner_text()
        page.locator('button[data-passkey="get"]').click()
        page.locator("main", has_text="mijn werktelefoon").wait_for()
        sign_out(page)

        begin(page, one["email"])
        page.locator('button[data-passkey="get"]').click()
        page.wait_for_url("**/geheimhouding")
        assert [fault for fault in faults if "403" not in fault] == []

        devtools.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
        sign_out(page)
        page.goto("/aanmelden")
        page.locator('button[data-passkey="get"]').click()
        page.locator("[data-passkey-fault]").first.wait_for(state="visible")
