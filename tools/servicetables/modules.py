# SPDX-License-Identifier: Apache-2.0
"""The tables of all modules: records in, path -> text out."""

from pathlib import Path
from typing import Dict, List

import yaml

from .records import Record, merge
from .text import table

HERE = Path(__file__).parent


def tables(records: List[Record], commit: str) -> Dict[str, str]:
    by_hand = load("by_hand.yaml")
    header = [
        f"Facts from googleapis/googleapis (Apache-2.0), commit {commit}; hosts and aliases by hand.",
        "Written by tools/service_tables.py: do not edit.",
    ]
    merged = merge(records)
    return {module["path"]: table(chosen(merged, module), by_hand, header) for module in load("modules.yaml")}


def chosen(records: List[Record], module: dict) -> List[Record]:
    if "service" not in module:
        return records
    found = [r for r in records if r.service == module["service"] and r.version in module["versions"]]
    if [r.version for r in found] != module["versions"]:
        raise ValueError(f"{module['service']} must have {module['versions']}; got {[r.version for r in found]}")
    return found


def load(name: str):
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
