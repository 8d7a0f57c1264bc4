package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.lab.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A daemon in the background has left the directory it was started in; what it was told there still holds.
@Tag("lab")
class BackgroundLabTest {

    @Test
    void startedWithRelativePathsItStillReplacesItsChild() throws IOException {
        try (Solo solo = Solo.open()) {
            Path directory = Files.createDirectory(solo.lab.directory().resolve("home"));
            Files.writeString(directory.resolve("conf"), Solo.FIRST.text());
            List<String> words = List.of("sh", "-c", "cd '" + directory + "' && exec '"
                    + Software.HOLDFAST.program() + "' -D -G -f conf --run-dir run");
            assertThat(Command.attempt(solo.host.namespace().inside(words), "")).isEqualTo(new Outcome(0, ""));
            ProcessHandle daemon = Solo.process(Solo.pid(directory.resolve("run/holdfast.pid")));
            solo.lab.own(() -> Stream.concat(daemon.descendants(), Stream.of(daemon))
                    .forEach(ProcessHandle::destroyForcibly));
            solo.expectFirstServes(Instant.EPOCH);

            ProcessHandle child = Solo.process(Solo.pid(directory.resolve("run/vrrp.pid")));
            child.destroyForcibly();
            child.onExit().orTimeout(Cell.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            solo.expectFirstServes(Instant.now());
            assertThat(daemon.children().map(ProcessHandle::pid)).hasSize(1).doesNotContain(child.pid());

            daemon.destroy();
            daemon.onExit().orTimeout(Cell.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            assertThat(solo.host.holds(Cell.VIP)).isFalse();
            assertThat(directory.resolve("run").toFile().list()).containsExactly("vrrp.journal");
        }
    }
}
