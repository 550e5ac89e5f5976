# SPDX-License-Identifier: Apache-2.0
"""The tables of all modules: records in, path -> text out."""

from pathlib import Path
from typing import Dict, List

import yaml

from .records import Record
from .text import table

HERE = Path(__file__).parent


def tables(records: List[Record], regional: Dict[str, Dict[str, List[str]]], sources: str) -> Dict[str, str]:
    """`records` are in order and without repetition; `regional` is what discovery.regional says."""
    header = [
        f"Facts from {sources}; aliases and hosts by hand.",
        "Optional regional hosts are those of the discovery documents.",
        "Written by tools/service_tables.py: do not edit.",
    ]
    rows = with_regional(load("by_hand.yaml")["services"], regional)
    refuse_ambiguous(records, rows)
    return {module["path"]: table(chosen(records, module), rows, header) for module in load("modules.yaml")}


def with_regional(by_hand: Dict[str, dict], regional: Dict[str, Dict[str, List[str]]]) -> Dict[str, dict]:
    rows = {service: dict(of) for service, of in by_hand.items()}
    for service, forms in regional.items():
        of = rows.setdefault(service, {})
        of["regional"] = [f"{' '.join(locations)}  {form}" for form, locations in sorted(forms.items())]
    return rows


def refuse_ambiguous(records: List[Record], by_hand: Dict[str, dict]) -> None:
    """A short name must mean one service, and a row by hand a service that is there."""
    services = dict.fromkeys(record.service for record in records)
    owners: Dict[str, str] = {service.split(".")[0]: service for service in services}
    for service, of in by_hand.items():
        if service not in services and set(of) != {"regional"}:
            raise ValueError(f"by_hand.yaml has {service}, which neither source has")
        for alias in of.get("aliases", []):
            if owners.setdefault(alias, service) != service:
                raise ValueError(f"{alias} means {owners[alias]} already; got {service}")


def chosen(records: List[Record], module: dict) -> List[Record]:
    if "service" not in module:
        return records
    found = [r for r in records if r.service == module["service"] and r.version in module["versions"]]
    if [r.version for r in found] != module["versions"]:
        raise ValueError(f"{module['service']} must have {module['versions']}; got {[r.version for r in found]}")
    return found


def load(name: str):
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
