# SPDX-License-Identifier: Apache-2.0
"""Turns the path of a method in a discovery document into a template with one variable, as the protos have them."""

import re
from typing import Dict, Optional, Tuple

VARIABLE = re.compile(r"\{\+?(\w+)\}")
NAME = re.compile(r"\{(?:\+\w+|name)\}")
LITERAL = re.compile(r"[\w.-]+")
ENDS = {"get": "", "list": "(?:/aggregated)?/operations", "cancel": "[:/]cancel", "delete": "", "wait": "[:/]wait"}


def template(version: str, rpc: str, base: str, method: dict, names: Dict[str, str]) -> Tuple[str, str]:
    """(template, pattern of the name); the pattern is empty unless the path does not contain the name.

    `names`: part of a path -> the part of the name that stands for it.
    """
    path = "/" + base + method["path"]
    plain = VARIABLE.sub("*", path)
    for part, name in names.items():
        if part in plain:
            rest = re.sub(ENDS[rpc] + "$", "", plain[plain.index(part) + len(part) :])
            return VARIABLE.sub(r"{\1}", path), name + rest
    return (has_name(rpc, path, method) or between(version, rpc, path, method) or in_place(path, method)), ""


def has_name(rpc: str, path: str, method: dict) -> Optional[str]:
    """`/v1/{+name}:cancel`: the only variable is the name, and what follows belongs to the rpc."""
    variable = NAME.search(path)
    if not variable or len(VARIABLE.findall(path)) > 1 or not re.fullmatch(ENDS[rpc], path[variable.end() :]):
        return parent_with_collection(rpc, path, method)
    return in_place(path, method)


def parent_with_collection(rpc: str, path: str, method: dict) -> Optional[str]:
    """`/v1/{+name}` of a list, where the pattern ends in operations: the same URL with the name of the parent."""
    if rpc != "list" or not re.search(r"/\{\+\w+\}$", path):
        return None
    text = in_place(path, method)
    parent = re.fullmatch(r"(.*\{name=[^{}]+)/operations\}", text)
    return parent.group(1) + "}/operations" if parent and "**" not in text else text


def between(version: str, rpc: str, path: str, method: dict) -> Optional[str]:
    """`/dns/v1/projects/{project}/…`: the name is all between the version and what belongs to the rpc."""
    filled = VARIABLE.sub(lambda v: wildcards(method, v.group(1)), path)
    form = re.fullmatch(rf"(.*?/{re.escape(version)}/)(.+?)({ENDS[rpc]})", filled)
    return form.group(1) + "{name=" + form.group(2) + "}" + form.group(3) if form else None


def in_place(path: str, method: dict) -> str:
    return VARIABLE.sub(lambda v: "{name=" + wildcards(method, v.group(1)) + "}", path)


def wildcards(method: dict, variable: str) -> str:
    """The pattern of a parameter, a regular expression, as that of a path template."""
    pattern = method.get("parameters", {}).get(variable, {}).get("pattern", "[^/]+").strip("^$")
    segments = pattern.replace("[^/]+", "*").replace(".*", "**").split("/")
    return "/".join(s if s == "**" or LITERAL.fullmatch(s) else "*" for s in segments)
