package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class NamedPipeLabTest {
    private static final byte[] LINE = "INSTANCE \"VI_1\" MASTER 100\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private String path;

    @BeforeEach
    void path() {
        path = directory.resolve("pipe").toString();
    }

    @Test
    void isMadeOnceWithTheUmaskObserved() {
        int before = Umask.set(0177);
        try {
            assertThat(NamedPipe.make(path, 0644)).isTrue();
            assertThat(NamedPipe.make(path, 0644)).isFalse();
        } finally {
            Umask.set(before);
        }
        try (NamedPipe pipe = NamedPipe.at(path)) {
            assertThat(pipe.status().isNamedPipe()).isTrue();
            assertThat(pipe.status().mode() & 07777).isEqualTo(0600);
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        assertThatThrownBy(() -> NamedPipe.make(path + "/x", 0644)).isInstanceOf(KernelException.class)
                .hasMessageContaining(path + "/x").hasMessageContaining("ENOENT");
    }

    @Test
    void linesWaitForAReader() throws IOException {
        NamedPipe.make(path, 0644);
        try (NamedPipe pipe = NamedPipe.at(path); ByteStream stream = pipe.open().orElseThrow()) {
            assertThat(stream.write(LINE, 0, LINE.length)).isEqualTo(LINE.length);
            try (var reader = Files.newBufferedReader(Path.of(path))) {
                assertThat(reader.readLine()).isEqualTo("INSTANCE \"VI_1\" MASTER 100");
            }
        }
    }

    @Test
    void aFullPipeAsksForPatienceAndTakesNoHalfLine() {
        NamedPipe.make(path, 0644);
        try (NamedPipe pipe = NamedPipe.at(path); ByteStream stream = pipe.open().orElseThrow()) {
            int lines = 0;
            int result = stream.write(LINE, 0, LINE.length);
            for (; result == LINE.length; result = stream.write(LINE, 0, LINE.length)) {
                lines++;
            }
            assertThat(result).isEqualTo(-Errno.EAGAIN);
            assertThat(lines).isGreaterThan(1000);
            assertThat(stream.read(new byte[1 << 20])).isEqualTo(lines * LINE.length);
        }
    }

    @Test
    void isGivenAway() {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
        NamedPipe.make(path, 0644);
        try (NamedPipe pipe = NamedPipe.at(path)) {
            pipe.give(65_534, 65_534);
            assertThat(pipe.status().owner()).isEqualTo(65_534);
            assertThat(pipe.status().group()).isEqualTo(65_534);
        }
    }

    @Test
    void aLinkIsLookedAtItself() throws IOException {
        NamedPipe.make(path, 0644);
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of(path));
        try (NamedPipe pipe = NamedPipe.at(link.toString())) {
            assertThat(pipe.status().isNamedPipe()).isFalse();
            assertThatThrownBy(pipe::open).isInstanceOf(KernelException.class).hasMessageContaining("ELOOP");
        }
    }

    @Test
    void whatTookItsPlaceIsNeitherOpenedNorRemoved() throws IOException {
        NamedPipe.make(path, 0644);
        try (NamedPipe pipe = NamedPipe.at(path)) {
            Files.delete(Path.of(path));
            NamedPipe.make(path + ".other", 0644);
            Files.move(Path.of(path + ".other"), Path.of(path));
            assertThat(pipe.open()).isEmpty();
            pipe.unlink();
            assertThat(Path.of(path)).exists();
        }
    }

    @Test
    void isRemovedOnce() {
        NamedPipe.make(path, 0644);
        try (NamedPipe pipe = NamedPipe.at(path)) {
            pipe.unlink();
            pipe.unlink();
            assertThat(Path.of(path)).doesNotExist();
        }
    }
}
