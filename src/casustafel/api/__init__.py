"""The REST face: it translates requests into acts, and what acts give or refuse into JSON."""
