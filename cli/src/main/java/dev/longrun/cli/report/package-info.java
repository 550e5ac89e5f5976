// SPDX-License-Identifier: Apache-2.0
/**
 * Reports of what became of operations: an HTML page, Markdown, CSV, and the XML of test results.
 *
 * <p>Read {@link dev.longrun.cli.report.Report} first. A report is made by a {@link dev.longrun.cli.report.RunRecorder}
 * while a command runs, or by a {@link dev.longrun.cli.report.JournalReport} of journals; a
 * {@link dev.longrun.cli.report.ReportFormat} writes it. All text in a {@link dev.longrun.cli.report.ReportRow} is
 * redacted and escaped. Sends no request and knows no option.
 */
@NullMarked
package dev.longrun.cli.report;

import org.jspecify.annotations.NullMarked;
