package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.Lab;
import io.holdfast.linux.sys.Spawn.Leads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpawnerLabTest {
    private static final int SIGKILL = 9;

    @TempDir
    Path directory;

    @Test
    void aProgramIsStartedAgainAndAgain() {
        try (Spawner spawner = Spawner.of(Spawn.program("/bin/sh", List.of("-c", "exit 3")))) {
            for (int i = 0; i < 20; i++) {
                assertThat(end(spawner.start())).isEqualTo(new ExitStatus.Exited(3));
            }
        }
    }

    @Test
    void aGroupOfItsOwnIsSignalledAsAWhole() throws Exception {
        Path children = directory.resolve("children");
        int pid = Spawner.start(Spawn.program("/bin/sh", List.of("-c",
                "sleep 60 & echo $! > " + children + ".new; mv " + children + ".new " + children + "; wait"))
                .leading(Leads.GROUP));
        while (!Files.exists(children)) {
            Thread.onSpinWait();
        }
        int grandchild = Integer.parseInt(Files.readString(children).strip());
        assertThat(Processes.kill(-pid, SIGKILL)).isZero();
        try (PidFd watched = PidFd.open(grandchild)) {
            assertThat(awaitEnd(watched)).isTrue();
        } catch (KernelException e) {
            assertThat(e.errno()).isEqualTo(Errno.ESRCH);
        }
        assertThat(end(pid)).isEqualTo(new ExitStatus.Killed(SIGKILL, false));
    }

    @Test
    void variablesThatAreLeftOutAreTheOnlyOnesMissing() throws Exception {
        Path all = directory.resolve("all");
        Path some = directory.resolve("some");
        end(Spawner.start(Spawn.program("/bin/sh", List.of("-c", "env > " + all))));
        end(Spawner.start(Spawn.program("/bin/sh", List.of("-c", "env > " + some))
                .withoutVariables(List.of("PATH", "HOM", "NOT_THERE"))));
        List<String> expected = Files.readAllLines(all).stream().filter(line -> !line.startsWith("PATH=")).toList();
        assertThat(Files.readAllLines(some).stream().filter(line -> !line.startsWith("PATH=")))
                .containsExactlyInAnyOrderElementsOf(expected).anyMatch(line -> line.startsWith("HOME="));
    }

    @Test
    void aThreadHasOneGroupAndOrdinaryPriorityForWhatItStarts() {
        Lab.assumeRoot();
        Lab.onThread(() -> {
            Path status = directory.resolve("status");
            assertThat(Processes.setOnlyGroup(4711)).isZero();
            Scheduling.beOrdinary(7);
            end(Spawner.start(Spawn.program("/bin/sh", List.of("-c", "grep Groups: /proc/self/status > " + status
                    + "; nice >> " + status))));
            assertThat(Files.readAllLines(status).stream().map(line -> line.replaceAll("\\s+", " ").strip()))
                    .containsExactly("Groups: 4711", "7");
            Scheduling.beOrdinary(0);
            assertThat(Scheduling.nice()).isZero();
        });
    }

    @Test
    void aProcessIsKnownByItsStart() {
        assertThat(Processes.startedAt(Processes.pid())).isEqualTo(Processes.startedAt(Processes.pid())).isPresent();
        long before = Processes.startTicks();
        int pid = Spawner.start(Spawn.program("/bin/true", List.of()));
        assertThat(Processes.startedAt(pid).orElseThrow()).isBetween(before, Processes.startTicks());
        end(pid);
        assertThat(Processes.startedAt(pid)).isEmpty();
    }

    @Test
    void theNullDeviceIsWrittenTo() throws Exception {
        Path targets = directory.resolve("targets");
        try (Descriptor empty = Descriptor.nullDevice()) {
            end(Spawner.start(Spawn.program("/bin/sh", List.of("-c", "readlink /proc/self/fd/0 /proc/self/fd/2 > "
                    + targets)).duplicating(empty.fd(), 0).duplicating(empty.fd(), 2)));
        }
        assertThat(Files.readAllLines(targets)).containsExactly("/dev/null", "/dev/null");
    }

    private static ExitStatus end(int pid) {
        try (PidFd child = PidFd.open(pid)) {
            assertThat(awaitEnd(child)).isTrue();
            return child.reap().orElseThrow();
        }
    }

    private static boolean awaitEnd(PidFd process) {
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(process.fd(), Epoll.EPOLLIN, 0);
            return epoll.await(10_000) == 1;
        }
    }
}
