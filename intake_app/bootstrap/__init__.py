"""The only place that joins what the domain asks for to what provides it."""
