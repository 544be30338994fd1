"""A talk as FHIR R4 (4.0.1), there and back: docs/decisions/0020-fhir.md."""
