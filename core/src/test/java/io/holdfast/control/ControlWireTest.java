package io.holdfast.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notify.Mail;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlWireTest {

    static Stream<ControlMessage> messages() {
        return Stream.of(
                new ControlMessage.SnapshotPart(3, ByteBuffer.wrap(new byte[] {1, 2, 3})),
                new ControlMessage.Prepare(Integer.MAX_VALUE, 70_000, true),
                new ControlMessage.Prepare(1, 0, false),
                new ControlMessage.Failed("no right to open raw sockets"),
                new ControlMessage.Prepared(1, ""),
                new ControlMessage.Prepared(1, "keine Schnittstelle „eth9“"),
                new ControlMessage.Commit(1),
                new ControlMessage.Abort(2),
                new ControlMessage.Committed(1),
                new ControlMessage.AskStatus(17),
                new ControlMessage.StatusPage(17, -1, ByteBuffer.wrap(new byte[] {1, 2})),
                new ControlMessage.SendMail(new Mail("[node] VRRP Instance „A“ - Stopping", "=> stopping <=")),
                new ControlMessage.SendMail(new Mail("", "")),
                new ControlMessage.Stop(),
                new ControlMessage.Rehearse(),
                new ControlMessage.HandOver());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhatItWrote(ControlMessage message) {
        assertThat(ControlWire.read(written(message))).contains(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void lessThanAHeadIsNoMessage(ControlMessage message) {
        for (int length = 0; length < 5; length++) {
            assertThat(ControlWire.read(written(message).limit(length))).isEmpty();
        }
    }

    @Test
    void anUnknownTypeIsNoMessage() {
        assertThat(ControlWire.read(ByteBuffer.wrap(new byte[] {99, 0, 0, 0, 1}))).isEmpty();
    }

    @Test
    void aRefusalThatIsTooLongIsCut() {
        ByteBuffer out = ByteBuffer.allocate(10);
        ControlWire.write(new ControlMessage.Prepared(1, "x".repeat(100)), out);
        assertThat(ControlWire.read(out.flip())).contains(new ControlMessage.Prepared(1, "xxxxx"));
    }

    @Test
    void aMailThatEndsInItsSubjectIsNoMessage() {
        ByteBuffer mail = written(new ControlMessage.SendMail(new Mail("subject", "")));
        for (int length = 5; length < mail.limit(); length++) {
            assertThat(ControlWire.read(mail.duplicate().limit(length))).isEmpty();
        }
    }

    @Test
    void aMailThatIsTooLongIsCut() {
        ByteBuffer mail = written(new ControlMessage.SendMail(new Mail("s".repeat(99_999), "b".repeat(99_999))));
        assertThat(ControlWire.read(mail)).contains(
                new ControlMessage.SendMail(new Mail("s".repeat(8192), "b".repeat(8192))));
    }

    private static ByteBuffer written(ControlMessage message) {
        ByteBuffer out = ByteBuffer.allocate(ControlWire.MAX_LENGTH);
        ControlWire.write(message, out);
        return out.flip();
    }
}
