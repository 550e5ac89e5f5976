# SPDX-License-Identifier: Apache-2.0
"""Reads discovery documents (https://developers.google.com/discovery/v1/reference/apis) into records.

What is read are the methods get, list, aggregatedList, cancel, delete and wait of every resource whose name ends in
"operations", and the regional endpoints of the documents that have such methods.
"""

import json
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Tuple
from urllib.parse import urlsplit

from . import dialects, paths
from .records import DISCOVERY, LONGRUNNING, RPCS, Binding, Record

Documents = List[dict]

# An aggregated list has the operations of all places of a project.
METHODS = {**{rpc: rpc for rpc in RPCS}, "aggregatedList": "list"}


def documents(folder: Path) -> Documents:
    """All documents below a folder, in the order of their paths, without those that tests of generators use."""
    found = sorted(path for path in folder.rglob("*-api.json") if "testdata" not in path.relative_to(folder).parts)
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


def read(found: Documents, by_hand: dict) -> List[Record]:
    """One record for each document that has methods on operations; `by_hand` is described in by_hand.yaml."""
    records = (record(document, by_hand) for document in found)
    return [r for r in records if r is not None]


def record(document: dict, by_hand: dict) -> Optional[Record]:
    out = Record(service(document, by_hand), version(document, by_hand))
    shapes = set()
    for path, resource in resources(document):
        if not path[-1].lower().endswith("operations"):
            continue
        kind = dialects.of(document, resource)
        if kind is None:
            refuse_unless_named(out, path, by_hand)
            continue
        shapes.add(kind)
        methods = resource.get("methods", {})
        for name, rpc in METHODS.items():
            if name in methods:
                add(out, document, rpc, methods[name], by_hand)
    if not out.bindings:
        return None
    (out.dialect,) = shapes - {LONGRUNNING} or {LONGRUNNING}
    return out


def add(out: Record, document: dict, rpc: str, method: dict, by_hand: dict) -> None:
    names = by_hand.get("names", {}).get(out.service, {})
    template, name = paths.template(out.version, rpc, document["servicePath"], method, names)
    binding = Binding(method["httpMethod"], template, "request" in method, name, DISCOVERY)
    known = out.bindings.setdefault(rpc, [])
    if binding not in known:
        known.append(binding)
    scopes = tuple(sorted(method.get("scopes", [])))
    if scopes:
        of = out.scopes.get(rpc, scopes)
        out.scopes[rpc] = tuple(scope for scope in of if scope in scopes)


def resources(node: dict, path: Tuple[str, ...] = ()) -> Iterator[Tuple[Tuple[str, ...], dict]]:
    for name, resource in node.get("resources", {}).items():
        yield (*path, name), resource
        yield from resources(resource, (*path, name))


def service(document: dict, by_hand: dict) -> str:
    """The host, or by hand where APIs share one."""
    host = urlsplit(document["rootUrl"]).hostname or ""
    return by_hand.get("services", {}).get(host, {}).get(document["name"], host)


def version(document: dict, by_hand: dict) -> str:
    own = document["version"]
    return by_hand.get("versions", {}).get(document["name"], {}).get(own, own)


def refuse_unless_named(out: Record, path: Tuple[str, ...], by_hand: dict) -> None:
    """A resource that is no operation in any known form is left out only if by_hand.yaml says so."""
    if path[-1] not in by_hand.get("not_operations", {}).get(out.service, {}) and ".".join(path) not in by_hand.get(
        "not_operations", {}
    ).get(out.service, {}):
        raise ValueError(f"{out.service} {out.version} {'.'.join(path)} has a form that is not known; see by_hand.yaml")


def regional(found: Documents, by_hand: dict) -> Dict[str, Dict[str, List[str]]]:
    """service -> host with {location} -> locations, of the hosts `SERVICE.LOCATION.rep.googleapis.com`."""
    hosts: Dict[str, Dict[str, set]] = {}
    for document in found:
        for endpoint in document.get("endpoints", []):
            host = urlsplit(endpoint["endpointUrl"]).hostname or ""
            infix = f".{endpoint['location']}.rep."
            if infix in host and not host.startswith(tuple(by_hand.get("not_for_users", []))):
                forms = hosts.setdefault(service(document, by_hand), {})
                forms.setdefault(host.replace(infix, ".{location}.rep."), set()).add(endpoint["location"])
    return {of: {form: sorted(locations) for form, locations in forms.items()} for of, forms in hosts.items()}
