package io.holdfast.checkers.differ;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files drawn from the keyword tables, whole and damaged, are judged as the installed keepalived judges them: the same
/// exit code, the same lines and the same objects complained of, but for what [KnownDifference] lists.
///
/// `-Ddiffer.files=20000 -Ddiffer.seed=7` draws more and others; a run of many fails for an entry that never applied.
class KeepalivedLabTest {
    private static final int FILES = Integer.getInteger("differ.files", 2_000);
    private static final long SEED = Long.getLong("differ.seed", 1);
    /// So many that each entry of the table has had its occasion.
    private static final int MANY = 50_000;
    private static final int PROCESSES = 2;
    private static final int MOST_REPORTS = 5;
    private static final int SIGNAL = 128;

    @TempDir
    private Path folder;

    private final AtomicInteger next = new AtomicInteger();
    private final Map<KnownDifference, Integer> applied = Collections.synchronizedMap(
            new EnumMap<>(KnownDifference.class));
    private final List<String> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<String> unanswered = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void mustRun() {
        Reference.lacking().ifPresent(reason -> abort(reason));
    }

    @Test
    void filesAreJudgedAsKeepalivedJudgesThem() throws Exception {
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Path file = folder.resolve("drawn" + i + ".conf");
            workers.add(() -> compareUntilDone(file));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(PROCESSES)) {
            for (Future<Void> done : threads.invokeAll(workers)) {
                done.get();
            }
        }
        System.out.println(summary());
        assertEquals("", String.join("\n", reports), this::summary);
        assertTrue(unanswered.size() * 20 <= FILES, () -> "keepalived too often did not answer: " + unanswered);
        Set<KnownDifference> stale = EnumSet.allOf(KnownDifference.class);
        stale.removeAll(applied.keySet());
        assertTrue(FILES < MANY || stale.isEmpty(), () -> "known differences that never were: " + stale);
    }

    private Void compareUntilDone(Path file) throws IOException {
        try (Reference keepalived = new Reference()) {
            while (reports.size() < MOST_REPORTS && next.get() < FILES) {
                int i = next.getAndIncrement();
                Comparison comparison = compared(drawn(i), file, keepalived);
                if (didNotAnswer(comparison)) {
                    unanswered.add(i + " exits " + comparison.answer().exit());
                    continue;
                }
                List<Oddity> unknown = KnownDifference.unknown(comparison,
                        known -> applied.merge(known, 1, Integer::sum));
                if (!unknown.isEmpty()) {
                    reports.add("seed " + SEED + ", file " + i + "\n"
                            + shrunk(comparison, unknown.get(0), file, keepalived).report());
                }
            }
        }
        return null;
    }

    /// A crash or a hang of keepalived's own.
    private static boolean didNotAnswer(Comparison comparison) {
        return comparison.answer().exit() == Reference.HUNG || comparison.answer().exit() >= SIGNAL;
    }

    private static List<String> drawn(int index) {
        Random random = new Random(SEED * 1_000_003 + index);
        List<String> lines = FileDraw.draw(random);
        return random.nextInt(3) == 0 ? Damage.done(lines, random) : lines;
    }

    private static Comparison compared(List<String> lines, Path file, Reference keepalived) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Comparison(lines, keepalived.ask(file));
    }

    private static Comparison shrunk(Comparison whole, Oddity oddity, Path file, Reference keepalived) {
        List<String> lines = Shrinking.of(whole.lines(), shorter -> {
            Comparison comparison = compared(shorter, file, keepalived);
            return !didNotAnswer(comparison) && KnownDifference.unknown(comparison, known -> {}).stream()
                    .anyMatch(other -> other.kind() == oddity.kind() && other.message().equals(oddity.message()));
        });
        return compared(lines, file, keepalived);
    }

    private String summary() {
        StringBuilder text = new StringBuilder("seed " + SEED + ", " + FILES + " files, keepalived crashed or hung on "
                + unanswered.size() + " of them (index and what it exits with): " + unanswered
                + "\nknown differences:\n");
        for (KnownDifference known : KnownDifference.values()) {
            text.append(String.format("%6d  %s: %s%n", applied.getOrDefault(known, 0), known, known.reason()));
        }
        return text.toString();
    }
}
