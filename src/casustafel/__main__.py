"""Run the command: `python -m casustafel`."""

import sys

from casustafel.cli import main

sys.exit(main())
