package io.holdfast.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Faults planted in the core, one at a time, each of which a test or a seed has to notice. All of them take a while
/// and are planted with `-Dfaults=true`; `-Dfaults=garp` plants those whose name holds that, and without it one is.
///
/// A fault is a patch in `src/test/faults`. Only the class it changes is compiled, into a directory that comes before
/// the core on the class path of a process of its own. `docs/testing.md` lists them with who noticed them.
class PlantedFaultsTest {
    private static final Path PATCHES = Path.of("src/test/faults");
    private static final Path CORE = Path.of("../core");
    private static final Path PAGE = Path.of("../docs/testing.md");
    private static final String BEGIN = "| fault | noticed by |\n|---|---|\n";
    private static final String ALL = "true";
    private static final String ONE = "tie-break";
    private static final int MOST_SEEDS = 10_000;
    private static final int MOST_MINUTES = 5;
    /// The exit status of a process that was killed.
    private static final int TIMED_OUT = 128 + 9;

    private final Path scratch = Path.of("target/faults").toAbsolutePath();

    @Test
    void eachPlantedFaultIsNoticed() throws IOException, InterruptedException {
        String wanted = System.getProperty("faults", ONE);
        StringBuilder table = new StringBuilder();
        List<String> unnoticed = new ArrayList<>();
        for (Path patch : patches(wanted.equals(ALL) ? "" : wanted)) {
            String name = patch.getFileName().toString().replace(".patch", "");
            String by = noticedBy(name, patch);
            System.out.println(name + ": " + by);
            table.append("| ").append(name.substring(name.indexOf('-') + 1).replace('-', ' ')).append(" | ")
                    .append(by.replace("|", "\\|")).append(" |\n");
            if (by.equals("nobody")) {
                unnoticed.add(name);
            }
        }
        assertThat(unnoticed).isEmpty();
        if (wanted.equals(ALL) && Boolean.getBoolean("update.expected")) {
            replaceTable(table.toString());
        }
    }

    @Test
    void eachPatchFitsTheCoreAsItIs() throws IOException, InterruptedException {
        for (Path patch : patches("")) {
            run("patch", "--quiet", "--dry-run", "-p1", "-d", "..", "-i", patch.toAbsolutePath().toString());
        }
    }

    private static List<Path> patches(String wanted) throws IOException {
        try (Stream<Path> all = Files.list(PATCHES)) {
            return all.filter(path -> path.getFileName().toString().contains(wanted)).sorted().toList();
        }
    }

    private String noticedBy(String name, Path patch) throws IOException, InterruptedException {
        Path source = scratch.resolve(name).resolve("source");
        Path classes = scratch.resolve(name).resolve("classes");
        Path changed = copyOfChanged(patch, source);
        Files.createDirectories(classes);
        run("patch", "--quiet", "-p1", "-d", source.toString(), "-i", patch.toAbsolutePath().toString());
        run(java("javac"), "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath(), changed.toString());
        return run(java("java"), "-XX:+UseSerialGC", "-ea", "-cp", classes + File.pathSeparator + classPath(),
                CatchFault.class.getName(), Integer.toString(Integer.getInteger("sim.runs", MOST_SEEDS)));
    }

    /// @param source where the file is copied to, under the path that the patch names
    private static Path copyOfChanged(Path patch, Path source) throws IOException {
        String line = Files.readAllLines(patch).stream().filter(text -> text.startsWith("+++ b/")).findFirst()
                .orElseThrow();
        String path = line.substring("+++ b/".length());
        Path copy = source.resolve(path);
        Files.createDirectories(copy.getParent());
        Files.deleteIfExists(copy);
        return Files.copy(Path.of("..").resolve(path), copy);
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /// What this process runs with, modules and all, and the tests of the core.
    private static String classPath() {
        return Stream.of("target/test-classes", CORE.resolve("target/test-classes").toString(),
                System.getProperty("jdk.module.path", ""), System.getProperty("surefire.test.class.path", ""),
                System.getProperty("java.class.path", "")).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// @return the last line it printed
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread watch = Thread.ofVirtual().start(() -> endInTime(process));
        List<String> lines = process.inputReader().lines().toList();
        int status = process.waitFor();
        watch.interrupt();
        if (status == TIMED_OUT) {
            return "the clock: it does not end";
        }
        assertThat(status).as(String.join(" ", command) + "\n" + String.join("\n", lines)).isZero();
        return lines.isEmpty() ? "" : lines.getLast();
    }

    private static void endInTime(Process process) {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void replaceTable(String rows) {
        try {
            String page = Files.readString(PAGE);
            int from = page.indexOf(BEGIN) + BEGIN.length();
            int to = page.indexOf("\n\n", from) + 1;
            Files.writeString(PAGE, page.substring(0, from) + rows + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
