"""Data from and for other programs: files of answers in, outcomes out."""
