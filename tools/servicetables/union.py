# SPDX-License-Identifier: Apache-2.0
"""Unites what the protos' service configurations say with what the discovery documents say."""

import re
from dataclasses import replace
from typing import Dict, List, Tuple

from .records import BOTH, DISCOVERY, PROTOS, RPCS, Binding, Record

Url = Tuple[str, str]


def unite(protos: List[Record], discovery: List[Record]) -> List[Record]:
    """All versions of either; each list has a version at most once."""
    of_protos, of_discovery = ({(r.service, r.version): r for r in records} for records in (protos, discovery))
    return [
        united(of_protos.get(key) or Record(*key), of_discovery.get(key) or Record(*key))
        for key in sorted({*of_protos, *of_discovery})
    ]


def united(protos: Record, discovery: Record) -> Record:
    bindings = {rpc: both(protos.bindings.get(rpc, []), discovery.bindings.get(rpc, [])) for rpc in RPCS}
    for of in bindings.values():
        of.sort(key=lambda binding: generality(protos.version, binding))
    scopes = {
        rpc: either(protos.scopes.get(rpc, ()), discovery.scopes.get(rpc, ()))
        for rpc in RPCS
        if rpc in protos.scopes or rpc in discovery.scopes
    }
    dialect = discovery.dialect if discovery.bindings else protos.dialect
    bound = {rpc: of for rpc, of in bindings.items() if of}
    return Record(protos.service, protos.version, bound, scopes, dialect)


def both(protos: List[Binding], discovery: List[Binding]) -> List[Binding]:
    """The protos' bindings in their order, and after them what only discovery has."""
    of_protos, of_discovery = ({url(b) for b in bindings} for bindings in (protos, discovery))
    first = [replace(b, source=BOTH if url(b) in of_discovery else PROTOS) for b in protos]
    return first + [replace(b, source=DISCOVERY) for b in discovery if url(b) not in of_protos]


def generality(version: str, binding: Binding) -> Tuple[bool, bool]:
    """The first binding that fits a name is used: one for any name comes last, one of another version second to last."""
    return "{" not in binding.template, f"/{version}/" not in binding.template


def either(protos: Tuple[str, ...], discovery: Tuple[str, ...]) -> Tuple[str, ...]:
    """Any scope that either source lists suffices."""
    return tuple(dict.fromkeys(protos + discovery))


def url(binding: Binding) -> Url:
    """The URLs of a binding: two templates may cut them differently into variable and rest."""
    return binding.method, re.sub(r"\{\w+=([^{}]+)\}", r"\1", re.sub(r"\{\w+\}", "*", binding.template))
