"""`python -m kcc_desktop` and the `kcc-desktop` command."""

import sys

from kcc_desktop.bootstrap import run


def main() -> None:
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
