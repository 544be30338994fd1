"""Search while typing: words, stems, synonyms, typing errors, filters."""
