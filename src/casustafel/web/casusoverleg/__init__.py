"""The screens of the casusoverleg: the casus, the plan, the closing. Covenant 9, 10."""
