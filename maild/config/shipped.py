"""Where the example configuration and the default letters lie."""

from __future__ import annotations

from pathlib import Path


def shipped() -> Path:
    """The folder that holds `config.yaml` and `templates/`: within the package, or the checkout around it."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_shipped", package.parent):
        if (folder / "templates").is_dir() and (folder / "config.yaml").is_file():
            return folder
    raise FileNotFoundError(
        f"{package} is incomplete: templates and config.yaml are missing; install maild again"
    )
