"""The rules, one module per part of the covenant: frozen facts and a day in, a verdict with all its reasons out."""
