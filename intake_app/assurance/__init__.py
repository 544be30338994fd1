"""Lint, proofs, simulation, and the difference of two rule sets: what shows that the content is safe."""
