package io.holdfast.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.netlink.ProcessMonitor.Event;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Against datagrams as Linux 6.18 sent them on x86-64, which were recorded with a socket of Python's.
class ProcessEventWireTest {
    private static final String HEADER = "4c0000000300000001000000000000000100000001000000000000000000000028000000";
    private static final String ANSWERED = HEADER + "0000000001000000bc384ebd58160000"
            + "000000000000000000000000000000000000000000000000";
    private static final String FORKED = HEADER + "0100000001000000bf8850bd58160000"
            + "7e2500007e250000a8250000a82500000000000000000000";
    private static final String THREAD_STARTED = HEADER + "0100000001000000fe9b1ec858160000"
            + "02250000fe240000a9250000202500000000000000000000";
    private static final String EXECUTED = HEADER + "020000000100000098d05bbd58160000"
            + "a8250000a825000000000000000000000000000000000000";
    private static final String EXITED = HEADER + "00000080010000000279" + "63bd58160000"
            + "a8250000a825000000000000110000007e2500007e250000";
    private static final String THREAD_EXITED = HEADER + "0000008001000000e4c11fe458160000"
            + "a92500002025000000000000ffffffff0000000000000000";
    private static final String THREAD_RENAMED = HEADER + "000200000100000020575cc858160000"
            + "a9250000202500007761726d2d7570000000000000000000";
    private static final String RENAMED = HEADER + "000200000100000020575cc858160000"
            + "20250000202500007761726d2d7570000000000000000000";

    private static NetlinkReader reader(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        NetlinkReader reader = new NetlinkReader();
        reader.over(ByteBuffer.wrap(bytes), bytes.length);
        assertThat(reader.nextMessage()).isTrue();
        return reader;
    }

    @ParameterizedTest
    @CsvSource({ANSWERED + ",ANSWERED", FORKED + ",FORKED", THREAD_STARTED + ",OTHER", EXECUTED + ",EXECUTED",
            EXITED + ",EXITED", THREAD_EXITED + ",OTHER", THREAD_RENAMED + ",OTHER", RENAMED + ",RENAMED"})
    void processesAreToldFromThreads(String datagram, Event event) {
        assertThat(ProcessEventWire.read(reader(datagram))).isEqualTo(event);
    }

    @Test
    void everyEventNamesItsProcess() {
        assertThat(ProcessEventWire.parent(reader(FORKED))).isEqualTo(0x257e);
        assertThat(ProcessEventWire.child(reader(FORKED))).isEqualTo(0x25a8);
        assertThat(ProcessEventWire.process(reader(EXECUTED))).isEqualTo(0x25a8);
        assertThat(ProcessEventWire.process(reader(EXITED))).isEqualTo(0x25a8);
        assertThat(ProcessEventWire.process(reader(RENAMED))).isEqualTo(0x2520);
        assertThat(ProcessEventWire.error(reader(ANSWERED))).isZero();
    }

    @Test
    void aNameEndsBeforeItsNul() {
        ByteBuffer name = ByteBuffer.allocate(16);
        ProcessEventWire.name(reader(RENAMED), name);
        assertThat(StandardCharsets.US_ASCII.decode(name).toString()).isEqualTo("warm-up");
        ProcessEventWire.name(reader(RENAMED.substring(0, RENAMED.length() - 32) + "61".repeat(16)), name);
        assertThat(name.remaining()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {ANSWERED, FORKED, EXECUTED, EXITED, RENAMED})
    void whatIsCutShortIsNoEvent(String hex) {
        byte[] datagram = HexFormat.of().parseHex(hex);
        for (int length = 16; length < datagram.length; length++) {
            byte[] part = Arrays.copyOf(datagram, length);
            NetlinkReader reader = new NetlinkReader();
            reader.over(ByteBuffer.wrap(part), length);
            assertThat(reader.nextMessage()).isFalse();
            ByteBuffer.wrap(part).order(ByteOrder.nativeOrder()).putInt(0, length);
            assertThat(reader(HexFormat.of().formatHex(part))).satisfies(
                    whole -> assertThat(ProcessEventWire.read(whole)).isEqualTo(Event.OTHER));
        }
    }

    @Test
    void theRequestIsTheOneThatTheKernelKnows() {
        ByteBuffer buffer = ByteBuffer.allocate(64);
        NetlinkWriter writer = new NetlinkWriter(buffer);
        ProcessEventWire.writeListen(writer);
        byte[] request = Arrays.copyOf(buffer.array(), writer.length());
        assertThat(HexFormat.of().formatHex(request))
                .isEqualTo("28000000030000000000000000000000" + "0100000001000000000000000000000004000000"
                        + "01000000");
    }
}
