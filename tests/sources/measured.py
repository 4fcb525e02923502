"""Runs ``homeward`` and says on the last line of stderr how much memory it took at its peak, in MB.

Not what getrusage says: Linux carries the peak of whoever started a program over into it.
"""

import re
import sys
from pathlib import Path

from homeward.cli import main

if __name__ == "__main__":
    try:
        main()
    finally:
        told = Path("/proc/self/status")
        peak = re.search(r"VmHWM:\s+(\d+) kB", told.read_text())[1] if told.exists() else 0
        sys.stderr.write(f"\n{int(peak) // 1024}\n")
