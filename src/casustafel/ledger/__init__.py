"""Evidence of a log: a Merkle tree in tiles, signed checkpoints, proofs, the checker. Knows nothing of the product."""
