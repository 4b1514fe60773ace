"""The hand-over between the files: each step an act of the system, gated and logged in the file it touches."""
