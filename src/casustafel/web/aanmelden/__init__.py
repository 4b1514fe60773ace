"""Signing in: a password and a second factor, or a passkey; over django-allauth, in our own pages. Covenant 15.2.d."""
