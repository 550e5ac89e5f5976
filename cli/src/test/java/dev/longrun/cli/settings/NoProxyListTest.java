// SPDX-License-Identifier: Apache-2.0
package dev.longrun.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.http.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                      | https://file.googleapis.com | true",
                "googleapis.com         | https://file.googleapis.com | true",
                ".googleapis.com        | https://file.googleapis.com | true",
                ".googleapis.com        | https://googleapis.com      | true",
                "googleapis.com.        | https://file.googleapis.com | true",
                "FILE.googleapis.COM    | https://file.googleapis.com | true",
                "a.example, googleapis.com | https://file.googleapis.com | true",
                "a.example googleapis.com  | https://file.googleapis.com | true",
                "leapis.com             | https://file.googleapis.com | false",
                "www.file.googleapis.com | https://file.googleapis.com | false",
                "file                   | https://file.googleapis.com | false",
                "*.googleapis.com       | https://file.googleapis.com | false",
                "file.googleapis.com:443 | https://file.googleapis.com | true",
                "file.googleapis.com:80  | https://file.googleapis.com | false",
                "10.1.2.3               | http://10.1.2.3:8080         | true",
                "10.1.2.3:8080          | http://10.1.2.3:8080         | true",
                "10.1.2.3:80            | http://10.1.2.3:8080         | false",
                "10.0.0.0/8             | http://10.1.2.3              | true",
                "10.0.0.0/16            | http://10.1.2.3              | false",
                "10.1.2.2/31            | http://10.1.2.3              | true",
                "0.0.0.0/0              | http://10.1.2.3              | true",
                "0.0.0.0/0              | https://file.googleapis.com  | false",
                "10.0.0.0/99            | http://10.1.2.3              | false",
                "10.0.0.0/x             | http://10.1.2.3              | false",
                "1.2.3                  | http://10.1.2.3              | false",
                "2.3                    | http://10.1.2.3              | false",
                "[fd00::1]              | http://[fd00::1]:8080        | true",
                "fd00:0:0:0:0:0:0:1     | http://[fd00::1]:8080        | true",
                "[fd00::1]:81           | http://[fd00::1]:8080        | false",
                "fd00::/8               | http://[fd00::1]             | true",
                "999.1.1.1              | http://999.1.1.1             | true",
                ",, ,                   | https://file.googleapis.com  | false",
                "[[,]],:,::,/,.,*.      | https://file.googleapis.com  | false"
            })
    void isReadAsCurlReadsIt(String list, String server, boolean contained) {
        assertThat(NoProxyList.parse(list).contains(Origin.parse(server))).isEqualTo(contained);
    }
}
