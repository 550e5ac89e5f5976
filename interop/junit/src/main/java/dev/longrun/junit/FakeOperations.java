// SPDX-License-Identifier: Apache-2.0
package dev.longrun.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a fake Google Cloud: a server on a free port of this machine, its clock, and a client of it.
 *
 * <pre>{@code
 * @FakeOperations(services = "filestore")
 * class CleanUpTest {
 *
 *     @Test
 *     void cancels(FakeOperationsServer server, OperationsClient client, VirtualTime time) { … }
 *
 *     @Test
 *     @FakeOperations(time = TestClock.SYSTEM)
 *     void takesItsTime(FakeOperationsServer server) { … }
 * }
 * }</pre>
 *
 * <h2>Parameters</h2>
 *
 * <p>Of test methods, lifecycle methods and constructors:
 *
 * <table class="striped">
 * <caption>Types of parameters</caption>
 * <tr><th>type</th><th>what it is</th></tr>
 * <tr><td>{@link dev.longrun.testkit.FakeOperationsServer}</td><td>the server</td></tr>
 * <tr><td>{@link dev.longrun.OperationsClient}</td><td>a client of the server, without credentials, on the server's
 * clock</td></tr>
 * <tr><td>{@link dev.longrun.OperationsClientBuilder}</td><td>a new builder of such a client, for other options; the
 * test closes what it builds</td></tr>
 * <tr><td>{@link dev.longrun.time.TimeSource}</td><td>the clock of both</td></tr>
 * <tr><td>{@link dev.longrun.testkit.VirtualTime}</td><td>the same, unless it is that of the system</td></tr>
 * </table>
 *
 * <p>A field of such a type is set if it has the annotation itself.
 *
 * <h2>Lifetime</h2>
 *
 * <p>A parameter of a test, of {@code @BeforeEach} or of {@code @AfterEach} and an instance field have a server for one
 * test. A parameter of {@code @BeforeAll} and a static field have a server for all tests of the class and its nested
 * classes, and those tests get that server. In a class with the lifecycle {@code PER_CLASS} this is also true for
 * instance fields and parameters of the constructor. Everything is closed after the last test that has it, also when it
 * failed. Tests that run in parallel share nothing but the server of their class.
 *
 * <h2>Which annotation counts</h2>
 *
 * <p>Parameters with equal settings are of one server. The settings of a parameter are those of its own annotation, of
 * the test method, of another parameter of the test method, of the class or a field of it, or of an enclosing class, in
 * this order.
 *
 * <h2>Reports</h2>
 *
 * <p>A failed test publishes the requests that the server has received since the test began, as the report entry
 * {@code longrun.requests}, secrets masked. Calls, cancels and watches that run on at the end of the server's lifetime
 * are published as {@code longrun.leaks}; see {@link #failOnLeaks}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(FakeOperationsExtension.class)
public @interface FakeOperations {

    /** The clock of server and client. */
    TestClock time() default TestClock.VIRTUAL;

    /**
     * The services of the server, such as {@code filestore} or {@code file.googleapis.com}; by default all on the class
     * path. A server of one service answers with its metadata and dialect on paths that several services have.
     */
    String[] services() default {};

    /** Whether calls, cancels and watches that run on at the end fail the test, or its class. */
    boolean failOnLeaks() default false;
}
