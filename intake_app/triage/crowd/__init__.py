"""The same judgement over many people at once, and synthetic people to judge."""
