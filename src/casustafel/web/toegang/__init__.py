"""Who may see a dossier or a casus, and who is kept away, on the screens. Covenant 15.2.b."""
