package io.holdfast.daemon.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.daemon.process.Log;
import io.holdfast.linux.sys.Epoll;
import io.holdfast.linux.sys.ExitStatus;
import io.holdfast.linux.sys.MappedFile;
import io.holdfast.linux.sys.PidFd;
import io.holdfast.linux.sys.Signals;
import io.holdfast.linux.sys.Spawn;
import io.holdfast.linux.sys.Spawner;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    private final Orphans orphans = new Orphans(Log.discarding());

    @TempDir
    Path directory;

    @Test
    void whatAProcessLeftBehindIsEnded() {
        Path path = directory.resolve("vrrp.4711.scripts");
        try (PidFd left = sleeper(); PidFd finished = sleeper()) {
            LedgerFile ledger = new LedgerFile(Optional.of(path), Log.discarding());
            ledger.note(left.pid());
            ledger.strike(ledger.note(finished.pid()));
            orphans.end(path);
            assertThat(path).as("in use").exists();
            assertThat(left.reap()).isEmpty();
            ledger.close();
            orphans.endAll(directory.resolve("vrrp.pid"));
            assertThat(end(left)).isEqualTo(new ExitStatus.Killed(Signals.SIGKILL, false));
            assertThat(finished.reap()).as("was not noted any more").isEmpty();
            assertThat(path).doesNotExist();
            finished.send(Signals.SIGKILL);
            end(finished);
        }
    }

    @Test
    void anotherProcessWithTheNumberIsLeftAlone() {
        Path path = directory.resolve("vrrp.4711.scripts");
        try (PidFd other = sleeper()) {
            LedgerFile ledger = new LedgerFile(Optional.of(path), Log.discarding());
            int entry = ledger.note(other.pid());
            ledger.close();
            try (MappedFile file = MappedFile.open(path.toString())) {
                ByteBuffer bytes = file.map(LedgerLayout.size(1));
                int started = LedgerLayout.at(entry) + LedgerLayout.STARTED;
                bytes.putLong(started, bytes.getLong(started) - 10);
            }
            orphans.end(path);
            assertThat(other.reap()).isEmpty();
            assertThat(path).doesNotExist();
            other.send(Signals.SIGKILL);
            end(other);
        }
    }

    @Test
    void thereIsRoomForMoreThanWasExpected() {
        Path path = directory.resolve("vrrp.4711.scripts");
        try (PidFd last = sleeper()) {
            LedgerFile ledger = new LedgerFile(Optional.of(path), Log.discarding());
            for (int i = 0; i < 1000; i++) {
                ledger.note(1);
            }
            ledger.note(last.pid());
            ledger.close();
            orphans.end(path);
            assertThat(end(last)).isEqualTo(new ExitStatus.Killed(Signals.SIGKILL, false));
        }
    }

    @Test
    void aProcessThatEndsInGoodOrderLeavesNoFile() {
        Path path = directory.resolve("vrrp.4711.scripts");
        LedgerFile ledger = new LedgerFile(Optional.of(path), Log.discarding());
        ledger.strike(ledger.note(1));
        assertThat(path).exists();
        ledger.close();
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsNoSuchFileIsNotRead() throws Exception {
        Path path = directory.resolve("vrrp.4711.scripts");
        try (PidFd other = sleeper()) {
            Path elsewhere = Files.write(directory.resolve("elsewhere"), new byte[4096]);
            Files.createSymbolicLink(path, elsewhere);
            orphans.end(path);
            assertThat(elsewhere).exists();
            Files.delete(path);
            Files.write(path, new byte[] {1, 2, 3});
            orphans.end(path);
            assertThat(path).doesNotExist();
            assertThat(other.reap()).isEmpty();
            other.send(Signals.SIGKILL);
            end(other);
        }
    }

    private static PidFd sleeper() {
        return PidFd.open(Spawner.start(Spawn.program("/bin/sleep", List.of("60")).leading(Spawn.Leads.GROUP)));
    }

    private static ExitStatus end(PidFd process) {
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(process.fd(), Epoll.EPOLLIN, 0);
            assertThat(epoll.await(10_000)).isEqualTo(1);
        }
        return process.reap().orElseThrow();
    }
}
