#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the service tables of all modules from two sources, or compares them with those.

The sources are a checkout of googleapis/googleapis and a folder of discovery documents.
"""

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import List

from servicetables import configs, discovery, modules, records, union

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True, help="a checkout of googleapis/googleapis")
    parser.add_argument("--discovery", type=Path, required=True, help="a folder of discovery documents, *-api.json")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a table would change")
    arguments = parser.parse_args()
    documents = discovery.documents(arguments.discovery)
    by_hand = modules.load("by_hand.yaml")["discovery"]
    of_protos = records.merge(configs.read(arguments.source))
    of_discovery = records.merge(discovery.read(documents, by_hand))
    united = union.unite(of_protos, of_discovery)
    sources = f"{checkout(arguments.source)} and from {folder(arguments.discovery)}"
    tables = modules.tables(united, discovery.regional(documents, by_hand), sources)
    changed = sum(update(ROOT / path, text, arguments.check) for path, text in tables.items())
    print(summary(united))
    return 1 if changed and arguments.check else 0


def checkout(path: Path) -> str:
    command = ["git", "-C", str(path), "rev-parse", "HEAD"]
    commit = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    return f"googleapis/googleapis (Apache-2.0), commit {commit},"


def folder(path: Path) -> str:
    """The folder of the Go module google.golang.org/api says its version: google.golang.org/api@v0.311.0."""
    return "the discovery documents in " + "/".join(path.resolve().parts[-2:])


def summary(united: List[records.Record]) -> str:
    sources = Counter(b.source for record in united for bindings in record.bindings.values() for b in bindings)
    services = len({record.service for record in united})
    rows = ", ".join(f"{sources[source]} of {source}" for source in (records.BOTH, records.PROTOS, records.DISCOVERY))
    return f"{services} services, {len(united)} versions; bindings: {rows}"


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
