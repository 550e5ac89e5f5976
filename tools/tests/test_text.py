# SPDX-License-Identifier: Apache-2.0
import unittest

from servicetables.records import Binding, Record, merge
from servicetables.text import SCOPE, table

CLOUD = (SCOPE + "cloud-platform",)


def record(version, pattern="operations/*", scopes=None, service="x.googleapis.com"):
    binding = Binding("GET", f"/{version}/{{name={pattern}}}")
    return Record(service, version, {"get": [binding]}, {"get": CLOUD} if scopes is None else scopes)


class TableTest(unittest.TestCase):
    def test_a_table_is_a_header_and_a_block_for_each_service(self):
        by_hand = {"x.googleapis.com": {"aliases": ["ex"], "preferred": "v1", "endpoint": ["us eu  {location}-x.googleapis.com"]}}
        records = [record("v1"), record("v1", service="y.googleapis.com")]
        self.assertEqual(
            table(records, by_hand, ["From there."]),
            """\
# From there.

service  x.googleapis.com
aliases  ex
preferred v1
scopes   cloud-platform
endpoint us eu  {location}-x.googleapis.com
versions v1
names
  operations/*  get

service  y.googleapis.com
scopes   cloud-platform
versions v1
names
  operations/*  get
""",
        )

    def test_versions_with_the_same_rows_are_written_once(self):
        text = table([record("v1"), record("v1beta1", "a/*"), record("v2")], {}, [])
        self.assertIn("versions v1 v2\n", text)
        self.assertIn("versions v1beta1\nnames\n  a/*  get\n", text)

    def test_scopes_that_differ_by_version_are_written_below_it(self):
        text = table([record("v1"), record("v2", scopes={})], {}, [])
        self.assertIn("versions v1\nscopes   cloud-platform\nnames", text)
        self.assertIn("versions v2\nnames", text)

    def test_a_dialect_is_written_unless_it_is_the_usual_one(self):
        one, other = record("v1"), record("v2")
        one.dialect = other.dialect = "compute"
        text = table([one, other], {}, [])
        self.assertIn("googleapis.com\ndialect  compute\nscopes   cloud-platform\nversions v1 v2\n", text)
        other.dialect = "longrunning"
        text = table([one, other], {}, [])
        self.assertIn("versions v1\ndialect  compute\nnames", text)
        self.assertIn("versions v2\nnames", text)

    def test_a_dialect_of_all_versions_is_written_once_though_their_scopes_differ(self):
        one, other = record("v1"), record("v2", scopes={})
        one.dialect = other.dialect = "dns"
        text = table([one, other], {}, [])
        self.assertEqual(text.count("dialect  dns"), 1)
        self.assertIn("versions v1\nscopes   cloud-platform\nnames", text)

    def test_hosts_are_written_in_the_order_of_their_keywords(self):
        rows = {"regional": ["us  r"], "mtls": ["us  m"], "endpoint": ["us  e # there"]}
        text = table([record("v1")], {"x.googleapis.com": rows}, [])
        self.assertIn("\nendpoint us  e # there\nmtls     us  m\nregional us  r\nversions", text)

    def test_scopes_of_most_rpcs_are_for_all_and_others_have_a_row(self):
        one = record("v1", scopes={"get": CLOUD + (SCOPE + "x",), "list": CLOUD, "cancel": CLOUD})
        one.bindings["list"] = [Binding("GET", "/v1/operations")]
        one.bindings["cancel"] = [Binding("POST", "/v1/{name=operations/*}:cancel", True)]
        text = table([one], {}, [])
        self.assertIn("scopes   cloud-platform\nscopes   get cloud-platform x\nversions", text)

    def test_of_scopes_that_are_as_frequent_the_fewest_are_for_all(self):
        one = record("v1", scopes={"get": CLOUD + (SCOPE + "x",), "list": CLOUD})
        one.bindings["list"] = [Binding("GET", "/v1/operations")]
        self.assertIn("scopes   cloud-platform\nscopes   get cloud-platform x\nversions", table([one], {}, []))

    def test_where_an_rpc_has_no_scopes_the_others_have_a_row_each(self):
        one = record("v1", scopes={"list": CLOUD})
        one.bindings["list"] = [Binding("GET", "/v1/operations")]
        self.assertIn("\nscopes   list cloud-platform\nversions", table([one], {}, []))

    def test_a_scope_from_elsewhere_is_refused(self):
        with self.assertRaisesRegex(ValueError, "scope must begin with https://www.googleapis.com/auth/; got 'x'"):
            table([record("v1", scopes={"get": ("x",)})], {}, [])


class MergeTest(unittest.TestCase):
    def test_configurations_of_one_version_follow_each_other_without_repetition(self):
        one, other = record("v1", "a/*"), record("v1", "b/*")
        other.bindings["get"].append(one.bindings["get"][0])
        (merged,) = merge([one, other])
        self.assertEqual([b.template for b in merged.bindings["get"]], ["/v1/{name=a/*}", "/v1/{name=b/*}"])

    def test_one_version_has_one_dialect(self):
        one, other = record("v1"), record("v1")
        other.dialect = "dns"
        with self.assertRaisesRegex(ValueError, "x.googleapis.com v1 is longrunning here and dns there"):
            merge([one, other])

    def test_records_are_sorted(self):
        self.assertEqual([r.version for r in merge([record("v2"), record("v1")])], ["v1", "v2"])
