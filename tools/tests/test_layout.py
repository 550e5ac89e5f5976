# SPDX-License-Identifier: Apache-2.0
import unittest
from dataclasses import replace

from servicetables.layout import rows
from servicetables.records import Binding, Record

A, B, C = (f"{letter}/*/operations/*" for letter in "abc")


def record(**bindings):
    return Record("x.googleapis.com", "v1", bindings)


def get(pattern):
    return Binding("GET", f"/v1/{{name={pattern}}}")


def listing(pattern):
    return Binding("GET", f"/v1/{{name={pattern.removesuffix('/operations/*')}}}/operations")


def cancel(pattern, body=True):
    return Binding("POST", f"/v1/{{name={pattern}}}:cancel", body)


class RowsTest(unittest.TestCase):
    def test_bindings_of_the_regular_form_share_a_row(self):
        of = record(get=[get(A)], list=[listing(A)], cancel=[cancel(A)], delete=[Binding("DELETE", f"/v1/{{name={A}}}")])
        self.assertEqual(rows(of), [("names", A, ("get", "list", "cancel", "delete"))])

    def test_a_missing_body_is_marked(self):
        wait = Binding("POST", f"/v1/{{name={A}}}:wait")
        self.assertEqual(rows(record(cancel=[cancel(A, False)], wait=[wait])), [("names", A, ("cancel-", "wait-"))])

    def test_each_rpc_keeps_its_order(self):
        of = record(get=[get(A), get(B), get(C)], cancel=[cancel(B), cancel(C)])
        self.assertEqual(
            rows(of), [("names", A, ("get",)), ("names", B, ("get", "cancel")), ("names", C, ("get", "cancel"))]
        )

    def test_a_row_is_split_where_two_rpcs_disagree(self):
        of = record(get=[get(A), get(B)], list=[listing(B), listing(A)])
        self.assertEqual(rows(of), [("names", A, ("get",)), ("names", B, ("get", "list")), ("names", A, ("list",))])

    def test_whatever_is_irregular_is_a_rule_in_its_place(self):
        of = record(get=[get(A), Binding("GET", "/v1/admin/{name=**}"), get(B)])
        self.assertEqual(
            rows(of),
            [("names", A, ("get",)), ("rules", "get GET /{version}/admin/{name=**}"), ("names", B, ("get",))],
        )

    def test_rows_that_one_source_has_are_in_a_section_of_their_own(self):
        of = record(get=[get(A), replace(get(B), source="discovery"), replace(get(C), source="protos")])
        self.assertEqual(
            rows(of), [("names", A, ("get",)), ("names discovery", B, ("get",)), ("names protos", C, ("get",))]
        )

    def test_a_name_is_split_over_two_sections_if_the_sources_differ_by_rpc(self):
        of = record(get=[get(A)], cancel=[replace(cancel(A), source="discovery")])
        self.assertEqual(rows(of), [("names", A, ("get",)), ("names discovery", A, ("cancel",))])

    def test_rows_of_one_section_stay_together_if_the_order_allows(self):
        other = Binding("GET", "/v1/admin/{name=**}")
        of = record(get=[get(A), other], list=[replace(listing(B), source="protos")], cancel=[cancel(C)])
        self.assertEqual([row[0] for row in rows(of)], ["names", "names", "names protos", "rules"])

    def test_a_name_that_is_not_in_the_path_follows_the_rule(self):
        of = record(get=[Binding("GET", "/s/v1/b/{b}/operations/{o}", name="buckets/*/operations/*")])
        self.assertEqual(
            rows(of), [("rules", "get GET /s/{version}/b/{b}/operations/{o} buckets/*/operations/*")]
        )

    def test_these_are_irregular(self):
        for rpc, binding, rule in [
            ("list", Binding("GET", "/v1/operations"), "list GET /{version}/operations"),
            ("list", Binding("GET", "/v1/{name=a/**}/operations"), "list GET /{version}/{name=a/**}/operations"),
            ("list", Binding("GET", "/v1/{name=a/*/operations}"), "list GET /{version}/{name=a/*/operations}"),
            ("cancel", Binding("GET", "/v1/{name=a/*}:cancel"), "cancel GET /{version}/{name=a/*}:cancel"),
            ("get", Binding("GET", "/v2/{name=a/*}"), "get GET /v2/{name=a/*}"),
            ("get", Binding("GET", "/sql/v1/{name=a/*}"), "get GET /sql/{version}/{name=a/*}"),
            ("cancel", Binding("POST", "/v1/{name=a/*}/cancel"), "cancel POST /{version}/{name=a/*}/cancel"),
            ("get", Binding("GET", "/v1/{name=a/*}", True), "get GET* /{version}/{name=a/*}"),
        ]:
            with self.subTest(rule):
                self.assertEqual(rows(record(**{rpc: [binding]})), [("rules", rule)])
