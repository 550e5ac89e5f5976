// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import dev.longrun.OperationsClientBuilder;
import java.util.List;

/** The credentials of a client. */
public sealed interface CredentialChoice {

    /** Configures a client with them. */
    OperationsClientBuilder apply(OperationsClientBuilder client);

    /** No credentials. */
    record None() implements CredentialChoice {
        @Override
        public OperationsClientBuilder apply(OperationsClientBuilder client) {
            return client.withoutCredentials();
        }
    }

    /** Application Default Credentials. */
    record ApplicationDefault() implements CredentialChoice {
        @Override
        public OperationsClientBuilder apply(OperationsClientBuilder client) {
            return client;
        }
    }

    /**
     * A service account that the Application Default Credentials impersonate.
     *
     * @param chain delegates, and the account as the last
     */
    record ServiceAccount(List<String> chain) implements CredentialChoice {
        @Override
        public OperationsClientBuilder apply(OperationsClientBuilder client) {
            return client.impersonate(chain);
        }
    }

    /** A token that another program keeps in a file. */
    record TokenFile(AccessTokenFile file) implements CredentialChoice {
        @Override
        public OperationsClientBuilder apply(OperationsClientBuilder client) {
            return client.credentials(file);
        }
    }
}
