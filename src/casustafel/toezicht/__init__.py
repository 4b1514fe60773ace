"""Oversight: incidents, and what else the toezichthouder keeps. Covenant 15.2."""
