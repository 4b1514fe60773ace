"""The screens of the archive: translate only. Covenant 13.2, 13.4."""
