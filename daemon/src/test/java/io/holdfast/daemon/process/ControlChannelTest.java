package io.holdfast.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.control.ControlMessage;
import io.holdfast.control.ControlMessage.Commit;
import io.holdfast.control.ControlMessage.SnapshotPart;
import io.holdfast.control.ControlWire;
import io.holdfast.linux.socket.MessageSocket;
import io.holdfast.linux.socket.SocketPair;
import io.holdfast.linux.sys.Epoll;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlChannelTest {
    private static final long TOKEN = 7;
    /// More than any socket takes without a reader.
    private static final int MANY = 400;

    private final SocketPair pair = SocketPair.open();
    private final ControlChannel channel = new ControlChannel(pair.ours());
    private final ControlChannel peer = new ControlChannel(pair.theirs());
    private final Epoll epoll = Epoll.open(1);

    @AfterEach
    void close() {
        channel.close();
        peer.close();
        epoll.close();
    }

    @Test
    void messagesArriveWholeAndInOrder() {
        channel.send(new Commit(1));
        channel.send(new ControlMessage.Prepared(2, "why"));
        assertThat(peer.receive()).contains(new Commit(1));
        assertThat(peer.receive()).contains(new ControlMessage.Prepared(2, "why"));
        assertThat(peer.receive()).isEmpty();
        assertThat(peer.isClosed()).isFalse();
    }

    @Test
    void whatIsNotTakenAtOnceWaitsForTheLoopAndKeepsItsOrder() {
        epoll.add(channel.fd(), Epoll.EPOLLIN, TOKEN);
        channel.watchedBy(epoll, TOKEN);
        for (int i = 0; i < MANY; i++) {
            channel.send(part(i));
        }
        assertThat(epoll.await(0)).as("nothing to read, no room to write").isZero();

        for (int i = 0; i < MANY; i++) {
            assertThat(received()).isEqualTo(part(i));
        }
        assertThat(peer.receive()).isEmpty();
        channel.flush();
        assertThat(epoll.await(0)).as("asks for room no longer").isZero();
    }

    @Test
    void aShortMessageDoesNotOvertakeALongOneThatWaits() {
        epoll.add(channel.fd(), Epoll.EPOLLIN, TOKEN);
        channel.watchedBy(epoll, TOKEN);
        for (int i = 0; i < MANY; i++) {
            channel.send(part(i));
        }
        peer.receive();
        channel.send(new ControlMessage.Stop());
        for (int i = 1; i < MANY; i++) {
            assertThat(received()).isEqualTo(part(i));
        }
        assertThat(received()).isEqualTo(new ControlMessage.Stop());
    }

    @Test
    void whatWasSentBeforeTheEndIsStillHeard() {
        channel.send(new Commit(3));
        channel.close();
        assertThat(peer.receive()).contains(new Commit(3));
        assertThat(peer.isClosed()).isFalse();
        assertThat(peer.receive()).isEmpty();
        assertThat(peer.isClosed()).isTrue();
    }

    @Test
    void tellingSomebodyWhoIsGoneIsNoError() {
        peer.close();
        channel.send(new ControlMessage.Stop());
        assertThat(channel.receive()).isEmpty();
        assertThat(channel.isClosed()).isTrue();
        channel.send(new ControlMessage.Stop());
    }

    @Test
    void whatWaitsForSomebodyWhoGoesIsDropped() {
        epoll.add(channel.fd(), Epoll.EPOLLIN, TOKEN);
        channel.watchedBy(epoll, TOKEN);
        for (int i = 0; i < MANY; i++) {
            channel.send(part(i));
        }
        peer.close();
        assertThat(epoll.await(1_000)).isEqualTo(1);
        channel.flush();
        assertThat(channel.receive()).isEmpty();
        assertThat(channel.isClosed()).isTrue();
    }

    @Test
    void unknownMessagesAreSkipped() {
        SocketPair bare = SocketPair.open();
        try (MessageSocket stranger = MessageSocket.over(bare.ours(), ControlWire.MAX_LENGTH);
                ControlChannel ours = new ControlChannel(bare.theirs())) {
            stranger.send(new byte[] {99, 0, 0, 0, 1}, 5);
            stranger.send(new byte[] {4, 0, 0, 0, 9}, 5);
            assertThat(ours.receive()).contains(new Commit(9));
        }
    }

    /// The next message; where there is none, the loop of the sender gets its turn.
    private ControlMessage received() {
        return peer.receive().or(() -> {
            assertThat(epoll.await(1_000)).isEqualTo(1);
            assertThat(epoll.token(0)).isEqualTo(TOKEN);
            assertThat(epoll.events(0) & Epoll.EPOLLOUT).isNotZero();
            channel.flush();
            return peer.receive();
        }).orElseThrow();
    }

    private static SnapshotPart part(int number) {
        byte[] bytes = new byte[ControlWire.MAX_PART];
        ByteBuffer.wrap(bytes).putInt(number);
        return new SnapshotPart(number, ByteBuffer.wrap(bytes));
    }
}
