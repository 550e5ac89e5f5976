// SPDX-License-Identifier: Apache-2.0
package dev.longrun.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longrun.tests.faults.Cell.Fault;
import dev.longrun.tests.faults.Cell.Moment;
import dev.longrun.tests.faults.Cell.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The program that runs all cells, many at a time, and says what each came to. It has a small heap, and trusts only the
 * certificate of its servers. A cell that ends otherwise than expected in the crowd runs again among a few, and then
 * alone: only the last ending counts. Argument: a directory for its files.
 */
final class FaultMatrix {
    /** How many cells run at a time, then of those that ended otherwise than expected, and so on. */
    private static final List<Integer> CROWDS = List.of(28, 4, 1, 1, 1, 1, 1);

    /** How many cells may end otherwise than expected among a few, on a busy machine. */
    private static final int FEW = 200;

    private static final long ALLOWED_MILLIS = 250;
    private static final String PASSWORD = "changeit";

    private final SSLContext tls;
    private final ProcessorShare share = new ProcessorShare();
    private final Semaphore largeBodies = new Semaphore(2);
    private final Semaphore commands = new Semaphore(10);
    private long socketsBefore;

    private FaultMatrix(SSLContext tls) {
        this.tls = tls;
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Path directory = Path.of(arguments[0]);
        FaultMatrix matrix = new FaultMatrix(trusted(directory.resolve("trusted.p12")));
        List<String> lines = new ArrayList<>();
        matrix.run().forEach((cell, result) -> lines.add(cell + "\t" + result));
        lines.add("threads\t" + String.join(", ", leftThreads()));
        lines.add("sockets\t" + (Math.max(0, sockets() - matrix.socketsBefore)));
        Files.write(directory.resolve("endings.tsv"), lines, UTF_8);
    }

    private static SSLContext trusted(Path file) throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("faults", certificate.certificate());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    private Map<String, String> run() throws InterruptedException, ExecutionException, IOException {
        List<Cell> cells = new ArrayList<>(
                Cell.all().stream().filter(cell -> cell.whyNot().isEmpty()).toList());
        cells.stream().filter(FaultMatrix::warmsUp).forEach(this::warmUp);
        socketsBefore = sockets();
        Collections.shuffle(cells, new Random(1)); // so that few of one crowd want the same semaphore
        Map<String, String> endings = new TreeMap<>();
        List<Cell> wrong = cells;
        for (int crowd : CROWDS) {
            run(wrong, crowd, endings);
            wrong = cells.stream()
                    .filter(cell -> isWrong(cell, endings.get(cell.id())))
                    .toList();
            if (crowd < CROWDS.get(0) && wrong.size() > FEW) {
                break; // the crowd is not to blame, and each alone would take many minutes
            }
        }
        share.close();
        return endings;
    }

    private void run(List<Cell> cells, int atATime, Map<String, String> endings)
            throws InterruptedException, ExecutionException {
        ExecutorService crowd = Executors.newFixedThreadPool(atATime);
        Map<Cell, Future<String>> running = new HashMap<>();
        for (Cell cell : cells) {
            running.put(cell, crowd.submit(() -> endingOf(cell)));
        }
        for (Cell cell : cells) {
            endings.put(cell.id(), running.get(cell).get());
        }
        crowd.shutdown();
        crowd.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** One cell of each style and protocol, so that no cell pays for what a first call costs. */
    private static boolean warmsUp(Cell cell) {
        return cell.moment() == Moment.HEADERS && cell.fault() == Fault.RESET && cell.call() == Cell.Call.CANCEL;
    }

    private void warmUp(Cell cell) {
        try {
            endingOf(cell);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isWrong(Cell cell, String ending) {
        return !ExpectedEnding.of(cell).contains(ending);
    }

    private String endingOf(Cell cell) throws InterruptedException {
        boolean large = cell.fault() == Fault.OVERSIZED && cell.moment() == Moment.BODY;
        Semaphore few = large ? largeBodies : cell.style() == Style.LRO ? commands : new Semaphore(1);
        few.acquire();
        try {
            CellRun.Result result = CellRun.run(cell, tls);
            double slowdown = share.slowdown(result.begin(), result.end());
            long late = result.millis() - CellRun.DEADLINE.toMillis();
            if (result.leftOpen() > 0) {
                return result.ending() + ", and left " + result.leftOpen() + " connections open";
            } else if (late > ALLOWED_MILLIS * slowdown) {
                return result.ending() + ", and " + late + " ms late at " + slowdown + " times the usual time";
            }
            return result.ending();
        } catch (IOException | RuntimeException | Error unexpected) {
            return "unexpected " + unexpected;
        } finally {
            few.release();
        }
    }

    /** The threads of the client that are left some time after the last call; idle ones of OkHttp are shared by all. */
    private static List<String> leftThreads() throws InterruptedException {
        List<String> left = List.of("");
        for (int i = 0; i < 500 && !left.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            left = Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> thread.getKey().getName().startsWith("longrun-")
                            || (thread.getKey().getName().startsWith("OkHttp") && !isIdle(thread.getValue())))
                    .map(thread -> thread.getKey().getName() + " " + Arrays.toString(thread.getValue()))
                    .toList();
        }
        return left;
    }

    private static boolean isIdle(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getMethodName().equals("getTask")
                        || frame.getMethodName().equals("awaitTaskToRun"));
    }

    /** 0 where the system does not tell. */
    private static long sockets() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(descriptors)) {
            return files.filter(FaultMatrix::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }
}
