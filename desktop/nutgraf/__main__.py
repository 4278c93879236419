"""`python -m nutgraf` is `nutgraf`."""

from nutgraf.gui.app import main

if __name__ == "__main__":
    raise SystemExit(main())
