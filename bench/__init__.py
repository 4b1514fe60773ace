"""The performance bench: the product beside an ordinary Django stack, in one run. See README.md here."""
