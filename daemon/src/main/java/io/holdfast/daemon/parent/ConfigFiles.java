package io.holdfast.daemon.parent;

import io.holdfast.checkers.CheckKinds;
import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Severity;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.FilesSource;
import io.holdfast.config.host.Host;
import io.holdfast.config.host.HostFacts;
import io.holdfast.config.lvs.CheckCatalog;
import io.holdfast.config.lvs.CheckKind;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import io.holdfast.daemon.process.ProcessEnvironment;
import io.holdfast.linux.route.RouteOps;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MonoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the configuration files, at the start and at each reload, and says what is wrong with them.
final class ConfigFiles {
    private final Options options;
    private final String path;
    private Optional<ReaderOptions> readerOptions = Optional.empty();

    /// What was read, with every finding, those of the reader first.
    record Read(LoadedConfig config, List<Finding> findings) {
        boolean refused() {
            return Verdict.refuses(findings);
        }
    }

    private ConfigFiles(Options options, String path) {
        this.options = options;
        this.path = path;
    }

    static ConfigFiles of(Options options, Names names) {
        String path = options.config().file().orElse(names.configFile().toString());
        // The background has another directory; in the foreground the operator is shown the path as it was given.
        path = options.foreground() || path.startsWith("/") ? path : Names.absolute(path).toString();
        return new ConfigFiles(options, path);
    }

    String path() {
        return path;
    }

    Read read() {
        return read(false);
    }

    /// @param offline apart from this machine
    Read read(boolean offline) {
        Reading reading = ConfigReader.read(new FilesSource(), path, readerOptions());
        HostFacts facts = new HostFacts();
        Configuration configuration = ConfigParser.parse(reading.snapshot(),
                offline ? Host.offline() : facts.noting(host()), new Checks());
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(configuration.findings());
        return new Read(new LoadedConfig(configuration, reading.snapshot().with(facts).bytes()), findings);
    }

    /// Room checkers is not loaded before a real server asks for it.
    private record Checks() implements CheckCatalog {
        @Override
        public List<CheckKind> kinds() {
            return CheckKinds.ALL;
        }
    }

    /// Not before they are needed, which is after the children were started; and once, for the node may be renamed.
    /// Only random numbers are others each time.
    private ReaderOptions readerOptions() {
        if (readerOptions.isEmpty()) {
            Optional<String> id = options.config().id();
            readerOptions = Optional.of(new ReaderOptions(
                    id.isPresent() ? id.get() : FilesSource.nodeName(), options.config().strict(), 0,
                    new ProcessEnvironment()));
        }
        return readerOptions.get().withSeed(MonoClock.now().nanos());
    }

    private static WholeHost host() {
        try (RouteOps ops = RouteOps.open()) {
            return new WholeHost(ops);
        }
    }

    /// Reads again for a running daemon. A configuration that is refused, or cannot be read now, changes nothing.
    ///
    /// @param running what is in effect, and in part cannot be changed
    Optional<LoadedConfig> reload(Optional<LoadedConfig> running, Log log) {
        try {
            Read read = read();
            log(read.findings(), log);
            if (!read.refused() && (running.isEmpty() || canReplace(running.get(), read.config(), log))) {
                return Optional.of(read.config());
            }
        } catch (KernelException e) {
            log.error(String.valueOf(e.getMessage()));
        }
        log.error("the new configuration is refused; the running one stays in effect, untouched");
        return Optional.empty();
    }

    /// What names files in use, or is done once at the start, cannot change before the end (`daemon.md` 3.4).
    private static boolean canReplace(LoadedConfig running, LoadedConfig next, Log log) {
        Optional<String> keyword = Configuration.changeNeedingRestart(running.global(), next.global());
        keyword.ifPresent(word -> log.error("cannot change " + word + " at a reload; please restart"));
        return keyword.isEmpty();
    }

    static void log(List<Finding> findings, Log log) {
        for (Finding finding : findings) {
            for (String line : finding.text().split("\n", -1)) {
                if (finding.severity() == Severity.REFUSE) {
                    log.error(line);
                } else {
                    log.info(line);
                }
            }
        }
    }
}
