"""Letters on paper: typed data, a template in plain words, a PDF that everybody can read and keep.

Knows nothing of the files: it is handed what a letter says, and keeps nothing. Covenant 11, 12.
"""
