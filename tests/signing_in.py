"""Sign somebody in for a test, as a second factor just now would have done; and the codes that an app would show."""

import re
import time
from uuid import UUID

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from django.test import Client

SECRET = re.compile(r'<code class="ct-once">([A-Z2-7 ]{32,})</code>')
PERIOD = 30


def sign_in(client: Client, medewerker_id: UUID, *, seconds_ago: float = 0) -> Client:
    """Sign somebody in who showed a second factor a while ago."""
    client.force_login(get_user_model()._default_manager.get(pk=medewerker_id))
    session = client.session
    moment = time.time() - seconds_ago
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": moment}]
    session["account_authentication_methods_user"] = str(medewerker_id)
    session.save()
    return client


def code_for(page: str, *, periods: int = 0) -> str:
    """Give the code of an app that scanned the key on a page, some periods of half a minute from now."""
    found = SECRET.search(page)
    assert found is not None, page
    return code_of(found[1], periods=periods)


def code_of(secret: str, *, periods: int = 0) -> str:
    """Give the code of an app with this key, some periods of half a minute from now."""
    shown: str = format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // PERIOD + periods))
    return shown
