"""File 1: signals, their analysis and the decision. Covenant 7, 8."""
