package io.holdfast.daemon.parent;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.socket.MessageSocket;
import io.holdfast.linux.socket.SocketPair;
import io.holdfast.linux.sys.ByteStream;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.Errno;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the launcher hears; a socket in the place of its pipe keeps what is said apart.
class StartReportTest {
    private static final String NOTHING = "";
    private static final String END = "(end)";

    private final SocketPair pair = SocketPair.open();
    private final ByteStream pipe = ByteStream.over(pair.ours());
    private final MessageSocket launcher = MessageSocket.over(pair.theirs(), 4096);

    @AfterEach
    void close() {
        launcher.close();
        pipe.close();
    }

    @Test
    void inTheBackgroundTheLauncherIsToldEachLineAndTheEnd() {
        StartReport report = new StartReport(true, false, pipe);
        report.say("one\ntwo");
        assertThat(heard()).isEqualTo("say one\nsay two\n");
        report.tell(6);
        assertThat(heard()).isEqualTo("exit 6\n");
        assertThat(heard()).isEqualTo(END);
    }

    @Test
    void onceTheStartIsOverNothingMoreIsSaid() {
        StartReport report = new StartReport(true, false, pipe);
        report.tell(0);
        report.say("late");
        report.tell(1);
        assertThat(heard()).isEqualTo("exit 0\n");
        assertThat(heard()).isEqualTo(END);
    }

    @Test
    void inTheForegroundThereIsNoLauncher() {
        StartReport report = new StartReport(false, true, pipe);
        report.say("the log has it");
        report.tell(0);
        assertThat(heard()).isEqualTo(NOTHING);
    }

    @Test
    void anInterruptedLauncherIsNoError() {
        launcher.close();
        StartReport report = new StartReport(true, false, pipe);
        report.say("anybody?");
        report.tell(0);
        assertThat(pipe.write(new byte[1], 0, 1)).as("closed").isEqualTo(-Errno.EBADF);
    }

    @Test
    void startedWithoutALauncherItSaysNothing() {
        ByteStream none = ByteStream.over(Descriptor.invalid());
        StartReport report = new StartReport(true, false, none);
        report.say("anybody?");
        report.tell(0);
        assertThat(heard()).isEqualTo(NOTHING);
    }

    private String heard() {
        int length = launcher.receive();
        if (length == -Errno.EAGAIN) {
            return NOTHING;
        }
        return length == 0 ? END : StandardCharsets.UTF_8.decode(launcher.message()).toString();
    }
}
