"""Who: covenants, parties, annexes, people, authorisations, confidentiality. No casework."""
