package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.linux.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Needs a JVM started with its signals blocked, as the launcher starts it: so the test starts one.
class SignalFdLabTest {

    @Test
    void aSignalBlockedByTheLauncherIsRead() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String output = Lab.run("env", "--block-signal=36", "--block-signal=63", java,
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Program.class.getName());
        assertThat(output).isEqualTo("0\n36\n63\n0\n");
    }

    /// The kernel delivers the lower number first. Sends itself both signals and prints what the descriptor says.
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            try (SignalFd signals = SignalFd.open(36, 63); Epoll epoll = Epoll.open(1)) {
                epoll.add(signals.fd(), Epoll.EPOLLIN, 1);
                System.out.println(signals.read());
                Processes.kill(Processes.pid(), 63);
                Processes.kill(Processes.pid(), 36);
                epoll.await(5000);
                System.out.println(signals.read());
                System.out.println(signals.read());
                System.out.println(signals.read());
            }
        }
    }
}
