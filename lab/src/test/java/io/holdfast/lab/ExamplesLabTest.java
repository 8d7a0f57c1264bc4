package io.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The configurations in `examples/`, unchanged: every address is served by one node, also after a node died.
@Tag("lab")
class ExamplesLabTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern ADDRESS = Pattern.compile("\\s+(\\d+\\.\\d+\\.\\d+\\.\\d+)([ /].*)?");

    /// One of the examples advertises every three seconds only, and waits ten before it takes over.
    private static final Duration PATIENCE = Cell.PATIENCE.multipliedBy(2);

    static Stream<Arguments> examplesAndPairs() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            List<String> names = folders.filter(Files::isDirectory).map(EXAMPLES::relativize).map(Path::toString)
                    .sorted().toList();
            return names.stream().flatMap(name -> Pair.all().map(pair -> Arguments.of(name, pair)));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examplesAndPairs")
    void everyAddressIsServedByOneNodeAlsoWhenOneDied(String example, Pair pair) throws IOException {
        Machine.mustRun(pair);
        List<String> configurations = configurations(EXAMPLES.resolve(example));
        List<String> vips = configurations.getFirst().lines().map(ADDRESS::matcher).filter(Matcher::matches)
                .map(found -> found.group(1)).toList();
        try (Lab lab = Lab.open("example")) {
            Capture wire = lab.own(Capture.start(lab.segment()));
            List<Daemon> daemons = new ArrayList<>();
            for (String configuration : configurations) {
                daemons.add(start(lab, daemons.isEmpty() ? pair.first() : pair.second(), configuration,
                        daemons.size() + 1));
            }
            assertThat(vips).isNotEmpty();
            vips.forEach(vip -> expectOneHolder(wire, daemons, vip));

            Daemon dead = daemons.removeFirst();
            dead.crash();
            dead.host().pullCable();
            vips.forEach(vip -> expectOneHolder(wire, daemons, vip));
        }
    }

    private static Daemon start(Lab lab, Software software, String configuration, int number) {
        Host host = lab.host("n" + number, "10.99.0." + number);
        host.namespace().ip("link add mgt type veth peer name unused", "link set mgt up", "link set unused up");
        return Daemon.start(lab, host, software, configuration);
    }

    /// Looked at again whenever something passes on the wire.
    private static void expectOneHolder(Capture wire, List<Daemon> daemons, String vip) {
        wire.packets().expect("one holder of " + vip, wire.packets().position(),
                _ -> daemons.stream().filter(daemon -> daemon.host().holds(vip)).count() == 1, PATIENCE);
    }

    private static List<String> configurations(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".conf")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
