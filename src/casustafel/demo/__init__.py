"""The invented municipality: an example covenant, people, and dossiers in every state. Nothing here is real."""
