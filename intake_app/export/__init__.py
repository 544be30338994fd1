"""Documents for people: what was said and agreed, on paper and as plain text."""
