"""The texts of the register of articles, one module per group of articles, in the order of the source."""
