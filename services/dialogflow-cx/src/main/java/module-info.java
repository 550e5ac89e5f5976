// SPDX-License-Identifier: Apache-2.0
/** Dialogflow CX for Longrun: names, documented bindings and metadata of its operations. */
module dev.longrun.dialogflow.cx {
    requires transitive dev.longrun.core;
    requires static org.jspecify;

    exports dev.longrun.dialogflow.cx;
    exports dev.longrun.dialogflow.cx.v3;
    exports dev.longrun.dialogflow.cx.v3beta1;

    provides dev.longrun.service.ServiceProvider with
            dev.longrun.dialogflow.cx.DialogflowCxProvider;
}
