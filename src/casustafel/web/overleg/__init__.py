"""The screens of a meeting."""
