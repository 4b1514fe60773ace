"""Meetings of the weegploeg and of the casusoverleg: each act exists once for each board, in its own file."""
