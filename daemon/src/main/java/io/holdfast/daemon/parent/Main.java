package io.holdfast.daemon.parent;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Severity;
import io.holdfast.config.finding.Verdict;
import io.holdfast.daemon.process.Log;
import io.holdfast.daemon.process.Names;
import io.holdfast.daemon.process.Options;
import io.holdfast.daemon.process.ProcessDefaults;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.FirstCall;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MemoryFile;
import io.holdfast.linux.sys.Processes;
import io.holdfast.linux.sys.Signals;
import io.holdfast.supervise.ExitCode;
import io.holdfast.supervise.GlobalSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Entry point of the daemon. Its first act is to start the children; they boot while it reads the configuration.
public final class Main {
    private final Options options;
    private final Names names;
    private final Log log;
    private final StartReport report;
    private final ConfigFiles configFiles;
    private final Optional<Inheritance> inherited;
    private final PidFiles pidFiles = new PidFiles();

    private Main(Options options, Names names, Optional<Inheritance> inherited) {
        this.options = options;
        this.names = names;
        this.inherited = inherited;
        log = Log.open(options, names.syslogIdent(), Processes.pid());
        report = inherited.isPresent() ? StartReport.over()
                : new StartReport(!options.foreground(), options.logging().console());
        configFiles = ConfigFiles.of(options, names);
    }

    public static void main(String[] arguments) throws IOException {
        FirstCall.ahead();
        Options options = Options.parse(List.of(arguments));
        Names names = Names.current();
        int code = options.problems().isEmpty() ? start(options, names) : refuse(options.problems());
        Runtime.getRuntime().halt(code);
    }

    private static int refuse(List<String> problems) {
        for (String problem : problems) {
            System.err.println("holdfast: " + problem);
        }
        return ExitCode.FATAL;
    }

    private static int start(Options options, Names names) throws IOException {
        Optional<String> left = Optional.ofNullable(System.getProperty(Inheritance.PROPERTY));
        Optional<Inheritance> inherited = left.isEmpty() ? Optional.empty()
                : Inheritance.of(left, Processes.pid(), Processes.parentPid());
        if (left.isPresent() && inherited.isEmpty()) {
            return refuse(List.of("cannot take over: " + left.get()));
        }
        return switch (options.mode()) {
            case VERSION -> Usage.version();
            case HELP -> Usage.help(names);
            case SIGNUM -> Usage.signalNumber(options.modeArgument());
            case CONFIG_TEST -> {
                Signals.letGo();
                options.warnings().forEach(System.err::println);
                yield inherited.isPresent() ? ConfigTest.runSnapshot(inherited.get().snapshot())
                        : ConfigTest.run(ConfigFiles.of(options, names), options.modeArgument(),
                                options.test());
            }
            case RUN -> {
                Optional<String> obstacle = SignalHold.ensure();
                yield obstacle.isEmpty() ? new Main(options, names, inherited).run()
                        : refuse(List.of(obstacle.get()));
            }
        };
    }

    private int run() throws IOException {
        Parent parent = new Parent(new Invocation(options, names, log, report), configFiles,
                ChildCommand.ofThisProcess(), pidFiles);
        int code;
        try {
            code = inherited.isPresent() ? runOn(parent, inherited.get()) : run(parent);
        } catch (KernelException e) {
            code = giveUp(ExitCode.FATAL, String.valueOf(e.getMessage()));
        }
        parent.close();
        report.tell(code);
        pidFiles.remove();
        pidFiles.close();
        log.close();
        return code;
    }

    private int run(Parent parent) throws IOException {
        parent.startChildren();
        log.info("Starting " + Usage.PRODUCT);
        logWarnings();
        log.info("Opening file '" + configFiles.path() + "'.");
        ConfigFiles.Read read = configFiles.read();
        ConfigFiles.log(read.findings(), log);
        if (read.refused()) {
            sayRefusals(read.findings());
            return giveUp(Verdict.startExit(read.findings()), "the configuration cannot be run: " + configFiles.path());
        }
        ProcessDefaults.apply(options, read.config().global());
        Optional<Integer> obstacle = lock(read.config().global());
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        int code = parent.run(read.config());
        log.info("Stopped " + Usage.PRODUCT);
        return code;
    }

    /// The image before this one was checked to hand over what can be run; so what cannot is our own fault.
    private int runOn(Parent parent, Inheritance left) throws IOException {
        // Before anything is started: it must inherit none of this.
        Descriptor.inheritNone();
        Descriptor snapshot = Descriptor.adopt(left.snapshot());
        Optional<Integer> obstacle;
        LoadedConfig config;
        try (snapshot) {
            config = LoadedConfig.inEffect(MemoryFile.read(snapshot));
            obstacle = lock(config.global());
        }
        parent.succeed(left);
        log.info("Taking over: " + Usage.PRODUCT);
        ProcessDefaults.apply(options, config.global());
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        int code = parent.runOn(config, left);
        log.info("Stopped " + Usage.PRODUCT);
        return code;
    }

    private void logWarnings() {
        for (String warning : options.warnings()) {
            log.warning(warning);
        }
    }

    private void sayRefusals(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.REFUSE) {
                report.say(finding.text());
            }
        }
    }

    /// A second daemon on the same files is not an error, only superfluous (`daemon.md` 1.6).
    ///
    /// @return the exit status if the files cannot be had
    private Optional<Integer> lock(GlobalSpec global) {
        List<Integer> handed = inherited.map(Inheritance::locks).orElse(List.of());
        List<Path> paths = List.of(names.pidFile(options, global), names.vrrpPidFile(options, global));
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            try {
                PidFiles.Result result = i < handed.size()
                        ? pidFiles.adopt(path, Descriptor.adopt(handed.get(i))) : pidFiles.lock(path);
                if (result == PidFiles.Result.HELD_BY_ANOTHER) {
                    return Optional.of(giveUp(ExitCode.OK, "daemon is already running: " + path + " is locked"));
                }
            } catch (KernelException | IOException e) {
                return Optional.of(giveUp(ExitCode.FATAL, "cannot use the pid file " + path + ": " + e.getMessage()));
            }
        }
        pidFiles.writeOwn(Processes.pid());
        return Optional.empty();
    }

    private int giveUp(int code, String why) {
        log.error(why);
        report.say(why);
        return code;
    }
}
