"""``python -m homeward``: the command, where the folder of scripts is not on the path."""

from homeward.cli import main

if __name__ == "__main__":
    main()
