// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

/**
 * A value and where it came from.
 *
 * @param source an option, a variable, or gcloud's configuration with its file
 * @param given whether it was given on the command line
 */
public record SettingValue(Setting setting, String text, String source, boolean given) {

    /** The same source, which stands for another text. */
    SettingValue withText(String other, String why) {
        return new SettingValue(setting, other, source + ", " + why, given);
    }

    /** {@code project acme, of CLOUDSDK_CORE_PROJECT}. */
    public String describe() {
        return setting.label() + " " + text + ", of " + source;
    }
}
