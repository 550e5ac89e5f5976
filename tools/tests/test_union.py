# SPDX-License-Identifier: Apache-2.0
import unittest

from servicetables.records import BOTH, DISCOVERY, PROTOS, Binding, Record
from servicetables.union import unite


def record(*templates, service="x.googleapis.com", version="v1", scopes=None, dialect="longrunning"):
    bindings = {"get": [Binding("GET", template) for template in templates]} if templates else {}
    return Record(service, version, bindings, scopes or {}, dialect)


class UniteTest(unittest.TestCase):
    def test_each_binding_says_who_has_it_and_the_protos_come_first_in_their_order(self):
        protos, discovery = record("/v1/{name=b/*}", "/v1/{name=a/*}"), record("/v1/{name=c/*}", "/v1/{name=a/*}")
        (united,) = unite([protos], [discovery])
        self.assertEqual(
            [(b.template, b.source) for b in united.bindings["get"]],
            [("/v1/{name=b/*}", PROTOS), ("/v1/{name=a/*}", BOTH), ("/v1/{name=c/*}", DISCOVERY)],
        )

    def test_the_same_url_in_another_form_is_the_same(self):
        (united,) = unite([record("/v1/{name=a/*/operations}")], [record("/v1/{name=a/*}/operations")])
        (binding,) = united.bindings["get"]
        self.assertEqual((binding.template, binding.source), ("/v1/{name=a/*/operations}", BOTH))

    def test_a_binding_for_any_name_comes_last_and_one_of_another_version_before_it(self):
        protos = record("/v1/operations", "/v1beta/{name=a/*}", "/v1/{name=b/*}")
        (united,) = unite([protos], [record("/v1/{name=a/*}")])
        self.assertEqual(
            [b.template for b in united.bindings["get"]],
            ["/v1/{name=b/*}", "/v1/{name=a/*}", "/v1beta/{name=a/*}", "/v1/operations"],
        )

    def test_another_method_is_another_binding(self):
        other = Record("x.googleapis.com", "v1", {"cancel": [Binding("POST", "/v1/{name=a/*}:cancel")]})
        mine = Record("x.googleapis.com", "v1", {"cancel": [Binding("GET", "/v1/{name=a/*}:cancel")]})
        (united,) = unite([mine], [other])
        self.assertEqual([b.source for b in united.bindings["cancel"]], [PROTOS, DISCOVERY])

    def test_a_version_that_one_source_has_is_there(self):
        discovery = [record("/v2/{name=a/*}", version="v2"), record("/v1/a", service="a")]
        united = unite([record("/v1/{name=a/*}")], discovery)
        self.assertEqual([(r.service[0], r.version) for r in united], [("a", "v1"), ("x", "v1"), ("x", "v2")])
        self.assertEqual([r.bindings["get"][0].source for r in united], [DISCOVERY, PROTOS, DISCOVERY])

    def test_any_scope_of_either_suffices(self):
        (united,) = unite([record(scopes={"get": ("x",)})], [record(scopes={"get": ("x", "y"), "list": ("z",)})])
        self.assertEqual(united.scopes, {"get": ("x", "y"), "list": ("z",)})

    def test_the_dialect_is_what_discovery_says(self):
        (united,) = unite([], [record("/v1/{name=a/*}", dialect="dns")])
        self.assertEqual(united.dialect, "dns")
