package io.holdfast.cli;

import io.holdfast.control.ControlRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `holdfast events`: the journal, line by line. Asks the daemon, or the journal of a dead one.
@Command(name = "events",
        description = "Shows what happened, the oldest first: transitions, priorities, trackers, interfaces, what was "
                + "refused. In JSON, one object a line.",
        footer = {"", "Without a daemon that answers, the journal it left is read; there is nothing to follow then.",
            "Exit codes: 0 shown, 2 neither daemon nor journal, or the daemon that was followed ended."})
final class EventsCommand implements Callable<Integer> {
    private final Times times = Times.here();

    @Mixin
    private Form form = new Form();

    @Mixin
    private RunningDaemon daemon = new RunningDaemon();

    @Mixin
    private JournalFile journal = new JournalFile();

    @Option(names = {"-f", "--follow"}, description = "Go on with what happens from now on.")
    private boolean follow;

    @Option(names = "--since", paramLabel = "TIME",
            description = "Leave out what is older: 30s, 10m, 2h or 1d ago, or a time as 12:00 or 2026-11-21 12:00:30.")
    private Optional<String> since = Optional.empty();

    @Override
    public Integer call() {
        if (follow && journal.isNamed()) {
            throw form.misuse("only a running daemon can be followed, not a file");
        }
        long from = since.isEmpty() ? follow ? times.nowMillis() : 0 : times.moment(since.get())
                .orElseThrow(() -> form.misuse("\"" + since.get() + "\" is no time; 10m is one, and so is 12:00"));
        return new DaemonAnswer(form, this::tell).to(daemon, follow ? Optional.empty() : Optional.of(journal),
                new ControlRequest.Events(from, follow));
    }

    private void tell(Map<?, ?> members, String line) {
        if (!members.containsKey("ok")) {
            Members event = new Members(members);
            form.printLine(times.full(event.number("millis")) + "  " + event.text("text"), line);
        }
    }
}
