package io.holdfast.daemon.parent;

import io.holdfast.base.JsonLine;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Severity;
import io.holdfast.config.finding.Verdict;
import io.holdfast.daemon.process.Options;
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
    /// @param test    in which form, and whether apart from this machine
    /// @return the exit status, from the gravest finding
    static int run(ConfigFiles files, String logFile, Options.Test test) {
        if (logFile.isEmpty()) {
            return run(files, test, System.err);
        }
        try (OutputStream file = Files.newOutputStream(Path.of(logFile), StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
                PrintStream out = new PrintStream(file, false, StandardCharsets.UTF_8)) {
            return run(files, test, out);
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

    private static int run(ConfigFiles files, Options.Test test, PrintStream out) {
        try {
            ConfigFiles.Read read = files.read(test.offline());
            int status = Verdict.testExit(read.findings());
            if (test.json()) {
                out.println(json(files.path(), read, status));
            } else {
                read.findings().forEach(finding -> out.println(finding.text()));
            }
            return status;
        } catch (KernelException e) {
            String error = String.valueOf(e.getMessage());
            out.println(test.json() ? new JsonLine().put("file", files.path()).put("error", error) : error);
            return ExitCode.FATAL;
        }
    }

    private static JsonLine json(String path, ConfigFiles.Read read, int status) {
        return new JsonLine().put("file", path).put("status", status).put("refused", read.refused())
                .put("findings", read.findings().stream().map(Finding::json).toList());
    }
}
