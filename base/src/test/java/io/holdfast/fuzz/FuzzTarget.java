package io.holdfast.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A class with a method `fuzzerTestOneInput(byte[])` that throws when what it tests breaks a rule, and the seeds to
/// begin with: a folder of files named after the class, in `src/test/resources/fuzz` of its room.
///
/// @param type    of the class
/// @param trial   its method
public record FuzzTarget(Class<?> type, Trial trial) {
    private static final Duration TO_START_AND_END = Duration.ofMinutes(5);
    private static final int LONGEST_INPUT = 1_024;

    /// The method of a target.
    public interface Trial {
        void run(byte[] input);
    }

    /// Tries every seed in this JVM.
    ///
    /// @return how many there were
    public int replaySeeds() {
        List<Path> files = files(seeds());
        for (Path file : files) {
            try {
                trial.run(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("with the input " + file + ": " + e, e);
            }
        }
        return files.size();
    }

    /// Lets Jazzer look for bad input for a time, in a JVM of its own, from the seeds and from what earlier runs found
    /// interesting.
    public void fuzz(Duration time) {
        Path folder = Path.of("target", "fuzz", type.getSimpleName());
        try {
            Path corpus = Files.createDirectories(folder.resolve("corpus"));
            Path log = folder.resolve("log");
            Process jazzer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                    "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + type.getName(), "--instrumentation_includes=io.holdfast.**",
                    "--reproducer_path=" + folder, "-artifact_prefix=" + folder + "/", "-max_len=" + LONGEST_INPUT,
                    "-max_total_time=" + time.toSeconds(), "-print_final_stats=1",
                    corpus.toString(), seeds().toString())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            boolean ended = jazzer.waitFor(time.plus(TO_START_AND_END).toSeconds(), TimeUnit.SECONDS);
            jazzer.destroyForcibly();
            String said = Files.readString(log);
            assertThat(ended).as("Jazzer ends; it said in %s:%n%s", log, said).isTrue();
            assertThat(jazzer.exitValue()).as("what Jazzer found; add the input it names to %s:%n%s%nall of it: %s",
                    seeds(), finding(said), log).isZero();
            assertThat(said).contains("stat::number_of_executed_units");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fuzzing " + type.getName(), e);
        }
    }

    /// What it prints when it stops: the exception, the name of the input and the input itself.
    private static String finding(String said) {
        int start = said.indexOf("\n== ");
        return start < 0 ? said : said.substring(start + 1);
    }

    /// How long a run is to take here: system property `fuzz.seconds`.
    public static Duration time() {
        return Duration.ofSeconds(Long.getLong("fuzz.seconds", 8));
    }

    private Path seeds() {
        return Path.of("src", "test", "resources", "fuzz", type.getSimpleName());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
