"""The screens of the duty to inform, for a dossier and for a casus. Covenant 11."""
