"""The paper engine: a small markup of our own in, a PDF with embedded fonts out."""
