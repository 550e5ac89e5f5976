# SPDX-License-Identifier: Apache-2.0
"""Reads service configurations (google/api/service.proto, in YAML) into records."""

import re
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple

import yaml

from .records import Binding, Record

OPERATIONS = "google.longrunning.Operations."
SELECTORS = {
    OPERATIONS + "GetOperation": "get",
    OPERATIONS + "ListOperations": "list",
    OPERATIONS + "CancelOperation": "cancel",
    OPERATIONS + "DeleteOperation": "delete",
    OPERATIONS + "WaitOperation": "wait",
}
VERSION = re.compile(r"v\d+(?:p\d+)?(?:(?:alpha|beta)\d*)?")
INTERFACE_OF_A_PAGE = re.compile(r"/ui(?:v\w+)?/")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(checkout: Path) -> List[Record]:
    """All configurations that bind the methods to HTTP, in the order of their paths."""
    found = ((path, config) for path in sorted(checkout.rglob("*.yaml")) for config in documents(path))
    records = (record(path.relative_to(checkout), config) for path, config in found)
    return [r for r in records if r is not None]


def documents(path: Path) -> Iterator[dict]:
    text = path.read_text(encoding="utf-8")
    if "type: google.api.Service" in text:
        yield yaml.load(text, Loader=LOADER)


def record(path: Path, config: dict) -> Optional[Record]:
    bindings = dict(rules(config))
    if not bindings:
        return None
    scopes = {rpc: of for rpc in bindings if (of := scopes_of(config, rpc))}
    return Record(config["name"], version(path, bindings), bindings, scopes)


def rules(config: dict) -> Iterator[Tuple[str, List[Binding]]]:
    for rule in config.get("http", {}).get("rules", []):
        rpc = SELECTORS.get(rule["selector"])
        bound = [binding(r) for r in [rule, *rule.get("additional_bindings", [])]]
        kept = [b for b in dict.fromkeys(bound) if not INTERFACE_OF_A_PAGE.match(b.template)]
        if rpc and kept:
            yield rpc, kept


def binding(rule: dict) -> Binding:
    method = next(m for m in ("get", "post", "delete", "put", "patch") if m in rule)
    return Binding(method.upper(), rule[method], rule.get("body") == "*")


def version(path: Path, bindings: Dict[str, List[Binding]]) -> str:
    """That of the directory, or else of the paths."""
    parts = [part for part in path.parts[:-1] if VERSION.fullmatch(part)]
    return parts[-1] if parts else next(iter(bindings.values()))[0].template.split("/")[1]


def scopes_of(config: dict, rpc: str) -> Tuple[str, ...]:
    """Those of the last authentication rule that matches, as configurations are read."""
    method = next(name for name, label in SELECTORS.items() if label == rpc)
    scopes: Tuple[str, ...] = ()
    for rule in config.get("authentication", {}).get("rules", []):
        if any(selects(s.strip(), method) for s in rule["selector"].split(",")):
            text = rule.get("oauth", {}).get("canonical_scopes", "")
            scopes = tuple(s.strip() for s in text.split(",") if s.strip())
    return scopes


def selects(selector: str, method: str) -> bool:
    return selector in ("*", method) or selector.endswith(".*") and method.startswith(selector[:-1])
