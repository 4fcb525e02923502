"""The most memory that one command held, told by that very process.

What a parent asks about its children (``ru_maxrss``) starts from the memory of the
parent itself, and keeps the largest child of all. Linux tells each process its own peak.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_RUN_AND_TELL = """
import sys
from homeward.cli import main
try:
    main()
finally:
    with open("/proc/self/status") as told:
        peak = next(line for line in told if line.startswith("VmHWM:"))
    print(peak.split()[1], file=sys.stderr)
"""


def peak_mb(out: Path, *command: str) -> float:
    """The peak in megabytes of one ``homeward`` command that writes to a file; Linux only.

    Raises:
        CalledProcessError: when the command fails.
    """
    with out.open("wb") as written:
        done = subprocess.run([sys.executable, "-c", _RUN_AND_TELL, *command], check=True,
                              stdout=written, stderr=subprocess.PIPE)  # fmt: skip
    return int(done.stderr.split()[-1]) / 1_024
