"""Made-up services in any number, always the same for the same seed: Waterrijk's neighbourhoods, and towns like it."""

from __future__ import annotations

from tools.example_directory.make import make_services

__all__ = ["make_services"]
