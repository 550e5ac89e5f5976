# SPDX-License-Identifier: Apache-2.0
"""Writes records as the text that dev.longrun.service.ServiceTable reads; its documentation has the grammar."""

from itertools import groupby
from typing import Dict, List

from . import layout
from .records import RPCS, Record

SCOPE = "https://www.googleapis.com/auth/"


def table(records: List[Record], by_hand: Dict[str, dict], header: List[str]) -> str:
    """`by_hand` has, by service, what no configuration says: aliases and rows of hosts."""
    lines = ["# " + line for line in header]
    for service, versions in groupby(records, key=lambda record: record.service):
        lines += ["", f"service  {service}", *block(list(versions), by_hand.get(service, {}))]
    return "\n".join(lines) + "\n"


def block(versions: List[Record], by_hand: dict) -> List[str]:
    lines = [f"aliases  {' '.join(by_hand['aliases'])}"] if "aliases" in by_hand else []
    common = scopes(versions[0])
    shared = all(scopes(record) == common for record in versions)
    lines += common if shared else []
    for keyword in ("endpoint", "mtls"):
        lines += [f"{keyword:8} {row}" for row in by_hand.get(keyword, [])]
    for alike in grouped(versions, shared):
        lines.append("versions " + " ".join(record.version for record in alike))
        lines += ([] if shared else scopes(alike[0])) + sections(alike[0])
    return lines


def grouped(versions: List[Record], shared: bool) -> List[List[Record]]:
    """Versions with the same rows, each group where its first version is."""
    groups: Dict[tuple, List[Record]] = {}
    for record in versions:
        own = () if shared else tuple(scopes(record))
        groups.setdefault((own, tuple(layout.rows(record))), []).append(record)
    return list(groups.values())


def scopes(record: Record) -> List[str]:
    """One row if all rpcs that are bound have the same scopes, else a row each."""
    bound = [rpc for rpc in RPCS if record.bindings.get(rpc)]
    sets = [record.scopes.get(rpc, ()) for rpc in bound]
    if len(set(sets)) == 1:
        return ["scopes   " + short(sets[0])] if sets[0] else []
    return [f"scopes   {rpc} {short(of)}" for rpc, of in zip(bound, sets) if of]


def short(of) -> str:
    for scope in of:
        if not scope.startswith(SCOPE):
            raise ValueError(f"scope must begin with {SCOPE}; got {scope!r}")
    return " ".join(scope[len(SCOPE) :] for scope in of)


def sections(record: Record) -> List[str]:
    lines = []
    for section, part in groupby(layout.rows(record), key=lambda row: row[0]):
        part = list(part)
        width = max(len(row[1]) for row in part)
        lines.append(section)
        lines += [("  " + row[1].ljust(width) + "  " + " ".join(row[2] if len(row) > 2 else ())).rstrip() for row in part]
    return lines
