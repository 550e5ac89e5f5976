# SPDX-License-Identifier: Apache-2.0
"""What a source says of the methods on operations, as plain values."""

from dataclasses import dataclass, field
from typing import Dict, List, Tuple

RPCS = ("get", "list", "cancel", "delete", "wait")
BOTH, PROTOS, DISCOVERY = "both", "protos", "discovery"
LONGRUNNING = "longrunning"


@dataclass(frozen=True)
class Binding:
    """One HTTP binding; body is true if the request has one.

    `name` is the pattern of the operation's name (of its parent's, for list) where the path does not contain it: its
    wildcards fill the template's variables in their order.
    """

    method: str
    template: str
    body: bool = False
    name: str = ""
    source: str = BOTH


@dataclass
class Record:
    """One version of one service. An rpc without scopes is one of which the source says nothing."""

    service: str
    version: str
    bindings: Dict[str, List[Binding]] = field(default_factory=dict)
    scopes: Dict[str, Tuple[str, ...]] = field(default_factory=dict)
    dialect: str = LONGRUNNING


def merge(records: List[Record]) -> List[Record]:
    """Several configurations may describe one version: their bindings follow each other, repeated ones are dropped."""
    merged: Dict[Tuple[str, str], Record] = {}
    for record in records:
        whole = merged.setdefault(
            (record.service, record.version), Record(record.service, record.version, dialect=record.dialect)
        )
        if record.dialect != whole.dialect:
            raise ValueError(f"{record.service} {record.version} is {whole.dialect} here and {record.dialect} there")
        for rpc, bindings in record.bindings.items():
            known = whole.bindings.setdefault(rpc, [])
            templates = {(b.method, b.template) for b in known}
            known.extend(b for b in bindings if (b.method, b.template) not in templates)
        for rpc, scopes in record.scopes.items():
            whole.scopes.setdefault(rpc, scopes)
    return [merged[key] for key in sorted(merged)]
