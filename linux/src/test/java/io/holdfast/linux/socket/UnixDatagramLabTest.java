package io.holdfast.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.linux.sys.Errno;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixDatagramLabTest {
    @TempDir
    Path directory;

    @Test
    void nobodyListeningIsAnErrno() {
        try (UnixDatagram log = UnixDatagram.open(100)) {
            assertThat(log.connect(directory.resolve("log").toString())).isEqualTo(Errno.ENOENT);
            assertThat(log.send(new byte[] {1}, 1)).isEqualTo(Errno.ENOTCONN);
        }
    }

    @Test
    void datagramsArriveWhole() throws Exception {
        String path = directory.resolve("log").toString();
        // The JDK has no Unix datagrams, so the receiving end is another language's.
        Process receiver = new ProcessBuilder("python3", "-c", """
                import socket, sys
                s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                s.bind(sys.argv[1])
                print("ready", flush=True)
                print(s.recv(100).decode(), flush=True)
                print(s.recv(100).decode(), flush=True)
                """, path).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (UnixDatagram log = UnixDatagram.open(100); var lines = receiver.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");
            assertThat(log.connect(path)).isZero();
            assertThat(log.send(bytes("<30>holdfast: one"), 17)).isZero();
            assertThat(log.send(bytes("<30>holdfast: two, cut here"), 17)).isZero();
            assertThat(lines.readLine()).isEqualTo("<30>holdfast: one");
            assertThat(lines.readLine()).isEqualTo("<30>holdfast: two");
            assertThat(receiver.waitFor()).isZero();
            assertThat(log.send(bytes("late"), 4)).isEqualTo(Errno.ECONNREFUSED);
            assertThat(log.connect(path)).isEqualTo(Errno.ECONNREFUSED);
        }
    }

    @Test
    void aPathTooLongForASocketIsRefused() {
        try (UnixDatagram log = UnixDatagram.open(100)) {
            assertThatThrownBy(() -> log.connect("/" + "x".repeat(107))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
