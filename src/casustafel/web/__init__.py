"""The screens: they translate between people and acts, and decide nothing."""
