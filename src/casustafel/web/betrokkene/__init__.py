"""The screens of requests of the person concerned: translate only. Covenant 12."""
