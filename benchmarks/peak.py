"""The most memory that one command held, told by that very process.

What a parent asks about its children (``ru_maxrss``) starts from the memory of the
parent itself, and keeps the largest child of all. Linux tells each process its own peak.
``python benchmarks/peak.py ARGUMENTS`` runs ``homeward`` and says it on the last line of
stderr, in megabytes.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PEAK_OF = [sys.executable, __file__]
"""Goes before the arguments of ``homeward``."""

_STATUS = Path("/proc/self/status")


def own_peak_mb() -> float:
    """The peak of this process in megabytes; 0 where the system is not Linux."""
    told = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text()) if _STATUS.exists() else None
    return int(told[1]) / 1_024 if told else 0.0


def peak_mb(out: Path, *command: str) -> float:
    """The peak in megabytes of one ``homeward`` command that writes to a file; Linux only.

    Raises:
        CalledProcessError: when the command fails.
    """
    with out.open("wb") as written:
        done = subprocess.run([*PEAK_OF, *command], check=True,
                              stdout=written, stderr=subprocess.PIPE)  # fmt: skip
    return float(done.stderr.split()[-1])


if __name__ == "__main__":
    from homeward.cli import main

    try:
        main()
    finally:
        sys.stderr.write(f"\n{own_peak_mb():.1f}\n")
