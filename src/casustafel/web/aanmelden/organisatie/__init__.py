"""Signing in at one's own organisation, by OpenID Connect as the Dutch profile (OIDC NL GOV) asks. Covenant 15.2.d."""
