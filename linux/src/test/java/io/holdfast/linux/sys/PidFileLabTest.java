package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileLabTest {
    @TempDir
    Path directory;

    @Test
    void onlyOneHolderAtATime() {
        String path = directory.resolve("a.pid").toString();
        try (PidFile second = PidFile.open(path)) {
            try (PidFile first = PidFile.open(path)) {
                assertThat(first.lock()).isTrue();
                assertThat(first.lock()).isTrue();
                assertThat(second.lock()).isFalse();
            }
            assertThat(second.lock()).isTrue();
        }
    }

    @Test
    void theModeDoesNotDependOnTheUmask() throws IOException {
        Path path = directory.resolve("b.pid");
        int before = Umask.set(0177);
        try (PidFile file = PidFile.open(path.toString())) {
            assertThat(file.descriptor().isValid()).isTrue();
        } finally {
            assertThat(Umask.set(before)).isEqualTo(0177);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-r--r--");
    }

    @Test
    void writingReplacesWhatWasThere() throws IOException {
        Path path = directory.resolve("c.pid");
        Files.writeString(path, "1234567890\n");
        try (PidFile file = PidFile.open(path.toString())) {
            file.write("42\n");
            file.write("7\n");
        }
        assertThat(path).hasContent("7\n");
    }

    @Test
    void aRemovedOrReplacedFileIsNoticed() throws IOException {
        Path path = directory.resolve("d.pid");
        try (PidFile file = PidFile.open(path.toString())) {
            assertThat(file.isStillNamed()).isTrue();
            file.unlink();
            assertThat(path).doesNotExist();
            assertThat(file.isStillNamed()).isFalse();
            file.unlink();
            Files.writeString(path, "");
            assertThat(file.isStillNamed()).isFalse();
        }
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        Path link = directory.resolve("link.pid");
        Files.createSymbolicLink(link, directory.resolve("target"));
        assertThatThrownBy(() -> PidFile.open(link.toString())).isInstanceOfSatisfying(
                KernelException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ELOOP));
        assertThatThrownBy(() -> PidFile.open(directory + "/none/x.pid"))
                .hasMessageEndingWith("ENOENT (No such file or directory)");
    }
}
