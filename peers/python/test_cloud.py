# SPDX-License-Identifier: Apache-2.0
"""The Cloud client libraries of Filestore, Dataplex, Discovery Engine and Dialogflow CX."""

import unittest

from google.cloud import (
    common,  # noqa: F401, for its messages
    dataplex_v1,
    dialogflowcx_v3,
    discoveryengine_v1,
    filestore_v1,
)

import generated

DATA_STORE = "projects/p/locations/l/collections/c/dataStores/d"


class Filestore(generated.CancelsFutures, generated.Deletes, generated.GeneratedClientTest):
    services = ("filestore",)
    client_class = filestore_v1.CloudFilestoreManagerClient
    metadata = "google.cloud.common.OperationMetadata"


class Dataplex(generated.CancelsFutures, generated.Deletes, generated.GeneratedClientTest):
    services = ("dataplex",)
    client_class = dataplex_v1.DataplexServiceClient
    metadata = "google.cloud.dataplex.v1.OperationMetadata"


class Engines(generated.CancelsFutures, generated.GeneratedClientTest):
    services = ("discoveryengine",)
    client_class = discoveryengine_v1.EngineServiceClient
    parent = "projects/p/locations/l/collections/c/engines/e"
    metadata = "google.cloud.discoveryengine.v1.CreateEngineMetadata"


class DataStores(generated.GeneratedClientTest):
    services = ("discoveryengine",)
    client_class = discoveryengine_v1.DataStoreServiceClient
    parent = DATA_STORE
    metadata = "google.cloud.discoveryengine.v1.CreateDataStoreMetadata"


class Documents(generated.CancelsFutures, generated.GeneratedClientTest):
    services = ("discoveryengine",)
    client_class = discoveryengine_v1.DocumentServiceClient
    parent = DATA_STORE + "/branches/b"
    metadata = "google.cloud.discoveryengine.v1.ImportDocumentsMetadata"


class Agents(generated.Cancels, generated.GeneratedClientTest):
    services = ("dialogflow",)
    client_class = dialogflowcx_v3.AgentsClient
    metadata = "google.protobuf.Struct"


if __name__ == "__main__":
    unittest.main()
