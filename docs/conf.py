"""How the pages of this folder become a site: `sphinx-build docs TARGET`."""

project = "Casustafel"
author = "Casustafel contributors"
project_copyright = "2026, Casustafel contributors"

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Casustafel"
html_copy_source = False
