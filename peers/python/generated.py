# SPDX-License-Identifier: Apache-2.0
"""What the generated clients of services in the standard form have in common."""

from google.api_core import exceptions, operation
from google.auth.credentials import AnonymousCredentials
from google.longrunning import operations_pb2
from google.protobuf import descriptor_pool, message_factory

import fake_server


def client(cls, url):
    """A client over REST at a plain HTTP URL."""
    transport = cls.get_transport_class("rest")
    return cls(
        transport=transport(
            host=url, credentials=AnonymousCredentials(), url_scheme="http"
        )
    )


def message(any_message):
    """The message class of an Any, which must be one that the imported modules know."""
    name = any_message.type_url.rpartition("/")[2]
    return message_factory.GetMessageClass(
        descriptor_pool.Default().FindMessageTypeByName(name)
    )


class GeneratedClientTest(fake_server.FakeServerTest):
    """Get, list and wait, by the client itself and by the operations client of google-api-core beneath it."""

    client_class = None
    parent = "projects/p/locations/l"
    metadata = None

    def setUp(self):
        self.client = client(self.client_class, self.url)
        self.core = self.client.transport.operations_client

    def name(self, kind):
        """An operation of this test alone."""
        own = self.id().partition(".")[2].replace("_", "").replace(".", "-").lower()
        return "%s/operations/%s-%s" % (self.parent, kind, own)

    def get(self, name):
        return self.client.get_operation(operations_pb2.GetOperationRequest(name=name))

    def follow(self, name):
        found = self.core.get_operation(name)
        done = self.core.get_operation(self.name("done"))
        return operation.from_gapic(
            found,
            self.core,
            message(done.response),
            metadata_type=message(found.metadata),
        )

    def test_reads_metadata_of_the_service(self):
        found = self.get(self.name("done"))

        self.assertTrue(found.done)
        self.assertEqual(found.metadata.type_url.rpartition("/")[2], self.metadata)
        self.assertIsNotNone(message(found.metadata).FromString(found.metadata.value))
        self.assertEqual(found, self.core.get_operation(self.name("done")))

    def test_lists(self):
        self.get(self.name("done"))

        listed = self.client.list_operations(
            operations_pb2.ListOperationsRequest(name=self.parent)
        )

        self.assertIn(self.name("done"), [found.name for found in listed.operations])

    def test_lists_all_pages(self):
        names = {self.name("done") + letter for letter in "abc"}
        for name in names:
            self.get(name)

        pages = self.core.list_operations(self.parent, "done=true", page_size=1)

        self.assertLessEqual(names, {found.name for found in pages})

    def test_waits_for_a_future(self):
        future = self.follow(self.name("runs-200"))

        self.assertIsNotNone(future.metadata)
        self.assertIsNotNone(future.result(timeout=60))


class Cancels:
    """For clients that have a cancel."""

    def test_cancels(self):
        self.client.cancel_operation(
            operations_pb2.CancelOperationRequest(name=self.name("cancels-0"))
        )

        self.assertEqual(self.get(self.name("cancels-0")).error.code, 1)


class CancelsFutures(Cancels):
    """For those whose cancel has a body: without one, google-api-core raises a KeyError."""

    def test_cancels_a_future(self):
        future = self.follow(self.name("cancels-0"))

        future.cancel()

        self.assertIsInstance(future.exception(timeout=60), exceptions.Cancelled)
        self.assertTrue(future.cancelled())


class Deletes:
    """For clients that have a delete."""

    def test_deletes(self):
        self.get(self.name("done"))

        self.client.delete_operation(
            operations_pb2.DeleteOperationRequest(name=self.name("done"))
        )

        with self.assertRaises(exceptions.NotFound):
            self.get(self.name("done"))


class Waits:
    """For clients whose server waits."""

    def test_waits_on_the_server(self):
        waited = self.client.wait_operation(
            operations_pb2.WaitOperationRequest(name=self.name("runs-200"))
        )

        self.assertTrue(waited.done)
