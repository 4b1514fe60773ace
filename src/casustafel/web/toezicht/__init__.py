"""Oversight: the evidence of the logs. Covenant 15."""
