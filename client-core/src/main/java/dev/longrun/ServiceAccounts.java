// SPDX-License-Identifier: Apache-2.0
package dev.longrun;

import dev.longrun.text.SafeText;
import java.util.List;
import java.util.regex.Pattern;

/** Checks emails of service accounts, which become part of a URL. */
final class ServiceAccounts {
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private ServiceAccounts() {}

    static List<String> check(List<String> emails) {
        for (String email : emails) {
            if (!EMAIL.matcher(email).matches()) {
                throw new IllegalArgumentException(
                        "a service account must look like NAME@PROJECT.iam.gserviceaccount.com; got "
                                + SafeText.quoted(email));
            }
        }
        if (emails.isEmpty()) {
            throw new IllegalArgumentException("a service account is missing: the list has none");
        }
        return List.copyOf(emails);
    }
}
