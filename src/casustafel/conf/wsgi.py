"""The WSGI application, for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from casustafel.bestand.gebruik import use

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casustafel.conf.settings")
use()
application = get_wsgi_application()
