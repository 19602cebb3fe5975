"""Runs tests as if it were another moment: `python -m tests.at "2027-03-28 00:40" tests/services`.

The moment is UTC. The clock of the tests and of everything they start goes on from there, both databases' too. Linux
with a C compiler. Moments worth trying: just after midnight here, before opening, after closing, a Sunday, both days
the clock changes, a leap day. A moment in the past is before what the examples of files tell of.
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

SOURCE = Path(__file__).with_name("clock.c")


def main(moment: str, *arguments: str) -> int:
    """What pytest says, as an exit code."""
    shift = datetime.fromisoformat(moment).replace(tzinfo=UTC) - datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="kcc-clock-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL may run as somebody else
        clock = Path(folder) / "clock.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", clock, SOURCE, "-ldl"], check=True)
        environment = {"LD_PRELOAD": str(clock), "KCC_CLOCK_SHIFT": str(round(shift.total_seconds()))}
        return subprocess.call([sys.executable, "-m", "pytest", *arguments], env=os.environ | environment)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
