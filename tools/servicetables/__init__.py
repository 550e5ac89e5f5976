# SPDX-License-Identifier: Apache-2.0
"""Makes the service tables of Longrun from Google's service configurations.

Data flows one way: configs (YAML) -> records -> layout (rows) -> text. Only configs and the command touch files.
"""
