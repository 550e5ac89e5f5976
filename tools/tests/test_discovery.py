# SPDX-License-Identifier: Apache-2.0
import json
import tempfile
import unittest
from pathlib import Path

from servicetables import discovery
from servicetables.records import DISCOVERY, Binding
from servicetables.text import SCOPE

OPERATION = {"properties": dict.fromkeys(("name", "done", "metadata", "response", "error"), {})}
THING = {"properties": dict.fromkeys(("name", "createTime"), {})}


def method(
    verb="GET",
    path="v1/{+name}",
    pattern="^a/[^/]+/operations/[^/]+$",
    answer="Operation",
    scopes=("x",),
    **more,
):
    return {
        "httpMethod": verb,
        "path": path,
        "parameters": {"name": {"pattern": pattern}},
        "response": {"$ref": answer},
        "scopes": [SCOPE + scope for scope in scopes],
        **more,
    }


def document(resources, **more):
    return {
        "name": "x",
        "version": "v1",
        "rootUrl": "https://x.googleapis.com/",
        "servicePath": "",
        "schemas": {"Operation": OPERATION, "Thing": THING},
        "resources": resources,
        **more,
    }


def of(name, **methods):
    return {name: {"methods": methods}}


class ReadTest(unittest.TestCase):
    def read(self, *documents, **by_hand):
        return discovery.read(list(documents), by_hand)

    def test_methods_of_nested_resources_that_are_operations_are_read(self):
        cancel = method("POST", "v1/{+name}:cancel", request={"$ref": "Cancel"}, answer="Empty")
        inner = of("operations", get=method(), cancel=cancel, create=method("POST"))
        (record,) = self.read(document({"things": {"methods": {"get": method(answer="Thing")}, "resources": inner}}))
        self.assertEqual((record.service, record.version, record.dialect), ("x.googleapis.com", "v1", "longrunning"))
        self.assertEqual(
            record.bindings,
            {
                "get": [Binding("GET", "/v1/{name=a/*/operations/*}", False, "", DISCOVERY)],
                "cancel": [Binding("POST", "/v1/{name=a/*/operations/*}:cancel", True, "", DISCOVERY)],
            },
        )

    def test_an_aggregated_list_is_the_list_of_the_parent_of_all_places(self):
        places = {"list": "global", "aggregatedList": "aggregated"}
        methods = {name: method(path=f"v1/projects/{{project}}/{place}/operations") for name, place in places.items()}
        (record,) = self.read(document(of("globalOperations", get=method(), **methods)))
        self.assertEqual(
            [binding.template for binding in record.bindings["list"]],
            ["/v1/{name=projects/*/global}/operations", "/v1/{name=projects/*}/aggregated/operations"],
        )

    def test_a_document_without_operations_is_passed_over(self):
        self.assertEqual(self.read(document(of("things", get=method(answer="Thing")))), [])

    def test_the_word_operations_may_end_a_longer_name(self):
        (record,) = self.read(document(of("zoneOperations", get=method())))
        self.assertEqual(list(record.bindings), ["get"])

    def test_a_collection_that_is_called_operations_and_is_none_must_be_named(self):
        other = document(of("bucketOperations", get=method(answer="Thing"), cancel=method("POST", "v1/{+name}:cancel")))
        with self.assertRaisesRegex(ValueError, "x.googleapis.com v1 bucketOperations has a form that is not known"):
            self.read(other)
        named = {"not_operations": {"x.googleapis.com": {"bucketOperations": "a resource"}}}
        self.assertEqual(self.read(other, **named), [])

    def test_a_collection_of_that_name_can_be_named_by_its_whole_path(self):
        resources = {"a": {"resources": of("operations", get=method(answer="Thing"))}, **of("operations", get=method())}
        (record,) = self.read(document(resources), not_operations={"x.googleapis.com": {"a.operations": "a resource"}})
        self.assertEqual(len(record.bindings["get"]), 1)

    def test_without_a_get_the_list_tells_what_it_is(self):
        schemas = {
            "Operation": OPERATION,
            "Operations": {"properties": {"operations": {"items": {"$ref": "Operation"}}}},
            "Things": {"properties": {"things": {"items": {"$ref": "Thing"}}}},
        }
        listed = of("operations", list=method(pattern="^operations$", answer="Operations"))
        (record,) = self.read(document(listed, schemas=schemas))
        self.assertEqual(record.bindings["list"][0].template, "/v1/{name=operations}")
        with self.assertRaises(ValueError):
            self.read(document(of("operations", list=method(answer="Things")), schemas=schemas))

    def test_scopes_are_those_that_each_path_of_an_rpc_accepts(self):
        resources = {
            "a": {"resources": of("operations", get=method(scopes=("x", "x.read")))},
            "b": {"resources": of("operations", get=method(pattern="^b/operations/[^/]+$", scopes=("y", "x")))},
            "c": {"resources": of("operations", get=method(pattern="^c/operations/[^/]+$", scopes=()))},
        }
        (record,) = self.read(document(resources))
        self.assertEqual(record.scopes, {"get": (SCOPE + "x",)})

    def test_a_shared_host_and_a_document_of_another_version_are_put_right_by_hand(self):
        shared = document(of("operations", get=method()), rootUrl="https://www.googleapis.com/", version="preview")
        by_hand = {"services": {"www.googleapis.com": {"x": "x.googleapis.com"}}, "versions": {"x": {"preview": "v1"}}}
        (record,) = self.read(shared, **by_hand)
        self.assertEqual((record.service, record.version), ("x.googleapis.com", "v1"))


class DialectTest(unittest.TestCase):
    def test_the_fields_of_the_answer_tell_the_dialect(self):
        for dialect, fields in {
            "compute": ("name", "status", "operationType", "httpErrorStatusCode", "progress"),
            "container": ("name", "status", "operationType", "nodepoolConditions"),
            "sqladmin": ("name", "status", "operationType", "targetProject"),
            "dns": ("id", "status", "zoneContext"),
        }.items():
            with self.subTest(dialect):
                schemas = {"Operation": {"properties": dict.fromkeys(fields, {})}}
                (record,) = discovery.read([document(of("operations", get=method()), schemas=schemas)], {})
                self.assertEqual(record.dialect, dialect)

    def test_a_version_with_two_forms_has_the_other_dialect(self):
        zone = {"properties": dict.fromkeys(("id", "status", "zoneContext"), {})}
        resources = {**of("zoneOperations", get=method(answer="Zone")), **of("operations", get=method())}
        (record,) = discovery.read([document(resources, schemas={"Operation": OPERATION, "Zone": zone})], {})
        self.assertEqual(record.dialect, "dns")


class RegionalTest(unittest.TestCase):
    def regional(self, *endpoints, **by_hand):
        listed = [{"endpointUrl": f"https://{host}/", "location": location} for location, host in endpoints]
        return discovery.regional([document({}, endpoints=listed)], by_hand)

    def test_locations_of_one_form_are_together(self):
        self.assertEqual(
            self.regional(("us", "x.us.rep.googleapis.com"), ("in", "x.in.rep.googleapis.com")),
            {"x.googleapis.com": {"x.{location}.rep.googleapis.com": ["in", "us"]}},
        )

    def test_hosts_of_the_other_form_are_required_ones_and_left_to_by_hand(self):
        self.assertEqual(self.regional(("us-west1", "us-west1-x.googleapis.com")), {})

    def test_hosts_that_are_not_for_users_are_left_out(self):
        self.assertEqual(self.regional(("us", "x-preprod.us.rep.googleapis.com"), not_for_users=["x-preprod."]), {})


class DocumentsTest(unittest.TestCase):
    def test_all_documents_below_the_folder_are_read_but_those_of_tests(self):
        with tempfile.TemporaryDirectory() as directory:
            for path in ("b/v1/b-api.json", "a/v1/a-api.json", "gen/testdata/c-api.json", "a/v1/other.json"):
                file = Path(directory, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(json.dumps({"name": path[0]}), encoding="utf-8")
            self.assertEqual([d["name"] for d in discovery.documents(Path(directory))], ["a", "b"])
