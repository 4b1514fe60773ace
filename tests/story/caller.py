"""Somebody with a program: signs in once to make a personal token, and goes on over the API."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import Any

from tests.signing_in import code_for

PASSWORD = "een lang verzonnen wachtwoord"
MARK = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
TOKEN = re.compile(r"<code[^>]*>([^<]+)</code>")


class Caller:
    """One of the invented people, with a token."""

    def __init__(self, url: str, *, link: str) -> None:
        """Set a password and a second factor with the one-time link, accept the secrecy text, make a token."""
        self._url = url
        self._jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self._form(link, new_password1=PASSWORD, new_password2=PASSWORD)
        self._form("/mijn/aanmelding/app", code=code_for)
        self._form("/geheimhouding", versie="voorbeeld-1", aanvaard="on")
        (self.token,) = TOKEN.findall(self._form("/mijn/tokens", naam="verzonnen"))

    def _page(self, path: str) -> str:
        text: str = self._jar.open(self._url + path).read().decode()
        return text

    def _form(self, path: str, **fields: str | Callable[[str], str]) -> str:
        page = self._page(path)
        (mark, *_more) = MARK.findall(page)
        typed = {name: value(page) if callable(value) else value for name, value in fields.items()}
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": mark, **typed}).encode()
        request = urllib.request.Request(self._url + path, data=data, headers={"Referer": self._url})
        text: str = self._jar.open(request).read().decode()
        return text

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """Call the API; gives the status and what was answered."""
        data = json.dumps(body).encode() if body is not None else None
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **headers}
        request = urllib.request.Request(f"{self._url}/v1{path}", data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.loads(refused.read())

    def get(self, path: str) -> Any:
        """Read what must be there."""
        status, answer = self.call("GET", path)
        assert status == 200, answer
        return answer

    def do(self, method: str, path: str, **body: Any) -> Any:
        """Do what must be allowed."""
        status, answer = self.call(method, path, body)
        assert status in {200, 201, 204}, answer
        return answer

    def change(self, method: str, holder: str, path: str, **body: Any) -> Any:
        """Do what must be allowed, on the version that the holder has now."""
        return self.do(method, holder + path, versie=self.get(holder)["versie"], **body)
