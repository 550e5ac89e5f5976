// SPDX-License-Identifier: Apache-2.0
module com.example.everywhere {
    requires dev.longrun.aiplatform;
    requires dev.longrun.compute;
    requires dev.longrun.container;
    requires dev.longrun.core;
    requires dev.longrun.dataplex;
    requires dev.longrun.dialogflow.cx;
    requires dev.longrun.discoveryengine;
    requires dev.longrun.jackson3;
    requires dev.longrun.micrometer;
    requires dev.longrun.opentelemetry;
    requires dev.longrun.sqladmin;
    requires dev.longrun.testkit;
}
