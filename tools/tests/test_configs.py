# SPDX-License-Identifier: Apache-2.0
import tempfile
import unittest
from pathlib import Path

from servicetables.configs import read
from servicetables.records import Binding
from servicetables.text import SCOPE

CONFIG = """\
type: google.api.Service
config_version: 3
name: x.googleapis.com
http:
  rules:
  - selector: google.x.v1.X.GetThing
    get: '/v1/{name=things/*}'
  - selector: google.longrunning.Operations.CancelOperation
    post: '/v1/{name=a/*/operations/*}:cancel'
    body: '*'
    additional_bindings:
    - get: '/v1/{name=b/*/operations/*}:cancel'
    - post: '/ui/{name=c/*/operations/*}:cancel'
    - post: '/uiv1beta3/{name=c/*/operations/*}:cancel'
    - post: '/v1/{name=a/*/operations/*}:cancel'
      body: '*'
  - selector: google.longrunning.Operations.GetOperation
    get: '/v1/{name=a/*/operations/*}'
authentication:
  rules:
  - selector: 'google.x.v1.X.*'
    oauth: {canonical_scopes: 'https://www.googleapis.com/auth/x'}
  - selector: 'google.longrunning.Operations.*'
    oauth:
      canonical_scopes: |-
        https://www.googleapis.com/auth/cloud-platform,
        https://www.googleapis.com/auth/x
  - selector: google.longrunning.Operations.GetOperation
    oauth: {canonical_scopes: 'https://www.googleapis.com/auth/x.read'}
"""


class ReadTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.checkout = Path(directory.name)

    def write(self, path, text):
        file = self.checkout / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def test_bindings_are_read_in_order_without_those_of_pages_and_without_repetition(self):
        self.write("google/x/v1/x_v1.yaml", CONFIG)
        (record,) = read(self.checkout)
        self.assertEqual((record.service, record.version), ("x.googleapis.com", "v1"))
        self.assertEqual(
            record.bindings["cancel"],
            [
                Binding("POST", "/v1/{name=a/*/operations/*}:cancel", True),
                Binding("GET", "/v1/{name=b/*/operations/*}:cancel", False),
            ],
        )
        self.assertEqual(set(record.bindings), {"get", "cancel"})

    def test_the_last_authentication_rule_that_matches_holds(self):
        self.write("google/x/v1/x_v1.yaml", CONFIG)
        (record,) = read(self.checkout)
        self.assertEqual(record.scopes, {"cancel": (SCOPE + "cloud-platform", SCOPE + "x"), "get": (SCOPE + "x.read",)})

    def test_the_version_is_the_directorys_or_else_the_paths(self):
        self.write("google/x/v1/schema/x_v1.yaml", CONFIG)
        self.write("google/y/y.yaml", CONFIG.replace("/v1/", "/v1beta1/"))
        self.assertEqual([record.version for record in read(self.checkout)], ["v1", "v1beta1"])

    def test_other_files_are_passed_over(self):
        self.write("google/x/v1/x_gapic.yaml", "type: com.google.api.codegen.ConfigProto")
        self.write("google/x/v1/plain.yaml", "type: google.api.Service\nname: y.googleapis.com\n")
        self.assertEqual(read(self.checkout), [])
