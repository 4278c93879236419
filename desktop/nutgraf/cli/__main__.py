"""`python -m nutgraf.cli`, where the command is not on the path."""

import sys

from nutgraf.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
