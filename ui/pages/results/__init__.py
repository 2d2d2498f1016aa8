"""The results: places, ties, awards, and the signature that closes them."""
