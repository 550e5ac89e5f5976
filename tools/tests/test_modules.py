# SPDX-License-Identifier: Apache-2.0
import unittest

from servicetables.modules import load, refuse_ambiguous, with_regional
from servicetables.records import Record


class RegionalRowsTest(unittest.TestCase):
    def test_regional_hosts_join_what_is_there_by_hand(self):
        regional = {"x": {"x.{location}.rep": ["in", "us"]}, "y": {"y.{location}": ["us"]}}
        rows = with_regional({"x": {"aliases": ["ex"]}}, regional)
        self.assertEqual(rows["x"], {"aliases": ["ex"], "regional": ["in us  x.{location}.rep"]})
        self.assertEqual(rows["y"], {"regional": ["us  y.{location}"]})


class AliasesTest(unittest.TestCase):
    RECORDS = [Record("a.googleapis.com", "v1"), Record("b.googleapis.com", "v1")]

    def test_an_alias_must_mean_one_service(self):
        refuse_ambiguous(self.RECORDS, {"a.googleapis.com": {"aliases": ["c"]}})
        for alias in ("b", "c"):
            with self.subTest(alias), self.assertRaisesRegex(ValueError, f"{alias} means b.googleapis.com already"):
                by_hand = {"b.googleapis.com": {"aliases": ["c"]}, "a.googleapis.com": {"aliases": [alias]}}
                refuse_ambiguous(self.RECORDS, by_hand)

    def test_what_is_written_by_hand_must_be_of_a_service_that_is_there(self):
        with self.assertRaisesRegex(ValueError, "by_hand.yaml has c, which neither source has"):
            refuse_ambiguous(self.RECORDS, {"c": {"aliases": ["d"]}})

    def test_a_service_without_operations_may_have_regional_hosts(self):
        refuse_ambiguous(self.RECORDS, {"c": {"regional": ["us  c.us.rep"]}})


class ByHandTest(unittest.TestCase):
    def test_each_row_of_a_host_says_its_source(self):
        for service, of in load("by_hand.yaml")["services"].items():
            for row in of.get("endpoint", []):
                with self.subTest(f"{service}: {row}"):
                    self.assertRegex(row, r"googleapis\.com # \S")

    def test_whatever_is_left_out_has_a_reason(self):
        for collections in load("by_hand.yaml")["discovery"]["not_operations"].values():
            self.assertTrue(all(collections.values()))
