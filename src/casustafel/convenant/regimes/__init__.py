"""The dated regimes, one module of data each."""
