"""Our own checks of this checkout, each a small module: python -m checks.house, .messages, .addresses, .docs."""
