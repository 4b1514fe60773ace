"""Requests of the person concerned. Covenant 12."""
