"""The vault of dossier keys, each wrapped under an epoch key that lives outside every database."""
