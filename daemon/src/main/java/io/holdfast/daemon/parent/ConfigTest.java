package io.holdfast.daemon.parent;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Severity;
import io.holdfast.config.finding.Verdict;
import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.KernelException;
import io.holdfast.linux.sys.MemoryFile;
import io.holdfast.supervise.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// `-t`: reads the configuration, prints what it finds, changes nothing.
final class ConfigTest {
    private ConfigTest() {}

    /// @param logFile where findings are appended to; empty for standard error
    /// @return the exit status, from the gravest finding
    static int run(ConfigFiles files, String logFile) {
        if (logFile.isEmpty()) {
            return run(files, System.err);
        }
        try (OutputStream file = Files.newOutputStream(Path.of(logFile), StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
                PrintStream out = new PrintStream(file, false, StandardCharsets.UTF_8)) {
            return run(files, out);
        } catch (IOException e) {
            System.err.println("cannot write " + logFile + ": " + e);
            return ExitCode.FATAL;
        }
    }

    /// Whether this image would go on with what another one runs; says only what speaks against it.
    static int runSnapshot(int descriptor) {
        try (Descriptor handed = Descriptor.adopt(descriptor)) {
            List<Finding> findings = LoadedConfig.inEffect(MemoryFile.read(handed)).configuration().findings();
            for (Finding finding : findings) {
                if (finding.severity() == Severity.REFUSE) {
                    System.err.println(finding.text());
                }
            }
            return Verdict.refuses(findings) ? ExitCode.CONFIG : ExitCode.OK;
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("cannot read the configuration handed over: " + e.getMessage());
            return ExitCode.FATAL;
        }
    }

    private static int run(ConfigFiles files, PrintStream out) {
        try {
            ConfigFiles.Read read = files.read();
            for (Finding finding : read.findings()) {
                out.println(finding.text());
            }
            return Verdict.testExit(read.findings());
        } catch (KernelException e) {
            out.println(e.getMessage());
            return ExitCode.FATAL;
        }
    }
}
