"""The archive: what is there, and its items one by one under a stated question. Covenant 13.2, 13.4."""
