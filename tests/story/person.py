"""Somebody with a browser of their own, who fills in forms as people do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.canary import Canaries
from tests.signing_in import code_for

PASSWORD = "een lang verzonnen wachtwoord"


class Person:
    """One of the invented people, at a screen."""

    def __init__(self, browser: Browser, *, url: str, canaries: Canaries) -> None:
        """Open a browser that nobody used before."""
        self.page: Page = browser.new_context(base_url=url).new_page()
        self._canaries = canaries

    def sign_in(self, *, link: str) -> None:
        """Set a password and a second factor with the one-time link, and accept the secrecy text."""
        self.page.goto(link)
        self.fill(new_password1=PASSWORD, new_password2=PASSWORD)
        self.follow("/mijn/aanmelding/app")
        self.fill(code=code_for(self.page.content()))
        self.page.locator("main a.nl-button").click()
        assert self.page.url.endswith("/geheimhouding"), self.page.url
        self.page.locator("main input[type=checkbox]").check()
        self.submit()

    def goto(self, path: str) -> str:
        """Go to a page and read it."""
        self.page.goto(path)
        return self.text()

    def text(self) -> str:
        """Read the page as a person sees it."""
        return self.page.locator("main").inner_text()

    def follow(self, suffix: str) -> None:
        """Follow the first link on the page whose address ends like this: what is not offered cannot be followed."""
        self.page.locator(f'main a[href$="{suffix}"]').first.click()

    def submit(self) -> None:
        """Send the form."""
        self.page.locator('main form button[type="submit"]').first.click()

    def fill(self, **given: Any) -> None:
        """Fill in the form on the page: what is given, and a canary in every other text; then send it."""
        form = self.page.locator("main form", has=self.page.locator('button[type="submit"]')).first
        for name, value in given.items():
            self._give(form, name, value)
        for one in form.locator('textarea:visible, input[type="text"]:visible').all():
            name = one.get_attribute("name") or ""
            if name not in given and not name.endswith("_op") and not one.input_value():
                one.fill(self._canaries.word(f"screen.{name}"))
        self.submit()

    def check_and_save(self) -> None:
        """Look at one's answers once more, then save."""
        self.submit()

    def _give(self, form: Locator, name: str, value: Any) -> None:
        values = value if isinstance(value, list) else [value]
        kind = form.locator(f'[name="{name}"]').first
        tag = kind.evaluate("e => e.tagName + '/' + e.type")
        if tag == "SELECT/select-one":
            kind.select_option(str(value))
        elif tag in {"INPUT/radio", "INPUT/checkbox"}:
            for one in values:
                chosen = f'[name="{name}"]' if one is True else f'[name="{name}"][value="{one}"]'
                form.locator(chosen).check()
        else:
            kind.fill(str(value))


@contextmanager
def browser(executable: str) -> Iterator[Browser]:
    """Start Chromium, which asks nobody outside this machine for anything."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=quiet)
        try:
            yield started
        finally:
            started.close()
