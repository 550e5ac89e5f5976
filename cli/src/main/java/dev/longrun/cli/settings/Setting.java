// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import java.util.List;
import java.util.Locale;

/**
 * All settings that the environment can give. The order of the sources is that of precedence: the option, the
 * variables, the properties of gcloud's active configuration, the default.
 */
public enum Setting {
    PROJECT(
            "--project",
            "CLOUDSDK_CORE_PROJECT GOOGLE_CLOUD_PROJECT",
            "core/project",
            "none",
            "Completes ids, and makes a missing PARENT; a full name stays as it is."),
    LOCATION(
            "--location",
            "CLOUDSDK_COMPUTE_REGION CLOUDSDK_COMPUTE_ZONE",
            "compute/region compute/zone",
            "none",
            "Completes ids, and makes a missing PARENT. The region wins over the zone; a zone alone stands for itself"
                    + " where the service has zones (Filestore, Compute Engine, GKE), elsewhere for its region."),
    ENDPOINT(
            "--endpoint",
            "LONGRUN_ENDPOINT",
            "",
            "the service's host",
            "The server of all requests; one on this machine gets no credentials."),
    ENDPOINT_OF_A_SERVICE(
            "",
            "LONGRUN_ENDPOINT_<SERVICE>",
            "",
            "LONGRUN_ENDPOINT",
            "The server of one service, as LONGRUN_ENDPOINT_FILE of Filestore; --endpoint wins over it."),
    PLAINTEXT(
            "--plaintext",
            "",
            "",
            "off",
            "Allows an endpoint with plain http on another machine, without credentials."),
    UNIVERSE(
            "",
            "GOOGLE_CLOUD_UNIVERSE_DOMAIN",
            "",
            "googleapis.com",
            "The universe of hosts and credentials, which must agree."),
    MTLS_ENDPOINT(
            "",
            "GOOGLE_API_USE_MTLS_ENDPOINT",
            "",
            "auto",
            "With always, requests go to the hosts for client certificates."),
    SERVICES("--services", "LONGRUN_SERVICES", "", "the catalog", "Files that define more services."),
    CREDENTIALS(
            "",
            "GOOGLE_APPLICATION_CREDENTIALS",
            "",
            "gcloud's file, then the metadata server",
            "The file of the Application Default Credentials."),
    IMPERSONATED_SERVICE_ACCOUNT(
            "--impersonate-service-account",
            "CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT",
            "auth/impersonate_service_account",
            "none",
            "The account to act as; of several with commas the last, the others are its delegates."),
    ACCESS_TOKEN_FILE(
            "--access-token-file",
            "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE",
            "auth/access_token_file",
            "none",
            "A file with an access token, read again when it changes or the token is rejected."),
    QUOTA_PROJECT(
            "--quota-project",
            "CLOUDSDK_BILLING_QUOTA_PROJECT GOOGLE_CLOUD_QUOTA_PROJECT",
            "billing/quota_project",
            "that of the credentials",
            "The project whose quota counts. CURRENT_PROJECT stands for gcloud's current project, LEGACY for that"
                    + " of the credentials."),
    REASON(
            "--reason",
            "CLOUDSDK_CORE_REQUEST_REASON",
            "core/request_reason",
            "none",
            "Why the requests are made, for audit logs and the journal."),
    HTTPS_PROXY(
            "",
            "https_proxy HTTPS_PROXY all_proxy ALL_PROXY",
            "",
            "that of the JVM",
            "The proxy of requests over https, those for tokens too: http://HOST:PORT, before HOST a USER:PASSWORD"
                    + " and an @ if it wants them. None is used for this machine and metadata servers."),
    HTTP_PROXY("", "http_proxy HTTP_PROXY all_proxy ALL_PROXY", "", "that of the JVM", "The same of plain http."),
    NO_PROXY(
            "",
            "no_proxy NO_PROXY",
            "",
            "none",
            "Hosts without a proxy: names with all below them, addresses, networks such as 10.0.0.0/8, each with a :PORT"
                    + " or without; * is all."),
    GCLOUD_FOLDER(
            "",
            "CLOUDSDK_CONFIG",
            "",
            "~/.config/gcloud, on Windows %APPDATA%\\gcloud",
            "The folder of gcloud's configurations and credentials."),
    GCLOUD_CONFIGURATION(
            "",
            "CLOUDSDK_ACTIVE_CONFIG_NAME",
            "",
            "the one that gcloud activated",
            "The configuration whose properties count."),
    SHARD(
            "--shard",
            "CLOUD_RUN_TASK_INDEX CLOUD_RUN_TASK_COUNT JOB_COMPLETION_INDEX JOB_COMPLETIONS",
            "",
            "all",
            "The part of a sweep; --shard env reads the variables, the first two or the other two."),
    COLOR(
            "--color",
            "NO_COLOR CLICOLOR_FORCE CLICOLOR TERM",
            "",
            "on terminals",
            "Colours of the output: NO_COLOR with any text turns them off, CLICOLOR_FORCE=1 on, CLICOLOR=0 and TERM=dumb"
                    + " off on terminals.");

    private final String option;
    private final List<String> variables;
    private final List<String> properties;
    private final String fallback;
    private final String sentence;

    Setting(String option, String variables, String properties, String fallback, String sentence) {
        this.option = option;
        this.variables = words(variables);
        this.properties = words(properties);
        this.fallback = fallback;
        this.sentence = sentence;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Such as {@code --project}; empty if there is none. */
    public String option() {
        return option;
    }

    /** The first that is set wins. An empty variable counts as not set. */
    public List<String> variables() {
        return variables;
    }

    /** Properties of gcloud, as {@code core/project}. */
    public List<String> properties() {
        return properties;
    }

    /** What holds where no source has a value. */
    public String fallback() {
        return fallback;
    }

    /** What the setting is for. */
    public String sentence() {
        return sentence;
    }

    /** In words: {@code quota project}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
