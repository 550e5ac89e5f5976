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
        by_hand = {"x.googleapis.com": {"aliases": ["ex"], "endpoint": ["us eu  {location}-x.googleapis.com"]}}
        records = [record("v1"), record("v1", service="y.googleapis.com")]
        self.assertEqual(
            table(records, by_hand, ["From there."]),
            """\
# From there.

service  x.googleapis.com
aliases  ex
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

    def test_scopes_that_differ_by_rpc_have_a_row_each(self):
        one = record("v1", scopes={"get": CLOUD, "list": CLOUD + (SCOPE + "x",)})
        one.bindings["list"] = [Binding("GET", "/v1/operations")]
        text = table([one], {}, [])
        self.assertIn("scopes   get cloud-platform\nscopes   list cloud-platform x\n", text)

    def test_a_scope_from_elsewhere_is_refused(self):
        with self.assertRaisesRegex(ValueError, "scope must begin with https://www.googleapis.com/auth/; got 'x'"):
            table([record("v1", scopes={"get": ("x",)})], {}, [])


class MergeTest(unittest.TestCase):
    def test_configurations_of_one_version_follow_each_other_without_repetition(self):
        one, other = record("v1", "a/*"), record("v1", "b/*")
        other.bindings["get"].append(one.bindings["get"][0])
        (merged,) = merge([one, other])
        self.assertEqual([b.template for b in merged.bindings["get"]], ["/v1/{name=a/*}", "/v1/{name=b/*}"])

    def test_records_are_sorted(self):
        self.assertEqual([r.version for r in merge([record("v2"), record("v1")])], ["v1", "v2"])
