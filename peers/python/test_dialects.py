# SPDX-License-Identifier: Apache-2.0
"""Services that do not speak google.longrunning, and Cloud Storage with its paths of another form."""

import unittest

import googleapiclient.discovery
import googleapiclient.errors
import httplib2
from google.api_core import exceptions
from google.api_core.client_options import ClientOptions
from google.cloud import compute_v1, container_v1

import fake_server
import generated


def discovered(api, version, url):
    """A client of google-api-python-client. The URL replaces all that comes before the paths of the document."""
    return googleapiclient.discovery.build(
        api,
        version,
        http=httplib2.Http(),
        client_options=ClientOptions(api_endpoint=url),
        static_discovery=True,
    )


class KubernetesEngine(fake_server.FakeServerTest):
    services = ("container",)
    parent = "projects/p/locations/l"

    def setUp(self):
        self.client = generated.client(container_v1.ClusterManagerClient, self.url)

    def test_gets_and_lists(self):
        found = self.client.get_operation(name=self.parent + "/operations/done-a")

        self.assertEqual(found.status, container_v1.Operation.Status.DONE)
        self.assertIn(found, self.client.list_operations(parent=self.parent).operations)

    def test_notes_a_cancel(self):
        name = self.parent + "/operations/cancels-60000-a"

        self.client.cancel_operation(name=name)

        self.assertEqual(
            self.client.get_operation(name=name).status,
            container_v1.Operation.Status.ABORTING,
        )

    def test_cancels_in_a_zone(self):
        words = {"project_id": "p", "zone": "z", "operation_id": "cancels-0-a"}

        self.client.cancel_operation(**words)

        found = self.client.get_operation(**words)
        self.assertEqual(found.status, container_v1.Operation.Status.DONE)
        self.assertIn(
            found, self.client.list_operations(project_id="p", zone="z").operations
        )

    def test_cancels_by_the_discovery_document(self):
        api = discovered("container", "v1", self.url)
        locations = api.projects().locations().operations()
        zones = api.projects().zones().operations()
        words = {"projectId": "p", "zone": "z", "operationId": "cancels-0-b"}

        locations.cancel(name=self.parent + "/operations/cancels-0-b", body={}).execute()
        zones.cancel(**words, body={}).execute()

        found = locations.get(name=self.parent + "/operations/cancels-0-b").execute()
        self.assertEqual(found["status"], "DONE")
        self.assertEqual(zones.get(**words).execute()["status"], "DONE")


class ComputeEngine(fake_server.FakeServerTest):
    services = ("compute",)

    def setUp(self):
        self.zones = generated.client(compute_v1.ZoneOperationsClient, self.url)
        self.regions = generated.client(compute_v1.RegionOperationsClient, self.url)
        self.all = generated.client(compute_v1.GlobalOperationsClient, self.url)
        self.organizations = generated.client(
            compute_v1.GlobalOrganizationOperationsClient, self.url
        )

    def test_waits_in_a_zone(self):
        place = {"project": "p", "zone": "waits"}

        waited = self.zones.wait(operation="runs-200-a", **place)

        self.assertEqual(waited.status, compute_v1.Operation.Status.DONE)
        self.assertEqual(waited, self.zones.get(operation="runs-200-a", **place))

    def test_lists_all_pages_of_a_zone(self):
        place = {"project": "p", "zone": "pages"}
        for operation in ("done-a", "done-b", "stuck-a"):
            self.zones.get(operation=operation, **place)

        pages = self.zones.list(
            compute_v1.ListZoneOperationsRequest(
                max_results=1, filter="status=DONE", **place
            )
        )

        self.assertEqual([found.name for found in pages], ["done-a", "done-b"])

    def test_deletes_in_a_region(self):
        words = {"project": "p", "region": "r", "operation": "done-a"}
        self.regions.get(**words)

        self.regions.delete(**words)

        with self.assertRaises(exceptions.NotFound):
            self.regions.get(**words)

    def test_waits_by_the_discovery_document(self):
        for version in ("v1", "beta"):
            api = discovered("compute", version, "%s/compute/%s/" % (self.url, version))
            place = {"project": "p", "zone": version}

            waited = (
                api.zoneOperations().wait(operation="runs-200-a", **place).execute()
            )

            self.assertEqual(waited["status"], "DONE")
            self.assertIn(
                waited,
                api.zoneOperations()
                .list(filter='status = "DONE"', **place)
                .execute()["items"],
            )


class CloudSql(fake_server.FakeServerTest):
    services = ("sqladmin",)

    def test_cancels(self):
        for version in ("v1", "v1beta4"):
            operations = discovered("sqladmin", version, self.url).operations()
            words = {"project": version, "operation": "cancels-0-a"}

            operations.cancel(**words).execute()

            found = operations.get(**words).execute()
            self.assertEqual(found["error"]["errors"][0]["code"], "CANCELLED")
            listed = operations.list(project=version).execute()
            self.assertEqual(listed["items"], [found])


class CloudDns(fake_server.FakeServerTest):
    services = ("dns",)

    def test_gets_and_lists(self):
        operations = discovered("dns", "v1", self.url).managedZoneOperations()

        found = operations.get(project="p", managedZone="z", operation="done-a").execute()

        self.assertEqual(found["status"], "DONE")
        listed = operations.list(project="p", managedZone="z").execute()
        self.assertEqual(listed["operations"], [found])

    def test_says_what_it_does_not_have(self):
        operations = discovered("dns", "v1", self.url).managedZoneOperations()

        with self.assertRaisesRegex(googleapiclient.errors.HttpError, "notFound"):
            operations.get(project="p", managedZone="z", operation="x").execute()


class CloudStorage(fake_server.FakeServerTest):
    services = ("storage",)

    def test_cancels(self):
        operations = discovered(
            "storage", "v1", self.url + "/storage/v1/"
        ).operations()

        operations.cancel(bucket="b", operationId="cancels-0-a").execute()

        found = operations.get(bucket="b", operationId="cancels-0-a").execute()
        self.assertEqual(found["error"]["code"], 1)
        listed = operations.list(bucket="b").execute()
        self.assertEqual(listed["operations"], [found])


class DeploymentManager(fake_server.FakeServerTest):
    services = ("deploymentmanager",)

    def test_gets_and_lists(self):
        operations = discovered("deploymentmanager", "v2", self.url).operations()

        found = operations.get(project="p", operation="done-a").execute()

        self.assertEqual(found["status"], "DONE")
        self.assertEqual(operations.list(project="p").execute()["operations"], [found])


if __name__ == "__main__":
    unittest.main()
