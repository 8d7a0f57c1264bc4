package io.holdfast.linux.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A JVM that puts another in its place, with what a daemon hands over; the second tells what it found.
class SuccessionLabTest {

    /// The first half, and the second when it has an argument more.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws IOException {
            if (arguments.length == 0) {
                predecessor();
            } else {
                successor(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
            }
        }

        private static void predecessor() throws IOException {
            say("pid " + Processes.pid());
            Descriptor closed = MemoryFile.of("closed", new byte[] {1});
            Descriptor handed = MemoryFile.of("handed", "over".getBytes(StandardCharsets.UTF_8));
            int child = Spawner.start(Spawn.program("/bin/sleep", List.of("60")));
            System.in.read();
            say("held " + Signals.areHeld());
            Descriptor.inheritNone();
            handed.inherited(true);
            List<String> words = Stream.concat(javaWords(), Stream.of(Integer.toString(handed.fd()),
                    Integer.toString(child))).toList();
            say("cannot: " + Exec.replaceBy("/no/such/program", List.of("x")).getMessage());
            // The shell is what signals meet between two images.
            List<String> shell = Stream.concat(Stream.of("/bin/sh", "-c", "echo between; read word; exec \"$@\"", "sh"),
                    words.stream()).toList();
            say("not replaced, though " + closed + " is still open: " + Exec.replaceBy("/bin/sh", shell));
        }

        private static void successor(int handed, int child) throws IOException {
            say("started " + Processes.pid());
            System.in.read();
            try (SignalFd signals = Signals.open(); Epoll epoll = Epoll.open(1);
                    PidFd sleeping = PidFd.open(child)) {
                epoll.add(signals.fd(), Epoll.EPOLLIN, 0);
                epoll.await(5_000);
                say("signal " + signals.read());
                say("child " + sleeping.isChild());
                sleeping.send(Signals.SIGKILL);
            }
            Descriptor file = Descriptor.adopt(handed);
            say("file " + new String(MemoryFile.read(file), StandardCharsets.UTF_8));
        }

        private static void say(String line) {
            System.out.println(line);
        }
    }

    @ParameterizedTest
    @CsvSource({"HUP, 1", "INT, 2", "USR1, 10", "USR2, 12", "TERM, 15", "36, 36", "63, 63"})
    void aSignalBetweenTwoImagesWaitsForTheSecond(String signal, int number) throws Exception {
        Process program = new ProcessBuilder(Held.words(javaWords())).redirectErrorStream(true).start();
        try (BufferedReader lines = program.inputReader()) {
            String pid = lines.readLine().substring("pid ".length());
            tell(program);
            assertThat(lines.readLine()).isEqualTo("held true");
            assertThat(lines.readLine())
                    .isEqualTo("cannot: execute /no/such/program: ENOENT (No such file or directory)");
            assertThat(lines.readLine()).isEqualTo("between");
            new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
            tell(program);
            assertThat(lines.readLine()).isEqualTo("started " + pid);
            tell(program);
            assertThat(lines.lines().toList()).containsExactly("signal " + number, "child true", "file over");
        }
        assertThat(program.waitFor()).isZero();
    }

    private static void tell(Process program) throws IOException {
        program.getOutputStream().write('\n');
        program.getOutputStream().flush();
    }

    private static Stream<String> javaWords() {
        String home = System.getProperty("java.home");
        return Stream.of(home + "/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), Program.class.getName());
    }

    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        String classes = System.getProperty("java.class.path", "");
        return Stream.of(modules, classes).filter(path -> !path.isEmpty()).reduce((a, b) -> a + ":" + b).orElseThrow();
    }
}
