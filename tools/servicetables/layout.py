# SPDX-License-Identifier: Apache-2.0
"""Turns the bindings of one version into the rows of a table, so that each rpc finds its bindings in their order.

A row is (section, pattern, (word, ...)) in a section of names, for bindings of the regular form, or (section, text) in
a section of rules, for any other. The section says the source too, unless both have the bindings: "names discovery".
"""

import re
from typing import Dict, List, Optional, Tuple

from .records import BOTH, RPCS, Binding, Record

METHODS = {"get": "GET", "list": "GET", "cancel": "POST", "delete": "DELETE", "wait": "POST"}
SUFFIXES = {"get": "", "list": "/operations", "cancel": ":cancel", "delete": "", "wait": ":wait"}
WITH_BODY = ("cancel", "wait")
NAMES, RULES = "names", "rules"
Row = Tuple
Item = Tuple[str, str, str]


def rows(record: Record) -> List[Row]:
    queues = {rpc: [item(rpc, record.version, b) for b in record.bindings.get(rpc, [])] for rpc in RPCS}
    out: List[Row] = []
    while any(queues.values()):
        section, text, _ = choose(queues, out[-1][0] if out else NAMES)
        takers = [rpc for rpc in RPCS if queues[rpc] and queues[rpc][0][:2] == (section, text)]
        words = tuple(queues[rpc].pop(0)[2] for rpc in takers)
        out.append((section, text, words) if section.startswith(NAMES) else (section, text))
    return out


def item(rpc: str, version: str, binding: Binding) -> Item:
    """(section, pattern or rule, word)."""
    source = "" if binding.source == BOTH else " " + binding.source
    pattern = regular(rpc, version, binding)
    if pattern is not None:
        return NAMES + source, pattern, rpc + ("-" if rpc in WITH_BODY and not binding.body else "")
    template = re.sub(f"/{re.escape(version)}/", "/{version}/", binding.template, count=1)
    rule = f"{rpc} {binding.method}{'*' if binding.body else ''} {template} {binding.name}"
    return RULES + source, rule.rstrip(), ""


def regular(rpc: str, version: str, binding: Binding) -> Optional[str]:
    form = re.fullmatch(
        re.escape(f"/{version}/") + r"\{name=([^{}]+)\}" + re.escape(SUFFIXES[rpc]), binding.template
    )
    if not form or binding.name or binding.method != METHODS[rpc] or (binding.body and rpc not in WITH_BODY):
        return None
    if rpc != "list":
        return form.group(1)
    return None if "**" in form.group(1) else form.group(1) + "/operations/*"


def choose(queues: Dict[str, List[Item]], section: str) -> Item:
    """The next row, of the same section if there is one.

    It is a name that is first wherever it still occurs, else a rule, else a name that must be split over two rows.
    """
    heads = [queues[rpc][0] for rpc in RPCS if queues[rpc]]
    names = [head for head in heads if head[0].startswith(NAMES)]
    free = [head for head in names if not any(occurs_later(head, queue) for queue in queues.values())]
    rules = [head for head in heads if head[0].startswith(RULES)]
    candidates = free or rules or names
    return next((head for head in candidates if head[0] == section), candidates[0])


def occurs_later(head: Item, queue: List[Item]) -> bool:
    return any(other[:2] == head[:2] for other in queue[1:])
