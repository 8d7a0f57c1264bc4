package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.JsonLine;
import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlRequest;
import io.holdfast.daemon.process.Log;
import io.holdfast.linux.socket.UnixListener;
import io.holdfast.linux.sys.Epoll;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    private static final int TOKEN = 10;

    @TempDir
    Path directory;

    private final Epoll epoll = Epoll.open(16);
    private final List<ControlRequest> asked = new ArrayList<>();
    private final List<Caller> waiting = new ArrayList<>();
    private Path path = Path.of("");
    private Optional<ControlSocket> socket = Optional.empty();

    @BeforeEach
    void open() {
        path = directory.resolve("daemon.sock");
        socket = ControlSocket.open(path, epoll, TOKEN, this::remember, Log.discarding());
    }

    @AfterEach
    void close() {
        socket.ifPresent(ControlSocket::close);
        epoll.close();
    }

    private void remember(ControlRequest request, Caller caller) {
        asked.add(request);
        waiting.add(caller);
    }

    @Test
    void aRequestIsAnsweredInLinesAndTheEnd() throws IOException {
        try (SocketChannel caller = call("status\n")) {
            turn();
            assertThat(asked).containsExactly(new ControlRequest.Status());
            waiting.getFirst().tell(new JsonLine().put("step", "one"));
            waiting.getFirst().answer(new JsonLine().put("ok", true));
            assertThat(heard(caller)).isEqualTo("{\"step\":\"one\"}\n{\"ok\":true}\n");
        }
    }

    @Test
    void aRequestMayComeInPieces() throws IOException {
        try (SocketChannel caller = call("upgrade /opt")) {
            turn();
            assertThat(asked).isEmpty();
            say(caller, "/new\nand more");
            turn();
            assertThat(asked).containsExactly(new ControlRequest.Upgrade(Optional.of("/opt/new")));
        }
    }

    @Test
    void aRequestWithoutEndIsRefused() throws IOException {
        try (SocketChannel _ = call("x".repeat(ControlRequest.MAX_LENGTH))) {
            turn();
            assertThat(asked).containsExactly(new ControlRequest.Unknown("the request is too long"));
        }
    }

    /// Nobody waits for a caller: what it does not read is kept, up to a bound.
    @Test
    void aCallerThatDoesNotReadIsGivenUp() throws IOException {
        try (SocketChannel _ = call("status\n")) {
            turn();
            JsonLine line = new JsonLine().put("text", "x".repeat(10_000));
            for (int i = 0; i < 100; i++) {
                waiting.getFirst().tell(line);
            }
            assertThat(waiting.getFirst().isClosed()).isTrue();
        }
    }

    @Test
    void aCallerThatReadsSlowlyGetsAll() throws IOException {
        try (SocketChannel caller = call("status\n")) {
            turn();
            JsonLine line = new JsonLine().put("text", "x".repeat(50_000));
            int lines = 0;
            for (; lines < 5; lines++) {
                waiting.getFirst().tell(line);
            }
            waiting.getFirst().answer(new JsonLine().put("ok", true));
            StringBuilder heard = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (caller.read(buffer.clear()) >= 0) {
                heard.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                turn();
            }
            assertThat(heard.toString()).isEqualTo((line + "\n").repeat(lines) + "{\"ok\":true}\n");
        }
    }

    /// Far more than is ever kept, and no part of it before it can be read.
    @Test
    void aLongAnswerIsMadeAsItIsRead() throws IOException {
        try (SocketChannel caller = call("status\n")) {
            turn();
            Caller asking = waiting.getFirst();
            JsonLine line = new JsonLine().put("text", "x".repeat(1000));
            LineFeed feed = new LineFeed(asking, () -> asking.answer(new JsonLine().put("ok", true)));
            feed.add(Collections.nCopies(2000, line));
            assertThat(feed.isRead()).isFalse();
            StringBuilder heard = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            while (caller.read(buffer.clear()) >= 0) {
                heard.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                for (int ready = epoll.await(0); ready > 0; ready = 0) {
                    socket.orElseThrow().onReady(epoll.token(0), epoll.events(0));
                }
            }
            assertThat(heard.toString()).isEqualTo((line + "\n").repeat(2000) + "{\"ok\":true}\n");
        }
    }

    /// Of two callers at once, with an answer in between that comes too late.
    @Test
    void aStatusIsAskedForPieceByPiece() throws IOException {
        List<Integer> questions = new ArrayList<>();
        StatusDesk desk = new StatusDesk(ask -> questions.add(ask.from()), () -> new JsonLine().put("ok", true));
        try (SocketChannel first = call("status\n"); SocketChannel second = call("status\n")) {
            turn();
            desk.asked(waiting.getFirst());
            desk.asked(waiting.getLast());
            assertThat(questions).containsExactly(0);
            desk.answered(page(0, 16, "a"));
            assertThat(questions).containsExactly(0, 0);
            desk.answered(page(0, 16, "a"));
            assertThat(questions).containsExactly(0, 0, 16);
            desk.answered(page(0, 16, "late"));
            desk.answered(page(16, -1, "b"));
            desk.answered(page(16, -1, "b"));
            assertThat(questions).containsExactly(0, 0, 16, 16);
            assertThat(heard(first)).isEqualTo("a\nb\n{\"ok\":true}\n");
            assertThat(heard(second)).isEqualTo("a\nb\n{\"ok\":true}\n");
            assertThat(desk.deadline()).isEmpty();
        }
    }

    @Test
    void aProcessThatDoesNotSayHowItStandsIsNotWaitedForLong() throws IOException {
        StatusDesk desk = new StatusDesk(_ -> true, () -> new JsonLine().put("ok", true));
        try (SocketChannel caller = call("status\n")) {
            turn();
            desk.asked(waiting.getFirst());
            desk.onTimer(desk.deadline().orElseThrow().plus(Duration.ofNanos(1)));
            assertThat(heard(caller)).isEqualTo("{\"ok\":false,\"error\":\"the VRRP process does not answer\"}\n");
            assertThat(desk.deadline()).isEmpty();
        }
    }

    private static ControlMessage.StatusPage page(int from, int next, String line) {
        return new ControlMessage.StatusPage(from, next,
                ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCallerThatLeavesIsForgottenAndMayBeAnsweredAllTheSame() throws IOException {
        call("status\n").close();
        turn();
        turn();
        waiting.getFirst().answer(new JsonLine().put("ok", true));
        assertThat(waiting.getFirst().isClosed()).isTrue();
    }

    @Test
    void whoSaysNothingMakesRoomForOthers() throws IOException {
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            silent.add(call(""));
            turn();
        }
        try (SocketChannel caller = call("status\n")) {
            turn();
            turn();
            assertThat(asked).hasSize(1);
            waiting.getFirst().answer(new JsonLine().put("ok", true));
            assertThat(heard(caller)).isEqualTo("{\"ok\":true}\n");
        }
        for (SocketChannel channel : silent) {
            channel.close();
        }
    }

    @Test
    void theSocketOfADeadDaemonIsReplaced() throws IOException {
        Path stale = directory.resolve("stale.sock");
        UnixListener.open(stale.toString(), 0600, 1).close();
        ControlSocket replaced =
                ControlSocket.open(stale, epoll, 100, this::remember, Log.discarding()).orElseThrow();
        replaced.close();
        assertThat(stale).doesNotExist();
    }

    @Test
    void aFileThatIsNoSocketStaysAndTheDaemonGoesWithout() throws IOException {
        Path file = Files.writeString(directory.resolve("file.sock"), "precious");
        assertThat(ControlSocket.open(file, epoll, 100, this::remember, Log.discarding())).isEmpty();
        assertThat(file).hasContent("precious");
        Path target = Files.createSymbolicLink(directory.resolve("link.sock"), file);
        assertThat(ControlSocket.open(target, epoll, 100, this::remember, Log.discarding())).isEmpty();
        assertThat(target).isSymbolicLink();
    }

    @Test
    void aPathTooLongForASocketIsNoReasonNotToRun() {
        Path far = directory.resolve("x".repeat(120));
        assertThat(ControlSocket.open(far, epoll, 100, this::remember, Log.discarding())).isEmpty();
    }

    /// Hands the loop's events on until there are none.
    private void turn() {
        for (int ready = epoll.await(50); ready > 0; ready = epoll.await(0)) {
            for (int i = 0; i < ready; i++) {
                socket.orElseThrow().onReady(epoll.token(i), epoll.events(i));
            }
        }
    }

    private SocketChannel call(String text) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path));
        say(channel, text);
        return channel;
    }

    private static void say(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String heard(SocketChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(1 << 16);
        while (channel.read(all) >= 0) {
            assertThat(all.hasRemaining()).isTrue();
        }
        return StandardCharsets.UTF_8.decode(all.flip()).toString();
    }
}
