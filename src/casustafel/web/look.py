"""Name the style sheets, the fonts and the one script from npm that the screens use: a closed list.

A checkout serves the folder each one comes in (vendor_dirs); a wheel holds the files that count (vendor_files).
The standard library only, so that set-up and the build of the wheel can read it before Django is there.
"""

from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """One npm package: where it is served, the folder in node_modules that is served there, the files that count."""

    prefix: str
    folder: str
    files: tuple[str, ...]


def _candidate(name: str) -> Package:
    """Describe a component that NL Design System proposes to everybody; its style sheet names a source map."""
    folder = f"@nl-design-system-candidate/{name}-css/dist"
    return Package(f"vendor/nl-{name}", folder, (f"{name}.css", f"{name}.css.map"))


def _utrecht(name: str) -> Package:
    """Describe a component of the community that was first made in Utrecht."""
    return Package(f"vendor/utrecht-{name}", f"@utrecht/{name}-css/dist", ("index.css",))


CANDIDATE = ("button", "data-badge", "heading", "link", "number-badge", "paragraph", "skip-link")
UTRECHT = (
    "action-group",
    "alert",
    "checkbox",
    "data-list",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "form-fieldset",
    "form-label",
    "nav-bar",
    "page-footer",
    "page-header",
    "pagination",
    "radio-button",
    "select",
    "table",
    "textarea",
    "textbox",
    "unordered-list",
)
NOTO_SANS = Package(
    "vendor/noto-sans",
    "@fontsource-variable/noto-sans/files",
    ("noto-sans-latin-wght-normal.woff2", "noto-sans-latin-ext-wght-normal.woff2"),
)
HTMX = Package("vendor/htmx", "htmx.org/dist", ("htmx.min.js",))
PACKAGES: tuple[Package, ...] = (*map(_candidate, CANDIDATE), *map(_utrecht, UTRECHT), NOTO_SANS, HTMX)


def vendor_dirs(node_modules: Path) -> list[tuple[str, Path]]:
    """Return the pairs for STATICFILES_DIRS; a folder that is not there is left out, as in a wheel."""
    pairs = ((package.prefix, node_modules / package.folder) for package in PACKAGES)
    return [(prefix, folder) for prefix, folder in pairs if folder.is_dir()]


def vendor_files(node_modules: Path) -> list[tuple[str, Path]]:
    """Return every file that the screens need: its name among the static files, and where npm put it."""
    return [
        (f"{package.prefix}/{file}", node_modules / package.folder / file)
        for package in PACKAGES
        for file in package.files
    ]
