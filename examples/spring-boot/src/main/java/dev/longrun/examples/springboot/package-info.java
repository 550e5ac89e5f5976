// SPDX-License-Identifier: Apache-2.0
/** An application of Spring Boot that cancels operations on request and on a schedule. */
@NullMarked
package dev.longrun.examples.springboot;

import org.jspecify.annotations.NullMarked;
