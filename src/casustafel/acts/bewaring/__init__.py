"""What is done when a term ends: by the system, each step gated and logged in the file that it touches."""
