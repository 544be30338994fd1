"""The practice around the talks: what it keeps, and for how long."""
