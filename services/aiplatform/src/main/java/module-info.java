// SPDX-License-Identifier: Apache-2.0
/** Vertex AI for Longrun: names, documented bindings and metadata of its operations. */
module dev.longrun.aiplatform {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.aiplatform;
    exports dev.longrun.aiplatform.v1;
    exports dev.longrun.aiplatform.v1beta1;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.aiplatform.AiplatformProvider;
}
