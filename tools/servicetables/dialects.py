# SPDX-License-Identifier: Apache-2.0
"""Tells by the fields of what a resource's methods answer how the service speaks of operations."""

from typing import Optional

from .records import LONGRUNNING

# The first set of fields that is there decides; the words are those of the dialect rows in the tables.
SHAPES = (
    (LONGRUNNING, {"name", "done", "metadata", "response"}),
    ("container", {"name", "status", "operationType", "nodepoolConditions"}),
    ("sqladmin", {"name", "status", "operationType", "targetProject"}),
    ("compute", {"name", "status", "operationType", "httpErrorStatusCode"}),
    ("dns", {"id", "status", "zoneContext"}),
)


def of(document: dict, resource: dict) -> Optional[str]:
    """The dialect of the resource; None if what its get, or else its list, answers is no operation."""
    methods = resource.get("methods", {})
    for rpc in ("get", "wait"):
        if rpc in methods:
            return shape(answer(document, methods[rpc]))
    return shape(listed(document, methods["list"])) if "list" in methods else LONGRUNNING


def shape(schema: dict) -> Optional[str]:
    fields = set(schema.get("properties", {}))
    return next((dialect for dialect, wanted in SHAPES if wanted <= fields), None)


def answer(document: dict, method: dict) -> dict:
    return document.get("schemas", {}).get(method.get("response", {}).get("$ref", ""), {})


def listed(document: dict, method: dict) -> dict:
    """What a list has in its field `operations`."""
    items = answer(document, method).get("properties", {}).get("operations", {}).get("items", {})
    return document.get("schemas", {}).get(items.get("$ref", ""), {})
