# SPDX-License-Identifier: Apache-2.0
"""Writes records as the text that dev.longrun.service.ServiceTable reads; its documentation has the grammar."""

from collections import Counter
from itertools import groupby
from typing import Dict, List, Tuple

from . import layout
from .records import LONGRUNNING, RPCS, Record

SCOPE = "https://www.googleapis.com/auth/"


def table(records: List[Record], by_hand: Dict[str, dict], header: List[str]) -> str:
    """`by_hand` has, by service, what no record says: aliases, the preferred version, rows of hosts."""
    lines = ["# " + line for line in header]
    for service, versions in groupby(records, key=lambda record: record.service):
        lines += ["", f"service  {service}", *block(list(versions), by_hand.get(service, {}))]
    return "\n".join(lines) + "\n"


def block(versions: List[Record], by_hand: dict) -> List[str]:
    lines = [f"aliases  {' '.join(by_hand['aliases'])}"] if "aliases" in by_hand else []
    lines += [f"preferred {by_hand['preferred']}"] if "preferred" in by_hand else []
    differing = [rows for rows in (dialect, scopes) if any(rows(record) != rows(versions[0]) for record in versions)]
    lines += [line for rows in (dialect, scopes) if rows not in differing for line in rows(versions[0])]
    for keyword in ("endpoint", "mtls", "regional"):
        lines += [f"{keyword:8} {row}" for row in by_hand.get(keyword, [])]
    for names, rows in grouped(versions, differing):
        lines += ["versions " + " ".join(names), *rows]
    return lines


def grouped(versions: List[Record], differing: list) -> List[Tuple[List[str], Tuple[str, ...]]]:
    """Versions with the same rows, each group where its first version is, and those rows."""
    groups: Dict[Tuple[str, ...], List[str]] = {}
    for record in versions:
        own = [line for rows in differing for line in rows(record)]
        groups.setdefault((*own, *sections(record)), []).append(record.version)
    return [(names, rows) for rows, names in groups.items()]


def dialect(record: Record) -> List[str]:
    return [] if record.dialect == LONGRUNNING else [f"dialect  {record.dialect}"]


def scopes(record: Record) -> List[str]:
    """A row for all rpcs and one for each that differs, or a row each where some have none."""
    bound = [rpc for rpc in RPCS if record.bindings.get(rpc)]
    sets = {rpc: record.scopes.get(rpc, ()) for rpc in bound}
    if not all(sets.values()):
        return [f"scopes   {rpc} {short(of)}" for rpc, of in sets.items() if of]
    usual = most(list(sets.values()))
    return [f"scopes   {short(usual)}"] + [f"scopes   {rpc} {short(of)}" for rpc, of in sets.items() if of != usual]


def most(sets: List[Tuple[str, ...]]) -> Tuple[str, ...]:
    """The most frequent one; of several the shortest, which an rpc that is not documented is likeliest to take."""
    counts = Counter(sets)
    return min(counts, key=lambda of: (-counts[of], len(of), of))


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
