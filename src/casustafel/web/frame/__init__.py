"""The frame: signing in, for whom one works, what waits, people and their authorisations, the covenant itself."""
