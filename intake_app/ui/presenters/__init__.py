"""The state of each screen as values, and what a key or click does to it. Knows no Qt."""
