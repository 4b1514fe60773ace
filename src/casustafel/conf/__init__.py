"""How an installation is put together: settings, urls, wsgi."""
