# SPDX-License-Identifier: Apache-2.0
import unittest

from servicetables.paths import template

PROJECT = "(?:(?:[-a-z0-9]{1,63}\\.)*(?:[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?):)?(?:[0-9]{1,19})"


class TemplateTest(unittest.TestCase):
    def check(self, expected, rpc, path, base="", names=None, version="v1", **patterns):
        method = {"path": path, "parameters": {name: {"pattern": pattern} for name, pattern in patterns.items()}}
        template_and_name = expected if isinstance(expected, tuple) else (expected, "")
        self.assertEqual(template(version, rpc, base, method, names or {}), template_and_name)

    def test_the_name_has_the_pattern_of_its_parameter(self):
        name = "^projects/[^/]+/locations/[^/]+/operations/[^/]+$"
        self.check("/v1/{name=projects/*/locations/*/operations/*}", "get", "v1/{+name}", name=name)
        self.check("/v1/{name=projects/*/locations/*/operations/*}:cancel", "cancel", "v1/{+name}:cancel", name=name)
        self.check("/v1/admin/{name=projects/*/locations/*/operations/*}", "delete", "v1/admin/{+name}", name=name)
        self.check("/v1/{name=operations/**}", "get", "v1/{+name}", name="^operations/.*$")
        self.check("/v1/operations/{name=**}", "get", "v1/operations/{+name}", name="^.*$")

    def test_a_list_names_the_parent_in_either_form(self):
        self.check("/v1/{name=a/*}/operations", "list", "v1/{+name}/operations", name="^a/[^/]+$")
        self.check("/v1/{name=a/*}/operations", "list", "v1/{+name}", name="^a/[^/]+/operations$")
        self.check("/v1/{name=operations}", "list", "v1/{+name}", name="^operations$")
        self.check("/v1/{name=a/**/operations}", "list", "v1/{+name}", name="^a/.*/operations$")
        self.check("/v1/operations", "list", "v1/operations")
        self.check("/v1/{name=a/*}/bOperations", "list", "v1/{+parent}/bOperations", parent="^a/[^/]+$")

    def test_several_variables_become_one(self):
        self.check("/v1/{name=apps/*/operations/*}", "get", "v1/apps/{appsId}/operations/{operationsId}")
        self.check("/v1/{name=apps/*}/operations", "list", "v1/apps/{appsId}/operations")
        self.check(
            "/compute/v1/{name=projects/*/zones/*/operations/*}/wait",
            "wait",
            "projects/{project}/zones/{zone}/operations/{operation}/wait",
            base="compute/v1/",
            project=PROJECT,
        )
        self.check(
            "/compute/v1/{name=folders/*/zones/*}/operations",
            "list",
            "{+folder}/zones/{zone}/operations",
            base="compute/v1/",
            folder="folders/[0-9]{0,20}",
        )
        self.check("/v1/{name=a/*/operations/*}/cancel", "cancel", "v1/a/{a}/operations/{operation}/cancel")

    def test_so_does_one_that_is_only_a_part_of_the_name(self):
        self.check("/v1/{name=locations/global/operations/*}", "get", "v1/locations/global/operations/{operation}")
        self.check("/v1/{name=locations/global}/operations", "list", "v1/locations/global/operations")
        folder = "folders/[0-9]+"
        self.check("/v1/{name=folders/*/global}/operations", "list", "v1/{+folder}/global/operations", folder=folder)

    def test_a_variable_called_name_is_the_whole_name(self):
        self.check("/drive/v3/operations/{name=*}", "get", "operations/{name}", base="drive/v3/", version="v3")

    def test_a_path_without_the_name_keeps_its_variables(self):
        names = {"b/*": "projects/_/buckets/*"}
        operation = ("/storage/v1/b/{bucket}/operations/{id}/cancel", "projects/_/buckets/*/operations/*")
        self.check(operation, "cancel", "b/{bucket}/operations/{id}/cancel", "storage/v1/", names)
        parent = ("/storage/v1/b/{bucket}/operations", "projects/_/buckets/*")
        self.check(parent, "list", "b/{bucket}/operations", "storage/v1/", names)

    def test_the_version_may_be_another_than_that_of_the_document(self):
        self.check("/v1/{name=operations/*}", "get", "v1/{+name}", version="v2", name="^operations/[^/]+$")
