// SPDX-License-Identifier: Apache-2.0
package dev.longrun.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longrun.binding.HttpRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTableTest {
    private static final String HEAD = "service x.googleapis.com\nversions v1\n";

    @Nested
    class Rows {
        @ParameterizedTest
        @CsvSource({
            "get,     GET,    GET /v1/{name=projects/*/operations/*}",
            "list,    LIST,   GET /v1/{name=projects/*}/operations",
            "cancel,  CANCEL, POST* /v1/{name=projects/*/operations/*}:cancel",
            "cancel-, CANCEL, POST /v1/{name=projects/*/operations/*}:cancel",
            "delete,  DELETE, DELETE /v1/{name=projects/*/operations/*}",
            "wait,    WAIT,   POST* /v1/{name=projects/*/operations/*}:wait",
            "wait-,   WAIT,   POST /v1/{name=projects/*/operations/*}:wait",
        })
        void ofNamesAreBoundInTheRegularForm(String word, ApiMethod rpc, String rule) {
            ServiceDefinition definition = only(HEAD + "names\nprojects/*/operations/*  " + word);
            assertThat(rules(definition, rpc)).containsExactly(rule);
        }

        @Test
        void ofRulesAreTakenAsTheyAreButForTheVersion() {
            String table = "service x.googleapis.com\nversions v1 v2\nrules\n"
                    + "cancel GET /v9/{name=operations/**}:cancel\ncancel POST* /{version}/admin/{name=operations/**}:cancel";
            List<ServiceDefinition> definitions = definitions(table);
            assertThat(rules(definitions.get(0), ApiMethod.CANCEL))
                    .containsExactly(
                            "GET /v9/{name=operations/**}:cancel", "POST* /v1/admin/{name=operations/**}:cancel");
            assertThat(rules(definitions.get(1), ApiMethod.CANCEL))
                    .containsExactly(
                            "GET /v9/{name=operations/**}:cancel", "POST* /v2/admin/{name=operations/**}:cancel");
        }

        @Test
        void keepTheirOrderOverSectionsToo() {
            ServiceDefinition definition =
                    only(HEAD + "rules\nget GET /v1/{name=b/*}\nnames\na/*  get\nrules\nget GET /v1/{name=c/*}");
            assertThat(rules(definition, ApiMethod.GET))
                    .containsExactly("GET /v1/{name=b/*}", "GET /v1/{name=a/*}", "GET /v1/{name=c/*}");
        }

        @Test
        void ofVersionsBeginAgain() {
            List<ServiceDefinition> definitions =
                    definitions(HEAD + "names\na/*  get\nversions v2 v3\nnames\nb/*  get");
            assertThat(definitions).extracting(ServiceDefinition::version).containsExactly("v1", "v2", "v3");
            assertThat(rules(definitions.get(2), ApiMethod.GET)).containsExactly("GET /v3/{name=b/*}");
        }

        @Test
        void ofScopesAreOverriddenByLaterOnes() {
            List<ServiceDefinition> definitions = definitions(
                    "service x.googleapis.com\nscopes a b\nscopes list c\nversions v1\nversions v2\nscopes get d");
            assertThat(definitions.get(0).scopes(ApiMethod.CANCEL))
                    .containsExactly("https://www.googleapis.com/auth/a", "https://www.googleapis.com/auth/b");
            assertThat(definitions.get(0).scopes(ApiMethod.LIST)).containsExactly("https://www.googleapis.com/auth/c");
            assertThat(definitions.get(0).scopes(ApiMethod.GET)).hasSize(2);
            assertThat(definitions.get(1).scopes(ApiMethod.GET)).containsExactly("https://www.googleapis.com/auth/d");
        }

        @Test
        void mayBeAbsent() {
            ServiceDefinition definition = only(HEAD);
            assertThat(definition.scopes(ApiMethod.GET)).isEmpty();
            assertThat(definition.rules(ApiMethod.GET)).isEmpty();
            assertThat(definition.defaultHost()).isEqualTo("x.googleapis.com");
            assertThat(definition.mtlsHost(Optional.empty())).isEqualTo("x.mtls.googleapis.com");
        }
    }

    @Nested
    class Preferred {
        private static final String NEWER =
                "service x.googleapis.com\n%sversions v1 v2\nnames\na/*/operations/* get list\n"
                        + "versions v3\nnames\nb/*/operations/* get list\n";

        private static ServiceRegistry registry(String row) {
            ServiceTable table = ServiceTable.parse("t", NEWER.formatted(row));
            return ServiceRegistry.of(() -> table);
        }

        @Test
        void comesBeforeNewerOnes() {
            assertThat(registry("").service("x").version()).isEqualTo("v3");
            assertThat(registry("preferred v1\n").versions("x"))
                    .extracting(ServiceDefinition::version)
                    .containsExactly("v1", "v3", "v2");
        }

        @Test
        void givesWayToAVersionThatDocumentsTheName() {
            ServiceRegistry registry = registry("preferred v1\n");
            assertThat(registry.operation("//x.googleapis.com/a/1/operations/o").version())
                    .isEqualTo("v1");
            assertThat(registry.operation("//x.googleapis.com/b/1/operations/o").version())
                    .isEqualTo("v3");
            assertThat(registry.parent("//x.googleapis.com/a/1").service().version())
                    .isEqualTo("v1");
            assertThat(registry.parent("//x.googleapis.com/b/1").service().version())
                    .isEqualTo("v3");
            assertThat(registry("").parent("//x.googleapis.com/a/1").service().version())
                    .isEqualTo("v2");
        }
    }

    @Nested
    class Dialects {
        @Test
        void areLongrunningUnlessTheTableSaysOtherwise() {
            assertThat(only(HEAD).dialect()).isEqualTo(Dialect.LONGRUNNING);
        }

        @Test
        void beforeVersionsAreForAllOfThemAndAfterForThoseAlone() {
            List<ServiceDefinition> definitions = definitions(
                    "service x.googleapis.com\ndialect compute\nversions v1\nversions v2 v3\ndialect dns\nversions v4");
            assertThat(definitions)
                    .extracting(ServiceDefinition::dialect)
                    .containsExactly(Dialect.COMPUTE, Dialect.DNS, Dialect.DNS, Dialect.COMPUTE);
        }
    }

    @Nested
    class Sources {
        @Test
        void ofRowsHoldUntilTheNextSection() {
            ServiceDefinition definition = only(HEAD + "names\na/* get\nnames protos\nb/* get\nrules discovery\n"
                    + "get GET /v1/{name=c/*}\nrules\nget GET /v1/{name=d/*}");
            assertThat(definition.rules(ApiMethod.GET))
                    .extracting(HttpRule::source)
                    .containsExactly(
                            HttpRule.Source.BOTH,
                            HttpRule.Source.PROTOS,
                            HttpRule.Source.DISCOVERY,
                            HttpRule.Source.BOTH);
        }
    }

    @Nested
    class Blocks {
        @Test
        void areFoundByService() {
            assertThat(Services.TABLE.services())
                    .startsWith("aiplatform.googleapis.com", "bigtableadmin.googleapis.com");
            assertThat(Services.TABLE.definitions("nothing.googleapis.com")).isEmpty();
            assertThat(Services.TABLE.shortNames("file.googleapis.com")).containsExactly("file", "filestore");
            assertThat(Services.TABLE.shortNames("nothing.googleapis.com")).isEmpty();
        }

        @Test
        void areReadOnlyWhenAskedFor() {
            ServiceTable table = ServiceTable.parse("t", HEAD + "service broken.googleapis.com\nversions v1\nnames\nx");
            assertThat(table.definitions("x.googleapis.com")).hasSize(1);
            assertThatThrownBy(() -> table.definitions("broken.googleapis.com"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void areReadOnce() {
            assertThat(Services.TABLE.definitions("file.googleapis.com"))
                    .isSameAs(Services.TABLE.definitions("file.googleapis.com"));
        }

        @Test
        void thatCannotBeReadSayFromWhere() {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("disk gone");
                }
            };
            assertThatThrownBy(() -> ServiceTable.read("x.table", broken))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot read x.table");
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "versions v1 | t:1: a table must begin with a service; got \"versions v1\"",
                    "service | t:1: service takes one name; got \"service\"",
                    "service a;service b;service a | t:3: service \"a\" is there twice; add versions to its first block",
                    "service a;;# nothing | t:1: service \"a\" has no versions",
                    "service a;names | t:2: names must come after versions",
                    "service a;endpiont b | t:2: unknown keyword \"endpiont\"; expected service, aliases, preferred, dialect,"
                            + " scopes, endpoint, mtls, regional, versions, names or rules",
                    "service a;endpoint b | t:2: a host row takes locations, then a host; got \"endpoint b\"",
                    "service a;scopes list | t:2: scopes takes one or more, such as cloud-platform; got none",
                    "service a;versions | t:2: versions takes one or more, such as v1 v1beta1; got none",
                    "service a;versions v1;names;x/* | t:4: a name takes its rpcs, such as get list cancel delete; got \"x/*\" alone",
                    "service a;versions v1;names;x/* stop | t:4: unknown rpc \"stop\"; expected get, list, cancel, delete or wait",
                    "service a;versions v1;names;x/* get- | t:4: only cancel and wait have a body to leave out; got \"get-\"",
                    "service a;versions v1;names;x/* list | t:4: list needs a name that ends in /operations/*, or a rule; got \"x/*\"",
                    "service a;versions v1;rules;get GET | t:4: a rule takes rpc, HTTP method and template, and maybe a name pattern; got \"get GET\"",
                    "service a;preferred v2;versions v1 | t:1: preferred takes one of the versions of \"a\"; got \"v2\"",
                    "service a;dialect compote | t:2: dialect takes one of [longrunning, compute, container, sqladmin, dns];"
                            + " got \"dialect compote\"",
                    "service https://a/ | t:1: a service is called like its host, lab.example.com, in lower case and without a"
                            + " port; endpoint rows name other hosts; got \"https://a/\"",
                    "service a;aliases b/c | t:2: an alias is lower-case letters, digits and inner hyphens, such as lab; got \"b/c\"",
                    "service a;endpoint * https://b | t:2: a host must look like lab.example.com, lab.example.com:8443 or"
                            + " {location}-lab.example.com; got \"https://b\"",
                    "service a;endpoint * {region}.b | t:2: a host must look like lab.example.com, lab.example.com:8443 or"
                            + " {location}-lab.example.com; got \"{region}.b\"",
                    "service a;versions v1/x | t:2: a version must look like v1 or v1beta1; got \"v1/x\"",
                    "service a;versions v1 v1 | t:2: version v1 is there twice; add its rows to the first",
                    "service a;versions v1;versions v1 | t:3: version v1 is there twice; add its rows to the first",
                    "service a;regional b | t:2: a host row takes locations, then a host; got \"regional b\"",
                    "service a;versions v1;names both | t:3: names may be followed by protos or discovery; got \"names both\"",
                    "service a;versions v1;rules;get PUT /x | t:4: unknown HTTP method \"PUT\"; expected one of [GET, POST, PATCH, DELETE]",
                })
        void nameTheLine(String table, String message) {
            assertThatThrownBy(() -> definitions(table.replace(';', '\n')))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void nameTheLineOfARuleThatNoNameFits() {
            ServiceDefinition definition = only(HEAD + "rules\nget GET /v1/{a}/{b}");
            assertThatThrownBy(() -> definition.rules(ApiMethod.GET))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "t:4: the path must have one variable, as in {name=projects/*}, or be followed by a pattern"
                                    + " of the names; got \"/v1/{a}/{b}\"");
        }

        @Test
        void nameTheLineOfABadTemplateOnceItIsNeeded() {
            ServiceDefinition definition = only(HEAD + "rules\nget GET /v1/{name=a\nlist GET /v1/operations");
            assertThat(definition.rules(ApiMethod.LIST)).hasSize(1);
            assertThatThrownBy(() -> definition.rules(ApiMethod.GET))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("t:4: template");
        }
    }

    @Test
    void aVersionIsFoundByItsName() {
        ServiceTable table = ServiceTable.parse("t", HEAD.replace("v1", "v1 v2") + "names\noperations/* get");
        assertThat(table.definition("x.googleapis.com", "v2").version()).isEqualTo("v2");
        assertThatThrownBy(() -> table.definition("x.googleapis.com", "v3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version of x.googleapis.com must be v1 or v2; got \"v3\"");
        assertThatThrownBy(() -> table.definition("other.googleapis.com", "v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no service other.googleapis.com in this table");
    }

    static ServiceDefinition only(String table) {
        assertThat(definitions(table)).hasSize(1);
        return definitions(table).get(0);
    }

    private static List<ServiceDefinition> definitions(String table) {
        ServiceTable parsed = ServiceTable.parse("t", table);
        return parsed.definitions(parsed.services().iterator().next());
    }

    private static List<String> rules(ServiceDefinition definition, ApiMethod rpc) {
        return definition.rules(rpc).stream().map(HttpRule::toString).toList();
    }
}
