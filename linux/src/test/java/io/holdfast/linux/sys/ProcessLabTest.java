package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.linux.Lab;
import io.holdfast.linux.socket.MessageSocket;
import io.holdfast.linux.socket.SocketPair;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessLabTest {
    private static final int SIGTERM = 15;
    private static final int SIGKILL = 9;

    @Test
    void anExitCodeIsReaped() {
        int pid = Spawner.start(shell("exit 7"));
        try (PidFd child = PidFd.open(pid)) {
            awaitReadable(child.fd());
            assertThat(child.reap()).contains(new ExitStatus.Exited(7));
            assertThat(child.reap()).isEmpty();
            assertThat(child.send(SIGTERM)).isFalse();
        }
        assertThat(Processes.kill(pid, 0)).isEqualTo(Errno.ESRCH);
    }

    @Test
    void aSignalIsReaped() {
        try (PidFd child = PidFd.open(Spawner.start(Spawn.program("/bin/sleep", List.of("60"))))) {
            assertThat(child.reap()).isEmpty();
            assertThat(child.send(SIGKILL)).isTrue();
            awaitReadable(child.fd());
            assertThat(child.reap()).contains(new ExitStatus.Killed(SIGKILL, false));
        }
    }

    @Test
    void aChildAnswersOnTheDescriptorItWasGiven() {
        SocketPair pair = SocketPair.open();
        Spawn spawn = shell("echo \"$WORD from $0\" >&3; exec 3>&-; (cat <&4) 2>/dev/null || exit 3")
                .duplicating(pair.theirs().fd(), 3).duplicating(pair.theirs().fd(), 4).closing(4)
                .withEnvironment(List.of("WORD=hello"));
        try (MessageSocket ours = MessageSocket.over(pair.ours(), 100);
                PidFd child = PidFd.open(Spawner.start(spawn))) {
            pair.theirs().close();
            awaitReadable(ours.fd());
            assertThat(ours.receive()).isPositive();
            assertThat(text(ours)).isEqualTo("hello from /bin/sh\n");
            awaitReadable(ours.fd());
            assertThat(ours.receive()).as("the end").isZero();
            awaitReadable(child.fd());
            assertThat(child.reap()).contains(new ExitStatus.Exited(3));
        }
    }

    @Test
    void signalsStartAtTheirDefaultsAndUnblocked() {
        SocketPair pair = SocketPair.open();
        Spawn spawn = shell("grep Sig[BI] /proc/self/status | tr '\\n' ' ' >&3; ps -o sid= -p $$ >&3; echo $$ >&3")
                .duplicating(pair.theirs().fd(), 3).leading(Spawn.Leads.SESSION);
        try (MessageSocket ours = MessageSocket.over(pair.ours(), 1000);
                PidFd child = PidFd.open(Spawner.start(spawn))) {
            pair.theirs().close();
            awaitReadable(child.fd());
            assertThat(child.reap()).contains(new ExitStatus.Exited(0));
            assertThat(next(ours).split("\\s+"))
                    .containsExactly("SigBlk:", "0000000000000000", "SigIgn:", "0000000000000000");
            assertThat(next(ours).strip()).isEqualTo(next(ours).strip()).isEqualTo(Integer.toString(child.pid()));
        }
    }

    @Test
    void aMissingProgramIsToldAtOnce() {
        assertThatThrownBy(() -> Spawner.start(Spawn.program("/no/such/program", List.of())))
                .isInstanceOf(KernelException.class)
                .hasMessage("start /no/such/program: ENOENT (No such file or directory)");
    }

    @Test
    void anOrphanIsReapedByTheSubreaper() {
        Prctl.setSubreaper();
        SocketPair pair = SocketPair.open();
        // The shell leaves a grandchild behind, which then belongs to us.
        Spawn spawn = shell("(echo orphan; exec sleep 60) >&3 & echo $! >&3").duplicating(pair.theirs().fd(), 3);
        try (MessageSocket ours = MessageSocket.over(pair.ours(), 100);
                PidFd child = PidFd.open(Spawner.start(spawn))) {
            pair.theirs().close();
            awaitReadable(child.fd());
            assertThat(child.reap()).contains(new ExitStatus.Exited(0));
            String first = next(ours);
            int orphan = Integer.parseInt((first.startsWith("orphan") ? next(ours) : first).strip());
            try (PidFd watched = PidFd.open(orphan)) {
                assertThat(watched.send(SIGTERM)).isTrue();
                awaitReadable(watched.fd());
                assertThat(Processes.reapAny()).contains(new Ended(orphan, new ExitStatus.Killed(SIGTERM, false)));
            }
        }
        assertThat(Processes.reapAny()).isEmpty();
    }

    @Test
    void descriptorsTravelWithMessages() {
        SocketPair pair = SocketPair.open();
        try (MessageSocket one = MessageSocket.over(pair.ours(), 100); EventFd event = EventFd.open()) {
            try (MessageSocket other = MessageSocket.over(pair.theirs(), 10)) {
                assertThat(one.receive()).isEqualTo(-Errno.EAGAIN);
                assertThat(one.send(new byte[] {1, 2, 3}, 2, Descriptor.adopt(event.fd()))).isZero();
                assertThat(one.send(ByteBuffer.wrap(new byte[] {4}))).isZero();
                assertThat(one.send(new byte[11], 11)).isZero();
                assertThat(other.receive()).isEqualTo(2);
                assertThat(other.message()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
                try (Descriptor copy = other.takeDescriptor().orElseThrow()) {
                    assertThat(copy.fd()).isNotEqualTo(event.fd());
                    event.signal();
                    awaitReadable(copy.fd());
                }
                assertThat(other.receive()).isEqualTo(1);
                assertThat(other.takeDescriptor()).isEmpty();
                assertThat(other.receive()).isEqualTo(-Errno.EMSGSIZE);
            }
            assertThat(one.send(new byte[] {1}, 1)).isEqualTo(Errno.EPIPE);
            assertThatThrownBy(() -> one.send(new byte[0], 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theEndComesAfterTheLastMessageEvenIfOursWereNotRead() {
        SocketPair pair = SocketPair.open();
        try (MessageSocket one = MessageSocket.over(pair.ours(), 100)) {
            try (MessageSocket other = MessageSocket.over(pair.theirs(), 100)) {
                assertThat(one.send(new byte[] {1}, 1)).isZero();
                assertThat(other.send(new byte[] {2}, 1)).isZero();
            }
            assertThat(one.receive()).isEqualTo(1);
            assertThat(one.message().get(0)).isEqualTo((byte) 2);
            assertThat(one.receive()).isZero();
        }
    }

    @Test
    void aSenderThatIsNotReadIsToldSo() {
        SocketPair pair = SocketPair.open();
        try (MessageSocket one = MessageSocket.over(pair.ours(), 1000);
                MessageSocket other = MessageSocket.over(pair.theirs(), 1000)) {
            one.sendBuffer(4096);
            int sent = 0;
            while (one.send(new byte[1000], 1000) == 0) {
                sent++;
            }
            assertThat(one.send(new byte[1000], 1000)).isEqualTo(Errno.EAGAIN);
            for (int i = 0; i < sent; i++) {
                assertThat(other.receive()).isEqualTo(1000);
            }
            assertThat(one.send(new byte[1000], 1000)).isZero();
        }
    }

    @Test
    void aProcessSaysItsNameAndParent() throws Exception {
        assertThat(Processes.pid()).isEqualTo((int) ProcessHandle.current().pid());
        assertThat(Processes.parentPid()).isEqualTo((int) ProcessHandle.current().parent().orElseThrow().pid());
        Lab.onThread(() -> {
            Prctl.setThreadName("holdfast-thread");
            assertThat(Lab.run("cat", "/proc/" + Processes.pid() + "/task/" + Lab.threadId() + "/comm"))
                    .isEqualTo("holdfast-thread\n");
        });
        String before = Lab.run("cat", "/proc/" + Processes.pid() + "/comm").strip();
        Prctl.setName("holdfast_name");
        assertThat(Lab.run("cat", "/proc/" + Processes.pid() + "/comm")).isEqualTo("holdfast_name\n");
        Prctl.setName(before);
    }

    private static String next(MessageSocket socket) {
        awaitReadable(socket.fd());
        assertThat(socket.receive()).isPositive();
        return text(socket);
    }

    private static String text(MessageSocket socket) {
        return StandardCharsets.UTF_8.decode(socket.message()).toString();
    }

    private static Spawn shell(String script) {
        return Spawn.program("/bin/sh", List.of("-c", script));
    }

    private static void awaitReadable(int fd) {
        try (Epoll epoll = Epoll.open(1)) {
            epoll.add(fd, Epoll.EPOLLIN, 0);
            assertThat(epoll.await(10_000)).isEqualTo(1);
        }
    }
}
