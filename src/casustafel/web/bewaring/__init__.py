"""The screens of retention: what falls due, what was destroyed, what the nights did. Covenant 13."""
