package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Needs a JVM started with its signals held, as the launcher starts it: so the test starts one.
class SignalFdLabTest {
    private static final List<Integer> ALL = List.of(Signals.SIGHUP, Signals.SIGINT, Signals.SIGUSR1, Signals.SIGUSR2,
            Signals.SIGTERM, Signals.WRITE_JSON, Signals.CLEAR_STATS);

    @Test
    void heldSignalsAreReadTheLowestFirst() throws Exception {
        assertThat(run(Held.words(java(Reader.class)))).isEqualTo("held true\n0\n1\n2\n10\n12\n15\n36\n63\n0\n");
    }

    /// The JVM handles HUP, INT and TERM unless they are ignored, and USR2 unless it is told of another signal.
    @Test
    void aJvmThatWasOnlyToldToBlockThemDoesNotHoldThem() throws Exception {
        String block = "--block-signal=HUP,INT,TERM,USR1,USR2,36,63";
        assertThat(run(Stream.concat(Stream.of("env", block, "_JAVA_SR_SIGNUM=40"), java(Asker.class)).toList()))
                .isEqualTo("held false\n");
        assertThat(run(Stream.concat(Stream.of("env", "--ignore-signal=HUP,INT,TERM", block), java(Asker.class))
                .toList())).isEqualTo("held false\n");
    }

    @Test
    void signalsHeldByAJvmAreHeldByTheOneItExecutes() throws Exception {
        List<String> words = Stream.concat(Stream.of("env", "_JAVA_SR_SIGNUM=40"), java(Holder.class)).toList();
        assertThat(run(words)).isEqualTo("held false\nheld true\n");
    }

    /// A child of the daemon's own kind begins as the daemon is; any other with nothing blocked or ignored.
    @Test
    void aChildOfOurOwnHoldsThemToo() throws Exception {
        assertThat(run(Held.words(java(Starter.class)))).isEqualTo("""
                SigBlk:	0000000000000000
                SigIgn:	0000000000000000
                SigBlk:	4000000800004a03
                SigIgn:	0000000000004003
                """);
    }

    @Test
    void oneThatWaitedTakesEffectWhenTheyAreLetGo() throws Exception {
        assertThat(run(Stream.concat(Stream.of("sh", "-c", "\"$@\"; echo ended by $?", "sh"),
                Held.words(java(Quitter.class)).stream()).toList())).isEqualTo("waits\nTerminated\nended by 143\n");
    }

    private static String run(List<String> words) throws Exception {
        return Lab.run(words.toArray(String[]::new));
    }

    private static Stream<String> java(Class<?> program) {
        return Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), program.getName());
    }

    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            System.out.println("held " + Signals.areHeld());
            try (SignalFd signals = Signals.open(); Epoll epoll = Epoll.open(1)) {
                epoll.add(signals.fd(), Epoll.EPOLLIN, 1);
                System.out.println(signals.read());
                for (int signal : ALL.reversed()) {
                    Processes.kill(Processes.pid(), signal);
                }
                epoll.await(5000);
                for (int i = 0; i <= ALL.size(); i++) {
                    System.out.println(signals.read());
                }
            }
        }
    }

    static final class Asker {
        private Asker() {}

        public static void main(String[] args) {
            System.out.println("held " + Signals.areHeld());
        }
    }

    static final class Holder {
        private Holder() {}

        public static void main(String[] args) {
            Asker.main(args);
            Signals.hold();
            List<String> words = java(Asker.class).toList();
            throw Exec.replaceBy(words.getFirst(), words);
        }
    }

    static final class Starter {
        private Starter() {}

        public static void main(String[] args) throws InterruptedException {
            Spawn grep = Spawn.program("/bin/grep", List.of("Sig[BI]", "/proc/self/status"));
            for (Spawn spawn : List.of(grep, grep.holdingSignals())) {
                try (PidFd child = PidFd.open(Spawner.start(spawn)); Epoll epoll = Epoll.open(1)) {
                    epoll.add(child.fd(), Epoll.EPOLLIN, 0);
                    epoll.await(5000);
                    child.reap();
                }
            }
        }
    }

    static final class Quitter {
        private Quitter() {}

        public static void main(String[] args) {
            Processes.kill(Processes.pid(), Signals.SIGTERM);
            System.out.println("waits");
            Signals.letGo();
            System.out.println("still here");
        }
    }
}
