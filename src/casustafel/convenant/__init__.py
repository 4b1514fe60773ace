"""The law as pure code: regimes, the register of articles, rules that give a verdict, terms. Standard library only."""
