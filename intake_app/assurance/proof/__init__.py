"""The rules as a circuit, and what is proved of them over every answer set."""
