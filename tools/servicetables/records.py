# SPDX-License-Identifier: Apache-2.0
"""What a service configuration says of google.longrunning.Operations, as plain values."""

from dataclasses import dataclass, field
from typing import Dict, List, Tuple

RPCS = ("get", "list", "cancel", "delete", "wait")


@dataclass(frozen=True)
class Binding:
    """One HTTP binding; body is true for `body: "*"`."""

    method: str
    template: str
    body: bool = False


@dataclass
class Record:
    """One version of one service. An rpc without scopes is one that no authentication rule covers."""

    service: str
    version: str
    bindings: Dict[str, List[Binding]] = field(default_factory=dict)
    scopes: Dict[str, Tuple[str, ...]] = field(default_factory=dict)


def merge(records: List[Record]) -> List[Record]:
    """Several configurations may describe one version: their bindings follow each other, repeated ones are dropped."""
    merged: Dict[Tuple[str, str], Record] = {}
    for record in records:
        whole = merged.setdefault((record.service, record.version), Record(record.service, record.version))
        for rpc, bindings in record.bindings.items():
            known = whole.bindings.setdefault(rpc, [])
            templates = {(b.method, b.template) for b in known}
            known.extend(b for b in bindings if (b.method, b.template) not in templates)
        for rpc, scopes in record.scopes.items():
            whole.scopes.setdefault(rpc, scopes)
    return [merged[key] for key in sorted(merged)]
