// SPDX-License-Identifier: Apache-2.0
/**
 * Longrun in <a href="https://spring.io/projects/spring-boot">Spring Boot</a>: the client as a bean, set by properties.
 *
 * <pre>{@code
 * @RestController
 * class CancelController {
 *     private final ServiceRegistry services;
 *     private final LroCanceller canceller;
 *
 *     CancelController(ServiceRegistry services, LroCanceller canceller) {
 *         this.services = services;
 *         this.canceller = canceller;
 *     }
 *
 *     @PostMapping("/cancel")
 *     CancelOutcome cancel(@RequestParam String name) {
 *         return canceller.cancel(services.operation(name));
 *     }
 * }
 * }</pre>
 *
 * <pre>
 * longrun.cancel.timeout=1m
 * longrun.request-reason=ticket 17
 * longrun.endpoints.filestore=https://file.us-central1.rep.googleapis.com
 * </pre>
 *
 * <p>The response is the JSON that {@code lro cancel} prints. A name that is none is answered with 400, a service that
 * cannot be reached with 503, each as a problem detail. {@code examples/spring-boot} of the sources is a whole
 * application with its tests.
 *
 * <h2>What there is</h2>
 *
 * <p>A bean of the application takes the place of each; several beans of the last three are all used.
 *
 * <ul>
 *   <li>{@link dev.longrun.OperationsClient}, and its {@link dev.longrun.cancel.LroCanceller},
 *       {@link dev.longrun.watch.OperationWatcher} and {@link dev.longrun.operation.Operations}
 *   <li>{@link dev.longrun.service.ServiceRegistry}, the services of the class path
 *   <li>{@link dev.longrun.OperationsClientBuilder}, a new one at each injection, for a second client
 *   <li>Jackson 3: {@code longrun-jackson3} is registered with the {@code JsonMapper}
 *   <li>Spring MVC: {@link dev.longrun.springboot.LongrunExceptionHandler}
 *   <li>Actuator: {@link dev.longrun.springboot.OperationsHealthIndicator}, which makes no request
 *   <li>with {@code longrun-micrometer} or {@code longrun-opentelemetry} on the class path: meters, and spans below
 *       that of the HTTP request, for blocking and asynchronous calls
 *   <li>{@link dev.longrun.call.ClientListener}s, {@link dev.longrun.call.ContextCarrier}s and
 *       {@link dev.longrun.springboot.OperationsClientCustomizer}s, for everything that no property sets: credentials,
 *       proxies, a journal
 * </ul>
 *
 * <p>{@link dev.longrun.springboot.LongrunProperties} lists the properties. One that is not known, or whose value
 * cannot be used, fails the start with a message that names it. Nothing is called at the start: credentials are looked
 * up at the first call.
 *
 * <h2>Versions</h2>
 *
 * <p>This package is written for Spring Boot 4.1, and tested with it. It was not tried with 3.5, which lacks what it is
 * made of: health indicators are in {@code org.springframework.boot.actuate.health} there, and Jackson 3 and the
 * modules that configure Micrometer and OpenTelemetry came with 4.0. On 3.5 an application declares the bean itself,
 * with {@code OperationsClient.builder()}, adds {@code longrun-micrometer} by its {@code instrument} and
 * {@code observe}, and returns {@code outcome.toJson()} with the content type {@code application/json}.
 */
@NullMarked
package dev.longrun.springboot;

import org.jspecify.annotations.NullMarked;
