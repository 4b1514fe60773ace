"""The screens of disclosure beyond the plan. Covenant 10.5."""
