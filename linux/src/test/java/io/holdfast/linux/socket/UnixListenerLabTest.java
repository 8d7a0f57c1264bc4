package io.holdfast.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Umask;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixListenerLabTest {
    @TempDir
    Path directory;

    @Test
    void bytesGoBothWaysAndTheCallerIsKnown() throws IOException {
        Path path = directory.resolve("socket");
        try (UnixListener listener = UnixListener.open(path.toString(), 0600, 4)) {
            assertThat(listener.accept()).isEmpty();
            try (SocketChannel caller = call(path)) {
                UnixListener.Caller accepted = listener.accept().orElseThrow();
                assertThat(accepted.user()).isEqualTo(Processes.user());
                try (ByteStream stream = accepted.stream()) {
                    byte[] bytes = new byte[8];
                    assertThat(stream.read(bytes)).isEqualTo(-Errno.EAGAIN);
                    caller.write(ByteBuffer.wrap("ask".getBytes(StandardCharsets.UTF_8)));
                    assertThat(stream.read(bytes)).isEqualTo(3);
                    assertThat(stream.write("answer".getBytes(StandardCharsets.UTF_8), 1, 3)).isEqualTo(3);
                    ByteBuffer heard = ByteBuffer.allocate(8);
                    caller.read(heard);
                    assertThat(StandardCharsets.UTF_8.decode(heard.flip()).toString()).isEqualTo("nsw");
                    caller.shutdownInput();
                    caller.shutdownOutput();
                    assertThat(stream.read(bytes)).isZero();
                    assertThat(stream.write(bytes, 0, 1)).isEqualTo(-Errno.EPIPE);
                }
            }
        }
    }

    @Test
    void theFileHasItsModeWhateverTheMask() throws IOException {
        Path path = directory.resolve("socket");
        int before = Umask.set(0);
        try (UnixListener _ = UnixListener.open(path.toString(), 0600, 1)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        } finally {
            Umask.set(before);
        }
    }

    @Test
    void aNameThatIsTakenIsRefusedEvenIfNobodyListensThereAnyMore() {
        Path path = directory.resolve("socket");
        UnixListener.open(path.toString(), 0600, 1).close();
        assertThatThrownBy(() -> UnixListener.open(path.toString(), 0600, 1)).isInstanceOf(KernelException.class)
                .hasMessageContaining("EADDRINUSE");
    }

    @Test
    void onlyAListenerIsTakenOverAsOne() {
        Path path = directory.resolve("socket");
        try (UnixListener listener = UnixListener.open(path.toString(), 0600, 1)) {
            assertThat(UnixListener.adopt(listener.descriptor())).isPresent();
            assertThat(SocketPair.isEnd(listener.descriptor())).isFalse();
        }
        SocketPair pair = SocketPair.open();
        try (Descriptor ours = pair.ours(); Descriptor _ = pair.theirs()) {
            assertThat(UnixListener.adopt(ours)).isEmpty();
            assertThat(SocketPair.isEnd(ours)).isTrue();
        }
        assertThat(UnixListener.adopt(Descriptor.adopt(0))).isEmpty();
        assertThat(UnixListener.adopt(Descriptor.invalid())).isEmpty();
    }

    private static SocketChannel call(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path));
        return channel;
    }
}
