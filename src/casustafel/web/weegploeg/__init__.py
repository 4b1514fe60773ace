"""The screens of the weegploeg: the board, a dossier in four parts, and a form for each step. Covenant 7, 8."""
