# SPDX-License-Identifier: Apache-2.0
"""The Cloud client library of Vertex AI, where google-cloud-common is not installed."""

import importlib.util
import unittest

from google.cloud import aiplatform_v1, aiplatform_v1beta1

import generated


class Locations(
    generated.Cancels, generated.Deletes, generated.Waits, generated.GeneratedClientTest
):
    services = ("aiplatform",)
    client_class = aiplatform_v1.DatasetServiceClient
    metadata = "google.cloud.aiplatform.v1.DeleteOperationMetadata"

    def test_is_alone(self):
        self.assertIsNone(importlib.util.find_spec("google.cloud.common"))


class Endpoints(
    generated.Cancels, generated.Deletes, generated.Waits, generated.GeneratedClientTest
):
    services = ("aiplatform",)
    client_class = aiplatform_v1.EndpointServiceClient
    parent = "projects/p/locations/l/endpoints/e"
    metadata = "google.cloud.aiplatform.v1.DeployModelOperationMetadata"


class EndpointsOfBeta(
    generated.Cancels, generated.Deletes, generated.Waits, generated.GeneratedClientTest
):
    """Polls at /ui/…, which does not tell the version."""

    services = ("aiplatform",)
    version = "v1beta1"
    client_class = aiplatform_v1beta1.EndpointServiceClient
    parent = "projects/p/locations/l/endpoints/e"
    metadata = "google.cloud.aiplatform.v1beta1.DeployModelOperationMetadata"


if __name__ == "__main__":
    unittest.main()
