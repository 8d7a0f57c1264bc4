package io.holdfast.cli;

import io.holdfast.config.finding.Finding;
import io.holdfast.config.host.FilesSource;
import io.holdfast.config.plan.PlanDescription;
import io.holdfast.config.text.ReaderOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast plan OLD NEW`: what a reload from one file to the other would do. The files are read as the daemon reads
/// them, but apart from any machine: every interface is taken to exist.
@Command(name = "plan",
        description = "Shows what a reload from one configuration to another would do, and does nothing.",
        footer = {"", "Exit codes: 0 nothing changes, 1 something does, 2 a reload would be refused."})
final class PlanCommand implements Callable<Integer> {
    private static final int NOTHING_CHANGES = 0;
    private static final int SOMETHING_CHANGES = 1;

    @Mixin
    private Form form = new Form();

    @Option(names = {"-i", "--config-id"}, paramLabel = "ID",
            description = "What @ID lines are compared with; the node name unless given.")
    private String id = FilesSource.nodeName();

    @Option(names = {"-e", "--all-config"}, description = "Every include must succeed.")
    private boolean allIncludes;

    @Parameters(index = "0", paramLabel = "OLD", description = "The configuration in effect.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The one that is to replace it.")
    private String next = "";

    @Override
    public Integer call() {
        ReaderOptions options = new ReaderOptions(id, allIncludes, 0,
                name -> Optional.ofNullable(System.getenv(name)));
        ConfigFile before = ConfigFile.read(old, options);
        ConfigFile after = ConfigFile.read(next, options);
        Json json = Json.object().put("old", before.json()).put("new", after.json());
        if (before.isRefused() || after.isRefused()) {
            form.complain(findings(before, after) + "no plan: " + (before.isRefused() ? old : next)
                    + " would be refused");
            form.printJson(json);
            return Cli.TROUBLE;
        }
        form.complain(findings(before, after));
        PlanDescription plan = PlanDescription.between(before.configuration(), after.configuration());
        form.print(String.join(System.lineSeparator(), plan.lines()), json.put("plan", PlanJson.of(plan)));
        if (plan.needsRestart().isPresent()) {
            return Cli.TROUBLE;
        }
        return plan.isEmpty() ? NOTHING_CHANGES : SOMETHING_CHANGES;
    }

    /// As `-t` prints them.
    private static String findings(ConfigFile... files) {
        StringBuilder text = new StringBuilder();
        for (ConfigFile file : files) {
            for (Finding finding : file.findings()) {
                text.append(finding.text()).append(System.lineSeparator());
            }
        }
        return text.toString();
    }
}
