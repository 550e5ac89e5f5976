#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the service tables of all modules from a checkout of googleapis/googleapis, or compares them with it."""

import argparse
import subprocess
import sys
from pathlib import Path

from servicetables import configs, modules

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, required=True, help="a checkout of googleapis/googleapis")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a table would change")
    arguments = parser.parse_args()
    command = ["git", "-C", str(arguments.source), "rev-parse", "HEAD"]
    commit = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    changed = 0
    for path, text in modules.tables(configs.read(arguments.source), commit).items():
        changed += update(ROOT / path, text, arguments.check)
    return 1 if changed and arguments.check else 0


def update(path: Path, text: str, check: bool) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    print(("would change " if check else "wrote ") + str(path.relative_to(ROOT)))
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main())
