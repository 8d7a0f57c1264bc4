package io.holdfast.cli;

import io.holdfast.checkers.CheckKinds;
import io.holdfast.config.ConfigParser;
import io.holdfast.config.Configuration;
import io.holdfast.config.finding.Finding;
import io.holdfast.config.finding.Verdict;
import io.holdfast.config.host.FilesSource;
import io.holdfast.config.host.Host;
import io.holdfast.config.text.ConfigReader;
import io.holdfast.config.text.ReaderOptions;
import io.holdfast.config.text.Reading;
import java.util.ArrayList;
import java.util.List;

/// A configuration file that was read for a command, with everything there is to say about it.
record ConfigFile(String path, Configuration configuration, List<Finding> findings) {

    static ConfigFile read(String path, ReaderOptions options) {
        Reading reading = ConfigReader.read(new FilesSource(), path, options);
        Configuration configuration = ConfigParser.parse(reading.snapshot(), Host.offline(), () -> CheckKinds.ALL);
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.addAll(configuration.findings());
        return new ConfigFile(path, configuration, findings);
    }

    /// Whether the daemon would not run it.
    boolean isRefused() {
        return Verdict.refuses(findings);
    }

    Json json() {
        return Json.object().put("file", path).put("refused", Json.of(isRefused()))
                .put("findings", Json.list(findings.stream().map(finding -> Json.of(finding.json())).toList()));
    }
}
