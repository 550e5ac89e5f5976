#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Prints the number and MiB of jars of each client, with all its run-time dependencies as Maven resolves them for a project
# that depends on that one artifact and manages no versions.
#
#   tools/weigh_clients.sh
#
# The discovery client is that of Dataplex, as in the tests of peers/: only their models differ.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

weigh() { # what, folder of jars
    local jars=("$2"/*.jar)
    local bytes
    bytes=$(cat "${jars[@]}" | wc -c)
    awk -v what="$1" -v jars="${#jars[@]}" -v bytes="$bytes" \
        'BEGIN { printf "%-70s %3d jars %5.1f MiB\n", what, jars, bytes / 1048576 }'
}

published() { # group, artifact, version
    local project=$work/$2
    mkdir -p "$project"
    cat > "$project/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>weight</groupId><artifactId>$2-user</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>
  </dependencies>
</project>
POM
    mvn -B -q -f "$project" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$project/jars"
    weigh "$1:$2:$3" "$project/jars"
}

ours() { # artifact, folder of its module
    mvn -B -q package dependency:copy-dependencies -pl "$2" -am -DskipTests -Dspotless.check.skip \
        -DincludeScope=runtime -DoutputDirectory="$work/$1"'/${project.artifactId}'
    cp "$2/target/$1"-*.jar "$work/$1/$1"
    weigh "dev.longrun:$1" "$work/$1/$1"
}

published com.google.cloud google-cloud-filestore 1.89.0
published com.google.apis google-api-services-dataplex v1-rev20251113-2.0.0
ours longrun-filestore services/filestore
