"""Start: `python -m intake_app` opens the program, `python -m intake_app SUBCOMMAND …` does one thing and ends."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line with the arguments of this process."""
    from intake_app.cli.words import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
