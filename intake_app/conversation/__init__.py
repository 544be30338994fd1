"""One talk: its state, the changes that make it, and the use cases around them."""
