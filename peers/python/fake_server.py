# SPDX-License-Identifier: Apache-2.0
"""One `lro fake-server` for the tests of a class."""

import os
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class FakeServer:
    """The command in the environment variable LRO, else that of this checkout."""

    def __init__(self, *services, version=None):
        command = [os.environ.get("LRO", str(ROOT / "lro")), "fake-server", "-q"]
        for service in services:
            command += ["--service", service]
        if version:
            command += ["--api-version", version]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url = self._process.stdout.readline().strip()
        if not self.url:
            raise RuntimeError("%s: no URL on stdout" % command)

    def close(self):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()


class FakeServerTest(unittest.TestCase):
    """A server of `services`, of all versions or one, at `url`. The tests of a class share it: each has ids of its own."""

    services = ()
    version = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._server = FakeServer(*cls.services, version=cls.version)
        cls.url = cls._server.url
        cls.addClassCleanup(cls._server.close)
