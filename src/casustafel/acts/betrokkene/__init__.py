"""The rights of the person concerned: requests, and the overview that answers one. Covenant 12."""
