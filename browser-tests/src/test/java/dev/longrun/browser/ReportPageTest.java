// SPDX-License-Identifier: Apache-2.0
package dev.longrun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longrun.cancel.CancelOutcome;
import dev.longrun.journal.JournalIndex;
import dev.longrun.service.ApiMethod;
import dev.longrun.testkit.FakeOperationsServer;
import dev.longrun.testkit.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The HTML report in a real browser. */
@Timeout(240)
class ReportPageTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String IMAGE = "<img src=x onerror=alert(1)>";

    private static Chromium browser;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        browser = new Chromium();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    private Path few() throws IOException {
        return ReportPages.page(ReportPages.journal(directory, 24, "the resource is busy"));
    }

    private void press(CharSequence... keys) {
        new Actions(browser.driver).sendKeys(keys).perform();
    }

    private String focused() {
        return String.valueOf(browser.script("const e = document.activeElement; return e.id || e.className"));
    }

    private List<String> shownNames() {
        return browser.texts("#body .id");
    }

    @Test
    void fiveThousandOperationsAreShownWithTheCountsOfTheJournal() throws IOException {
        Path journal = ReportPages.journal(directory, 5_000, "the resource is busy", "");
        Path page = ReportPages.page(journal);
        browser.requests();
        browser.console();
        long millis = browser.open(page, 1280, 1600);
        System.out.println("A report of 5,000 operations was shown after " + millis + " ms.");
        assertThat(browser.console()).as("console").isEmpty();
        assertThat(browser.requests())
                .as("requests")
                .containsOnly(
                        page.toUri().toString().replace("file:/", "file:///").replaceAll("/{4,}", "///"));
        JournalIndex index = JournalIndex.read(journal);
        for (CancelOutcome.Kind kind : CancelOutcome.Kind.values()) {
            long expected = kind.isFinal() ? index.counts().of(kind) : unresolved(kind);
            assertThat(browser.texts("[data-outcome=" + kind + "] .number"))
                    .as("%s", kind)
                    .containsExactly("%,d".formatted(expected));
        }
        assertThat(browser.id("open-title").getText())
                .isEqualTo("%,d operations are unresolved".formatted(index.unsettled()));
        assertThat(browser.id("found").getText()).isEqualTo("5,000 operations");
        browser.picture(PICTURES.resolve("many-1280-light.png"));
    }

    /** What the embedded rows have, as the index of a journal counts final outcomes only. */
    private static long unresolved(CancelOutcome.Kind kind) {
        return (long) browser.script(
                "return JSON.parse(document.getElementById('rows').textContent).filter(row => row.o === arguments[0]).length",
                kind.name());
    }

    @Test
    void textOfAServerIsTextOnly() throws IOException {
        Path journal = ReportPages.journal(
                directory,
                24,
                IMAGE,
                "</script><script>alert(2)</script>",
                "\u001b[31mred\u001b[0m \u202edesrever\u2066");
        browser.console();
        browser.open(ReportPages.page(journal), 1280, 1600);
        assertThat(browser.texts("#body .said"))
                .contains("FAILED_PRECONDITION: " + IMAGE)
                .contains("FAILED_PRECONDITION: </script><script>alert(2)</script>")
                .contains("FAILED_PRECONDITION: \\u001b[31mred\\u001b[0m \\u202edesrever\\u2066");
        browser.all("#body tr.row").get(0).click();
        assertThat(browser.texts(".details")).hasSize(1);
        assertThat(browser.all("img")).isEmpty();
        assertThat(browser.all("script")).hasSize(3);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void theFilterAndTheOutcomesChooseTheRows() throws IOException {
        browser.open(few(), 1280, 1600);
        press("/");
        assertThat(focused()).isEqualTo("filter");
        press("operation-7");
        assertThat(shownNames()).containsExactly("operation-7");
        assertThat(browser.id("found").getText()).isEqualTo("1 of 24 operations");
        press(Keys.ESCAPE);
        assertThat(shownNames()).hasSize(24);
        WebElement failed = browser.all("[data-outcome=FAILED_ANYWAY]").get(0);
        failed.click();
        assertThat(failed.getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(browser.texts("#body .badge"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("failed anyway"));
        browser.id("clear").click();
        assertThat(shownNames()).hasSize(24);
    }

    @Test
    void allOfItIsReachedByTheKeyboard() throws IOException {
        browser.open(few(), 1280, 1600);
        press("/");
        press(Keys.ARROW_DOWN);
        assertThat(focused()).isEqualTo("row");
        press(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(browser.texts(".details code"))
                .containsExactly("//file.googleapis.com/projects/acme/locations/europe-west1/operations/operation-1");
        press(Keys.ENTER);
        assertThat(browser.all(".details")).isEmpty();
        press(Keys.END);
        assertThat(browser.script("return document.activeElement.querySelector('.id').textContent"))
                .isEqualTo("operation-23");
        browser.script("document.getElementById('timeline').focus()");
        press(Keys.ARROW_DOWN);
        assertThat(browser.id("timeline-status").getText())
                .startsWith("operation-")
                .contains("asked ");
        press("++", Keys.ARROW_RIGHT, Keys.ENTER);
        assertThat(focused()).isEqualTo("row");
        assertThat(browser.all(".details")).hasSize(1);
        WebElement took = browser.all("#titles button").get(3);
        took.sendKeys(Keys.ENTER);
        assertThat(browser.all("th[aria-sort=ascending]")).hasSize(1);
    }

    @Test
    void longTablesHavePages() throws IOException {
        browser.open(ReportPages.page(ReportPages.journal(directory, 250, "x")), 1280, 1600);
        assertThat(browser.texts(".pager span")).containsExactly("Page 1 of 3");
        browser.all(".pager button").get(3).click();
        assertThat(shownNames()).hasSize(50);
        browser.script("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.all("#body .id")).as("rows on paper").hasSize(250);
        assertThat(browser.script("return document.documentElement.dataset.theme"))
                .isEqualTo("light");
        browser.script("dispatchEvent(new Event('afterprint'))");
        assertThat(shownNames()).hasSize(50);
    }

    @Test
    void narrowScreensNeedNoSidewaysScrollingAndThemesFollowTheSystem() throws IOException {
        Path page = few();
        for (String colors : List.of("light", "dark")) {
            browser.prefer(colors);
            for (int width : new int[] {1280, 400}) {
                browser.open(page, width, width == 400 ? 2_400 : 1_900);
                assertThat(browser.script("return document.documentElement.scrollWidth"))
                        .as("width")
                        .isEqualTo((long) width);
                browser.picture(PICTURES.resolve("few-" + width + "-" + colors + ".png"));
            }
        }
        assertThat(browser.script("return getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(17, 20, 24)");
        browser.id("theme").click();
        assertThat(browser.id("theme").getText()).isEqualTo("Theme: light");
        assertThat(browser.script("return getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(251, 251, 249)");
        browser.prefer("light");
    }

    @Test
    void aRunTellsItsRequestsThrottlingAndRetries() throws IOException {
        Path page = directory.resolve("run.html");
        try (FakeOperationsServer server = FakeOperationsServer.start()) {
            server.faults().on(ApiMethod.CANCEL).times(3, Fault.tooManyRequests());
            List<String> words =
                    new ArrayList<>(List.of("cancel", "-q", "--endpoint=" + server.url(), "--report=" + page));
            IntStream.range(0, 12)
                    .mapToObj(
                            i -> "//file.googleapis.com/projects/acme/locations/l/operations/cancels-" + 60 * i + "-o")
                    .forEach(words::add);
            assertThat(ReportPages.lro(words.toArray(String[]::new))).isZero();
        }
        browser.console();
        browser.open(page, 1280, 1500);
        assertThat(browser.id("headline").getText()).isEqualTo("All 12 operations cancelled");
        assertThat(browser.id("traffic-text").getText()).contains("15 cancels", "3 throttled");
        assertThat(browser.id("open").isDisplayed()).isFalse();
        assertThat(browser.console()).isEmpty();
        browser.picture(PICTURES.resolve("run-1280-light.png"));
    }
}
