package io.holdfast.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.sys.FileSystem;
import io.holdfast.track.FileSpec;
import io.holdfast.track.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileWatchTest {
    private static final String NAME = "load";
    private static final Weight ONCE = new Weight(1, false);

    @TempDir
    Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static FileSpec spec(Path path) {
        return new FileSpec(NAME, path.toString(), ONCE, Optional.empty());
    }

    private static FileSpec initialised(Path path, int value, boolean overwrite) {
        return new FileSpec(NAME, path.toString(), ONCE, Optional.of(new FileSpec.Init(value, overwrite)));
    }

    @Test
    void theNumberIsKnownBeforeAnythingHappens() throws IOException {
        Files.writeString(file("f"), "42\n");
        try (Watched watched = Watched.files(spec(file("f")),
                new FileSpec("none", file("g").toString(), ONCE, Optional.empty()))) {
            assertThat(watched.now(NAME)).contains(42);
            assertThat(watched.now("none")).contains(0);
        }
    }

    @Test
    void everyWayToChangeAFileIsSeen() throws IOException {
        Path file = file("f");
        try (Watched watched = Watched.files(spec(file))) {
            Files.writeString(file, "1");
            watched.await(NAME, 1);
            Files.writeString(file, "2", StandardOpenOption.APPEND);
            watched.await(NAME, 12);
            Files.writeString(file("new"), "3");
            Files.move(file("new"), file, StandardCopyOption.ATOMIC_MOVE);
            watched.await(NAME, 3);
            Files.move(file, file("old"));
            watched.await(NAME, 0);
            Files.createLink(file, file("old"));
            watched.await(NAME, 3);
            Files.delete(file);
            watched.await(NAME, 0);
            Files.createSymbolicLink(file, file("old"));
            watched.await(NAME, 3);
            Files.delete(file);
            watched.await(NAME, 0);
        }
    }

    @Test
    void aLinkCountsForWhatItLedToAtTheStart() throws IOException {
        Files.createDirectory(file("elsewhere"));
        Path target = file("elsewhere").resolve("target");
        Files.writeString(target, "5");
        Files.createSymbolicLink(file("f"), target);
        try (Watched watched = Watched.files(spec(file("f")))) {
            assertThat(watched.now(NAME)).contains(5);
            Files.writeString(target, "6");
            watched.await(NAME, 6);
        }
    }

    @Test
    void aNumberThatDoesNotFitLeavesTheOneBefore() throws IOException {
        Path file = file("f");
        Files.writeString(file, "5");
        Files.writeString(file("g"), "1");
        try (Watched watched = Watched.files(spec(file),
                new FileSpec("later", file("g").toString(), ONCE, Optional.empty()))) {
            Files.writeString(file, "5000000000");
            Files.writeString(file("g"), "2");
            watched.await("later", 2);
            assertThat(watched.now(NAME)).contains(5);
        }
    }

    @Test
    void aDirectoryMayComeLaterAndGoAndComeBack() throws IOException {
        Path deep = file("a").resolve("b");
        try (Watched watched = Watched.files(spec(deep.resolve("f")))) {
            assertThat(watched.now(NAME)).contains(0);
            Files.createDirectories(deep);
            Files.writeString(deep.resolve("f"), "7");
            watched.await(NAME, 7);
            Files.writeString(deep.resolve("f"), "8");
            watched.await(NAME, 8);
            Files.move(deep, file("a").resolve("c"));
            watched.await(NAME, 0);
            Files.writeString(file("a").resolve("c").resolve("f"), "9");
            Files.move(file("a").resolve("c"), deep);
            watched.await(NAME, 9);
            Files.delete(deep.resolve("f"));
            watched.await(NAME, 0);
            Files.delete(deep);
            Files.createDirectory(deep);
            Files.writeString(deep.resolve("f"), "10");
            watched.await(NAME, 10);
        }
    }

    @Test
    void aReloadWatchesOthersAndReportsAll() throws IOException {
        Files.writeString(file("f"), "1");
        Files.writeString(file("g"), "2");
        FileSpec other = new FileSpec("other", file("g").toString(), ONCE, Optional.empty());
        try (Watched watched = Watched.files(spec(file("f")))) {
            watched.adjust(List.of(spec(file("f")), other), List.of());
            assertThat(watched.now(NAME)).contains(1);
            assertThat(watched.now("other")).contains(2);
            watched.adjust(List.of(other), List.of());
            assertThat(watched.now(NAME)).isEmpty();
            Files.writeString(file("f"), "3");
            Files.writeString(file("g"), "4");
            watched.await("other", 4);
            assertThat(watched.now(NAME)).isEmpty();
            watched.adjust(List.of(), List.of());
            watched.adjust(List.of(spec(file("f"))), List.of());
            assertThat(watched.now(NAME)).contains(3);
        }
    }

    @Test
    void theStartWritesAFileThatIsNotThere() throws IOException {
        try (Watched watched = Watched.files(initialised(file("f"), -3, false))) {
            assertThat(watched.now(NAME)).contains(-3);
            assertThat(file("f")).hasContent("-3");
        }
        try (Watched watched = Watched.files(initialised(file("f"), 4, false))) {
            assertThat(watched.now(NAME)).contains(-3);
        }
        try (Watched watched = Watched.files(initialised(file("f"), 4, true))) {
            assertThat(watched.now(NAME)).contains(4);
        }
    }

    @Test
    void aReloadWritesNothing() {
        try (Watched watched = Watched.files()) {
            watched.adjust(List.of(initialised(file("f"), 4, true)), List.of());
            assertThat(watched.now(NAME)).contains(0);
            assertThat(file("f")).doesNotExist();
        }
    }

    @Test
    void nothingElseIsWrittenThanTheFileItself() throws IOException {
        Path precious = file("precious");
        Files.writeString(precious, "keep");
        Files.createSymbolicLink(file("symbolic"), precious);
        Files.createSymbolicLink(file("dangling"), file("nothing"));
        Files.createLink(file("hard"), precious);
        Files.createDirectory(file("directory"));
        for (String name : List.of("symbolic", "dangling", "hard", "directory")) {
            try (Watched watched = Watched.files(initialised(file(name), 4, true))) {
                assertThat(watched.now(NAME)).contains(0);
            }
        }
        assertThat(precious).hasContent("keep");
        assertThat(file("nothing")).doesNotExist();
    }

    @Test
    void whereChangesAreNotReportedAFileCountsAsNothing() {
        try (Watched watched = Watched.files(spec(Path.of("/proc/sys/kernel/pid_max")))) {
            assertThat(watched.now(NAME)).contains(0);
        }
        assertThat(Unwatchable.reason(FileSystem.of("/proc").orElseThrow())).contains("proc");
        assertThat(Unwatchable.reason(new FileSystem(0x6969, false))).contains("NFS");
        assertThat(Unwatchable.reason(new FileSystem(0xef53, true))).contains("read-only");
        assertThat(Unwatchable.reason(new FileSystem(0xef53, false))).isEmpty();
    }
}
