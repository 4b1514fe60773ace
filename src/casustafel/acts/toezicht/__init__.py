"""Acts of oversight: the evidence of the logs. Covenant 15."""
