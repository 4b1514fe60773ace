"""File 2: the casus, its participants, the plan and its progress. Covenant 9, 10."""
