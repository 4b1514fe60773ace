"""Who may come near a dossier or a casus, and who is kept away from it. Covenant 15.2.b."""
