"""What a list does to the sociale kaart: which entries are the same, and what changes."""
