"""Acts in the weegploeg's file. Covenant 7, 8."""
