package io.holdfast.config;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Problem;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.MemorySource;
import io.holdfast.config.host.Source;
import io.holdfast.config.lvs.CheckCatalog;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.Lines;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A configuration read and parsed in memory, as tests want it.
public record Parsed(Reading reading, Configuration configuration) {
    private static final Set<String> INTERFACES = Set.of("lo", "eth0", "eth1", "mgt");

    /// One file called `test.conf`.
    public static Parsed text(String text) {
        return files(Map.of("test.conf", text), "test.conf");
    }

    /// The same on a certain machine.
    public static Parsed text(String text, Host host) {
        Reading reading = ConfigReader.read(new MemorySource(Map.of("test.conf", text)), "test.conf",
                ReaderOptions.of("main"));
        return new Parsed(reading, ConfigParser.parse(reading.snapshot(), host));
    }

    /// One file called `test.conf`, load balancing included.
    public static Parsed text(String text, CheckCatalog checks) {
        return files(Map.of("test.conf", text), "test.conf", checks);
    }

    /// The same on a certain machine.
    public static Parsed text(String text, Host host, CheckCatalog checks) {
        Reading reading = ConfigReader.read(new MemorySource(Map.of("test.conf", text)), "test.conf",
                ReaderOptions.of("main"));
        return new Parsed(reading, ConfigParser.parse(reading.snapshot(), host, checks));
    }

    public static Parsed files(Map<String, String> files, String main, CheckCatalog checks) {
        Reading reading = ConfigReader.read(new MemorySource(files), main, ReaderOptions.of("main"));
        return new Parsed(reading, ConfigParser.parse(reading.snapshot(), INTERFACES::contains, checks));
    }

    public static Parsed files(Map<String, String> files, String main) {
        return of(new MemorySource(files), main);
    }

    public static Parsed of(Source source, String main) {
        Reading reading = ConfigReader.read(source, main, ReaderOptions.of("main"));
        return new Parsed(reading, ConfigParser.parse(reading.snapshot(), new SmallHost()));
    }

    /// A machine with a few interfaces and a few names of its own.
    private record SmallHost() implements Host {
        private static final Source FILES = new MemorySource(Map.of(
                "/etc/iproute2/rt_tables", "255\tlocal\n254\tmain\n200 upstream # the provider\n",
                "/etc/iproute2/rt_tables.d/more.conf", "201 more\n",
                "/usr/share/iproute2/rt_tables", "202 vendor\n",
                "/usr/share/iproute2/rt_tables.d/more.conf", "203 hidden\n",
                "/usr/share/iproute2/rt_dsfield", "0x10 lowdelay\n",
                "/usr/share/iproute2/rt_realms", "7 cosmos\n",
                "/usr/share/iproute2/group", "0 default\n5 uplinks\n",
                "/etc/names/rt_tables", "210 elsewhere\n"));

        @Override
        public boolean hasInterface(String name) {
            return INTERFACES.contains(name);
        }

        @Override
        public Optional<Source> files() {
            return Optional.of(FILES);
        }
    }

    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(reading.findings());
        all.addAll(configuration.findings());
        return all;
    }

    /// All findings as printed, and the exit codes of a test and of a start.
    public String report() {
        StringBuilder report = new StringBuilder();
        for (Finding finding : findings()) {
            report.append(finding.text()).append('\n');
        }
        return report.append("-t exits ").append(Verdict.testExit(findings())).append(", a start ")
                .append(Verdict.refuses(findings()) ? "exits " + Verdict.startExit(findings()) : "runs").append('\n')
                .toString();
    }

    /// The codes of all findings, in order.
    public List<Problem> problems() {
        return findings().stream().map(Finding::problem).toList();
    }

    /// The lines that reach the block parser.
    public List<String> lines() {
        List<String> texts = new ArrayList<>();
        Lines lines = new Lines(reading.snapshot());
        while (lines.hasNext()) {
            texts.add(lines.next().text());
        }
        return texts;
    }
}
