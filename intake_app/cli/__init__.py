"""The command line: a second front end, which keeps the domain honest."""
