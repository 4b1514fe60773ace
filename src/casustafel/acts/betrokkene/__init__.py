"""Acts for the person concerned: informing, requests, the overview. Covenant 11, 12."""
