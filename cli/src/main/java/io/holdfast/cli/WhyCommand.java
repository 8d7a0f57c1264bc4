package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `holdfast why [NAME]`: what led to the last transitions. Asks the daemon, or the journal of a dead one.
@Command(name = "why",
        description = "Tells why instances and sync groups are in the state they are in: what happened, what was seen "
                + "of it, the rule applied, and what came before.",
        footer = {"", "Without a daemon that answers, the journal it left is read.",
            "Exit codes: 0 told, 1 there is nothing to tell, 2 neither daemon nor journal."})
final class WhyCommand implements Callable<Integer> {
    private final Collected collected = new Collected("transitions");
    private final Times times = Times.here();

    @Mixin
    private Form form = new Form();

    @Mixin
    private RunningDaemon daemon = new RunningDaemon();

    @Mixin
    private JournalFile journal = new JournalFile();

    @Option(names = "--last", paramLabel = "N", description = "So many transitions of each; one unless given.")
    private int last = 1;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "An instance or a sync group.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        if (last < 1) {
            throw form.misuse("--last takes a number from 1");
        }
        return new DaemonAnswer(form, this::tell)
                .to(daemon, Optional.of(journal), new ControlRequest.Why(last, name));
    }

    private void tell(Map<?, ?> members, String line) {
        if (members.containsKey("ok")) {
            form.printJsonLine(collected.json(line));
        } else {
            collected.add("transitions", line);
            form.printText(WhyText.of(new Members(members), times));
        }
    }
}
