"""The non-active environment. Covenant 13.2."""
