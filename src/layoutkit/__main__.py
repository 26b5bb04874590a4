"""``python -m layoutkit``."""

import sys

from layoutkit.cli import main

sys.exit(main())
