"""Acts in the casusoverleg's file. Covenant 9, 10."""
