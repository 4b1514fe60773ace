"""Sealed payloads and their keys: authenticated encryption, epoch keys, a master key. Knows nothing of this product."""
