"""Finds, reads, checks and caches the content under `resources/`."""
