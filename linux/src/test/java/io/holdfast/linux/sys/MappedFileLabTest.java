package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileLabTest {
    @TempDir
    Path directory;

    private MappedFile open(String name) {
        return MappedFile.open(directory.resolve(name).toString());
    }

    @Test
    void whatIsStoredIsInTheFileAndFoundByTheNextMapping() throws IOException {
        try (MappedFile file = open("a")) {
            file.reserve(8192);
            file.map(8192).put(5000, (byte) 42);
            assertThat(file.status().size()).isEqualTo(8192);
            assertThat(Files.readAllBytes(directory.resolve("a"))[5000]).isEqualTo((byte) 42);
        }
        try (MappedFile file = open("a")) {
            assertThat(file.map(8192).get(5000)).isEqualTo((byte) 42);
        }
    }

    @Test
    void aLargerMappingHoldsWhatTheSmallerOneHeld() {
        try (MappedFile file = open("a")) {
            file.reserve(4096);
            file.map(4096).put(7, (byte) 1);
            file.reserve(100_000);
            ByteBuffer larger = file.map(100_000);
            assertThat(larger.capacity()).isEqualTo(100_000);
            assertThat(larger.get(7)).isEqualTo((byte) 1);
            larger.put(99_999, (byte) 2);
            file.reserve(10);
            assertThat(file.status().size()).isEqualTo(100_000);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        Path path = directory.resolve("b");
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        try (MappedFile file = open("b")) {
            assertThat(file.status().mode() & 0777).isEqualTo(0644);
            file.restrict();
            assertThat(file.status().mode() & 0777).isEqualTo(0600);
            assertThat(file.status().owner()).isEqualTo(Processes.user());
        }
    }

    @Test
    void onlyOneHoldsTheLockAndItsMappingBelongsToIt() {
        try (MappedFile second = open("c")) {
            MappedFile first = open("c");
            first.reserve(4096);
            assertThat(first.map(4096).get(0)).isZero();
            assertThat(first.lock()).isTrue();
            assertThat(second.lock()).isFalse();
            first.close();
            assertThat(second.lock()).isTrue();
        }
    }

    @Test
    void whatItOpenedIsTold() throws IOException {
        Path file = Files.createFile(directory.resolve("d"));
        Files.createLink(directory.resolve("also-d"), file);
        Files.createSymbolicLink(directory.resolve("link"), file);
        try (MappedFile opened = open("d")) {
            assertThat(opened.status().isRegular()).isTrue();
            assertThat(opened.status().links()).isEqualTo(2);
        }
        assertThatThrownBy(() -> open("link").close()).isInstanceOf(KernelException.class)
                .hasMessageContaining("ELOOP");
        assertThatThrownBy(() -> open("missing/e").close()).hasMessageContaining("ENOENT");
        try (MappedFile device = MappedFile.open("/dev/null")) {
            assertThat(device.status().isRegular()).isFalse();
            assertThatThrownBy(() -> device.reserve(4096)).isInstanceOf(KernelException.class);
        }
    }

    @Test
    void aNetworkNamespaceHasANumber() throws InterruptedException {
        long here = Namespaces.network();
        assertThat(here).isEqualTo(Namespaces.network()).isNotZero();
        long[] there = new long[1];
        Thread other = Thread.ofPlatform().start(() -> {
            Namespaces.newNetwork();
            there[0] = Namespaces.network();
        });
        other.join();
        assertThat(there[0]).isNotZero().isNotEqualTo(here);
    }
}
