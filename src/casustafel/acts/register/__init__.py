"""Acts in the register: covenants, people, authorisations, secrecy. Covenant 14, 15, 18."""
